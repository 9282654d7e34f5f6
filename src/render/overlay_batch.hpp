// Collects everything that lies over the base map as quads of one vertex format: one upload, one draw call.
// Lengths in CSS pixels of the canvas (y down); colours 0xRRGGBBAA, straight alpha. Pure, no GL.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <string_view>
#include <vector>

#include "render/map_style.hpp"
#include "render/sdf_atlas.hpp"

namespace stoepkrijt::render {

struct OverlayVertex {
  float x, y;              ///< place on the canvas
  float local_x, local_y;  ///< texture coordinates, or pixels from the shape's middle
  float shape[4];          ///< see shaders/map_overlay.frag
  std::uint8_t rgba[4];
  float kind;
};

struct TextLook {
  Face face = Face::kMedium;
  float size_px = 16;
  float letter_spacing_px = 0;
  Rgba ink = 0x000000FF;
  Rgba halo = 0;      ///< alpha 0: none
  float halo_px = 0;  ///< how far it reaches around the letters
};

class OverlayBatch {
 public:
  OverlayBatch(SdfAtlas& atlas, float device_pixel_ratio) : atlas_(&atlas), ratio_(device_pixel_ratio) {}

  /// A box with round corners, its middle at `centre`, turned counter-clockwise by `angle`. `soft_px` > 0 blurs the
  /// edge.
  void box(glm::vec2 centre, glm::vec2 half, float radius, Rgba rgba, float angle = 0.0F, float soft_px = 0.0F);
  void disc(glm::vec2 centre, float radius, Rgba rgba, float soft_px = 0.0F) {
    box(centre, {radius, radius}, radius, rgba, 0.0F, soft_px);
  }
  /// A line with round ends.
  void line(glm::vec2 from, glm::vec2 to, float width, Rgba rgba);
  /// A piece of a ring; turns run clockwise from 12 o'clock, start < end <= start + 1; a whole turn closes the ring.
  void ring(glm::vec2 centre, float radius, float width, float start, float end, Rgba rgba);
  /// The marker shape with its tip at `tip`, grown by `grow` units of its box (negative: shrunk), blurred by `soft_px`.
  void marker(MarkerShape shape, glm::vec2 tip, float scale, float grow, Rgba rgba, float soft_px = 0.0F);
  /// One line of text; `centre` is the middle of its x height and width.
  void text(std::string_view utf8, glm::vec2 centre, float angle, const TextLook& look);
  /// An icon of the icon font, its em box centred.
  void icon(char32_t code_point, glm::vec2 centre, float size_px, Rgba rgba);

  [[nodiscard]] const std::vector<OverlayVertex>& vertices() const { return vertices_; }
  [[nodiscard]] std::size_t quads() const { return vertices_.size() / 4; }

 private:
  struct Quad {
    glm::vec2 corner[4];  // order: low-low, high-low, low-high, high-high
    glm::vec2 local_low, local_high;
    float shape[4];
    Rgba rgba;
    float kind;
  };
  void add(const Quad& quad);
  void add_glyph(const Glyph& glyph, glm::vec2 pen, glm::vec2 right, float unit_px, float grow_px, float soft_px,
                 Rgba rgba);

  SdfAtlas* atlas_;
  float ratio_;
  std::vector<OverlayVertex> vertices_;
};

}  // namespace stoepkrijt::render
