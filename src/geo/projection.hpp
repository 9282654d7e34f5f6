// From positions to planes and back: a local metric plane for drawing and distances, Web Mercator for tiles, and RD New
// for the Dutch administration. All in doubles: none of these may decide anything in the model, rules or merge.
#pragma once

#include "geo/position.hpp"

namespace stoepkrijt::geo {

struct XY {
  double x = 0;
  double y = 0;
  friend bool operator==(const XY&, const XY&) = default;
};

/// Metres east and north of an origin: an equirectangular plane, scaled with the ellipsoid's own radii of curvature
/// at the origin (WGS84: a = 6378137 m, 1/f = 298.257223563). Within 10 km of the origin at Dutch latitudes the error
/// of a distance is below 0.2 %.
class LocalPlane {
 public:
  explicit LocalPlane(LonLat origin);
  [[nodiscard]] XY to_metres(LonLat p) const {
    return {(static_cast<double>(p.lon_e7) - lon0_) * metres_per_lon_,
            (static_cast<double>(p.lat_e7) - lat0_) * metres_per_lat_};
  }
  /// The nearest position; clamped to the world.
  [[nodiscard]] LonLat to_lon_lat(XY metres) const;
  [[nodiscard]] LonLat origin() const { return origin_; }

 private:
  LonLat origin_;
  double lon0_;
  double lat0_;
  double metres_per_lon_;  ///< per 1e-7 degree
  double metres_per_lat_;
};

/// Metres between two places, by a plane at the middle of their latitudes: for places within some tens of kilometres.
[[nodiscard]] double distance_m(LonLat a, LonLat b);
/// Metres from p to the nearest point of the segment a–b, in a plane around p.
[[nodiscard]] double distance_to_segment_m(LonLat p, LonLat a, LonLat b);

/// Spherical Web Mercator (EPSG:3857), metres. Domain of latitude: ±85.06°, beyond it is clamped.
[[nodiscard]] XY to_web_mercator(LonLat p);
[[nodiscard]] LonLat from_web_mercator(XY metres);

/// RD New (EPSG:28992), metres; x east, y north. Polynomials of Schreutelkamp & Strang van Hees (Geodesia 43, 2001)
/// around the official origin; at most 0.19 m off RDNAPTRANS2008 inside the Netherlands, a round trip at most 4 mm.
/// Outside the Netherlands the result means nothing: ask in_rd_area first.
[[nodiscard]] XY to_rd(LonLat p);
[[nodiscard]] LonLat from_rd(XY rd);
/// The rectangle in which RD is used: x from -7 to 300 km, y from 289 to 629 km.
[[nodiscard]] bool in_rd_area(XY rd);
/// The same with degrees as doubles, for input that is finer than 1e-7 degree. x = longitude, y = latitude.
[[nodiscard]] XY to_rd_degrees(XY lon_lat);
[[nodiscard]] XY from_rd_degrees(XY rd);

}  // namespace stoepkrijt::geo
