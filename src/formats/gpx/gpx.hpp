// GPX 1.1: waypoints, planned routes and walked tracks, read and written. Plain values of its own, so that whoever uses
// it decides what they become.
//
// Written: GPX 1.1 (the schema's order of elements, times in UTC, no heights). How accurate a place is, in metres, goes
// in <extensions> in a namespace of our own: hdop, which the format has, is no number of metres.
// Read: 1.0 and 1.1, of any creator, with or without the namespace; elements that are not known are passed over and
// counted. Times that are not readable are left out, times that go backwards and places that jump are kept; all three
// are counted and the first is named (GpxNotes). A place that is missing or not on earth refuses the file.
//
// Units: positions in 1e-7 degree (WGS84), times in ms since 1970 UTC, accuracy in mm (68 % radius).
// Guarantees: read_gpx(write_gpx(file)) is the file again, when its texts are trimmed, hold no control characters and
// stay within the limits, and no longitude is 180 (the schema calls it -180).
// Memory while reading: the points (32 bytes each, and room to grow) and the texts, whatever the size of the file.
// Source: the GPX 1.1 schema (topografix, 2004). docs/formats/gpx.md
//
// Example: SK_TRY(file, read_gpx(bytes, &notes));
//          for (const GpxTrack& track : file.tracks) for (const GpxSegment& part : track.segments) use(part.points);
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "geo/position.hpp"

namespace stoepkrijt::formats {

struct GpxPoint {
  geo::LonLat place;
  std::optional<std::int64_t> time_ms;
  std::optional<std::int32_t> accuracy_mm;
  friend bool operator==(const GpxPoint&, const GpxPoint&) = default;
};

/// A place with words: a waypoint (wpt), or a stop of a route (rtept).
struct GpxPlace {
  GpxPoint point;
  std::string name;
  std::string comment;      ///< cmt
  std::string description;  ///< desc
  std::string symbol;       ///< sym
  std::string type;         ///< the creator's own word
  friend bool operator==(const GpxPlace&, const GpxPlace&) = default;
};

struct GpxRoute {
  std::string name;
  std::string description;
  std::vector<GpxPlace> places;
  friend bool operator==(const GpxRoute&, const GpxRoute&) = default;
};

/// Without a break; after a lost signal comes a new segment.
struct GpxSegment {
  std::vector<GpxPoint> points;
  friend bool operator==(const GpxSegment&, const GpxSegment&) = default;
};

struct GpxTrack {
  std::string name;
  std::string description;
  std::vector<GpxSegment> segments;
  friend bool operator==(const GpxTrack&, const GpxTrack&) = default;
};

struct GpxFile {
  std::string creator;  ///< the program that made it
  std::string name;
  std::string description;
  std::string author;
  std::string keywords;
  std::optional<std::int64_t> time_ms;  ///< when the file was made
  std::vector<GpxPlace> waypoints;
  std::vector<GpxRoute> routes;
  std::vector<GpxTrack> tracks;
  friend bool operator==(const GpxFile&, const GpxFile&) = default;
};

/// Where the first of its kind stands: track, segment and point from 1, all 0 when it is in no track; the line of the
/// file, 0 when the value was made otherwise.
struct GpxNote {
  std::size_t count = 0;
  std::size_t track = 0;
  std::size_t segment = 0;
  std::size_t point = 0;
  std::uint32_t line = 0;
};

/// What is odd; nothing in it is an error and all of it was kept, but where it says "left out".
struct GpxNotes {
  std::string version;       ///< "1.1", "1.0", or what the file says
  GpxNote backwards;         ///< a point of a track that is earlier than the one before it in its segment
  GpxNote jumps;             ///< a point further from the one before it than a walker or cyclist can have come (below)
  GpxNote antimeridian;      ///< a step over the 180th meridian
  GpxNote unreadable_times;  ///< left out: the point has no time
  GpxNote cut_texts;         ///< longer than kGpxMostText code points: the rest is left out
  std::size_t passed_over = 0;  ///< elements of other programs, without those within them
};

/// A jump: more than 100 m at more than 15 m/s; without times, or in no time, more than 500 m.
inline constexpr double kGpxJumpM = 100;
inline constexpr double kGpxJumpMetresPerSecond = 15;
inline constexpr double kGpxJumpWithoutTimeM = 500;
inline constexpr std::size_t kGpxMostText = 4000;

struct GpxLimits {
  std::size_t max_bytes = std::size_t{512} * 1024 * 1024;
  std::size_t max_points = 5'000'000;  ///< of all tracks
  std::size_t max_places = 200'000;    ///< waypoints, stops, routes, tracks and segments together
};

/// Errors, with line and column: those of the XML reader; kWrongFormat "error.wrong_format_gpx" (XML, but no GPX),
/// kNewerVersion "error.gpx_version", kMissing "error.gpx_no_place", kOutsideWorld "error.gpx_place", kTooLarge
/// "error.gpx_too_many" with the limit.
[[nodiscard]] Result<GpxFile> read_gpx(std::string_view bytes, GpxNotes* notes = nullptr, const GpxLimits& limits = {});

/// The same for a file that comes in pieces.
class GpxReader {
 public:
  explicit GpxReader(const GpxLimits& limits = {});
  ~GpxReader();
  GpxReader(const GpxReader&) = delete;
  GpxReader& operator=(const GpxReader&) = delete;

  [[nodiscard]] Result<void> take(std::string_view piece);
  /// The whole file; call once, at the end.
  [[nodiscard]] Result<GpxFile> finish(GpxNotes* notes = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Adds what can be seen from the points alone to the notes: backwards, jumps, antimeridian. The reader does it as
/// well.
void note_steps(const GpxFile& file, GpxNotes& notes);

/// Equal values give equal bytes. Times to the millisecond where there are any.
[[nodiscard]] std::string write_gpx(const GpxFile& file);

/// Is the root element gpx?
[[nodiscard]] bool looks_like_gpx(std::string_view bytes);

}  // namespace stoepkrijt::formats
