// Source: RFC 7946, sections 3, 4, 5 and 6.1 (foreign members).
#include <algorithm>

#include "formats/reports/fields.hpp"
#include "formats/reports/moments.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::string_view kMark = "\"stoepkrijt\":\"reports\"";

void write_box(json::Writer& out, const std::vector<Report>& reports) {
  geo::Bounds box;
  for (const Report& report : reports) box.add(report.signal.place);
  out.key("bbox");
  out.raw("[" + degrees(box.min_lon_e7) + "," + degrees(box.min_lat_e7) + "," + degrees(box.max_lon_e7) + "," +
          degrees(box.max_lat_e7) + "]");
}

void write_feature(json::Writer& out, const Report& report) {
  out.begin_object();
  out.key("geometry");
  write_point(out, report.signal.place);
  if (!report.signal.id.empty()) {
    out.key("id");
    out.string(report.signal.id);
  }
  out.key("properties");
  out.begin_object();
  for (const std::string_view name : kFields) {
    const std::string text = field_text(report, name);
    if (text.empty()) continue;
    out.key(name);
    if (name == "accuracy_m" || name == "support") {
      out.raw(text);
    } else {
      out.string(text);
    }
  }
  out.end_object();
  out.key("type");
  out.string("Feature");
  out.end_object();
}

/// What other programs call it, where our own names find nothing.
void usual_names(Report& report, const json::Cursor& properties) {
  const auto otherwise = [&](std::string_view field, std::initializer_list<std::string_view> names) {
    if (field_text(report, field).empty()) set_field(report, field, first_text(properties, names));
  };
  otherwise("title", {"name", "naam", "titel", "service_name", "onderwerp"});
  otherwise("words", {"description", "omschrijving", "text", "tekst", "toelichting"});
  otherwise("category", {"categorie", "subcategorie", "sub_category", "type", "soort"});
  otherwise("time", {"created_at", "datum", "date", "requested_datetime", "incident_date_start"});
  otherwise("street", {"straat", "straatnaam", "openbare_ruimte"});
  otherwise("address", {"adres"});
  otherwise("buurt", {"buurtcode", "buurt_code", "bu_code"});
}

Result<Report> read_feature(const json::Cursor& feature) {
  Report report;
  const auto geometry = feature.find("geometry");
  if (!geometry || !geometry->is(json::Type::kObject) || text_at(*geometry, "type") != "Point") {
    return fail(Error(ErrorCode::kMissing, "error.report_no_place"));
  }
  SK_TRY(coordinates, geometry->get("coordinates"));
  std::vector<std::string_view> numbers;
  for (const json::Cursor number : coordinates) {
    SK_TRY(text, number.number_text());
    numbers.push_back(text);
  }
  if (numbers.size() < 2) return fail(Error(ErrorCode::kMissing, "error.report_no_place"));
  SK_TRY(place, place_of(numbers[0], numbers[1]));
  report.signal.place = place;
  report.signal.id = text_at(feature, "id");
  const auto properties = feature.find("properties");
  if (!properties || !properties->is(json::Type::kObject)) return report;
  for (const std::string_view name : kFields) set_field(report, name, text_at(*properties, name));
  usual_names(report, *properties);
  return report;
}

}  // namespace

std::string write_reports_geojson(const std::vector<Report>& reports) {
  json::Writer out;
  out.begin_object();
  if (!reports.empty()) write_box(out, reports);
  out.key("features");
  out.begin_array();
  for (const Report& report : reports) write_feature(out, report);
  out.end_array();
  out.key("stoepkrijt");
  out.string("reports");
  out.key("type");
  out.string("FeatureCollection");
  out.end_object();
  return out.take();
}

Result<Reports> read_reports_geojson(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  const auto features = root.find("features");
  if (!root.is(json::Type::kObject) || text_at(root, "type") != "FeatureCollection" || !features ||
      !features->is(json::Type::kArray)) {
    return fail(Error(ErrorCode::kWrongFormat, "error.no_reports"));
  }
  return read_items(*features, read_feature);
}

bool looks_like_reports_geojson(std::string_view text) {
  if (!head_of(text).starts_with("{")) return false;
  constexpr std::size_t kEnd = 200;
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kEnd));
  if (tail.find(kMark) != std::string_view::npos) return true;
  // Written anew by another program: the member may stand anywhere and with spaces.
  const std::string_view head = head_of(text);
  const std::size_t at = head.find("\"stoepkrijt\"");
  return at != std::string_view::npos && head.substr(at, 40).find("\"reports\"") != std::string_view::npos;
}

}  // namespace stoepkrijt::formats
