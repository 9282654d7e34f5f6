#include "schouw/working_days.hpp"

#include <string>

#include "base/check.hpp"
#include "model/date.hpp"

namespace stoepkrijt::schouw {

namespace {

/// Monday 0 … Sunday 6; 1970-01-01 was a Thursday.
std::int64_t weekday(std::int64_t day) { return ((day + 3) % 7 + 7) % 7; }
constexpr std::int64_t kSaturday = 5;
constexpr std::int64_t kSunday = 6;

std::int64_t day_of(std::int64_t year, std::int64_t month, std::int64_t day) {
  std::string iso = std::to_string(year) + "-00-00";
  iso[5] = static_cast<char>('0' + month / 10);
  iso[6] = static_cast<char>('0' + month % 10);
  iso[8] = static_cast<char>('0' + day / 10);
  iso[9] = static_cast<char>('0' + day % 10);
  const auto number = model::day_number(iso);
  SK_CHECK(number.has_value());
  return *number;
}

std::int64_t year_of(std::int64_t day) {
  std::int64_t year = 0;
  for (const char digit : model::iso_date(day).substr(0, 4)) year = year * 10 + (digit - '0');
  return year;
}

/// The day on which the birthday of the head of state is kept: a day earlier when it falls on a Sunday.
std::int64_t kings_day(std::int64_t year) {
  const std::int64_t day = year >= 2014 ? day_of(year, 4, 27) : day_of(year, 4, 30);
  return weekday(day) == kSunday ? day - 1 : day;
}

}  // namespace

std::int64_t easter(std::int64_t year) {
  const std::int64_t a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const std::int64_t g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const std::int64_t l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const std::int64_t n = h + l - 7 * m + 114;
  return day_of(year, n / 31, n % 31 + 1);
}

bool is_holiday(std::int64_t day) {
  const std::int64_t year = year_of(day);
  const std::int64_t sunday = easter(year);
  for (const std::int64_t after : {-2, 1, 39, 50}) {  // Good Friday, Easter Monday, Ascension Day, Whit Monday
    if (day == sunday + after) return true;
  }
  return day == day_of(year, 1, 1) || day == kings_day(year) || day == day_of(year, 5, 5) ||
         day == day_of(year, 12, 25) || day == day_of(year, 12, 26);
}

bool is_working_day(std::int64_t day) { return weekday(day) < kSaturday && !is_holiday(day); }

std::int64_t deadline(std::int64_t start, std::int64_t days, DayCount count) {
  SK_CHECK(days >= 0);
  std::int64_t day = start;
  if (count == DayCount::kCalendar) {
    day += days;
    while (!is_working_day(day)) ++day;
    return day;
  }
  for (std::int64_t left = days; left > 0;) {
    ++day;
    if (is_working_day(day)) --left;
  }
  return day;
}

std::int64_t working_days_between(std::int64_t from, std::int64_t to) {
  if (to < from) return -working_days_between(to, from);
  std::int64_t n = 0;
  for (std::int64_t day = from + 1; day <= to; ++day) n += is_working_day(day) ? 1 : 0;
  return n;
}

}  // namespace stoepkrijt::schouw
