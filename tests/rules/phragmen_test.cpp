#include "rules/phragmen.hpp"

#include <gtest/gtest.h>

#include "rules/units.hpp"

namespace stoepkrijt::rules {
namespace {

Project plan(std::string id, std::int64_t cost) {
  Project project;
  project.id = std::move(id);
  project.cost = Ratio(cost);
  return project;
}

/// a costs 60 and has ballots 0 and 1 (3 people); b costs 40 and has ballots 0 and 2 (4 people); c costs 45, nobody.
Election worked() {
  Election election;
  election.budget = Ratio(100);
  election.projects = {plan("a", 60), plan("b", 40), plan("c", 45)};
  add_ballot(election, {0, 1}, 2);
  add_ballot(election, {0}, 1);
  add_ballot(election, {1}, 2);
  return election;
}

TEST(Phragmen, ChoosesTheLowestLevelAndRaisesItsSupporters) {
  Trace trace;
  const auto outcome = phragmen(worked(), {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{1, 0}));
  EXPECT_EQ(outcome->cost, Ratio(100));
  ASSERT_EQ(trace.rounds.size(), 2U);
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(10)}, {2, Ratio(10)}}));
  EXPECT_EQ(trace.rounds[1].amounts, (std::vector<BallotAmount>{{0, Ratio(50, 3)}, {1, Ratio(80, 3)}}));
  EXPECT_EQ(trace.rounds[1].price, Ratio(80, 3));
  EXPECT_EQ(trace.projects[2].why, WhyOut::kNoSupport);
}

TEST(Phragmen, StopsWhenAnyOfTheTiedLowestDoesNotFit) {
  Election election;
  election.budget = Ratio(100);
  election.projects = {plan("a", 50), plan("b", 60), plan("c", 30), plan("d", 101)};
  add_ballot(election, {0}, 5);   // level 10
  add_ballot(election, {1}, 4);   // level 15
  add_ballot(election, {2}, 2);   // level 15: fits after a, but b ties and does not
  add_ballot(election, {3}, 20);  // dearer than the budget: level 5.05 does not count
  Trace trace;
  const auto outcome = phragmen(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{0});
  EXPECT_EQ(trace.projects[1].why, WhyOut::kDidNotFit);
  EXPECT_EQ(trace.projects[1].money_then, Ratio(50));
  EXPECT_EQ(trace.projects[2].why, WhyOut::kAfterStop);
  EXPECT_EQ(trace.projects[3].why, WhyOut::kTooDear);
}

TEST(Phragmen, TakesUnsupportedProjectsLastUnlessAVoteIsAskedFor) {
  Election election = worked();
  election.budget = Ratio(145);
  Trace trace;
  EXPECT_EQ(phragmen(election, {}, trace).value().winners, (std::vector<ProjectIndex>{1, 0, 2}));
  RuleParams params;
  params.min_votes = 1;
  EXPECT_EQ(phragmen(election, params, trace).value().winners, (std::vector<ProjectIndex>{1, 0}));
}

TEST(Phragmen, SettlesATieByTheOrderAskedForAndReportsIt) {
  Election election;
  election.budget = Ratio(10);
  election.projects = {plan("a", 10), plan("b", 5)};
  add_ballot(election, {0}, 2);
  add_ballot(election, {1}, 1);
  RuleParams params;
  Trace trace;
  EXPECT_EQ(phragmen(election, params, trace).value().winners, std::vector<ProjectIndex>{0});
  EXPECT_EQ(trace.rounds[0].tied, (std::vector<ProjectIndex>{0, 1}));
  params.ties = TieOrder::kCostVotes;
  EXPECT_EQ(phragmen(election, params, trace).value().winners, std::vector<ProjectIndex>{1});
}

TEST(Phragmen, LetsAProjectInLateWithoutLoweringALoad) {
  // x (10, 1 voter of 2) waits for y (40, 2 other voters). Level of x is 2.5 at first; y is chosen at 20; x then costs
  // its two voters 5 each, but one of them also paid 20 for y and pays nothing more: the other pays all 10.
  Election election;
  election.budget = Ratio(100);
  election.projects = {plan("x", 10), plan("y", 40)};
  election.projects[0].requires_ = {1};
  add_ballot(election, {0, 1});
  add_ballot(election, {1});
  add_ballot(election, {0});
  Trace trace;
  EXPECT_EQ(phragmen(election, {}, trace).value().winners, (std::vector<ProjectIndex>{1, 0}));
  ASSERT_EQ(trace.rounds.size(), 2U);
  EXPECT_EQ(trace.rounds[1].amounts, (std::vector<BallotAmount>{{2, Ratio(10)}}));
  election.projects[1].cost = Ratio(101);
  EXPECT_TRUE(phragmen(election, {}, trace).value().winners.empty());
  EXPECT_EQ(trace.projects[0].why, WhyOut::kLacksRequired);
}

TEST(Phragmen, AnExcludedProjectDoesNotEndTheCount) {
  Election election = worked();
  election.projects[2].cost = Ratio(1000);
  election.projects[0].excludes = {1};
  Trace trace;
  EXPECT_EQ(phragmen(election, {}, trace).value().winners, std::vector<ProjectIndex>{1});
  EXPECT_EQ(trace.projects[0].why, WhyOut::kExcluded);
}

TEST(Phragmen, RefusesOtherBallots) {
  Election election = worked();
  election.type = BallotType::kOrdinal;
  Trace trace;
  EXPECT_EQ(phragmen(election, {}, trace).error().code, ErrorCode::kRuleNotDefined);
}

TEST(Units, ApproximatesWithinItsBoundOrSaysThatItCannot) {
  const BigInt huge = BigInt::power_of_ten(90) + BigInt(7);
  const double quotient = approximate(huge, BigInt(3));
  EXPECT_NEAR(quotient / 3.3333333333333333e89, 1.0, 1e-15);
  EXPECT_EQ(approximate(BigInt(0), BigInt(5)), 0.0);
  const double too_large = approximate(BigInt::power_of_ten(900), BigInt(1));
  EXPECT_FALSE(surely_less(1, 0, too_large, 0));
  EXPECT_FALSE(surely_less(too_large, 0, 1, 0));
  EXPECT_TRUE(surely_less(1, kRelativeError, 1 + 8 * kRelativeError, kRelativeError));
  EXPECT_FALSE(surely_less(1, kRelativeError, 1 + kRelativeError, kRelativeError));
}

}  // namespace
}  // namespace stoepkrijt::rules
