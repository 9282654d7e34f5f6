#include "formats/geojson/classify.hpp"

#include <array>

namespace stoepkrijt::formats::geojson {
namespace {

using model::MapClass;

constexpr unsigned kP = static_cast<unsigned>(Shape::kPoint);
constexpr unsigned kL = static_cast<unsigned>(Shape::kLine);
constexpr unsigned kA = static_cast<unsigned>(Shape::kPolygon);

struct Row {
  std::string_view layer;   ///< empty: any
  std::string_view key;     ///< empty: any feature of the layer
  std::string_view values;  ///< alternatives with |; "*" any but "no"; "BU*" by its start
  unsigned shapes;
  MapClass cls;
  std::string_view kind;  ///< "=word", or keys joined with + whose values make the kind; empty: the row's own key
  Source source;
};

constexpr Source kOsm = Source::kOpenStreetMap;
constexpr Source kBgt = Source::kBgt;

// Names of the BGT: IMGeo 2.2 (functie, klasse, fysiek voorkomen). Tags of OpenStreetMap: its wiki, "Map features".
// Dutch cities publish the BGT by layers; the layer says what a feature is where its attributes do not.
constexpr Row kRows[] = {
    // Boundaries
    {"", "boundary", "buurt", kA, MapClass::kBuurt, "code", Source::kUnknown},
    {"", "boundary", "wijk", kA, MapClass::kWijk, "code", Source::kUnknown},
    {"", "code", "BU*", kA, MapClass::kBuurt, "code", Source::kCbs},
    {"", "code", "WK*", kA, MapClass::kWijk, "code", Source::kCbs},
    // BGT
    {"", "functie", "fietspad|voetpad|voetpad op trap|voetgangersgebied|inrit|parkeervlak|OV-baan|ruiterpad|woonerf",
     kA, MapClass::kRoadArea, "functie+materiaal", kBgt},
    {"", "functie", "rijbaan*", kA, MapClass::kRoadArea, "functie+materiaal", kBgt},
    {"", "functie", "spoorbaan|baan voor vliegverkeer", kA, MapClass::kSquare, "functie+materiaal", kBgt},
    {"verge", "materiaal", "groenvoorziening|onverhard", kA, MapClass::kGreen, "functie", kBgt},
    {"verge", "functie", "*", kA, MapClass::kSquare, "functie+materiaal", kBgt},
    {"rail", "functie", "tram|sneltram", kL, MapClass::kTram, "", kBgt},
    {"rail", "functie", "*", kL, MapClass::kRail, "", kBgt},
    {"", "klasse", "grasland agrarisch|bouwland|fruitteelt|boomteelt", kA, MapClass::kField, "", kBgt},
    {"", "klasse", "greppel, droge sloot", kA, MapClass::kGreen, "", kBgt},
    {"", "klasse", "waterloop|watervlakte|zee|bassin", kA, MapClass::kWater, "klasse+type", kBgt},
    {"", "klasse", "oever, slootkant", kA, MapClass::kGreen, "", kBgt},
    {"", "klasse", "erf", kA, MapClass::kGarden, "klasse+detail", kBgt},
    {"", "klasse", "onverhard|open verharding|half verhard|gesloten verharding", kA, MapClass::kSquare, "klasse+detail",
     kBgt},
    {"", "klasse", "zand|duin", kA, MapClass::kSquare, "=zand", kBgt},
    {"", "klasse", "hek|muur|walbescherming|kademuur|geluidsscherm|damwand", kL | kA, MapClass::kFence, "", kBgt},
    {"", "klasse", "open loods|overkapping|opslagtank", kA, MapClass::kBuilding, "", kBgt},
    {"", "klasse",
     "groenvoorziening|gras- en kruidachtigen|struiken|heide|loofbos|gemengd bos|naaldbos|houtwal|rietland|moeras|"
     "kwelder|planten",
     kA, MapClass::kGreen, "klasse+detail", kBgt},
    {"green", "klasse", "*", kA, MapClass::kGreen, "klasse+detail", kBgt},
    {"bridges", "klasse", "*", kA, MapClass::kBridge, "", kBgt},
    {"fences", "", "", kL | kA, MapClass::kFence, "type", kBgt},
    {"", "type", "boom", kP, MapClass::kTree, "", kBgt},
    {"", "type", "haag", kL, MapClass::kTree, "", kBgt},
    {"", "type", "geleideconstructie", kL, MapClass::kFence, "", kBgt},
    {"", "type", "lichtmast", kP, MapClass::kLamp, "", kBgt},
    {"", "type", "bank", kP, MapClass::kBench, "", kBgt},
    {"", "type", "afvalbak", kP, MapClass::kBin, "", kBgt},
    {"", "type", "abri|haltepaal", kP, MapClass::kStop, "", kBgt},
    {"buildings", "tekst", "*", kP, MapClass::kLabel, "=huisnummer", kBgt},
    {"", "tekst", "*", kP, MapClass::kLabel, "=straat", kBgt},
    {"", "pand", "*", kA, MapClass::kBuilding, "=pand", kBgt},
    // OpenStreetMap; buildings first, for a school is a building before it is an amenity
    {"", "building", "*", kA, MapClass::kBuilding, "", kOsm},
    {"", "highway", "motorway*|trunk*|primary*|secondary*|tertiary*", kL, MapClass::kRoadMain, "", kOsm},
    {"", "highway", "residential|unclassified|living_street|road|busway|bus_guideway", kL, MapClass::kRoadStreet, "",
     kOsm},
    {"", "highway", "service|track", kL, MapClass::kRoadService, "", kOsm},
    {"", "highway", "cycleway", kL, MapClass::kCycleway, "", kOsm},
    {"", "highway", "footway|pedestrian|path|steps|corridor|bridleway", kL, MapClass::kFootway, "", kOsm},
    {"", "highway", "street_lamp", kP, MapClass::kLamp, "", kOsm},
    {"", "highway", "bus_stop", kP, MapClass::kStop, "", kOsm},
    {"", "highway", "*", kA, MapClass::kSquare, "", kOsm},
    {"", "railway", "tram", kL, MapClass::kTram, "", kOsm},
    {"", "railway", "rail|light_rail|subway|narrow_gauge", kL, MapClass::kRail, "", kOsm},
    {"", "railway", "tram_stop|station|halt", kP, MapClass::kStop, "", kOsm},
    {"", "public_transport", "stop_position|station", kP, MapClass::kStop, "", kOsm},
    {"", "man_made", "bridge", kA, MapClass::kBridge, "", kOsm},
    {"", "bridge", "yes|1", kA, MapClass::kBridge, "=bridge", kOsm},
    {"", "natural", "water", kA, MapClass::kWater, "water", kOsm},
    {"", "natural", "tree", kP, MapClass::kTree, "", kOsm},
    {"", "natural", "tree_row", kL, MapClass::kTree, "", kOsm},
    {"", "natural", "wood|scrub|heath|grassland|wetland|shrubbery", kA, MapClass::kGreen, "", kOsm},
    {"", "natural", "sand|beach|dune", kA, MapClass::kSquare, "=zand", kOsm},
    {"", "waterway", "riverbank|dock|canal|river|ditch|stream", kA, MapClass::kWater, "", kOsm},
    {"", "leisure", "garden", kA, MapClass::kGarden, "", kOsm},
    {"", "leisure", "swimming_pool|marina", kA, MapClass::kWater, "", kOsm},
    {"", "leisure",
     "park|pitch|playground|golf_course|nature_reserve|dog_park|common|track|sports_centre|miniature_golf", kA,
     MapClass::kGreen, "", kOsm},
    {"", "landuse", "grass|forest|recreation_ground|village_green|cemetery|allotments|flowerbed|greenfield", kA,
     MapClass::kGreen, "", kOsm},
    {"", "landuse", "meadow|farmland|farmyard|orchard|vineyard|greenhouse_horticulture|plant_nursery", kA,
     MapClass::kField, "", kOsm},
    {"", "landuse", "basin|reservoir", kA, MapClass::kWater, "", kOsm},
    {"", "landuse", "*", kA, MapClass::kLand, "", kOsm},
    {"", "place", "square", kA, MapClass::kSquare, "", kOsm},
    {"", "place", "*", kP, MapClass::kLabel, "", kOsm},
    {"", "amenity", "bench", kP, MapClass::kBench, "", kOsm},
    {"", "amenity", "waste_basket|recycling|waste_disposal", kP, MapClass::kBin, "", kOsm},
    {"", "amenity", "parking|school|kindergarten|marketplace|bicycle_parking", kA, MapClass::kSquare, "", kOsm},
    {"", "amenity", "grave_yard", kA, MapClass::kGreen, "", kOsm},
    {"", "barrier", "hedge", kL, MapClass::kTree, "=haag", kOsm},
    {"", "barrier", "fence|wall|retaining_wall|city_wall|guard_rail|handrail", kL | kA, MapClass::kFence, "", kOsm},
    // What only the layer tells
    {"buildings", "h", "*", kA, MapClass::kBuilding, "=", Source::k3dBag},
    {"", "h", "*", kA, MapClass::kBuilding, "=", Source::kUnknown},
    {"buildings", "", "", kA, MapClass::kBuilding, "=", Source::kUnknown},
    {"water", "", "", kA, MapClass::kWater, "=", Source::kUnknown},
    {"trees", "", "", kP, MapClass::kTree, "=", Source::kUnknown},
    {"verge", "", "", kA, MapClass::kGreen, "=", Source::kUnknown},
    {"bank", "", "", kA, MapClass::kGreen, "=", Source::kUnknown},
    {"road_area", "", "", kA, MapClass::kRoadArea, "=", Source::kUnknown},
};

bool one_fits(std::string_view pattern, std::string_view value) {
  if (pattern == "*") return !value.empty() && value != "no";
  if (pattern.ends_with('*')) return value.starts_with(pattern.substr(0, pattern.size() - 1));
  return pattern == value;
}

bool fits(std::string_view patterns, std::string_view value) {
  while (!patterns.empty()) {
    const std::size_t bar = patterns.find('|');
    if (one_fits(patterns.substr(0, bar), value)) return true;
    if (bar == std::string_view::npos) return false;
    patterns.remove_prefix(bar + 1);
  }
  return false;
}

/// "functie+materiaal" makes "fietspad, gesloten verharding"; what says nothing is left out.
std::string kind_of(const Row& row, const RawFeature& feature) {
  if (row.kind.starts_with('=')) return std::string(row.kind.substr(1));
  std::string_view keys = row.kind.empty() ? row.key : row.kind;
  std::string kind;
  while (!keys.empty()) {
    const std::size_t plus = keys.find('+');
    const std::string_view value = feature.text(keys.substr(0, plus));
    if (!value.empty() && value != "yes" && value != "geenWaarde") {
      if (!kind.empty()) kind += ", ";
      kind += value;
    }
    if (plus == std::string_view::npos) break;
    keys.remove_prefix(plus + 1);
  }
  return kind;
}

}  // namespace

Shape shape_of(GeometryType type) {
  switch (type) {
    case GeometryType::kPoint:
    case GeometryType::kMultiPoint:
      return Shape::kPoint;
    case GeometryType::kLineString:
    case GeometryType::kMultiLineString:
      return Shape::kLine;
    default:
      return Shape::kPolygon;
  }
}

std::string_view attribution_of(Source source) {
  switch (source) {
    case Source::kUnknown:
      return "";
    case Source::kOpenStreetMap:
      return "© OpenStreetMap contributors (ODbL)";
    case Source::kBgt:
      return "BGT, Kadaster (CC BY 4.0)";
    case Source::k3dBag:
      return "3D BAG (CC BY 4.0)";
    case Source::kCbs:
      return "CBS/Kadaster (CC BY 4.0)";
  }
  return "";
}

std::optional<Match> classify(std::string_view layer, const RawFeature& feature, Shape shape) {
  // What runs below the ground is not on the street.
  if (shape == Shape::kLine && one_fits("*", feature.text("tunnel"))) return std::nullopt;
  for (const Row& row : kRows) {
    if ((row.shapes & static_cast<unsigned>(shape)) == 0) continue;
    if (!row.layer.empty() && row.layer != layer) continue;
    if (!row.key.empty() && !fits(row.values, feature.text(row.key))) continue;
    return Match{row.cls, kind_of(row, feature), row.source};
  }
  return std::nullopt;
}

std::string layer_of(std::string_view file_name) {
  const std::size_t slash = file_name.find_last_of("/\\");
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  file_name = file_name.substr(0, file_name.find('.'));
  std::string layer(file_name);
  for (char& c : layer) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return layer;
}

}  // namespace stoepkrijt::formats::geojson
