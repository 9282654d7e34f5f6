#include "base/money.hpp"

#include <limits>

namespace stoepkrijt {

namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kEuro = "\xE2\x82\xAC";

Unexpected not_a_number(std::string_view text) {
  return fail(Error(ErrorCode::kNotANumber, "error.not_a_number").with("value", text.substr(0, 40)));
}

Unexpected overflow() { return fail(ErrorCode::kOverflow, "error.amount_overflow"); }

std::string group_thousands(std::string digits, char separator) {
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, separator);
  return digits;
}

/// Formats `digits` whole euros and `cents` (0..99).
std::string format_parts(bool negative, const std::string& digits, unsigned cents, NumberStyle style) {
  const bool dutch = style == NumberStyle::kDutch;
  std::string number = group_thousands(digits, dutch ? '.' : ',');
  if (cents != 0) {
    number.push_back(dutch ? ',' : '.');
    number.push_back(static_cast<char>('0' + cents / 10));
    number.push_back(static_cast<char>('0' + cents % 10));
  }
  std::string out;
  if (negative && !dutch) out += '-';
  out += kEuro;
  if (dutch) out += kNoBreakSpace;
  if (negative && dutch) out += '-';
  return out + number;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Money Money::from_euros(std::int64_t euros) {
  std::int64_t cents = 0;
  SK_CHECK(!__builtin_mul_overflow(euros, 100, &cents));
  return Money{cents};
}

Result<Money> Money::parse(std::string_view text) {
  SK_TRY(euros, Ratio::parse_decimal(text));
  const Ratio cents = euros * Ratio(100);
  if (!cents.is_integer()) {
    return fail(Error(ErrorCode::kTooPrecise, "error.too_precise").with("value", text.substr(0, 40)));
  }
  const auto value = cents.numerator().to_int64();
  if (!value) return overflow();
  return Money{*value};
}

Result<Money> Money::parse_typed(std::string_view text) {
  std::string compact;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with(kEuro)) {
      i += kEuro.size();
    } else if (text.substr(i).starts_with(kNoBreakSpace)) {
      i += kNoBreakSpace.size();
    } else {
      if (text[i] != ' ') compact.push_back(text[i]);
      ++i;
    }
  }
  if (compact.ends_with(",-") || compact.ends_with(".-")) compact.resize(compact.size() - 2);
  std::string plain;
  bool in_fraction = false;
  for (std::size_t i = 0; i < compact.size(); ++i) {
    const char c = compact[i];
    if (c != '.' && c != ',') {
      plain.push_back(c);
      continue;
    }
    std::size_t run = i + 1;
    while (run < compact.size() && is_digit(compact[run])) ++run;
    if (in_fraction || plain.empty()) return not_a_number(text);
    if (run - i - 1 == 3) continue;  // groups thousands
    plain.push_back('.');
    in_fraction = true;
  }
  return parse(plain);
}

Result<Money> Money::nearest(const Ratio& euros) {
  const auto value = (euros * Ratio(100)).round().to_int64();
  if (!value) return overflow();
  return Money{*value};
}

std::string Money::to_string() const {
  const Ratio value = to_ratio();
  return value.is_integer() ? value.to_string() : value.to_fixed(2);
}

Result<Money> Money::plus(Money other) const {
  Money out;
  if (__builtin_add_overflow(cents, other.cents, &out.cents)) return overflow();
  return out;
}

Result<Money> Money::minus(Money other) const {
  Money out;
  if (__builtin_sub_overflow(cents, other.cents, &out.cents)) return overflow();
  return out;
}

Result<Money> Money::times(std::int64_t factor) const {
  Money out;
  if (__builtin_mul_overflow(cents, factor, &out.cents)) return overflow();
  return out;
}

std::string format_money(Money amount, NumberStyle style) {
  const bool negative = amount.cents < 0;
  const std::uint64_t magnitude =
      negative ? ~static_cast<std::uint64_t>(amount.cents) + 1 : static_cast<std::uint64_t>(amount.cents);
  return format_parts(negative, std::to_string(magnitude / 100), static_cast<unsigned>(magnitude % 100), style);
}

std::string format_money(const Ratio& euros, NumberStyle style) {
  const BigInt cents = (euros * Ratio(100)).round();
  const BigInt magnitude = cents.is_negative() ? -cents : cents;
  BigInt whole;
  BigInt rest;
  BigInt::divide(magnitude, BigInt(100), whole, rest);
  return format_parts(cents.is_negative(), whole.to_string(), static_cast<unsigned>(rest.to_int64().value_or(0)),
                      style);
}

std::string format_count(std::int64_t value, NumberStyle style) {
  const bool negative = value < 0;
  const std::uint64_t magnitude = negative ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
  const std::string digits = group_thousands(std::to_string(magnitude), style == NumberStyle::kDutch ? '.' : ',');
  return negative ? "-" + digits : digits;
}

}  // namespace stoepkrijt
