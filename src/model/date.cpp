#include "model/date.hpp"

#include <algorithm>
#include <array>

#include "base/check.hpp"

namespace stoepkrijt::model {
namespace {

constexpr std::int64_t kFirstYear = 1900;
constexpr std::int64_t kLastYear = 2199;

constexpr bool leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr std::int64_t days_in(std::int64_t year, std::int64_t month) {
  constexpr std::array<std::int64_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// Days from 1970-01-01 to the first of January of the year.
constexpr std::int64_t year_start(std::int64_t year) {
  const std::int64_t y = year - 1;
  return 365 * (year - 1970) + (y / 4 - y / 100 + y / 400) - (1969 / 4 - 1969 / 100 + 1969 / 400);
}

std::int64_t digits(std::string_view text) {
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string two(std::int64_t v) { return (v < 10 ? "0" : "") + std::to_string(v); }

}  // namespace

std::optional<std::int64_t> day_number(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const std::int64_t year = digits(iso.substr(0, 4));
  const std::int64_t month = digits(iso.substr(5, 2));
  const std::int64_t day = digits(iso.substr(8, 2));
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in(year, month)) return std::nullopt;
  std::int64_t number = year_start(year) + day - 1;
  for (std::int64_t m = 1; m < month; ++m) number += days_in(year, m);
  return number;
}

std::string nearest_date(std::int64_t day_number) {
  return iso_date(std::clamp(day_number, year_start(kFirstYear), year_start(kLastYear + 1) - 1));
}

std::string moved(std::string_view iso, std::int64_t days) { return nearest_date(day_number(iso).value_or(0) + days); }

std::string iso_date(std::int64_t day_number) {
  SK_CHECK(day_number >= year_start(kFirstYear) && day_number < year_start(kLastYear + 1));
  std::int64_t year = kFirstYear;
  while (year_start(year + 1) <= day_number) ++year;
  std::int64_t rest = day_number - year_start(year);
  std::int64_t month = 1;
  while (rest >= days_in(year, month)) rest -= days_in(year, month++);
  return std::to_string(year) + "-" + two(month) + "-" + two(rest + 1);
}

}  // namespace stoepkrijt::model
