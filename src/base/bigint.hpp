// Whole numbers without a limit, for the few places where 64 bits are not enough.
//
// Values that fit in 64 bits are kept in one machine word; larger ones as sign and magnitude in 32-bit limbs. Equal
// values have one representation, so `==` compares the parts. Division truncates towards zero, as int does.
// No operation can fail, except division by zero (a broken invariant: SK_CHECK).
// Source of the division: Knuth, The Art of Computer Programming, volume 2, section 4.3.1, algorithm D.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace stoepkrijt {

class BigInt {
 public:
  BigInt() = default;
  BigInt(std::int64_t value) : small_(value) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] static BigInt from_unsigned(std::uint64_t value);

  /// Decimal digits with an optional '-'. Errors: kNotANumber; kTooLarge above 10,000 digits.
  [[nodiscard]] static Result<BigInt> parse(std::string_view text);
  [[nodiscard]] static BigInt power_of_ten(unsigned exponent);
  [[nodiscard]] static BigInt power_of_two(unsigned exponent);

  [[nodiscard]] bool is_zero() const noexcept { return limbs_.empty() && small_ == 0; }
  [[nodiscard]] bool is_negative() const noexcept { return limbs_.empty() ? small_ < 0 : negative_; }
  [[nodiscard]] std::optional<std::int64_t> to_int64() const noexcept;
  [[nodiscard]] std::string to_string() const;
  /// Number of bits of the magnitude; 0 for zero.
  [[nodiscard]] unsigned bit_length() const noexcept;

  [[nodiscard]] BigInt operator-() const;
  BigInt& operator+=(const BigInt& other);
  BigInt& operator-=(const BigInt& other);
  BigInt& operator*=(const BigInt& other);
  friend BigInt operator+(BigInt a, const BigInt& b) { return a += b; }
  friend BigInt operator-(BigInt a, const BigInt& b) { return a -= b; }
  friend BigInt operator*(BigInt a, const BigInt& b) { return a *= b; }
  friend BigInt operator/(const BigInt& a, const BigInt& b);
  friend BigInt operator%(const BigInt& a, const BigInt& b);
  /// Quotient towards zero, remainder with the sign of `a`.
  static void divide(const BigInt& a, const BigInt& b, BigInt& quotient, BigInt& remainder);
  /// Quotient towards minus infinity.
  [[nodiscard]] static BigInt floor_divide(const BigInt& a, const BigInt& b);
  [[nodiscard]] static BigInt gcd(BigInt a, BigInt b);
  /// value · 2^bits, and the quotient by 2^bits towards minus infinity: without a multiplication or division.
  [[nodiscard]] static BigInt shift_left(const BigInt& value, unsigned bits);
  [[nodiscard]] static BigInt shift_right(const BigInt& value, unsigned bits);

  friend bool operator==(const BigInt& a, const BigInt& b) noexcept = default;
  friend std::strong_ordering operator<=>(const BigInt& a, const BigInt& b) noexcept;

 private:
  using Limbs = std::vector<std::uint32_t>;
  static Limbs magnitude(const BigInt& value);
  static BigInt from_limbs(Limbs limbs, bool negative);
  static std::strong_ordering compare_magnitudes(const Limbs& a, const Limbs& b) noexcept;
  static Limbs add_magnitudes(const Limbs& a, const Limbs& b);
  static Limbs subtract_magnitudes(const Limbs& a, const Limbs& b);
  static Limbs multiply_magnitudes(const Limbs& a, const Limbs& b);
  static void divide_magnitudes(const Limbs& a, const Limbs& b, Limbs& quotient, Limbs& remainder);
  static std::uint32_t divide_small(Limbs& value, std::uint32_t divisor);
  BigInt& add(const BigInt& other, bool flip);

  std::int64_t small_ = 0;  // the value while limbs_ is empty, else 0
  bool negative_ = false;   // the sign while limbs_ is not empty, else false
  Limbs limbs_;             // least significant first, no leading zeros; only for values outside int64
};

}  // namespace stoepkrijt
