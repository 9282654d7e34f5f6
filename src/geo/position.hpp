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

}  // namespace stoepkrijt::geo
