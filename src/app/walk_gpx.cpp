#include "app/walk_gpx.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kMostName = 200;
constexpr std::size_t kMostQuestion = 500;
constexpr std::size_t kMostStops = 200;
constexpr double kShapeM = 4.0;  ///< a point nearer than this to the line without it does not shape the route

/// Ramer (1972) and Douglas & Peucker (1973): keeps the ends and what lies furthest from the line between them.
void keep_shape(const std::vector<geo::LonLat>& line, std::vector<bool>& keep) {
  std::vector<std::pair<std::size_t, std::size_t>> parts{{0, line.size() - 1}};
  while (!parts.empty()) {
    const auto [from, to] = parts.back();
    parts.pop_back();
    double furthest = kShapeM;
    std::size_t at = from;
    for (std::size_t i = from + 1; i < to; ++i) {
      const double metres = geo::distance_to_segment_m(line[i], line[from], line[to]);
      if (metres <= furthest) continue;
      furthest = metres;
      at = i;
    }
    if (at == from) continue;
    keep[at] = true;
    parts.emplace_back(from, at);
    parts.emplace_back(at, to);
  }
}

/// Without steps so small that they do not shape it: a file of a day holds millions, too many for the next pass.
std::vector<geo::LonLat> in_steps(const std::vector<geo::LonLat>& line) {
  std::vector<geo::LonLat> out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (out.empty() || i + 1 == line.size() || geo::distance_m(out.back(), line[i]) >= kShapeM) out.push_back(line[i]);
  }
  return out;
}

std::vector<geo::LonLat> shaped(const std::vector<geo::LonLat>& line) {
  if (line.size() < 3) return line;
  std::vector<bool> keep(line.size(), false);
  keep.front() = keep.back() = true;
  keep_shape(line, keep);
  std::vector<geo::LonLat> out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (keep[i]) out.push_back(line[i]);
  }
  return out;
}

void add_stop(const formats::GpxPlace& place, model::Walk& walk) {
  if (place.name.empty() || walk.stops.size() >= kMostStops) return;
  const std::string& question = place.description.empty() ? place.comment : place.description;
  walk.stops.push_back({std::string(first_code_points(place.name, kMostName)),
                        std::string(first_code_points(question, kMostQuestion)),
                        place.point.place,
                        {}});
}

}  // namespace

formats::GpxFile gpx_of(const model::Dossier& dossier, const model::Walk& walk) {
  formats::GpxFile file;
  file.creator = "Stoepkrijt";
  file.name = walk.title;
  for (const model::WalkStop& stop : walk.stops) {
    formats::GpxPlace& place = file.waypoints.emplace_back();
    place.point.place = stop.place;
    place.name = stop.name;
    place.description = stop.question;
  }
  if (!walk.route.empty()) {
    formats::GpxRoute& route = file.routes.emplace_back();
    route.name = walk.title;
    for (const geo::LonLat point : walk.route) route.places.emplace_back().point.place = point;
  }
  for (const model::Track& track : dossier.tracks) {
    if (track.walk_id != walk.id) continue;
    formats::GpxTrack& out = file.tracks.emplace_back();
    out.name = track.team.empty() ? walk.title : track.team;
    for (const auto& segment : track.segments) {
      formats::GpxSegment& part = out.segments.emplace_back();
      for (const model::TrackPoint& p : segment) part.points.push_back({p.place, p.time_ms, p.accuracy_mm});
    }
  }
  return file;
}

Result<RouteTaken> take_route(const formats::GpxFile& file, model::Walk& walk) {
  std::vector<geo::LonLat> line;
  model::Walk taken;
  for (const formats::GpxPlace& place : file.waypoints) add_stop(place, taken);
  if (!file.routes.empty()) {
    for (const formats::GpxPlace& place : file.routes.front().places) {
      line.push_back(place.point.place);
      add_stop(place, taken);
    }
  } else if (!file.tracks.empty()) {
    for (const formats::GpxSegment& segment : file.tracks.front().segments) {
      for (const formats::GpxPoint& point : segment.points) line.push_back(point.place);
    }
  }
  if (line.empty() && taken.stops.empty()) return fail(Error(ErrorCode::kEmpty, "error.gpx_no_route"));
  const std::vector<geo::LonLat> steps = in_steps(line);
  constexpr std::size_t kMostSteps = 20 * kMostRoutePoints;
  std::vector<geo::LonLat> route = steps.size() <= kMostSteps ? shaped(steps) : steps;
  if (route.size() > kMostRoutePoints) {
    return fail(Error(ErrorCode::kTooLarge, "error.gpx_route_long").with("limit", std::to_string(kMostRoutePoints)));
  }
  walk.route = std::move(route);
  walk.stops = std::move(taken.stops);
  return RouteTaken{walk.route.size(), walk.stops.size()};
}

}  // namespace stoepkrijt::app
