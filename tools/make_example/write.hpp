// GeoJSON text (RFC 7946), minified, coordinates in 1e-6 degree.
#pragma once

#include <cstdint>
#include <string>

#include "compose.hpp"

namespace stoepkrijt::example {

// WGS 84 position of a point of the plane, in units of 1e-7 degree.
std::int64_t lon_e7(Vec p);
std::int64_t lat_e7(Vec p);

std::string map_geojson(const World& world);
std::string buildings_geojson(const World& world);
std::string trees_geojson(const World& world);

}  // namespace stoepkrijt::example
