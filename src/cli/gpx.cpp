// gpx: what is in a GPX file, and what is odd in it.
#include <string>

#include "base/json_writer.hpp"
#include "cli/dossiers.hpp"
#include "cli/session.hpp"
#include "formats/gpx/gpx.hpp"
#include "formats/reports/moments.hpp"

namespace stoepkrijt::cli {

namespace {

using formats::GpxFile;
using formats::GpxNote;
using formats::GpxNotes;

struct Sums {
  std::size_t stops = 0;
  std::size_t segments = 0;
  std::size_t points = 0;
  std::size_t timed = 0;
  std::int64_t first_ms = INT64_MAX;
  std::int64_t last_ms = INT64_MIN;
};

Sums sums_of(const GpxFile& file) {
  Sums sums;
  for (const formats::GpxRoute& route : file.routes) sums.stops += route.places.size();
  for (const formats::GpxTrack& track : file.tracks) {
    sums.segments += track.segments.size();
    for (const formats::GpxSegment& segment : track.segments) {
      sums.points += segment.points.size();
      for (const formats::GpxPoint& point : segment.points) {
        if (!point.time_ms.has_value()) continue;
        ++sums.timed;
        sums.first_ms = std::min(sums.first_ms, *point.time_ms);
        sums.last_ms = std::max(sums.last_ms, *point.time_ms);
      }
    }
  }
  return sums;
}

void warn(Session& session, std::string_view key, const GpxNote& note) {
  if (note.count == 0) return;
  const auto text = [](std::size_t n) { return std::to_string(n); };
  std::string words = session.count(key, note.count);
  if (note.track > 0) {
    words +=
        " " + session.tr("cli.gpx.first",
                         {{"track", text(note.track)}, {"segment", text(note.segment)}, {"point", text(note.point)}});
  } else if (note.line > 0) {
    words += " " + session.tr("cli.gpx.first_line", {{"line", text(note.line)}});
  }
  session.warn(words);
}

void warn_all(Session& session, const GpxNotes& notes) {
  warn(session, "cli.gpx.backwards", notes.backwards);
  warn(session, "cli.gpx.jumps", notes.jumps);
  warn(session, "cli.gpx.antimeridian", notes.antimeridian);
  warn(session, "cli.gpx.times", notes.unreadable_times);
  warn(session, "cli.gpx.cut", notes.cut_texts);
  if (notes.passed_over > 0) session.warn(session.count("cli.gpx.passed", notes.passed_over));
}

std::string as_json(const GpxFile& file, const GpxNotes& notes, const Sums& sums) {
  json::Writer json;
  json.begin_object();
  const auto whole = [&json](std::string_view key, std::size_t n) {
    json.key(key);
    json.integer(number(n));
  };
  whole("antimeridian", notes.antimeridian.count);
  whole("backwards", notes.backwards.count);
  json.key("creator");
  json.string(file.creator);
  whole("cut_texts", notes.cut_texts.count);
  json.key("first");
  json.string(sums.timed == 0 ? "" : formats::iso_moment(sums.first_ms));
  whole("jumps", notes.jumps.count);
  json.key("last");
  json.string(sums.timed == 0 ? "" : formats::iso_moment(sums.last_ms));
  whole("passed_over", notes.passed_over);
  whole("points", sums.points);
  whole("points_with_time", sums.timed);
  whole("routes", file.routes.size());
  whole("segments", sums.segments);
  whole("stops", sums.stops);
  whole("tracks", file.tracks.size());
  whole("unreadable_times", notes.unreadable_times.count);
  json.key("version");
  json.string(notes.version);
  whole("waypoints", file.waypoints.size());
  json.end_object();
  return json.take() + "\n";
}

std::string as_text(const Session& session, const GpxFile& file, const GpxNotes& notes, const Sums& sums) {
  std::string out = "GPX " + notes.version + (file.creator.empty() ? "" : ", " + file.creator) + "\n";
  if (!file.name.empty()) out += file.name + "\n";
  out += session.count("cli.gpx.waypoints", file.waypoints.size()) + "\n";
  out += session.count("cli.gpx.routes", file.routes.size()) + ", " + session.count("cli.gpx.stops", sums.stops) + "\n";
  out += session.count("cli.gpx.tracks", file.tracks.size()) + ", " + session.count("cli.gpx.segments", sums.segments) +
         ", " + session.count("cli.gpx.points", sums.points) + "\n";
  if (sums.timed == 0) return out;
  return out +
         session.tr("cli.gpx.span",
                    {{"first", formats::iso_moment(sums.first_ms)}, {"last", formats::iso_moment(sums.last_ms)}}) +
         "\n";
}

}  // namespace

Answer run_gpx(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const Result<std::string> bytes = session.read_file(options.file);
  if (!bytes) return session.failed();
  GpxNotes notes;
  const Result<GpxFile> file = formats::read_gpx(*bytes, &notes);
  if (!file) {
    session.tell(file.error(), options.file);
    return session.failed();
  }
  warn_all(session, notes);
  const Sums sums = sums_of(*file);
  return session.done(options.json ? as_json(*file, notes, sums) : as_text(session, *file, notes, sums));
}

}  // namespace stoepkrijt::cli
