#include "rules/vouchers.hpp"

#include <gtest/gtest.h>

namespace stoepkrijt::rules {
namespace {

Project plan(std::string id, std::int64_t cost) {
  Project project;
  project.id = std::move(id);
  project.cost = Ratio(cost);
  return project;
}

/// Purses of 40, four vouchers of 10: two people give x 3 and y 1, one gives y 4.
Election worked() {
  Election election;
  election.type = BallotType::kCumulative;
  election.budget = Ratio(120);
  election.projects = {plan("x", 45), plan("y", 50), plan("z", 10)};
  election.ballots = {Ballot{{0, 1}, {3, 1}, 2}, Ballot{{1}, {4}, 1}};
  return election;
}

TEST(Vouchers, CarriesWhatReachesItsCostAndReturnsTheSurplusInProportion) {
  Trace trace;
  const auto outcome = vouchers(worked(), {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 1}));
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(45, 2)}}));
  EXPECT_EQ(trace.rounds[1].amounts, (std::vector<BallotAmount>{{0, Ratio(25, 3)}, {1, Ratio(100, 3)}}));
  EXPECT_EQ(trace.projects[2].why, WhyOut::kNoSupport);
}

TEST(Vouchers, SharesWhatIsLeftAmongTheGiversOfOtherPlans) {
  Election election = worked();
  election.projects[1].cost = Ratio(66);  // y holds 60: not carried
  Trace trace;
  const auto outcome = vouchers(election, {}, trace);
  ASSERT_TRUE(outcome);
  // After x the two have 17.50 each, the third 40; 66 = min(17.5, rho) · 2 + min(40, 4 rho): rho = 13.
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 1}));
  EXPECT_EQ(trace.rounds[1].amounts, (std::vector<BallotAmount>{{0, Ratio(13)}, {1, Ratio(40)}}));
}

TEST(Vouchers, AreWorthLessWhenNotAllAreGiven) {
  Election election = worked();
  election.vouchers = 8;  // 5 each: x holds 30 of 45
  Trace trace;
  const auto outcome = vouchers(election, {}, trace);
  ASSERT_TRUE(outcome);
  // Equal shares: x 45 / 6 = 7.50 a voucher; y 50 / 6 = 8.33. First x, 22.50 each; then y: 8.33, 8.33, 33.33.
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 1}));
  EXPECT_EQ(trace.rounds[0].price, Ratio(45, 2));
  EXPECT_EQ(trace.rounds[1].price, Ratio(100, 3));
  election.ballots[1].points = {100};  // more than were handed out: its vouchers are worth 40 / 100
  EXPECT_TRUE(vouchers(election, {}, trace));
}

TEST(Vouchers, ReturnsVouchersOfAPlanThatIsExcluded) {
  Election election = worked();
  election.projects[1].excludes = {0};
  election.projects[2].cost = Ratio(30);
  election.ballots[1] = Ballot{{1, 2}, {3, 1}, 1};
  Trace trace;
  // x is carried (60 of 45) and shuts y out; the third voter's 30 on y come back and pay z whole.
  EXPECT_EQ(vouchers(election, {}, trace).value().winners, (std::vector<ProjectIndex>{0, 2}));
  EXPECT_EQ(trace.projects[1].why, WhyOut::kExcluded);
  EXPECT_EQ(trace.rounds[1].amounts, (std::vector<BallotAmount>{{1, Ratio(30)}}));
}

TEST(Vouchers, RefusesBallotsWithoutPoints) {
  Election election = worked();
  election.type = BallotType::kApproval;
  Trace trace;
  EXPECT_EQ(vouchers(election, {}, trace).error().code, ErrorCode::kRuleNotDefined);
  election = worked();
  election.ballots[0].points.pop_back();
  EXPECT_EQ(vouchers(election, {}, trace).error().code, ErrorCode::kRuleNotDefined);
}

}  // namespace
}  // namespace stoepkrijt::rules
