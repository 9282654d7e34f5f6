#include "app/schouw_rules.hpp"

#include "geo/geometry.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::app {

std::string buurt_at(const model::Dossier& dossier, geo::LonLat place) {
  for (const model::Buurt& buurt : dossier.neighbourhood.buurten) {
    if (geo::side_of_polygon(place, buurt.rings) != geo::Side::kOutside) return buurt.code;
  }
  return {};
}

std::string street_near(const model::BaseMap& map, geo::LonLat place) {
  double best = kNearStreetM;
  const std::string* name = nullptr;
  for (const model::MapFeature& f : map.features) {
    if (f.name.empty() || f.cls < model::MapClass::kRoadMain || f.cls > model::MapClass::kFootway) continue;
    for (const model::Line& line : f.lines) {
      for (std::size_t i = 1; i < line.size(); ++i) {
        const double d = geo::distance_to_segment_m(place, line[i - 1], line[i]);
        if (d < best || (d == best && name != nullptr && f.name < *name)) {
          best = d;
          name = &f.name;
        }
      }
    }
  }
  return name == nullptr ? std::string() : *name;
}

}  // namespace stoepkrijt::app
