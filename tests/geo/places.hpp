// Places for the tests of the indices: spread, clumped along streets, equal ones, and at the ends of the world.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/random.hpp"
#include "geo/geometry.hpp"
#include "geo/point_index.hpp"

namespace stoepkrijt::geo::test {

enum class Spread : std::uint8_t { kWijk, kStreets, kWorld, kEdges, kOnePlace };
inline constexpr Spread kSpreads[] = {Spread::kWijk, Spread::kStreets, Spread::kWorld, Spread::kEdges,
                                      Spread::kOnePlace};

inline std::int32_t within(Random& random, std::int64_t low, std::int64_t high) {
  return static_cast<std::int32_t>(random.between(low, high));
}

inline LonLat place_of(Random& random, Spread spread) {
  switch (spread) {
    case Spread::kWijk:
      return {within(random, 44'900'000, 45'100'000), within(random, 519'100'000, 519'200'000)};
    case Spread::kStreets: {
      // On lines, many at the same longitude or latitude.
      const std::int32_t line = within(random, 0, 9) * 10'000;
      const std::int32_t along = within(random, 0, 400) * 250;
      const bool north = random.chance(1, 2);
      return {44'900'000 + (north ? line : along), 519'100'000 + (north ? along : line)};
    }
    case Spread::kWorld:
      return {within(random, -kMaxLonE7, kMaxLonE7), within(random, -kMaxLatE7, kMaxLatE7)};
    case Spread::kEdges: {
      // Around the antimeridian and the poles, and exactly there.
      const std::int32_t lon = kMaxLonE7 - within(random, 0, 3) * within(random, 0, 50'000);
      const std::int32_t lat = random.chance(1, 2) ? kMaxLatE7 - within(random, 0, 3) * within(random, 0, 60'000'000)
                                                   : within(random, -100'000, 100'000);
      return {random.chance(1, 2) ? lon : -lon, random.chance(1, 2) ? lat : -lat};
    }
    case Spread::kOnePlace:
      break;
  }
  return {44'912'346, 519'239'147};
}

inline std::vector<Point> points_of(Random& random, Spread spread, std::size_t n, std::uint8_t kinds = 4) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < n; ++i) {
    Point point;
    point.place =
        !points.empty() && random.chance(1, 10) ? points[random.index(points.size())].place : place_of(random, spread);
    point.id = static_cast<std::uint32_t>(7 * i + 3);
    point.kind = static_cast<std::uint8_t>(random.index(kinds));
    points.push_back(point);
  }
  return points;
}

inline void shuffle(Random& random, std::vector<Point>& points) {
  for (std::size_t i = points.size(); i > 1; --i) std::swap(points[i - 1], points[random.index(i)]);
}

/// Around one of the places, or anywhere; one in four goes over the antimeridian.
inline Window window_of(Random& random, const std::vector<Point>& points) {
  if (random.chance(1, 20) || points.empty()) return {};
  const LonLat middle = points[random.index(points.size())].place;
  const std::int64_t reach = std::int64_t{1} << random.index(31);
  const auto lon = [](std::int64_t v) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(v, -kMaxLonE7, kMaxLonE7));
  };
  const auto lat = [](std::int64_t v) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(v, -kMaxLatE7, kMaxLatE7));
  };
  Window window{lon(middle.lon_e7 - random.between(0, reach)), lat(middle.lat_e7 - random.between(0, reach)),
                lon(middle.lon_e7 + random.between(0, reach)), lat(middle.lat_e7 + random.between(0, reach))};
  if (random.chance(1, 4)) std::swap(window.west_e7, window.east_e7);
  return window;
}

}  // namespace stoepkrijt::geo::test
