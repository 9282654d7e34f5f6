// Real elections: the outcomes of the equalshares.net tool, ties by lowest cost, then most votes.
// docs/voting/conformance.md lists the deliberate differences; their numbers are counted here.
#include <gtest/gtest.h>

#include <map>

#include "rules/expected_outcomes.hpp"

namespace stoepkrijt::rules {
namespace {

using test_expected::for_each_line;
using test_expected::ids_of;
using test_expected::strings;

struct Key {
  std::string_view entry;  // before "/fractions" or "/floats"
  Completion completion;
  Add1Start start;
  Add1Stop stop;
};

constexpr Key kKeys[] = {
    {"none", Completion::kNone, Add1Start::kExact, Add1Stop::kExhaustive},
    {"utilitarian", Completion::kUtilitarian, Add1Start::kExact, Add1Stop::kExhaustive},
    {"add1[exhaustive+integral]", Completion::kAdd1, Add1Start::kIntegral, Add1Stop::kExhaustive},
    {"add1[exhaustive]", Completion::kAdd1, Add1Start::kExact, Add1Stop::kExhaustive},
    {"add1[]", Completion::kAdd1, Add1Start::kExact, Add1Stop::kNever},
    {"add1u[exhaustive+integral]", Completion::kAdd1u, Add1Start::kIntegral, Add1Stop::kExhaustive},
    {"add1u[exhaustive]", Completion::kAdd1u, Add1Start::kExact, Add1Stop::kExhaustive},
    {"add1u[]", Completion::kAdd1u, Add1Start::kExact, Add1Stop::kNever},
};

/// Equal entries, and those that differ for a known reason; anything else is a failure.
struct Count {
  std::size_t equal = 0;
  std::size_t all_affordable = 0;  // all projects together cost at most the budget: the tool then skips Add1
  std::size_t tie = 0;             // the greedy completion broke a tie by the order of the tool's keys
};

Ratio cost_of_all(const Election& election) {
  Ratio sum;
  for (const Project& project : election.projects) sum += project.cost;
  return sum;
}

/// Whether some project, first in every tie of the count, makes the winners the same as theirs.
bool is_a_tie(const Election& election, RuleParams params, const std::vector<std::string>& theirs) {
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    params.ties_won = {p};
    Trace trace;
    const auto outcome = tally("equal-shares", election, params, trace);
    if (!outcome) return false;
    std::vector<std::string> ours = ids_of(election, outcome->winners);
    std::sort(ours.begin(), ours.end());
    if (ours == theirs) return true;
  }
  return false;
}

TEST(ConformanceNet, EveryEntryIsEqualButForTheKnownDifferences) {
  std::map<std::string, Count> counts;
  const bool there = for_each_line([&](const std::string& name, const Election& election, const json::Cursor& line) {
    const auto entries = line.find("equalshares_net");
    if (!entries) return;
    for (const Key& key : kKeys) {
      RuleParams params;
      params.utility = Utility::kCost;
      params.completion = key.completion;
      params.add1_start = key.start;
      params.add1_stop = key.stop;
      params.ties = TieOrder::kCostVotes;
      std::optional<std::vector<std::string>> ours;
      for (const std::string arithmetic : {"/fractions", "/floats"}) {
        const std::string entry = std::string(key.entry) + arithmetic;
        const auto expected = entries->find(entry);
        const auto winners = expected ? expected->find("winners") : std::nullopt;
        if (!winners) continue;
        if (!ours) {
          Trace trace;
          const auto outcome = tally("equal-shares", election, params, trace);
          ASSERT_TRUE(outcome) << name << " " << entry;
          ours = ids_of(election, outcome->winners);
          std::sort(ours->begin(), ours->end());
        }
        std::vector<std::string> theirs = strings(*winners);
        std::sort(theirs.begin(), theirs.end());
        const bool grows = key.completion == Completion::kAdd1 || key.completion == Completion::kAdd1u;
        if (*ours == theirs) {
          ++counts[entry].equal;
        } else if (grows && cost_of_all(election) <= election.budget) {
          ++counts[entry].all_affordable;
        } else if (key.completion == Completion::kUtilitarian && is_a_tie(election, params, theirs)) {
          ++counts[entry].tie;
        } else {
          ADD_FAILURE() << name << " " << entry << " differs for no known reason";
        }
      }
    }
  });
  if (!there) GTEST_SKIP() << "no real elections in " << test::real_data();
  struct Expected {
    std::string_view entry;
    std::size_t equal;
    std::size_t all_affordable;
    std::size_t tie;
  };
  constexpr Expected kExpected[] = {
      {"none/fractions", 73, 0, 0},
      {"none/floats", 73, 0, 0},
      {"utilitarian/fractions", 72, 0, 1},
      {"utilitarian/floats", 72, 0, 1},
      {"add1[exhaustive+integral]/fractions", 62, 5, 0},
      {"add1[exhaustive+integral]/floats", 67, 5, 0},
      {"add1[exhaustive]/floats", 67, 5, 0},
      {"add1[]/floats", 67, 5, 0},
      {"add1u[exhaustive+integral]/fractions", 67, 0, 0},
      {"add1u[exhaustive+integral]/floats", 72, 0, 0},
      {"add1u[exhaustive]/floats", 72, 0, 0},
      {"add1u[]/floats", 72, 0, 0},
  };
  for (const Expected& e : kExpected) {
    const Count& count = counts[std::string(e.entry)];
    EXPECT_EQ(count.equal, e.equal) << e.entry;
    EXPECT_EQ(count.all_affordable, e.all_affordable) << e.entry;
    EXPECT_EQ(count.tie, e.tie) << e.entry;
  }
  EXPECT_EQ(counts.size(), std::size(kExpected));
}

}  // namespace
}  // namespace stoepkrijt::rules
