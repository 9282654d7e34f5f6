// A sum of many fractions, kept as it is: one numerator for each different denominator.
//
// The common denominator of ten thousand voters can have a million digits. Two such sums are compared by bounds first;
// when those cannot tell them apart, the difference is taken denominator by denominator (equal sums mostly cancel
// there), and what is left of it is at last added up over a common denominator, exactly.
//
// Example: FractionSum s; s.add(Ratio(1, 3), 2); s.add(Ratio(1, 7), 1); s holds 2/3 + 1/7.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>

#include "base/ratio.hpp"

namespace stoepkrijt::rules {

class FractionSum {
 public:
  void add(const Ratio& value, const BigInt& times);
  /// Every fraction of `other`, times a fraction that may be negative.
  void add(const FractionSum& other, const Ratio& times);

  /// No fraction but zero was ever added, or they cancelled denominator by denominator.
  [[nodiscard]] bool empty() const noexcept { return parts_.empty(); }
  /// low <= sum · 2^bits < low + 2.
  [[nodiscard]] BigInt low(unsigned bits) const;
  /// The same with kFirstBits; kept until the next add().
  [[nodiscard]] const BigInt& first_low() const;
  static constexpr unsigned kFirstBits = 128;
  /// The sum against zero, exact.
  [[nodiscard]] std::strong_ordering sign() const;
  /// Rounded to so many decimals, halves away from zero: for a sum >= 0. Exact.
  [[nodiscard]] std::string to_fixed(unsigned digits) const;

 private:
  std::map<BigInt, BigInt> parts_;  // numerators by denominator; no zeros
  mutable std::optional<BigInt> first_low_;
};

/// a·x against b·y, exact; x, y > 0.
[[nodiscard]] std::strong_ordering compare_sums(const FractionSum& a, const Ratio& x, const FractionSum& b,
                                                const Ratio& y);

}  // namespace stoepkrijt::rules
