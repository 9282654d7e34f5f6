// Days of the calendar as they stand in files: ISO 8601, "2026-11-16", proleptic Gregorian, years 1900 to 2199.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stoepkrijt::model {

/// Days since 1970-01-01; nothing when this is not a day that exists ("2026-02-29") or not written as ISO 8601.
/// Example: day_number("1970-01-02") == 1
[[nodiscard]] std::optional<std::int64_t> day_number(std::string_view iso);
/// The opposite. Domain: the days of 1900 to 2199, else a broken invariant.
[[nodiscard]] std::string iso_date(std::int64_t day_number);
/// The same for any number: beyond the ends of the calendar its first or last day.
[[nodiscard]] std::string nearest_date(std::int64_t day_number);
/// So many days later (or earlier), within the calendar. A day that does not exist counts as 1970-01-01.
[[nodiscard]] std::string moved(std::string_view iso, std::int64_t days);
[[nodiscard]] inline bool is_date(std::string_view iso) { return day_number(iso).has_value(); }

}  // namespace stoepkrijt::model
