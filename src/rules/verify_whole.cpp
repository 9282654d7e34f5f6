// Claims about the count as a whole.
#include <algorithm>
#include <set>
#include <utility>

#include "rules/equal_shares.hpp"
#include "rules/feasibility.hpp"
#include "rules/registry.hpp"
#include "rules/verify.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

bool is_add1(const RuleParams& params) {
  return params.completion == Completion::kAdd1 || params.completion == Completion::kAdd1u;
}

std::uint64_t voters_of(const Election& election) {
  std::uint64_t voters = 0;
  for (const Ballot& ballot : election.ballots) voters += ballot.count;
  return voters;
}

std::vector<ProjectIndex> sorted(std::vector<ProjectIndex> list) {
  std::sort(list.begin(), list.end());
  return list;
}

}  // namespace

bool Verifier::check_voters(const Claim& claim) const {
  std::uint64_t voters = 0;
  std::uint64_t blank = 0;
  std::uint64_t empty_handed = 0;
  std::uint64_t on = 0;
  std::uint64_t on_served = 0;
  Ratio points;
  for (const Ballot& ballot : election_.ballots) {
    voters += ballot.count;
    std::size_t got = 0;
    bool mine = false;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if (won_[ballot.projects[i]]) ++got;
      if (ballot.projects[i] != claim.project) continue;
      mine = true;
      if (!ballot.points.empty()) {
        points += Ratio(ballot.points[i]) * whole(ballot.count) / Ratio(election_.points_unit);
      }
    }
    if (ballot.projects.empty()) blank += ballot.count;
    if (!ballot.projects.empty() && got == 0) empty_handed += ballot.count;
    if (mine) on += ballot.count;
    if (mine && got > 0) on_served += ballot.count;
  }
  switch (claim.kind) {
    case ClaimKind::kVoters:
      return claim.people == voters && claim.of_people == blank;
    case ClaimKind::kEmptyHanded:
      return claim.people == empty_handed && claim.of_people == voters - blank;
    case ClaimKind::kVotersGot:
      return claim.people == on_served && claim.of_people == on;
    default:
      return claim.people == on && claim.amount == points;
  }
}

Result<bool> Verifier::check_whole(const Claim& claim) const {
  switch (claim.kind) {
    case ClaimKind::kPurse:
    case ClaimKind::kPurseGrown:
    case ClaimKind::kGrowthExhausted:
    case ClaimKind::kGrowthAllIn:
    case ClaimKind::kGrowthOverran:
      return check_growth(claim);
    case ClaimKind::kSpent:
      return claim.number == outcome_.winners.size() && claim.of_amount == election_.budget &&
             claim.amount == cost_of(outcome_.winners) && claim.amount <= election_.budget;
    case ClaimKind::kFilled:
      return check_filled(claim);
    case ClaimKind::kReplaced:
      return check_replaced(claim);
    case ClaimKind::kTie:
      return check_tie(claim);
    case ClaimKind::kTieOtherwise:
      return check_tie_otherwise(claim);
    case ClaimKind::kPhase:
    case ClaimKind::kLeastUnmet:
      return check_phase(claim);
    case ClaimKind::kGroupMoney:
    case ClaimKind::kGroupEmpty:
      return check_group(claim);
    case ClaimKind::kNextBudget:
      return check_next_budget(claim);
    default:
      return false;
  }
}

/// At that budget something else happens, and half-way there it does not.
Result<bool> Verifier::check_next_budget(const Claim& claim) const {
  if (claim.amount <= election_.budget) return false;
  const auto same_at = [&](const Ratio& budget) -> Result<bool> {
    Election more = election_;
    more.budget = budget;
    Trace trace;
    const Result<Outcome> outcome = tally(rule_, more, params_, trace);
    if (!outcome) return fail(outcome.error());
    return std::equal(trace.rounds.begin(), trace.rounds.end(), trace_.rounds.begin(), trace_.rounds.end(),
                      [](const Round& a, const Round& b) { return a.project == b.project && a.amounts == b.amounts; });
  };
  SK_TRY(there, same_at(claim.amount));
  SK_TRY(half_way, same_at((claim.amount + election_.budget) / Ratio(2)));
  return half_way && !there;
}

Result<bool> Verifier::check_growth(const Claim& claim) const {
  const Ratio voters = whole(voters_of(election_));
  const bool add1 = is_add1(params_);
  const bool grows = add1 || params_.completion == Completion::kBudgetIncrease;
  Ratio first = election_.budget / voters;
  if (add1 && params_.add1_start == Add1Start::kIntegral) first = Ratio(first.floor(), BigInt(1));
  const Ratio step = add1 ? Ratio(1) : election_.budget / Ratio(100) / voters;
  const auto reachable = [&](const Ratio& purse) {
    if (purse == first) return true;
    return grows && purse > first && !step.is_zero() && ((purse - first) / step).is_integer();
  };
  const bool ees = trace_.payments == Payments::kListed && grows;  // grows by what changes the outcome, not by steps
  const Ledger paid = ledger(trace_.rounds.size());
  if (!paid.good) return false;
  switch (claim.kind) {
    case ClaimKind::kPurse:
      return whole(claim.people) == voters && claim.of_amount == election_.budget && claim.amount == trace_.purse &&
             (reachable(claim.amount) || (ees && claim.amount >= first));
    case ClaimKind::kPurseGrown:
      return claim.of_amount == first && claim.amount == trace_.purse && claim.amount > first &&
             reachable(claim.amount);
    default:
      break;
  }
  Ratio left = election_.budget;
  Marks in(election_.projects.size(), false);
  for (const Round& round : trace_.rounds) {
    if (round.completed) continue;
    in[round.project] = true;
    left -= election_.projects[round.project].cost;
  }
  bool any = false;
  bool fits = false;
  for (ProjectIndex p = 0; p < in.size(); ++p) {
    const Ratio& cost = election_.projects[p].cost;
    if (in[p] || cost.is_zero() || people_on(p, true) == 0) continue;
    any = true;
    fits = fits || cost <= left;
  }
  if (claim.kind == ClaimKind::kGrowthAllIn) return grows && !any;
  if (claim.kind == ClaimKind::kGrowthExhausted) return grows && any && !fits && claim.amount == left;
  if (!grows || claim.amount != trace_.purse + step) return false;
  Trace trace;
  const Result<Outcome> outcome = equal_shares_at(election_, params_, claim.amount, std::nullopt, trace);
  if (!outcome) return fail(outcome.error());
  Ratio cost;
  for (const ProjectIndex p : outcome->winners) cost += election_.projects[p].cost;
  return cost > election_.budget;
}

Result<bool> Verifier::check_filled(const Claim& claim) const {
  RuleParams params = params_;
  params.then = Then::kNone;
  params.comparison = ComparisonStep::kNone;
  if (params.completion == Completion::kUtilitarian) params.completion = Completion::kNone;
  if (params.completion == Completion::kAdd1u) params.completion = Completion::kAdd1;
  if (trace_.replaced_by_greedy) return false;
  const Result<Outcome> before = count(params);
  if (!before) return fail(before.error());
  std::vector<ProjectIndex> listed;
  Ratio cost;
  for (const ProjectAmount& filled : claim.projects) {
    if (filled.amount != election_.projects[filled.project].cost) return false;
    listed.push_back(filled.project);
    cost += filled.amount;
  }
  std::set<ProjectIndex> all(before->winners.begin(), before->winners.end());
  all.insert(listed.begin(), listed.end());
  return !listed.empty() && cost == claim.amount &&
         all == std::set<ProjectIndex>(outcome_.winners.begin(), outcome_.winners.end());
}

Result<bool> Verifier::check_replaced(const Claim& claim) const {
  RuleParams params = params_;
  params.comparison = ComparisonStep::kNone;
  const Result<Outcome> without = count(params);
  if (!without) return fail(without.error());
  const Marks other = marks(election_, *without);
  std::uint64_t better = 0;
  std::uint64_t worse = 0;
  for (const Ballot& ballot : election_.ballots) {
    std::uint64_t got = 0;
    std::uint64_t else_got = 0;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if (!ballot.points.empty() && ballot.points[i] <= 0) continue;
      got += won_[ballot.projects[i]] ? 1U : 0U;
      else_got += other[ballot.projects[i]] ? 1U : 0U;
    }
    if (claim.number == 1) {
      got = std::min<std::uint64_t>(got, 1);
      else_got = std::min<std::uint64_t>(else_got, 1);
    }
    if (got > else_got) better += ballot.count;
    if (got < else_got) worse += ballot.count;
  }
  const bool by_nonempty = params_.comparison == ComparisonStep::kNonempty;
  return trace_.replaced_by_greedy && (claim.number == 1) == by_nonempty && claim.people == better &&
         claim.of_people == worse && better > worse;
}

Result<bool> Verifier::check_tie_otherwise(const Claim& claim) const {
  RuleParams params = params_;
  params.ties_won.insert(params.ties_won.begin(), claim.project);
  const Result<Outcome> outcome = count(params);
  if (!outcome) return fail(outcome.error());
  const Marks then = marks(election_, *outcome);
  std::vector<ProjectIndex> in;
  std::vector<ProjectIndex> lost;
  for (ProjectIndex p = 0; p < then.size(); ++p) {
    if (then[p] && !won_[p]) in.push_back(p);
    if (!then[p] && won_[p]) lost.push_back(p);
  }
  std::vector<ProjectIndex> claimed;
  for (const ProjectAmount& project : claim.projects) claimed.push_back(project.project);
  return sorted(claimed) == in && sorted(claim.lost) == lost;
}

bool Verifier::check_group(const Claim& claim) const {
  const auto inside = [&](ProjectIndex p) {
    const Project& project = election_.projects[p];
    if (claim.area) return project.area == claim.name;
    return std::count(project.categories.begin(), project.categories.end(), claim.name) > 0;
  };
  std::uint64_t group = 0;
  std::uint64_t empty = 0;
  Ratio share;
  Ratio spent;
  for (const ProjectIndex w : outcome_.winners) {
    const std::uint64_t all = people_on(w, false);
    if (all == 0) continue;
    const Ratio cost =
        outcome_.part_paid && w == outcome_.winners.back() ? *outcome_.part_paid : election_.projects[w].cost;
    spent += cost;
    for (const Ballot& ballot : election_.ballots) {
      const bool mine = std::any_of(ballot.projects.begin(), ballot.projects.end(), inside);
      const bool chose = std::count(ballot.projects.begin(), ballot.projects.end(), w) > 0;
      if (mine && chose) share += cost / whole(all) * whole(ballot.count);
    }
  }
  for (const Ballot& ballot : election_.ballots) {
    if (std::none_of(ballot.projects.begin(), ballot.projects.end(), inside)) continue;
    group += ballot.count;
    if (std::none_of(ballot.projects.begin(), ballot.projects.end(), [&](auto p) { return won_[p]; })) {
      empty += ballot.count;
    }
  }
  if (claim.kind == ClaimKind::kGroupEmpty) return claim.people == empty && claim.of_people == group;
  return claim.people == group && claim.of_people == voters_of(election_) && claim.amount == share &&
         claim.of_amount == spent;
}

bool Verifier::check_phase(const Claim& claim) const {
  Ratio in_name;
  for (const ProjectIndex w : outcome_.winners) {
    if (belongs_to(election_.projects[w], claim.name, claim.area)) in_name += election_.projects[w].cost;
  }
  if (claim.kind == ClaimKind::kLeastUnmet) {
    const std::vector<CategoryLimit>& limits = election_.constraints.limits;
    return claim.amount == in_name && claim.amount < claim.of_amount &&
           std::any_of(
               limits.begin(), limits.end(),
               [&](const CategoryLimit& limit) {
                 return limit.name == claim.name && limit.area == claim.area && limit.least == claim.of_amount;
               });
  }
  const std::vector<Pot>& pots = election_.constraints.pots;
  return claim.amount <= claim.of_amount && claim.amount <= in_name &&
         std::any_of(pots.begin(), pots.end(), [&](const Pot& pot) {
           return pot.name == claim.name && pot.area == claim.area && pot.budget == claim.of_amount;
         });
}

}  // namespace stoepkrijt::rules
