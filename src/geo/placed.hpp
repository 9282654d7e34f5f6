// A pair of numbers from a file, as a place: degrees (WGS84) or metres (RD New), told apart by their size. No y of RD
// (289 to 629 km) is a latitude, so there is nothing to guess.
// Units: 1e-7 degree, or 1e-7 metre. Example: place_of(900'000'000'000, 4'370'000'000'000) is RD (90000, 437000).
#pragma once

#include <cstdint>
#include <optional>

#include "geo/position.hpp"

namespace stoepkrijt::geo {

struct Placed {
  LonLat place;
  bool was_rd = false;
};

/// Can this be a longitude or an x of RD?
[[nodiscard]] bool may_be_x(std::int64_t x_e7);
/// Nothing when it is neither.
[[nodiscard]] std::optional<Placed> place_of(std::int64_t x_e7, std::int64_t y_e7);

}  // namespace stoepkrijt::geo
