#include <gtest/gtest.h>

#include "rules/completions.hpp"
#include "rules/equal_shares.hpp"
#include "rules/mockup_election.hpp"
#include "rules/random_elections.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {
namespace {

Election small(std::int64_t budget, const std::vector<std::pair<std::string, Ratio>>& projects) {
  Election election;
  election.budget = Ratio(budget);
  for (const auto& [id, cost] : projects) {
    Project project;
    project.id = id;
    project.cost = cost;
    election.projects.push_back(project);
  }
  return election;
}

TEST(EqualShares, SharesTheCostOfTheMockupEqually) {
  Trace trace;
  const Result<Outcome> outcome = equal_shares(mockup_election(), {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{kBenches, kDinner, kLanguage}));
  EXPECT_EQ(outcome->cost, Ratio(17'300));
  EXPECT_EQ(trace.purse, Ratio(125));
  EXPECT_EQ(trace.voters, 480U);
  EXPECT_EQ(trace.rounds[0].price, Ratio(50));
  EXPECT_EQ(trace.rounds[0].effective_votes, Ratio(192));
  EXPECT_EQ(trace.rounds[0].money_before, Ratio(60'000));
  EXPECT_EQ(trace.rounds[1].money_before, Ratio(50'400));
  EXPECT_EQ(trace.projects[kPlayground].why, WhyOut::kSupportersTooPoor);
}

TEST(EqualShares, ThoseWhoHaveLessThanThePricePayAllTheyHave) {
  Election election = small(30, {{"a", Ratio(8)}, {"b", Ratio(14)}});
  add_ballot(election, {0, 1});
  add_ballot(election, {1});
  add_ballot(election, {0});
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, {}, trace);
  ASSERT_TRUE(outcome);
  // a: two supporters pay 4. Then b's have 6 and 10: the first pays 6, the second 8.
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 1}));
  EXPECT_EQ(trace.rounds[1].price, Ratio(8));
  EXPECT_EQ(trace.rounds[1].effective_votes, Ratio(BigInt(14), BigInt(8)));
}

TEST(EqualShares, BreaksATieByTheBytesOfTheId) {
  Election election = small(20, {{"9", Ratio(15)}, {"10", Ratio(15)}});
  add_ballot(election, {0, 1}, 2);
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{1});
  EXPECT_EQ(trace.rounds[0].tied, (std::vector<ProjectIndex>{1, 0}));
}

TEST(EqualShares, BreaksATieByCostThenVotesWhenAsked) {
  Election election = small(40, {{"a", Ratio(20)}, {"b", Ratio(10)}});
  add_ballot(election, {0, 1}, 2);
  RuleParams params;
  params.ties = TieOrder::kCostVotes;
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, params, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners.front(), 1U);
}

TEST(EqualShares, SupportedFreeProjectsComeFirstAndUnsupportedOnesNever) {
  Election election = small(10, {{"c", Ratio(0)}, {"b", Ratio(0)}, {"a", Ratio(5)}});
  add_ballot(election, {0, 2});
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 2}));
  EXPECT_EQ(trace.projects[1].why, WhyOut::kNoSupport);
}

TEST(EqualShares, CarriesAProjectThatTakesTheLastCent) {
  Election election = small(10, {{"a", Ratio(10)}});
  add_ballot(election, {0}, 3);
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners.size(), 1U);
  EXPECT_EQ(trace.rounds[0].price, Ratio(BigInt(10), BigInt(3)));
}

TEST(EqualShares, BlankVotesCountAsVoters) {
  Election election = small(10, {{"a", Ratio(10)}});
  add_ballot(election, {0}, 3);
  add_ballot(election, {}, 1);
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_TRUE(outcome->winners.empty());
}

TEST(EqualShares, WithoutBallotsThereIsNothingToShare) {
  Trace trace;
  const Result<Outcome> outcome = equal_shares(small(10, {{"a", Ratio(1)}}), {}, trace);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::kNoBallots);
}

TEST(EqualShares, CountsPointsByTheirWeight) {
  Election election = small(20, {{"a", Ratio(12)}});
  election.type = BallotType::kCumulative;
  election.ballots = {{{0}, {1}, 1}, {{0}, {3}, 1}};
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{0});
  EXPECT_EQ(trace.rounds[0].price, Ratio(3));  // they pay 3 and 9
}

TEST(EqualShares, RunsWithoutAProjectThatStaysOnTheBallots) {
  const Election election = mockup_election();
  Trace trace;
  const Result<Outcome> outcome = equal_shares_at(election, {}, Ratio(125), kDinner, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{kBenches, kLanguage}));
  EXPECT_EQ(equal_shares_at(election, {}, Ratio(125), std::nullopt, trace)->winners.size(), 3U);
}

TEST(EqualShares, ScalesFromAtomsToGalaxies) {
  // The same election in units of 10^-60 and of 10^60: far outside 64 bits, and still exactly the same run.
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const Election election = random_election(seed);
    Trace plain;
    const Result<Outcome> expected = equal_shares(election, {}, plain);
    ASSERT_TRUE(expected);
    for (const Ratio& scale :
         {Ratio(BigInt::power_of_ten(60), BigInt(1)), Ratio(BigInt(1), BigInt::power_of_ten(60))}) {
      Election scaled = election;
      scaled.budget *= scale;
      for (Project& project : scaled.projects) project.cost *= scale;
      Trace trace;
      const Result<Outcome> outcome = equal_shares(scaled, {}, trace);
      ASSERT_TRUE(outcome);
      EXPECT_EQ(outcome->winners, expected->winners) << seed;
      for (std::size_t i = 0; i < trace.rounds.size(); ++i) {
        EXPECT_EQ(trace.rounds[i].price, plain.rounds[i].price * scale);
      }
    }
  }
}

TEST(Add1, RaisesThePursesUntilNothingFits) {
  Election election = small(100, {{"a", Ratio(60)}, {"b", Ratio(40)}});
  add_ballot(election, {0}, 6);
  add_ballot(election, {1}, 2);
  add_ballot(election, {}, 2);
  RuleParams params;
  params.completion = Completion::kAdd1;
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, params, trace);
  ASSERT_TRUE(outcome);
  // 10 each: only a. b's two supporters need 20 each: ten steps.
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 1}));
  EXPECT_EQ(trace.add1_steps, 10U);
  EXPECT_EQ(trace.purse, Ratio(20));
  EXPECT_FALSE(trace.add1_overran);
  EXPECT_TRUE(is_exhaustive(election, outcome->winners));
}

TEST(Add1, DropsTheRunThatCostsTooMuch) {
  Election election = small(100, {{"a", Ratio(60)}, {"b", Ratio(50)}, {"c", Ratio(10)}});
  add_ballot(election, {0}, 6);
  add_ballot(election, {1}, 4);
  add_ballot(election, {2}, 0);
  RuleParams params;
  params.completion = Completion::kAdd1;
  params.add1_stop = Add1Stop::kNever;
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, params, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{0});
  EXPECT_TRUE(trace.add1_overran);
}

TEST(Add1, EndsQuicklyWhenOneVoterWantsAFortune) {
  // Step by step this would take a million million runs.
  Election election = small(2'000'000, {{"a", Ratio::parse_decimal("1000000000000").value()}, {"b", Ratio(5)}});
  add_ballot(election, {0}, 1);
  add_ballot(election, {1}, 1);
  RuleParams params;
  params.completion = Completion::kAdd1;
  params.add1_stop = Add1Stop::kNever;
  Trace trace;
  const Result<Outcome> outcome = equal_shares(election, params, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{1});
  EXPECT_TRUE(trace.add1_overran);
  EXPECT_LT(trace.add1_runs, 100U);
}

}  // namespace
}  // namespace stoepkrijt::rules
