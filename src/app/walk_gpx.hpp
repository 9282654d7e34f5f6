// A walk as GPX, for other programs and devices, and the way back: route, stops and ways walked.
#pragma once

#include <cstddef>
#include <string>

#include "formats/gpx/gpx.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::app {

/// The route (rte) with the stops as waypoints (wpt, the question as description), and each track of the walk (trk)
/// with its times and accuracy. Domain: `walk` is of `dossier`.
[[nodiscard]] formats::GpxFile gpx_of(const model::Dossier& dossier, const model::Walk& walk);

inline constexpr std::size_t kMostRoutePoints = 5'000;

/// What of a file went into a walk.
struct RouteTaken {
  std::size_t points = 0;
  std::size_t stops = 0;
};
/// Route and stops of the file into `walk`: of its first route; where it has none, of its first track, with no more
/// points than shape it. Waypoints, and the named places of that route, become stops. Errors, after which `walk` is as
/// it was: kEmpty "error.gpx_no_route"; kTooLarge "error.gpx_route_long" (it takes more than kMostRoutePoints).
[[nodiscard]] Result<RouteTaken> take_route(const formats::GpxFile& file, model::Walk& walk);

}  // namespace stoepkrijt::app
