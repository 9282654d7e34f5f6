// Houses whose outline a BGT extract has lost: it keeps the house number as a point and leaves a hole in the yard
// (erf).
#pragma once

#include "model/map.hpp"

namespace stoepkrijt::formats::geojson {

/// Adds a building for the smallest hole of a yard around each house number that lies in no building yet; each hole
/// once, in the order of the yards. Holes wider than about 200 m are no houses. Does nothing where there are no such
/// numbers.
void restore_houses(model::BaseMap& map);

}  // namespace stoepkrijt::formats::geojson
