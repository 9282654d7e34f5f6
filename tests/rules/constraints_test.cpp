#include "rules/constraints.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/random.hpp"
#include "random_elections.hpp"
#include "rules/feasibility.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {
namespace {

Project project(std::string id, std::int64_t cost, std::string theme, std::string area = "") {
  Project p;
  p.id = std::move(id);
  p.cost = Ratio(cost);
  p.categories = {std::move(theme)};
  p.area = std::move(area);
  return p;
}

/// Trees 25 and pond 20 are green, swing 40 and fort 30 are play, bench 10 is neither. Votes 30, 20, 50, 40, 10.
Election green_and_play() {
  Election e;
  e.budget = Ratio(100);
  e.projects = {project("trees", 25, "green"), project("pond", 20, "green"), project("swing", 40, "play"),
                project("fort", 30, "play"), project("bench", 10, "rest")};
  add_ballot(e, {0}, 20);
  add_ballot(e, {0, 1}, 10);
  add_ballot(e, {1, 4}, 10);
  add_ballot(e, {2}, 20);
  add_ballot(e, {2, 3}, 30);
  add_ballot(e, {3}, 10);
  return e;
}

std::vector<std::string> winners_of(const Election& election, std::string_view rule = "greedy") {
  Trace trace;
  const Result<Outcome> outcome = tally(rule, election, {}, trace);
  std::vector<std::string> ids;
  if (!outcome) return {outcome.error().key};
  for (const ProjectIndex p : outcome->winners) ids.push_back(election.projects[p].id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(Constraints, APotServesItsThemeFirstAndLeavesTheRestToAll) {
  Election e = green_and_play();
  EXPECT_EQ(winners_of(e), (Ids{"swing", "fort", "trees"}));  // 50, 40, 30 votes; 5 left
  e.constraints.pots = {{"green", false, Ratio(45)}};
  // Green: trees 25, pond 20. The rest, 55: swing 40, then fort does not fit, bench 10.
  EXPECT_EQ(winners_of(e), (Ids{"trees", "pond", "swing", "bench"}));
}

TEST(Constraints, MoneyThatAPotLeavesGoesToTheRest) {
  Election e = green_and_play();
  e.constraints.pots = {{"green", false, Ratio(30)}};
  // Green takes trees only and leaves 5: the rest has 75: swing 40, fort 30. 5 left.
  EXPECT_EQ(winners_of(e), (Ids{"trees", "swing", "fort"}));
}

TEST(Constraints, EqualSharesInAPotDividesTheMoneyOverThoseWhoTakePart) {
  Election e = green_and_play();
  e.constraints.pots = {{"green", false, Ratio(40)}};
  Trace trace;
  const Result<Outcome> outcome = tally("equal-shares", e, {}, trace);
  ASSERT_TRUE(outcome);
  ASSERT_EQ(trace.phases.size(), 2U);
  EXPECT_EQ(trace.phases[0].voters, 40U);  // 20 + 10 + 10 name something green
  EXPECT_EQ(trace.phases[0].purse, Ratio(1));
  EXPECT_EQ(trace.phases[1].voters, 100U);
  // Trees: 30 people with 1 each pay 25/30. Then pond: 10 of them have 1/6 left, 10 others 1: 11.67 < 20.
  EXPECT_EQ(trace.rounds.front().price, Ratio(BigInt(25), BigInt(30)));
  EXPECT_EQ(outcome->winners.front(), 0U);
}

TEST(Constraints, AMinimumTakesInOrderOfSelectionUntilItIsReached) {
  Election e = green_and_play();
  e.constraints.limits = {{"green", false, Ratio(30), std::nullopt}};
  // Green alone, in order of votes: trees 25 is not enough, pond makes 45. Then 55 for all: swing, bench.
  EXPECT_EQ(winners_of(e), (Ids{"trees", "pond", "swing", "bench"}));
  e.constraints.limits = {{"green", false, Ratio(25), std::nullopt}};
  EXPECT_EQ(winners_of(e), (Ids{"trees", "swing", "fort"}));
}

TEST(Constraints, AMinimumThatCannotBeReachedIsTold) {
  Election e = green_and_play();
  e.constraints.limits = {{"green", false, Ratio(60), std::nullopt}};
  Trace trace;
  ASSERT_TRUE(tally("greedy", e, {}, trace));
  EXPECT_EQ(trace.least_unmet, (Ids{"green"}));
}

TEST(Constraints, ThePlanWithMostSupportThatCanBeDoneSmallerGetsWhatIsLeft) {
  Election e = green_and_play();
  e.budget = Ratio(95);  // swing 40, fort 30, trees 25: nothing left
  e.constraints.part_funding = true;
  EXPECT_EQ(winners_of(e), (Ids{"swing", "fort", "trees"}));
  e.budget = Ratio(80);  // swing 40, fort 30, bench 10
  EXPECT_EQ(winners_of(e), (Ids{"swing", "fort", "bench"}));
  e.budget = Ratio(79);  // swing 40, fort 30; 9 left
  e.projects[0].least_cost = Ratio(12);
  EXPECT_EQ(winners_of(e), (Ids{"swing", "fort"}));
  e.projects[1].least_cost = Ratio(9);
  Trace trace;
  const Result<Outcome> outcome = tally("greedy", e, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{2, 3, 1}));
  EXPECT_EQ(outcome->part_paid, std::optional<Ratio>(Ratio(9)));
  EXPECT_EQ(outcome->cost, Ratio(79));
  e.projects[0].least_cost = Ratio(8);  // more votes than the pond
  EXPECT_EQ(winners_of(e), (Ids{"swing", "fort", "trees"}));
}

TEST(Constraints, WhatAPotChoseExcludesInTheRestToo) {
  Election e = green_and_play();
  e.constraints.pots = {{"green", false, Ratio(25)}};
  e.projects[2].excludes = {0};
  Trace trace;
  const Result<Outcome> outcome = tally("greedy", e, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(trace.projects[2].why, WhyOut::kExcluded);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 3, 1, 4}));
}

TEST(Constraints, ContradictionsSayWhatIsWrong) {
  Election e = green_and_play();
  e.constraints.pots = {{"green", false, Ratio(60)}, {"play", false, Ratio(41)}};
  EXPECT_EQ(winners_of(e), (Ids{"error.pots_above_budget"}));
  e.constraints.pots = {{"green", false, Ratio(-1)}};
  EXPECT_EQ(winners_of(e), (Ids{"error.pot_negative"}));
  e.constraints.pots = {{"green", false, Ratio(1)}, {"green", false, Ratio(1)}};
  EXPECT_EQ(winners_of(e), (Ids{"error.pot_twice"}));
  e.constraints.pots.clear();
  e.constraints.limits = {{"green", false, Ratio(10), Ratio(9)}};
  EXPECT_EQ(winners_of(e), (Ids{"error.least_above_most"}));
  e.constraints.limits = {{"green", false, Ratio(101), std::nullopt}};
  EXPECT_EQ(winners_of(e), (Ids{"error.least_above_budget"}));
}

TEST(Feasibility, ProjectsThatRequireOneAnotherInARingNeverBegin) {
  Election e = green_and_play();
  e.projects[0].requires_ = {1};
  e.projects[1].requires_ = {2};
  Feasibility may(e);
  EXPECT_EQ(may.verdict(0), Verdict::kNotYet);
  may.drop(2);
  EXPECT_EQ(may.verdict(0), Verdict::kNever);
  EXPECT_EQ(may.why(0), WhyOut::kLacksRequired);
  e.projects[2].requires_ = {0};
  EXPECT_EQ(Feasibility(e).verdict(0), Verdict::kNever);
}

/// Random pots, limits, links and least costs on a random election.
Election constrained(std::uint64_t seed) {
  Election e = random_election(seed);
  Random random(seed + 77);
  for (Project& p : e.projects) {
    p.area = random.chance(1, 3) ? "" : (random.chance(1, 2) ? "north" : "south");
    if (random.chance(1, 4)) p.least_cost = p.cost / Ratio(2);
  }
  const Ratio half = e.budget / Ratio(2);
  if (random.chance(1, 2)) e.constraints.pots.push_back({"north", true, half});
  if (random.chance(1, 3)) e.constraints.pots.push_back({"green", false, half / Ratio(2)});
  if (random.chance(1, 3)) e.constraints.limits.push_back({"play", false, half / Ratio(3), std::nullopt});
  e.constraints.part_funding = random.chance(1, 2);
  return e;
}

TEST(Constraints, HoldOverEveryRuleOfTheRegistry) {
  std::size_t counted = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Election e = constrained(seed);
    for (const RuleEntry& rule : registry()) {
      Trace trace;
      const Result<Outcome> outcome = tally(rule.id, e, {}, trace);
      if (!outcome) continue;  // not defined on approvals
      ++counted;
      SCOPED_TRACE(std::string(rule.id) + " " + std::to_string(seed));
      EXPECT_LE(outcome->cost, e.budget);
      Ratio full = total_cost(e, outcome->winners);
      if (outcome->part_paid) full += *outcome->part_paid - e.projects[outcome->winners.back()].cost;
      EXPECT_EQ(full, outcome->cost);
      for (ProjectIndex p = 0; p < e.projects.size(); ++p) {
        const bool won = std::find(outcome->winners.begin(), outcome->winners.end(), p) != outcome->winners.end();
        EXPECT_EQ(won, trace.projects[p].why == WhyOut::kSelected) << e.projects[p].id;
      }
      if (outcome->part_paid) {
        const Project& last = e.projects[outcome->winners.back()];
        ASSERT_TRUE(last.least_cost);
        EXPECT_GE(*outcome->part_paid, *last.least_cost);
        EXPECT_LT(*outcome->part_paid, last.cost);
      }
      ASSERT_EQ(trace.rounds.size(), outcome->winners.size());
      for (std::size_t i = 0; i < trace.phases.size(); ++i) {
        const PhaseElection own = phase_election(e, trace, i);
        const std::size_t end = i + 1 < trace.phases.size() ? trace.phases[i + 1].first_round : trace.rounds.size();
        Ratio spent;
        for (std::size_t r = trace.phases[i].first_round; r < end; ++r) {
          EXPECT_NE(std::find(own.whole.begin(), own.whole.end(), trace.rounds[r].project), own.whole.end());
          spent += trace.phases[i].kind == Phase::Kind::kPart ? *outcome->part_paid
                                                              : e.projects[trace.rounds[r].project].cost;
        }
        EXPECT_LE(spent, trace.phases[i].budget);
      }
    }
  }
  EXPECT_GT(counted, 250U);
}

TEST(Constraints, DoNotDependOnTheOrderOfBallots) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Election e = constrained(seed);
    const Election people = shuffled_people(e, seed);
    for (const RuleEntry& rule : registry()) {
      Trace a;
      Trace b;
      const Result<Outcome> x = tally(rule.id, e, {}, a);
      const Result<Outcome> y = tally(rule.id, people, {}, b);
      ASSERT_EQ(x.has_value(), y.has_value());
      if (x) {
        EXPECT_EQ(*x, *y) << rule.id << " " << seed;
      }
    }
  }
}

}  // namespace
}  // namespace stoepkrijt::rules
