// The base map as triangles: built once from the model, theme-independent, drawn by layer. Pure, no GL.
// World units are metres in the given plane (float: under 1 mm within 10 km). Every vertex names a Paint, so that a
// change of theme touches no geometry. Strokes and discs are quads whose corners the vertex shader pushes out by their
// width.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <string>
#include <vector>

#include "model/map.hpp"
#include "render/map_style.hpp"
#include "render/plane.hpp"
#include "render/polygon_mesh.hpp"

namespace stoepkrijt::render {

struct FillVertex {
  float x, y;
  std::uint32_t paint;
};
struct StrokeVertex {
  float ax, ay, bx, by;  ///< the segment's ends
  float along_m;         ///< length of the line before this segment
  float half_m;          ///< half the width
  std::uint32_t corner;  ///< bit 0: right or left side, bit 1: at b
  std::uint32_t paint;
};
struct DiscVertex {
  float x, y, radius_m;
  std::uint32_t corner;  ///< bit 0: right, bit 1: top
  std::uint32_t paint;
};

struct Box {
  glm::vec2 low{1e30F, 1e30F};
  glm::vec2 high{-1e30F, -1e30F};
  void add(glm::vec2 p, float margin = 0.0F);
  [[nodiscard]] bool overlaps(const Box& o) const {
    return low.x <= o.high.x && o.low.x <= high.x && low.y <= o.high.y && o.low.y <= high.y;
  }
};

/// A run of indices (of its layer's primitive) that is drawn or skipped as a whole.
struct Chunk {
  Layer layer = Layer::kGround;
  std::uint32_t group = 0;  ///< for the buurt layers: index in the Neighbourhood; else the paint order within the layer
  Box box;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct BaseMesh {
  std::vector<FillVertex> fills;
  std::vector<StrokeVertex> strokes;
  std::vector<DiscVertex> discs;
  std::vector<std::uint32_t> fill_indices, stroke_indices, disc_indices;
  std::vector<Chunk> chunks;  ///< sorted by layer, then paint order, then tile
};

[[nodiscard]] BaseMesh build_base_mesh(const model::BaseMap& map, const model::Neighbourhood& neighbourhood,
                                       const Plane& plane);

/// The middle of the map's bounds, as origin of its plane; of the buurten when the map is empty.
[[nodiscard]] geo::LonLat map_origin(const model::BaseMap& map, const model::Neighbourhood& neighbourhood);

/// The feature's rings in metres, cleaned; empty when nothing is left.
/// A polygon with its triangles: those that came with a map file, else made here.
struct Shape {
  Polygon rings;
  std::vector<std::uint32_t> triangles;
};
[[nodiscard]] Shape to_shape(const model::MapFeature& feature, const Plane& plane);
[[nodiscard]] Polygon to_polygon(const std::vector<model::Line>& rings, const Plane& plane, float tolerance_m = 0.02F);

}  // namespace stoepkrijt::render
