#include "app/map_names.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/fold.hpp"

namespace stoepkrijt::app {

namespace {

bool is_street(model::MapClass cls) {
  return (cls >= model::MapClass::kRoadMain && cls <= model::MapClass::kFootway) || cls == model::MapClass::kRoadArea ||
         cls == model::MapClass::kLabel;
}

bool is_boundary(model::MapClass cls) { return cls == model::MapClass::kBuurt || cls == model::MapClass::kWijk; }

/// The lower, the better; 4: not at all.
int rank(std::string_view name, std::string_view words) {
  const std::size_t at = name.find(words);
  if (at == std::string_view::npos) return 4;
  if (at == 0) return name.size() == words.size() ? 0 : 1;
  for (std::size_t next = at; next != std::string_view::npos; next = name.find(words, next + 1)) {
    if (name[next - 1] == ' ') return 2;
  }
  return 3;
}

}  // namespace

MapNames::MapNames(const model::BaseMap& map, const model::Neighbourhood& neighbourhood) {
  for (const model::Buurt& buurt : neighbourhood.buurten) {
    NamedPlace place{buurt.name, folded(buurt.name), NameKind::kBuurt, {}, buurt.code};
    for (const model::Line& ring : buurt.rings) {
      for (const geo::LonLat p : ring) place.box.add(p);
    }
    if (!place.box.empty()) places_.push_back(std::move(place));
  }
  std::map<std::pair<NameKind, std::string_view>, geo::Bounds> boxes;
  for (const model::MapFeature& feature : map.features) {
    if (feature.name.empty() || is_boundary(feature.cls)) continue;
    geo::Bounds& box = boxes[{is_street(feature.cls) ? NameKind::kStreet : NameKind::kPlace, feature.name}];
    for (const model::Line& line : feature.lines) {
      for (const geo::LonLat p : line) box.add(p);
    }
  }
  for (const auto& [name, box] : boxes) {
    if (!box.empty()) places_.push_back({std::string(name.second), folded(name.second), name.first, box, ""});
  }
}

std::vector<const NamedPlace*> MapNames::find(std::string_view words, std::size_t most) const {
  const std::string wanted = folded(words);
  std::vector<std::pair<int, const NamedPlace*>> found;
  for (const NamedPlace& place : places_) {
    const int at = wanted.empty() ? 4 : rank(place.folded, wanted);
    if (at < 4) found.emplace_back(at, &place);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const NamedPlace*> out;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) out.push_back(found[i].second);
  return out;
}

}  // namespace stoepkrijt::app
