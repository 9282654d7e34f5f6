// Maps from OpenStreetMap: its own XML (.osm, API 0.6) and the JSON of Overpass, into the base map that GeoJSON gives.
//
// Tagged nodes become points; ways lines, or polygons when they are closed and their tags say an area (building,
// landuse, natural, leisure, amenity, place, area=yes, …); relations of type multipolygon become polygons with holes,
// put together from their ways. What a thing is, one table says (formats/geojson/classify).
// Left out and counted: shapes of which the file lacks nodes or ways (an extract cut off at its edge).
// Sources: OpenStreetMap wiki, "OSM XML", "Overpass API/Output formats", "Relation:multipolygon", "Area".
//
// Example: SK_TRY(map, read_osm(bytes, "wijk.osm", &report));
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.hpp"
#include "formats/geojson/geojson.hpp"

namespace stoepkrijt::formats {

struct OsmReport {
  GeoJsonReport shapes;        ///< features: tagged nodes, ways and relations
  std::size_t incomplete = 0;  ///< parts are not in the file
};

struct OsmLimits {
  std::size_t max_bytes = std::size_t{512} * 1024 * 1024;
  std::size_t max_things = 5'000'000;  ///< nodes, ways and relations together
};

/// XML or JSON, told apart by the first byte. Errors, each with a line: those of the XML and JSON readers; kWrongFormat
/// "error.wrong_format_osm"; kOutsideWorld "error.gpx_place" for a node that is not on earth; kTooLarge
/// "error.map_too_many".
[[nodiscard]] Result<model::BaseMap> read_osm(std::string_view bytes, std::string_view file_name,
                                              OsmReport* report = nullptr, const OsmLimits& limits = {});

/// <osm …>, or JSON of Overpass.
[[nodiscard]] bool looks_like_osm(std::string_view bytes);

}  // namespace stoepkrijt::formats
