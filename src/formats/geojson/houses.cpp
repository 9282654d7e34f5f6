#include "formats/geojson/houses.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/grid.hpp"

namespace stoepkrijt::formats::geojson {
namespace {

using model::Line;
using model::MapClass;
using model::MapFeature;

struct Hole {
  Line ring;  ///< as a building's exterior
  geo::Bounds bounds;
  bool wanted = false;
};

std::int64_t extent(const geo::Bounds& b) {
  return std::max(std::int64_t{b.max_lon_e7} - b.min_lon_e7, std::int64_t{b.max_lat_e7} - b.min_lat_e7);
}

bool is_number(const MapFeature& f) { return f.cls == MapClass::kLabel && f.kind == "huisnummer"; }
bool is_yard(const MapFeature& f) { return f.cls == MapClass::kGarden && f.kind.starts_with("erf"); }

std::vector<Hole> holes_of_yards(const model::BaseMap& map) {
  constexpr std::int64_t kWidestHouse = 20'000;  // 1e-7 degree: some 220 m north, 140 m east in the Netherlands
  std::vector<Hole> holes;
  for (const MapFeature& f : map.features) {
    if (!is_yard(f)) continue;
    for (std::size_t i = 1; i < f.lines.size(); ++i) {
      const geo::Bounds bounds = geo::bounds_of(f.lines[i]);
      if (extent(bounds) <= kWidestHouse)
        holes.push_back({Line(f.lines[i].rbegin(), f.lines[i].rend()), bounds, false});
    }
  }
  return holes;
}

geo::Grid grid_of(const std::vector<geo::Bounds>& boxes, const geo::Bounds& world) {
  geo::Grid grid(world, geo::cell_for(world, boxes.size()));
  for (std::size_t i = 0; i < boxes.size(); ++i) grid.insert(static_cast<std::uint32_t>(i), boxes[i]);
  return grid;
}

}  // namespace

void restore_houses(model::BaseMap& map) {
  if (std::none_of(map.features.begin(), map.features.end(), is_number)) return;
  std::vector<Hole> holes = holes_of_yards(map);
  if (holes.empty()) return;
  std::vector<std::size_t> buildings;
  std::vector<geo::Bounds> building_boxes;
  for (std::size_t i = 0; i < map.features.size(); ++i) {
    if (map.features[i].cls != MapClass::kBuilding) continue;
    buildings.push_back(i);
    building_boxes.push_back(geo::bounds_of(map.features[i].lines.front()));
  }
  std::vector<geo::Bounds> hole_boxes;
  for (const Hole& hole : holes) hole_boxes.push_back(hole.bounds);
  const geo::Grid known = grid_of(building_boxes, map.bounds);
  const geo::Grid grid = grid_of(hole_boxes, map.bounds);

  for (const MapFeature& f : map.features) {
    if (!is_number(f)) continue;
    const geo::LonLat p = f.lines.front().front();
    const geo::Bounds here{p.lon_e7, p.lat_e7, p.lon_e7, p.lat_e7};
    const auto near = known.query(here);
    const bool housed = std::any_of(near.begin(), near.end(), [&](std::uint32_t i) {
      return geo::side_of_polygon(p, map.features[buildings[i]].lines) != geo::Side::kOutside;
    });
    if (housed) continue;
    Hole* smallest = nullptr;
    for (const std::uint32_t i : grid.query(here)) {
      if (geo::side_of_ring(p, holes[i].ring) == geo::Side::kOutside) continue;
      if (smallest == nullptr || extent(holes[i].bounds) < extent(smallest->bounds)) smallest = &holes[i];
    }
    if (smallest != nullptr) smallest->wanted = true;
  }
  for (Hole& hole : holes) {
    if (!hole.wanted) continue;
    MapFeature house;
    house.cls = MapClass::kBuilding;
    house.kind = "pand";
    house.lines = {std::move(hole.ring)};
    map.features.push_back(std::move(house));
  }
}

}  // namespace stoepkrijt::formats::geojson
