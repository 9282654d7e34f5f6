#include "rules/cstv.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "rules/certified.hpp"
#include "rules/reference_loads.hpp"

namespace stoepkrijt::rules {
namespace {

Project plan(std::string id, std::int64_t cost) {
  Project project;
  project.id = std::move(id);
  project.cost = Ratio(cost);
  return project;
}

RuleParams variant(CstvVariant which) {
  RuleParams params;
  params.variant = which;
  return params;
}

/// Purses of 40: two give a 30 and b 10, one gives c 40.
Election worked() {
  Election election;
  election.type = BallotType::kCumulative;
  election.budget = Ratio(120);
  election.projects = {plan("a", 60), plan("b", 50), plan("c", 60)};
  election.ballots = {Ballot{{0, 1}, {3, 1}, 2}, Ballot{{2}, {4}, 1}};
  return election;
}

TEST(Cstv, EliminatesTheWorstAndTakesBackWhatFits) {
  Trace trace;
  const auto outcome = cstv(worked(), variant(CstvVariant::kEwt), trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 2}));
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(30)}}));
  EXPECT_TRUE(trace.rounds[1].completed);
  EXPECT_TRUE(trace.rounds[1].amounts.empty());
  ASSERT_EQ(trace.eliminations.size(), 2U);
  EXPECT_EQ(trace.eliminations[0], (Elimination{1, 1, Ratio(20), {}}));
  EXPECT_EQ(trace.eliminations[1], (Elimination{2, 1, Ratio(40), {}}));
  EXPECT_EQ(trace.projects[1].why, WhyOut::kEliminated);
}

TEST(Cstv, MovesTheExcessToTheGiversOtherProjects) {
  Election election = worked();
  election.projects[0].cost = Ratio(20);  // 40 too much: 20 back to each, all to b, which then has 60
  Trace trace;
  const auto outcome = cstv(election, variant(CstvVariant::kEwt), trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 1}));
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(10)}}));
  EXPECT_EQ(trace.rounds[1].amounts, (std::vector<BallotAmount>{{0, Ratio(25)}}));
}

TEST(Cstv, LetsThoseWithoutAnotherProjectPayTheirWholeGift) {
  Election election = worked();
  election.projects[0].cost = Ratio(70);
  election.ballots[1] = Ballot{{0}, {4}, 1};  // gives a 40 and has nothing else; the others pay 15 of their 30
  Trace trace;
  const auto outcome = cstv(election, variant(CstvVariant::kEwt), trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(15)}, {1, Ratio(40)}}));
  EXPECT_EQ(trace.rounds[1].amounts, (std::vector<BallotAmount>{{0, Ratio(25)}}));  // b has just its 50
}

TEST(Cstv, BringsTheBestTogetherByMinimalTransfers) {
  // Gifts: person 1 gives a 20 and b 20, person 2 a 10 and c 30, person 3 b 20, c 20. a costs 45: its givers raise
  // their gifts by 45/30 to 30 and 15. Then b: 10 + 20, held 10 + 40; c: 25 + 20.
  Election election;
  election.type = BallotType::kCumulative;
  election.budget = Ratio(120);
  election.projects = {plan("a", 45), plan("b", 60), plan("c", 70)};
  election.ballots = {Ballot{{0, 1}, {2, 2}, 1}, Ballot{{0, 2}, {1, 3}, 1}, Ballot{{1, 2}, {2, 2}, 1}};
  Trace trace;
  const auto outcome = cstv(election, variant(CstvVariant::kMt), trace);
  ASSERT_TRUE(outcome);
  // Excesses at first: a −15, b −20, c −20. After a, b's givers hold 50 < 60 and c's 65 < 70: both go out; c has the
  // larger support (45 to 30) but the lower excess: −25 to −30, so c; and 75 is left, so c fits and b does not.
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 2}));
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(30)}, {1, Ratio(15)}}));
  ASSERT_EQ(trace.eliminations.size(), 2U);
  EXPECT_EQ(trace.eliminations[0].support, Ratio(30));
  EXPECT_EQ(trace.eliminations[1].support, Ratio(45));
}

TEST(Cstv, AMinimalTransferTakesFromTheGiversOtherProjectsInProportion) {
  // Purses of 50. Gifts: person 1 gives a 20, b 20, c 10; person 2 gives a 10, c 40. Nobody's plan is paid: a 30 of 60,
  // b 20 of 100, c 50 of 100. b's givers hold 50: it goes out, and keeps its gifts. a is nearest (−30 to −50): gifts
  // doubled to 40 and 20. Of the 10 that person 1 has left two thirds stay with b: c has 10/3 + 30.
  Election election;
  election.type = BallotType::kCumulative;
  election.budget = Ratio(100);
  election.projects = {plan("a", 60), plan("b", 100), plan("c", 100)};
  election.ballots = {Ballot{{0, 1, 2}, {2, 2, 1}, 1}, Ballot{{0, 2}, {1, 4}, 1}};
  Trace trace;
  const auto outcome = cstv(election, variant(CstvVariant::kMt), trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0}));
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(40)}, {1, Ratio(20)}}));
  ASSERT_EQ(trace.eliminations.size(), 2U);
  EXPECT_EQ(trace.eliminations[0], (Elimination{1, 0, Ratio(20), {}}));
  EXPECT_EQ(trace.eliminations[1], (Elimination{2, 1, Ratio(BigInt(100), BigInt(3)), {}}));
  // By support c is first (50 to 30): all of everybody's money moves to it, and nothing is left for a.
  const auto by_support = cstv(election, variant(CstvVariant::kMts), trace);
  ASSERT_TRUE(by_support);
  EXPECT_EQ(by_support->winners, (std::vector<ProjectIndex>{2}));
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(50)}, {1, Ratio(50)}}));
}

TEST(Cstv, NobodyGivesMoreThanAllInAMinimalTransfer) {
  Election election;
  election.type = BallotType::kScoring;
  election.budget = Ratio(80);
  election.projects = {plan("a", 70), plan("b", 80)};
  election.ballots = {Ballot{{0, 1}, {9, 1}, 1}, Ballot{{0, 1}, {1, 3}, 1}};  // gifts to a: 36 and 10
  Trace trace;
  const auto outcome = cstv(election, variant(CstvVariant::kMts), trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0}));
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(40)}, {1, Ratio(30)}}));
}

TEST(Cstv, MeasuresExcessSupportOrSupportPerCost) {
  Election election;
  election.type = BallotType::kCumulative;
  election.budget = Ratio(100);
  election.projects = {plan("a", 20), plan("b", 10), plan("c", 55)};
  election.ballots = {Ballot{{0}, {1}, 40}, Ballot{{1}, {1}, 25}, Ballot{{2}, {1}, 35}};  // 40, 25, 35
  Trace trace;
  EXPECT_EQ(cstv(election, variant(CstvVariant::kEwt), trace).value().winners.front(), 0U);   // 20 above
  EXPECT_EQ(cstv(election, variant(CstvVariant::kEwtc), trace).value().winners.front(), 1U);  // 2.5 times
  election.projects[0].cost = Ratio(30);
  election.projects[2].cost = Ratio(34);
  EXPECT_EQ(cstv(election, variant(CstvVariant::kEwt), trace).value().winners.front(), 1U);
  EXPECT_EQ(cstv(election, variant(CstvVariant::kEwts), trace).value().winners.front(), 0U);
}

TEST(Cstv, OfEquallyBadProjectsTheLastInTheOrderOfTiesGoes) {
  Election election;
  election.type = BallotType::kCumulative;
  election.budget = Ratio(100);
  election.projects = {plan("a", 60), plan("b", 60)};
  election.ballots = {Ballot{{0}, {1}, 1}, Ballot{{1}, {1}, 1}};
  Trace trace;
  EXPECT_EQ(cstv(election, {}, trace).value().winners, std::vector<ProjectIndex>{0});
  EXPECT_EQ(trace.eliminations[0], (Elimination{1, 0, Ratio(50), {0, 1}}));
}

/// Many rounds with excess make fractions that no one wants to see: the bounds must say the same as a slow calculation
/// with fractions of any length. Fails when either arithmetic is wrong, or when no election is large enough for bounds.
TEST(Cstv, BoundsDecideAsLongFractionsDo) {
  std::size_t in_bounds = 0;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    Random random(seed);
    Election election;
    election.type = BallotType::kCumulative;
    election.budget = Ratio(1000);
    for (int p = 0; p < 7; ++p) election.projects.push_back(plan(std::to_string(p), random.between(40, 200)));
    for (int b = 0; b < 25; ++b) {
      Ballot ballot;
      for (ProjectIndex p = 0; p < 7; ++p) {
        if (!random.chance(1, 2)) continue;
        ballot.projects.push_back(p);
        ballot.points.push_back(random.between(1, 9));
      }
      election.ballots.push_back(ballot);
    }
    for (const CstvVariant which : {CstvVariant::kEwt, CstvVariant::kMtc}) {
      Trace trace;
      const auto outcome = cstv(election, variant(which), trace);
      ASSERT_TRUE(outcome);
      EXPECT_EQ(outcome->winners, reference::Cstv(election, which).run()) << seed;
      std::vector<Ratio> spent(election.ballots.size());
      bool rounded = false;
      for (const Round& round : trace.rounds) {
        Ratio paid;
        for (const BallotAmount& amount : round.amounts) {
          paid += amount.amount;
          spent[amount.ballot] += amount.amount;
        }
        if (round.completed) continue;
        const Ratio off = election.projects[round.project].cost - paid;
        rounded = rounded || !off.is_zero();
        EXPECT_LE(off.is_negative() ? -off : off, Ratio(BigInt(25), BigInt::power_of_two(64)));
      }
      for (const Ratio& each : spent) EXPECT_LE(each, trace.purse);
      if (rounded) ++in_bounds;
    }
  }
  EXPECT_GT(in_bounds, 3U);
}

TEST(Cstv, BoundsHoldTheTrueNumberAndTellDoubt) {
  BoundArithmetic math(64, false);
  const auto third = math.from(Ratio(1, 3));
  const auto one = math.from(Ratio(1));
  const auto sum = math.add(math.add(third, third), third);
  EXPECT_LE(math.low(sum), Ratio(1));
  EXPECT_FALSE(math.doubt());
  EXPECT_EQ(math.compare(sum, one), std::strong_ordering::equal);
  EXPECT_TRUE(math.doubt());
  BoundArithmetic last(64, true);
  EXPECT_EQ(last.compare(sum, one), std::strong_ordering::equal);
  EXPECT_EQ(last.compare(third, one), std::strong_ordering::less);
  EXPECT_FALSE(last.doubt());
  ExactArithmetic exact(8);
  EXPECT_EQ(exact.scale(Ratio(1, 3), BigInt(3), 2), Ratio(1, 2));
  EXPECT_FALSE(exact.doubt());
  EXPECT_EQ(exact.add(Ratio(1, 300), Ratio(1)), Ratio(301, 300));
  EXPECT_TRUE(exact.doubt());
}

TEST(Cstv, RefusesBallotsWithoutPoints) {
  Election election = worked();
  election.type = BallotType::kOrdinal;
  Trace trace;
  EXPECT_EQ(cstv(election, {}, trace).error().code, ErrorCode::kRuleNotDefined);
  election = worked();
  election.ballots.clear();
  EXPECT_EQ(cstv(election, {}, trace).error().code, ErrorCode::kNoBallots);
}

}  // namespace
}  // namespace stoepkrijt::rules
