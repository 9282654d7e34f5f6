// The outlines of the three marker shapes in the design's 48 x 58 box (y down, tip at 24,56): problem square, strong
// point circle, idea hexagon, each with its drop tail.
#pragma once

#include <glm/vec2.hpp>
#include <vector>

#include "render/map_view.hpp"

namespace stoepkrijt::render {

inline constexpr glm::vec2 kMarkerBox{48.0F, 58.0F};
inline constexpr glm::vec2 kMarkerTip{24.0F, 56.0F};

/// Closed polyline, arcs flattened to less than 0.05 units of error.
[[nodiscard]] std::vector<glm::vec2> marker_outline(MarkerShape shape);

}  // namespace stoepkrijt::render
