#include <cstdlib>

#include "formats/gpx/gpx.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::formats {
namespace {

void add(GpxNote& note, std::size_t track, std::size_t segment, std::size_t point) {
  if (note.count++ > 0) return;
  note.track = track + 1;
  note.segment = segment + 1;
  note.point = point + 1;
}

bool is_jump(const GpxPoint& from, const GpxPoint& to) {
  const double far = geo::distance_m(from.place, to.place);
  if (far <= kGpxJumpM) return false;
  const bool timed = from.time_ms.has_value() && to.time_ms.has_value() && *to.time_ms > *from.time_ms;
  if (!timed) return far > kGpxJumpWithoutTimeM;
  return far * 1000 > kGpxJumpMetresPerSecond * static_cast<double>(*to.time_ms - *from.time_ms);
}

bool over_antimeridian(geo::LonLat from, geo::LonLat to) {
  constexpr std::int64_t kHalf = 1'800'000'000;
  return std::llabs(std::int64_t{from.lon_e7} - to.lon_e7) > kHalf;
}

}  // namespace

void note_steps(const GpxFile& file, GpxNotes& notes) {
  for (std::size_t t = 0; t < file.tracks.size(); ++t) {
    const std::vector<GpxSegment>& segments = file.tracks[t].segments;
    for (std::size_t s = 0; s < segments.size(); ++s) {
      const std::vector<GpxPoint>& points = segments[s].points;
      for (std::size_t p = 1; p < points.size(); ++p) {
        const GpxPoint& from = points[p - 1];
        const GpxPoint& to = points[p];
        if (from.time_ms.has_value() && to.time_ms.has_value() && *to.time_ms < *from.time_ms) {
          add(notes.backwards, t, s, p);
        }
        if (over_antimeridian(from.place, to.place)) {
          add(notes.antimeridian, t, s, p);
        } else if (is_jump(from, to)) {
          add(notes.jumps, t, s, p);
        }
      }
    }
  }
}

}  // namespace stoepkrijt::formats
