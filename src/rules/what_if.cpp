#include "rules/what_if.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "rules/equal_shares.hpp"
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

Result<std::optional<Claim>> find_support(const Election& election, const RuleParams& params, const Trace& trace,
                                          ProjectIndex project) {
  if (payments_of(trace) != Payments::kShares) return std::optional<Claim>{};
  Trace without;
  const Result<Outcome> others = equal_shares_at(election, params, trace.purse, project, without);
  if (!others) return fail(others.error());
  const std::optional<std::int64_t> percent = effective_support(election, without, project, trace.utility);
  if (!percent) return std::optional<Claim>{};
  Claim claim;
  claim.kind = ClaimKind::kSupport;
  claim.project = project;
  claim.number = static_cast<std::uint64_t>(*percent);
  return std::optional<Claim>(std::move(claim));
}

}  // namespace stoepkrijt::rules
