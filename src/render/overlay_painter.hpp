// Puts an OverlayBatch on the canvas: one texture, one buffer, one draw call.
#pragma once

#include <cstdint>

#include "render/base_painter.hpp"
#include "render/overlay_batch.hpp"

namespace stoepkrijt::render {

class OverlayPainter {
 public:
  [[nodiscard]] Result<void> init(const ShaderSources& sources);
  /// Takes the batch over to the graphics card.
  void upload(const OverlayBatch& batch);
  /// Draws what was uploaded last into `viewport` of the bound framebuffer. Leaves GL state changed: use a
  /// GlStateGuard.
  void draw(const SdfAtlas& atlas, const Viewport& viewport, float device_pixel_ratio, int framebuffer_height);
  void forget();
  [[nodiscard]] const PaintFigures& figures() const { return figures_; }

 private:
  void refresh_atlas(const SdfAtlas& atlas);
  void grow_indices(std::size_t quads);

  GlProgram program_;
  GlVertexArray array_;
  GlBuffer vertices_, indices_;
  GlTexture texture_;
  GLint viewport_at_ = -1, atlas_at_ = -1, pixel_at_ = -1;
  std::uint32_t atlas_revision_ = 0;
  std::size_t quads_ = 0, indexed_quads_ = 0;
  PaintFigures figures_;
};

}  // namespace stoepkrijt::render
