#include "render/base_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <set>
#include <utility>

#include "render/feature_paint.hpp"
#include "render/mesh_builder.hpp"

namespace stoepkrijt::render {
namespace {

using model::MapClass;
using model::MapFeature;

float metres(std::int32_t mm, float when_unknown) { return mm > 0 ? static_cast<float>(mm) * 0.001F : when_unknown; }

std::vector<glm::vec2> to_line(const model::Line& line, const Plane& plane) {
  std::vector<glm::vec2> out;
  out.reserve(line.size());
  for (const geo::LonLat p : line) {
    const glm::vec2 q(plane.to_m(p));
    if (out.empty() || glm::length(q - out.back()) > 0.05F) out.push_back(q);
  }
  return out;
}

/// The line moved `offset_m` to its left, joints on the bisector (cut off at sharp turns).
std::vector<glm::vec2> parallel(const std::vector<glm::vec2>& line, float offset_m) {
  std::vector<glm::vec2> out;
  out.reserve(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    const glm::vec2 before = i > 0 ? glm::normalize(line[i] - line[i - 1]) : glm::normalize(line[1] - line[0]);
    const glm::vec2 after = i + 1 < line.size() ? glm::normalize(line[i + 1] - line[i]) : before;
    const glm::vec2 sum = before + after;
    const glm::vec2 dir = glm::length(sum) > 0.1F ? glm::normalize(sum) : after;
    const float stretch = 1.0F / std::max(glm::dot(dir, after), 0.5F);
    out.push_back(line[i] + glm::vec2(-dir.y, dir.x) * (offset_m * stretch));
  }
  return out;
}

class BaseMeshMaker {
 public:
  BaseMeshMaker(const model::BaseMap& map, const Plane& plane) : plane_(plane) {
    // Where the source says what all ground is (BGT), trees need no green of their own.
    tree_ground_ = std::none_of(map.features.begin(), map.features.end(),
                                [](const MapFeature& f) { return f.cls == MapClass::kRoadArea; });
    find_numbers(map);
    for (const MapFeature& feature : map.features) add(feature);
  }

  void add_buurten(const model::Neighbourhood& neighbourhood) {
    for (std::size_t i = 0; i < neighbourhood.buurten.size(); ++i) {
      const Polygon rings = to_polygon(neighbourhood.buurten[i].rings, plane_, 0.2F);
      const auto triangles = triangulate(rings);
      const auto group = static_cast<std::uint32_t>(i);
      builder_.begin(Layer::kOutside, group);
      builder_.fill(rings, triangles, Paint::kOutside);
      builder_.begin(Layer::kBuurtTint, group);
      builder_.fill(rings, triangles, Paint::kBuurtTint);
      for (const model::Line& ring : neighbourhood.buurten[i].rings) add_boundary(ring);
      builder_.begin(Layer::kBuurtLine, group);
      for (const Ring& ring : rings) builder_.stroke(ring, true, 0.0F, Paint::kBuurtLine);
    }
  }

  /// Dots along the boundary, once where two buurten share it.
  void add_boundary(const model::Line& ring) {
    builder_.begin(Layer::kBuurtDots);
    std::vector<glm::vec2> open;
    const auto flush = [&] {
      builder_.stroke(open, false, 0.0F, Paint::kBuurtDots);
      open.clear();
    };
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const geo::LonLat a = ring[i];
      const geo::LonLat b = ring[(i + 1) % ring.size()];
      const auto number = [](geo::LonLat p) { return std::pair{p.lon_e7, p.lat_e7}; };
      const bool is_new = number(a) < number(b) ? drawn_.insert({number(a), number(b)}).second
                                                : drawn_.insert({number(b), number(a)}).second;
      if (!is_new) {
        flush();
        continue;
      }
      if (open.empty()) open.emplace_back(plane_.to_m(a));
      open.emplace_back(plane_.to_m(b));
    }
    flush();
  }

  [[nodiscard]] BaseMesh finish() && { return std::move(builder_).finish(); }

 private:
  void add(const MapFeature& f) {
    if (f.lines.empty() || f.lines.front().empty()) return;
    switch (f.cls) {
      case MapClass::kLand:
      case MapClass::kGreen:
      case MapClass::kGarden:
      case MapClass::kField:
      case MapClass::kSquare:
        return add_ground(f);
      case MapClass::kWater:
        return add_polygon(f, Layer::kWater, 0, Paint::kWater);
      case MapClass::kRoadArea:
        return add_road_area(f);
      case MapClass::kBridge:
        return add_bridge(f);
      case MapClass::kRoadMain:
      case MapClass::kRoadStreet:
      case MapClass::kRoadService:
      case MapClass::kCycleway:
      case MapClass::kFootway:
        return add_road(f);
      case MapClass::kTram:
      case MapClass::kRail:
        return add_rail(f);
      case MapClass::kBuilding:
        return add_building(f);
      case MapClass::kFence:
        builder_.begin(Layer::kFence);
        for (const model::Line& line : f.lines) builder_.stroke(to_line(line, plane_), false, 0.15F, Paint::kFence);
        return;
      case MapClass::kTree:
      case MapClass::kLamp:
      case MapClass::kBench:
      case MapClass::kBin:
      case MapClass::kStop:
        return add_point(f);
      case MapClass::kLabel:
      case MapClass::kBuurt:
      case MapClass::kWijk:
        return;  // labels; buurten come as Neighbourhood
    }
  }

  void add_polygon(const MapFeature& f, Layer layer, std::uint32_t group, Paint paint) {
    const Shape shape = to_shape(f, plane_);
    builder_.begin(layer, group);
    builder_.fill(shape.rings, shape.triangles, paint);
  }

  /// The places of house numbers, when the source names them.
  void find_numbers(const model::BaseMap& map) {
    for (const MapFeature& f : map.features)
      if (f.cls == MapClass::kLabel && f.kind == "huisnummer" && !f.lines.empty() && !f.lines.front().empty())
        numbers_.emplace_back(plane_.to_m(f.lines.front().front()));
    std::sort(numbers_.begin(), numbers_.end(), [](glm::vec2 a, glm::vec2 b) { return a.x < b.x; });
  }

  [[nodiscard]] bool has_number(const Ring& ring) const {
    Box box;
    for (const glm::vec2 p : ring) box.add(p);
    auto it =
        std::lower_bound(numbers_.begin(), numbers_.end(), box.low.x, [](glm::vec2 a, float x) { return a.x < x; });
    for (; it != numbers_.end() && it->x <= box.high.x; ++it)
      if (it->y >= box.low.y && it->y <= box.high.y && contains({ring}, *it)) return true;
    return false;
  }

  /// In some extracts of the BGT a house with a number has lost its polygon. Its footprint is then the hole in its
  /// yard.
  void add_lost_houses(const Polygon& yard) {
    for (std::size_t i = 1; i < yard.size(); ++i)
      if (has_number(yard[i])) add_house({{yard[i]}, triangulate({yard[i]})}, kUnknownHeightM, Paint::kBuilding);
  }

  void add_ground(const MapFeature& f) {
    const auto [rings, triangles] = to_shape(f, plane_);
    if (f.cls == MapClass::kGarden) add_lost_houses(rings);
    builder_.begin(Layer::kGround, size_order(area(rings)));
    builder_.fill(rings, triangles, ground_paint(f));
  }

  void add_road_area(const MapFeature& f) {
    const auto [rings, triangles] = to_shape(f, plane_);
    const Paint paint = area_paint(f.kind);
    builder_.begin(Layer::kAreaEdge);
    for (const Ring& ring : rings) builder_.stroke(ring, true, 0.0F, Paint::kRoadEdge);
    builder_.begin(Layer::kArea, area_order(paint));
    builder_.fill(rings, triangles, paint);
  }

  void add_bridge(const MapFeature& f) {
    const auto [rings, triangles] = to_shape(f, plane_);
    builder_.begin(Layer::kFootwayEdge);
    for (const Ring& ring : rings) builder_.stroke(ring, true, 0.0F, Paint::kFence);
    builder_.begin(Layer::kArea, 6);
    builder_.fill(rings, triangles, Paint::kRoad);
  }

  void add_road(const MapFeature& f) {
    for (const model::Line& source : f.lines) {
      const auto line = to_line(source, plane_);
      const auto both = [&](Layer edge, Layer inner, float width_m, Paint paint) {
        const float width = metres(f.size_mm, width_m);
        builder_.begin(edge);
        builder_.stroke(line, false, width, Paint::kRoadEdge);
        builder_.begin(inner);
        builder_.stroke(line, false, width, paint);
      };
      switch (f.cls) {
        case MapClass::kRoadMain:
          both(Layer::kMainEdge, Layer::kMain, kMainWidthM, Paint::kRoadMain);
          break;
        case MapClass::kRoadStreet:
          both(Layer::kStreetEdge, Layer::kStreet, kStreetWidthM, Paint::kRoad);
          break;
        case MapClass::kRoadService:
          both(Layer::kServiceEdge, Layer::kService, kServiceWidthM, Paint::kRoad);
          break;
        case MapClass::kFootway:
          both(Layer::kFootwayEdge, Layer::kFootway, kFootWidthM, Paint::kFoot);
          break;
        default:
          builder_.begin(Layer::kCycleway);
          builder_.stroke(line, false, metres(f.size_mm, kCycleWidthM), Paint::kCycle);
      }
    }
  }

  void add_rail(const MapFeature& f) {
    const bool tram = f.cls == MapClass::kTram;
    for (const model::Line& source : f.lines) {
      const auto line = to_line(source, plane_);
      if (line.size() < 2) continue;
      builder_.begin(tram ? Layer::kTramLine : Layer::kRailBed);
      builder_.stroke(line, false, tram ? 0.0F : 2.2F, tram ? Paint::kTram : Paint::kRail);
      if (!tram) continue;
      builder_.begin(Layer::kTramRails);
      for (const float side : {-0.7175F, 0.7175F})  // standard gauge 1435 mm
        builder_.stroke(parallel(line, side), false, 0.12F, Paint::kTram);
    }
  }

  void add_building(const MapFeature& f) {
    add_house(to_shape(f, plane_), metres(f.height_mm, kUnknownHeightM),
              is_public_building(f.kind) ? Paint::kPublicBuilding : Paint::kBuilding);
  }

  void add_house(const Shape& house, float height_m, Paint paint) {
    const auto& [rings, triangles] = house;
    const float shade = std::min(height_m, kMaxShadeHeightM) * kShadePerHeight;
    builder_.begin(Layer::kShade);
    builder_.fill(rings, triangles, Paint::kShade, {shade, -shade});
    builder_.begin(Layer::kBuilding);
    builder_.fill(rings, triangles, paint);
    builder_.begin(Layer::kBuildingEdge);
    for (const Ring& ring : rings) builder_.stroke(ring, true, 0.0F, Paint::kBuildingEdge);
  }

  void add_point(const MapFeature& f) {
    if (f.cls == MapClass::kTree && f.lines.front().size() > 1) {  // a hedge
      builder_.begin(Layer::kFence);
      for (const model::Line& line : f.lines) builder_.stroke(to_line(line, plane_), false, 0.9F, Paint::kTree);
      return;
    }
    const glm::vec2 place(plane_.to_m(f.lines.front().front()));
    if (f.cls != MapClass::kTree) {
      builder_.begin(Layer::kDetail);
      builder_.disc(place, f.cls == MapClass::kStop ? 1.1F : 0.45F,
                    f.cls == MapClass::kStop ? Paint::kAct : Paint::kDetail);
      return;
    }
    if (tree_ground_) {
      builder_.begin(Layer::kTreeGround);
      builder_.disc(place, kTreeGroundM * 0.5F, Paint::kGreen);
    }
    builder_.begin(Layer::kTree);
    builder_.disc(place, metres(f.size_mm, kTreeCrownM) * 0.475F, Paint::kTree);
  }

  const Plane& plane_;
  MeshBuilder builder_;
  bool tree_ground_ = true;
  std::vector<glm::vec2> numbers_;  // by x
  using Corner = std::pair<std::int32_t, std::int32_t>;
  std::set<std::pair<Corner, Corner>> drawn_;  // edges of buurten that have their dots
};

}  // namespace

BaseMesh build_base_mesh(const model::BaseMap& map, const model::Neighbourhood& neighbourhood, const Plane& plane) {
  BaseMeshMaker maker(map, plane);
  maker.add_buurten(neighbourhood);
  return std::move(maker).finish();
}

}  // namespace stoepkrijt::render
