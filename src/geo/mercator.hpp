// Web Mercator in whole numbers: a square world in which a circle of a map is a circle, for what is gathered or looked
// for by its distance on the screen.
//
// Units: 1e-7 degree of longitude, so that the world is kMercatorWorld wide and high; x from the antimeridian to the
// east, y from the south to the north. Latitudes beyond 85.0511 degrees lie on the edge.
// Guarantees: the same numbers in every build (only sums, products and quotients of doubles, which IEEE 754 fixes to
// the bit, and no contraction of them); y grows with the latitude, and strictly so within the edges. Source: EPSG:3857;
// y = artanh(sin(latitude)).
//
// Example: to_mercator({0, 0}) is {1'800'000'000, 1'800'000'000}
#pragma once

#include <cstdint>

#include "geo/position.hpp"

namespace stoepkrijt::geo {

inline constexpr std::uint32_t kMercatorWorld = 3'600'000'000;

struct MercatorXY {
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  friend bool operator==(const MercatorXY&, const MercatorXY&) = default;
};

[[nodiscard]] constexpr std::uint32_t mercator_x(std::int32_t lon_e7) {
  return static_cast<std::uint32_t>(std::int64_t{lon_e7} + kMercatorWorld / 2);
}
[[nodiscard]] std::uint32_t mercator_y(std::int32_t lat_e7);
[[nodiscard]] inline MercatorXY to_mercator(LonLat p) { return {mercator_x(p.lon_e7), mercator_y(p.lat_e7)}; }

/// cos(latitude) in units of 2^-30, by the same means; 0 at the poles.
[[nodiscard]] std::uint32_t cosine_q30(std::int32_t lat_e7);

}  // namespace stoepkrijt::geo
