#include "rules/explain.hpp"

#include <algorithm>

#include "rules/equal_shares.hpp"
#include "rules/registry.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

namespace {

/// The largest whole cost at which the project is carried while one more is not, found by halving.
Result<std::optional<Ratio>> find_enough_cost(std::string_view rule, const Election& election, const RuleParams& params,
                                              ProjectIndex project, const Ratio& hint) {
  const auto at = [&](const BigInt& cost) {
    return carries(rule, with_cost(election, project, Ratio(cost, BigInt(1))), params, project);
  };
  BigInt low(0);  // free is always carried, but is no advice
  BigInt high = election.projects[project].cost.ceil();
  const BigInt first = hint.floor();
  if (first > low && first < high) {
    SK_TRY(carried, at(first));
    (carried ? low : high) = first;
  }
  while (high - low > BigInt(1)) {
    const BigInt middle = BigInt::floor_divide(low + high, BigInt(2));
    SK_TRY(carried, at(middle));
    (carried ? low : high) = middle;
  }
  if (low.is_zero()) return std::optional<Ratio>{};
  return std::optional<Ratio>(Ratio(low, BigInt(1)));
}

Result<std::optional<std::uint64_t>> find_enough_votes(std::string_view rule, const Election& election,
                                                       const RuleParams& params, ProjectIndex project) {
  if (election.projects[project].cost > election.budget) return std::optional<std::uint64_t>{};
  const std::uint64_t most = std::max<std::uint64_t>(1000, 10 * count_voters(election));
  const auto with = [&](std::uint64_t votes) {
    return carries(rule, with_extra_votes(election, project, votes), params, project);
  };
  std::uint64_t low = 0;
  std::uint64_t high = 1;
  for (;;) {
    SK_TRY(carried, with(high));
    if (carried) break;
    low = high;
    high *= 2;
    if (high > most) return std::optional<std::uint64_t>{};
  }
  while (high - low > 1) {
    const std::uint64_t middle = low + (high - low) / 2;
    SK_TRY(carried, with(middle));
    (carried ? high : low) = middle;
  }
  return std::optional<std::uint64_t>(high);
}

/// The run without the project, with the purses of the run that stands.
Result<Trace> rerun_without(const Election& election, const RuleParams& params, const Ratio& purse,
                            ProjectIndex project) {
  const Election other = without_votes_for(election, project);
  SK_TRY_VOID(check_equal_shares(other));
  MesEngine engine(other, params);
  const Ratio units = purse * Ratio(engine.unit(), BigInt(1));
  Trace trace;
  static_cast<void>(report_run(other, engine, engine.run(units.numerator(), units.denominator()), purse, trace));
  return trace;
}

void explain_shares(Explanation& out, const Election& election, const Trace& trace) {
  const ProjectTrace& project = trace.projects[out.project];
  out.groups = purse_groups(election, trace, out.project, out.selected ? project.turn : trace.rounds.size());
  out.money_together = money_of(out.groups);
  if (!out.selected) {
    out.shortfall = std::max(Ratio(0), election.projects[out.project].cost - out.money_together);
    return;
  }
  const Round& round = trace.rounds[project.turn - 1];
  out.price = round.price;
  out.effective_votes = round.effective_votes;
  if (round.price.is_zero()) return;
  // Who paid less has nothing left; who had exactly the price paid it.
  const std::vector<PurseGroup> before = purse_groups(election, trace, out.project, project.turn - 1);
  for (const PurseGroup& group : before) {
    if (group.left >= round.price) {
      out.paid_price += group.people;
    } else if (!group.left.is_zero()) {
      out.paid_less += group.people;
    }
  }
}

}  // namespace

Result<bool> carries(std::string_view rule, const Election& election, const RuleParams& params, ProjectIndex project) {
  Trace trace;
  SK_TRY(outcome, tally(rule, election, params, trace));
  return std::find(outcome.winners.begin(), outcome.winners.end(), project) != outcome.winners.end();
}

Election with_cost(Election election, ProjectIndex project, const Ratio& cost) {
  election.projects[project].cost = cost;
  return election;
}

Election with_extra_votes(Election election, ProjectIndex project, std::uint64_t votes) {
  add_ballot(election, {project}, votes);
  return election;
}

Election without_votes_for(Election election, ProjectIndex project) {
  for (Ballot& ballot : election.ballots) std::erase(ballot.projects, project);
  return election;
}

Result<Explanation> explain(std::string_view rule, const Election& election, const RuleParams& params,
                            const Trace& trace, ProjectIndex project, WhatIf what_if) {
  if (find_rule(rule) == nullptr) {
    return fail(Error(ErrorCode::kUnknownId, "error.unknown_rule").with("rule", rule));
  }
  if (project >= trace.projects.size() || project >= election.projects.size()) {
    return fail(ErrorCode::kUnknownId, "error.unknown_project");
  }
  const bool shares = rule == "equal-shares";
  Explanation out;
  out.project = project;
  out.why = trace.projects[project].why;
  out.selected = out.why == WhyOut::kSelected;
  out.votes = trace.projects[project].votes;
  out.turn = trace.projects[project].turn;
  if (shares) {
    explain_shares(out, election, trace);
  } else {
    out.money_then = trace.projects[project].money_then;
    if (!out.selected) out.shortfall = std::max(Ratio(0), election.projects[project].cost - out.money_then);
  }
  if (what_if == WhatIf::kSkip) return out;
  if (shares) {
    SK_TRY(other, rerun_without(election, params, trace.purse, project));
    out.effective_support = effective_support(election, other, project, resolve_utility(election, params.utility));
  }
  if (!out.selected) {
    const Ratio& hint = shares ? out.money_together : out.money_then;
    SK_TRY(cost, find_enough_cost(rule, election, params, project, hint));
    SK_TRY(votes, find_enough_votes(rule, election, params, project));
    out.enough_cost = cost;
    out.enough_votes = votes;
  }
  return out;
}

}  // namespace stoepkrijt::rules
