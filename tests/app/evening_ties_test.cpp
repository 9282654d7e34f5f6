// An exact tie at the counting evening: the lot that is drawn decides, here as by the command; and what is told of a
// result once it is in the dossier.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/views/evening_view.hpp"
#include "app/views/result_view.hpp"
#include "app/views/round_words.hpp"
#include "app_fixture.hpp"
#include "cli/box_evening.hpp"
#include "formats/dossier/dossier.hpp"

namespace stoepkrijt::app::test {
namespace {

using evening::ask;

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

/// One vote for plan 1 and one for plan 2, of equal price; there is money for one of them, and the lot decides.
struct TiedFiles : cli::Evening {
  TiedFiles() {
    files["dossier.json"] = cli::changed(files["dossier.json"], R"("ties":"")", R"("ties":"lot")");
    EXPECT_EQ(go(make).exit_code, cli::kDone);
    const auto codes = cards("code");
    cast(codes[0], "1", "v0");
    cast(codes[1], "2", "v1");
    close("kiosk-1", {"v0", "v1"});
    EXPECT_EQ(merge({"kiosk-1.json"}, "urn").exit_code, cli::kDone);
    for (const char* holder : {"h1", "h2"}) EXPECT_EQ(share(holder, "urn").exit_code, cli::kDone);
  }
};

void give(Bench& b, const cli::Evening& files, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    b.host.files.emplace_back(platform::FilePicked{"evening/any", name, files.files.at(name)});
    b.run(ask(evening::Pick{evening::For::kEvening}));
  }
}

/// The bytes of stemmen.pb as this device offers them; empty when nothing was counted.
std::string counted_with(Bench& b, const std::string& dice) {
  b.run(ask(evening::Type{"ties", dice}));
  b.run(ask(evening::Open{}));
  if (b.state().evening->counted == nullptr) return {};
  b.run(ask(evening::OfferBallots{}));
  return b.host.offered.back().bytes;
}

std::string all_words(const Bench& b) {
  State state = b.state();
  state.route = {Screen::kEvening, ""};
  std::string out;
  for (const EveningCard& card : make_evening_page(state, nl()).cards) {
    for (const EveningPart& part : card.parts) out += part.words + " | " + part.more + "\n";
  }
  return sp(out);
}

TEST(EveningTies, TheDiceDecideAndTheSameDiceAlwaysTheSame) {
  TiedFiles files;
  std::set<std::string> winners;
  for (const std::string dice : {"3 1 4", "1 5 9", "2 6 5", "3 5 8", "3 1 4"}) {
    const cli::Answer answer = files.open("urn", "h1", "h2", "a.pb", {"--lot", dice});
    ASSERT_EQ(answer.exit_code, cli::kDone) << answer.err;
    Bench b;
    give(b, files, {"package.json", "urn", "h1.shares", "h2.shares"});
    ASSERT_TRUE(b.state().evening->refused.empty());
    EXPECT_EQ(counted_with(b, dice), files.files.at("a.pb")) << dice;
    ASSERT_NE(b.state().evening->counted, nullptr);
    const auto& decided = b.state().evening->counted->decided;
    EXPECT_TRUE(decided.declared);
    ASSERT_EQ(decided.winners.size(), 1U) << "there is money for one";
    EXPECT_EQ(cli::Evening::member(answer, "winners"), decided.winners[0] + " ");
    EXPECT_NE(all_words(b).find("Plan " + decided.winners[0] + " | € 600 · 1 stem"), std::string::npos) << all_words(b);
    winners.insert(decided.winners[0]);
  }
  EXPECT_EQ(winners, (std::set<std::string>{"1", "2"})) << "each of them is chosen by some dice";
}

TEST(EveningTies, WithoutDiceNothingIsCountedAndTheReasonIsTold) {
  TiedFiles files;
  Bench b;
  give(b, files, {"package.json", "urn", "h1.shares", "h2.shares"});
  EXPECT_EQ(counted_with(b, ""), "");
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.evening_ties_lot");
  // Other dice are another count: the first is gone, and the one that stands is of the last.
  b.run(cmd::CloseProblem{});
  const std::string first = counted_with(b, "3 1 4");
  ASSERT_FALSE(first.empty());
  b.run(ask(evening::Type{"ties", "2 6 5"}));
  EXPECT_EQ(b.state().evening->counted, nullptr);
}

/// The round of the example itself, voted on with cards.
struct ExampleFiles : cli::Evening {
  ExampleFiles() {
    files["dossier.json"] = formats::write_dossier(*make_fixed().example_dossier);
    std::replace(make.begin(), make.end(), std::string("ronde-1"), std::string("r1"));
    EXPECT_EQ(go(make).exit_code, cli::kDone);
    cast(cards("code")[0], "bank", "v0");
    close("kiosk-1", {"v0"});
    EXPECT_EQ(merge({"kiosk-1.json"}, "urn").exit_code, cli::kDone);
    for (const char* holder : {"h1", "h2"}) EXPECT_EQ(share(holder, "urn").exit_code, cli::kDone);
  }
};

TEST(EveningResult, InTheExampleItIsAResultAndNoPractice) {
  ExampleFiles files;
  Bench b;
  EXPECT_EQ(make_result_view(b.state(), nl()).trial, nl().tr("result.practice"));
  give(b, files, {"package.json", "urn", "h1.shares", "h2.shares"});
  b.run(ask(evening::Open{}));
  b.run(ask(evening::IntoDossier{}));
  ASSERT_EQ(b.state().problem, std::nullopt) << b.state().problem->key;
  ASSERT_EQ(b.state().route.screen, Screen::kResult);
  EXPECT_TRUE(b.state().example) << "it is still the dossier of the example";
  EXPECT_EQ(vote_status(b.state(), *current_round(b.state())), VoteStatus::kCounted);
  const ResultView view = make_result_view(b.state(), nl());
  EXPECT_EQ(view.trial, "");
  // After a restart too; and whoever takes it back practises again.
  b.restart();
  EXPECT_EQ(make_result_view(b.state(), nl()).trial, "");
  b.run(cmd::Undo{});
  EXPECT_EQ(make_result_view(b.state(), nl()).trial, nl().tr("result.practice"));
}

}  // namespace
}  // namespace stoepkrijt::app::test
