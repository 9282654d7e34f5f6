// Claims about projects that lost, and about ties.
#include <algorithm>
#include <utility>

#include "rules/feasibility.hpp"
#include "rules/verify.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

bool lists(const std::vector<ProjectIndex>& list, ProjectIndex p) {
  return std::find(list.begin(), list.end(), p) != list.end();
}

/// The least price per unit of weight at which the supporters bring the cost together: sort by what empties them first.
std::optional<Ratio> plain_price(std::vector<std::pair<Ratio, Ratio>> left_and_weight, Ratio open) {
  std::sort(left_and_weight.begin(), left_and_weight.end(),
            [](const auto& a, const auto& b) { return a.first * b.second < b.first * a.second; });
  Ratio weights;
  for (const auto& each : left_and_weight) weights += each.second;
  for (const auto& [left, weight] : left_and_weight) {
    const Ratio price = open / weights;
    if (price * weight <= left) return price;
    open -= left;
    weights -= weight;
  }
  return std::nullopt;
}

}  // namespace

bool Verifier::check_out(const Claim& claim) const {
  const ProjectIndex p = claim.project;
  const Project& mine = election_.projects[p];
  if (won_[p]) return false;
  if (claim.kind == ClaimKind::kPartBought) {
    return p < trace_.parts.size() && claim.amount == trace_.parts[p] && claim.amount > Ratio(0) &&
           claim.amount < Ratio(1);
  }
  const WhyOut why = trace_.projects[p].why;
  const bool for_a_part = (why == WhyOut::kTooDear && mine.cost <= election_.budget) ||
                          (why == WhyOut::kNoSupport && people_on(p, true) >= params_.min_votes);
  if (why != claim.why && (claim.why != WhyOut::kDidNotFit || !for_a_part || trace_.phases.empty())) return false;
  const Ratio left = election_.budget - cost_of(outcome_.winners);
  switch (claim.why) {
    case WhyOut::kNoSupport: {
      const std::uint64_t people = people_on(p, false);
      const Result<Utilities> utilities = utilities_of(election_, trace_.utility);
      const bool worthless = utilities && utilities->factors[p].is_zero();  // a free project under utilities of cost
      const bool few = people < std::max<std::uint64_t>(1, params_.min_votes) || people_on(p, true) == 0 || worthless;
      return claim.people == people && (few || claim.of_amount > Ratio(0)) &&
             (claim.of_amount.is_zero() || claim.of_amount == election_.score_threshold);
    }
    case WhyOut::kDidNotFit: {
      if (claim.of_amount != mine.cost) return false;
      if (!trace_.phases.empty() || claim.amount == left) return true;
      Ratio money = election_.budget;  // what was left after some of the winners
      for (const ProjectIndex w : outcome_.winners) {
        money -= election_.projects[w].cost;
        if (money == claim.amount) return claim.amount < mine.cost;
      }
      return claim.amount == election_.budget && claim.amount < mine.cost;
    }
    case WhyOut::kSupportersTooPoor: {
      if (claim.people != people_on(p, true) || claim.of_amount != mine.cost) return false;
      const Ledger paid = ledger(trace_.rounds.size());
      if (trace_.payments == Payments::kNone || !trace_.phases.empty() || !trace_.parts.empty()) {
        return claim.amount.is_zero();
      }
      Ratio together;
      for (std::size_t b = 0; b < election_.ballots.size(); ++b) {
        const std::optional<Ratio> w = weight(b, p);
        if (w && *w > Ratio(0)) together += paid.left[b] * whole(election_.ballots[b].count);
      }
      return paid.good && claim.amount == together &&
             (trace_.payments != Payments::kShares || claim.amount < mine.cost);
    }
    case WhyOut::kTooDear:
      return claim.amount == election_.budget && claim.of_amount == mine.cost && claim.amount < mine.cost;
    case WhyOut::kExcluded:
      return !claim.projects.empty() && std::all_of(claim.projects.begin(), claim.projects.end(), [&](const auto& q) {
        return won_[q.project] && (lists(mine.excludes, q.project) || lists(election_.projects[q.project].excludes, p));
      });
    case WhyOut::kLacksRequired:
      return std::all_of(claim.projects.begin(), claim.projects.end(),
                         [&](const auto& q) { return !won_[q.project] && lists(mine.requires_, q.project); });
    case WhyOut::kCategoryFull: {
      Ratio spent;
      for (const ProjectIndex w : outcome_.winners) {
        if (belongs_to(election_.projects[w], claim.name, claim.area)) spent += election_.projects[w].cost;
      }
      return belongs_to(mine, claim.name, claim.area) && claim.amount == spent && spent + mine.cost > claim.of_amount;
    }
    case WhyOut::kAfterStop:
    case WhyOut::kEliminated:
    case WhyOut::kNotBest:
      return claim.amount == left && claim.of_amount == mine.cost;
    case WhyOut::kSelected:
      return false;
  }
  return false;
}

bool Verifier::check_tie(const Claim& claim) const {
  if (claim.number == 0 || claim.number > trace_.rounds.size()) return false;
  const std::size_t r = static_cast<std::size_t>(claim.number - 1);
  const Round& round = trace_.rounds[r];
  if (round.project != claim.project || claim.projects.size() < 2) return false;
  for (const ProjectAmount& each : claim.projects) {
    if (!lists(round.tied, each.project) || round_of(each.project).value_or(r) < r) return false;
  }
  const ProjectIndex second =
      claim.projects[0].project == claim.project ? claim.projects[1].project : claim.projects[0].project;
  const Ratio& cost = election_.projects[claim.project].cost;
  const Ratio& other = election_.projects[second].cost;
  const std::uint64_t votes = people_on(claim.project, false);
  const std::uint64_t other_votes = people_on(second, false);
  const bool by_cost = params_.ties == TieOrder::kCostVotes || params_.ties == TieOrder::kCostVotesLot;
  const bool by_lot = params_.ties == TieOrder::kCostVotesLot || params_.ties == TieOrder::kLot;
  switch (claim.by) {
    case TieBy::kGiven:
      if (!lists(params_.ties_won, claim.project)) return false;
      break;
    case TieBy::kCost:
      if (!by_cost || cost >= other) return false;
      break;
    case TieBy::kVotes:
      if ((by_cost && cost != other) || votes <= other_votes) return false;
      break;
    case TieBy::kLot:
      if (!by_lot || (by_cost && (cost != other || votes != other_votes))) return false;
      break;
    case TieBy::kId:
      if (by_lot || election_.projects[claim.project].id >= election_.projects[second].id) return false;
      break;
  }
  // With shares: the price of a vote is really the same for all of them.
  if (trace_.payments != Payments::kShares || round.completed || !trace_.phases.empty() || cost.is_zero()) return true;
  if (trace_.rounded) return true;  // purses that are rounded cannot show it
  const Ledger now = ledger(r);
  const Result<Utilities> utilities = utilities_of(election_, trace_.utility);
  if (!now.good || !utilities) return false;
  std::vector<Ratio> prices;
  for (const ProjectAmount& each : claim.projects) {
    std::vector<std::pair<Ratio, Ratio>> supporters;
    for (std::size_t b = 0; b < election_.ballots.size(); ++b) {
      const std::optional<Ratio> w = weight(b, each.project);
      const Ratio people = whole(election_.ballots[b].count);
      if (w && *w > Ratio(0)) supporters.emplace_back(now.left[b] * people, *w * people);
    }
    const std::optional<Ratio> price = plain_price(std::move(supporters), election_.projects[each.project].cost);
    if (!price) return false;
    prices.push_back(*price);
  }
  for (std::size_t i = 1; i < prices.size(); ++i) {  // price / factor, crosswise
    const Factor& first = utilities->factors[claim.projects[0].project];
    const Factor& mine = utilities->factors[claim.projects[i].project];
    if (compare_products(prices[0], mine, prices[i], first) != 0) return false;
  }
  return true;
}

}  // namespace stoepkrijt::rules
