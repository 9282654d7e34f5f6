// Draws a BaseMesh with WebGL2 into a picture of its own, and keeps that picture until something changes: a frame in
// which only the interface moved costs one copy.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "render/base_mesh.hpp"
#include "render/base_transform.hpp"
#include "render/camera_control.hpp"
#include "render/gl_objects.hpp"
#include "render/shader_sources.hpp"

namespace stoepkrijt::render {

struct PaintFigures {
  std::uint32_t draw_calls = 0;
  std::uint32_t indices = 0;
};

class BasePainter {
 public:
  [[nodiscard]] Result<void> init(const ShaderSources& sources);
  void upload(const BaseMesh& mesh);
  /// Paints (when needed) and copies to the viewport of `framebuffer`. Leaves GL state changed: use a GlStateGuard.
  /// `seen`: what of the viewport is not hidden by what it scrolls under, in CSS pixels; it stays the scissor.
  void draw(const BaseMesh& mesh, const Plane& plane, const BaseLook& look, const Rect& seen, GLuint framebuffer,
            int framebuffer_height);
  void forget();
  void set_samples(int samples) { samples_ = samples; }
  [[nodiscard]] const PaintFigures& figures() const { return figures_; }

 private:
  struct Shape {  // one primitive's program and geometry
    GlProgram program;
    GlVertexArray array;
    GlBuffer vertices, indices;
    GLint row_x = -1, row_y = -1, size = -1, palette = -1, width = -1, extra = -1;
  };

  void paint(GlTarget& target, const BaseMesh& mesh, const Plane& plane, const BaseLook& look);
  void paint_layers(const GlTarget& target, const BaseMesh& mesh, const Plane& plane, const BaseLook& look);
  void paint_layer(const BaseMesh& mesh, const LayerStyle& style, const BaseLook& look, const Box& seen);
  void use_shape(const Shape& shape, const LayerStyle& style, const BaseLook& look);
  void shade_where_unmarked(const BaseLook& look);
  void set_up_arrays();

  Shape fill_, stroke_, disc_;
  GlProgram copy_, veil_;
  GlVertexArray no_vertices_;
  GLint copy_image_ = -1, veil_colour_ = -1;
  /// Pictures that are kept: two, for a screen with two maps.
  struct Picture {
    GlTarget target;
    BaseLook look;
    bool fresh = false;
    std::uint64_t used = 0;
  };
  Picture& picture_for(const BaseLook& look);
  void spoil();
  std::array<Picture, 2> pictures_;
  std::uint64_t clock_ = 0;
  int samples_ = 4;
  PaintFigures figures_;
};

}  // namespace stoepkrijt::render
