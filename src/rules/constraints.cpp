#include "rules/constraints.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "rules/constraints_phase.hpp"
#include "rules/feasibility.hpp"
#include "rules/ties.hpp"

namespace stoepkrijt::rules {

namespace {

Error contradiction(std::string_view key, std::string_view name) {
  return Error(ErrorCode::kContradiction, key).with("name", name);
}

Result<void> check(const Election& election) {
  Ratio in_pots;
  std::set<std::pair<std::string, bool>> seen;
  for (const Pot& pot : election.constraints.pots) {
    if (pot.budget.is_negative()) return fail(contradiction("error.pot_negative", pot.name));
    if (!seen.emplace(pot.name, pot.area).second) return fail(contradiction("error.pot_twice", pot.name));
    in_pots += pot.budget;
  }
  if (in_pots > election.budget) {
    return fail(Error(ErrorCode::kContradiction, "error.pots_above_budget")
                    .with("pots", in_pots.to_string())
                    .with("budget", election.budget.to_string()));
  }
  seen.clear();
  for (const CategoryLimit& limit : election.constraints.limits) {
    if (!seen.emplace(limit.name, limit.area).second) return fail(contradiction("error.limit_twice", limit.name));
    if ((limit.least && limit.least->is_negative()) || (limit.most && limit.most->is_negative())) {
      return fail(contradiction("error.limit_negative", limit.name));
    }
    if (limit.least && limit.most && *limit.least > *limit.most) {
      return fail(contradiction("error.least_above_most", limit.name));
    }
    if (limit.least && *limit.least > election.budget) {
      return fail(contradiction("error.least_above_budget", limit.name));
    }
  }
  return {};
}

/// Runs the phases one after another and keeps the whole trace.
class Phases {
 public:
  Phases(const RuleEntry& rule, const Election& election, const RuleParams& params, Trace& trace)
      : rule_(rule), election_(election), params_(params), trace_(trace), progress_(election) {
    trace_ = Trace{};
    trace_.projects.resize(election.projects.size());
    const std::vector<std::uint64_t> votes = count_votes(election);
    for (std::size_t p = 0; p < votes.size(); ++p) {
      trace_.projects[p].votes = votes[p];
      trace_.projects[p].why = votes[p] == 0 ? WhyOut::kNoSupport : WhyOut::kDidNotFit;
    }
  }

  Result<Outcome> run() {
    Ratio in_pots;
    for (const Pot& pot : election_.constraints.pots) in_pots += pot.budget;
    Ratio spent_in_pots;
    for (const Pot& pot : election_.constraints.pots) {
      SK_TRY_VOID(step({Phase::Kind::kPot, pot.name, pot.area, pot.budget, 0, {}, 0}, std::nullopt));
    }
    spent_in_pots = progress_.cost();
    const Ratio free_money = election_.budget - in_pots;
    for (std::size_t i = 0; i < election_.constraints.limits.size(); ++i) {
      const CategoryLimit& limit = election_.constraints.limits[i];
      if (!limit.least || progress_.spent(i) >= *limit.least) continue;
      const Ratio left = free_money - (progress_.cost() - spent_in_pots);
      SK_TRY_VOID(step({Phase::Kind::kLeast, limit.name, limit.area, left, 0, {}, 0}, i));
    }
    SK_TRY_VOID(step({Phase::Kind::kRest, "", false, election_.budget - progress_.cost(), 0, {}, 0}, std::nullopt));
    for (std::size_t i = 0; i < election_.constraints.limits.size(); ++i) {
      const CategoryLimit& limit = election_.constraints.limits[i];
      if (limit.least && progress_.spent(i) < *limit.least) trace_.least_unmet.push_back(limit.name);
    }
    outcome_.cost = progress_.cost();
    if (election_.constraints.part_funding) SK_TRY_VOID(fund_in_part());
    return std::move(outcome_);
  }

 private:
  /// With `until`, winners are taken only until that limit's minimum is reached.
  Result<void> step(Phase phase, std::optional<std::size_t> until) {
    const PhaseElection own = election_of(election_, progress_, phase);
    phase.first_round = trace_.rounds.size();
    phase.voters = count_voters(own.election);
    for (ProjectIndex p = 0; phase.kind == Phase::Kind::kRest && p < trace_.projects.size(); ++p) {
      if (progress_.taken(p)) continue;
      trace_.projects[p].why = progress_.excluded(p) ? WhyOut::kExcluded : WhyOut::kLacksRequired;  // unless it is here
    }
    if (own.whole.empty() || phase.voters == 0) {
      trace_.phases.push_back(std::move(phase));
      return {};
    }
    RuleParams params = params_;
    params.ties_won.clear();
    for (const ProjectIndex p : params_.ties_won) {
      const auto it = std::find(own.whole.begin(), own.whole.end(), p);
      if (it != own.whole.end()) params.ties_won.push_back(static_cast<ProjectIndex>(it - own.whole.begin()));
    }
    Trace trace;
    SK_TRY(outcome, tally(rule_.id, own.election, params, trace));
    phase.purse = trace.purse;
    adopt(own, trace, phase.kind, until, outcome);
    trace_.phases.push_back(std::move(phase));
    return {};
  }

  void adopt(const PhaseElection& own, const Trace& trace, Phase::Kind kind, std::optional<std::size_t> until,
             const Outcome& outcome) {
    trace_.rule = trace.rule;
    trace_.payments = trace.payments;
    trace_.utility = trace.utility;
    if (kind == Phase::Kind::kRest) {
      trace_.voters = trace.voters;
      trace_.purse = trace.purse;
      trace_.replaced_by_greedy = trace.replaced_by_greedy;
      trace_.next_budget = trace.next_budget;
    }
    trace_.add1_steps += trace.add1_steps;
    trace_.add1_runs += trace.add1_runs;
    trace_.add1_overran = trace_.add1_overran || trace.add1_overran;
    for (std::size_t p = 0; p < own.whole.size(); ++p) {
      ProjectTrace& into = trace_.projects[own.whole[p]];
      const ProjectTrace& from = trace.projects[p];
      into.why = from.why == WhyOut::kSelected ? WhyOut::kAfterStop : from.why;
      into.money_then = from.money_then;
    }
    const auto enough = [&] { return until && progress_.spent(*until) >= *election_.constraints.limits[*until].least; };
    std::vector<bool> adopted(own.whole.size(), false);
    for (const ProjectIndex winner : outcome.winners) {
      if (enough()) break;
      adopted[winner] = true;
      progress_.take(own.whole[winner]);
      outcome_.winners.push_back(own.whole[winner]);
      ProjectTrace& into = trace_.projects[own.whole[winner]];
      into.why = WhyOut::kSelected;
      into.turn = static_cast<std::uint32_t>(outcome_.winners.size());
    }
    for (Round round : trace.rounds) {
      if (!adopted[round.project]) continue;
      round.project = own.whole[round.project];
      for (ProjectIndex& p : round.tied) p = own.whole[p];
      if (own.election.ballots.size() != election_.ballots.size()) {
        // The phase left out ballots that take no part: name the others as the whole election does.
        for (BallotAmount& amount : round.amounts) amount.ballot = ballot_in_whole(own, amount.ballot);
      }
      trace_.rounds.push_back(std::move(round));
    }
  }

  /// Ballots keep their order: the n-th of a phase is the n-th of the whole that takes part.
  [[nodiscard]] std::uint32_t ballot_in_whole(const PhaseElection& own, std::uint32_t ballot) {
    if (takes_part_of_ != &own) {
      takes_part_of_ = &own;
      takes_part_.clear();
      std::vector<bool> here(election_.projects.size(), false);
      for (const ProjectIndex p : own.whole) here[p] = true;
      for (std::uint32_t b = 0; b < election_.ballots.size(); ++b) {
        const std::vector<ProjectIndex>& list = election_.ballots[b].projects;
        if (std::any_of(list.begin(), list.end(), [&](ProjectIndex p) { return here[p]; })) takes_part_.push_back(b);
      }
    }
    return takes_part_[ballot];
  }

  Result<void> fund_in_part() {
    const Ratio left = election_.budget - progress_.cost();
    const Phase phase{Phase::Kind::kPart, "", false, left, 0, {}, trace_.rounds.size()};
    if (left.is_zero()) return {};
    const PhaseElection own = election_of(election_, progress_, phase);
    SK_TRY(ranks, order_by_utility(own.election));
    for (const ProjectIndex p : ranks) {
      const Project& project = own.election.projects[p];
      if (!project.least_cost || *project.least_cost > left || project.cost <= left) continue;
      Election smaller = own.election;
      smaller.projects[p].cost = left;
      if (trace_.projects[own.whole[p]].votes == 0 || !Feasibility(smaller).allows({p})) continue;
      outcome_.winners.push_back(own.whole[p]);
      outcome_.part_paid = left;
      outcome_.cost += left;
      ProjectTrace& into = trace_.projects[own.whole[p]];
      into.why = WhyOut::kSelected;
      into.turn = static_cast<std::uint32_t>(outcome_.winners.size());
      Round round;
      round.project = own.whole[p];
      round.money_before = left;
      round.completed = true;
      trace_.phases.push_back(phase);
      trace_.phases.back().voters = count_voters(own.election);
      trace_.rounds.push_back(std::move(round));
      return {};
    }
    return {};
  }

  /// Projects by the number of people for them, most first; then the tie order.
  [[nodiscard]] Result<std::vector<ProjectIndex>> order_by_utility(const Election& election) const {
    const std::vector<std::uint64_t> votes = count_votes(election);
    RuleParams params = params_;
    params.ties_won.clear();
    const std::vector<std::uint32_t> rank = tie_ranks(election, params);
    std::vector<ProjectIndex> order = every_project(election);
    std::sort(order.begin(), order.end(), [&](ProjectIndex a, ProjectIndex b) {
      return votes[a] != votes[b] ? votes[a] > votes[b] : rank[a] < rank[b];
    });
    return order;
  }

  const RuleEntry& rule_;
  const Election& election_;
  const RuleParams& params_;
  Trace& trace_;
  Progress progress_;
  Outcome outcome_;
  const PhaseElection* takes_part_of_ = nullptr;
  std::vector<std::uint32_t> takes_part_;
};

}  // namespace

bool has_phases(const Election& election) {
  const Constraints& constraints = election.constraints;
  return !constraints.pots.empty() || constraints.part_funding ||
         std::any_of(constraints.limits.begin(), constraints.limits.end(),
                     [](const CategoryLimit& limit) { return limit.least.has_value(); });
}

Result<Outcome> tally_in_phases(const RuleEntry& rule, const Election& election, const RuleParams& params,
                                Trace& trace) {
  SK_TRY_VOID(validate(election));
  SK_TRY_VOID(check(election));
  return Phases(rule, election, params, trace).run();
}

PhaseElection phase_election(const Election& election, const Trace& trace, std::size_t index) {
  Progress progress(election);
  for (std::size_t r = 0; r < trace.phases[index].first_round; ++r) progress.take(trace.rounds[r].project);
  return election_of(election, progress, trace.phases[index]);
}

}  // namespace stoepkrijt::rules
