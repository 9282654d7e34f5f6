#include "schouw/tracks.hpp"

#include <algorithm>

#include "geo/projection.hpp"

namespace stoepkrijt::schouw {

namespace {

using model::TrackPoint;

double metres(const TrackPoint& a, const TrackPoint& b) { return geo::distance_m(a.place, b.place); }

/// How far apart at least, given how exact both are.
double surely_apart(const TrackPoint& a, const TrackPoint& b) {
  return metres(a, b) - (a.accuracy_mm + b.accuracy_mm) / 1000.0;
}

bool walkable(const TrackPoint& from, const TrackPoint& to) {
  const double seconds = static_cast<double>(to.time_ms - from.time_ms) / 1000.0;
  return surely_apart(from, to) <= kFastest * seconds;
}

}  // namespace

Taken take_place(Segments& segments, TrackPoint point, bool new_segment, std::vector<TrackPoint>& doubtful) {
  if (point.accuracy_mm > kVagueTrackMm) return Taken::kVague;
  if (count_points(segments) >= model::kMaxTrackPoints) return Taken::kFull;
  const TrackPoint* last = segments.empty() ? nullptr : &segments.back().back();
  if (last == nullptr) {
    segments.push_back({point});
    return Taken::kNewSegment;
  }
  if (point.time_ms <= last->time_ms) return Taken::kBackwards;
  if (new_segment || point.time_ms - last->time_ms > kLostMs) {
    doubtful.clear();
    segments.push_back({point});
    return Taken::kNewSegment;
  }
  if (!walkable(*last, point)) {
    // Two that agree with each other say that it was the place before that was wrong.
    if (doubtful.empty() || doubtful.back().time_ms >= point.time_ms || !walkable(doubtful.back(), point)) {
      doubtful.assign(1, point);
      return Taken::kJump;
    }
    segments.push_back({doubtful.back(), point});
    doubtful.clear();
    return Taken::kNewSegment;
  }
  doubtful.clear();
  const double far_enough = std::max(kStepM, std::min(point.accuracy_mm, last->accuracy_mm) / 2000.0);
  if (metres(*last, point) < far_enough && point.time_ms - last->time_ms < kStillMs) return Taken::kNear;
  segments.back().push_back(point);
  return Taken::kAdded;
}

double length_m(const Segments& segments) {
  double sum = 0;
  for (const auto& segment : segments) {
    for (std::size_t i = 1; i < segment.size(); ++i) sum += metres(segment[i - 1], segment[i]);
  }
  return sum;
}

std::int64_t walking_ms(const Segments& segments) {
  std::int64_t sum = 0;
  for (const auto& segment : segments) {
    if (!segment.empty()) sum += segment.back().time_ms - segment.front().time_ms;
  }
  return sum;
}

std::size_t count_points(const Segments& segments) {
  std::size_t sum = 0;
  for (const auto& segment : segments) sum += segment.size();
  return sum;
}

}  // namespace stoepkrijt::schouw
