// What the readers and writers of reports share: members of JSON as they come, and the words of our enumerations.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "base/json_writer.hpp"
#include "formats/reports/reports.hpp"

namespace stoepkrijt::formats {

/// The member as text, also when it is a number; empty when it is missing, null or something else.
[[nodiscard]] std::string text_at(const json::Cursor& object, std::string_view key);
/// The first of these members that is not empty.
[[nodiscard]] std::string first_text(const json::Cursor& object, std::initializer_list<std::string_view> keys);
/// [longitude, latitude] as decimal numbers. Errors: kMissing "error.report_no_place", kOutsideWorld.
[[nodiscard]] Result<geo::LonLat> place_of(std::string_view lon, std::string_view lat);

/// Sets one field from its text, by the name that GeoJSON and CSV give it; a word that is not known is passed over.
void set_field(Report& report, std::string_view name, std::string_view text);
/// Its text; empty: nothing to write.
[[nodiscard]] std::string field_text(const Report& report, std::string_view name);
/// The names, sorted. Places and the id are not among them.
inline constexpr std::string_view kFields[] = {  // NOLINT(*-avoid-c-arrays)
    "accuracy_m", "address",  "buurt",   "category", "kind", "level", "placed_by", "reference", "status", "status_note",
    "street",     "subtheme", "support", "theme",    "time", "title", "updated",   "walk",      "words"};

/// A whole list: each item to a report, or its error to what is left out. `read` is Result<Report>(json::Cursor).
template <class Read>
[[nodiscard]] Reports read_items(const json::Cursor& list, Read read) {
  Reports out;
  std::size_t number = 0;
  for (const json::Cursor item : list) {
    ++number;
    Result<Report> report = read(item);
    Result<void> usable = report ? make_usable(*report) : fail(report.error());
    if (usable) {
      out.reports.push_back(std::move(report).value());
    } else {
      out.left_out.push_back({number, std::move(usable).error()});
    }
  }
  return out;
}

/// {"coordinates":[lon,lat],"type":"Point"}
void write_point(json::Writer& out, geo::LonLat place);
/// The string, or null when it is empty.
void write_text_or_null(json::Writer& out, std::string_view key, std::string_view text);

/// The first bytes of a file, for telling formats apart; without a byte order mark and white space.
[[nodiscard]] std::string_view head_of(std::string_view text);

}  // namespace stoepkrijt::formats
