// geo::LocalPlane in GLM's words: metres east and north of the map's origin, as the renderer draws them.
#pragma once

#include <glm/vec2.hpp>

#include "geo/projection.hpp"

namespace stoepkrijt::render {

class Plane {
 public:
  explicit Plane(geo::LonLat origin = {}) : plane_(origin) {}

  [[nodiscard]] geo::LonLat origin() const { return plane_.origin(); }
  [[nodiscard]] glm::dvec2 to_m(geo::LonLat p) const {
    const geo::XY m = plane_.to_metres(p);
    return {m.x, m.y};
  }
  /// The nearest position on the 1e-7 degree grid, kept inside the world.
  [[nodiscard]] geo::LonLat to_lonlat(glm::dvec2 m) const { return plane_.to_lon_lat({m.x, m.y}); }

 private:
  geo::LocalPlane plane_;
};

}  // namespace stoepkrijt::render
