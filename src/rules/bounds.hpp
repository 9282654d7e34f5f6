// A double below and a double above a number that is not negative: the certified filter of rules that compare
// fractions.
//
// Nothing is decided by a double. Where two Bounds do not overlap, the numbers they hold are certainly in that order;
// where they overlap the caller compares exactly. Each operation rounds to nearest and then widens by four times the
// greatest relative error of one rounding (2^-53), and by 1e-300 against underflow; an overflow becomes infinity, which
// decides nothing.
//
// Example: bounds_of(Ratio(1, 3)).certainly_below(bounds_of(Ratio(1, 2))) is true.
#pragma once

#include <algorithm>
#include <limits>

#include "base/ratio.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

struct Bounds {
  double low = 0;
  double high = 0;

  [[nodiscard]] bool certainly_below(const Bounds& other) const noexcept { return high < other.low; }
};

/// The bounds around a result of one rounding each.
[[nodiscard]] inline Bounds widened(double low, double high) noexcept {
  constexpr double kBelow = 1 - 0x1p-51;
  constexpr double kAbove = 1 + 0x1p-51;
  constexpr double kTiny = 1e-300;
  const double down = low * kBelow - kTiny;
  const double up = high * kAbove + kTiny;
  Bounds out;
  out.low = down > 0 ? down : 0;  // also when it is not a number
  out.high = up <= std::numeric_limits<double>::max() ? up : std::numeric_limits<double>::infinity();
  return out;
}

[[nodiscard]] inline Bounds operator+(const Bounds& a, const Bounds& b) noexcept {
  return widened(a.low + b.low, a.high + b.high);
}
[[nodiscard]] inline Bounds operator-(const Bounds& a, const Bounds& b) noexcept {
  return widened(a.low - b.high, std::max(0.0, a.high - b.low));
}
[[nodiscard]] inline Bounds operator*(const Bounds& a, const Bounds& b) noexcept {
  return widened(a.low * b.low, a.high * b.high);
}
[[nodiscard]] inline Bounds operator/(const Bounds& a, const Bounds& b) noexcept {
  return widened(a.low / b.high, b.low > 0 ? a.high / b.low : std::numeric_limits<double>::infinity());
}
[[nodiscard]] inline Bounds least_of(const Bounds& a, const Bounds& b) noexcept {
  return {std::min(a.low, b.low), std::min(a.high, b.high)};
}

/// Of a number of people; exact up to 2^53.
[[nodiscard]] inline Bounds bounds_of(std::uint64_t count) noexcept {
  return widened(static_cast<double>(count), static_cast<double>(count));
}
/// `value` must not be negative.
[[nodiscard]] Bounds bounds_of(const Ratio& value);
[[nodiscard]] Bounds bounds_of(const Factor& factor);

}  // namespace stoepkrijt::rules
