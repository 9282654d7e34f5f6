#include "formats/gpx/gpx_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/trim.hpp"
#include "base/utf8.hpp"
#include "formats/reports/moments.hpp"
#include "formats/xml/xml_text.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::formats {
namespace gpx {
namespace {

bool is_ours(std::string_view space) {  // no namespace at all: many programs forget it
  return space.empty() || space == kSpace10 || space == kSpace11;
}

Result<geo::LonLat> place_of(const xml::Element& element) {
  const auto lat = element.find("lat");
  const auto lon = element.find("lon");
  if (!lat || !lon) return fail(ErrorCode::kMissing, "error.gpx_no_place");
  const std::optional<std::int32_t> north = parse_degrees(trimmed(*lat), 90);
  const std::optional<std::int32_t> east = parse_degrees(trimmed(*lon), 180);
  if (!north || !east) {
    return fail(Error(ErrorCode::kOutsideWorld, "error.gpx_place")
                    .with("lat", first_code_points(*lat, 20))
                    .with("lon", first_code_points(*lon, 20)));
  }
  return geo::LonLat{*east, *north};
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Only years that can be written again.
std::optional<std::int64_t> moment_of(std::string_view text) {
  const std::optional<std::int64_t> ms = parse_moment(trimmed(text));
  constexpr std::int64_t kFirst = -2'208'988'800'000;  // 1900-01-01
  constexpr std::int64_t kBehind = 7'258'118'400'000;  // 2200-01-01
  if (!ms || *ms < kFirst || *ms >= kBehind) return std::nullopt;
  return ms;
}

}  // namespace

bool Handler::is_field(Role around, std::string_view name) {
  switch (around) {
    case Role::kRoot:  // 1.0 has no metadata: its members stand here
    case Role::kMetadata:
      return is_one_of(name, {"name", "desc", "time", "keywords", "author"});
    case Role::kAuthor:
      return name == "name";
    case Role::kWaypoint:
    case Role::kRoutePlace:
      return is_one_of(name, {"name", "cmt", "desc", "sym", "type", "time"});
    case Role::kRoute:
    case Role::kTrack:
      return is_one_of(name, {"name", "desc"});
    case Role::kTrackPoint:
      return name == "time";
    default:
      return false;
  }
}

Handler::Role Handler::role_of(const xml::Element& element) const {
  const Role around = open_.back();
  const std::string_view name = element.name;
  if (around == Role::kPassed || around == Role::kField || around == Role::kAccuracy) return Role::kPassed;
  if (around == Role::kExtensions) {
    return element.space == kOwnSpace && name == "accuracy" ? Role::kAccuracy : Role::kPassed;
  }
  if (!is_ours(element.space)) return Role::kPassed;
  const bool has_point = around == Role::kWaypoint || around == Role::kRoutePlace || around == Role::kTrackPoint;
  if (has_point && name == "extensions") return Role::kExtensions;
  if (around == Role::kRoot) {
    if (name == "metadata") return Role::kMetadata;
    if (name == "wpt") return Role::kWaypoint;
    if (name == "rte") return Role::kRoute;
    if (name == "trk") return Role::kTrack;
  }
  if (around == Role::kMetadata && name == "author") return Role::kAuthor;
  if (around == Role::kRoute && name == "rtept") return Role::kRoutePlace;
  if (around == Role::kTrack && name == "trkseg") return Role::kSegment;
  if (around == Role::kSegment && name == "trkpt") return Role::kTrackPoint;
  return is_field(around, name) ? Role::kField : Role::kPassed;
}

Result<void> Handler::start_root(const xml::Element& element) {
  if (element.name != "gpx") return fail(ErrorCode::kWrongFormat, "error.wrong_format_gpx");
  const std::string_view version = element.find("version").value_or("");
  notes.version = first_code_points(version, 20);
  const bool known = version.empty() || version == "1" || version.starts_with("1.");
  if (!known) return fail(Error(ErrorCode::kNewerVersion, "error.gpx_version").with("version", notes.version));
  keep(file.creator, element.find("creator").value_or(""));
  return {};
}

Result<void> Handler::start(const xml::Element& element, std::uint32_t line) {
  line_ = line;
  if (open_.empty()) {
    SK_TRY_VOID(start_root(element));
    open_.push_back(Role::kRoot);
    return {};
  }
  const Role role = role_of(element);
  if (role == Role::kPassed && open_.back() != Role::kPassed) ++notes.passed_over;
  SK_TRY_VOID(open(role, element, line));
  open_.push_back(role);
  return {};
}

Result<void> Handler::count_place() {
  if (++places_ <= limits_.max_places) return {};
  return fail(Error(ErrorCode::kTooLarge, "error.gpx_too_many").with("limit", std::to_string(limits_.max_places)));
}

Result<void> Handler::open(Role role, const xml::Element& element, std::uint32_t line) {
  line_ = line;
  switch (role) {
    case Role::kWaypoint:
    case Role::kRoutePlace: {
      SK_TRY(place, place_of(element));
      SK_TRY_VOID(count_place());
      auto& list = role == Role::kWaypoint ? file.waypoints : file.routes.back().places;
      list.emplace_back().point.place = place;
      return {};
    }
    case Role::kRoute:
      file.routes.emplace_back();
      return count_place();
    case Role::kTrack:
      file.tracks.emplace_back();
      return count_place();
    case Role::kSegment:
      file.tracks.back().segments.emplace_back();
      return count_place();
    case Role::kTrackPoint: {
      SK_TRY(place, place_of(element));
      if (++points_ > limits_.max_points) {
        return fail(
            Error(ErrorCode::kTooLarge, "error.gpx_too_many").with("limit", std::to_string(limits_.max_points)));
      }
      file.tracks.back().segments.back().points.emplace_back().place = place;
      return {};
    }
    default:
      return {};
  }
}

GpxPoint* Handler::current_point(Role around) {
  if (around == Role::kWaypoint) return &file.waypoints.back().point;
  if (around == Role::kRoutePlace) return &file.routes.back().places.back().point;
  if (around == Role::kTrackPoint) return &file.tracks.back().segments.back().points.back();
  return nullptr;
}

Result<void> Handler::end(std::string_view name, std::string_view text) {
  const Role role = open_.back();
  open_.pop_back();
  if (role == Role::kAccuracy) keep_accuracy(text);
  if (role == Role::kField) return field(name, text);
  return {};
}

void Handler::keep_accuracy(std::string_view text) {
  if (open_.size() < 2) return;
  GpxPoint* point = current_point(open_[open_.size() - 2]);  // behind <extensions>
  const std::optional<std::int64_t> mm = parse_millimetres(trimmed(text));
  if (point != nullptr && mm && *mm >= 0 && *mm <= INT32_MAX) point->accuracy_mm = static_cast<std::int32_t>(*mm);
}

void Handler::note_here(GpxNote& note) const {
  if (note.count++ > 0) return;
  note.line = line_;
  const bool in_track = std::find(open_.begin(), open_.end(), Role::kTrack) != open_.end();
  if (!in_track) return;
  note.track = file.tracks.size();
  note.segment = file.tracks.back().segments.size();
  note.point = note.segment == 0 ? 0 : file.tracks.back().segments.back().points.size();
}

void Handler::keep(std::string& into, std::string_view text) {
  const std::string_view words = trimmed(text);
  const std::string_view kept = trimmed(first_code_points(words, kGpxMostText));
  if (kept.size() < words.size()) note_here(notes.cut_texts);
  into = kept;
}

void Handler::keep_time(std::optional<std::int64_t>& into, std::string_view text) {
  into = moment_of(text);
  if (!into.has_value()) note_here(notes.unreadable_times);
}

void Handler::place_field(GpxPlace& place, std::string_view name, std::string_view text) {
  if (name == "name") keep(place.name, text);
  if (name == "cmt") keep(place.comment, text);
  if (name == "desc") keep(place.description, text);
  if (name == "sym") keep(place.symbol, text);
  if (name == "type") keep(place.type, text);
  if (name == "time") keep_time(place.point.time_ms, text);
}

void Handler::file_field(std::string_view name, std::string_view text) {
  if (name == "name") keep(file.name, text);
  if (name == "desc") keep(file.description, text);
  if (name == "keywords") keep(file.keywords, text);
  if (name == "author") keep(file.author, text);  // 1.0
  if (name == "time") keep_time(file.time_ms, text);
}

Result<void> Handler::field(std::string_view name, std::string_view text) {
  switch (open_.back()) {
    case Role::kRoot:
    case Role::kMetadata:
      file_field(name, text);
      break;
    case Role::kAuthor:
      keep(file.author, text);
      break;
    case Role::kWaypoint:
      place_field(file.waypoints.back(), name, text);
      break;
    case Role::kRoutePlace:
      place_field(file.routes.back().places.back(), name, text);
      break;
    case Role::kRoute:
      keep(name == "name" ? file.routes.back().name : file.routes.back().description, text);
      break;
    case Role::kTrack:
      keep(name == "name" ? file.tracks.back().name : file.tracks.back().description, text);
      break;
    case Role::kTrackPoint:
      keep_time(current_point(Role::kTrackPoint)->time_ms, text);
      break;
    default:
      break;
  }
  return {};
}

}  // namespace gpx

struct GpxReader::State {
  gpx::Handler handler;
  xml::Parser parser;
  explicit State(const GpxLimits& limits) : handler(limits), parser(handler, xml_limits(limits)) {}
  static xml::Limits xml_limits(const GpxLimits& limits) {
    xml::Limits out;
    out.max_bytes = limits.max_bytes;
    out.max_text = 1'000'000;
    return out;
  }
};

GpxReader::GpxReader(const GpxLimits& limits) : state_(std::make_unique<State>(limits)) {}
GpxReader::~GpxReader() = default;

Result<void> GpxReader::take(std::string_view piece) { return state_->parser.take(piece); }

Result<GpxFile> GpxReader::finish(GpxNotes* notes) {
  SK_TRY_VOID(state_->parser.finish());
  GpxFile file = std::move(state_->handler.file);
  if (notes != nullptr) {
    *notes = std::move(state_->handler.notes);
    note_steps(file, *notes);
  }
  return file;
}

Result<GpxFile> read_gpx(std::string_view bytes, GpxNotes* notes, const GpxLimits& limits) {
  GpxReader reader(limits);
  SK_TRY_VOID(reader.take(bytes));
  return reader.finish(notes);
}

bool looks_like_gpx(std::string_view bytes) { return xml::looks_like_xml(bytes) && xml::root_name(bytes) == "gpx"; }

}  // namespace stoepkrijt::formats
