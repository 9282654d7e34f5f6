#include "formats/reports/fields.hpp"

#include <algorithm>
#include <charconv>

#include "formats/reports/moments.hpp"
#include "model/names.hpp"

namespace stoepkrijt::formats {

std::string text_at(const json::Cursor& object, std::string_view key) {
  const auto member = object.find(key);
  if (!member) return {};
  if (member->is(json::Type::kString)) return std::string(member->string().value());
  if (member->is(json::Type::kNumber)) return std::string(member->number_text().value());
  return {};
}

std::string first_text(const json::Cursor& object, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (std::string text = text_at(object, key); !text.empty()) return text;
  }
  return {};
}

Result<geo::LonLat> place_of(std::string_view lon, std::string_view lat) {
  if (lon.empty() || lat.empty()) return fail(Error(ErrorCode::kMissing, "error.report_no_place"));
  const auto x = parse_degrees(lon, 180);
  const auto y = parse_degrees(lat, 90);
  if (!x || !y) return fail(Error(ErrorCode::kOutsideWorld, "error.report_place"));
  return geo::LonLat{*x, *y};
}

namespace {

template <class E>
void set_word(E& to, std::string_view word) {
  if (const auto value = model::from_name<E>(word)) to = *value;
}

/// Not below zero, at most 100 km: more tells nothing.
std::int32_t accuracy_of(std::string_view text) {
  constexpr std::int64_t kMost = 100'000'000;
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(parse_millimetres(text).value_or(0), 0, kMost));
}

std::string moment_text(std::int64_t ms) { return ms == 0 ? "" : iso_moment(ms); }

}  // namespace

void set_field(Report& report, std::string_view name, std::string_view text) {
  model::Signal& s = report.signal;
  if (text.empty()) return;
  if (name == "accuracy_m") s.accuracy_mm = accuracy_of(text);
  if (name == "address") report.address = text;
  if (name == "buurt") s.buurt = text;
  if (name == "category") report.category = text;
  if (name == "kind") set_word(s.kind, text);
  if (name == "level") set_word(s.level, text);
  if (name == "placed_by") set_word(s.placed_by, text);
  if (name == "reference") report.reference = text;
  if (name == "status") set_word(report.status, text);
  if (name == "status_note") report.status_note = text;
  if (name == "street") s.near_street = text;
  if (name == "subtheme") s.subtheme = text;
  if (name == "support") std::from_chars(text.data(), text.data() + text.size(), report.support);
  if (name == "theme") set_word(s.theme, text);
  if (name == "time") s.time_ms = parse_moment(text).value_or(0);
  if (name == "title") s.title = text;
  if (name == "updated") report.updated_ms = parse_moment(text).value_or(0);
  if (name == "walk") s.walk_id = text;
  if (name == "words") s.words = text;
}

std::string field_text(const Report& report, std::string_view name) {
  const model::Signal& s = report.signal;
  if (name == "accuracy_m") return s.accuracy_mm == 0 ? "" : metres(s.accuracy_mm);
  if (name == "address") return report.address;
  if (name == "buurt") return s.buurt;
  if (name == "category") return report.category;
  if (name == "kind") return std::string(model::name_of(s.kind));
  if (name == "level") return s.level == model::Level::kUnset ? "" : std::string(model::name_of(s.level));
  if (name == "placed_by") return std::string(model::name_of(s.placed_by));
  if (name == "reference") return report.reference;
  if (name == "status") return std::string(model::name_of(report.status));
  if (name == "status_note") return report.status_note;
  if (name == "street") return s.near_street;
  if (name == "subtheme") return s.subtheme;
  if (name == "support") return std::to_string(report.support);
  if (name == "theme") return std::string(model::name_of(s.theme));
  if (name == "time") return moment_text(s.time_ms);
  if (name == "title") return s.title;
  if (name == "updated") return moment_text(report.updated_ms);
  if (name == "walk") return s.walk_id;
  return name == "words" ? s.words : "";
}

void write_point(json::Writer& out, geo::LonLat place) {
  out.begin_object();
  out.key("coordinates");
  out.raw("[" + degrees(place.lon_e7) + "," + degrees(place.lat_e7) + "]");
  out.key("type");
  out.string("Point");
  out.end_object();
}

void write_text_or_null(json::Writer& out, std::string_view key, std::string_view text) {
  out.key(key);
  if (text.empty()) {
    out.null();
  } else {
    out.string(text);
  }
}

std::string_view head_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  constexpr std::size_t kHead = 4096;
  return first == std::string_view::npos ? std::string_view{} : text.substr(first, kHead);
}

}  // namespace stoepkrijt::formats
