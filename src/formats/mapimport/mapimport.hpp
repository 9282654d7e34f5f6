// A neighbourhood's own map out of whatever files it has: GeoJSON of any sensible layers, OpenStreetMap (XML,
// Overpass), the BGT (GeoJSON, GML), our own map file; each packed with gzip or not, in WGS84 or RD New. Says what was
// found, what is missing and what was left out, and gives the map file that a device keeps.
//
// Left out, with how many and where the first lies: polygons that cross themselves, shapes over the 180th meridian,
// shapes further than 15 km from the middle of the rest, boundaries of buurten beside the streets.
//
// Example: SK_TRY(made, import_map({{"wegdeel.gml", bytes}, {"bomen.geojson", more}})); keep(made.bytes);
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "geo/position.hpp"
#include "model/map.hpp"

namespace stoepkrijt::formats {

struct MapSource {
  std::string_view name;  ///< of the file: tells what a layer is, and stands in errors
  std::string_view bytes;
};

enum class MapFormat : std::uint8_t { kGeoJson, kOsm, kGml, kMapFile };

struct MapFileNote {
  std::string name;
  MapFormat format = MapFormat::kGeoJson;
  std::size_t shapes = 0;  ///< that the map holds now
  bool rd = false;         ///< places came in RD New
};

/// What a neighbourhood's map wants to have, in the order in which it is told.
enum class MapPart : std::uint8_t {
  kMainRoads,
  kStreets,
  kPaths,      ///< for cyclists and walkers
  kRoadAreas,  ///< the street as a surface
  kRails,
  kBuildings,
  kHeights,  ///< buildings of which the height is known
  kWater,
  kGreen,
  kTrees,
  kFurniture,    ///< lamps, benches, bins, stops
  kStreetNames,  ///< different ones
  kBuurten,
};
inline constexpr std::size_t kMapParts = 13;
/// As in the language files, behind "map.part." and "map.missing.".
inline constexpr std::string_view kMapPartNames[kMapParts] = {  // NOLINT(*-avoid-c-arrays)
    "main_roads", "streets", "paths", "road_areas", "rails",        "buildings", "heights",
    "water",      "green",   "trees", "furniture",  "street_names", "buurten"};

enum class MapLeftOut : std::uint8_t {
  kUnknown,     ///< of a kind the map has no use for
  kFlat,        ///< too few points, or no inside
  kCrossing,    ///< the edge crosses itself
  kMeridian,    ///< over the 180th meridian
  kFar,         ///< far from the rest
  kIncomplete,  ///< parts of it are not in the file
  kPast,        ///< ended, or only planned
  kBelow,       ///< below the ground
};
inline constexpr std::size_t kMapLeftOuts = 8;
/// As in the language files, behind "map.left.".
inline constexpr std::string_view kMapLeftOutNames[kMapLeftOuts] = {  // NOLINT(*-avoid-c-arrays)
    "unknown", "flat", "crossing", "meridian", "far", "incomplete", "past", "below"};

struct MapReport {
  struct Left {
    std::size_t count = 0;
    geo::LonLat first;       ///< where the first lies; only of kCrossing, kMeridian and kFar
    std::string first_name;  ///< its name or kind; may be empty
  };
  std::vector<MapFileNote> files;
  std::size_t found[kMapParts] = {};  // NOLINT(*-avoid-c-arrays)
  Left left_out[kMapLeftOuts] = {};   // NOLINT(*-avoid-c-arrays)
  std::size_t arcs = 0;               ///< curves that became chords
  [[nodiscard]] std::size_t of(MapPart part) const { return found[static_cast<std::size_t>(part)]; }
  [[nodiscard]] const Left& of(MapLeftOut why) const { return left_out[static_cast<std::size_t>(why)]; }
  /// Worth telling: streets (as lines and as surfaces), buildings, water, green, street names or buurten of which there
  /// are none. Water may truly be absent; the rest hardly ever is.
  [[nodiscard]] std::vector<MapPart> missing() const;
};

struct ImportedMap {
  model::BaseMap map;  ///< as the file holds it; without attribution when no file told one
  std::string bytes;   ///< the map file (formats/mapfile)
  MapReport report;
};

/// Errors: those of the readers, with the file's name; kWrongFormat "error.wrong_format_any_map" for a file of none of
/// these formats; kEmpty "error.map_empty" when nothing is left for a map; kTooLarge.
[[nodiscard]] Result<ImportedMap> import_map(const std::vector<MapSource>& files);

/// The same map with other lines of attribution (those that the user gave).
[[nodiscard]] ImportedMap with_attributions(ImportedMap made, std::vector<std::string> lines);

/// Does one of the readers know this file by its first bytes or its name?
[[nodiscard]] bool looks_like_map(std::string_view name, std::string_view bytes);

/// What is on the map, as MapReport::found.
void count_parts(const model::BaseMap& map, MapReport& report);

}  // namespace stoepkrijt::formats
