// Claims about one project that won.
#include <algorithm>
#include <utility>

#include "rules/equal_shares.hpp"
#include "rules/fine_number.hpp"
#include "rules/registry.hpp"
#include "rules/verify.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

}  // namespace

bool Verifier::check_winner(const Claim& claim) const {
  const ProjectIndex p = claim.project;
  const std::vector<ProjectIndex>& winners = outcome_.winners;
  if (!won_[p]) return false;
  switch (claim.kind) {
    case ClaimKind::kChosen:
      return claim.number >= 1 && claim.number <= winners.size() &&
             winners[static_cast<std::size_t>(claim.number - 1)] == p && claim.of_people == winners.size();
    case ClaimKind::kTurn:
      return check_turn(claim);
    case ClaimKind::kPartPaid:
      return outcome_.part_paid && winners.back() == p && claim.amount == *outcome_.part_paid &&
             claim.of_amount == election_.projects[p].cost && claim.amount < claim.of_amount;
    case ClaimKind::kFilling: {  // without completion it is not there, or the rule itself takes it from what is left
      RuleParams params = params_;
      params.then = Then::kNone;
      params.comparison = ComparisonStep::kNone;
      if (params.completion == Completion::kUtilitarian) params.completion = Completion::kNone;
      if (params.completion == Completion::kAdd1u) params.completion = Completion::kAdd1;
      Trace before;
      if (!tally(rule_, election_, params, before)) return false;
      return std::none_of(before.rounds.begin(), before.rounds.end(),
                          [&](const Round& round) { return round.project == p && !round.completed; });
    }
    default: {  // kInBestSet: no allowed set is worth more; on small elections all are tried
      return trace_.rule == "max-welfare";
    }
  }
}

bool Verifier::check_turn(const Claim& claim) const {
  Ratio left = election_.budget;
  for (const ProjectIndex w : outcome_.winners) {
    if (w == claim.project) break;
    left -= election_.projects[w].cost;
  }
  return claim.amount == left && claim.of_amount == election_.projects[claim.project].cost && claim.of_amount <= left;
}

bool Verifier::check_paid(const Claim& claim) const {
  const std::optional<std::size_t> r = round_of(claim.project);
  if (!r) return false;
  const Ledger before = ledger(*r);
  const Ledger after = ledger(*r + 1);
  if (!after.good || trace_.payments == Payments::kLoads) return false;
  const std::vector<Ratio>& amounts = after.amounts[*r];
  const Ratio most = *std::max_element(amounts.begin(), amounts.end());
  std::uint64_t at_most = 0;
  std::uint64_t less = 0;
  std::uint64_t nothing = 0;
  std::uint64_t supporters = 0;
  bool emptied = true;
  Ratio less_together;
  Ratio together;
  Ratio left;
  for (std::size_t b = 0; b < amounts.size(); ++b) {
    const std::uint64_t people = election_.ballots[b].count;
    const std::optional<Ratio> w = weight(b, claim.project);
    together += amounts[b] * whole(people);
    if (w && *w > Ratio(0)) {
      supporters += people;
      left += after.left[b] * whole(people);
      if (amounts[b].is_zero() && before.left[b].is_zero()) nothing += people;
    }
    if (amounts[b].is_zero()) continue;
    if (amounts[b] == most) {
      at_most += people;
    } else {
      less += people;
      less_together += amounts[b] * whole(people);
      emptied = emptied && after.left[b].is_zero();
    }
  }
  switch (claim.kind) {
    case ClaimKind::kPaidSame:
      return claim.people == at_most && claim.amount == most && less == 0;
    case ClaimKind::kPaidMost:
      return claim.people == at_most && claim.amount == most && less > 0;
    case ClaimKind::kPaidRest:
      return claim.people == less && claim.amount == less_together && emptied;
    case ClaimKind::kPaidLess:
      return claim.people == less && claim.amount == less_together;
    case ClaimKind::kPaidNothing:
      return claim.people == nothing && nothing > 0;
    case ClaimKind::kPaidAverage:
      return claim.people == at_most + less && claim.amount * whole(claim.people) == together;
    case ClaimKind::kPaidTogether:
      return claim.people == at_most + less && claim.amount == together &&
             claim.of_amount == election_.projects[claim.project].cost;
    case ClaimKind::kEffectiveVotes:
      return claim.amount * most == election_.projects[claim.project].cost;
    default:
      return claim.people == supporters && claim.amount == left;
  }
}

bool Verifier::check_load(const Claim& claim) const {
  const std::optional<std::size_t> r = round_of(claim.project);
  if (!r || trace_.payments != Payments::kLoads) return false;
  const Ledger after = ledger(*r + 1);
  if (!after.good) return false;
  std::uint64_t people = 0;
  Ratio most;
  bool same = true;
  for (std::size_t b = 0; b < after.left.size(); ++b) {
    const std::optional<Ratio> w = weight(b, claim.project);
    if (!w || w->is_zero()) continue;
    same = same && (people == 0 || after.left[b] == most);
    most = std::max(most, after.left[b]);
    people += election_.ballots[b].count;
  }
  return claim.people == people && claim.amount == most && (claim.kind != ClaimKind::kLoadSame || same);
}

bool Verifier::check_money_went(const Claim& claim) const {
  const Ledger paid = ledger(trace_.rounds.size());
  if (!paid.good || trace_.payments == Payments::kLoads) return false;
  std::vector<Ratio> went(election_.projects.size());
  Ratio together;
  for (std::size_t b = 0; b < election_.ballots.size(); ++b) {
    const std::optional<Ratio> w = weight(b, claim.project);
    if (!w || w->is_zero()) continue;
    for (std::size_t r = 0; r < trace_.rounds.size(); ++r) {
      if (paid.amounts[r].empty()) continue;
      const Ratio amount = paid.amounts[r][b] * whole(election_.ballots[b].count);
      went[trace_.rounds[r].project] += amount;
      together += amount;
    }
  }
  Marks told(went.size(), false);
  Ratio least = together;
  for (const ProjectAmount& each : claim.projects) {
    if (told[each.project] || each.amount != went[each.project] || each.amount > least) return false;
    told[each.project] = true;
    least = each.amount;
  }
  for (ProjectIndex p = 0; p < went.size(); ++p) {
    if (!told[p] && went[p] > least) return false;  // it should have been named
  }
  return claim.amount == together && claim.of_people == people_on(claim.project, true);
}

/// Every round: what the supporters would bring together at the terms of its winner, against k per cent.
Result<bool> Verifier::check_support(const Claim& claim) const {
  const Ratio& cost = election_.projects[claim.project].cost;
  if (trace_.payments != Payments::kShares || cost.is_zero()) return false;
  SK_TRY(utilities, utilities_of(election_, trace_.utility));
  RuleParams params = params_;
  Verifier without(rule_, election_, params);
  const Result<Outcome> others = equal_shares_at(election_, params_, trace_.purse, claim.project, without.trace_);
  if (!others) return fail(others.error());
  if (without.round_of(claim.project)) return false;
  const Factor& ours = utilities.factors[claim.project];
  const auto reaches = [&](std::uint64_t percent) {
    const Ratio asked = cost * whole(percent) / Ratio(100);
    for (std::size_t r = 0; r <= without.trace_.rounds.size(); ++r) {
      const Ledger now = without.ledger(r);
      Ratio poor;
      Ratio rich;  // price · weight of those who do not pay all they have
      const bool last = r == without.trace_.rounds.size();
      const Ratio price = last ? Ratio(0) : without.trace_.rounds[r].price;
      const Factor theirs = last ? Factor{} : utilities.factors[without.trace_.rounds[r].project];
      if (!last && (price.is_zero() || theirs.is_zero())) continue;
      for (std::size_t b = 0; b < now.left.size(); ++b) {
        const std::optional<Ratio> w = weight(b, claim.project);
        if (!w || w->is_zero()) continue;
        const Ratio people = whole(election_.ballots[b].count);
        if (last || compare_products(price * *w, ours, now.left[b], theirs) >= 0) {
          poor += now.left[b] * people;
        } else {
          rich += (trace_.rounded ? rounded_down(price * *w) : price * *w) * people;
        }
      }
      if (asked <= poor || compare_products(rich, ours, asked - poor, theirs) >= 0) return true;
    }
    return percent == 0;
  };
  return reaches(claim.number) && !reaches(claim.number + 1) && (won_[claim.project] ? claim.number >= 100 : true);
}

}  // namespace stoepkrijt::rules
