#include "rules/fraction_sum.hpp"

#include <utility>
#include <vector>

namespace stoepkrijt::rules {

namespace {

constexpr unsigned kMostBits = 1024;  // beyond it the exact sum is the quicker answer

struct Fraction {
  BigInt numerator;
  BigInt denominator;
};

/// The exact sum, not cancelled: neighbours first, so that long numbers are multiplied as seldom as can be.
Fraction added_up(std::vector<Fraction> parts) {
  if (parts.empty()) return {BigInt(0), BigInt(1)};
  while (parts.size() > 1) {
    std::size_t out = 0;
    for (std::size_t i = 0; i < parts.size(); i += 2, ++out) {
      if (i + 1 == parts.size()) {
        parts[out] = std::move(parts[i]);
        continue;
      }
      const Fraction& a = parts[i];
      const Fraction& b = parts[i + 1];
      parts[out] = {a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator};
    }
    parts.resize(out);
  }
  return std::move(parts.front());
}

}  // namespace

void FractionSum::add(const Ratio& value, const BigInt& times) {
  if (value.is_zero() || times.is_zero()) return;
  first_low_.reset();
  BigInt& sum = parts_[value.denominator()];
  sum += value.numerator() * times;
  if (sum.is_zero()) parts_.erase(value.denominator());
}

void FractionSum::add(const FractionSum& other, const Ratio& times) {
  for (const auto& [denominator, numerator] : other.parts_) add(Ratio(numerator, denominator) * times, BigInt(1));
}

BigInt FractionSum::low(unsigned bits) const {
  // Each quotient is cut by less than one; behind the guard all of them together by less than one again.
  const unsigned guard = BigInt::from_unsigned(parts_.size()).bit_length();
  BigInt sum;
  for (const auto& [denominator, numerator] : parts_) {
    sum += BigInt::floor_divide(BigInt::shift_left(numerator, bits + guard), denominator);
  }
  return BigInt::shift_right(sum, guard);
}

const BigInt& FractionSum::first_low() const {
  if (!first_low_) first_low_ = low(kFirstBits);
  return *first_low_;
}

std::strong_ordering FractionSum::sign() const {
  if (parts_.empty()) return std::strong_ordering::equal;
  for (unsigned bits = kFirstBits; bits <= kMostBits; bits *= 2) {
    const BigInt below = low(bits);
    if (below > BigInt(0)) return std::strong_ordering::greater;
    if (below < BigInt(-1)) return std::strong_ordering::less;
  }
  std::vector<Fraction> all;
  for (const auto& [denominator, numerator] : parts_) all.push_back({numerator, denominator});
  return added_up(std::move(all)).numerator <=> BigInt(0);
}

std::string FractionSum::to_fixed(unsigned digits) const {
  const BigInt scale = BigInt::power_of_ten(digits);
  for (unsigned bits = kFirstBits; bits <= kMostBits; bits *= 2) {
    const BigInt below = low(bits);
    const BigInt one = BigInt::power_of_two(bits);
    std::string text = Ratio(below, one).to_fixed(digits);
    if (text == Ratio(below + BigInt(2), one).to_fixed(digits)) return text;
  }
  std::vector<Fraction> all;
  for (const auto& [denominator, numerator] : parts_) all.push_back({numerator, denominator});
  const Fraction sum = added_up(std::move(all));
  const BigInt twice = sum.denominator * BigInt(2);
  const BigInt rounded = BigInt::floor_divide(sum.numerator * scale * BigInt(2) + sum.denominator, twice);
  return Ratio(rounded, scale).to_fixed(digits);
}

std::strong_ordering compare_sums(const FractionSum& a, const Ratio& x, const FractionSum& b, const Ratio& y) {
  const auto near = [](const FractionSum& sum, const Ratio& by, BigInt& low, BigInt& high) {
    const BigInt& below = sum.first_low();
    low = below * by.numerator();
    high = (below + BigInt(2)) * by.numerator();
  };
  BigInt a_low;
  BigInt a_high;
  BigInt b_low;
  BigInt b_high;
  near(a, x, a_low, a_high);
  near(b, y, b_low, b_high);
  if (a_high * y.denominator() < b_low * x.denominator()) return std::strong_ordering::less;
  if (a_low * y.denominator() > b_high * x.denominator()) return std::strong_ordering::greater;
  FractionSum difference;
  difference.add(a, x);
  difference.add(b, -y);
  return difference.sign();
}

}  // namespace stoepkrijt::rules
