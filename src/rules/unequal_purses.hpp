// Purses that supporters pay projects from, exactly: each pays min(what is left, rho · weight).
//
// All money is whole numbers of units over one denominator; comparisons go through certified doubles first (units.hpp).
// People of one ballot hold the same. Used by the rules that start from unequal purses or choose by rank.
#pragma once

#include <optional>
#include <vector>

#include "rules/units.hpp"

namespace stoepkrijt::rules {

struct Backer {
  std::uint32_t ballot = 0;
  std::int64_t weight = 1;  // above zero
};

/// rho = numerator / (weights · denominator of the purses): what one unit of weight pays. The poor pay all they have.
struct PursePrice {
  BigInt numerator;
  BigInt weights;                   // of those who are not poor, people counted; above zero
  std::vector<std::uint32_t> poor;  // places in the list of supporters
};

[[nodiscard]] bool same_price(const PursePrice& a, const PursePrice& b);
[[nodiscard]] bool lower_price(const PursePrice& a, const PursePrice& b);

class UnequalPurses {
 public:
  /// `start` is what each person of a ballot has, in units, over `denominator`.
  UnequalPurses(const Election& election, std::vector<BigInt> start, BigInt denominator);

  /// Whether the supporters together have the cost (in units).
  [[nodiscard]] bool can_pay(const std::vector<Backer>& supporters, const BigInt& cost) const;
  /// The least rho with sum of people · min(purse, rho · weight) = cost; nothing when they cannot pay it, or nobody has
  /// anything left.
  [[nodiscard]] std::optional<PursePrice> price(const std::vector<Backer>& supporters, const BigInt& cost) const;
  /// Takes the money; the amounts per person are in currency, `unit` units each.
  [[nodiscard]] std::vector<BallotAmount> pay(const std::vector<Backer>& supporters, const PursePrice& price,
                                              const BigInt& unit);
  /// Per person, in units.
  [[nodiscard]] Ratio money(std::uint32_t ballot) const { return Ratio(money_[ballot], denominator_); }

 private:
  [[nodiscard]] std::int64_t people(std::uint32_t ballot) const {
    return static_cast<std::int64_t>(election_.ballots[ballot].count);
  }
  void estimate(std::uint32_t ballot);

  const Election& election_;
  std::vector<BigInt> money_;  // by ballot, per person
  BigInt denominator_;
  std::vector<double> near_;  // the same in units, within kRelativeError
};

}  // namespace stoepkrijt::rules
