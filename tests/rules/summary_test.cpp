// The summary of a count, what is filled and compared after the rule, the reasons of a refusal, and the orders of ties.
#include <gtest/gtest.h>

#include "rules/mockup_election.hpp"
#include "rules/registry.hpp"
#include "rules/summary.hpp"
#include "rules/ties.hpp"

namespace stoepkrijt::rules {
namespace {

Election election_of(std::int64_t budget, const std::vector<std::pair<std::string, std::int64_t>>& projects) {
  Election election;
  election.budget = Ratio(budget);
  for (const auto& [id, cost] : projects) {
    Project project;
    project.id = id;
    project.cost = Ratio(cost);
    election.projects.push_back(project);
  }
  return election;
}

Summary summary_of(std::string_view rule, const Election& election, const RuleParams& params) {
  Trace trace;
  const auto outcome = tally(rule, election, params, trace);
  EXPECT_TRUE(outcome);
  const auto summary = summarise(election, params, *outcome, trace);
  EXPECT_TRUE(summary);
  return *summary;
}

TEST(Summary, AddsUpWhatTheWinnersAreWorth) {
  Election election = election_of(100, {{"a", 8}, {"b", 18}});
  add_ballot(election, {0, 1}, 2);
  add_ballot(election, {1}, 1);
  const auto welfare = [&](Utility utility) {
    RuleParams params;
    params.utility = utility;
    return summary_of("greedy", election, params).welfare;
  };
  EXPECT_EQ(welfare(Utility::kCost), "70");
  EXPECT_EQ(welfare(Utility::kCardinality), "5");
  EXPECT_EQ(welfare(Utility::kRelativeCost), "3");
  EXPECT_EQ(welfare(Utility::kRelativeCardinality), "3");
  EXPECT_EQ(welfare(Utility::kSqrtCost), "18.384776");  // 2·√8 + 3·√18 = 13·√2
  EXPECT_EQ(welfare(Utility::kLogCost), "13.227766");   // 2·ln 9 + 3·ln 19
  EXPECT_EQ(welfare(Utility::kEffort), "26");
  EXPECT_EQ(welfare(Utility::kCc), "3");
}

TEST(Summary, KnowsWhetherAnythingStillFits) {
  Election election = election_of(100, {{"a", 60}, {"b", 50}, {"c", 40}});
  add_ballot(election, {0}, 3);
  add_ballot(election, {1}, 2);
  RuleParams params;
  EXPECT_TRUE(summary_of("greedy", election, params).exhaustive);  // nobody asks for c
  EXPECT_TRUE(summary_of("equal-shares", election, params).exhaustive);
  add_ballot(election, {2}, 1);
  EXPECT_FALSE(summary_of("equal-shares", election, params).exhaustive);
}

TEST(Summary, ATieThatChangesNothingDidNotDecide) {
  Election election = election_of(100, {{"a", 50}, {"b", 50}});
  add_ballot(election, {0}, 1);
  add_ballot(election, {1}, 1);
  EXPECT_TRUE(summary_of("greedy", election, {}).ties_decided.empty());
  election.budget = Ratio(60);
  const Summary summary = summary_of("greedy", election, {});
  ASSERT_EQ(summary.ties_decided.size(), 1U);
  EXPECT_EQ(summary.ties_decided[0], (TieDecided{0, {0, 1}}));
  EXPECT_EQ(summary_of("max-welfare", election, {}).ties_decided, summary.ties_decided);
}

TEST(Then, FillsWhatEqualSharesLeavesAndSaysSo) {
  RuleParams params;
  params.then = Then::kGreedy;
  Trace trace;
  const auto outcome = tally("equal-shares", mockup_election(), params, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{kBenches, kDinner, kLanguage, kPlayground}));
  EXPECT_FALSE(trace.rounds[2].completed);
  EXPECT_TRUE(trace.rounds[3].completed);
  EXPECT_TRUE(trace.rounds[3].price.is_zero());
  EXPECT_EQ(trace.projects[kPlayground].why, WhyOut::kSelected);
}

TEST(Then, TheGreatestWelfareTakesWhatNobodyAsksForLast) {
  Election election = election_of(100, {{"a", 50}, {"b", 30}, {"c", 30}, {"d", 20}});
  add_ballot(election, {0}, 5);
  add_ballot(election, {1}, 1);
  RuleParams params;
  params.then = Then::kMaxWelfare;
  Trace trace;
  const auto outcome = tally("equal-shares", election, params, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 1, 3}));
}

TEST(ComparisonStep, TakesGreedyWhenStrictlyMoreVotersPreferIt) {
  // Four voters want the square of 90; six want two of the small ones each, which greedy leaves out.
  Election election = election_of(100, {{"square", 90}, {"x", 20}, {"y", 20}});
  add_ballot(election, {0}, 6);
  add_ballot(election, {1}, 2);
  add_ballot(election, {2}, 2);
  RuleParams params;
  Trace trace;
  EXPECT_EQ(tally("equal-shares", election, params, trace)->winners, (std::vector<ProjectIndex>{1, 2}));
  params.comparison = ComparisonStep::kSatisfaction;
  EXPECT_EQ(tally("equal-shares", election, params, trace)->winners, std::vector<ProjectIndex>{0});
  EXPECT_TRUE(trace.replaced_by_greedy);
  EXPECT_EQ(trace.rule, "equal-shares");
  election.ballots[0].count = 4;  // as many against as in favour: it stays
  EXPECT_EQ(tally("equal-shares", election, params, trace)->winners, (std::vector<ProjectIndex>{1, 2}));
  EXPECT_FALSE(trace.replaced_by_greedy);
}

TEST(ComparisonStep, CanCountOnlyWhoHasAnythingAtAll) {
  // Greedy gives three voters one more winner; equal shares gives two voters their first.
  Election election = election_of(100, {{"a", 50}, {"b", 50}, {"c", 40}});
  add_ballot(election, {0, 1}, 3);
  add_ballot(election, {2}, 2);
  RuleParams params;
  Trace trace;
  ASSERT_EQ(tally("equal-shares", election, params, trace)->winners, (std::vector<ProjectIndex>{0, 2}));
  params.comparison = ComparisonStep::kNonempty;
  EXPECT_EQ(tally("equal-shares", election, params, trace)->winners, (std::vector<ProjectIndex>{0, 2}));
  params.comparison = ComparisonStep::kSatisfaction;
  EXPECT_EQ(tally("equal-shares", election, params, trace)->winners, (std::vector<ProjectIndex>{0, 1}));
}

TEST(Tally, SaysWhyARuleIsNotDefined) {
  Election election = election_of(10, {{"a", 5}, {"b", 5}});
  add_ballot(election, {0}, 1);
  Trace trace;
  RuleParams params;
  EXPECT_EQ(tally("cstv", election, params, trace).error().key, "error.rule_not_on_approvals");
  params.completion = Completion::kAdd1;
  EXPECT_EQ(tally("greedy", election, params, trace).error().key, "error.rule_without_completion");
  params = {};
  params.utility = Utility::kCc;
  EXPECT_EQ(tally("equal-shares", election, params, trace).error().key, "error.utility_no_sum");
  EXPECT_EQ(tally("max-welfare", election, params, trace).error().key, "error.utility_no_sum");
  EXPECT_TRUE(tally("greedy", election, params, trace));
  params = {};
  election.type = BallotType::kOrdinal;
  EXPECT_EQ(tally("phragmen", election, params, trace).error().key, "error.rule_not_on_rankings");
  election.type = BallotType::kCumulative;
  election.ballots[0].points = {1};
  EXPECT_EQ(tally("phragmen", election, params, trace).error().key, "error.rule_not_on_points");
  election.projects[1].excludes = {0};
  EXPECT_EQ(tally("cstv", election, params, trace).error().key, "error.rule_without_limits");
}

class StopAtOnce : public Watcher {
 public:
  bool on_progress(std::uint64_t /*done*/, std::uint64_t /*total*/) override { return false; }
};

TEST(Tally, StopsWhenAsked) {
  StopAtOnce watcher;
  RuleParams params;
  params.watcher = &watcher;
  Trace trace;
  EXPECT_EQ(tally("greedy", mockup_election(), params, trace).error().code, ErrorCode::kCancelled);
  EXPECT_EQ(tally("max-welfare", mockup_election(), params, trace).error().code, ErrorCode::kCancelled);
  params.completion = Completion::kAdd1;
  params.utility = Utility::kSqrtCost;
  EXPECT_EQ(tally("equal-shares", mockup_election(), params, trace).error().code, ErrorCode::kCancelled);
}

TEST(Ties, WhoWinsEveryTieGoesFirstAndTheLotNeedsNoCosts) {
  Election election = election_of(10, {{"9", 5}, {"10", 6}, {"a", 4}});
  add_ballot(election, {2}, 1);
  RuleParams params;
  EXPECT_EQ(tie_ranks(election, params), (std::vector<std::uint32_t>{1, 0, 2}));
  params.ties_won = {2, 0};
  EXPECT_EQ(tie_ranks(election, params), (std::vector<std::uint32_t>{1, 2, 0}));
  params = {};
  params.ties = TieOrder::kLot;
  params.seed = "s";
  const std::vector<std::uint32_t> drawn = tie_ranks(election, params);
  election.projects[0].cost = Ratio(1);
  add_ballot(election, {1}, 5);
  EXPECT_EQ(tie_ranks(election, params), drawn);
  params.seed = "t";
  const std::vector<std::uint32_t> other = tie_ranks(election, params);
  params.seed = "u";
  EXPECT_TRUE(drawn != other || drawn != tie_ranks(election, params));
}

}  // namespace
}  // namespace stoepkrijt::rules
