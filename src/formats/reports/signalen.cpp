// Source: Signalen's public API, POST /signals/v1/public/signals/ (github.com/Amsterdam/signals, schema of the public
// signal). Unknown members are refused there, so only these are written.
#include "base/utf8.hpp"
#include "formats/reports/fields.hpp"
#include "formats/reports/moments.hpp"
#include "model/names.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::size_t kMostText = 3000;
constexpr std::size_t kMostExtra = 10'000;
constexpr std::string_view kSource = "Stoepkrijt";

void write_location(json::Writer& out, const Report& report) {
  const model::Signal& s = report.signal;
  out.begin_object();
  if (!s.near_street.empty()) {
    out.key("address");
    out.begin_object();
    out.key("openbare_ruimte");
    out.string(s.near_street);
    out.end_object();
  }
  if (!s.buurt.empty()) {
    out.key("buurt_code");
    out.string(s.buurt);
  }
  out.key("geometrie");
  write_point(out, s.place);
  out.end_object();
}

void write_signal(json::Writer& out, const Report& report) {
  const model::Signal& s = report.signal;
  out.begin_object();
  out.key("category");
  out.begin_object();
  out.key("sub_category");
  out.string(s.subtheme.empty() ? model::name_of(s.theme) : std::string_view(s.subtheme));
  out.end_object();
  out.key("incident_date_start");
  out.string(iso_moment(s.time_ms));
  out.key("location");
  write_location(out, report);
  out.key("reporter");  // obligatory there, with nothing in it or with how to be reached
  out.begin_object();
  if (!report.email.empty()) {
    out.key("email");
    out.string(report.email);
  }
  if (!report.phone.empty()) {
    out.key("phone");
    out.string(report.phone);
  }
  out.key("sharing_allowed");
  out.boolean(!report.email.empty() || !report.phone.empty());
  out.end_object();
  out.key("source");
  out.string(kSource);
  out.key("text");
  const std::string& text = s.title.empty() ? (s.words.empty() ? report.category : s.words) : s.title;
  out.string(first_code_points(text.empty() ? model::name_of(s.theme) : std::string_view(text), kMostText));
  out.key("text_extra");
  out.string(s.title.empty() ? std::string_view{} : first_code_points(s.words, kMostExtra));
  out.end_object();
}

/// The last part of ".../sub_categories/zwerfvuil", or the word itself.
std::string slug_of(std::string_view category) {
  while (category.ends_with('/')) category.remove_suffix(1);
  const std::size_t slash = category.rfind('/');
  return std::string(slash == std::string_view::npos ? category : category.substr(slash + 1));
}

std::string address_of(const json::Cursor& address) {
  std::string out = text_at(address, "openbare_ruimte");
  if (const std::string number = text_at(address, "huisnummer"); !number.empty()) out += " " + number;
  if (const std::string town = text_at(address, "woonplaats"); !town.empty()) out += (out.empty() ? "" : ", ") + town;
  return out;
}

Result<Report> read_signal(const json::Cursor& item) {
  if (!item.is(json::Type::kObject)) return fail(Error(ErrorCode::kWrongFormat, "error.no_reports"));
  Report report;
  model::Signal& s = report.signal;
  const auto location = item.find("location");
  const auto point = location ? location->find("geometrie") : std::nullopt;
  const auto coordinates = point ? point->find("coordinates") : std::nullopt;
  if (!coordinates || !coordinates->is(json::Type::kArray) || coordinates->size() < 2) {
    return fail(Error(ErrorCode::kMissing, "error.report_no_place"));
  }
  auto at = coordinates->begin();
  SK_TRY(lon, (*at).number_text());
  ++at;
  SK_TRY(lat, (*at).number_text());
  SK_TRY(place, place_of(lon, lat));
  s.place = place;
  s.buurt = text_at(*location, "buurt_code");
  if (const auto address = location->find("address")) {
    s.near_street = text_at(*address, "openbare_ruimte");
    report.address = address_of(*address);
  }
  if (const auto category = item.find("category")) {
    const std::string slug = slug_of(first_text(*category, {"sub_category", "sub_slug", "category_url"}));
    if (const auto theme = model::from_name<model::SchouwTheme>(slug)) {
      s.theme = *theme;
    } else {
      s.subtheme = slug;
    }
    report.category = text_at(*category, "sub");
  }
  s.title = text_at(item, "text");
  s.words = text_at(item, "text_extra");
  if (count_code_points(s.title) > 200) {
    s.words = s.title + (s.words.empty() ? "" : "\n" + s.words);
    s.title.clear();
  }
  s.time_ms = parse_moment(first_text(item, {"incident_date_start", "created_at"})).value_or(0);
  report.reference = first_text(item, {"signal_id", "id", "id_display"});
  if (const auto status = item.find("status")) {
    const std::string state = text_at(*status, "state");
    if (state == "o" || state == "CLOSED") report.status = model::IssueStatus::kDone;
    report.updated_ms = parse_moment(text_at(*status, "created_at")).value_or(0);
    report.status_note = text_at(*status, "text");
  }
  return report;
}

}  // namespace

std::string write_signalen(const std::vector<Report>& reports) {
  json::Writer out;
  out.begin_array();
  for (const Report& report : reports) {
    if (report.signal.kind == model::SignalKind::kProblem) write_signal(out, report);
  }
  out.end_array();
  return out.take();
}

Result<Reports> read_signalen(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  json::Cursor list = document.root();
  if (const auto results = list.find("results")) list = *results;
  if (list.is(json::Type::kObject)) {  // one signal, as the form sends it
    Reports out;
    Result<Report> report = read_signal(list);
    Result<void> usable = report ? make_usable(*report) : fail(report.error());
    if (!usable) return fail(std::move(usable).error());
    out.reports.push_back(std::move(report).value());
    return out;
  }
  if (!list.is(json::Type::kArray)) return fail(Error(ErrorCode::kWrongFormat, "error.no_reports"));
  return read_items(list, read_signal);
}

bool looks_like_signalen(std::string_view text) {
  const std::string_view head = head_of(text);
  return (head.starts_with("[") || head.starts_with("{")) && head.find("\"geometrie\"") != std::string_view::npos;
}

}  // namespace stoepkrijt::formats
