// Collects triangles per layer and tile, and joins them into one BaseMesh. Used by build_base_mesh only.
#pragma once

#include <map>
#include <span>
#include <tuple>

#include "render/base_mesh.hpp"

namespace stoepkrijt::render {

/// Tiles are this wide: small enough to skip what is off the screen, large enough for few draw calls.
inline constexpr float kTileM = 300.0F;

class MeshBuilder {
 public:
  /// Where the next shapes go. `group` orders shapes within a layer.
  void begin(Layer layer, std::uint32_t group = 0);

  void fill(const Polygon& polygon, std::span<const std::uint32_t> triangles, Paint paint,
            glm::vec2 offset = {0.0F, 0.0F});
  void stroke(std::span<const glm::vec2> line, bool closed, float width_m, Paint paint);
  void disc(glm::vec2 centre, float radius_m, Paint paint);

  [[nodiscard]] BaseMesh finish() &&;

 private:
  struct Part {
    Box box;
    std::vector<std::uint32_t> indices;
  };
  using Key = std::tuple<Layer, std::uint32_t, std::int32_t, std::int32_t>;  // layer, group, tile row, tile column

  Part& part_at(glm::vec2 place);

  BaseMesh mesh_;
  std::map<Key, Part> parts_;
  Layer layer_ = Layer::kGround;
  std::uint32_t group_ = 0;
};

}  // namespace stoepkrijt::render
