#include "rules/expanding_approvals.hpp"

#include <gtest/gtest.h>

namespace stoepkrijt::rules {
namespace {

Project plan(std::string id, std::int64_t cost) {
  Project project;
  project.id = std::move(id);
  project.cost = Ratio(cost);
  return project;
}

/// a 70, b 60, c 30; two voters rank a b, one c b. Purses of 30.
Election worked() {
  Election election;
  election.type = BallotType::kOrdinal;
  election.budget = Ratio(90);
  election.projects = {plan("a", 70), plan("b", 60), plan("c", 30)};
  election.ballots = {Ballot{{0, 1}, {}, 2}, Ballot{{2, 1}, {}, 1}};
  return election;
}

TEST(ExpandingApprovals, GoesRankByRankAndLetsSupportersPayEqually) {
  Trace trace;
  const auto outcome = expanding_approvals(worked(), {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{2, 1}));
  EXPECT_EQ(trace.purse, Ratio(30));
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{1, Ratio(30)}}));
  EXPECT_EQ(trace.rounds[1].amounts, (std::vector<BallotAmount>{{0, Ratio(30)}}));
  EXPECT_EQ(trace.projects[0].why, WhyOut::kSupportersTooPoor);
  EXPECT_EQ(trace.projects[0].money_then, Ratio(0));
}

TEST(ExpandingApprovals, NobodyPaysMoreThanTheRestWhileTheyCan) {
  // Purses of 25. c takes 10 from the third voter; of the 54 that b costs the third pays the 15 left, the others the
  // rest.
  Election election = worked();
  election.budget = Ratio(75);
  election.projects[2].cost = Ratio(10);
  election.projects[1].cost = Ratio(54);
  Trace trace;
  EXPECT_EQ(expanding_approvals(election, {}, trace).value().winners, (std::vector<ProjectIndex>{2, 1}));
  EXPECT_EQ(trace.rounds[1].amounts, (std::vector<BallotAmount>{{0, Ratio(39, 2)}, {1, Ratio(15)}}));
  EXPECT_EQ(trace.rounds[1].price, Ratio(39, 2));
}

TEST(ExpandingApprovals, CountsEveryApprovalAtTheFirstRank) {
  Election election = worked();
  election.type = BallotType::kApproval;
  Trace trace;
  // All three approve b: 90 is enough for b and then for c or a no more.
  EXPECT_EQ(expanding_approvals(election, {}, trace).value().winners, (std::vector<ProjectIndex>{1}));
  EXPECT_EQ(trace.rounds[0].tied, (std::vector<ProjectIndex>{1, 2}));
  RuleParams params;
  params.ties = TieOrder::kCostVotes;
  EXPECT_EQ(expanding_approvals(election, params, trace).value().winners, (std::vector<ProjectIndex>{2, 1}));
}

TEST(ExpandingApprovals, RanksProjectsByTheirPoints) {
  Election election = worked();
  election.type = BallotType::kScoring;
  election.ballots = {Ballot{{0, 1, 2}, {5, 2, 0}, 2}, Ballot{{1, 2}, {1, 9}, 1}};
  Trace trace;
  EXPECT_EQ(expanding_approvals(election, {}, trace).value().winners, (std::vector<ProjectIndex>{2, 1}));
  election.ballots[1].points = {9, 9};  // b and c share the first rank of the third voter; b has too little as yet
  EXPECT_EQ(expanding_approvals(election, {}, trace).value().winners, (std::vector<ProjectIndex>{2, 1}));
  election.ballots[0].points = {2, 5, 0};  // now b has everyone at rank 1, and goes before c by its id
  EXPECT_EQ(expanding_approvals(election, {}, trace).value().winners, (std::vector<ProjectIndex>{1}));
}

TEST(ExpandingApprovals, GivesASolidGroupItsShare) {
  // Inclusion PSC: a third of the voters rank c and d above all; their third of the money pays one of them.
  Election election;
  election.type = BallotType::kOrdinal;
  election.budget = Ratio(90);
  election.projects = {plan("a", 30), plan("b", 30), plan("c", 30), plan("d", 30)};
  election.ballots = {Ballot{{0, 1}, {}, 6}, Ballot{{2, 3}, {}, 2}, Ballot{{3, 2}, {}, 1}};
  Trace trace;
  const auto outcome = expanding_approvals(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 1, 2}));
}

TEST(ExpandingApprovals, LooksAgainAtWhatWaited) {
  Election election = worked();
  election.projects[2].requires_ = {1};
  Trace trace;
  // c waits for b. Rank 2: b takes 20 from each, c then has 10 of 30.
  EXPECT_EQ(expanding_approvals(election, {}, trace).value().winners, (std::vector<ProjectIndex>{1}));
  EXPECT_EQ(trace.projects[2].why, WhyOut::kSupportersTooPoor);
  election.projects[2].cost = Ratio(10);
  EXPECT_EQ(expanding_approvals(election, {}, trace).value().winners, (std::vector<ProjectIndex>{1, 2}));
}

TEST(ExpandingApprovals, NeedsABallot) {
  Election election = worked();
  election.ballots.clear();
  Trace trace;
  EXPECT_EQ(expanding_approvals(election, {}, trace).error().code, ErrorCode::kNoBallots);
}

}  // namespace
}  // namespace stoepkrijt::rules
