#include <gtest/gtest.h>

#include "rules/greedy.hpp"
#include "rules/mockup_election.hpp"

namespace stoepkrijt::rules {
namespace {

Election four() {
  Election election;
  election.budget = Ratio(100);
  for (const auto& [id, cost] : std::vector<std::pair<std::string, int>>{{"a", 70}, {"b", 50}, {"c", 30}, {"d", 0}}) {
    Project project;
    project.id = id;
    project.cost = Ratio(cost);
    election.projects.push_back(project);
  }
  add_ballot(election, {0, 1}, 3);
  add_ballot(election, {0}, 1);
  return election;
}

TEST(Greedy, SkipsWhatDoesNotFitAndTakesUnsupportedProjectsLast) {
  Trace trace;
  const Result<Outcome> outcome = greedy(four(), {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 2, 3}));
  EXPECT_EQ(outcome->cost, Ratio(100));
  EXPECT_EQ(trace.projects[1].why, WhyOut::kDidNotFit);
  EXPECT_EQ(trace.projects[1].turn, 2U);
  EXPECT_EQ(trace.projects[1].money_then, Ratio(30));
}

TEST(Greedy, LeavesOutProjectsBelowTheThreshold) {
  RuleParams params;
  params.min_votes = 1;
  Trace trace;
  const Result<Outcome> outcome = greedy(four(), params, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{0});
  EXPECT_EQ(trace.projects[2].why, WhyOut::kNoSupport);
}

TEST(Greedy, WithCardinalityUtilityCountsVotesPerEuro) {
  RuleParams params;
  params.utility = Utility::kCardinality;
  Trace trace;
  const Result<Outcome> outcome = greedy(four(), params, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners.front(), 1U);  // 3/50 is more than 4/70
}

TEST(Greedy, ReportsATie) {
  Election election = four();
  add_ballot(election, {1});
  Trace trace;
  const Result<Outcome> outcome = greedy(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners.front(), 0U);
  EXPECT_EQ(trace.rounds.front().tied, (std::vector<ProjectIndex>{0, 1}));
}

TEST(Greedy, RefusesANegativeCost) {
  Election election = four();
  election.projects[0].cost = Ratio(-1);
  Trace trace;
  EXPECT_EQ(greedy(election, {}, trace).error().code, ErrorCode::kNegative);
}

}  // namespace
}  // namespace stoepkrijt::rules
