// Real elections: the outcomes of pabutools 1.2.3 in exact fractions with ties by id, and two decisions that cities
// took. Every entry of greedy, equal shares, Add1, the greedy filling and greatest welfare is compared; there are no
// differences (docs/voting/conformance.md).
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "rules/expected_outcomes.hpp"
#include "rules/totals.hpp"

namespace stoepkrijt::rules {
namespace {

using test_expected::for_each_line;
using test_expected::ids_of;
using test_expected::strings;

struct Case {
  std::string_view entry;
  std::string_view rule;
  Utility utility;
  Completion completion;
  Then then;
  std::size_t count;  // entries in the file
};

constexpr Case kCases[] = {
    {"greedy_cost", "greedy", Utility::kCost, Completion::kNone, Then::kNone, 89},
    {"greedy_card", "greedy", Utility::kCardinality, Completion::kNone, Then::kNone, 105},
    {"greedy_points", "greedy", Utility::kPoints, Completion::kNone, Then::kNone, 15},
    {"greedy_borda", "greedy", Utility::kBorda, Completion::kNone, Then::kNone, 16},
    {"mes_cost", "equal-shares", Utility::kCost, Completion::kNone, Then::kNone, 89},
    {"mes_card", "equal-shares", Utility::kCardinality, Completion::kNone, Then::kNone, 89},
    {"mes_points", "equal-shares", Utility::kPoints, Completion::kNone, Then::kNone, 15},
    {"mes_borda", "equal-shares", Utility::kBorda, Completion::kNone, Then::kNone, 16},
    {"mes_cost_add1", "equal-shares", Utility::kCost, Completion::kAdd1, Then::kNone, 62},
    {"mes_card_add1", "equal-shares", Utility::kCardinality, Completion::kAdd1, Then::kNone, 60},
    {"mes_points_add1", "equal-shares", Utility::kPoints, Completion::kAdd1, Then::kNone, 13},
    {"mes_borda_add1", "equal-shares", Utility::kBorda, Completion::kAdd1, Then::kNone, 12},
    {"mes_cost_then_greedy", "equal-shares", Utility::kCost, Completion::kNone, Then::kGreedy, 89},
    {"mes_cost_add1_then_greedy", "equal-shares", Utility::kCost, Completion::kAdd1, Then::kGreedy, 61},
};

TEST(Conformance, EveryEntryOfPabutoolsIsEqual) {
  std::map<std::string_view, std::size_t> compared;
  const bool there = for_each_line([&](const std::string& name, const Election& election, const json::Cursor& line) {
    const auto entries = line.get("pabutools");
    ASSERT_TRUE(entries);
    for (const Case& c : kCases) {
      const auto expected = entries->find(c.entry);
      if (!expected) continue;
      RuleParams params;
      params.utility = c.utility;
      params.completion = c.completion;
      params.then = c.then;
      Trace trace;
      const auto outcome = tally(c.rule, election, params, trace);
      ASSERT_TRUE(outcome) << name << " " << c.entry << " " << outcome.error().key;
      EXPECT_EQ(ids_of(election, outcome->winners), strings(*expected->get("order"))) << name << " " << c.entry;
      const std::string cost(*expected->get("cost")->string());
      if (cost.find('/') == std::string::npos) {
        EXPECT_EQ(outcome->cost.to_string(), cost) << name;
      }
      ++compared[c.entry];
    }
  });
  if (!there) GTEST_SKIP() << "no real elections in " << test::real_data();
  for (const Case& c : kCases) EXPECT_EQ(compared[c.entry], c.count) << c.entry;
}

TEST(Conformance, TheGreatestWelfareIsThatOfPabutools) {
  std::size_t compared = 0;
  const bool there = for_each_line([&](const std::string& name, const Election& election, const json::Cursor& line) {
    for (const auto& [entry, utility] : {std::pair<std::string_view, Utility>{"maxwelfare_cost", Utility::kCost},
                                         {"maxwelfare_card", Utility::kCardinality}}) {
      const auto expected = line.get("pabutools")->find(entry);
      if (!expected) continue;
      RuleParams params;
      params.utility = utility;
      Trace trace;
      const auto outcome = tally("max-welfare", election, params, trace);
      ASSERT_TRUE(outcome) << name << " " << entry << " " << outcome.error().key;
      std::vector<ProjectIndex> theirs;
      for (const std::string& id : strings(*expected->get("order"))) {
        for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
          if (election.projects[p].id == id) theirs.push_back(p);
        }
      }
      const auto utilities = utilities_of(election, utility);
      const Totals totals = total_weights(election, *utilities);
      EXPECT_EQ(welfare_text(*utilities, totals, outcome->winners), welfare_text(*utilities, totals, theirs))
          << name << " " << entry;
      EXPECT_LE(outcome->cost, election.budget);
      ++compared;
    }
  });
  if (!there) GTEST_SKIP() << "no real elections in " << test::real_data();
  EXPECT_EQ(compared, 178U);
}

/// The ids that the city itself carried out, as the file says.
std::vector<std::string> published(const formats::PbFile& file) {
  std::vector<std::string> ids;
  const std::size_t id = file.projects.column("project_id");
  const std::size_t selected = file.projects.column("selected");
  for (const auto& row : file.projects.rows) {
    if (row[selected] == "1") ids.push_back(row[id]);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

void expect_real_decision(const std::string& part_of_name, Add1Stop stop) {
  const std::filesystem::path folder = test::real_data() / "elections";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real elections in " << folder;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename().string().find(part_of_name) == std::string::npos) continue;
    formats::PbReport report;
    const auto read = formats::read_pb(*test::read_file(entry.path()), report);
    ASSERT_TRUE(read);
    RuleParams params;
    params.completion = Completion::kAdd1;
    params.add1_stop = stop;
    Trace trace;
    const auto outcome = tally("equal-shares", read->election, params, trace);
    ASSERT_TRUE(outcome);
    std::vector<std::string> ids = ids_of(read->election, outcome->winners);
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, published(read->file));
    return;
  }
  GTEST_SKIP() << "no file of " << part_of_name << " in " << folder;
}

TEST(Conformance, ReproducesTheDecisionOfAssen2024) { expect_real_decision("Assen_2024", Add1Stop::kExhaustive); }
TEST(Conformance, ReproducesTheDecisionOfWieliczka2023) { expect_real_decision("Wieliczka_2023", Add1Stop::kNever); }

TEST(Conformance, WieliczkaWouldHaveHadOneMorePlanWithTheExhaustiveStop) {
  const std::filesystem::path folder = test::real_data() / "elections";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real elections in " << folder;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.find("Wieliczka_2023") == std::string::npos) continue;
    const auto election = test_expected::real_election(name);
    ASSERT_TRUE(election);
    RuleParams params;
    params.completion = Completion::kAdd1;
    Trace trace;
    const auto exhaustive = tally("equal-shares", *election, params, trace);
    params.add1_stop = Add1Stop::kNever;
    const auto never = tally("equal-shares", *election, params, trace);
    ASSERT_TRUE(exhaustive && never);
    EXPECT_EQ(exhaustive->winners.size(), 31U);
    EXPECT_EQ(exhaustive->cost, Ratio(984'579));
    EXPECT_EQ(never->winners.size(), 30U);
    EXPECT_EQ(never->cost, Ratio(995'079));
    return;
  }
  GTEST_SKIP() << "no file of Wieliczka 2023 in " << folder;
}

}  // namespace
}  // namespace stoepkrijt::rules
