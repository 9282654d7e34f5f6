#include <set>

#include "formats/mapimport/mapimport.hpp"

namespace stoepkrijt::formats {
namespace {

using model::MapClass;

/// Which part of a map a class belongs to; kMapParts when it counts for none.
std::size_t part_of(MapClass cls) {
  const auto index = [](MapPart part) { return static_cast<std::size_t>(part); };
  switch (cls) {
    case MapClass::kRoadMain:
      return index(MapPart::kMainRoads);
    case MapClass::kRoadStreet:
    case MapClass::kRoadService:
      return index(MapPart::kStreets);
    case MapClass::kCycleway:
    case MapClass::kFootway:
      return index(MapPart::kPaths);
    case MapClass::kRoadArea:
      return index(MapPart::kRoadAreas);
    case MapClass::kTram:
    case MapClass::kRail:
      return index(MapPart::kRails);
    case MapClass::kBuilding:
      return index(MapPart::kBuildings);
    case MapClass::kWater:
      return index(MapPart::kWater);
    case MapClass::kGreen:
    case MapClass::kGarden:
    case MapClass::kField:
      return index(MapPart::kGreen);
    case MapClass::kTree:
      return index(MapPart::kTrees);
    case MapClass::kLamp:
    case MapClass::kBench:
    case MapClass::kBin:
    case MapClass::kStop:
      return index(MapPart::kFurniture);
    default:
      return kMapParts;
  }
}

bool is_road(MapClass cls) { return cls >= MapClass::kRoadMain && cls <= MapClass::kFootway; }

}  // namespace

void count_parts(const model::BaseMap& map, MapReport& report) {
  const auto found = [&report](MapPart part) -> std::size_t& { return report.found[static_cast<std::size_t>(part)]; };
  std::set<std::string_view> streets;
  for (const model::MapFeature& feature : map.features) {
    const std::size_t part = part_of(feature.cls);
    if (part < kMapParts) ++report.found[part];
    if (feature.cls == MapClass::kBuilding && feature.height_mm > 0) ++found(MapPart::kHeights);
    const bool names_street = is_road(feature.cls) || (feature.cls == MapClass::kLabel && feature.kind == "straat");
    if (names_street && !feature.name.empty()) streets.insert(feature.name);
  }
  found(MapPart::kStreetNames) = streets.size();
  found(MapPart::kBuurten) = map.neighbourhood.buurten.size();
}

std::vector<MapPart> MapReport::missing() const {
  std::vector<MapPart> out;
  if (of(MapPart::kMainRoads) + of(MapPart::kStreets) + of(MapPart::kRoadAreas) == 0) out.push_back(MapPart::kStreets);
  for (const MapPart part :
       {MapPart::kBuildings, MapPart::kWater, MapPart::kGreen, MapPart::kStreetNames, MapPart::kBuurten}) {
    if (of(part) == 0) out.push_back(part);
  }
  return out;
}

}  // namespace stoepkrijt::formats
