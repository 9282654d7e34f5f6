#include "geo/area.hpp"

#include <algorithm>
#include <cstdint>

#include "geo/geometry.hpp"

namespace stoepkrijt::geo {
namespace {

__extension__ using Wide = __int128;

/// Twice the area of a triangle.
Wide area2(LonLat a, LonLat b, LonLat c) {
  const Wide abx = std::int64_t{b.lon_e7} - a.lon_e7;
  const Wide aby = std::int64_t{b.lat_e7} - a.lat_e7;
  const Wide acx = std::int64_t{c.lon_e7} - a.lon_e7;
  const Wide acy = std::int64_t{c.lat_e7} - a.lat_e7;
  const Wide area = abx * acy - aby * acx;
  return area < 0 ? -area : area;
}

std::vector<LonLat> without_repeats(std::span<const LonLat> drawn) {
  const std::size_t step = drawn.size() / kMostDrawn + 1;
  std::vector<LonLat> ring;
  for (std::size_t i = 0; i < drawn.size(); i += step) {
    if (ring.empty() || !(ring.back() == drawn[i])) ring.push_back(drawn[i]);
  }
  while (ring.size() > 1 && ring.back() == ring.front()) ring.pop_back();
  return ring;
}

bool on_one_line(const std::vector<LonLat>& ring) {
  return ring.size() < 3 ||
         std::all_of(ring.begin() + 2, ring.end(), [&](LonLat c) { return orientation(ring[0], ring[1], c) == 0; });
}

bool over_the_meridian(const std::vector<LonLat>& ring) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const std::int64_t step = std::int64_t{ring[(i + 1) % ring.size()].lon_e7} - ring[i].lon_e7;
    if (step > kMaxLonE7 || step < -std::int64_t{kMaxLonE7}) return true;
  }
  return false;
}

/// Takes out the corner with the smallest triangle, again and again, while that is hardly anything of the whole.
void simplify(std::vector<LonLat>& ring) {
  constexpr Wide kPart = 20'000;
  const Bounds box = bounds_of(ring);
  const Wide whole =
      Wide{std::int64_t{box.max_lon_e7} - box.min_lon_e7} * (std::int64_t{box.max_lat_e7} - box.min_lat_e7);
  std::vector<Wide> areas(ring.size());
  const auto measure = [&](std::size_t i) {
    const std::size_t n = ring.size();
    areas[i] = area2(ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n]);
  };
  for (std::size_t i = 0; i < ring.size(); ++i) measure(i);
  while (ring.size() > 3) {
    const auto least = std::min_element(areas.begin(), areas.end());
    if (ring.size() <= kMostCorners && *least * kPart > whole * 2) return;
    const std::ptrdiff_t at = least - areas.begin();
    std::vector<LonLat> kept = ring;
    kept.erase(kept.begin() + at);
    // A shape that is folded onto itself may have nothing left; then what there is stays.
    if (ring.size() == 4 && on_one_line(kept)) return;
    ring = std::move(kept);
    areas.erase(least);
    const auto i = static_cast<std::size_t>(at);
    measure(i % ring.size());
    measure((i + ring.size() - 1) % ring.size());
  }
}

}  // namespace

Result<std::vector<LonLat>> area_of(std::span<const LonLat> drawn) {
  if (!std::all_of(drawn.begin(), drawn.end(), [](LonLat p) { return on_earth(p); })) {
    return fail(ErrorCode::kOutsideWorld, "error.area_world");
  }
  std::vector<LonLat> ring = without_repeats(drawn);
  if (over_the_meridian(ring)) return fail(ErrorCode::kBadGeometry, "error.area_meridian");
  if (on_one_line(ring)) return fail(ErrorCode::kBadGeometry, "error.area_flat");
  simplify(ring);
  if (on_one_line(ring)) return fail(ErrorCode::kBadGeometry, "error.area_flat");
  return ring;
}

bool in_area(LonLat p, std::span<const LonLat> ring) {
  int winding = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat a = ring[i];
    const LonLat b = ring[i + 1 == ring.size() ? 0 : i + 1];
    if (p.lat_e7 < std::min(a.lat_e7, b.lat_e7) || p.lat_e7 > std::max(a.lat_e7, b.lat_e7)) continue;
    const int side = orientation(a, b, p);
    if (side == 0 && p.lon_e7 >= std::min(a.lon_e7, b.lon_e7) && p.lon_e7 <= std::max(a.lon_e7, b.lon_e7)) return true;
    if (a.lat_e7 <= p.lat_e7) {
      if (b.lat_e7 > p.lat_e7 && side > 0) ++winding;
    } else if (b.lat_e7 <= p.lat_e7 && side < 0) {
      --winding;
    }
  }
  return winding != 0;
}

}  // namespace stoepkrijt::geo
