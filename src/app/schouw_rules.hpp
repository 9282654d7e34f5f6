// Small rules of the walk that screens and reducer share.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "geo/position.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::app {

/// A place less exact than this asks for a pin (design: schouw, default 25 m).
inline constexpr std::int32_t kVagueAccuracyMm = 25'000;
/// Streets further away than this are not named.
inline constexpr double kNearStreetM = 40.0;

/// Whether a walk takes this kind or theme: its list holds it, or is empty, which stands for all.
template <class T>
[[nodiscard]] bool takes(const std::vector<T>& list, T one) {
  return list.empty() || std::find(list.begin(), list.end(), one) != list.end();
}

/// Code of the buurt around `place`, or empty.
[[nodiscard]] std::string buurt_at(const model::Dossier& dossier, geo::LonLat place);
/// Name of the nearest named street within kNearStreetM, or empty. Ties: the name that comes first.
[[nodiscard]] std::string street_near(const model::BaseMap& map, geo::LonLat place);

}  // namespace stoepkrijt::app
