// The part of labels.hpp that reads the base map: which names there are and where each may stand.
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <numbers>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "render/base_mesh.hpp"
#include "render/labels.hpp"

namespace stoepkrijt::render {
namespace {

using model::MapClass;
using Line = std::vector<glm::vec2>;

float length_of(const Line& line) {
  float total = 0;
  for (std::size_t i = 1; i < line.size(); ++i) total += glm::length(line[i] - line[i - 1]);
  return total;
}

std::optional<LabelKind> line_kind(MapClass cls) {
  switch (cls) {
    case MapClass::kRoadMain:
      return LabelKind::kMainStreet;
    case MapClass::kRoadStreet:
      return LabelKind::kStreet;
    case MapClass::kRoadService:
    case MapClass::kFootway:
    case MapClass::kCycleway:
      return LabelKind::kPath;
    default:
      return std::nullopt;
  }
}

std::optional<LabelKind> area_kind(MapClass cls) {
  switch (cls) {
    case MapClass::kGreen:
    case MapClass::kGarden:
    case MapClass::kField:
      return LabelKind::kGreen;
    case MapClass::kWater:
      return LabelKind::kWater;
    case MapClass::kSquare:
      return LabelKind::kSquare;
    case MapClass::kBuilding:
      return LabelKind::kBuilding;
    default:
      return std::nullopt;
  }
}

/// How far one can go from `p` along `dir` before leaving the polygon.
float clear_way(const Polygon& polygon, glm::vec2 p, glm::vec2 dir) {
  float best = 1e9F;
  for (const Ring& ring : polygon) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const glm::vec2 e = ring[i] - ring[j];
      const float det = dir.x * e.y - dir.y * e.x;
      if (std::abs(det) < 1e-9F) continue;
      const glm::vec2 d = ring[j] - p;
      const float along = (d.x * e.y - d.y * e.x) / det;
      const float on_edge = (d.x * dir.y - d.y * dir.x) / det;
      if (along > 0.0F && on_edge >= 0.0F && on_edge <= 1.0F) best = std::min(best, along);
    }
  }
  return best;
}

/// Places inside the polygon: the deepest first, then a grid ordered by distance from it.
std::vector<glm::vec2> spots_inside(const Polygon& polygon, const Deepest& pole, int per_side) {
  std::vector<glm::vec2> spots;
  Box box;
  for (const glm::vec2 p : polygon.front()) box.add(p);
  const glm::vec2 step = (box.high - box.low) / static_cast<float>(per_side);
  for (int i = 0; i < per_side; ++i) {
    for (int k = 0; k < per_side; ++k) {
      const glm::vec2 p = box.low + step * glm::vec2(static_cast<float>(i) + 0.5F, static_cast<float>(k) + 0.5F);
      if (contains(polygon, p)) spots.push_back(p);
    }
  }
  std::stable_sort(spots.begin(), spots.end(),
                   [&](glm::vec2 a, glm::vec2 b) { return glm::length(a - pole.point) < glm::length(b - pole.point); });
  spots.insert(spots.begin(), pole.point);
  return spots;
}

/// Narrow water: names run along it. For each spot the direction with the longest clear run, measured to both sides.
void add_rays(LabelSource& source, const Polygon& polygon) {
  for (const glm::vec2 spot : source.spots) {
    glm::vec2 best_dir(1.0F, 0.0F);
    float best = 0;
    for (int i = 0; i < 36; ++i) {
      const float a = std::numbers::pi_v<float> * static_cast<float>(i) / 36.0F;
      const glm::vec2 dir(std::cos(a), std::sin(a));
      const float run = std::min(clear_way(polygon, spot, dir), clear_way(polygon, spot, -dir));
      const float liked = run * (1.0F + 0.5F * std::abs(dir.x));  // on a pond rather level than longest
      if (liked > best) {
        best = liked;
        best_dir = dir;
      }
    }
    source.rays.push_back(best_dir);
    source.reach_m.push_back(std::min(clear_way(polygon, spot, best_dir), clear_way(polygon, spot, -best_dir)));
  }
}

/// Ponds lie in their parks: the park's name does not stand on the water.
void drop_wet_spots(LabelSource& source, const std::vector<Polygon>& waters) {
  const auto wet = [&](glm::vec2 spot) {
    return std::any_of(waters.begin(), waters.end(), [&](const Polygon& w) { return contains(w, spot); });
  };
  std::vector<glm::vec2> dry;
  std::vector<float> reach;
  for (std::size_t i = 0; i < source.spots.size(); ++i) {
    if (wet(source.spots[i])) continue;
    dry.push_back(source.spots[i]);
    reach.push_back(source.reach_m[i]);
  }
  if (dry.empty()) return;
  source.spots = std::move(dry);
  source.reach_m = std::move(reach);
}

LabelSource area_source(std::string text, LabelKind kind, const Polygon& polygon) {
  LabelSource source;
  source.text = std::move(text);
  source.kind = kind;
  source.size = static_cast<float>(std::sqrt(std::max(area(polygon), 0.0)));
  const Deepest pole = deepest_point(polygon, std::max(0.5F, source.size * 0.02F));
  source.spots = spots_inside(polygon, pole, kind == LabelKind::kWater ? 14 : 9);
  if (kind == LabelKind::kWater) {
    add_rays(source, polygon);
  } else {
    for (const glm::vec2 spot : source.spots)
      source.reach_m.push_back(
          std::min(clear_way(polygon, spot, {1.0F, 0.0F}), clear_way(polygon, spot, {-1.0F, 0.0F})));
  }
  return source;
}

/// The best continuation of the line's end among the pieces: index and whether it must be turned round.
std::optional<std::pair<std::size_t, bool>> continuation(const Line& line, const std::vector<Line>& pieces) {
  std::optional<std::pair<std::size_t, bool>> best;
  float straightest = -0.5F;  // never turn back sharply
  const glm::vec2 heading = glm::normalize(line.back() - line[line.size() - 2]);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Line& other = pieces[i];
    for (const bool turned : {false, true}) {
      const glm::vec2 from = turned ? other.back() : other.front();
      const glm::vec2 next = turned ? other[other.size() - 2] : other[1];
      if (glm::length(from - line.back()) > 0.5F) continue;
      const float straight = glm::dot(heading, glm::normalize(next - from));
      if (straight > straightest) {
        straightest = straight;
        best = {i, turned};
      }
    }
  }
  return best;
}

void extend(Line& line, std::vector<Line>& pieces) {
  while (const auto next = continuation(line, pieces)) {
    Line piece = std::move(pieces[next->first]);
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(next->first));
    if (next->second) std::reverse(piece.begin(), piece.end());
    line.insert(line.end(), piece.begin() + 1, piece.end());
  }
}

void add_streets(std::vector<LabelSource>& out, const model::BaseMap& map, const Plane& plane) {
  std::map<std::string, std::pair<LabelKind, std::vector<Line>>> streets;
  for (const model::MapFeature& f : map.features) {
    const auto kind = line_kind(f.cls);
    if (!kind || f.name.empty()) continue;
    auto& street = streets.try_emplace(f.name, *kind, std::vector<Line>()).first->second;
    street.first = std::min(street.first, *kind);
    for (const model::Line& source : f.lines) {
      Line line;
      for (const geo::LonLat p : source) {
        const glm::vec2 q(plane.to_m(p));
        if (line.empty() || glm::length(q - line.back()) > 0.05F) line.push_back(q);
      }
      if (line.size() > 1) street.second.push_back(std::move(line));
    }
  }
  for (auto& [name, street] : streets) {
    LabelSource source;
    source.text = name;
    source.kind = street.first;
    source.lines = chained(std::move(street.second));
    for (const Line& line : source.lines) source.size = std::max(source.size, length_of(line));
    if (!source.lines.empty()) out.push_back(std::move(source));
  }
}

}  // namespace

std::vector<Line> chained(std::vector<Line> pieces) {
  std::vector<Line> out;
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Line& a, const Line& b) { return length_of(a) > length_of(b); });
  while (!pieces.empty()) {
    Line line = std::move(pieces.front());
    pieces.erase(pieces.begin());
    extend(line, pieces);
    std::reverse(line.begin(), line.end());
    extend(line, pieces);
    out.push_back(std::move(line));
  }
  return out;
}

std::string upper_case(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    char32_t c = next_code_point(utf8, at);
    const bool ascii = c >= U'a' && c <= U'z';
    const bool latin1 = c >= 0xE0 && c <= 0xFE && c != 0xF7;
    if (ascii || latin1) c -= 0x20;
    append_utf8(out, c);
  }
  return out;
}

std::vector<LabelSource> make_label_sources(const model::BaseMap& map, const model::Neighbourhood& neighbourhood,
                                            const Plane& plane) {
  std::vector<LabelSource> out;
  for (const model::Buurt& buurt : neighbourhood.buurten) {
    const Polygon rings = to_polygon(buurt.rings, plane, 0.2F);
    if (!rings.empty() && !buurt.name.empty())
      out.push_back(area_source(upper_case(buurt.name), LabelKind::kBuurt, rings));
  }
  std::vector<Polygon> waters;
  for (const model::MapFeature& f : map.features)
    if (f.cls == MapClass::kWater && !f.name.empty()) waters.push_back(to_polygon(f.lines, plane));
  std::erase_if(waters, [](const Polygon& w) { return w.empty(); });
  for (const model::MapFeature& f : map.features) {
    if (f.name.empty() || f.lines.empty() || f.lines.front().empty()) continue;
    if (f.cls == MapClass::kLabel) {
      LabelSource source;
      source.text = f.name;
      source.kind = f.kind == "huisnummer" ? LabelKind::kNumber : LabelKind::kPlaced;
      source.spots.emplace_back(plane.to_m(f.lines.front().front()));
      source.angle = static_cast<float>(f.angle_mdeg) * 0.001F * std::numbers::pi_v<float> / 180.0F;
      out.push_back(std::move(source));
    } else if (const auto kind = area_kind(f.cls)) {
      const Polygon rings = to_polygon(f.lines, plane);
      if (rings.empty()) continue;
      out.push_back(area_source(f.name, *kind, rings));
      if (*kind == LabelKind::kGreen) drop_wet_spots(out.back(), waters);
    }
  }
  add_streets(out, map, plane);
  std::stable_sort(out.begin(), out.end(), [](const LabelSource& a, const LabelSource& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    if (a.size != b.size) return a.size > b.size;
    return a.text < b.text;
  });
  return out;
}

}  // namespace stoepkrijt::render
