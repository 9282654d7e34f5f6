// Closed rings from pieces of line that meet at their ends, as the ways of a multipolygon do.
#pragma once

#include <vector>

#include "geo/position.hpp"

namespace stoepkrijt::formats::osm {

using Piece = std::vector<geo::LonLat>;

struct Rings {
  std::vector<Piece> closed;  ///< the last point is the first
  bool whole = true;          ///< no piece was left over
};

/// In the order of the pieces; a piece is turned where that makes it fit.
[[nodiscard]] Rings join_rings(const std::vector<Piece>& pieces);

}  // namespace stoepkrijt::formats::osm
