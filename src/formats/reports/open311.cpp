// Source: Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2), "GET Service Requests" and "GET Service List".
#include "base/utf8.hpp"
#include "formats/reports/fields.hpp"
#include "formats/reports/moments.hpp"
#include "model/names.hpp"
#include "schouw/status.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::size_t kMostDescription = 4000;  // as the specification says

std::string code_of(const model::Signal& signal) {
  return signal.subtheme.empty() ? std::string(model::name_of(signal.theme)) : signal.subtheme;
}

/// In title and words together: the specification has one text.
std::string description_of(const model::Signal& signal) {
  std::string out = signal.title;
  if (!signal.words.empty()) out += (out.empty() ? "" : "\n") + signal.words;
  return std::string(first_code_points(out, kMostDescription));
}

void write_request(json::Writer& out, const Report& report) {
  const model::Signal& s = report.signal;
  out.begin_object();
  write_text_or_null(out, "address", report.address.empty() ? s.near_street : report.address);
  write_text_or_null(out, "address_id", "");
  write_text_or_null(out, "agency_responsible", "");
  write_text_or_null(out, "description", description_of(s));
  write_text_or_null(out, "expected_datetime", "");
  out.key("lat");
  out.raw(degrees(s.place.lat_e7));
  out.key("long");
  out.raw(degrees(s.place.lon_e7));
  write_text_or_null(out, "media_url", "");
  out.key("requested_datetime");
  out.string(iso_moment(s.time_ms));
  out.key("service_code");
  out.string(code_of(s));
  write_text_or_null(out, "service_name", report.category);
  write_text_or_null(out, "service_notice", "");
  out.key("service_request_id");
  out.string(report.reference.empty() ? s.id : report.reference);
  out.key("status");
  out.string(schouw::is_closed(report.status) ? "closed" : "open");
  write_text_or_null(out, "status_notes", report.status_note);
  write_text_or_null(out, "updated_datetime", report.updated_ms == 0 ? "" : iso_moment(report.updated_ms));
  write_text_or_null(out, "zipcode", "");
  out.end_object();
}

Result<Report> read_request(const json::Cursor& item) {
  if (!item.is(json::Type::kObject)) return fail(Error(ErrorCode::kWrongFormat, "error.no_reports"));
  Report report;
  model::Signal& s = report.signal;
  SK_TRY(place, place_of(first_text(item, {"long", "lon", "lng"}), text_at(item, "lat")));
  s.place = place;
  report.reference = first_text(item, {"service_request_id", "token"});
  const std::string code = text_at(item, "service_code");
  s.subtheme = code;
  if (const auto theme = model::from_name<model::SchouwTheme>(code)) {
    s.theme = *theme;
    s.subtheme.clear();
  }
  report.category = text_at(item, "service_name");
  s.words = text_at(item, "description");
  // What we wrote starts with the title on a line of its own.
  if (const std::size_t line = s.words.find('\n'); line != std::string::npos && line <= 200) {
    s.title = s.words.substr(0, line);
    s.words.erase(0, line + 1);
  }
  report.address = text_at(item, "address");
  s.time_ms = parse_moment(text_at(item, "requested_datetime")).value_or(0);
  report.updated_ms = parse_moment(text_at(item, "updated_datetime")).value_or(0);
  if (text_at(item, "status") == "closed") report.status = model::IssueStatus::kDone;
  report.status_note = text_at(item, "status_notes");
  return report;
}

}  // namespace

std::string write_open311(const std::vector<Report>& reports) {
  json::Writer out;
  out.begin_array();
  for (const Report& report : reports) write_request(out, report);
  out.end_array();
  return out.take();
}

Result<Reports> read_open311(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  json::Cursor list = document.root();
  for (const std::string_view wrap : {"service_requests", "request"}) {
    if (const auto inner = list.find(wrap)) list = *inner;
  }
  if (!list.is(json::Type::kArray)) return fail(Error(ErrorCode::kWrongFormat, "error.no_reports"));
  return read_items(list, read_request);
}

bool looks_like_open311(std::string_view text) {
  const std::string_view head = head_of(text);
  return (head.starts_with("[") || head.starts_with("{")) && head.find("\"service_code\"") != std::string_view::npos &&
         head.find("\"requested_datetime\"") != std::string_view::npos;
}

std::string write_open311_services(const std::vector<Open311Service>& services) {
  json::Writer out;
  out.begin_array();
  for (const Open311Service& service : services) {
    out.begin_object();
    write_text_or_null(out, "description", "");
    write_text_or_null(out, "group", service.group);
    write_text_or_null(out, "keywords", "");
    out.key("metadata");
    out.boolean(false);
    out.key("service_code");
    out.string(service.code);
    out.key("service_name");
    out.string(service.name);
    out.key("type");
    out.string("batch");  // taken in by a file, and answered later
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace stoepkrijt::formats
