#include "rules/unequal_purses.hpp"

#include <map>
#include <utility>

namespace stoepkrijt::rules {

namespace {

BigInt big(std::int64_t value) { return BigInt(value); }

}  // namespace

bool same_price(const PursePrice& a, const PursePrice& b) { return a.numerator * b.weights == b.numerator * a.weights; }
bool lower_price(const PursePrice& a, const PursePrice& b) { return a.numerator * b.weights < b.numerator * a.weights; }

UnequalPurses::UnequalPurses(const Election& election, std::vector<BigInt> start, BigInt denominator)
    : election_(election), money_(std::move(start)), denominator_(std::move(denominator)), near_(money_.size()) {
  for (std::uint32_t b = 0; b < money_.size(); ++b) estimate(b);
}

void UnequalPurses::estimate(std::uint32_t ballot) { near_[ballot] = approximate(money_[ballot], denominator_); }

bool UnequalPurses::can_pay(const std::vector<Backer>& supporters, const BigInt& cost) const {
  double near = 0;
  for (const Backer& s : supporters) near += static_cast<double>(people(s.ballot)) * near_[s.ballot];
  const double error = static_cast<double>(supporters.size() + 4) * kRelativeError;
  const double asked = approximate(cost, BigInt(1));
  if (error < 0.01) {  // each operation on numbers >= 0 adds at most 2^-53
    if (surely_less(asked, kRelativeError, near, error)) return true;
    if (surely_less(near, error, asked, kRelativeError)) return false;
  }
  BigInt sum;
  for (const Backer& s : supporters) sum += money_[s.ballot] * big(people(s.ballot));
  return sum >= cost * denominator_;
}

std::optional<PursePrice> UnequalPurses::price(const std::vector<Backer>& supporters, const BigInt& cost) const {
  if (!can_pay(supporters, cost)) return std::nullopt;
  // Newton's method from below: those who have less than their part at the price so far pay all, the others the rest.
  PursePrice price{cost * denominator_, BigInt(0), {}};
  std::vector<std::uint32_t> rich;
  for (std::uint32_t i = 0; i < supporters.size(); ++i) {
    if (money_[supporters[i].ballot].is_zero()) continue;
    rich.push_back(i);
    price.weights += big(people(supporters[i].ballot)) * big(supporters[i].weight);
  }
  if (price.weights.is_zero()) return std::nullopt;
  for (bool again = true; again;) {
    again = false;
    const double near = approximate(price.numerator, price.weights * denominator_);
    BigInt rest = price.numerator;
    BigInt weights = price.weights;
    std::size_t kept = 0;
    for (const std::uint32_t i : rich) {
      const Backer& s = supporters[i];
      const double part = near * static_cast<double>(s.weight);
      bool poor = false;
      if (surely_less(near_[s.ballot], kRelativeError, part, 4 * kRelativeError)) {
        poor = true;
      } else if (!surely_less(part, 4 * kRelativeError, near_[s.ballot], kRelativeError)) {
        poor = money_[s.ballot] * price.weights < price.numerator * big(s.weight);
      }
      if (!poor) {
        rich[kept++] = i;
        continue;
      }
      again = true;
      price.poor.push_back(i);
      rest -= money_[s.ballot] * big(people(s.ballot));
      weights -= big(people(s.ballot)) * big(s.weight);
    }
    rich.resize(kept);
    SK_CHECK(!weights.is_zero());  // they can pay it, so not all of them are below their part
    price.numerator = std::move(rest);
    price.weights = std::move(weights);
  }
  return price;
}

std::vector<BallotAmount> UnequalPurses::pay(const std::vector<Backer>& supporters, const PursePrice& price,
                                             const BigInt& unit) {
  std::vector<bool> poor(supporters.size(), false);
  for (const std::uint32_t i : price.poor) poor[i] = true;
  const BigInt common = BigInt::gcd(price.numerator, price.weights);
  const BigInt factor = price.weights / common;
  const BigInt rho = price.numerator / common;
  if (factor != BigInt(1)) {
    denominator_ *= factor;
    for (BigInt& money : money_) money *= factor;
  }
  std::vector<BallotAmount> amounts;
  std::map<BigInt, Ratio> in_currency;  // many pay the same, and reducing a long fraction takes long
  for (std::size_t i = 0; i < supporters.size(); ++i) {
    BigInt& money = money_[supporters[i].ballot];
    if (money.is_zero()) continue;
    const BigInt paid = poor[i] ? money : rho * big(supporters[i].weight);
    if (paid.is_zero()) continue;
    money -= paid;
    estimate(supporters[i].ballot);
    auto at = in_currency.find(paid);
    if (at == in_currency.end()) at = in_currency.emplace(paid, Ratio(paid, denominator_ * unit)).first;
    amounts.push_back({supporters[i].ballot, at->second});
  }
  return amounts;
}

}  // namespace stoepkrijt::rules
