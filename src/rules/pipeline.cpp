#include "rules/pipeline.hpp"

#include <algorithm>
#include <utility>

#include "rules/feasibility.hpp"
#include "rules/greedy.hpp"
#include "rules/max_welfare.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

namespace {

Error not_defined(std::string_view key, const RuleEntry& rule) {
  return Error(ErrorCode::kRuleNotDefined, key).with("rule", rule.id);
}

Result<void> fill(const Election& election, const RuleParams& params, Outcome& outcome, Trace& trace) {
  if (params.then == Then::kNone) return {};
  Then variant = params.then;
  if (variant == Then::kMaxWelfare) {
    SK_TRY_VOID(fill_with_max_welfare(election, params, outcome, trace));
    variant = Then::kGreedy;  // nothing with utility fits any more: only what nobody asked for is left
  }
  return fill_greedily(variant, false, election, params, outcome, trace);
}

/// What counts for a voter: winners on the ballot (with points: those given any).
std::uint64_t winners_of(const Ballot& ballot, const std::vector<bool>& won, ComparisonStep step) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
    if (won[ballot.projects[i]] && (ballot.points.empty() || ballot.points[i] > 0)) ++count;
  }
  return step == ComparisonStep::kNonempty ? std::min<std::uint64_t>(count, 1) : count;
}

bool more_prefer(const Election& election, const Outcome& challenger, const Outcome& holder, ComparisonStep step) {
  std::vector<bool> challenging(election.projects.size(), false);
  std::vector<bool> holding(election.projects.size(), false);
  for (const ProjectIndex p : challenger.winners) challenging[p] = true;
  for (const ProjectIndex p : holder.winners) holding[p] = true;
  std::uint64_t in_favour = 0;
  std::uint64_t against = 0;
  for (const Ballot& ballot : election.ballots) {
    const std::uint64_t a = winners_of(ballot, challenging, step);
    const std::uint64_t b = winners_of(ballot, holding, step);
    if (a > b) in_favour += ballot.count;
    if (b > a) against += ballot.count;
  }
  return in_favour > against;
}

}  // namespace

Result<void> check_rule(const RuleEntry& rule, const Election& election, const RuleParams& params) {
  const bool approvals = election.type == BallotType::kApproval;
  const bool rankings = election.type == BallotType::kOrdinal;
  const unsigned needed = approvals ? kOnApprovals : rankings ? kOnRankings : kOnPoints;
  if ((rule.ballots & needed) == 0) {
    return fail(not_defined(approvals  ? "error.rule_not_on_approvals"
                            : rankings ? "error.rule_not_on_rankings"
                                       : "error.rule_not_on_points",
                            rule));
  }
  if (params.completion != Completion::kNone && (rule.traits & kTakesCompletion) == 0) {
    return fail(not_defined("error.rule_without_completion", rule));
  }
  if ((rule.traits & kTakesLimits) == 0 && !Feasibility(election).trivial()) {
    return fail(not_defined("error.rule_without_limits", rule));
  }
  return {};
}

Result<Outcome> run_rule(const RuleEntry& rule, const Election& election, const RuleParams& params, Trace& trace) {
  RuleParams resolved = params;
  resolved.utility = resolve_utility(election, params.utility);
  SK_TRY(outcome, rule.run(election, resolved, trace));
  trace.rule = rule.id;
  if (trace.utility == Utility::kDefault) trace.utility = resolved.utility;
  SK_TRY_VOID(fill(election, resolved, outcome, trace));
  if (params.comparison == ComparisonStep::kNone) return outcome;
  Trace other;
  SK_TRY(challenger, greedy(election, resolved, other));
  if (!more_prefer(election, challenger, outcome, params.comparison)) return outcome;
  trace = std::move(other);
  trace.rule = rule.id;
  trace.replaced_by_greedy = true;
  return challenger;
}

}  // namespace stoepkrijt::rules
