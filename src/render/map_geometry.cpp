// The part of base_mesh.hpp that others use as well: a feature's rings in metres, and the origin of the map's plane.
#include "render/base_mesh.hpp"

#include <algorithm>
#include <utility>

namespace stoepkrijt::render {

Polygon to_polygon(const std::vector<model::Line>& rings, const Plane& plane, float tolerance_m) {
  Polygon out;
  for (const model::Line& line : rings) {
    Ring ring;
    ring.reserve(line.size());
    for (const geo::LonLat p : line) ring.emplace_back(plane.to_m(p));
    ring = cleaned(ring, tolerance_m);
    if (ring.empty() && out.empty()) return {};  // no exterior, no polygon
    if (!ring.empty()) out.push_back(std::move(ring));
  }
  return out;
}

Shape to_shape(const model::MapFeature& feature, const Plane& plane) {
  Shape shape;
  if (!feature.triangles.empty()) {
    shape.rings = to_polygon(feature.lines, plane, 0.0F);
    const auto same = [](const Ring& ring, const model::Line& line) { return ring.size() == line.size(); };
    if (std::equal(shape.rings.begin(), shape.rings.end(), feature.lines.begin(), feature.lines.end(), same)) {
      shape.triangles = feature.triangles;
      return shape;
    }
  }
  shape.rings = to_polygon(feature.lines, plane);
  shape.triangles = triangulate(shape.rings);
  return shape;
}

geo::LonLat map_origin(const model::BaseMap& map, const model::Neighbourhood& neighbourhood) {
  geo::Bounds box = map.bounds;
  if (box.empty())
    for (const model::MapFeature& f : map.features)
      for (const model::Line& line : f.lines)
        for (const geo::LonLat p : line) box.add(p);
  if (box.empty())
    for (const model::Buurt& buurt : neighbourhood.buurten)
      for (const model::Line& line : buurt.rings)
        for (const geo::LonLat p : line) box.add(p);
  if (box.empty()) return {};
  return {static_cast<std::int32_t>((std::int64_t{box.min_lon_e7} + box.max_lon_e7) / 2),
          static_cast<std::int32_t>((std::int64_t{box.min_lat_e7} + box.max_lat_e7) / 2)};
}

}  // namespace stoepkrijt::render
