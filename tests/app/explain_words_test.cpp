// Explanations in words: whole texts for the example round, and every number of every sentence held against its claim.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/explain_words.hpp"
#include "formats/pb/pb.hpp"
#include "round_fixture.hpp"
#include "rules/params_text.hpp"
#include "rules/random_ballots.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::app {
namespace {

using rules::Claim;
using test::read_lang;
using test::sp;

std::string read_source(const std::string& path) {
  std::ifstream in(std::string(STOEPKRIJT_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

struct Explained {
  std::string text;  // a heading per plan, a sentence group per line
  std::vector<std::pair<Claim, std::string>> sentences;
};

void add(const std::vector<Claim>& claims, const ClaimContext& context, Explained& out) {
  for (const Claim& claim : claims) {
    std::string words = claim_words(claim, context);
    if (!words.empty()) out.text += words + "\n";
    out.sentences.emplace_back(claim, std::move(words));
  }
}

Explained explain_all(std::string_view rule, const rules::Election& election, const rules::RuleParams& params,
                      const Lang& lang) {
  Explained out;
  rules::Trace trace;
  const Result<rules::Outcome> outcome = rules::tally(rule, election, params, trace);
  if (!outcome) return out;
  const rules::Explainer explainer(rule, election, params, *outcome, trace);
  const ClaimContext context{lang, election, trace};
  const auto checked = [](Result<std::vector<Claim>> claims) {
    EXPECT_TRUE(claims);
    return claims ? *claims : std::vector<Claim>{};
  };
  add(checked(explainer.result()), context, out);
  add(checked(explainer.ties({})), context, out);
  add(explainer.groups(), context, out);
  for (rules::ProjectIndex p = 0; p < election.projects.size(); ++p) {
    out.text += "\n# " + election.projects[p].name + "\n";
    add(checked(explainer.project(p, {})), context, out);
  }
  return out;
}

rules::Election example_election() {
  formats::PbReport report;
  Result<formats::PbElection> read = formats::read_pb(read_source("assets/example/ballots.pb"), report);
  EXPECT_TRUE(read);
  return read ? read->election : rules::Election{};
}

/// Compares with a file of tests/data/explain; UPDATE_GOLDEN=1 writes it anew, to be read before it is kept.
void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = "tests/data/explain/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(std::string(STOEPKRIJT_SOURCE_DIR) + "/" + path, std::ios::binary) << text;
  }
  EXPECT_EQ(text, read_source(path)) << path;
}

TEST(ExplainWords, TellTheWholeExampleInBothLanguages) {
  const rules::Election election = example_election();
  rules::RuleParams add1;
  add1.completion = rules::Completion::kAdd1;
  for (const LangCode code : {LangCode::kNl, LangCode::kEn}) {
    const Lang lang = read_lang(code);
    const std::string end = code == LangCode::kNl ? ".nl.txt" : ".en.txt";
    expect_golden("equal-shares" + end, sp(explain_all("equal-shares", election, add1, lang).text));
    expect_golden("greedy" + end, sp(explain_all("greedy", election, {}, lang).text));
  }
}

TEST(ExplainWords, WriteOtherMoneyWithItsLetters) {
  const rules::Election election = example_election();
  const rules::Trace trace;
  const Lang nl = read_lang(LangCode::kNl);
  const Lang en = read_lang(LangCode::kEn);
  const ClaimContext dutch{nl, election, trace, {}, {}, "PLN"};
  const ClaimContext english{en, election, trace, {}, {}, "PLN"};
  EXPECT_EQ(sp(claim_money(Ratio(12'500), dutch)), "PLN 12.500");
  EXPECT_EQ(sp(claim_money(Ratio(12'500), english)), "PLN 12,500");
  EXPECT_EQ(sp(claim_money(Ratio(12'500), ClaimContext{en, election, trace})), "€12,500");
  EXPECT_EQ(sp(claim_money(Ratio(BigInt(100), BigInt(3)), ClaimContext{nl, election, trace})), "ongeveer € 33,33");
}

/// The numbers of a sentence: "12.500,5" in Dutch, "12,500.5" in English.
std::vector<Ratio> numbers_in(const std::string& text, LangCode code) {
  const char group = code == LangCode::kNl ? '.' : ',';
  std::vector<Ratio> out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] < '0' || text[i] > '9') {
      ++i;
      continue;
    }
    std::string digits;
    for (; i < text.size(); ++i) {
      const bool digit = text[i] >= '0' && text[i] <= '9';
      const bool next = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
      if (!digit && !(next && (text[i] == '.' || text[i] == ','))) break;
      if (digit) digits += text[i];
      if (!digit && text[i] != group) digits += '.';
    }
    const Result<Ratio> value = Ratio::parse_decimal(digits);
    EXPECT_TRUE(value) << text;
    if (value) out.push_back(*value);
  }
  return out;
}

Ratio distance(const Ratio& a, const Ratio& b) { return a < b ? b - a : a - b; }

/// Whether the claim holds this number, to the rounding that people see.
bool holds(const Claim& c, const Ratio& shown, const rules::Election& election) {
  const Ratio cent(BigInt(1), BigInt(200));
  const Ratio tenth(BigInt(1), BigInt(20));
  const auto whole = [](std::uint64_t n) { return Ratio(BigInt::from_unsigned(n), BigInt(1)); };
  for (const std::uint64_t n : {c.people, c.of_people, c.number, std::uint64_t{c.projects.size()}}) {
    if (shown == whole(n) || (n > 0 && shown == whole(n - 1))) return true;
  }
  std::vector<Ratio> amounts = {c.amount, c.of_amount, c.of_amount - c.amount, c.amount + Ratio(1), election.budget};
  if (c.project != rules::kNoProject) amounts.push_back(election.projects[c.project].cost);
  for (const rules::ProjectAmount& each : c.projects) amounts.push_back(each.amount);
  for (const Ratio& amount : amounts) {
    if (distance(shown, amount) <= cent) return true;
  }
  if (c.kind == rules::ClaimKind::kEffectiveVotes || c.kind == rules::ClaimKind::kVotes) {
    return distance(shown, c.amount) <= tenth;
  }
  if (c.kind == rules::ClaimKind::kPartBought)
    return distance(shown, c.amount * Ratio(100)) <= Ratio(BigInt(1), BigInt(2));
  return c.kind == rules::ClaimKind::kGroupMoney && c.of_people > 0 &&
         distance(shown, whole(c.people) * Ratio(100) / whole(c.of_people)) <= Ratio(BigInt(1), BigInt(2));
}

TEST(ExplainWords, SayNoNumberThatTheClaimDoesNotHold) {
  const std::vector<Lang> langs = {read_lang(LangCode::kNl), read_lang(LangCode::kEn)};
  std::size_t sentences = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    for (const rules::RuleEntry& rule : rules::registry()) {
      rules::Election election = rules::random_election_of(rules::random_type(rule, random), seed, random.chance(1, 3));
      for (std::size_t p = 0; p < election.projects.size(); ++p) {
        election.projects[p].name = std::string(1, static_cast<char>('A' + static_cast<int>(p)));
      }
      rules::RuleParams params;
      if ((rule.traits & rules::kTakesCompletion) != 0) {
        params.completion = static_cast<rules::Completion>(random.below(5));
      }
      params.ties = rules::TieOrder::kCostVotes;
      for (const Lang& lang : langs) {
        const Explained all = explain_all(rule.id, election, params, lang);
        for (const auto& [claim, text] : all.sentences) {
          EXPECT_EQ(text.find_first_of("{}[]"), std::string::npos) << text;
          for (const Ratio& shown : numbers_in(text, lang.code())) {
            EXPECT_TRUE(holds(claim, shown, election)) << text << " " << shown.to_string();
          }
          sentences += text.empty() ? 0U : 1U;
        }
        if (testing::Test::HasFailure()) return;
      }
    }
  }
  EXPECT_GT(sentences, 5000U);
}

}  // namespace
}  // namespace stoepkrijt::app
