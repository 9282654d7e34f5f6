// The way that was walked, from what a device says of its place: what is taken in, and how far it is.
//
// A phone jumps between houses, stands still and says so every second, loses the signal in a tunnel, and once in a
// while tells a time of before. None of that is walking.
#pragma once

#include <cstdint>
#include <vector>

#include "model/schouw.hpp"

namespace stoepkrijt::schouw {

using Segments = std::vector<std::vector<model::TrackPoint>>;

enum class Taken : std::uint8_t {
  kAdded,
  kNewSegment,  ///< added, after a pause or a lost signal
  kNear,        ///< no step further than the one before
  kVague,       ///< less exact than kVagueTrackMm
  kBackwards,   ///< not after the one before
  kJump,        ///< faster than anybody walks; believed when the next one says so too
  kFull,        ///< kMaxTrackPoints are there
};

inline constexpr std::int32_t kVagueTrackMm = 50'000;
inline constexpr double kStepM = 4.0;             ///< a step is at least so far, or as far as the place is uncertain
inline constexpr std::int64_t kStillMs = 20'000;  ///< standing still is said so often
inline constexpr std::int64_t kLostMs = 60'000;   ///< longer without a place: a new segment
inline constexpr double kFastest = 8.0;           ///< metres a second, beyond what both places are uncertain

/// Takes one more place in at the end. `new_segment`: after a pause. `doubtful` keeps what jumped until the next one.
Taken take_place(Segments& segments, model::TrackPoint point, bool new_segment,
                 std::vector<model::TrackPoint>& doubtful);

/// Along the segments, without the gaps between them.
[[nodiscard]] double length_m(const Segments& segments);
/// From first to last within each segment: pauses are not walking.
[[nodiscard]] std::int64_t walking_ms(const Segments& segments);
[[nodiscard]] std::size_t count_points(const Segments& segments);

}  // namespace stoepkrijt::schouw
