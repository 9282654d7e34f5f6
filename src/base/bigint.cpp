#include "base/bigint.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace stoepkrijt {

namespace {

constexpr std::size_t kMaxDigits = 10'000;
constexpr std::uint32_t kBillion = 1'000'000'000;

std::uint64_t absolute(std::int64_t value) {
  return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

std::uint32_t low(std::uint64_t value) { return static_cast<std::uint32_t>(value & 0xffffffffU); }

void trim(std::vector<std::uint32_t>& limbs) {
  while (!limbs.empty() && limbs.back() == 0) limbs.pop_back();
}

std::vector<std::uint32_t> limbs_of(std::uint64_t value) {
  std::vector<std::uint32_t> limbs{low(value), low(value >> 32U)};
  trim(limbs);
  return limbs;
}

std::vector<std::uint32_t> shifted_left(const std::vector<std::uint32_t>& value, unsigned bits) {
  std::vector<std::uint32_t> out(value.size() + 1, 0);
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::uint64_t wide = static_cast<std::uint64_t>(value[i]) << bits;
    out[i] |= low(wide);
    out[i + 1] = low(wide >> 32U);
  }
  return out;
}

}  // namespace

BigInt BigInt::from_unsigned(std::uint64_t value) { return from_limbs(limbs_of(value), false); }

Result<BigInt> BigInt::parse(std::string_view text) {
  const std::string given(text.substr(0, 40));
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty()) return fail(Error(ErrorCode::kNotANumber, "error.not_a_number").with("value", given));
  if (text.size() > kMaxDigits) return fail(Error(ErrorCode::kTooLarge, "error.number_too_large").with("value", given));
  BigInt out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t take = std::min<std::size_t>(9, text.size() - at);
    std::int64_t chunk = 0;
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < take; ++i) {
      const char c = text[at + i];
      if (c < '0' || c > '9') return fail(Error(ErrorCode::kNotANumber, "error.not_a_number").with("value", given));
      chunk = chunk * 10 + (c - '0');
      scale *= 10;
    }
    out *= BigInt(scale);
    out += BigInt(chunk);
    at += take;
  }
  return negative ? -out : out;
}

BigInt BigInt::power_of_ten(unsigned exponent) {
  BigInt out(1);
  for (; exponent >= 9; exponent -= 9) out *= BigInt(kBillion);
  for (; exponent > 0; --exponent) out *= BigInt(10);
  return out;
}

BigInt BigInt::power_of_two(unsigned exponent) {
  Limbs limbs(exponent / 32 + 1, 0);
  limbs.back() = 1U << (exponent % 32);
  return from_limbs(std::move(limbs), false);
}

std::optional<std::int64_t> BigInt::to_int64() const noexcept {
  if (!limbs_.empty()) return std::nullopt;
  return small_;
}

std::string BigInt::to_string() const {
  if (limbs_.empty()) return std::to_string(small_);
  Limbs rest = limbs_;
  std::string reversed;
  while (!rest.empty()) {
    std::uint32_t chunk = divide_small(rest, kBillion);
    for (int i = 0; i < 9 && (!rest.empty() || chunk != 0); ++i) {
      reversed.push_back(static_cast<char>('0' + chunk % 10));
      chunk /= 10;
    }
  }
  if (negative_) reversed.push_back('-');
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

unsigned BigInt::bit_length() const noexcept {
  if (limbs_.empty()) return static_cast<unsigned>(std::bit_width(absolute(small_)));
  return static_cast<unsigned>(limbs_.size() - 1) * 32U + static_cast<unsigned>(std::bit_width(limbs_.back()));
}

BigInt BigInt::operator-() const {
  if (limbs_.empty() && small_ != std::numeric_limits<std::int64_t>::min()) return BigInt(-small_);
  return from_limbs(magnitude(*this), !is_negative());
}

BigInt& BigInt::operator+=(const BigInt& other) { return add(other, false); }
BigInt& BigInt::operator-=(const BigInt& other) { return add(other, true); }

BigInt& BigInt::add(const BigInt& other, bool flip) {
  if (limbs_.empty() && other.limbs_.empty()) {
    std::int64_t sum = 0;
    const bool overflow =
        flip ? __builtin_sub_overflow(small_, other.small_, &sum) : __builtin_add_overflow(small_, other.small_, &sum);
    if (!overflow) {
      small_ = sum;
      return *this;
    }
  }
  const Limbs a = magnitude(*this);
  const Limbs b = magnitude(other);
  const bool a_negative = is_negative();
  const bool b_negative = other.is_negative() != flip;
  if (a_negative == b_negative) {
    *this = from_limbs(add_magnitudes(a, b), a_negative);
  } else if (compare_magnitudes(a, b) >= 0) {
    *this = from_limbs(subtract_magnitudes(a, b), a_negative);
  } else {
    *this = from_limbs(subtract_magnitudes(b, a), b_negative);
  }
  return *this;
}

BigInt& BigInt::operator*=(const BigInt& other) {
  if (limbs_.empty() && other.limbs_.empty()) {
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(small_, other.small_, &product)) {
      small_ = product;
      return *this;
    }
  }
  if (!limbs_.empty() && other.limbs_.empty()) {  // by a 32-bit factor: in place
    const std::uint64_t factor = absolute(other.small_);
    if (factor > 1 && factor <= 0xffffffffU) {
      std::uint64_t carry = 0;
      for (std::uint32_t& limb : limbs_) {
        carry += limb * factor;
        limb = low(carry);
        carry >>= 32U;
      }
      if (carry != 0) limbs_.push_back(low(carry));
      negative_ = negative_ != (other.small_ < 0);
      return *this;
    }
  }
  const bool negative = is_negative() != other.is_negative();
  *this = from_limbs(multiply_magnitudes(magnitude(*this), magnitude(other)), negative);
  return *this;
}

BigInt operator/(const BigInt& a, const BigInt& b) {
  BigInt quotient;
  BigInt remainder;
  BigInt::divide(a, b, quotient, remainder);
  return quotient;
}

BigInt operator%(const BigInt& a, const BigInt& b) {
  BigInt quotient;
  BigInt remainder;
  BigInt::divide(a, b, quotient, remainder);
  return remainder;
}

void BigInt::divide(const BigInt& a, const BigInt& b, BigInt& quotient, BigInt& remainder) {
  SK_CHECK(!b.is_zero());
  if (a.limbs_.empty() && b.limbs_.empty() && !(b.small_ == -1)) {
    const std::int64_t q = a.small_ / b.small_;
    const std::int64_t r = a.small_ % b.small_;
    quotient = BigInt(q);
    remainder = BigInt(r);
    return;
  }
  const bool a_negative = a.is_negative();
  const bool negative = a_negative != b.is_negative();
  Limbs q;
  Limbs r;
  divide_magnitudes(magnitude(a), magnitude(b), q, r);
  quotient = from_limbs(std::move(q), negative);
  remainder = from_limbs(std::move(r), a_negative);
}

BigInt BigInt::floor_divide(const BigInt& a, const BigInt& b) {
  BigInt quotient;
  BigInt remainder;
  divide(a, b, quotient, remainder);
  if (!remainder.is_zero() && remainder.is_negative() != b.is_negative()) quotient -= BigInt(1);
  return quotient;
}

BigInt BigInt::gcd(BigInt a, BigInt b) {
  while (!b.is_zero()) {
    if (a.limbs_.empty() && b.limbs_.empty()) {
      return from_unsigned(std::gcd(absolute(a.small_), absolute(b.small_)));
    }
    BigInt r = a % b;
    a = std::move(b);
    b = std::move(r);
  }
  return a.is_negative() ? -a : a;
}

BigInt BigInt::shift_left(const BigInt& value, unsigned bits) {
  if (value.is_zero()) return value;
  Limbs limbs = shifted_left(magnitude(value), bits % 32);
  limbs.insert(limbs.begin(), bits / 32, 0);
  return from_limbs(std::move(limbs), value.is_negative());
}

BigInt BigInt::shift_right(const BigInt& value, unsigned bits) {
  if (value.is_negative()) return -shift_right(-value - BigInt(1), bits) - BigInt(1);
  const Limbs limbs = magnitude(value);
  const std::size_t skipped = bits / 32;
  if (skipped >= limbs.size()) return BigInt(0);
  Limbs out(limbs.size() - skipped);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint64_t above = i + 1 < out.size() ? limbs[i + skipped + 1] : 0;
    out[i] = low((above << 32U | limbs[i + skipped]) >> (bits % 32));
  }
  return from_limbs(std::move(out), false);
}

std::strong_ordering operator<=>(const BigInt& a, const BigInt& b) noexcept {
  if (a.limbs_.empty() && b.limbs_.empty()) return a.small_ <=> b.small_;
  if (a.is_negative() != b.is_negative()) {
    return a.is_negative() ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  // Same sign, at least one outside int64: that one has the larger magnitude.
  std::strong_ordering order = std::strong_ordering::equal;
  if (a.limbs_.empty()) {
    order = std::strong_ordering::less;
  } else if (b.limbs_.empty()) {
    order = std::strong_ordering::greater;
  } else {
    order = BigInt::compare_magnitudes(a.limbs_, b.limbs_);
  }
  return a.is_negative() ? 0 <=> order : order;
}

BigInt::Limbs BigInt::magnitude(const BigInt& value) {
  return value.limbs_.empty() ? limbs_of(absolute(value.small_)) : value.limbs_;
}

BigInt BigInt::from_limbs(Limbs limbs, bool negative) {
  trim(limbs);
  BigInt out;
  if (limbs.size() <= 2) {
    const std::uint64_t value =
        (limbs.empty() ? 0 : limbs[0]) | (limbs.size() < 2 ? 0 : static_cast<std::uint64_t>(limbs[1]) << 32U);
    constexpr std::uint64_t kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value <= kMax) {
      out.small_ = negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
      return out;
    }
    if (negative && value == kMax + 1) {
      out.small_ = std::numeric_limits<std::int64_t>::min();
      return out;
    }
  }
  out.negative_ = negative;
  out.limbs_ = std::move(limbs);
  return out;
}

std::strong_ordering BigInt::compare_magnitudes(const Limbs& a, const Limbs& b) noexcept {
  if (a.size() != b.size()) return a.size() <=> b.size();
  for (std::size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] <=> b[i];
  }
  return std::strong_ordering::equal;
}

BigInt::Limbs BigInt::add_magnitudes(const Limbs& a, const Limbs& b) {
  const Limbs& longer = a.size() >= b.size() ? a : b;
  const Limbs& shorter = a.size() >= b.size() ? b : a;
  Limbs out(longer.size() + 1);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < longer.size(); ++i) {
    carry += longer[i];
    if (i < shorter.size()) carry += shorter[i];
    out[i] = low(carry);
    carry >>= 32U;
  }
  out[longer.size()] = low(carry);
  return out;
}

BigInt::Limbs BigInt::subtract_magnitudes(const Limbs& a, const Limbs& b) {
  Limbs out(a.size());
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint64_t take = borrow + (i < b.size() ? b[i] : 0U);
    const std::uint64_t have = a[i];
    borrow = have < take ? 1 : 0;
    out[i] = low(have - take);
  }
  SK_CHECK(borrow == 0);
  return out;
}

BigInt::Limbs BigInt::multiply_magnitudes(const Limbs& a, const Limbs& b) {
  Limbs out(a.size() + b.size(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      carry += static_cast<std::uint64_t>(a[i]) * b[j] + out[i + j];
      out[i + j] = low(carry);
      carry >>= 32U;
    }
    out[i + b.size()] = low(carry);
  }
  return out;
}

std::uint32_t BigInt::divide_small(Limbs& value, std::uint32_t divisor) {
  std::uint64_t rest = 0;
  for (std::size_t i = value.size(); i-- > 0;) {
    rest = (rest << 32U) | value[i];
    value[i] = low(rest / divisor);
    rest %= divisor;
  }
  trim(value);
  return low(rest);
}

void BigInt::divide_magnitudes(const Limbs& a, const Limbs& b, Limbs& quotient, Limbs& remainder) {
  if (compare_magnitudes(a, b) < 0) {
    quotient.clear();
    remainder = a;
    return;
  }
  if (b.size() == 1) {
    quotient = a;
    remainder = limbs_of(divide_small(quotient, b[0]));
    return;
  }
  const unsigned shift = static_cast<unsigned>(std::countl_zero(b.back()));
  Limbs u = shifted_left(a, shift);
  Limbs v = shifted_left(b, shift);
  v.pop_back();  // the normalised divisor keeps its length
  const std::size_t n = v.size();
  const std::size_t m = u.size() - n;
  quotient.assign(m, 0);
  for (std::size_t j = m; j-- > 0;) {
    const std::uint64_t top = (static_cast<std::uint64_t>(u[j + n]) << 32U) | u[j + n - 1];
    std::uint64_t guess = top / v[n - 1];
    std::uint64_t rest = top % v[n - 1];
    while (guess > 0xffffffffU || guess * v[n - 2] > ((rest << 32U) | u[j + n - 2])) {
      --guess;
      rest += v[n - 1];
      if (rest > 0xffffffffU) break;
    }
    std::uint64_t carry = 0;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < n; ++i) {
      carry += guess * v[i];
      const std::uint64_t take = low(carry) + borrow;
      borrow = u[i + j] < take ? 1 : 0;
      u[i + j] = low(u[i + j] - take);
      carry >>= 32U;
    }
    const std::uint64_t take = carry + borrow;
    const bool too_much = u[j + n] < take;
    u[j + n] = low(u[j + n] - take);
    if (too_much) {  // the guess was one too high: add the divisor back
      --guess;
      std::uint64_t sum = 0;
      for (std::size_t i = 0; i < n; ++i) {
        sum += static_cast<std::uint64_t>(u[i + j]) + v[i];
        u[i + j] = low(sum);
        sum >>= 32U;
      }
      u[j + n] = low(u[j + n] + sum);
    }
    quotient[j] = low(guess);
  }
  remainder.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint64_t wide = (static_cast<std::uint64_t>(u[i + 1]) << 32U) | u[i];
    remainder[i] = low(wide >> shift);
  }
  trim(quotient);
  trim(remainder);
}

}  // namespace stoepkrijt
