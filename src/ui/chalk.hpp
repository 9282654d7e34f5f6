// Chalk on pavement: strokes and fills with ragged edges and grain, made once and kept. Source: "Chalk in ImGui" in the
// design: polyline of steps <= 3 px, displaced by value noise of 1.3 px, drawn as a strip of quads with an alpha grain.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "a11y/sem_node.hpp"

namespace stoepkrijt::ui {

struct ChalkPoint {
  float x = 0, y = 0;
};
using Polyline = std::vector<ChalkPoint>;

/// SVG path data (M L H V C A Z, absolute and relative) as polylines of steps of at most `step`. Bad data ends the
/// path.
[[nodiscard]] std::vector<Polyline> flatten_path(std::string_view svg, float step);

/// A corner of the strip: place relative to the drawing's origin (CSS pixels), place in the grain (0 to 1), alpha.
struct ChalkVertex {
  float x = 0, y = 0, u = 0, v = 0, alpha = 1;
};
/// Four vertices per cross-section; consecutive sections of a piece are joined by three quads.
struct Stroke {
  std::vector<ChalkVertex> vertices;
  std::vector<std::uint32_t> pieces;  ///< index of the first section of each piece, ending with the number of sections
};

/// A filled square: quads over a ragged grid.
struct Fill {
  std::vector<ChalkVertex> vertices;  ///< four per quad
};

class ChalkCache {
 public:
  /// `scale`: CSS pixels per unit of the path. `seed`: another hand.
  const Stroke& stroke(std::string_view svg, float scale, float width, std::uint32_t seed);
  const Fill& fill(float w, float h, std::uint32_t seed);
  void clear() {
    strokes_.clear();
    fills_.clear();
  }

 private:
  std::unordered_map<std::uint64_t, Stroke> strokes_;
  std::unordered_map<std::uint64_t, Fill> fills_;
};

}  // namespace stoepkrijt::ui
