// The money of an election as whole numbers, and doubles that filter comparisons of exact numbers.
//
// A unit is 1/unit of the currency, the coarsest in which the budget and every cost are whole.
// Certified filter: approximate() is within kRelativeError of the true quotient, or NaN where a double cannot promise
// that (very large or very small numbers); every comparison with NaN is false, so such a case is decided exactly.
#pragma once

#include <vector>

#include "base/bigint.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::rules {

struct Units {
  BigInt unit;
  BigInt budget;
  std::vector<BigInt> costs;  // by project
};

[[nodiscard]] Units units_of(const Election& election);

inline constexpr double kRelativeError = 1.0 / (std::uint64_t{1} << 51U);
/// numerator / denominator for numerator >= 0, denominator > 0.
[[nodiscard]] double approximate(const BigInt& numerator, const BigInt& denominator);

/// Whether a is surely below b, when each is within its relative error of the true number. Errors below 0.01.
[[nodiscard]] inline bool surely_less(double a, double a_error, double b, double b_error) {
  return a * (1 + 1.01 * a_error) < b * (1 - 1.01 * b_error);
}

}  // namespace stoepkrijt::rules
