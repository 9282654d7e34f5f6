// The exact half of WeightedMesEngine: what floating point could not decide, and what is paid.
#include <algorithm>
#include <utility>

#include "rules/exact_real.hpp"
#include "rules/weighted_mes.hpp"

namespace stoepkrijt::rules {

namespace {

BigInt people_of(const Ballot& ballot) { return BigInt::from_unsigned(ballot.count); }

}  // namespace

void WeightedMesEngine::begin_sum() { sums_.assign(prices_.size(), BigInt(0)); }

/// Adds a ballot's people to sums_: how much weight has paid each winner.
void WeightedMesEngine::add_history(std::uint32_t ballot) {
  const BigInt people = people_of(election_.ballots[ballot]);
  for (std::uint32_t i = ballot_begin_[ballot]; i < ballot_begin_[ballot + 1]; ++i) {
    const std::int32_t won = won_[on_ballot_[i].other];
    if (won >= 0) sums_[static_cast<std::size_t>(won)] += weights_[on_ballot_[i].weight] * people;
  }
}

/// What `people` had at the start, less what sums_ says they have paid; over denominator_.
BigInt WeightedMesEngine::money_of_sum(const BigInt& people) const {
  BigInt money = start_purse_ * people;
  for (std::size_t j = 0; j < prices_.size(); ++j) {
    if (!sums_[j].is_zero()) money -= prices_[j] * sums_[j];
  }
  return money;
}

BigInt WeightedMesEngine::exact_purse(std::uint32_t ballot) const {
  BigInt purse = start_purse_;
  for (std::uint32_t i = ballot_begin_[ballot]; i < ballot_begin_[ballot + 1]; ++i) {
    const std::int32_t won = won_[on_ballot_[i].other];
    if (won >= 0) purse -= prices_[static_cast<std::size_t>(won)] * weights_[on_ballot_[i].weight];
  }
  return purse;
}

bool WeightedMesEngine::can_pay_exactly(const Candidate& c) {
  if (fine_) return fine_can_pay(c);
  begin_sum();
  BigInt people;
  for (std::uint32_t i = project_begin_[c.project]; i < project_begin_[c.project + 1]; ++i) {
    const std::uint32_t ballot = for_project_[i].other;
    if (purses_[ballot] < 0) continue;
    people += people_of(election_.ballots[ballot]);
    add_history(ballot);
  }
  return money_of_sum(people) >= costs_[c.project] * denominator_;
}

/// The exact price, and in poor_ the supporters who pay all they have. Those in doubt are sorted out by their exact
/// purses per weight, poorest first: each that has less than the price so far pays all and leaves more to the others.
WeightedMesEngine::ExactPrice WeightedMesEngine::exact_price(const Candidate& c) {
  struct Doubt {
    std::uint32_t ballot = 0;
    const BigInt* weight = nullptr;
    BigInt purse;
  };
  poor_.clear();
  begin_sum();
  BigInt poor_people;
  ExactPrice price;
  std::vector<Doubt> doubts;
  for (std::uint32_t i = project_begin_[c.project]; i < project_begin_[c.project + 1]; ++i) {
    const auto [ballot, weight_index] = for_project_[i];
    const double purse = purses_[ballot];
    if (purse < 0) continue;
    const double weight = weight_doubles_[weight_index];
    const BigInt people = people_of(election_.ballots[ballot]);
    if ((purse - error_) * (1 - 4 * kRounding) > c.high * weight) {
      price.payers += weights_[weight_index] * people;
    } else if ((purse + error_) * (1 + 4 * kRounding) < c.low * weight) {
      poor_people += people;
      poor_.push_back(ballot);
      add_history(ballot);
    } else {
      doubts.push_back({ballot, &weights_[weight_index], exact_purse(ballot)});
      price.payers += weights_[weight_index] * people;
    }
  }
  price.numerator = costs_[c.project] * denominator_ - money_of_sum(poor_people);
  std::sort(doubts.begin(), doubts.end(),
            [](const Doubt& a, const Doubt& b) { return a.purse * *b.weight < b.purse * *a.weight; });
  for (const Doubt& doubt : doubts) {
    const std::strong_ordering order = doubt.purse * price.payers <=> price.numerator * *doubt.weight;
    if (order > 0) break;
    poor_.push_back(doubt.ballot);
    if (order == 0) continue;  // has exactly the price: pays as one who can
    const BigInt people = people_of(election_.ballots[doubt.ballot]);
    price.numerator -= doubt.purse * people;
    price.payers -= *doubt.weight * people;
    SK_CHECK(price.payers > BigInt(0));
  }
  return price;
}

std::strong_ordering WeightedMesEngine::compare_exactly(const Candidate& a, const Candidate& b) {
  if (fine_) return fine_compare(a, b);
  const ExactPrice x = exact_price(a);
  const ExactPrice y = exact_price(b);
  const Factor& f = utilities_.factors[a.project];
  const Factor& g = utilities_.factors[b.project];
  const BigInt left = x.numerator * y.payers;
  const BigInt right = y.numerator * x.payers;
  if (f == g) return left <=> right;
  if (f.kind == Factor::Kind::kValue && g.kind == Factor::Kind::kValue) {
    return left * (g.value.numerator() * f.value.denominator()) <=>
           right * (f.value.numerator() * g.value.denominator());
  }
  return compare_products(Ratio(left, BigInt(1)), g, Ratio(right, BigInt(1)), f);
}

/// Everyone pays. The price per unit of weight, in currency units.
Ratio WeightedMesEngine::buy(const Candidate& c) {
  if (fine_) return fine_buy(c);
  const ExactPrice price = exact_price(c);
  // One denominator for all: times what is left of the payers after cancelling.
  const BigInt common = BigInt::gcd(price.numerator, price.payers);
  const BigInt factor = price.payers / common;
  const BigInt numerator = price.numerator / common;
  if (factor != BigInt(1)) {
    denominator_ *= factor;
    start_purse_ *= factor;
    for (BigInt& earlier : prices_) earlier *= factor;
  }
  const Ratio exact(numerator, denominator_ * unit_);
  const Ratio per_weight = exact * Ratio(weight_unit_, BigInt(1));
  const double paid = nearest_double(numerator * weight_unit_, start_purse_);
  charge(c, paid);
  won_[c.project] = static_cast<std::int32_t>(prices_.size());
  prices_.push_back(numerator);
  return per_weight;
}

/// Takes the price per weight, in start purses, from the purses as they are kept in floating point.
void WeightedMesEngine::charge(const Candidate& c, double paid) {
  double largest = 0;
  for (const std::uint32_t ballot : poor_) purses_[ballot] = -1;
  for (std::uint32_t i = project_begin_[c.project]; i < project_begin_[c.project + 1]; ++i) {
    double& purse = purses_[for_project_[i].other];
    if (purse < 0) continue;
    const double share = paid * weight_doubles_[for_project_[i].weight];
    largest = std::max(largest, share);
    purse = std::max(0.0, purse - share);
  }
  // A share is off by less than 4·kRounding of itself, the difference by less than 2^-53 of a purse, which is at
  // most 1.
  error_ += largest * 8 * kRounding + 0x1p-52;
  error_ *= 1 + 4 * kRounding;
}

}  // namespace stoepkrijt::rules
