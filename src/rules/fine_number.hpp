// Numbers >= 0 whose exact fractions are too long to reckon with: bounds, and a remainder that tells equal from near.
//
// Where thousands of voters have a denominator of their own, one price is a fraction of millions of digits. Here a
// number is kept twice: between two whole multiples of 2^-bits, which certainly hold it, and as the remainder of its
// exact value modulo the prime 2^127 - 1, in which sums, products and quotients are exact too. Two numbers whose bounds
// do not overlap are in that order. Of two whose bounds overlap, different remainders prove that they differ, and then
// the calculation is done again with twice the bits (FineContext::doubt); that ends, since they differ. Equal
// remainders and bounds within 2^-240 of each other count as equal. That is the one thing here that is not proved: that
// two different fractions agree in both by accident has a chance of 2^-127 for each comparison that the bounds leave
// open. (A number whose denominator is a multiple of the prime has no remainder; then 16,384 bits decide.)
//
// Example: FineContext c(256); FineNumber a(c, Ratio(1, 3)); a + a + a == FineNumber(c, Ratio(1)).
#pragma once

#include <compare>
#include <cstdint>

#include "base/ratio.hpp"
#include "rules/bounds.hpp"

namespace stoepkrijt::rules {

/// The places behind the point of one calculation, and whether they proved too few.
class FineContext {
 public:
  static constexpr unsigned kFirstBits = 320;
  explicit FineContext(unsigned bits) : bits_(bits) {}
  FineContext(const FineContext&) = delete;
  FineContext& operator=(const FineContext&) = delete;

  [[nodiscard]] unsigned bits() const noexcept { return bits_; }
  [[nodiscard]] bool doubt() const noexcept { return doubt_; }
  void raise_doubt() const noexcept { doubt_ = true; }

 private:
  unsigned bits_;
  mutable bool doubt_ = false;
};

class FineNumber {
 public:
  FineNumber() = default;  // zero
  /// value >= 0. The context must outlive the number; both numbers of an operation have the same one.
  FineNumber(const FineContext& context, const Ratio& value);

  FineNumber& operator+=(const FineNumber& other);
  /// other <= *this: a bound below zero is cut off.
  FineNumber& operator-=(const FineNumber& other);
  FineNumber& operator*=(const FineNumber& other);
  FineNumber& operator*=(const Ratio& other);
  /// other > 0.
  FineNumber& operator/=(const FineNumber& other);
  friend FineNumber operator+(FineNumber a, const FineNumber& b) { return a += b; }
  friend FineNumber operator-(FineNumber a, const FineNumber& b) { return a -= b; }
  friend FineNumber operator*(FineNumber a, const FineNumber& b) { return a *= b; }
  friend FineNumber operator*(FineNumber a, const Ratio& b) { return a *= b; }
  friend FineNumber operator/(FineNumber a, const FineNumber& b) { return a /= b; }
  friend std::strong_ordering operator<=>(const FineNumber& a, const FineNumber& b);
  friend bool operator==(const FineNumber& a, const FineNumber& b) { return (a <=> b) == 0; }

  [[nodiscard]] bool is_zero() const noexcept {
    return low_.is_zero() && (residue_ == 0 || (residue_ == kUnknown && high_.is_zero()));
  }
  [[nodiscard]] unsigned bits() const noexcept { return context_ == nullptr ? 0 : context_->bits(); }
  /// Whole multiples of 2^-bits.
  [[nodiscard]] const BigInt& low() const noexcept { return low_; }
  [[nodiscard]] const BigInt& high() const noexcept { return high_; }
  /// Rounded down to a multiple of 2^-64: what a trace tells.
  [[nodiscard]] Ratio rounded() const;

 private:
  __extension__ using Residue = unsigned __int128;
  static constexpr Residue kUnknown = ~Residue{0};

  const FineContext* context_ = nullptr;  // none: zero
  BigInt low_;
  BigInt high_;
  Residue residue_ = 0;
};

[[nodiscard]] Bounds bounds_of(const FineNumber& value);
/// a·x against b·y for factors that are fractions.
[[nodiscard]] std::strong_ordering compare_products(const FineNumber& a, const Factor& x, const FineNumber& b,
                                                    const Factor& y);
/// A fraction rounded down to a multiple of 2^-64, as amounts are where Trace::rounded.
[[nodiscard]] Ratio rounded_down(const Ratio& value);

/// The two kinds of numbers that one template can reckon in: fractions as they are, and FineNumbers.
struct Fractions {
  using Number = Ratio;
  [[nodiscard]] Ratio number(const Ratio& value) const { return value; }
  [[nodiscard]] static Ratio told(const Ratio& value) { return value; }
  [[nodiscard]] static constexpr bool doubt() noexcept { return false; }
};
inline constexpr Fractions kFractions{};

struct FineNumbers {
  using Number = FineNumber;
  explicit FineNumbers(unsigned bits) : context(bits) {}
  [[nodiscard]] FineNumber number(const Ratio& value) const { return FineNumber(context, value); }
  [[nodiscard]] static Ratio told(const FineNumber& value) { return value.rounded(); }
  [[nodiscard]] bool doubt() const noexcept { return context.doubt(); }

  FineContext context;
};

}  // namespace stoepkrijt::rules
