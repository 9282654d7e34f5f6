// Takes out of a map what no map can show right.
#pragma once

#include "formats/mapimport/mapimport.hpp"
#include "model/map.hpp"

namespace stoepkrijt::formats::mapimport {

/// Does an edge of one of the rings cross another edge? Rings that touch do not cross. Exact.
[[nodiscard]] bool crosses_itself(const std::vector<model::Line>& rings);

/// Takes out what crosses itself, goes over the 180th meridian or lies far from the rest; tells it in the report.
void take_out_faults(model::BaseMap& map, MapReport& report);

}  // namespace stoepkrijt::formats::mapimport
