// Maps from GML 3.1 and 3.2 as the Kadaster gives them: the BGT as CityGML-IMGeo 2.1/2.2, and any simple features of a
// WFS, into the base map that GeoJSON gives.
//
// A feature is what stands in featureMember, member or cityObjectMember; its element's name says what it is. Read are
// Point, LineString, Curve, Polygon, Surface and their Multi- and Composite- kin, with posList, pos or coordinates;
// arcs and circles become chords that leave them by at most 5 cm and are counted. Names of streets and house numbers
// (IMGeo's Label) become places with words. Three-dimensional geometry (lod1 to lod4) and break lines are passed over.
// Coordinates: RD New and degrees, known by their size; of degrees an srsName as a URN or URL of EPSG 4326 or 4258 has
// latitude first, "EPSG:4326" longitude first (OGC 09-048r5).
//
// Example: SK_TRY(map, read_gml(bytes, "bgt_wegdeel.gml", &report));
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.hpp"
#include "formats/geojson/geojson.hpp"

namespace stoepkrijt::formats {

struct GmlReport {
  GeoJsonReport shapes;
  std::size_t arcs = 0;  ///< that became chords
};

struct GmlLimits {
  std::size_t max_bytes = std::size_t{512} * 1024 * 1024;
  std::size_t max_features = 2'000'000;
};

/// Errors, each with a line: those of the XML reader; kWrongFormat "error.wrong_format_gml" (XML without any feature),
/// kBadGeometry "error.gml_numbers", kOutsideWorld "error.outside_world", kTooLarge "error.map_too_many".
[[nodiscard]] Result<model::BaseMap> read_gml(std::string_view bytes, std::string_view file_name,
                                              GmlReport* report = nullptr, const GmlLimits& limits = {});

/// XML whose first bytes name the namespace of GML or CityGML.
[[nodiscard]] bool looks_like_gml(std::string_view bytes);

}  // namespace stoepkrijt::formats
