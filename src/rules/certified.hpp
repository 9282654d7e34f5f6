// Two kinds of numbers >= 0 that a long calculation can be done in: exact fractions, and whole numbers with bounds.
//
// Both have the same operations, so that one template serves both. `doubt` in the arithmetic tells that a result can no
// longer be trusted: a fraction grew too long, or a comparison fell within the bounds. The calculation is then done
// again in the next, stronger arithmetic.
#pragma once

#include <algorithm>
#include <compare>

#include "base/ratio.hpp"

namespace stoepkrijt::rules {

/// Fractions as they are, up to a length.
class ExactArithmetic {
 public:
  using Number = Ratio;
  static constexpr bool kExact = true;
  explicit ExactArithmetic(unsigned most_bits) : most_bits_(most_bits) {}

  [[nodiscard]] Number from(const Ratio& value) const { return value; }
  [[nodiscard]] Number add(const Number& a, const Number& b) { return checked(a + b); }
  /// a >= b.
  [[nodiscard]] Number subtract(const Number& a, const Number& b) { return checked(a - b); }
  /// a · b / c, c > 0.
  [[nodiscard]] Number scale(const Number& a, const Number& b, const Number& c) { return checked(a * b / c); }
  [[nodiscard]] Number scale(const Number& a, const BigInt& b, std::int64_t c) {
    return checked(a * Ratio(b, BigInt(c)));
  }
  [[nodiscard]] std::strong_ordering compare(const Number& a, const Number& b) { return a <=> b; }
  [[nodiscard]] Ratio low(const Number& a) const { return a; }
  [[nodiscard]] bool doubt() const noexcept { return doubt_; }

 private:
  Number checked(Number value) {
    if (value.numerator().bit_length() > most_bits_ || value.denominator().bit_length() > most_bits_) doubt_ = true;
    return value;
  }
  unsigned most_bits_;
  bool doubt_ = false;
};

/// Whole multiples of 2^-bits below and above the true number.
class BoundArithmetic {
 public:
  struct Number {
    BigInt low;
    BigInt high;
  };
  static constexpr bool kExact = false;
  /// `last`: what the bounds cannot separate is taken as equal, without doubt.
  BoundArithmetic(unsigned bits, bool last) : one_(BigInt::power_of_two(bits)), last_(last) {}

  [[nodiscard]] Number from(const Ratio& value) const {
    const BigInt scaled = value.numerator() * one_;
    return {scaled / value.denominator(), ceil_divide(scaled, value.denominator())};
  }
  [[nodiscard]] Number add(const Number& a, const Number& b) { return {a.low + b.low, a.high + b.high}; }
  /// a >= b: bounds below zero are cut off.
  [[nodiscard]] Number subtract(const Number& a, const Number& b) {
    return {std::max(a.low - b.high, BigInt(0)), std::max(a.high - b.low, BigInt(0))};
  }
  [[nodiscard]] Number scale(const Number& a, const Number& b, const Number& c) {
    if (c.low.is_zero()) {  // no bound above: only when c is not known to be above zero at this precision
      if (!last_) doubt_ = true;
      return a;
    }
    return {a.low * b.low / c.high, ceil_divide(a.high * b.high, c.low)};
  }
  [[nodiscard]] Number scale(const Number& a, const BigInt& b, std::int64_t c) {
    return {a.low * b / BigInt(c), ceil_divide(a.high * b, BigInt(c))};
  }
  [[nodiscard]] std::strong_ordering compare(const Number& a, const Number& b) {
    if (a.high < b.low) return std::strong_ordering::less;
    if (a.low > b.high) return std::strong_ordering::greater;
    const bool points = a.low == a.high && b.low == b.high;
    if (!points && !last_) doubt_ = true;
    return std::strong_ordering::equal;
  }
  [[nodiscard]] Ratio low(const Number& a) const { return Ratio(a.low, one_); }
  [[nodiscard]] bool doubt() const noexcept { return doubt_; }

 private:
  static BigInt ceil_divide(const BigInt& a, const BigInt& b) { return (a + b - BigInt(1)) / b; }

  BigInt one_;
  bool last_;
  bool doubt_ = false;
};

}  // namespace stoepkrijt::rules
