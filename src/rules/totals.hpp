// What all voters together give each project: the sum of their weights, over one common denominator.
//
// Relative utilities give every voter a denominator of their own; adding such fractions one by one would cancel huge
// numbers again and again. Here they are added as whole numbers over the least common denominator, never cancelled; and
// where that would be too long (Utilities::fine()) they stay sums of fractions (fraction_sum.hpp).
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "rules/fraction_sum.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

/// The total weight of project p is numerators[p] / denominator, or sums[p].
struct Totals {
  BigInt denominator = BigInt(1);
  std::vector<BigInt> numerators;  // empty where the weights are too fine
  std::vector<FractionSum> sums;   // else empty

  [[nodiscard]] bool fine() const noexcept { return !sums.empty(); }
  [[nodiscard]] bool is_zero(ProjectIndex p) const { return fine() ? sums[p].empty() : numerators[p].is_zero(); }
};

[[nodiscard]] Totals total_weights(const Election& election, const Utilities& utilities);

/// total · scale · factor, where `total` is a numerator over the common denominator, or that of `sum`.
struct Score {
  bool infinite = false;  // worth something and free
  BigInt total;
  FractionSum sum;  // where the weights are too fine; then `total` is 0 or 1
  Ratio scale = Ratio(1);
  Factor factor;

  [[nodiscard]] bool is_zero() const noexcept {
    return !infinite && (total.is_zero() || scale.is_zero() || factor.is_zero());
  }
};
/// Exact, for scores over the same denominator.
[[nodiscard]] std::strong_ordering compare_scores(const Score& a, const Score& b);

/// Utility per cost: Σu(p)/cost(p). A free project has the limit for costs towards 0: with cost utility its votes, with
/// ln(1 + cost) its votes, with effort its votes per supporter, else infinitely much as soon as anyone supports it.
[[nodiscard]] std::vector<Score> scores_per_cost(const Election& election, const Utilities& utilities,
                                                 const Totals& totals);

/// Σ over the voters of what the set is worth to them, as text: exact when that is a fraction of at most 100
/// characters, else (and where the weights are too fine) rounded correctly to 6 decimals.
[[nodiscard]] std::string welfare_text(const Utilities& utilities, const Totals& totals,
                                       const std::vector<ProjectIndex>& set);

}  // namespace stoepkrijt::rules
