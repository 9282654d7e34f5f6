// Source: RFC 4180; a byte order mark so that spreadsheets take it for UTF-8.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/utf8.hpp"
#include "formats/csv/election_csv.hpp"
#include "formats/reports/fields.hpp"
#include "formats/reports/moments.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 5> kPlaces{"id", "lon", "lat", "rd_x", "rd_y"};

/// Columns that other programs call otherwise.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> kOthers{{
    {"adres", "address"},
    {"breedtegraad", "lat"},
    {"buurtcode", "buurt"},
    {"categorie", "category"},
    {"created_at", "time"},
    {"datum", "time"},
    {"description", "words"},
    {"latitude", "lat"},
    {"lengtegraad", "lon"},
    {"lng", "lon"},
    {"long", "lon"},
    {"longitude", "lon"},
    {"melding", "words"},
    {"naam", "title"},
    {"name", "title"},
    {"omschrijving", "words"},
    {"onderwerp", "category"},
    {"straat", "street"},
    {"titel", "title"},
    {"x", "rd_x"},
    {"y", "rd_y"},
}};

std::string with_comma(std::string text, char separator) {
  if (separator == ';') std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

/// A cell: quoted where it must be; csv_text() quotes for commas, a semicolon is ours to see to.
std::string cell(std::string_view text, char separator) {
  std::string out = csv_text(text);
  if (!out.starts_with('"') && out.find(separator) != std::string::npos) out = "\"" + out + "\"";
  return out;
}

std::string rd_metres(double value) { return metres(std::llround(value * 100) * 10); }

std::string place_text(const Report& report, std::string_view name, char separator) {
  const model::Signal& s = report.signal;
  if (name == "id") return s.id;
  if (name == "lon") return with_comma(degrees(s.place.lon_e7), separator);
  if (name == "lat") return with_comma(degrees(s.place.lat_e7), separator);
  const geo::XY rd = geo::to_rd(s.place);
  if (!geo::in_rd_area(rd)) return "";
  return with_comma(rd_metres(name == "rd_x" ? rd.x : rd.y), separator);
}

/// The rows of a CSV text, each with the line on which it starts.
class Rows {
 public:
  Rows(std::string_view text, char separator) : text_(text), separator_(separator) {}

  [[nodiscard]] std::size_t line() const { return row_line_; }

  /// False at the end.
  bool next(std::vector<std::string>& cells) {
    cells.clear();
    if (at_ >= text_.size()) return false;
    row_line_ = line_;
    cells.emplace_back();
    bool quoted = false;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '\n') ++line_;
      if (quoted) {
        if (c != '"') {
          cells.back() += c;
        } else if (at_ < text_.size() && text_[at_] == '"') {
          cells.back() += '"';
          ++at_;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cells.back().empty()) {
        quoted = true;
      } else if (c == separator_) {
        cells.emplace_back();
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') {
          ++at_;
          ++line_;
        }
        return true;
      } else {
        cells.back() += c;
      }
    }
    return true;
  }

 private:
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
};

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return text;
}

/// The one that stands most often in the first line.
char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  char best = ',';
  for (const char c : {';', '\t'}) {
    if (std::count(line.begin(), line.end(), c) > std::count(line.begin(), line.end(), best)) best = c;
  }
  return best;
}

/// Column names as we know them, lower case; others stay and are passed over.
std::vector<std::string> columns_of(std::vector<std::string> header) {
  for (std::string& name : header) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const auto& [other, ours] : kOthers) {
      if (name == other) name = ours;
    }
  }
  return header;
}

bool has(const std::vector<std::string>& columns, std::string_view name) {
  return std::find(columns.begin(), columns.end(), name) != columns.end();
}
bool have_place(const std::vector<std::string>& columns) {
  return (has(columns, "lon") && has(columns, "lat")) || (has(columns, "rd_x") && has(columns, "rd_y"));
}

Result<geo::LonLat> place_in(const std::map<std::string_view, std::string>& row) {
  const auto at = [&](std::string_view name) {
    const auto it = row.find(name);
    return it == row.end() ? std::string_view{} : std::string_view(it->second);
  };
  if (!at("lon").empty() && !at("lat").empty()) return place_of(at("lon"), at("lat"));
  if (at("rd_x").empty() || at("rd_y").empty()) return fail(Error(ErrorCode::kMissing, "error.report_no_place"));
  const auto x = parse_millimetres(at("rd_x"));
  const auto y = parse_millimetres(at("rd_y"));
  if (!x || !y) return fail(Error(ErrorCode::kOutsideWorld, "error.report_place"));
  const geo::XY rd{static_cast<double>(*x) / 1000, static_cast<double>(*y) / 1000};
  if (!geo::in_rd_area(rd)) return fail(Error(ErrorCode::kOutsideWorld, "error.report_place"));
  return geo::from_rd(rd);
}

Result<Report> report_of(const std::vector<std::string>& columns, const std::vector<std::string>& cells) {
  std::map<std::string_view, std::string> row;
  for (std::size_t i = 0; i < std::min(columns.size(), cells.size()); ++i) {
    std::string_view text = cells[i];
    // The apostrophe that keeps a spreadsheet from computing.
    if (text.size() > 1 && text[0] == '\'' && std::string_view("=+-@").find(text[1]) != std::string_view::npos) {
      text.remove_prefix(1);
    }
    row.emplace(columns[i], text);
  }
  Report report;
  SK_TRY(place, place_in(row));
  report.signal.place = place;
  for (const auto& [name, text] : row) {
    if (name == "id") report.signal.id = text;
    set_field(report, name, text);
  }
  SK_TRY_VOID(make_usable(report));
  return report;
}

}  // namespace

std::string write_reports_csv(const std::vector<Report>& reports, char separator) {
  std::string out(kMark);
  std::vector<std::string_view> names(kPlaces.begin(), kPlaces.end());
  names.insert(names.end(), std::begin(kFields), std::end(kFields));
  for (std::size_t i = 0; i < names.size(); ++i)
    out += (i == 0 ? "" : std::string(1, separator)) + std::string(names[i]);
  out += "\r\n";
  for (const Report& report : reports) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (i > 0) out += separator;
      if (i == 0) {
        out += cell(report.signal.id, separator);
      } else if (i < kPlaces.size()) {
        // Numbers, of which a minus sign is no formula.
        const std::string number = place_text(report, names[i], separator);
        out += number.find(separator) == std::string::npos ? number : "\"" + number + "\"";
      } else if (names[i] == "accuracy_m") {
        out += with_comma(field_text(report, names[i]), separator);
      } else {
        out += cell(field_text(report, names[i]), separator);
      }
    }
    out += "\r\n";
  }
  return out;
}

Result<Reports> read_reports_csv(std::string_view text) {
  text = without_mark(text);
  if (!is_utf8(text)) return fail(Error(ErrorCode::kNotUtf8, "error.not_utf8"));
  Rows rows(text, separator_of(text));
  std::vector<std::string> cells;
  if (!rows.next(cells)) return fail(Error(ErrorCode::kEmpty, "error.empty_file"));
  const std::vector<std::string> columns = columns_of(cells);
  if (!have_place(columns)) return fail(Error(ErrorCode::kWrongFormat, "error.reports_csv_columns"));
  Reports out;
  while (rows.next(cells)) {
    if (cells.size() == 1 && cells[0].empty()) continue;  // an empty line
    Result<Report> report = report_of(columns, cells);
    if (report) {
      out.reports.push_back(std::move(report).value());
    } else {
      out.left_out.push_back({rows.line(), std::move(report).error()});
    }
  }
  return out;
}

bool looks_like_reports_csv(std::string_view text) {
  text = head_of(text);
  if (text.starts_with("{") || text.starts_with("[") || text.starts_with("<")) return false;
  std::vector<std::string> cells;
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  return Rows(line, separator_of(line)).next(cells) && have_place(columns_of(cells));
}

}  // namespace stoepkrijt::formats
