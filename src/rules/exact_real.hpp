// Sums of square roots and logarithms, compared without rounding.
//
// A sum is coefficient · factor added up, where a factor is a fraction, √fraction or ln(1 + fraction). Its sign is
// found with certified bounds that are refined until they exclude zero; that ends, because equality with zero is tested
// exactly first: square roots of fractions are linearly independent over the fractions unless the product of two is a
// square, and a sum of logarithms is the logarithm of a product of powers, which is 1 only when every exponent over a
// coprime base is zero (and transcendental otherwise, so it never cancels roots or fractions).
// Sources: Besicovitch, "On the linear independence of fractional powers of integers", 1940; Bernstein, "Factoring into
// coprimes in essentially linear time", 2005 (here the plain version by greatest common divisors); Lindemann 1882.
//
// Example: sign_of_sum({{Ratio(2), {kSqrt, 2}}, {Ratio(-1), {kSqrt, 8}}}) is equal: 2·√2 = √8.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "rules/utility.hpp"

namespace stoepkrijt::rules {

struct Term {
  Ratio coefficient;
  Factor factor;
};

/// low <= value <= high.
struct RealBounds {
  Ratio low;
  Ratio high;
};

/// Certified bounds on a factor, about 2^-bits apart; equal when it is a fraction.
[[nodiscard]] RealBounds bounds_of(const Factor& factor, unsigned bits);
[[nodiscard]] RealBounds bounds_of_sum(const std::vector<Term>& terms, unsigned bits);
/// The sum against zero.
[[nodiscard]] std::strong_ordering sign_of_sum(const std::vector<Term>& terms);
/// The sum in decimals: exact when it is a fraction ("12.5", "7/3"), else rounded correctly to `digits` after the
/// point.
[[nodiscard]] std::string text_of_sum(const std::vector<Term>& terms, unsigned digits);

/// Largest whole number whose square is not above `value`; value >= 0.
[[nodiscard]] BigInt floor_sqrt(const BigInt& value);

}  // namespace stoepkrijt::rules
