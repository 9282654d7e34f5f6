#include "app/count_purses.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace stoepkrijt::app {

using rules::Payments;
using rules::ProjectIndex;

Money to_money(const Ratio& euros) {
  const Result<Money> money = Money::nearest(euros);
  return money ? *money : Money{};
}

std::size_t place_on(const rules::Ballot& ballot, ProjectIndex project) {
  return static_cast<std::size_t>(std::find(ballot.projects.begin(), ballot.projects.end(), project) -
                                  ballot.projects.begin());
}

Purses::Purses(const rules::Election& election, const rules::Trace& trace)
    : election_(election),
      trace_(trace),
      loads_(trace.payments == Payments::kLoads),
      left_(election.ballots.size(), loads_ ? Ratio() : trace.purse),
      paid_(election.ballots.size()) {
  if (trace.payments != Payments::kShares) return;
  Result<rules::Utilities> utilities = rules::utilities_of(election, trace.utility);
  if (utilities) utilities_ = std::move(utilities).value();
}

std::size_t Purses::kind_of(std::size_t ballot) const {
  return paid_[ballot].empty() ? 0U : !loads_ && left_[ballot].is_zero() ? 2U : 1U;
}

void Purses::describe(ProjectIndex project, PlanCount& plan) const {
  struct Band {
    std::int64_t people = 0;
    Ratio left;
    std::map<ProjectIndex, Ratio> spent;
  };
  Ratio have;
  std::array<Band, 3> bands;
  for (std::size_t b = 0; b < left_.size(); ++b) {
    if (!names(election_.ballots[b], project)) continue;
    const auto people = static_cast<std::int64_t>(election_.ballots[b].count);
    Band& band = bands[kind_of(b)];
    band.people += people;
    band.left += left_[b] * Ratio(people);
    have += left_[b] * Ratio(people);
    for (const auto& [paid_project, amount] : paid_[b]) band.spent[paid_project] += amount * Ratio(people);
  }
  plan.have = to_money(have);
  plan.bands.clear();
  for (std::size_t kind = 0; kind < bands.size(); ++kind) {
    if (bands[kind].people == 0) continue;
    PurseBand band{static_cast<PurseBand::Kind>(kind), bands[kind].people, to_money(bands[kind].left), {}, {}};
    for (const auto& [paid_project, amount] : bands[kind].spent) {
      band.spent.push_back({election_.projects[paid_project].id, to_money(amount)});
    }
    plan.bands.push_back(std::move(band));
  }
}

// By ballot, per person; no zeros.
std::map<std::size_t, Ratio> Purses::payments(const rules::Round& round) const {
  std::map<std::size_t, Ratio> out;
  if (trace_.payments != Payments::kShares) {
    for (const rules::BallotAmount& amount : round.amounts) {
      if (amount.ballot < left_.size() && !amount.amount.is_zero()) out[amount.ballot] = amount.amount;
    }
    return out;
  }
  if (round.completed) return out;  // chosen with money that nobody in particular holds any more
  for (std::size_t b = 0; b < left_.size(); ++b) {
    const rules::Ballot& ballot = election_.ballots[b];
    const std::size_t place = place_on(ballot, round.project);
    if (place == ballot.projects.size()) continue;
    Ratio asked = round.price;
    if (!utilities_.plain()) asked = asked * utilities_.weight(b, place);
    Ratio amount = std::min(left_[b], asked);
    if (!amount.is_zero()) out[b] = std::move(amount);
  }
  return out;
}

void Purses::pay(const rules::Round& round, PlanCount& plan) {
  Ratio rest;
  Ratio most;
  std::array<Ratio, 3> of_band;
  const std::map<std::size_t, Ratio> amounts = payments(round);
  for (const auto& [b, amount] : amounts) most = std::max(most, amount);
  for (const auto& [b, amount] : amounts) {
    const auto people = static_cast<std::int64_t>(election_.ballots[b].count);
    const bool whole = amount == most;
    (whole ? plan.pay_share : plan.pay_rest) += people;
    if (!whole) {
      rest += amount * Ratio(people);
      if (!loads_ && amount != left_[b]) equal_price_ = false;
    }
    of_band[kind_of(b)] += amount * Ratio(people);
  }
  for (PurseBand& band : plan.bands) band.paid = to_money(of_band[static_cast<std::size_t>(band.kind)]);
  for (const auto& [b, amount] : amounts) {
    if (loads_) {
      left_[b] += amount;
      most = std::max(most, left_[b]);
    } else {
      left_[b] = std::max(Ratio(), left_[b] - amount);
    }
    paid_[b].emplace_back(round.project, amount);
  }
  Ratio together;
  for (const Ratio& amount : of_band) together += amount;
  plan.unpaid = std::max(Money{}, to_money(plan.gets.to_ratio() - together));
  plan.share = to_money(most);
  plan.rest_together = to_money(rest);
}

}  // namespace stoepkrijt::app
