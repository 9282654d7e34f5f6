// The numbers the base map's shaders are given: palette, transformation, and what of the world can be seen. Pure.
#pragma once

#include <array>
#include <cstddef>

#include "render/base_mesh.hpp"
#include "render/camera_control.hpp"

namespace stoepkrijt::render {

/// What the base picture depends on; equal looks give the same picture.
struct BaseLook {
  Camera camera;
  Viewport viewport;
  float device_pixel_ratio = 1;
  MapTheme theme = MapTheme::kLight;
  int highlighted = -1;  ///< index of the buurt; -1 for none
  bool shade_outside = false;
  friend bool operator==(const BaseLook&, const BaseLook&) = default;
};

inline constexpr std::size_t kPaletteSize = 48;  ///< of the shaders
static_assert(static_cast<std::size_t>(Paint::kCount) <= kPaletteSize);

/// Colours as floats with premultiplied alpha, in the order of Paint.
[[nodiscard]] std::array<float, kPaletteSize * 4> premultiplied(const Palette& colours);

/// The rows that take (x m, y m, 1) to device pixels of the target, y up as GL has it.
struct Rows {
  std::array<float, 3> x, y;
};
[[nodiscard]] Rows rows(const Plane& plane, const BaseLook& look);

/// The part of the world that can be seen, with room for wide lines and shade.
[[nodiscard]] Box seen_box(const Plane& plane, const BaseLook& look);

}  // namespace stoepkrijt::render
