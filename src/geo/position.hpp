// Places on earth as exact integers, so that equal places are equal bytes on every device.
#pragma once

#include <cstdint>

namespace stoepkrijt::geo {

/// A WGS84 position (EPSG:4326) in units of 1e-7 degree (about 11 mm of latitude).
/// Domain: |lon_e7| <= 1'800'000'000, |lat_e7| <= 900'000'000; readers refuse anything else.
struct LonLat {
  std::int32_t lon_e7 = 0;
  std::int32_t lat_e7 = 0;

  friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// An axis-aligned box, edges included. Empty when min > max, as the default is.
struct Bounds {
  std::int32_t min_lon_e7 = INT32_MAX;
  std::int32_t min_lat_e7 = INT32_MAX;
  std::int32_t max_lon_e7 = INT32_MIN;
  std::int32_t max_lat_e7 = INT32_MIN;

  [[nodiscard]] constexpr bool empty() const { return min_lon_e7 > max_lon_e7 || min_lat_e7 > max_lat_e7; }
  [[nodiscard]] constexpr bool contains(LonLat p) const {
    return p.lon_e7 >= min_lon_e7 && p.lon_e7 <= max_lon_e7 && p.lat_e7 >= min_lat_e7 && p.lat_e7 <= max_lat_e7;
  }
  constexpr void add(LonLat p) {
    min_lon_e7 = p.lon_e7 < min_lon_e7 ? p.lon_e7 : min_lon_e7;
    min_lat_e7 = p.lat_e7 < min_lat_e7 ? p.lat_e7 : min_lat_e7;
    max_lon_e7 = p.lon_e7 > max_lon_e7 ? p.lon_e7 : max_lon_e7;
    max_lat_e7 = p.lat_e7 > max_lat_e7 ? p.lat_e7 : max_lat_e7;
  }
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// What is looked at: edges included, and over the antimeridian where west > east.
struct Window {
  std::int32_t west_e7 = -1'800'000'000;
  std::int32_t south_e7 = -900'000'000;
  std::int32_t east_e7 = 1'800'000'000;
  std::int32_t north_e7 = 900'000'000;

  [[nodiscard]] constexpr bool contains(LonLat p) const {
    const bool from_west = p.lon_e7 >= west_e7;
    const bool to_east = p.lon_e7 <= east_e7;
    return p.lat_e7 >= south_e7 && p.lat_e7 <= north_e7 &&
           (west_e7 <= east_e7 ? from_west && to_east : from_west || to_east);
  }
  friend bool operator==(const Window&, const Window&) = default;
};

}  // namespace stoepkrijt::geo
