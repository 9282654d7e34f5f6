// Where many markers lie, as a picture of densities: each counts as a soft spot (a Gaussian) on a grid over all of
// them. For drawing only: floating point. Pure, no GL.
//
// The spot has the same width on the screen at every zoom step, at least kLeastSpotM on the ground: one street is then
// still told from the next, and a doorstep not from its neighbour. At most kMostCells a side; a larger area gets larger
// cells. Time: one pass over the markers and two over the grid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "render/base_mesh.hpp"
#include "render/map_view.hpp"
#include "render/plane.hpp"

namespace stoepkrijt::render {

inline constexpr float kSpotPx = 26.0F;      ///< standard deviation, CSS pixels at the least zoom of a step
inline constexpr float kLeastSpotM = 12.0F;  ///< the same, metres
inline constexpr int kMostCells = 512;
/// So many markers on one spot give the strongest colour at least: a few far apart are not hot.
inline constexpr float kHot = 4.0F;

struct HeatGrid {
  int w = 0, h = 0;           ///< cells; 0: nothing to show
  float west = 0, south = 0;  ///< metres in the plane
  float east = 0, north = 0;
  std::vector<std::uint8_t> density;  ///< w × h from the south-west: 0 none, 255 the densest there is
  [[nodiscard]] bool empty() const { return density.empty(); }
};

/// Of those markers that say so (Marker::warm). `px_per_m` is taken down to its zoom step.
[[nodiscard]] HeatGrid make_heat_grid(std::span<const Marker> markers, const Plane& plane, float px_per_m);

/// Colours of a theme: 0xRRGGBB from few to many; lighter to darker on a light map and the other way on a dark one, so
/// that they differ without their hue too.
struct HeatLook {
  std::uint32_t low = 0, middle = 0, high = 0;
  float most = 0;   ///< opacity of the densest
  float steps = 0;  ///< 0: smooth
};
[[nodiscard]] HeatLook heat_look(MapTheme theme);

}  // namespace stoepkrijt::render
