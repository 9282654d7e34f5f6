#include "rules/figures.hpp"

#include <gtest/gtest.h>

#include "rules/mockup_election.hpp"
#include "rules/random_elections.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {
namespace {

Election two_voters() {
  Election election;
  election.budget = Ratio(10);
  election.projects.resize(2);
  election.projects[0] = Project{"a", "", Ratio(10), {"green"}, "north"};
  election.projects[1] = Project{"b", "", Ratio(5), {"play"}, ""};
  add_ballot(election, {0});
  add_ballot(election, {1});
  return election;
}

TEST(Figures, CountTheExampleOfTheHeader) {
  const auto figures = figures_of(two_voters(), Outcome{{0}, Ratio(10)});
  ASSERT_TRUE(figures);
  EXPECT_EQ(figures->voters, 2U);
  EXPECT_EQ(figures->blank, 0U);
  EXPECT_EQ(figures->empty_handed, 1U);
  EXPECT_EQ(figures->empty_handed_part, Ratio(BigInt(1), BigInt(2)));
  EXPECT_EQ(figures->winners_per_voter, (std::vector<std::uint64_t>{1, 1}));
  EXPECT_EQ(figures->mean_winners, Ratio(BigInt(1), BigInt(2)));
  EXPECT_EQ(figures->mean_money, Ratio(5));
  EXPECT_EQ(figures->gini_winners, Ratio(BigInt(1), BigInt(2)));
  EXPECT_EQ(figures->fair_share_distance, Ratio(5));
  // All money for green, of which two thirds of the wishes were: ((1 − 2/3)² + (0 − 1/3)²) / 2.
  EXPECT_EQ(figures->category_distance, Ratio(BigInt(1), BigInt(9)));
  EXPECT_TRUE(figures->exhaustive);
  EXPECT_EQ(figures->left, Ratio(0));
  ASSERT_EQ(figures->spending.size(), 4U);
  EXPECT_EQ(figures->spending[0], (SpendingOn{"green", false, Ratio(10), Ratio(1), Ratio(BigInt(2), BigInt(3)), 1, 1}));
  EXPECT_EQ(figures->spending[2], (SpendingOn{"", true, Ratio(0), Ratio(0), Ratio(BigInt(1), BigInt(3)), 0, 1}));
  EXPECT_EQ(figures->spending[3].name, "north");
}

TEST(Figures, TakeAPlanThatIsPaidInPartForWhatItGets) {
  const auto figures = figures_of(two_voters(), Outcome{{1, 0}, Ratio(10), Ratio(5)});
  ASSERT_TRUE(figures);
  EXPECT_EQ(figures->left, Ratio(0));
  EXPECT_EQ(figures->mean_money, Ratio(5));
  EXPECT_EQ(figures->gini_money, Ratio(0));
}

TEST(Figures, SayWhatStillFits) {
  Election election = two_voters();
  election.budget = Ratio(15);
  EXPECT_FALSE(figures_of(election, Outcome{{0}, Ratio(10)})->exhaustive);
  EXPECT_TRUE(figures_of(election, Outcome{{0, 1}, Ratio(15)})->exhaustive);
}

TEST(Figures, RefuseAnElectionWithoutBallots) {
  Election election = two_voters();
  election.ballots.clear();
  EXPECT_EQ(figures_of(election, {}).error().code, ErrorCode::kNoBallots);
}

TEST(Figures, OfTheMockupElection) {
  Trace trace;
  const auto outcome = tally("equal-shares", mockup_election(), {}, trace);
  ASSERT_TRUE(outcome);
  const auto figures = figures_of(mockup_election(), *outcome);
  ASSERT_TRUE(figures);
  EXPECT_EQ(figures->blank, 109U);
  EXPECT_EQ(figures->empty_handed, 24U);  // those who only wanted the playground
  EXPECT_EQ(figures->winners_per_voter, (std::vector<std::uint64_t>{133, 267, 0, 80}));
}

/// Every figure person by person, as it is defined.
void expect_by_person(const Election& election, const Outcome& outcome, const Figures& figures) {
  std::vector<Ratio> winners;
  std::vector<Ratio> money;
  Ratio distance;
  const std::vector<std::uint64_t> votes = count_votes(election);
  const Ratio n(static_cast<std::int64_t>(count_voters(election)));
  for (const Ballot& ballot : election.ballots) {
    Ratio count;
    Ratio paid;
    Ratio share;
    Ratio attainable;
    for (const ProjectIndex p : ballot.projects) {
      const Ratio part = election.projects[p].cost / Ratio(static_cast<std::int64_t>(votes[p]));
      attainable += part;
      if (std::find(outcome.winners.begin(), outcome.winners.end(), p) == outcome.winners.end()) continue;
      count += Ratio(1);
      paid += election.projects[p].cost;
      share += part;
    }
    const Ratio fair = std::min(attainable, election.budget / n);
    for (std::uint64_t i = 0; i < ballot.count; ++i) {
      winners.push_back(count);
      money.push_back(paid);
      distance += share > fair ? share - fair : fair - share;
    }
  }
  const auto by_pairs = [&](const std::vector<Ratio>& values) {
    Ratio differences;
    Ratio sum;
    for (const Ratio& a : values) {
      sum += a;
      for (const Ratio& b : values) differences += a > b ? a - b : b - a;
    }
    return sum.is_zero() ? Ratio(0) : differences / (Ratio(2) * n * sum);
  };
  EXPECT_EQ(figures.gini_winners, by_pairs(winners));
  EXPECT_EQ(figures.gini_money, by_pairs(money));
  EXPECT_EQ(figures.fair_share_distance, distance / n);
}

TEST(Figures, AreThoseOfTheirDefinitionsPersonByPerson) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const Election election = random_election(seed);
    Trace trace;
    const auto outcome = tally(seed % 2 == 0 ? "greedy" : "equal-shares", election, {}, trace);
    ASSERT_TRUE(outcome);
    const auto figures = figures_of(election, *outcome);
    ASSERT_TRUE(figures);
    expect_by_person(election, *outcome, *figures);
    EXPECT_EQ(*figures, *figures_of(shuffled_people(election, seed), *outcome)) << seed;
  }
}

TEST(Figures, CountPointsOnlyWhereThereArePoints) {
  Election election = two_voters();
  EXPECT_FALSE(figures_of(election, Outcome{{0}, Ratio(10)})->gini_points.has_value());
  election.type = BallotType::kScoring;
  election.ballots[0] = Ballot{{0, 1}, {3, 0}, 1};  // b with no points is not approved
  election.ballots[1] = Ballot{{0, 1}, {1, 2}, 1};
  const auto figures = figures_of(election, Outcome{{0, 1}, Ratio(15)});
  EXPECT_EQ(figures->gini_points, Ratio(0));
  EXPECT_EQ(figures->winners_per_voter, (std::vector<std::uint64_t>{0, 1, 1}));
}

}  // namespace
}  // namespace stoepkrijt::rules
