#include "rules/maximin_support.hpp"

#include <gtest/gtest.h>

#include "rules/random_elections.hpp"
#include "rules/reference_loads.hpp"

namespace stoepkrijt::rules {
namespace {

Project plan(std::string id, Ratio cost) {
  Project project;
  project.id = std::move(id);
  project.cost = std::move(cost);
  return project;
}

Election worked() {
  Election election;
  election.budget = Ratio(100);
  election.projects = {plan("a", Ratio(60)), plan("b", Ratio(40)), plan("c", Ratio(36))};
  add_ballot(election, {0, 2});
  add_ballot(election, {0, 1});
  add_ballot(election, {1});
  return election;
}

TEST(MaximinSupport, SplitsWhatWasChosenBeforeAnew) {
  Trace trace;
  const auto outcome = maximin_support(worked(), {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{1, 0}));
  ASSERT_EQ(trace.rounds.size(), 2U);
  EXPECT_EQ(trace.rounds[0].price, Ratio(20));
  EXPECT_EQ(trace.rounds[1].price, Ratio(100, 3));  // sequential Phragmén leaves the second voter with 40
  EXPECT_EQ(trace.projects[2].why, WhyOut::kDidNotFit);
  EXPECT_EQ(trace.projects[2].money_then, Ratio(0));
}

TEST(MaximinSupport, TiesProjectsThatDoNotRaiseTheHeaviestLoad) {
  Election election;
  election.budget = Ratio(100);
  election.projects = {plan("a", Ratio(30)), plan("b", Ratio(20)), plan("c", Ratio(10))};
  add_ballot(election, {0}, 1);  // alone: 30
  add_ballot(election, {1}, 1);  // 20
  add_ballot(election, {2}, 1);  // 10
  RuleParams params;
  params.ties = TieOrder::kCostVotes;
  Trace trace;
  const auto outcome = maximin_support(election, params, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{2, 1, 0}));
  EXPECT_TRUE(trace.rounds[1].tied.empty());
  election.projects[1].cost = Ratio(10);
  EXPECT_EQ(maximin_support(election, params, trace).value().winners, (std::vector<ProjectIndex>{1, 2, 0}));
  EXPECT_EQ(trace.rounds[0].tied, (std::vector<ProjectIndex>{1, 2}));
}

TEST(MaximinSupport, SkipsWhatDoesNotFitAndTakesUnsupportedProjectsLast) {
  Election election = worked();
  election.projects.push_back(plan("d", Ratio(5)));
  election.projects.push_back(plan("e", Ratio(500)));
  election.budget = Ratio(105);
  Trace trace;
  EXPECT_EQ(maximin_support(election, {}, trace).value().winners, (std::vector<ProjectIndex>{1, 0, 3}));
  EXPECT_EQ(trace.projects[4].why, WhyOut::kTooDear);
  RuleParams params;
  params.min_votes = 1;
  EXPECT_EQ(maximin_support(election, params, trace).value().winners, (std::vector<ProjectIndex>{1, 0}));
  EXPECT_EQ(trace.projects[3].why, WhyOut::kNoSupport);
}

TEST(MaximinSupport, ObeysExclusionsAndRequirements) {
  Election election = worked();
  election.projects[0].excludes = {1};
  Trace trace;
  EXPECT_EQ(maximin_support(election, {}, trace).value().winners, (std::vector<ProjectIndex>{1, 2}));
  EXPECT_EQ(trace.projects[0].why, WhyOut::kExcluded);
  election = worked();
  election.projects[1].requires_ = {0};
  EXPECT_EQ(maximin_support(election, {}, trace).value().winners, (std::vector<ProjectIndex>{0, 1}));
}

/// Amounts beyond 64 bits go through whole numbers of any length: the outcome is that of the same election in small.
TEST(MaximinSupport, DoesNotDependOnTheSizeOfTheAmounts) {
  const Ratio huge(BigInt::power_of_ten(40), BigInt(7));
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Election small = random_election(seed);
    Election large = small;
    large.budget *= huge;
    for (Project& project : large.projects) project.cost *= huge;
    Trace a;
    Trace b;
    EXPECT_EQ(maximin_support(small, {}, a).value().winners, maximin_support(large, {}, b).value().winners) << seed;
    for (std::size_t i = 0; i < a.rounds.size(); ++i) EXPECT_EQ(a.rounds[i].price * huge, b.rounds[i].price);
  }
}

TEST(MaximinSupport, ItsPriceIsTheLargestCostPerVoterOfAnySubset) {
  for (std::uint64_t seed = 300; seed < 500; ++seed) {
    const Election election = random_election(seed);
    const auto people = reference::people_of(election, Ratio(0));
    const std::vector<std::uint64_t> votes = count_votes(election);
    Trace trace;
    ASSERT_TRUE(maximin_support(election, {}, trace));
    std::vector<ProjectIndex> chosen;
    for (const Round& round : trace.rounds) {
      if (votes[round.project] == 0) continue;
      chosen.push_back(round.project);
      EXPECT_EQ(round.price, reference::load_of(election, people, chosen).value()) << seed;
    }
  }
}

}  // namespace
}  // namespace stoepkrijt::rules
