#include "rules/figures_axioms.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "rules/random_elections.hpp"
#include "rules/registry.hpp"
#include "rules/simplex.hpp"

namespace stoepkrijt::rules {
namespace {

Election unit_election(std::int64_t budget, std::size_t projects,
                       const std::vector<std::vector<ProjectIndex>>& ballots) {
  Election election;
  election.budget = Ratio(budget);
  for (std::size_t p = 0; p < projects; ++p) {
    Project project;
    project.id = std::to_string(p);
    project.cost = Ratio(1);
    election.projects.push_back(project);
  }
  for (const auto& ballot : ballots) add_ballot(election, ballot);
  return election;
}

/// At most eight people and five projects, so that all groups can be tried.
Election small_election(std::uint64_t seed) {
  Random random(seed);
  Election election = unit_election(random.between(0, 16), static_cast<std::size_t>(random.between(1, 5)), {});
  for (Project& project : election.projects) project.cost = Ratio(random.between(random.chance(1, 9) ? 0 : 1, 8));
  const std::int64_t ballots = random.between(1, 4);
  for (std::int64_t b = 0; b < ballots; ++b) {
    std::vector<ProjectIndex> approved;
    for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
      if (random.chance(3, 5)) approved.push_back(p);
    }
    add_ballot(election, approved, static_cast<std::uint64_t>(random.between(1, 2)));
  }
  return election;
}

std::vector<ProjectIndex> random_winners(const Election& election, std::uint64_t seed) {
  Random random(seed);
  std::vector<ProjectIndex> winners;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    winners.push_back(p);
    if (random.chance(1, 2) || total_cost(election, winners) > election.budget) winners.pop_back();
  }
  return winners;
}

/// The axioms by all groups of people and all sets of projects.
class AllGroups {
 public:
  AllGroups(const Election& election, const std::vector<ProjectIndex>& winners, Utility utility) : election_(election) {
    for (const Project& project : election.projects)
      worth_.push_back(utility == Utility::kCost ? project.cost : Ratio(1));
    for (const ProjectIndex p : winners) won_ |= 1U << p;
    for (const Ballot& ballot : election.ballots) {
      unsigned mask = 0;
      for (const ProjectIndex p : ballot.projects) mask |= 1U << p;
      people_.insert(people_.end(), static_cast<std::size_t>(ballot.count), mask);
    }
  }

  [[nodiscard]] bool breaks_ejr_plus(UpTo up_to) const {
    bool broken = false;
    each_group([&](const std::vector<unsigned>& group, unsigned common, unsigned) {
      for (ProjectIndex p = 0; p < worth_.size(); ++p) {
        if ((common & ~won_ & (1U << p)) == 0 || election_.projects[p].cost.is_zero()) continue;
        const Ratio deserved = entitled(group) * worth_[p] / election_.projects[p].cost;
        broken = broken || std::all_of(group.begin(), group.end(), [&](unsigned mask) {
                   return worth(mask & won_) + (up_to == UpTo::kOne ? best_outside(mask) : worth_[p]) <= deserved;
                 });
      }
    });
    return broken;
  }
  [[nodiscard]] bool breaks_ejr(UpTo up_to) const {
    bool broken = false;
    each_claim([&](const std::vector<unsigned>& group, unsigned, const Ratio& deserved) {
      broken = broken || std::all_of(group.begin(), group.end(), [&](unsigned mask) {
                 if (worth(mask & won_) >= deserved) return false;
                 return up_to == UpTo::kNothing || worth(mask & won_) + best_outside(mask) <= deserved;
               });
    });
    return broken;
  }
  [[nodiscard]] bool breaks_pjr() const {
    bool broken = false;
    each_claim([&](const std::vector<unsigned>&, unsigned all, const Ratio& deserved) {
      broken = broken || worth(all & won_) < deserved;
    });
    return broken;
  }

 private:
  [[nodiscard]] Ratio worth(unsigned mask) const {
    Ratio sum;
    for (ProjectIndex p = 0; p < worth_.size(); ++p) sum += (mask >> p & 1U) != 0 ? worth_[p] : Ratio(0);
    return sum;
  }
  [[nodiscard]] Ratio best_outside(unsigned mask) const {
    Ratio best;
    for (ProjectIndex p = 0; p < worth_.size(); ++p) {
      if (((mask & ~won_) >> p & 1U) != 0) best = std::max(best, worth_[p]);
    }
    return best;
  }
  [[nodiscard]] Ratio entitled(const std::vector<unsigned>& group) const {
    return election_.budget * Ratio(static_cast<std::int64_t>(group.size())) /
           Ratio(static_cast<std::int64_t>(people_.size()));
  }
  template <typename Visit>
  void each_group(Visit visit) const {
    for (unsigned who = 1; who < 1U << people_.size(); ++who) {
      std::vector<unsigned> group;
      unsigned common = ~0U;
      unsigned all = 0;
      for (std::size_t i = 0; i < people_.size(); ++i) {
        if ((who >> i & 1U) == 0) continue;
        group.push_back(people_[i]);
        common &= people_[i];
        all |= people_[i];
      }
      visit(group, common, all);
    }
  }
  template <typename Visit>
  void each_claim(Visit visit) const {
    each_group([&](const std::vector<unsigned>& group, unsigned common, unsigned all) {
      for (unsigned set = 1; set < 1U << worth_.size(); ++set) {
        if ((set & ~common) != 0) continue;
        Ratio cost;
        for (ProjectIndex p = 0; p < worth_.size(); ++p) {
          if ((set >> p & 1U) != 0) cost += election_.projects[p].cost;
        }
        if (cost <= entitled(group)) visit(group, all, worth(set));
      }
    });
  }

  const Election& election_;
  std::vector<Ratio> worth_;
  unsigned won_ = 0;
  std::vector<unsigned> people_;
};

TEST(Axioms, AreThoseOfTheirDefinitionsOverAllGroups) {
  std::size_t broken[5] = {};
  constexpr std::uint64_t kElections = 400;
  for (std::uint64_t seed = 0; seed < kElections; ++seed) {
    const Election election = small_election(seed);
    const std::vector<ProjectIndex> winners = random_winners(election, seed);
    for (const Utility utility : {Utility::kCost, Utility::kCardinality}) {
      AxiomOptions options;
      options.utility = utility;
      const AllGroups all(election, winners, utility);
      const AxiomFinding found[] = {*check_ejr_plus(election, winners, UpTo::kAny, options),
                                    *check_ejr_plus(election, winners, UpTo::kOne, options),
                                    *check_ejr(election, winners, UpTo::kNothing, options),
                                    *check_ejr(election, winners, UpTo::kOne, options),
                                    *check_pjr(election, winners, options)};
      const bool expected[] = {all.breaks_ejr_plus(UpTo::kAny), all.breaks_ejr_plus(UpTo::kOne),
                               all.breaks_ejr(UpTo::kNothing), all.breaks_ejr(UpTo::kOne), all.breaks_pjr()};
      for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(found[i].finding, expected[i] ? Finding::kBroken : Finding::kHolds) << seed << " axiom " << i;
        EXPECT_EQ(found[i].worst.has_value(), expected[i]);
        broken[i] += expected[i] ? 1U : 0U;
        if (!found[i].worst) continue;
        const Shortfall& worst = *found[i].worst;
        EXPECT_LT(worst.got, worst.deserved) << seed << " axiom " << i;
        std::uint64_t people = 0;
        for (const std::uint32_t b : worst.ballots) {
          people += election.ballots[b].count;
          const auto& on = election.ballots[b].projects;
          for (const ProjectIndex p : worst.projects) EXPECT_NE(std::find(on.begin(), on.end(), p), on.end());
        }
        EXPECT_EQ(people, worst.people);
        EXPECT_EQ(worst.entitled, election.budget * Ratio(static_cast<std::int64_t>(people)) /
                                      Ratio(static_cast<std::int64_t>(count_voters(election))));
      }
    }
  }
  for (const std::size_t count : broken) {
    EXPECT_GT(count, kElections / 20);
    EXPECT_LT(count, 2 * kElections);
  }
}

TEST(Axioms, NameTheGroupOfTheExampleOfTheHeader) {
  Election election = unit_election(100, 1, {});
  election.projects[0].cost = Ratio(50);
  add_ballot(election, {0}, 6);
  add_ballot(election, {}, 4);
  const auto found = check_ejr_plus(election, {}, UpTo::kAny, {});
  ASSERT_TRUE(found && found->worst);
  EXPECT_EQ(found->broken, 1U);
  EXPECT_EQ(*found->worst, (Shortfall{{0}, 6, {0}, Ratio(60), Ratio(60), Ratio(0)}));
  EXPECT_EQ(check_ejr_plus(election, {0}, UpTo::kAny, {})->finding, Finding::kHolds);
}

// Brill and Peters, example 3: a committee that keeps EJR and breaks EJR+.
TEST(Axioms, TellEjrFromEjrPlusInACommitteeElection) {
  const Election election = unit_election(
      4, 7,
      {{0, 1, 2}, {0, 1, 2, 3}, {0, 1, 2, 3}, {0, 1, 2, 3, 4}, {2, 3, 4}, {2, 3, 4, 5}, {2, 3, 4, 5}, {3, 4, 5, 6}});
  const std::vector<ProjectIndex> committee{0, 2, 4, 6};
  EXPECT_EQ(check_ejr(election, committee, UpTo::kNothing, {})->finding, Finding::kHolds);
  const auto found = check_ejr_plus(election, committee, UpTo::kAny, {});
  EXPECT_EQ(found->finding, Finding::kBroken);
  EXPECT_EQ(found->worst->projects, std::vector<ProjectIndex>{3});
}

TEST(Axioms, EqualSharesKeepsEjrPlusUpToAnyProjectForItsOwnUtility) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Election election = random_election(seed);
    for (const Utility utility : {Utility::kCost, Utility::kCardinality}) {
      RuleParams params;
      params.utility = utility;
      Trace trace;
      const auto outcome = tally("equal-shares", election, params, trace);
      ASSERT_TRUE(outcome);
      AxiomOptions options;
      options.utility = utility;
      EXPECT_EQ(check_ejr_plus(election, outcome->winners, UpTo::kAny, options)->finding, Finding::kHolds) << seed;
    }
  }
}

TEST(Axioms, SayWhenTheyWereNotComputed) {
  AxiomOptions options;
  options.work_limit = 3;
  const Election election = unit_election(3, 3, {{0, 1}, {1, 2}, {0, 2}});
  EXPECT_EQ(check_ejr(election, {}, UpTo::kNothing, options)->finding, Finding::kNotComputed);
  EXPECT_EQ(check_pjr(election, {}, options)->finding, Finding::kNotComputed);
  EXPECT_FALSE(check_pjr(election, {}, options)->worst.has_value());
  EXPECT_EQ(check_priceable(election, Outcome{}, Trace{}, options)->finding, Finding::kNotComputed);
}

TEST(Priceable, IsWhatEqualSharesGivesByItsPaymentsAndByTheProgram) {
  std::size_t proved = 0;
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    const Election election = random_election(seed);
    if (election.budget.is_zero()) continue;
    Trace trace;
    const auto outcome = tally("equal-shares", election, {}, trace);
    ASSERT_TRUE(outcome);
    trace.payments = Payments::kShares;
    trace.utility = Utility::kCost;
    const auto by_trace = check_priceable(election, *outcome, trace, {});
    EXPECT_EQ(by_trace->finding, Finding::kHolds) << seed;
    EXPECT_TRUE(by_trace->from_trace) << seed;
    const auto by_program = check_priceable(election, *outcome, Trace{}, {});
    EXPECT_EQ(by_program->finding, Finding::kHolds) << seed;
    EXPECT_FALSE(by_program->from_trace);
    ++proved;
  }
  EXPECT_GT(proved, 100U);
}

TEST(Priceable, IsNotAPlanThatTakesMoreThanOthersMayKeep) {
  Election election = unit_election(4, 2, {{0}, {1}});
  election.projects[0].cost = Ratio(3);
  EXPECT_EQ(check_priceable(election, Outcome{{0}, Ratio(3)}, {}, {})->finding, Finding::kBroken);
  election.projects[1].cost = Ratio(3);
  const auto found = check_priceable(election, Outcome{{0}, Ratio(3)}, {}, {});
  EXPECT_EQ(found->finding, Finding::kHolds);
  EXPECT_EQ(found->purse, Ratio(3));
}

TEST(Priceable, IsNotAPlanThatNobodyApproves) {
  const Election election = unit_election(4, 2, {{0}, {0}});
  EXPECT_EQ(check_priceable(election, Outcome{{1}, Ratio(1)}, {}, {})->finding, Finding::kBroken);
}

TEST(Simplex, SolvesTheExamplesOfTheHeader) {
  const LinearAnswer one = solve({{{Ratio(1), Ratio(1)}, {Ratio(1), Ratio(-1)}}, {Ratio(2), Ratio(1)}}, 1000);
  ASSERT_EQ(one.solvable, Solvable::kYes);
  EXPECT_EQ(one.x, (std::vector<Ratio>{Ratio(BigInt(3), BigInt(2)), Ratio(BigInt(1), BigInt(2))}));
  EXPECT_EQ(solve({{{Ratio(1), Ratio(1)}, {Ratio(1), Ratio(1)}}, {Ratio(2), Ratio(3)}}, 1000).solvable, Solvable::kNo);
  EXPECT_EQ(solve({{{Ratio(1)}}, {Ratio(-1)}}, 1000).solvable, Solvable::kNo);
}

TEST(Simplex, FindsASolutionWhereverThereIsOne) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Random random(seed);
    const auto rows = static_cast<std::size_t>(random.between(1, 5));
    const auto columns = static_cast<std::size_t>(random.between(1, 7));
    std::vector<Ratio> hidden;
    for (std::size_t j = 0; j < columns; ++j) hidden.emplace_back(random.between(0, 3));
    LinearSystem system;
    for (std::size_t i = 0; i < rows; ++i) {
      std::vector<Ratio> row;
      Ratio right;
      for (std::size_t j = 0; j < columns; ++j) {
        row.emplace_back(random.between(-3, 3));
        right += row.back() * hidden[j];
      }
      system.rows.push_back(row);
      system.right.push_back(right);
    }
    const LinearAnswer answer = solve(system, 1'000'000);
    ASSERT_EQ(answer.solvable, Solvable::kYes) << seed;
    for (std::size_t i = 0; i < rows; ++i) {
      Ratio sum;
      for (std::size_t j = 0; j < columns; ++j) {
        EXPECT_FALSE(answer.x[j].is_negative());
        sum += system.rows[i][j] * answer.x[j];
      }
      EXPECT_EQ(sum, system.right[i]) << seed;
    }
  }
}

}  // namespace
}  // namespace stoepkrijt::rules
