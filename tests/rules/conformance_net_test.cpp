// Real elections: the outcomes of the equalshares.net tool, ties by lowest cost, then most votes.
// docs/voting/conformance.md lists the deliberate differences; their numbers are counted here.
#include <gtest/gtest.h>

#include <iostream>
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

TEST(ConformanceNet, EveryEntryIsEqualButForTheKnownDifferences) {
  std::map<std::string, std::size_t> equal;
  std::map<std::string, std::vector<std::string>> different;
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
        if (!expected) continue;
        const auto winners = expected->find("winners");
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
        if (*ours == theirs) {
          ++equal[entry];
        } else {
          different[entry].push_back(name);
        }
      }
    }
  });
  if (!there) GTEST_SKIP() << "no real elections in " << test::real_data();
  for (const auto& [entry, count] : equal) std::cerr << entry << " equal " << count << "\n";
  for (const auto& [entry, names] : different) {
    for (const std::string& name : names) std::cerr << "DIFF " << entry << " " << name << "\n";
  }
}

}  // namespace
}  // namespace stoepkrijt::rules
