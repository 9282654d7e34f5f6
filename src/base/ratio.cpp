#include "base/ratio.hpp"

#include <limits>
#include <utility>

namespace stoepkrijt {

namespace {

__extension__ using Int128 = __int128;

struct Words {
  std::int64_t numerator;
  std::int64_t denominator;
};

std::optional<Words> words(const Ratio& value) {
  const auto n = value.numerator().to_int64();
  const auto d = value.denominator().to_int64();
  if (!n || !d) return std::nullopt;
  return Words{*n, *d};
}

Int128 gcd128(Int128 a, Int128 b) {
  while (b != 0) {
    const Int128 r = a % b;
    a = b;
    b = r;
  }
  return a < 0 ? -a : a;
}

bool fits(Int128 value) {
  return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

/// Stores n/d (d > 0) when it fits in 64 bits after cancelling.
bool assign(BigInt& numerator, BigInt& denominator, Int128 n, Int128 d) {
  const Int128 g = gcd128(n, d);
  if (g > 1) {
    n /= g;
    d /= g;
  }
  if (!fits(n) || !fits(d)) return false;
  numerator = BigInt(static_cast<std::int64_t>(n));
  denominator = BigInt(static_cast<std::int64_t>(d));
  return true;
}

}  // namespace

Ratio::Ratio(BigInt numerator, BigInt denominator)
    : numerator_(std::move(numerator)), denominator_(std::move(denominator)) {
  normalise();
}

void Ratio::normalise() {
  SK_CHECK(!denominator_.is_zero());
  if (denominator_.is_negative()) {
    numerator_ = -numerator_;
    denominator_ = -denominator_;
  }
  if (denominator_ == BigInt(1)) return;
  const BigInt g = BigInt::gcd(numerator_, denominator_);
  if (g == BigInt(1)) return;
  numerator_ = numerator_ / g;
  denominator_ = denominator_ / g;
}

Result<Ratio> Ratio::parse_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) {
    SK_TRY(whole, BigInt::parse(text));
    return Ratio(std::move(whole), BigInt(1));
  }
  std::string digits(text.substr(0, point));
  const std::string_view after = text.substr(point + 1);
  if (after.starts_with('-')) return fail(Error(ErrorCode::kNotANumber, "error.not_a_number").with("value", text));
  digits += after;
  SK_TRY(whole, BigInt::parse(digits));
  return Ratio(std::move(whole), BigInt::power_of_ten(static_cast<unsigned>(after.size())));
}

BigInt Ratio::round() const {
  const BigInt two(2);
  if (is_negative()) return -(-*this).round();
  return BigInt::floor_divide(numerator_ * two + denominator_, denominator_ * two);
}

std::string Ratio::to_string() const {
  if (is_integer()) return numerator_.to_string();
  BigInt rest = denominator_;
  unsigned twos = 0;
  unsigned fives = 0;
  for (; (rest % BigInt(2)).is_zero(); ++twos) rest = rest / BigInt(2);
  for (; (rest % BigInt(5)).is_zero(); ++fives) rest = rest / BigInt(5);
  if (rest != BigInt(1)) return numerator_.to_string() + "/" + denominator_.to_string();
  return to_fixed(std::max(twos, fives));
}

std::string Ratio::to_fixed(unsigned digits) const {
  const BigInt scaled = (*this * Ratio(BigInt::power_of_ten(digits), BigInt(1))).round();
  std::string text = (scaled.is_negative() ? -scaled : scaled).to_string();
  if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - digits, ".");
  if (scaled.is_negative()) text.insert(0, "-");
  return text;
}

Ratio Ratio::operator-() const {
  Ratio out = *this;
  out.numerator_ = -out.numerator_;
  return out;
}

Ratio& Ratio::operator+=(const Ratio& other) {
  const auto a = words(*this);
  const auto b = words(other);
  if (a && b) {
    Int128 n = 0;
    const Int128 left = static_cast<Int128>(a->numerator) * b->denominator;
    const Int128 right = static_cast<Int128>(b->numerator) * a->denominator;
    if (!__builtin_add_overflow(left, right, &n) &&
        assign(numerator_, denominator_, n, static_cast<Int128>(a->denominator) * b->denominator)) {
      return *this;
    }
  }
  numerator_ = numerator_ * other.denominator_ + other.numerator_ * denominator_;
  denominator_ *= other.denominator_;
  normalise();
  return *this;
}

Ratio& Ratio::operator-=(const Ratio& other) { return *this += -other; }

Ratio& Ratio::operator*=(const Ratio& other) {
  const auto a = words(*this);
  const auto b = words(other);
  if (a && b &&
      assign(numerator_, denominator_, static_cast<Int128>(a->numerator) * b->numerator,
             static_cast<Int128>(a->denominator) * b->denominator)) {
    return *this;
  }
  BigInt n = numerator_ * other.numerator_;
  BigInt d = denominator_ * other.denominator_;
  *this = Ratio(std::move(n), std::move(d));
  return *this;
}

Ratio& Ratio::operator/=(const Ratio& other) {
  SK_CHECK(!other.is_zero());
  return *this *= Ratio(other.denominator_, other.numerator_);
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  const auto x = words(a);
  const auto y = words(b);
  if (x && y) {
    const Int128 left = static_cast<Int128>(x->numerator) * y->denominator;
    const Int128 right = static_cast<Int128>(y->numerator) * x->denominator;
    return left < right ? std::strong_ordering::less
                        : (left > right ? std::strong_ordering::greater : std::strong_ordering::equal);
  }
  return a.numerator_ * b.denominator_ <=> b.numerator_ * a.denominator_;
}

}  // namespace stoepkrijt
