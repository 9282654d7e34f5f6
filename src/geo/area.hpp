// An area that somebody drew around with a finger: made into a ring of few corners, and whether a place lies in it.
//
// Which places: by the winding number, whatever is not 0. So what a line goes round twice, because its end overlaps its
// beginning, is in; of a figure of eight both halves are. A place on the line is in.
// Guarantees: whole numbers only, no overflow for places on earth, the same in every build.
// Sources: the winding number after D. Sunday ("Inclusion of a point in a polygon", 2001), with the sign of
// orientation() in place of a division; simplification after M. Visvalingam & J. D. Whyatt ("Line generalisation by
// repeated elimination of points", 1993): triangles are compared by their area, for which it does not matter that a
// degree to the east is shorter than one to the north.
//
// Example:
//   SK_TRY(area, area_of(drawn));
//   if (in_area(signal.place, area)) ...
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "geo/position.hpp"

namespace stoepkrijt::geo {

inline constexpr std::size_t kMostCorners = 200;
/// A line of more points than this is thinned out evenly first.
inline constexpr std::size_t kMostDrawn = 4000;

/// The ring of a line that was drawn, closed from its last point to its first. Points that hardly change its shape are
/// left out: at most kMostCorners stay. Errors: kOutsideWorld "error.area_world"; kBadGeometry "error.area_meridian"
/// when it goes over 180 degrees east or west, "error.area_flat" when there is nothing inside of it.
[[nodiscard]] Result<std::vector<LonLat>> area_of(std::span<const LonLat> drawn);

/// Is the place inside of the ring or on it? Of no ring: no.
[[nodiscard]] bool in_area(LonLat place, std::span<const LonLat> ring);

}  // namespace stoepkrijt::geo
