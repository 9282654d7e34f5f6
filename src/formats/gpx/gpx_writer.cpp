#include "base/trim.hpp"
#include "formats/gpx/gpx.hpp"
#include "formats/gpx/gpx_reader.hpp"
#include "formats/reports/moments.hpp"
#include "formats/xml/xml_text.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr std::int32_t kAntimeridian = geo::kMaxLonE7;

std::string moment(std::int64_t ms) {
  std::string text = iso_moment(ms);
  std::int64_t rest = ms % 1000;
  if (rest < 0) rest += 1000;
  if (rest == 0) return text;
  std::string digits = std::to_string(1000 + rest).substr(1);
  text.back() = '.';
  return text + digits + "Z";
}

void element(std::string& out, std::string_view indent, std::string_view name, std::string_view text) {
  const std::string_view words = trimmed(text);
  if (words.empty()) return;
  out.append(indent).append("<").append(name).append(">");
  xml::append_escaped(out, words);
  out.append("</").append(name).append(">\n");
}

void time_element(std::string& out, std::string_view indent, const std::optional<std::int64_t>& ms) {
  if (ms.has_value()) element(out, indent, "time", moment(*ms));
}

void open_point(std::string& out, std::string_view indent, std::string_view name, geo::LonLat place) {
  // The schema takes longitudes from -180 up to but not including 180.
  const std::int32_t lon = place.lon_e7 == kAntimeridian ? -kAntimeridian : place.lon_e7;
  out.append(indent).append("<").append(name);
  out.append(" lat=\"").append(degrees(place.lat_e7)).append("\" lon=\"").append(degrees(lon)).append("\"");
}

void accuracy(std::string& out, std::string_view indent, const std::optional<std::int32_t>& mm) {
  if (!mm.has_value()) return;
  out.append(indent).append("<extensions><sk:accuracy>").append(metres(*mm));
  out.append("</sk:accuracy></extensions>\n");
}

void write_place(std::string& out, std::string_view indent, std::string_view name, const GpxPlace& place) {
  open_point(out, indent, name, place.point.place);
  out += ">\n";
  const std::string inner = std::string(indent) + "  ";
  time_element(out, inner, place.point.time_ms);
  element(out, inner, "name", place.name);
  element(out, inner, "cmt", place.comment);
  element(out, inner, "desc", place.description);
  element(out, inner, "sym", place.symbol);
  element(out, inner, "type", place.type);
  accuracy(out, inner, place.point.accuracy_mm);
  out.append(indent).append("</").append(name).append(">\n");
}

void write_metadata(std::string& out, const GpxFile& file) {
  std::string inner;
  element(inner, "    ", "name", file.name);
  element(inner, "    ", "desc", file.description);
  std::string author;
  element(author, "", "name", file.author);
  if (!author.empty()) {
    author.pop_back();
    inner.append("    <author>").append(author).append("</author>\n");
  }
  time_element(inner, "    ", file.time_ms);
  element(inner, "    ", "keywords", file.keywords);
  if (!inner.empty()) out.append("  <metadata>\n").append(inner).append("  </metadata>\n");
}

void write_track_point(std::string& out, const GpxPoint& point) {
  open_point(out, "      ", "trkpt", point.place);
  if (!point.time_ms.has_value() && !point.accuracy_mm.has_value()) {
    out += "/>\n";
    return;
  }
  out += ">\n";
  time_element(out, "        ", point.time_ms);
  accuracy(out, "        ", point.accuracy_mm);
  out += "      </trkpt>\n";
}

void write_track(std::string& out, const GpxTrack& track) {
  out += "  <trk>\n";
  element(out, "    ", "name", track.name);
  element(out, "    ", "desc", track.description);
  for (const GpxSegment& segment : track.segments) {
    out += "    <trkseg>\n";
    for (const GpxPoint& point : segment.points) write_track_point(out, point);
    out += "    </trkseg>\n";
  }
  out += "  </trk>\n";
}

}  // namespace

std::string write_gpx(const GpxFile& file) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"";
  const std::string_view creator = trimmed(file.creator);
  xml::append_escaped(out, creator.empty() ? "Stoepkrijt" : creator, xml::Place::kAttribute);
  out.append("\" xmlns=\"").append(gpx::kSpace11).append("\" xmlns:sk=\"").append(gpx::kOwnSpace).append("\">\n");
  write_metadata(out, file);
  for (const GpxPlace& place : file.waypoints) write_place(out, "  ", "wpt", place);
  for (const GpxRoute& route : file.routes) {
    out += "  <rte>\n";
    element(out, "    ", "name", route.name);
    element(out, "    ", "desc", route.description);
    for (const GpxPlace& place : route.places) write_place(out, "    ", "rtept", place);
    out += "  </rte>\n";
  }
  for (const GpxTrack& track : file.tracks) write_track(out, track);
  return out + "</gpx>\n";
}

}  // namespace stoepkrijt::formats
