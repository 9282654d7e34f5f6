// Exact fractions: what decides in the voting rules.
//
// Always normalised: denominator > 0, no common factor, zero is 0/1; so equal values have equal parts. While both parts
// fit in 64 bits the arithmetic stays in machine words (products in 128 bits); beyond that it goes on in BigInt.
//
// Example:
//   Ratio purse = Ratio(60'000, 480);          // 125
//   Ratio share = Ratio::parse_decimal("9600.50").value() / Ratio(192);
//   if (share <= purse) ...
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/bigint.hpp"
#include "base/result.hpp"

namespace stoepkrijt {

class Ratio {
 public:
  Ratio() : denominator_(1) {}
  Ratio(std::int64_t value) : numerator_(value), denominator_(1) {}  // NOLINT(google-explicit-constructor)
  /// The denominator may be negative but not zero (a broken invariant).
  Ratio(BigInt numerator, BigInt denominator);

  /// "1234", "-0.5", "1234.5000": digits with at most one point and digits on at least one side of it; no exponent,
  /// no thousands separators, no spaces. Errors: kNotANumber; kTooLarge above 10,000 digits.
  [[nodiscard]] static Result<Ratio> parse_decimal(std::string_view text);

  [[nodiscard]] const BigInt& numerator() const noexcept { return numerator_; }
  [[nodiscard]] const BigInt& denominator() const noexcept { return denominator_; }
  [[nodiscard]] bool is_zero() const noexcept { return numerator_.is_zero(); }
  [[nodiscard]] bool is_negative() const noexcept { return numerator_.is_negative(); }
  [[nodiscard]] bool is_integer() const noexcept { return denominator_ == BigInt(1); }

  /// Largest whole number not above the value.
  [[nodiscard]] BigInt floor() const { return BigInt::floor_divide(numerator_, denominator_); }
  [[nodiscard]] BigInt ceil() const { return -BigInt::floor_divide(-numerator_, denominator_); }
  /// Nearest whole number, halves away from zero.
  [[nodiscard]] BigInt round() const;

  /// Exact decimal without trailing zeros ("995079", "0.5"); "7/3" when the value has no finite decimal.
  [[nodiscard]] std::string to_string() const;
  /// Rounded to a fixed number of digits after the point, halves away from zero: for people, never to decide.
  [[nodiscard]] std::string to_fixed(unsigned digits) const;

  [[nodiscard]] Ratio operator-() const;
  Ratio& operator+=(const Ratio& other);
  Ratio& operator-=(const Ratio& other);
  Ratio& operator*=(const Ratio& other);
  /// Dividing by zero is a broken invariant.
  Ratio& operator/=(const Ratio& other);
  friend Ratio operator+(Ratio a, const Ratio& b) { return a += b; }
  friend Ratio operator-(Ratio a, const Ratio& b) { return a -= b; }
  friend Ratio operator*(Ratio a, const Ratio& b) { return a *= b; }
  friend Ratio operator/(Ratio a, const Ratio& b) { return a /= b; }
  friend bool operator==(const Ratio& a, const Ratio& b) noexcept = default;
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);

 private:
  void normalise();

  BigInt numerator_;
  BigInt denominator_;
};

}  // namespace stoepkrijt
