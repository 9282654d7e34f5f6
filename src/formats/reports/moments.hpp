// Moments and numbers as exchange formats write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stoepkrijt::formats {

/// ISO 8601 in UTC, to the second: "2026-11-29T10:05:00Z".
[[nodiscard]] std::string iso_moment(std::int64_t ms);
/// Milliseconds since 1970 UTC. Takes "2026-11-29", a T or a space before the time, seconds and fractions left out or
/// not, Z or an offset (+01:00, +0100, +01); without one it is taken for UTC. Nothing when it is none of these.
[[nodiscard]] std::optional<std::int64_t> parse_moment(std::string_view text);

/// 1e-7 degrees as a decimal number without needless zeros: "4.4912345", "-0.5", "52".
[[nodiscard]] std::string degrees(std::int32_t e7);
/// Decimal degrees, with a dot or a comma; `limit` 90 or 180.
[[nodiscard]] std::optional<std::int32_t> parse_degrees(std::string_view text, int limit);

/// Millimetres as metres: "6", "0.25".
[[nodiscard]] std::string metres(std::int64_t mm);
/// Metres with a dot or a comma, as millimetres.
[[nodiscard]] std::optional<std::int64_t> parse_millimetres(std::string_view text);

}  // namespace stoepkrijt::formats
