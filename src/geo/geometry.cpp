#include "geo/geometry.hpp"

#include <algorithm>

namespace stoepkrijt::geo {
namespace {

// A product of two differences of positions needs 65 bits. Both compilers have this type, on wasm32 as well.
__extension__ using Int128 = __int128;

/// Twice the signed area of the triangle a, b, c.
Int128 cross(LonLat a, LonLat b, LonLat c) {
  const std::int64_t abx = std::int64_t{b.lon_e7} - a.lon_e7;
  const std::int64_t aby = std::int64_t{b.lat_e7} - a.lat_e7;
  const std::int64_t acx = std::int64_t{c.lon_e7} - a.lon_e7;
  const std::int64_t acy = std::int64_t{c.lat_e7} - a.lat_e7;
  return Int128{abx} * acy - Int128{aby} * acx;
}

constexpr int sign(Int128 v) { return v > 0 ? 1 : (v < 0 ? -1 : 0); }

std::int32_t midpoint(std::int32_t a, std::int32_t b) {
  const std::int64_t sum = std::int64_t{a} + b;
  return static_cast<std::int32_t>((sum - (sum & 1)) / 2);
}

std::int32_t clamped(std::int64_t v, std::int32_t limit) {
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(v, -limit, limit));
}

}  // namespace

Bounds bounds_of(std::span<const LonLat> points) {
  Bounds bounds;
  for (const LonLat p : points) bounds.add(p);
  return bounds;
}

bool intersects(const Bounds& a, const Bounds& b) {
  return !a.empty() && !b.empty() && a.min_lon_e7 <= b.max_lon_e7 && b.min_lon_e7 <= a.max_lon_e7 &&
         a.min_lat_e7 <= b.max_lat_e7 && b.min_lat_e7 <= a.max_lat_e7;
}

Bounds united(const Bounds& a, const Bounds& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.min_lon_e7, b.min_lon_e7), std::min(a.min_lat_e7, b.min_lat_e7),
          std::max(a.max_lon_e7, b.max_lon_e7), std::max(a.max_lat_e7, b.max_lat_e7)};
}

LonLat centre(const Bounds& bounds) {
  if (bounds.empty()) return {};
  return {midpoint(bounds.min_lon_e7, bounds.max_lon_e7), midpoint(bounds.min_lat_e7, bounds.max_lat_e7)};
}

Bounds widened(const Bounds& bounds, std::int32_t by_e7) {
  if (bounds.empty()) return bounds;
  const std::int64_t by = by_e7;
  return {clamped(bounds.min_lon_e7 - by, kMaxLonE7), clamped(bounds.min_lat_e7 - by, kMaxLatE7),
          clamped(bounds.max_lon_e7 + by, kMaxLonE7), clamped(bounds.max_lat_e7 + by, kMaxLatE7)};
}

int orientation(LonLat a, LonLat b, LonLat c) { return sign(cross(a, b, c)); }

int ring_sign(std::span<const LonLat> ring) {
  if (ring.size() < 3) return 0;
  Int128 twice_area = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) twice_area += cross(ring[0], ring[i], ring[i + 1]);
  return sign(twice_area);
}

Side side_of_ring(LonLat p, std::span<const LonLat> ring) {
  bool inside = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat a = ring[i];
    const LonLat b = ring[i + 1 == ring.size() ? 0 : i + 1];
    if (a == p) return Side::kEdge;
    if (a.lat_e7 == p.lat_e7 && b.lat_e7 == p.lat_e7) {
      if ((a.lon_e7 < p.lon_e7) != (b.lon_e7 < p.lon_e7)) return Side::kEdge;
      continue;
    }
    if ((a.lat_e7 > p.lat_e7) == (b.lat_e7 > p.lat_e7)) continue;
    const int turn = orientation(a, b, p);
    if (turn == 0) return Side::kEdge;
    // The edge crosses the parallel of p; it lies east of p when p is left of an edge going north.
    if ((turn > 0) == (b.lat_e7 > a.lat_e7)) inside = !inside;
  }
  return inside ? Side::kInside : Side::kOutside;
}

}  // namespace stoepkrijt::geo
