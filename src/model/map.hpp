// The base map of a neighbourhood as it was read: what lies where, before anything is drawn.
// One vocabulary for every source (own example, OpenStreetMap, BGT), so that the renderer knows no formats.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/position.hpp"

namespace stoepkrijt::model {

enum class MapClass : std::uint8_t {
  kLand,
  kGreen,   ///< park, lawn, planting, verge, pitch
  kGarden,  ///< private or inner garden
  kField,   ///< farmland outside the neighbourhood
  kWater,
  kSquare,    ///< paved public ground: square, yard, paved terrain
  kRoadArea,  ///< the road itself as a polygon (BGT)
  kRoadMain,  ///< lines from here to kTram
  kRoadStreet,
  kRoadService,
  kCycleway,
  kFootway,
  kTram,
  kRail,
  kBuilding,
  kBridge,
  kFence,
  kTree,  ///< points from here to kLabel
  kLamp,
  kBench,
  kBin,
  kStop,   ///< public transport stop
  kLabel,  ///< a name placed by the source itself, with its angle
  kBuurt,  ///< boundary polygons
  kWijk,
};

/// A ring or line. Rings are closed without repeating the first point; exterior counter-clockwise, holes clockwise.
using Line = std::vector<geo::LonLat>;

struct MapFeature {
  MapClass cls = MapClass::kLand;
  std::string name;             ///< street, park, building; may be empty
  std::string kind;             ///< source's finer word: "house", "school", "betonstraatstenen"; may be empty
  std::int32_t height_mm = 0;   ///< buildings; 0 when unknown
  std::int32_t size_mm = 0;     ///< width of a road, crown diameter of a tree; 0 means the style's default
  std::int32_t angle_mdeg = 0;  ///< labels: counter-clockwise from east, thousandths of a degree
  std::vector<Line> lines;      ///< polygons: exterior then holes; lines: one; points: one line of one point
  /// Polygons of a map file: triangles made beforehand, as triples of places in all lines, one behind the other. Empty:
  /// whoever draws makes them.
  std::vector<std::uint32_t> triangles;
};

/// A buurt (CBS division): boundary and figures.
struct Buurt {
  std::string code;  ///< "BU" + 8 characters (CBS); unique in a neighbourhood
  std::string name;
  std::int32_t year = 0;  ///< year of the division
  std::int32_t inhabitants = 0;
  std::int32_t households = 0;
  std::vector<Line> rings;  ///< exteriors counter-clockwise, each followed by its holes, clockwise
  friend bool operator==(const Buurt&, const Buurt&) = default;
};

struct Neighbourhood {
  std::string id;  ///< "WK" + 6 characters, or an own id
  std::string name;
  std::string municipality;
  std::vector<Buurt> buurten;
  friend bool operator==(const Neighbourhood&, const Neighbourhood&) = default;
};

struct BaseMap {
  std::vector<MapFeature> features;
  geo::Bounds bounds;
  std::vector<std::string> attributions;  ///< shown always, in this order
  Neighbourhood neighbourhood;            ///< what the boundaries in the source say; empty when it has none
};

}  // namespace stoepkrijt::model
