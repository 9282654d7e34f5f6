#include "rules/verify.hpp"

#include <algorithm>
#include <utility>

#include "rules/fine_number.hpp"
#include "rules/registry.hpp"
#include "rules/what_if.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

/// The most that the ballot could yield within the budget, by trying every set of its projects.
Ratio best_yield(const Election& election, const Ballot& ballot, Utility utility) {
  Ratio best;
  for (std::uint64_t set = 0; set < std::uint64_t{1} << ballot.projects.size(); ++set) {
    Ratio cost;
    Ratio yield;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if ((set >> i & 1U) == 0) continue;
      const Ratio& c = election.projects[ballot.projects[i]].cost;
      cost += c;
      const bool approved = ballot.points.empty() || ballot.points[i] > 0;
      if (utility == Utility::kRelativePoints) {
        yield += Ratio(ballot.points[i]);
      } else if (approved) {
        yield += utility == Utility::kRelativeCost ? c : Ratio(1);
      }
    }
    if (cost <= election.budget) best = std::max(best, yield);
  }
  return best;
}

}  // namespace

Verifier::Verifier(std::string_view rule, const Election& election, const RuleParams& params)
    : rule_(rule), election_(election), params_(params) {}

Result<void> Verifier::run() {
  if (ran_) return {};
  const Result<Outcome> outcome = tally(rule_, election_, params_, trace_);
  if (!outcome) return fail(outcome.error());
  outcome_ = *outcome;
  won_ = marks(election_, outcome_);
  ran_ = true;
  return {};
}

Result<Outcome> Verifier::count(const RuleParams& params) const {
  Trace trace;
  return tally(rule_, election_, params, trace);
}

Verifier::Marks Verifier::marks(const Election& election, const Outcome& outcome) {
  Marks won(election.projects.size(), false);
  for (const ProjectIndex p : outcome.winners) won[p] = true;
  return won;
}

/// What the project is worth to a voter with this ballot, apart from what is the same for all; nothing when it is not
/// on the ballot.
std::optional<Ratio> Verifier::weight(std::size_t b, ProjectIndex project) const {
  const Ballot& ballot = election_.ballots[b];
  const auto at = std::find(ballot.projects.begin(), ballot.projects.end(), project);
  if (at == ballot.projects.end()) return std::nullopt;
  const auto place = static_cast<std::size_t>(at - ballot.projects.begin());
  const bool approved = ballot.points.empty() || ballot.points[place] > 0;
  const RuleEntry* entry = find_rule(rule_);
  const bool uses = trace_.payments == Payments::kShares || (entry != nullptr && (entry->traits & kTakesUtility) != 0);
  if (!uses) return Ratio(approved ? 1 : 0);
  switch (trace_.utility) {
    case Utility::kPoints:
      return Ratio(BigInt(ballot.points[place]), BigInt(election_.points_unit));
    case Utility::kBorda:
      return whole(ballot.projects.size() - place - 1);
    case Utility::kRelativeCost:
    case Utility::kRelativeCardinality:
    case Utility::kRelativePoints: {
      constexpr std::size_t kMostTried = 12;
      if (ballot.projects.size() > kMostTried) {
        const Result<Utilities> utilities = utilities_of(election_, trace_.utility);
        return utilities ? utilities->weight(b, place) : Ratio(0);
      }
      const Ratio best = best_yield(election_, ballot, trace_.utility);
      const Ratio mine =
          trace_.utility == Utility::kRelativePoints ? Ratio(ballot.points[place]) : Ratio(approved ? 1 : 0);
      return best.is_zero() ? Ratio(0) : mine / best;
    }
    default:
      return Ratio(approved ? 1 : 0);
  }
}

std::uint64_t Verifier::people_on(ProjectIndex project, bool supporters) const {
  std::uint64_t people = 0;
  for (std::size_t b = 0; b < election_.ballots.size(); ++b) {
    const std::optional<Ratio> w = weight(b, project);
    if (w && (!supporters || *w > Ratio(0))) people += election_.ballots[b].count;
  }
  return people;
}

Ratio Verifier::cost_of(const std::vector<ProjectIndex>& projects) const {
  Ratio sum;
  for (const ProjectIndex p : projects) sum += election_.projects[p].cost;
  if (outcome_.part_paid && projects == outcome_.winners) {
    sum += *outcome_.part_paid - election_.projects[projects.back()].cost;
  }
  return sum;
}

std::optional<std::size_t> Verifier::round_of(ProjectIndex project) const {
  for (std::size_t r = 0; r < trace_.rounds.size(); ++r) {
    if (trace_.rounds[r].project == project) return r;
  }
  return std::nullopt;
}

/// One round, by the definition: with shares everybody pays the price times the weight or all that is left, and
/// together that is the cost; listed amounts come out of what is left; loads add up to the cost.
bool Verifier::pay(Ledger& ledger, std::size_t r) const {
  const Round& round = trace_.rounds[r];
  const Ratio& cost = election_.projects[round.project].cost;
  std::vector<Ratio>& amounts = ledger.amounts[r];
  amounts.assign(election_.ballots.size(), Ratio(0));
  if (trace_.payments == Payments::kShares) {
    if (round.completed) return true;
    for (std::size_t b = 0; b < amounts.size(); ++b) {
      const std::optional<Ratio> w = weight(b, round.project);
      if (!w) continue;
      const Ratio share = round.price * *w;
      amounts[b] = std::min(ledger.left[b], trace_.rounded ? rounded_down(share) : share);
    }
  } else {
    for (const BallotAmount& paid : round.amounts) amounts[paid.ballot] += paid.amount;
  }
  Ratio sum;
  bool good = true;
  for (std::size_t b = 0; b < amounts.size(); ++b) {
    if (amounts[b].is_zero()) continue;
    const std::vector<ProjectIndex>& list = election_.ballots[b].projects;
    const bool on = std::find(list.begin(), list.end(), round.project) != list.end();
    sum += amounts[b] * whole(election_.ballots[b].count);
    if (trace_.payments == Payments::kLoads) {
      ledger.left[b] += amounts[b];
      continue;
    }
    good = good && on && amounts[b] > Ratio(0) && amounts[b] <= ledger.left[b];
    ledger.left[b] -= amounts[b];
  }
  const bool nobody = sum.is_zero() && people_on(round.project, true) == 0;  // chosen last, without support
  // Rounded amounts are off by less than a cent: too little, or too much from those who pay all that seems left.
  const Ratio off = sum < cost ? cost - sum : sum - cost;
  const bool rounded = trace_.rounded && off < Ratio(BigInt(1), BigInt(100));
  const bool whole_cost = nobody || rounded || (trace_.payments == Payments::kListed ? sum <= cost : sum == cost);
  return good && (round.completed || whole_cost);
}

Verifier::Ledger Verifier::ledger(std::size_t rounds) const {
  Ledger out;
  out.left.assign(election_.ballots.size(), trace_.payments == Payments::kLoads ? Ratio(0) : trace_.purse);
  out.amounts.resize(trace_.rounds.size());
  if (trace_.payments == Payments::kNone || !trace_.phases.empty()) {
    out.good = false;
    return out;
  }
  for (std::size_t r = 0; r < rounds; ++r) out.good = pay(out, r) && out.good;
  return out;
}

Result<bool> Verifier::check(const Claim& claim) {
  SK_TRY_VOID(run());
  if (claim.project != kNoProject && claim.project >= election_.projects.size()) return false;
  switch (claim.kind) {
    case ClaimKind::kVotes:
    case ClaimKind::kVotersGot:
    case ClaimKind::kVoters:
    case ClaimKind::kEmptyHanded:
      return check_voters(claim);
    case ClaimKind::kChosen:
    case ClaimKind::kTurn:
    case ClaimKind::kInBestSet:
    case ClaimKind::kFilling:
    case ClaimKind::kPartPaid:
      return check_winner(claim);
    case ClaimKind::kPaidSame:
    case ClaimKind::kPaidMost:
    case ClaimKind::kPaidRest:
    case ClaimKind::kPaidLess:
    case ClaimKind::kPaidNothing:
    case ClaimKind::kPaidAverage:
    case ClaimKind::kPaidTogether:
    case ClaimKind::kEffectiveVotes:
    case ClaimKind::kMoneyAfter:
      return check_paid(claim);
    case ClaimKind::kLoadSame:
    case ClaimKind::kLoadMost:
      return check_load(claim);
    case ClaimKind::kOut:
    case ClaimKind::kPartBought:
      return check_out(claim);
    case ClaimKind::kMoneyWent:
      return check_money_went(claim);
    case ClaimKind::kSupport:
      return check_support(claim);
    case ClaimKind::kEnoughCost:
    case ClaimKind::kEnoughVotes:
    case ClaimKind::kNoEnoughCost:
    case ClaimKind::kNoEnoughVotes:
    case ClaimKind::kNotSearched:
      return check_what_if(claim);
    default:
      return check_whole(claim);
  }
}

Result<bool> Verifier::check_what_if(const Claim& claim) const {
  const ProjectIndex p = claim.project;
  if (claim.kind == ClaimKind::kNotSearched) return true;
  if (claim.kind == ClaimKind::kEnoughCost || claim.kind == ClaimKind::kNoEnoughCost) {
    const Ratio& cost = election_.projects[p].cost;
    if (claim.of_amount != cost || claim.amount >= cost || !claim.amount.is_integer()) return false;
    SK_TRY(carried, carries(rule_, with_cost(election_, p, claim.amount), params_, p));
    if (claim.kind == ClaimKind::kNoEnoughCost) return !carried;
    const Ratio more = std::min(cost, claim.amount + Ratio(1));
    SK_TRY(also, carries(rule_, with_cost(election_, p, more), params_, p));
    return carried && !also;
  }
  SK_TRY(carried, carries(rule_, with_extra_votes(election_, p, claim.people), params_, p));
  if (claim.kind == ClaimKind::kNoEnoughVotes) return !carried;
  if (claim.people == 0) return false;
  SK_TRY(fewer, carries(rule_, with_extra_votes(election_, p, claim.people - 1), params_, p));
  return carried && !fewer;
}

Result<bool> verify_claim(std::string_view rule, const Election& election, const RuleParams& params,
                          const Claim& claim) {
  return Verifier(rule, election, params).check(claim);
}

}  // namespace stoepkrijt::rules
