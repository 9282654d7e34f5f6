#include "base/decimal.hpp"

#include <limits>

namespace stoepkrijt {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The parts of a JSON number; the views point into the text.
struct Parts {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
  std::int64_t exponent = 0;
};

std::string_view take_digits(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  const std::string_view digits = text.substr(0, n);
  text.remove_prefix(n);
  return digits;
}

bool take_exponent(std::string_view& text, std::int64_t& exponent) {
  text.remove_prefix(1);
  bool negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::string_view digits = take_digits(text);
  constexpr std::int64_t kFar = 1'000'000'000;  // beyond any text that fits in memory with a non-zero value in range
  for (const char c : digits) {
    if (exponent < kFar) exponent = exponent * 10 + (c - '0');
  }
  if (negative) exponent = -exponent;
  return !digits.empty();
}

bool split(std::string_view text, Parts& parts) {
  if (!text.empty() && text.front() == '-') {
    parts.negative = true;
    text.remove_prefix(1);
  }
  parts.whole = take_digits(text);
  if (parts.whole.empty() || (parts.whole.size() > 1 && parts.whole.front() == '0')) return false;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    parts.fraction = take_digits(text);
    if (parts.fraction.empty()) return false;
  }
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E') && !take_exponent(text, parts.exponent))
    return false;
  return text.empty();
}

}  // namespace

Result<std::int64_t> parse_decimal(std::string_view text, int decimals, Excess excess) {
  SK_CHECK(decimals >= 0 && decimals <= 18);
  Parts parts;
  if (!split(text, parts)) return fail(ErrorCode::kNotANumber, "error.not_a_number");

  const auto whole_size = static_cast<std::int64_t>(parts.whole.size());
  const auto size = whole_size + static_cast<std::int64_t>(parts.fraction.size());
  const std::int64_t kept = whole_size + parts.exponent + decimals;  // digits before the cut; may lie outside [0, size]
  const auto digit = [&](std::int64_t i) {
    const char c = i < whole_size ? parts.whole[static_cast<std::size_t>(i)]
                                  : parts.fraction[static_cast<std::size_t>(i - whole_size)];
    return static_cast<std::uint64_t>(c - '0');
  };

  constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const std::uint64_t limit = parts.negative ? kMax + 1 : kMax;
  std::uint64_t value = 0;
  for (std::int64_t i = 0; i < kept; ++i) {
    if (i >= size && value == 0) break;
    const std::uint64_t d = i < size ? digit(i) : 0;
    if (value > (limit - d) / 10) return fail(ErrorCode::kOverflow, "error.number_too_big");
    value = value * 10 + d;
  }
  const std::int64_t cut = kept < 0 ? 0 : kept;
  for (std::int64_t i = cut; i < size; ++i) {
    if (digit(i) == 0) continue;
    if (excess == Excess::kRefuse) return fail(ErrorCode::kTooPrecise, "error.too_precise");
    const bool round_up = kept >= 0 && i == kept && digit(i) >= 5;
    if (round_up && value == limit) return fail(ErrorCode::kOverflow, "error.number_too_big");
    if (round_up) ++value;
    break;
  }
  return parts.negative ? static_cast<std::int64_t>(~value + 1) : static_cast<std::int64_t>(value);
}

}  // namespace stoepkrijt
