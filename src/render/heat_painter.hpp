// Puts a HeatGrid on the canvas, between the base map and what stands on it: one small texture, one draw call.
#pragma once

#include "render/base_painter.hpp"
#include "render/base_transform.hpp"
#include "render/heat_grid.hpp"

namespace stoepkrijt::render {

class HeatPainter {
 public:
  [[nodiscard]] Result<void> init(const ShaderSources& sources);
  /// Takes the grid over to the graphics card.
  void upload(const HeatGrid& grid);
  /// Draws what was uploaded last into the look's viewport of the bound framebuffer, within the scissor that is set.
  /// Leaves GL state changed: use a GlStateGuard.
  void draw(const HeatGrid& grid, const Plane& plane, const BaseLook& look, int framebuffer_height);
  void forget();

 private:
  GlProgram program_;
  GlVertexArray no_vertices_;
  GlTexture texture_;
  GLint row_x_ = -1, row_y_ = -1, size_ = -1, box_ = -1, density_ = -1, low_ = -1, middle_ = -1, high_ = -1, most_ = -1,
        steps_ = -1;
};

}  // namespace stoepkrijt::render
