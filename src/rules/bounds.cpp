#include "rules/bounds.hpp"

#include <cmath>

namespace stoepkrijt::rules {

namespace {

/// mantissa · 2^exponent <= value <= (mantissa + 1) · 2^exponent
struct Leading {
  std::int64_t mantissa = 0;
  int exponent = 0;
};

Leading leading(const BigInt& value) {
  if (const auto small = value.to_int64()) return {*small, 0};
  constexpr unsigned kBits = 62;
  const unsigned shift = value.bit_length() - kBits;
  const BigInt top = value / BigInt::power_of_two(shift);
  return {*top.to_int64(), static_cast<int>(shift)};
}

Bounds as_bounds(const Leading& leading) {
  const double low = static_cast<double>(leading.mantissa);
  const double high = leading.exponent == 0 ? low : static_cast<double>(leading.mantissa + 1);
  return widened(low, high);
}

}  // namespace

Bounds bounds_of(const Ratio& value) {
  if (value.is_zero()) return {};
  const Leading above = leading(value.numerator());
  const Leading below = leading(value.denominator());
  const Bounds quotient = as_bounds(above) / as_bounds(below);
  // A power of two changes no digit; beyond the range of doubles ldexp gives 0 or infinity, and `widened` copes.
  const int exponent = above.exponent - below.exponent;
  return widened(std::ldexp(quotient.low, exponent), std::ldexp(quotient.high, exponent));
}

Bounds bounds_of(const Factor& factor) {
  const Bounds value = bounds_of(factor.value);
  if (factor.kind == Factor::Kind::kValue) return value;
  if (factor.kind == Factor::Kind::kSqrt) return widened(std::sqrt(value.low), std::sqrt(value.high));
  // log1p of the libraries in use is good to a few units in the last place; 2^-40 leaves room for thousands.
  constexpr double kMargin = 0x1p-40;
  return widened(std::log1p(value.low) * (1 - kMargin), std::log1p(value.high) * (1 + kMargin));
}

}  // namespace stoepkrijt::rules
