// The names that a map knows, to be looked for: streets, buurten, and other places (parks, waters, squares, buildings).
// Search words may lack accents, capitals and marks (base/fold.hpp).
//
// Example:
//   const MapNames names(*map, neighbourhood);
//   for (const NamedPlace* place : names.find("singelk", 8)) show(place->box);
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/position.hpp"
#include "model/map.hpp"

namespace stoepkrijt::app {

enum class NameKind : std::uint8_t { kBuurt, kStreet, kPlace };

struct NamedPlace {
  std::string name;
  std::string folded;
  NameKind kind = NameKind::kPlace;
  geo::Bounds box;   ///< of all that has this name
  std::string code;  ///< of a buurt
};

class MapNames {
 public:
  MapNames() = default;
  MapNames(const model::BaseMap& map, const model::Neighbourhood& neighbourhood);

  /// Those that hold the words: first what is just that, then what begins so, then in which a word does; buurten before
  /// streets before other places, then by name. Of empty words: none.
  [[nodiscard]] std::vector<const NamedPlace*> find(std::string_view words, std::size_t most) const;
  [[nodiscard]] std::size_t size() const { return places_.size(); }

 private:
  std::vector<NamedPlace> places_;  // by kind, then by name
};

}  // namespace stoepkrijt::app
