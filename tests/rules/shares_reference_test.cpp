// Greedy, greatest welfare and Equal Shares with every utility, ballot, completion and limit, against the definitions
// in reference_shares.hpp, on random elections.
#include <gtest/gtest.h>

#include "rules/reference_shares.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {
namespace {

using reference::random_election_of;
using reference::World;

constexpr BallotType kTypes[] = {BallotType::kApproval, BallotType::kCumulative, BallotType::kOrdinal};
constexpr Utility kUtilities[] = {
    Utility::kCost,     Utility::kCardinality,    Utility::kRelativeCost, Utility::kRelativeCardinality,
    Utility::kSqrtCost, Utility::kLogCost,        Utility::kEffort,       Utility::kCc,
    Utility::kPoints,   Utility::kRelativePoints, Utility::kBorda};
constexpr TieOrder kTies[] = {TieOrder::kId, TieOrder::kCostVotes, TieOrder::kCostVotesLot, TieOrder::kVotes,
                              TieOrder::kLot};

std::string ids(const Election& election, const std::vector<ProjectIndex>& winners) {
  std::string out;
  for (const ProjectIndex p : winners) out += election.projects[p].id + " ";
  return out;
}

/// Every election with every utility that its ballots can say; returns how many.
template <class Check>
std::size_t for_each_case(std::uint64_t first, std::uint64_t count, bool with_cc, const Check& check) {
  std::size_t cases = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    for (const BallotType type : kTypes) {
      const Election election = random_election_of(seed, type, seed % 2 == 1);
      for (const Utility utility : kUtilities) {
        if (utility == Utility::kCc ? !with_cc : !utilities_of(election, utility)) continue;
        RuleParams params;
        params.utility = utility;
        params.ties = kTies[seed % std::size(kTies)];
        params.seed = "lot";
        params.min_votes = seed % 3;
        SCOPED_TRACE("election " + std::to_string(seed) + " ballots " + std::to_string(static_cast<int>(type)) +
                     " utility " + std::to_string(static_cast<int>(utility)));
        check(election, params);
        ++cases;
      }
    }
  }
  return cases;
}

TEST(SharesReference, GreedyIsWhatItsDefinitionSays) {
  constexpr std::pair<std::string_view, Then> kVariants[] = {{"greedy", Then::kGreedy},
                                                             {"greedy-no-skip", Then::kGreedyNoSkip},
                                                             {"greedy-threshold", Then::kGreedyThreshold},
                                                             {"greedy-exclusive", Then::kGreedyExclusive}};
  const std::size_t cases = for_each_case(0, 150, true, [&](const Election& election, const RuleParams& params) {
    const World world(election, params);
    for (const auto& [rule, variant] : kVariants) {
      Trace trace;
      const auto outcome = tally(rule, election, params, trace);
      ASSERT_TRUE(outcome) << outcome.error().key;
      EXPECT_EQ(ids(election, outcome->winners), ids(election, world.greedy(variant, {}, false))) << rule;
    }
  });
  EXPECT_GT(cases, 3000U);
}

TEST(SharesReference, TheGreatestWelfareIsThatOfTheFirstBestSetInTieOrder) {
  for_each_case(1000, 60, false, [&](const Election& election, const RuleParams& params) {
    Trace trace;
    const auto outcome = tally("max-welfare", election, params, trace);
    ASSERT_TRUE(outcome) << outcome.error().key;
    EXPECT_EQ(ids(election, outcome->winners), ids(election, World(election, params).max_welfare()));
  });
}

TEST(SharesReference, EqualSharesIsWhatItsDefinitionSays) {
  for_each_case(2000, 150, false, [&](const Election& election, const RuleParams& params) {
    World world(election, params);
    Trace trace;
    const auto outcome = tally("equal-shares", election, params, trace);
    ASSERT_TRUE(outcome) << outcome.error().key;
    EXPECT_EQ(ids(election, outcome->winners), ids(election, world.equal_shares()));
    // Everyone together pays exactly the cost at the price that the trace tells.
    if (!outcome->winners.empty()) {
      EXPECT_EQ(outcome->cost, total_cost(election, outcome->winners));
    }
  });
}

TEST(SharesReference, EveryCompletionIsWhatItsDefinitionSays) {
  constexpr Completion kCompletions[] = {Completion::kAdd1, Completion::kAdd1u, Completion::kUtilitarian,
                                         Completion::kBudgetIncrease};
  for_each_case(3000, 40, false, [&](const Election& election, RuleParams params) {
    World world(election, params);
    for (const Completion completion : kCompletions) {
      params.completion = completion;
      params.add1_start = params.min_votes == 1 ? Add1Start::kIntegral : Add1Start::kExact;
      Trace trace;
      const auto outcome = tally("equal-shares", election, params, trace);
      ASSERT_TRUE(outcome) << outcome.error().key;
      EXPECT_EQ(ids(election, outcome->winners), ids(election, World(election, params).equal_shares()))
          << "completion " << static_cast<int>(completion);
    }
  });
}

TEST(SharesReference, ThenFillsWhatIsLeftByTheSameUtility) {
  constexpr std::pair<Then, Then> kFillers[] = {{Then::kGreedy, Then::kGreedy},
                                                {Then::kGreedyNoSkip, Then::kGreedyNoSkip},
                                                {Then::kGreedyThreshold, Then::kGreedyThreshold},
                                                {Then::kGreedyExclusive, Then::kGreedyExclusive}};
  for_each_case(4000, 40, false, [&](const Election& election, RuleParams params) {
    World world(election, params);
    for (const auto& [then, variant] : kFillers) {
      params.then = then;
      Trace trace;
      const auto outcome = tally("equal-shares", election, params, trace);
      ASSERT_TRUE(outcome) << outcome.error().key;
      const std::vector<ProjectIndex> first = world.equal_shares();
      EXPECT_EQ(ids(election, outcome->winners), ids(election, world.greedy(variant, first, false)));
      for (std::size_t i = 0; i < trace.rounds.size(); ++i) EXPECT_EQ(trace.rounds[i].completed, i >= first.size());
    }
  });
}

}  // namespace
}  // namespace stoepkrijt::rules
