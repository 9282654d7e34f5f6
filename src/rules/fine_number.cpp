#include "rules/fine_number.hpp"

#include <cmath>
#include <utility>

#include "base/check.hpp"

namespace stoepkrijt::rules {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr unsigned kPrimeBits = 127;
constexpr unsigned kTracePlaces = 64;
constexpr Wide kPrime = (Wide{1} << kPrimeBits) - 1;

constexpr Wide kNone = ~Wide{0};  // no remainder: stays so in every operation

Wide reduced(Wide value) {
  value = (value & kPrime) + (value >> kPrimeBits);
  return value >= kPrime ? value - kPrime : value;
}

Wide times(Wide a, Wide b) {
  const std::uint64_t a_low = static_cast<std::uint64_t>(a);
  const std::uint64_t a_high = static_cast<std::uint64_t>(a >> 64U);
  const std::uint64_t b_low = static_cast<std::uint64_t>(b);
  const std::uint64_t b_high = static_cast<std::uint64_t>(b >> 64U);
  const Wide low = Wide{a_low} * b_low;
  const Wide one = Wide{a_low} * b_high;  // below 2^127, as its fellow: both fit together
  const Wide middle = one + Wide{a_high} * b_low + (low >> 64U);
  const Wide high = Wide{a_high} * b_high + (middle >> 64U);
  const Wide bottom = (middle << 64U) | static_cast<std::uint64_t>(low);
  // 2^128 is 2 modulo the prime; high is below 2^126.
  return reduced((bottom & kPrime) + ((high << 1U) | (bottom >> kPrimeBits)));
}

Wide sum(Wide a, Wide b) { return a == kNone || b == kNone ? kNone : reduced(a + b); }
Wide product(Wide a, Wide b) { return a == kNone || b == kNone ? kNone : times(a, b); }

/// By Fermat: the power of 2^127 - 3.
Wide inverse(Wide value) {
  if (value == 0 || value == kNone) return kNone;
  Wide out = 1;
  for (unsigned bit = kPrimeBits; bit-- > 0;) {
    out = times(out, out);
    if (bit != 1) out = times(out, value);
  }
  return out;
}

/// value >= 0.
Wide residue_of(const BigInt& value) {
  if (const auto small = value.to_int64()) return static_cast<Wide>(*small);
  constexpr unsigned kPart = 62;
  const BigInt mask = BigInt::power_of_two(kPart);
  Wide out = 0;
  Wide unit = 1;
  for (BigInt rest = value; !rest.is_zero();) {
    const BigInt above = BigInt::shift_right(rest, kPart);
    const BigInt part = rest - above * mask;
    out = reduced(out + times(unit, static_cast<Wide>(*part.to_int64())));
    unit = times(unit, Wide{1} << kPart);
    rest = above;
  }
  return out;
}

BigInt ceil_divide(const BigInt& a, const BigInt& b) { return (a + b - BigInt(1)) / b; }

/// value · 2^-bits, cut to 62 digits and perhaps one more unit.
double near_double(const BigInt& value, unsigned bits, std::int64_t more) {
  constexpr unsigned kDigits = 62;
  const unsigned length = value.bit_length();
  const unsigned cut = length > kDigits ? length - kDigits : 0;
  const std::int64_t top = *BigInt::shift_right(value, cut).to_int64() + (cut > 0 ? more : 0);
  return std::ldexp(static_cast<double>(top), static_cast<int>(cut) - static_cast<int>(bits));
}

}  // namespace

FineNumber::FineNumber(const FineContext& context, const Ratio& value) {
  SK_CHECK(!value.is_negative());
  if (value.is_zero()) return;
  context_ = &context;
  const BigInt scaled = BigInt::shift_left(value.numerator(), context.bits());
  low_ = scaled / value.denominator();
  high_ = low_ * value.denominator() == scaled ? low_ : low_ + BigInt(1);
  const Wide divisor = residue_of(value.denominator());
  residue_ = product(residue_of(value.numerator()), divisor == 1 ? 1 : inverse(divisor));
}

FineNumber& FineNumber::operator+=(const FineNumber& other) {
  if (context_ == nullptr) context_ = other.context_;
  low_ += other.low_;
  high_ += other.high_;
  residue_ = sum(residue_, other.residue_);
  return *this;
}

FineNumber& FineNumber::operator-=(const FineNumber& other) {
  if (other.context_ == nullptr) return *this;
  BigInt low = low_ - other.high_;
  BigInt high = high_ - other.low_;
  low_ = low.is_negative() ? BigInt(0) : std::move(low);
  high_ = high.is_negative() ? BigInt(0) : std::move(high);
  residue_ = sum(residue_, other.residue_ == kNone ? kNone : kPrime - other.residue_);
  return *this;
}

FineNumber& FineNumber::operator*=(const FineNumber& other) {
  if (context_ == nullptr) return *this;
  if (other.context_ == nullptr) return *this = FineNumber();
  const unsigned bits = context_->bits();
  low_ = BigInt::shift_right(low_ * other.low_, bits);
  high_ = BigInt::shift_right(high_ * other.high_, bits) + BigInt(1);
  residue_ = product(residue_, other.residue_);
  return *this;
}

FineNumber& FineNumber::operator*=(const Ratio& other) {
  if (context_ == nullptr) return *this;
  if (other.is_zero()) return *this = FineNumber();
  if (!other.is_integer()) return *this *= FineNumber(*context_, other);
  low_ *= other.numerator();
  high_ *= other.numerator();
  residue_ = product(residue_, residue_of(other.numerator()));
  return *this;
}

FineNumber& FineNumber::operator/=(const FineNumber& other) {
  if (context_ == nullptr) return *this;
  if (other.low_.is_zero()) {  // not known to be above zero at this precision
    context_->raise_doubt();
    return *this;
  }
  const unsigned bits = context_->bits();
  low_ = BigInt::shift_left(low_, bits) / other.high_;
  high_ = ceil_divide(BigInt::shift_left(high_, bits), other.low_);
  residue_ = product(residue_, inverse(other.residue_));
  return *this;
}

std::strong_ordering operator<=>(const FineNumber& a, const FineNumber& b) {
  if (a.high_ < b.low_) return std::strong_ordering::less;
  if (a.low_ > b.high_) return std::strong_ordering::greater;
  const FineContext* context = a.context_ != nullptr ? a.context_ : b.context_;
  if (context == nullptr) return std::strong_ordering::equal;
  constexpr unsigned kNear = 240;
  const BigInt width = (a.high_ - a.low_) + (b.high_ - b.low_);
  const bool near = width.bit_length() + kNear <= context->bits();
  constexpr unsigned kLastBits = 16'384;
  const bool unknown = a.residue_ == FineNumber::kUnknown || b.residue_ == FineNumber::kUnknown;
  if (unknown ? context->bits() < kLastBits : a.residue_ != b.residue_ || !near) context->raise_doubt();
  return std::strong_ordering::equal;
}

Ratio FineNumber::rounded() const {
  if (context_ == nullptr) return Ratio(0);
  // Bounds of a large number can be further apart than what is told.
  if ((high_ - low_).bit_length() > context_->bits() - kTracePlaces) context_->raise_doubt();
  return Ratio(BigInt::shift_right(low_, context_->bits() - kTracePlaces), BigInt::power_of_two(kTracePlaces));
}

std::strong_ordering compare_products(const FineNumber& a, const Factor& x, const FineNumber& b, const Factor& y) {
  SK_CHECK(x.kind == Factor::Kind::kValue && y.kind == Factor::Kind::kValue);
  return a * x.value <=> b * y.value;
}

Ratio rounded_down(const Ratio& value) {
  const BigInt scaled = BigInt::shift_left(value.numerator(), kTracePlaces);
  return Ratio(BigInt::floor_divide(scaled, value.denominator()), BigInt::power_of_two(kTracePlaces));
}

Bounds bounds_of(const FineNumber& value) {
  if (value.is_zero()) return {0, 0};
  return widened(near_double(value.low(), value.bits(), 0), near_double(value.high(), value.bits(), 1));
}

}  // namespace stoepkrijt::rules
