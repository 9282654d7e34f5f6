// What lies where on the map: the buurt, and the nearest street with a name. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/map.hpp"
#include "render/labels.hpp"
#include "render/plane.hpp"
#include "render/scene_layout.hpp"

namespace stoepkrijt::render {

/// A street farther away than this has nothing to do with the place.
inline constexpr float kStreetReachM = 40.0F;

class MapPicker {
 public:
  MapPicker() = default;
  MapPicker(const model::Neighbourhood& neighbourhood, std::span<const LabelSource> sources, const Plane& plane);

  /// Code of the first buurt that contains the place; empty when none does.
  [[nodiscard]] std::string buurt_at(glm::vec2 place_m) const;
  /// Index of a buurt by code; -1 when unknown.
  [[nodiscard]] int index_of(const std::string& code) const;

  struct Street {
    std::string name;
    float distance_m = 0;
  };
  /// The nearest named street within kStreetReachM; an empty name when there is none.
  [[nodiscard]] Street street_at(glm::vec2 place_m) const;

 private:
  struct Area {
    std::string code;
    Polygon rings;
  };
  struct Way {
    std::string name;
    std::vector<std::vector<glm::vec2>> lines;
  };
  std::vector<Area> buurten_;
  std::vector<Way> streets_;
};

/// The item under a point (its touch rectangle contains it); the nearest middle wins, of equals the one on top.
/// nullptr when there is none.
[[nodiscard]] const MarkerItem* item_at(std::span<const MarkerItem> items, Point point);

}  // namespace stoepkrijt::render
