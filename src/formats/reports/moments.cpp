#include "formats/reports/moments.hpp"

#include <algorithm>

#include "base/decimal.hpp"
#include "model/date.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::int64_t kDay = 86'400'000;

std::string two(std::int64_t n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

/// Takes exactly `digits` digits off the front.
std::optional<std::int64_t> take_digits(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  std::int64_t n = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    n = n * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return n;
}
bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

/// "10:05", "10:05:30.25" as milliseconds.
std::optional<std::int64_t> take_time(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 24 || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  std::int64_t ms = (*hour * 60 + *minute) * 60'000;
  if (!take(text, ':')) return ms;
  const auto second = take_digits(text, 2);
  if (!second || *second > 60) return std::nullopt;  // 60: a leap second
  ms += *second * 1000;
  if (!take(text, '.') && !take(text, ',')) return ms;
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  for (std::int64_t weight = 100; !text.empty() && text.front() >= '0' && text.front() <= '9'; weight /= 10) {
    ms += (text.front() - '0') * weight;
    text.remove_prefix(1);
  }
  return ms;
}

/// "Z", "+01:00", "+0100", "+01" or nothing, as milliseconds.
std::optional<std::int64_t> take_offset(std::string_view& text) {
  if (text.empty() || take(text, 'Z') || take(text, 'z')) return 0;
  const bool west = text.front() == '-';
  if (!take(text, '-') && !take(text, '+')) return std::nullopt;
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 18) return std::nullopt;
  std::int64_t minutes = *hour * 60;
  if (take(text, ':') || !text.empty()) {
    const auto rest = take_digits(text, 2);
    if (!rest || *rest > 59) return std::nullopt;
    minutes += *rest;
  }
  return (west ? -minutes : minutes) * 60'000;
}

/// With a dot for the decimals.
std::string dotted(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), ',', '.');
  return out;
}

/// `value` / 10^decimals without needless zeros.
std::string decimal(std::int64_t value, int decimals) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  std::string fraction = digits.substr(digits.size() - places);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  std::string out = value < 0 ? "-" : "";
  out += digits.substr(0, digits.size() - places);
  if (!fraction.empty()) out += "." + fraction;
  return out;
}

}  // namespace

std::string iso_moment(std::int64_t ms) {
  std::int64_t day = ms / kDay;
  std::int64_t rest = ms % kDay;
  if (rest < 0) {
    rest += kDay;
    --day;
  }
  const std::int64_t seconds = rest / 1000;
  return model::iso_date(day) + "T" + two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60) +
         "Z";
}

std::optional<std::int64_t> parse_moment(std::string_view text) {
  constexpr std::size_t kDate = 10;
  if (text.size() < kDate) return std::nullopt;
  const auto day = model::day_number(text.substr(0, kDate));
  if (!day) return std::nullopt;
  text.remove_prefix(kDate);
  if (text.empty()) return *day * kDay;
  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
  const auto time = take_time(text);
  if (!time) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return *day * kDay + *time - *offset;
}

std::string degrees(std::int32_t e7) { return decimal(e7, 7); }

std::optional<std::int32_t> parse_degrees(std::string_view text, int limit) {
  const auto value = parse_decimal(dotted(text), 7, Excess::kRound);
  const std::int64_t most = std::int64_t{limit} * 10'000'000;
  if (!value || *value < -most || *value > most) return std::nullopt;
  return static_cast<std::int32_t>(*value);
}

std::string metres(std::int64_t mm) { return decimal(mm, 3); }

std::optional<std::int64_t> parse_millimetres(std::string_view text) {
  const auto value = parse_decimal(dotted(text), 3, Excess::kRound);
  return value ? std::optional(*value) : std::nullopt;
}

}  // namespace stoepkrijt::formats
