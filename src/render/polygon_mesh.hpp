// Polygons in metres: cleaning, triangulation (earcut), area, containment, and the point deepest inside.
// Shapes: a polygon is its exterior ring and then its holes; rings do not repeat their first point; either winding.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <vector>

namespace stoepkrijt::render {

using Ring = std::vector<glm::vec2>;
using Polygon = std::vector<Ring>;

/// Without repeated points and points within `tolerance_m` of the line between their neighbours. A ring that is left
/// with fewer than 3 points comes back empty.
[[nodiscard]] Ring cleaned(const Ring& ring, float tolerance_m);

/// Triangles as triples of indices into the points of all rings, one ring after the other.
/// The triangles' areas add up to the polygon's area for valid (non-self-intersecting) input.
[[nodiscard]] std::vector<std::uint32_t> triangulate(const Polygon& polygon);

/// Twice the signed area is positive for counter-clockwise rings (y up); this is the area itself.
[[nodiscard]] double signed_area(const Ring& ring);
/// Exterior minus holes, not negative for valid input.
[[nodiscard]] double area(const Polygon& polygon);
/// Even-odd over all rings; points on an edge may fall either way.
[[nodiscard]] bool contains(const Polygon& polygon, glm::vec2 point);
/// Distance to the nearest edge of any ring.
[[nodiscard]] float distance_to_edge(const Polygon& polygon, glm::vec2 point);

struct Deepest {
  glm::vec2 point{0.0F, 0.0F};
  float radius = 0;  ///< distance to the nearest edge; 0 when the polygon is empty
};
/// The pole of inaccessibility within `precision_m` (quadtree search; V. Agafonkin, "polylabel", 2016).
[[nodiscard]] Deepest deepest_point(const Polygon& polygon, float precision_m);

/// Distance of `p` to segment a-b.
[[nodiscard]] float distance_to_segment(glm::vec2 p, glm::vec2 a, glm::vec2 b);

}  // namespace stoepkrijt::render
