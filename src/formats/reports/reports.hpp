// Signals as other programs know them: one list in between, and for each format a reader and a writer. What a format
// cannot hold is left out when writing; what a file holds that cannot be used is named, one by one, and the rest is
// read.
//
// Never in any of them: who supports a signal (only how many do). How to reach a reporter stands in Signalen's form
// only, when the caller puts it there; it is never read from a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::formats {

/// One signal, and what others say beside it.
struct Report {
  model::Signal signal;   ///< `id` is empty when the file gave none that we can use
  std::string reference;  ///< the number or id that another system gave it; empty: none
  std::string category;   ///< the name of its kind in words ("Zwerfvuil"); empty: none
  std::string address;    ///< "Singelkade 12, Delft"; empty: none
  model::IssueStatus status = model::IssueStatus::kOpen;
  std::string status_note;      ///< the reason that goes with it; empty: none
  std::int64_t updated_ms = 0;  ///< of the status; 0: not known
  std::size_t support = 0;      ///< how many see it too
  std::string email, phone;     ///< of the reporter, who agreed that it is sent along; only written, only by Signalen
  friend bool operator==(const Report&, const Report&) = default;
};

/// An item of a file that could not be used.
struct LeftOut {
  std::size_t item = 0;  ///< from 1, in the order of the file; of CSV: the line of the file
  Error error;
};

struct Reports {
  std::vector<Report> reports;
  std::vector<LeftOut> left_out;
};

/// The signals of a dossier, in its order, each with the state of the issue that it belongs to.
[[nodiscard]] std::vector<Report> reports_of(const model::Dossier& dossier);

/// Cuts texts to what a signal may hold, takes out control characters, sets words that a file lacks, and times to whole
/// seconds; once more changes nothing. Errors: kMissing
/// "error.report_no_place" without a place (0, 0), kOutsideWorld "error.report_place".
[[nodiscard]] Result<void> make_usable(Report& report);

// ---- GeoJSON (RFC 7946): a FeatureCollection of Points in WGS84
// ------------------------------------------------------- The foreign member "stoepkrijt": "reports" says what it is.
// Properties: accuracy_m, address, buurt, category, kind, level, placed_by, reference, status, status_note, street,
// subtheme, support, theme, time, title, updated, walk, words.

[[nodiscard]] std::string write_reports_geojson(const std::vector<Report>& reports);
/// Points of any file; of others the usual names (name, title, description, category, status, …) are understood.
/// Errors: those of JSON, kWrongFormat when it is no FeatureCollection.
[[nodiscard]] Result<Reports> read_reports_geojson(std::string_view text);
[[nodiscard]] bool looks_like_reports_geojson(std::string_view text);

// ---- CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark

/// A header and a row per signal; places as degrees and as RD New in metres. Cells that a spreadsheet would take for a
/// formula start with an apostrophe. `separator`: ',' or, for Dutch spreadsheets, ';' (then decimals have a comma).
[[nodiscard]] std::string write_reports_csv(const std::vector<Report>& reports, char separator);
/// Columns in any order, known by their names (docs/formats/reports.md); the separator (, ; or a tab) is found out.
/// Errors: kNotUtf8, kWrongFormat "error.reports_csv_columns" without columns for a place.
[[nodiscard]] Result<Reports> read_reports_csv(std::string_view text);
[[nodiscard]] bool looks_like_reports_csv(std::string_view text);

// ---- Open311 GeoReport v2

/// The answer to GET requests.json: a bare array, every member of the specification, null where nothing is known.
[[nodiscard]] std::string write_open311(const std::vector<Report>& reports);
/// Reads what servers really give: a bare array or one within "service_requests", numbers as texts, members left out.
[[nodiscard]] Result<Reports> read_open311(std::string_view text);
[[nodiscard]] bool looks_like_open311(std::string_view text);

/// An entry of GET services.json.
struct Open311Service {
  std::string code, name, group;
};
[[nodiscard]] std::string write_open311_services(const std::vector<Open311Service>& services);

// ---- Signalen (Amsterdam and others): an array of what its public form sends

/// Only problems: Signalen knows no strong points and no ideas.
[[nodiscard]] std::string write_signalen(const std::vector<Report>& reports);
[[nodiscard]] Result<Reports> read_signalen(std::string_view text);
[[nodiscard]] bool looks_like_signalen(std::string_view text);

/// Any of the four, by its content. Error: kWrongFormat "error.no_reports".
[[nodiscard]] Result<Reports> read_reports(std::string_view text);
[[nodiscard]] bool looks_like_reports(std::string_view text);

}  // namespace stoepkrijt::formats
