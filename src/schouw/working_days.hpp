// Days on which a municipality works, and deadlines that count them.
//
// Source: Algemene termijnenwet, article 1 (a term that ends on a Saturday, a Sunday or a holiday goes on until the end
// of the next day that is none of these) and article 3 (which days are holidays; Good Friday counts as one).
// Days are days since 1970-01-01 (model/date.hpp). Domain: 1970 to 2199.
#pragma once

#include <cstdint>

namespace stoepkrijt::schouw {

/// Easter Sunday of a year of the Gregorian calendar. Source: J. Meeus, Astronomical Algorithms, 2nd ed., chapter 8.
[[nodiscard]] std::int64_t easter(std::int64_t year);

/// New Year's Day, Good Friday, Easter Monday, the day on which the King's (before 2014: the Queen's) birthday is kept,
/// 5 May, Ascension Day, Whit Monday, Christmas Day and the day after. Sundays of themselves are not among them.
[[nodiscard]] bool is_holiday(std::int64_t day);
/// Not a Saturday, not a Sunday, not a holiday.
[[nodiscard]] bool is_working_day(std::int64_t day);

enum class DayCount : std::uint8_t { kCalendar, kWorking };

/// The last day of a term of `days` (0 or more) that starts the day after `start`. A term of calendar days that ends on
/// a day that is no working day ends on the next one that is. Example: 5 working days from Thursday 2 April 2026
/// (before Good Friday) end on Monday 13 April.
[[nodiscard]] std::int64_t deadline(std::int64_t start, std::int64_t days, DayCount count);

/// Working days after `from`, up to and including `to`; negative when `to` lies before `from`.
[[nodiscard]] std::int64_t working_days_between(std::int64_t from, std::int64_t to);

}  // namespace stoepkrijt::schouw
