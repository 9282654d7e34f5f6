// Geometry on integer positions. What decides (inside or outside, which way round) is exact; what is only shown or
// compared with a radius (distances) is in metres as double.
#pragma once

#include <cstdint>
#include <span>

#include "geo/position.hpp"

namespace stoepkrijt::geo {

inline constexpr std::int32_t kMaxLonE7 = 1'800'000'000;
inline constexpr std::int32_t kMaxLatE7 = 900'000'000;

/// Is this a place on earth?
[[nodiscard]] constexpr bool on_earth(LonLat p) {
  return p.lon_e7 >= -kMaxLonE7 && p.lon_e7 <= kMaxLonE7 && p.lat_e7 >= -kMaxLatE7 && p.lat_e7 <= kMaxLatE7;
}

/// Order for sorting: west to east, then south to north.
[[nodiscard]] constexpr bool less(LonLat a, LonLat b) {
  return a.lon_e7 != b.lon_e7 ? a.lon_e7 < b.lon_e7 : a.lat_e7 < b.lat_e7;
}

[[nodiscard]] Bounds bounds_of(std::span<const LonLat> points);
[[nodiscard]] bool intersects(const Bounds& a, const Bounds& b);
[[nodiscard]] Bounds united(const Bounds& a, const Bounds& b);
/// Halfway, rounded to the south-west. Of empty bounds: {0, 0}.
[[nodiscard]] LonLat centre(const Bounds& bounds);
/// Wider by so many units on every side, within the world.
[[nodiscard]] Bounds widened(const Bounds& bounds, std::int32_t by_e7);

/// +1 when a, b, c turn left (counter-clockwise), -1 to the right, 0 on one line. Exact.
[[nodiscard]] int orientation(LonLat a, LonLat b, LonLat c);
/// Sign of the area of a ring, first point not repeated: +1 counter-clockwise, -1 clockwise, 0 degenerate. Exact: the
/// sum is taken in 128 bits, enough for 2^60 points.
[[nodiscard]] int ring_sign(std::span<const LonLat> ring);

enum class Side : std::uint8_t { kOutside, kEdge, kInside };

/// Exact, by the crossing number (Hormann & Agathos, Comput. Geom. 20, 2001, with orientation signs instead of
/// divisions); a point on an edge or corner is kEdge.
[[nodiscard]] Side side_of_ring(LonLat p, std::span<const LonLat> ring);

/// Even-odd over all rings (exteriors and holes in any order), as for buurten of several parts.
template <class Rings>
[[nodiscard]] Side side_of_polygon(LonLat p, const Rings& rings) {
  bool inside = false;
  for (const auto& ring : rings) {
    const Side side = side_of_ring(p, ring);
    if (side == Side::kEdge) return Side::kEdge;
    if (side == Side::kInside) inside = !inside;
  }
  return inside ? Side::kInside : Side::kOutside;
}

}  // namespace stoepkrijt::geo
