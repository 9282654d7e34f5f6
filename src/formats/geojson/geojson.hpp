// Base maps and boundaries from GeoJSON (RFC 7946), read as a stream: nothing but the result is held in memory.
//
// Shapes: FeatureCollection, a bare Feature or a bare geometry; all seven geometry types; members in any order.
// Positions are converted exactly from decimal text to 1e-7 degree (half away from zero beyond seven decimals); heights
// are ignored. Positions in RD New (EPSG:28992), which are known by their size, become WGS84. Rings come out without a
// repeated last point, exteriors counter-clockwise, holes clockwise, whatever the file has. Things are classified by
// one table (classify.cpp) that knows OpenStreetMap's tags, the words of the BGT, CBS boundaries and the file's own
// name; what it does not know is left out and counted.
//
// Example: Result<model::BaseMap> map = read_geojson(text, "road_area.geojson");
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_sax.hpp"
#include "base/result.hpp"
#include "model/map.hpp"

namespace stoepkrijt::formats {

/// What was read and what was left out; nothing in it is an error.
struct GeoJsonReport {
  std::size_t features = 0;          ///< in the file
  std::size_t unclassified = 0;      ///< of a kind the map has no use for
  std::size_t without_geometry = 0;  ///< geometry null or empty
  std::size_t dropped_rings = 0;     ///< fewer than three different points, or no area
  std::size_t dropped_lines = 0;     ///< fewer than two different points
  std::size_t past = 0;              ///< BGT: ended, or only planned
  std::size_t below = 0;             ///< BGT: below the ground
  bool rd = false;                   ///< some places were given in RD New
};

[[nodiscard]] constexpr json::Limits geojson_limits() {
  json::Limits limits;
  limits.max_bytes = 256 * json::kMiB;
  return limits;
}

/// `file_name` (with or without folder and extension) tells what BGT layers are about and stands in errors. Features
/// keep the order of the file. Errors, each with line, column and path: those of json::parse; kWrongFormat (JSON, but
/// no GeoJSON), kMissing, kWrongType, kDuplicateKey, kBadGeometry (coordinates nested otherwise than the type says),
/// kOutsideWorld.
[[nodiscard]] Result<model::BaseMap> read_geojson(std::string_view text, std::string_view file_name = {},
                                                  const json::Limits& limits = geojson_limits(),
                                                  GeoJsonReport* report = nullptr);

/// One map of several files, in the given order; attributions each once; of the neighbourhoods the buurten together (of
/// a code that comes twice the first), the id, name and municipality of the first that has them. Houses that a BGT
/// extract holds only as a number in a hole of a yard are given that hole as their outline.
[[nodiscard]] model::BaseMap merge_maps(std::vector<model::BaseMap> maps);

/// The neighbourhood in which the boundaries of the map lie: buurten sorted by code; id and name empty when the map
/// names no wijk or more than one.
[[nodiscard]] const model::Neighbourhood& neighbourhood_of(const model::BaseMap& map);

}  // namespace stoepkrijt::formats
