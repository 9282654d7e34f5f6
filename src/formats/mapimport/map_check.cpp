#include "formats/mapimport/map_check.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "formats/mapfile/map_grid.hpp"
#include "geo/geometry.hpp"
#include "geo/grid.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::formats::mapimport {
namespace {

constexpr double kFarM = 15'000;

struct Edge {
  geo::LonLat a;
  geo::LonLat b;
};

/// Each lies strictly on both sides of the other: a corner on an edge is a touch.
bool cross(const Edge& p, const Edge& q) {
  return geo::orientation(p.a, p.b, q.a) * geo::orientation(p.a, p.b, q.b) < 0 &&
         geo::orientation(q.a, q.b, p.a) * geo::orientation(q.a, q.b, p.b) < 0;
}

geo::Bounds box_of(const Edge& edge) {
  geo::Bounds box;
  box.add(edge.a);
  box.add(edge.b);
  return box;
}

std::vector<Edge> edges_of(const std::vector<model::Line>& rings) {
  std::vector<Edge> edges;
  for (const model::Line& ring : rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) edges.push_back({ring[i], ring[(i + 1) % ring.size()]});
  }
  return edges;
}

bool cross_by_grid(const std::vector<Edge>& edges) {
  geo::Bounds all;
  for (const Edge& edge : edges) all = geo::united(all, box_of(edge));
  geo::Grid grid(all, geo::cell_for(all, edges.size()));
  for (std::size_t i = 0; i < edges.size(); ++i) {
    for (const std::uint32_t other : grid.query(box_of(edges[i]))) {
      if (cross(edges[i], edges[other])) return true;
    }
    grid.insert(static_cast<std::uint32_t>(i), box_of(edges[i]));
  }
  return false;
}

bool over_meridian(const model::MapFeature& feature) {
  constexpr std::int64_t kHalf = 1'800'000'000;
  for (const model::Line& line : feature.lines) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      if (std::llabs(std::int64_t{line[i].lon_e7} - line[i - 1].lon_e7) > kHalf) return true;
    }
  }
  return false;
}

/// The middle of most: a few shapes at the other end of the world do not move it.
geo::LonLat middle_of(const model::BaseMap& map) {
  std::vector<std::int32_t> lons;
  std::vector<std::int32_t> lats;
  for (const model::MapFeature& feature : map.features) {
    lons.push_back(feature.lines.front().front().lon_e7);
    lats.push_back(feature.lines.front().front().lat_e7);
  }
  const auto median = [](std::vector<std::int32_t>& list) {
    const auto half = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
    std::nth_element(list.begin(), half, list.end());
    return *half;
  };
  return {median(lons), median(lats)};
}

geo::Bounds box_of(const std::vector<model::Line>& lines) {
  geo::Bounds box;
  for (const model::Line& line : lines) box = geo::united(box, geo::bounds_of(line));
  return box;
}

bool is_boundary(const model::MapFeature& feature) {
  return feature.cls == model::MapClass::kBuurt || feature.cls == model::MapClass::kWijk;
}

bool is_far(const model::Line& line, geo::LonLat middle) {
  return std::all_of(line.begin(), line.end(), [&](geo::LonLat p) { return geo::distance_m(p, middle) > kFarM; });
}

/// The box of what is on the streets; empty when there are only boundaries.
geo::Bounds box_of_streets(const model::BaseMap& map, geo::LonLat middle) {
  geo::Bounds box;
  for (const model::MapFeature& feature : map.features) {
    if (is_boundary(feature) || is_far(feature.lines.front(), middle)) continue;
    box = geo::united(box, box_of(feature.lines));
  }
  return box;
}

}  // namespace

bool crosses_itself(const std::vector<model::Line>& rings) {
  const std::vector<Edge> edges = edges_of(rings);
  constexpr std::size_t kFew = 48;
  if (edges.size() > kFew) return cross_by_grid(edges);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    for (std::size_t k = i + 1; k < edges.size(); ++k) {
      if (cross(edges[i], edges[k])) return true;
    }
  }
  return false;
}

void take_out_faults(model::BaseMap& map, MapReport& report) {
  if (map.features.empty()) return;
  const geo::LonLat middle = middle_of(map);
  const auto leave_out = [&report](MapLeftOut why, const model::MapFeature& feature) {
    MapReport::Left& left = report.left_out[static_cast<std::size_t>(why)];
    if (left.count++ > 0) return true;
    left.first = feature.lines.front().front();
    left.first_name = feature.name.empty() ? feature.kind : feature.name;
    return true;
  };
  const geo::Bounds streets = box_of_streets(map, middle);
  // A file of boundaries is of a whole city; the map is of a part of it.
  const auto beside = [&streets](const std::vector<model::Line>& rings) {
    return !streets.empty() && !geo::intersects(streets, box_of(rings));
  };
  std::erase_if(map.features, [&](const model::MapFeature& feature) {
    if (over_meridian(feature)) return leave_out(MapLeftOut::kMeridian, feature);
    if (is_boundary(feature) && beside(feature.lines)) return leave_out(MapLeftOut::kFar, feature);
    if (is_far(feature.lines.front(), middle)) return leave_out(MapLeftOut::kFar, feature);
    const bool polygon = mapfile::form_of(feature) == mapfile::Form::kPolygon;
    return polygon && crosses_itself(feature.lines) && leave_out(MapLeftOut::kCrossing, feature);
  });
  std::erase_if(map.neighbourhood.buurten, [&](const model::Buurt& buurt) {
    return buurt.rings.empty() || beside(buurt.rings) || is_far(buurt.rings.front(), middle) ||
           crosses_itself(buurt.rings);
  });
  map.bounds = {};
  for (const model::MapFeature& feature : map.features) {
    for (const model::Line& line : feature.lines) {
      for (const geo::LonLat p : line) map.bounds.add(p);
    }
  }
}

}  // namespace stoepkrijt::formats::mapimport
