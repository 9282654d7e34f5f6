// Hybrid logical clocks: the wall clock of the device as long as it runs forward, a counter where it does not. Later in
// the order of clocks means: written later, as far as anyone could know; never before what the writer had seen.
//
// Units: milliseconds since 1970-01-01 UTC. Wall clocks may be wrong by years and run backwards; below 0 they count as
// 0 and above the year 9999 as its end. Nothing here fails.
// Source: Kulkarni, Demirbas, Madappa, Avva, Leone, "Logical Physical Clocks", OPODIS 2014; the 24 h rule is ours
// (design: merge).
//
// Example:
//   Clock own = tick({0, 0, actor}, wall_ms);    // at each write
//   own = hear(own, largest_clock(file), wall_ms);  // at each import
#pragma once

#include <compare>
#include <cstdint>

#include "merge/dot.hpp"

namespace stoepkrijt::merge {

inline constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
inline constexpr std::int64_t kLastWallMs = 253'402'300'799'999;           ///< the end of the year 9999
inline constexpr std::int64_t kMaxTimeMs = (std::int64_t{1} << 53U) - 1;   ///< in a file
inline constexpr std::uint32_t kMaxCount = (std::uint32_t{1} << 31U) - 1;  ///< in a file

/// Compared lexicographically, as the members stand.
struct Clock {
  std::int64_t time_ms = 0;
  std::uint32_t count = 0;
  ActorId actor;
  friend constexpr auto operator<=>(const Clock&, const Clock&) = default;
};

/// The clock of the next write: later than `own`. When the counter is at its end the time goes on by a millisecond.
[[nodiscard]] Clock tick(const Clock& own, std::int64_t wall_ms);

/// The own clock after an import of a file whose largest clock is `heard`: at or after both, except that a clock more
/// than 24 h ahead of the wall moves it to wall + 24 h at most. Never moves back.
[[nodiscard]] Clock hear(const Clock& own, const Clock& heard, std::int64_t wall_ms);

/// More than 24 h ahead of the wall: such a stored clock is flagged, never changed.
[[nodiscard]] bool is_ahead(const Clock& clock, std::int64_t wall_ms);

}  // namespace stoepkrijt::merge
