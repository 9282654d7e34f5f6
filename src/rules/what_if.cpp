#include "rules/what_if.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "rules/registry.hpp"

namespace stoepkrijt::rules {

namespace {

std::int64_t most_points(const Election& election) {
  std::int64_t most = 1;
  for (const Ballot& ballot : election.ballots) {
    std::int64_t sum = 0;
    for (const std::int64_t points : ballot.points) {
      if (points <= 0) continue;
      sum = election.type == BallotType::kScoring ? std::max(sum, points) : sum + points;
    }
    most = std::max(most, sum);
  }
  return most;
}

Ratio whole(const BigInt& value) { return Ratio(value, BigInt(1)); }

}  // namespace

Election with_cost(Election election, ProjectIndex project, const Ratio& cost) {
  Project& changed = election.projects[project];
  changed.cost = cost;
  if (changed.least_cost && *changed.least_cost > cost) changed.least_cost.reset();
  return election;
}

Election with_extra_votes(Election election, ProjectIndex project, std::uint64_t votes) {
  if (votes == 0) return election;
  Ballot ballot;
  ballot.projects = {project};
  ballot.count = votes;
  if (election.type == BallotType::kCumulative || election.type == BallotType::kScoring) {
    ballot.points = {most_points(election)};
  } else if (election.type == BallotType::kOrdinal) {
    std::vector<ProjectIndex> others(election.projects.size());
    std::iota(others.begin(), others.end(), ProjectIndex{0});
    std::erase(others, project);
    std::sort(others.begin(), others.end(),
              [&](ProjectIndex a, ProjectIndex b) { return election.projects[a].id < election.projects[b].id; });
    ballot.projects.insert(ballot.projects.end(), others.begin(), others.end());
  }
  election.ballots.push_back(std::move(ballot));
  return election;
}

Election not_for_sale(Election election, ProjectIndex project) {
  election.projects[project].requires_ = {project};
  return election;
}

Result<bool> carries(std::string_view rule, const Election& election, const RuleParams& params, ProjectIndex project) {
  Trace trace;
  const Result<Outcome> outcome = tally(rule, election, params, trace);
  if (!outcome) return fail(outcome.error());
  return std::find(outcome->winners.begin(), outcome->winners.end(), project) != outcome->winners.end();
}

Result<std::optional<Claim>> search_cost(std::string_view rule, const Election& election, const RuleParams& params,
                                         ProjectIndex project, const Ratio& hint) {
  const Ratio& cost = election.projects[project].cost;
  BigInt low(0);  // not tried: a plan that costs nothing is no advice
  BigInt high = cost.ceil();
  if (high <= BigInt(1)) return std::optional<Claim>{};
  const auto at = [&](const BigInt& units) {
    return carries(rule, with_cost(election, project, whole(units)), params, project);
  };
  const BigInt first = hint.floor();
  for (const BigInt& guess : {first, first + BigInt(1)}) {
    if (guess <= low || guess >= high) continue;
    SK_TRY(carried, at(guess));
    (carried ? low : high) = guess;
  }
  while (high - low > BigInt(1)) {
    const BigInt middle = BigInt::floor_divide(low + high, BigInt(2));
    SK_TRY(carried, at(middle));
    (carried ? low : high) = middle;
  }
  Claim claim;
  claim.project = project;
  claim.kind = low.is_zero() ? ClaimKind::kNoEnoughCost : ClaimKind::kEnoughCost;
  claim.amount = whole(low.is_zero() ? BigInt(1) : low);
  claim.of_amount = cost;
  return std::optional<Claim>(std::move(claim));
}

Result<std::optional<Claim>> search_votes(std::string_view rule, const Election& election, const RuleParams& params,
                                          ProjectIndex project) {
  if (election.projects[project].cost > election.budget) return std::optional<Claim>{};
  const std::uint64_t most = std::max<std::uint64_t>(1000, 10 * count_voters(election));
  const auto with = [&](std::uint64_t votes) {
    return carries(rule, with_extra_votes(election, project, votes), params, project);
  };
  Claim claim;
  claim.project = project;
  std::uint64_t low = 0;
  std::uint64_t high = 1;
  for (;;) {
    SK_TRY(carried, with(high));
    if (carried) break;
    low = high;
    if (high > most / 2) {
      claim.kind = ClaimKind::kNoEnoughVotes;
      claim.people = low;
      return std::optional<Claim>(std::move(claim));
    }
    high *= 2;
  }
  while (high - low > 1) {
    const std::uint64_t middle = low + (high - low) / 2;
    SK_TRY(carried, with(middle));
    (carried ? high : low) = middle;
  }
  claim.kind = ClaimKind::kEnoughVotes;
  claim.people = high;
  return std::optional<Claim>(std::move(claim));
}

Result<Outcome> run_at_purse(std::string_view rule, Election election, RuleParams params, const Ratio& purse,
                             Trace& trace) {
  election.budget = purse * whole(BigInt::from_unsigned(count_voters(election)));
  params.completion = Completion::kNone;
  params.then = Then::kNone;
  params.comparison = ComparisonStep::kNone;
  return tally(rule, election, params, trace);
}

Result<void> run_without(std::string_view rule, const Election& election, const RuleParams& params, const Ratio& purse,
                         ProjectIndex project, Trace& trace) {
  const Result<Outcome> outcome = run_at_purse(rule, not_for_sale(election, project), params, purse, trace);
  if (!outcome) return fail(outcome.error());
  if (std::find(outcome->winners.begin(), outcome->winners.end(), project) == outcome->winners.end()) return {};
  Election others = election;  // the rule knows no requirements: nobody votes for it
  for (Ballot& ballot : others.ballots) {
    for (std::size_t i = ballot.projects.size(); i > 0; --i) {
      if (ballot.projects[i - 1] != project) continue;
      ballot.projects.erase(ballot.projects.begin() + static_cast<std::ptrdiff_t>(i - 1));
      if (!ballot.points.empty()) ballot.points.erase(ballot.points.begin() + static_cast<std::ptrdiff_t>(i - 1));
    }
  }
  SK_TRY_VOID(run_at_purse(rule, others, params, purse, trace));
  return {};
}

Result<std::optional<Claim>> find_support(std::string_view rule, const Election& election, const RuleParams& params,
                                          const Trace& trace, ProjectIndex project) {
  const bool relative = trace.utility == Utility::kRelativeCost || trace.utility == Utility::kRelativeCardinality ||
                        trace.utility == Utility::kRelativePoints;
  // Relative utilities depend on the budget, so a run at other purses is no run of theirs.
  const bool grown = trace.purse * whole(BigInt::from_unsigned(trace.voters)) != election.budget;
  if (payments_of(trace) != Payments::kShares || trace.replaced_by_greedy || (relative && grown)) {
    return std::optional<Claim>{};
  }
  Trace without;
  SK_TRY_VOID(run_without(rule, election, params, trace.purse, project, without));
  const std::optional<std::int64_t> percent = effective_support(election, without, project, trace.utility);
  if (!percent) return std::optional<Claim>{};
  Claim claim;
  claim.kind = ClaimKind::kSupport;
  claim.project = project;
  claim.number = static_cast<std::uint64_t>(*percent);
  return std::optional<Claim>(std::move(claim));
}

}  // namespace stoepkrijt::rules
