// What a project is worth to a voter, exactly: u_i(c) = weight(i, c) · factor(c).
//
// The weight is a fraction of the voter's own (1 on approvals, the points, the Borda score; divided by the voter's best
// attainable total when the utility is relative). The factor is the project's: 1, its cost, √cost, ln(1 + cost), cost
// per supporter. Square roots and logarithms are never rounded: what compares them does so by exact powers or by bounds
// that are refined until they decide.
// A supporter of a project is a voter whose weight for it is above zero. Costs are in currency units.
// Source: Rey, Maly, "The (Computational) Social Choice Take on Indivisible Participatory Budgeting", arXiv 2303.00621,
// section 2.3; names as in pabutools.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// The part of a utility that is the same for all voters: value, √value or ln(1 + value); value >= 0.
struct Factor {
  enum class Kind : std::uint8_t { kValue, kSqrt, kLog } kind = Kind::kValue;
  Ratio value = Ratio(1);

  friend bool operator==(const Factor&, const Factor&) = default;
  [[nodiscard]] bool is_zero() const noexcept { return value.is_zero(); }
};

/// a·x against b·y, for a, b >= 0. Exact, also for roots and logarithms.
[[nodiscard]] std::strong_ordering compare_products(const Ratio& a, const Factor& x, const Ratio& b, const Factor& y);

struct Utilities {
  Utility kind = Utility::kCost;  // never kDefault or kCc
  std::vector<Factor> factors;    // by project
  // By ballot, parallel to Ballot::projects. Empty: every weight is 1.
  std::vector<std::vector<Ratio>> weights;
  // Bits of the common denominator of relative weights, where it is counted; above kMostBits: so many or more (many
  // voters, costs that are not round). What adds such weights up must not write the sum as one fraction. Only relative
  // utilities can be fine; their factors are Factor::Kind::kValue.
  unsigned weight_bits = 0;
  static constexpr unsigned kMostBits = 2048;
  [[nodiscard]] bool fine() const noexcept { return weight_bits > kMostBits; }

  [[nodiscard]] bool plain() const noexcept { return weights.empty(); }
  [[nodiscard]] Ratio weight(std::size_t ballot, std::size_t place) const {
    return weights.empty() ? Ratio(1) : weights[ballot][place];
  }
};

/// The utility that the parameters ask for: kDefault becomes cost, points or Borda by the type of the ballots.
[[nodiscard]] Utility resolve_utility(const Election& election, Utility utility);
/// Relative utilities divide by the most that the voter's own ballot could yield within the budget, found exactly; a
/// voter whose ballot could yield nothing has weight 0 everywhere. On points the approval utilities count a project
/// with points above zero as approved.
/// Errors: kRuleNotDefined when the ballots do not say it (points on approvals, Borda on points), for kCc, which is no
/// sum over projects, and when the most that a ballot could yield is too hard to find; kNegative for points below zero.
[[nodiscard]] Result<Utilities> utilities_of(const Election& election, Utility utility);
/// People per project whose weight for it is above zero.
[[nodiscard]] std::vector<std::uint64_t> count_supporters(const Election& election, const Utilities& utilities);

}  // namespace stoepkrijt::rules
