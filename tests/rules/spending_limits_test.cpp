// BOS, FrES and EES under exclusions, requirements and maxima per theme, and with people and projects in other orders.
#include <gtest/gtest.h>

#include <algorithm>

#include "rules/bos.hpp"
#include "rules/ees.hpp"
#include "rules/feasibility.hpp"
#include "rules/fres.hpp"
#include "rules/random_elections.hpp"

namespace stoepkrijt::rules {
namespace {

constexpr std::uint64_t kElections = 250;

Election limited_election(std::uint64_t seed) {
  Election election = random_election(seed);
  Random random(seed + 9'000);
  const auto count = static_cast<ProjectIndex>(election.projects.size());
  for (ProjectIndex p = 1; p < count; ++p) {
    if (random.chance(1, 5)) election.projects[p].excludes.push_back(static_cast<ProjectIndex>(random.below(p)));
    if (random.chance(1, 5)) election.projects[p].requires_.push_back(static_cast<ProjectIndex>(random.below(p)));
  }
  if (random.chance(1, 2)) {
    election.constraints.limits.push_back({"green", false, {}, election.budget / Ratio(random.between(1, 4))});
  }
  return election;
}

/// The same people and projects, the projects in another order; `where[p]` is the new place of project p.
Election permuted(const Election& election, std::uint64_t seed, std::vector<ProjectIndex>& where) {
  Random random(seed);
  std::vector<ProjectIndex> order(election.projects.size());
  for (ProjectIndex p = 0; p < order.size(); ++p) order[p] = p;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.index(i)]);
  where.resize(order.size());
  for (ProjectIndex i = 0; i < order.size(); ++i) where[order[i]] = i;
  Election out = election;
  out.ballots.clear();
  for (ProjectIndex p = 0; p < order.size(); ++p) {
    Project project = election.projects[p];
    for (ProjectIndex& other : project.excludes) other = where[other];
    for (ProjectIndex& other : project.requires_) other = where[other];
    out.projects[where[p]] = project;
  }
  for (const Ballot& ballot : election.ballots) {
    std::vector<ProjectIndex> projects;
    for (const ProjectIndex p : ballot.projects) projects.push_back(where[p]);
    add_ballot(out, projects, ballot.count);
  }
  return out;
}

std::string ids(const Election& election, const std::vector<ProjectIndex>& winners) {
  std::string out;
  for (const ProjectIndex p : winners) out += election.projects[p].id + " ";
  return out;
}

using Rule = Result<Outcome> (*)(const Election&, const RuleParams&, Trace&);
constexpr Rule kRules[] = {&bos, &fres, &ees};

TEST(SpendingLimits, HoldInEveryOutcome) {
  std::size_t kept_out[3] = {};
  for (std::uint64_t seed = 0; seed < kElections; ++seed) {
    const Election election = limited_election(seed);
    const Feasibility may(election);
    for (const Rule rule : kRules) {
      Trace trace;
      const auto outcome = rule(election, {}, trace);
      ASSERT_TRUE(outcome) << seed;
      EXPECT_TRUE(may.allows(outcome->winners)) << seed << " " << trace.rule;
      EXPECT_LE(outcome->cost, election.budget);
      EXPECT_EQ(outcome->cost, total_cost(election, outcome->winners));
      for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
        const WhyOut why = trace.projects[p].why;
        const bool won = std::find(outcome->winners.begin(), outcome->winners.end(), p) != outcome->winners.end();
        EXPECT_EQ(why == WhyOut::kSelected, won) << seed << " " << trace.rule;
        kept_out[0] += why == WhyOut::kExcluded ? 1U : 0U;
        kept_out[1] += why == WhyOut::kLacksRequired ? 1U : 0U;
        kept_out[2] += why == WhyOut::kCategoryFull ? 1U : 0U;
      }
    }
  }
  for (const std::size_t count : kept_out) EXPECT_GT(count, 20U);
}

TEST(SpendingLimits, LeaveTheOrderOfPeopleAndProjectsWithoutMeaning) {
  for (std::uint64_t seed = 1000; seed < 1000 + kElections; ++seed) {
    const Election election = limited_election(seed);
    std::vector<ProjectIndex> where;
    const Election other = permuted(election, seed, where);
    const Election people = shuffled_people(election, seed);
    for (const Rule rule : kRules) {
      Trace trace;
      const auto outcome = rule(election, {}, trace);
      ASSERT_TRUE(outcome);
      EXPECT_EQ(ids(other, rule(other, {}, trace)->winners), ids(election, outcome->winners)) << seed;
      EXPECT_EQ(rule(people, {}, trace)->winners, outcome->winners) << seed;
    }
  }
}

TEST(SpendingLimits, KeepTheNextBudgetOfEesTrue) {
  std::size_t changes = 0;
  for (std::uint64_t seed = 2000; seed < 2000 + kElections; ++seed) {
    Election election = limited_election(seed);
    Trace trace;
    ASSERT_TRUE(ees(election, {}, trace));
    if (trace.next_budget.is_zero()) continue;
    ++changes;
    const auto paid_at = [&](const Ratio& budget) {
      election.budget = budget;  // the maxima stay as they are
      Trace other;
      EXPECT_TRUE(ees(election, {}, other));
      std::vector<std::pair<ProjectIndex, std::vector<BallotAmount>>> paid;
      for (Round& round : other.rounds) paid.emplace_back(round.project, std::move(round.amounts));
      return paid;
    };
    const Ratio budget = election.budget;
    const auto now = paid_at(budget);
    EXPECT_NE(paid_at(trace.next_budget), now) << seed;
    for (const std::int64_t part : {1, 500, 999}) {
      const Ratio between = budget + (trace.next_budget - budget) * Ratio(BigInt(part), BigInt(1000));
      EXPECT_EQ(paid_at(between), now) << seed << " " << part;
    }
  }
  EXPECT_GT(changes, 100U);
}

}  // namespace
}  // namespace stoepkrijt::rules
