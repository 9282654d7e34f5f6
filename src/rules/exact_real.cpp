#include "rules/exact_real.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace stoepkrijt::rules {

namespace {

/// Fixed point with `bits` binary places: value in [low, low + error] units of 2^-bits.
struct Fixed {
  BigInt low;
  BigInt error;
};

/// 2·artanh(z) for 0 <= z = numerator/denominator <= 1/3, by its power series. Every step rounds down; with z <= 1/3
/// the power is at most 2 units too low (its own error shrinks to a ninth in each step), so a term is at most 3 too
/// low and what is cut off behind the last is at most 3.
Fixed twice_artanh(const BigInt& numerator, const BigInt& denominator, unsigned bits) {
  const BigInt one = BigInt::power_of_two(bits);
  const BigInt z = BigInt::floor_divide(numerator * one, denominator);
  const BigInt square = BigInt::floor_divide(z * z, one);
  BigInt power = z;
  BigInt sum;
  std::int64_t terms = 0;
  while (!power.is_zero()) {
    sum += BigInt::floor_divide(power, BigInt(2 * terms + 1));
    power = BigInt::floor_divide(power * square, one);
    ++terms;
  }
  return {sum * BigInt(2), BigInt(2 * (3 * terms + 3))};
}

RealBounds log_bounds(const Ratio& value, unsigned bits) {
  const Ratio y = value + Ratio(1);
  const unsigned twos = y.floor().bit_length() - 1;
  const unsigned places = bits + 32;
  // y = 2^twos · m with 1 <= m < 2, and ln m = 2·artanh((m - 1)/(m + 1)).
  const BigInt whole = y.denominator() * BigInt::power_of_two(twos);
  const Fixed rest = twice_artanh(y.numerator() - whole, y.numerator() + whole, places);
  Fixed two{};
  if (twos > 0) two = twice_artanh(BigInt(1), BigInt(3), places);
  const BigInt times(static_cast<std::int64_t>(twos));
  const BigInt low = rest.low + two.low * times;
  const BigInt one = BigInt::power_of_two(places);
  return {Ratio(low, one), Ratio(low + rest.error + two.error * times, one)};
}

bool is_square(const BigInt& value) {
  const BigInt root = floor_sqrt(value);
  return root * root == value;
}

/// Terms whose coefficient and factor are not zero, with equal factors added up.
std::vector<Term> collected(const std::vector<Term>& terms) {
  std::vector<Term> out;
  for (const Term& term : terms) {
    if (term.coefficient.is_zero() || term.factor.is_zero()) continue;
    const auto same =
        std::find_if(out.begin(), out.end(), [&](const Term& other) { return other.factor == term.factor; });
    if (same == out.end()) {
      out.push_back(term);
    } else {
      same->coefficient += term.coefficient;
    }
  }
  std::erase_if(out, [](const Term& term) { return term.coefficient.is_zero(); });
  return out;
}

/// √(a/b) is √(a·b)/b; classes of roots whose products are squares each add up to a fraction times one root.
bool roots_cancel(const std::vector<Term>& terms) {
  struct Class {
    BigInt base;
    Ratio coefficient;  // of √base
  };
  std::vector<Class> classes{{BigInt(1), Ratio(0)}};
  for (const Term& term : terms) {
    if (term.factor.kind == Factor::Kind::kLog) continue;
    if (term.factor.kind == Factor::Kind::kValue) {
      classes.front().coefficient += term.coefficient * term.factor.value;
      continue;
    }
    const BigInt whole = term.factor.value.numerator() * term.factor.value.denominator();
    const Ratio coefficient = term.coefficient / Ratio(term.factor.value.denominator(), BigInt(1));
    const auto same =
        std::find_if(classes.begin(), classes.end(), [&](const Class& c) { return is_square(c.base * whole); });
    if (same == classes.end()) {
      classes.push_back({whole, coefficient});
    } else {  // √whole = √(base·whole)/base · √base
      same->coefficient += coefficient * Ratio(floor_sqrt(same->base * whole), same->base);
    }
  }
  return std::all_of(classes.begin(), classes.end(), [](const Class& c) { return c.coefficient.is_zero(); });
}

/// Powers of numbers that have no common factor.
class CoprimePowers {
 public:
  void multiply(BigInt base, BigInt exponent) {
    if (base == BigInt(1) || exponent.is_zero()) return;
    for (std::size_t i = 0; i < powers_.size(); ++i) {
      const BigInt common = BigInt::gcd(base, powers_[i].first);
      if (common == BigInt(1)) continue;
      auto [other, other_exponent] = std::move(powers_[i]);
      powers_.erase(powers_.begin() + static_cast<std::ptrdiff_t>(i));
      multiply(other / common, other_exponent);
      multiply(base / common, exponent);
      multiply(common, exponent + other_exponent);
      return;
    }
    powers_.emplace_back(std::move(base), std::move(exponent));
  }
  [[nodiscard]] bool is_one() const { return powers_.empty(); }

 private:
  std::vector<std::pair<BigInt, BigInt>> powers_;
};

bool logs_cancel(const std::vector<Term>& terms) {
  BigInt scale(1);
  for (const Term& term : terms) {
    const BigInt& d = term.coefficient.denominator();
    if (term.factor.kind == Factor::Kind::kLog) scale = scale / BigInt::gcd(scale, d) * d;
  }
  CoprimePowers product;
  for (const Term& term : terms) {
    if (term.factor.kind != Factor::Kind::kLog) continue;
    const BigInt exponent = term.coefficient.numerator() * (scale / term.coefficient.denominator());
    const Ratio base = term.factor.value + Ratio(1);
    product.multiply(base.numerator(), exponent);
    product.multiply(base.denominator(), -exponent);
  }
  return product.is_one();
}

std::strong_ordering sign_of(const Ratio& value) { return value <=> Ratio(0); }

}  // namespace

BigInt floor_sqrt(const BigInt& value) {
  if (value.is_zero()) return value;
  BigInt root = BigInt::power_of_two((value.bit_length() + 1) / 2);  // not below the true root
  for (;;) {
    BigInt next = BigInt::floor_divide(root + BigInt::floor_divide(value, root), BigInt(2));
    if (next >= root) return root;
    root = std::move(next);
  }
}

RealBounds bounds_of(const Factor& factor, unsigned bits) {
  if (factor.kind == Factor::Kind::kValue || factor.is_zero()) return {factor.value, factor.value};
  if (factor.kind == Factor::Kind::kLog) return log_bounds(factor.value, bits);
  const BigInt one = BigInt::power_of_two(bits);
  const BigInt root =
      floor_sqrt(BigInt::floor_divide(factor.value.numerator() * one * one, factor.value.denominator()));
  const Ratio low(root, one);
  if (low * low == factor.value) return {low, low};
  return {low, Ratio(root + BigInt(1), one)};
}

RealBounds bounds_of_sum(const std::vector<Term>& terms, unsigned bits) {
  RealBounds sum;
  for (const Term& term : terms) {
    RealBounds bounds = bounds_of(term.factor, bits);
    if (term.coefficient.is_negative()) std::swap(bounds.low, bounds.high);
    sum.low += term.coefficient * bounds.low;
    sum.high += term.coefficient * bounds.high;
  }
  return sum;
}

std::strong_ordering sign_of_sum(const std::vector<Term>& terms) {
  const std::vector<Term> sum = collected(terms);
  constexpr unsigned kFirst = 64;
  for (unsigned bits = kFirst;; bits *= 2) {
    const RealBounds bounds = bounds_of_sum(sum, bits);
    const std::strong_ordering low = sign_of(bounds.low);
    if (low > 0 || low == sign_of(bounds.high)) return low;
    if (bits == kFirst && roots_cancel(sum) && logs_cancel(sum)) return std::strong_ordering::equal;
  }
}

std::string text_of_sum(const std::vector<Term>& terms, unsigned digits) {
  const std::vector<Term> sum = collected(terms);
  const bool rational =
      std::all_of(sum.begin(), sum.end(), [](const Term& t) { return t.factor.kind == Factor::Kind::kValue; });
  if (rational) return bounds_of_sum(sum, 1).low.to_string();
  for (unsigned bits = 64 + 4 * digits;; bits *= 2) {
    const RealBounds bounds = bounds_of_sum(sum, bits);
    std::string text = bounds.low.to_fixed(digits);
    if (text == bounds.high.to_fixed(digits)) return text;
    // Exactly halfway between two decimals the bounds would never agree: then the value is a fraction after all.
    const Ratio scale(BigInt::power_of_ten(digits) * BigInt(2), BigInt(1));
    const Ratio half = Ratio((bounds.high * scale).floor(), BigInt(1)) / scale;
    std::vector<Term> difference = sum;
    difference.push_back({-half, Factor{}});
    if (roots_cancel(difference) && logs_cancel(difference)) return half.to_fixed(digits);
  }
}

std::strong_ordering compare_products(const Ratio& a, const Factor& x, const Ratio& b, const Factor& y) {
  const bool left_zero = a.is_zero() || x.is_zero();
  const bool right_zero = b.is_zero() || y.is_zero();
  if (left_zero || right_zero) {
    if (left_zero && right_zero) return std::strong_ordering::equal;
    return left_zero ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  if (x == y) return a <=> b;
  using Kind = Factor::Kind;
  if (x.kind == Kind::kLog || y.kind == Kind::kLog) return sign_of_sum({{a, x}, {-b, y}});
  if (x.kind == Kind::kValue && y.kind == Kind::kValue) return a * x.value <=> b * y.value;
  const auto squared = [](const Factor& f) { return f.kind == Kind::kSqrt ? f.value : f.value * f.value; };
  return a * a * squared(x) <=> b * b * squared(y);
}

}  // namespace stoepkrijt::rules
