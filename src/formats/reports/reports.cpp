#include "formats/reports/reports.hpp"

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "model/checks.hpp"
#include "schouw/categories.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::string_view kBlank = " \t\r\n";

/// Without control characters but tab and line ends, trimmed, and at most `limit` code points.
void tidy(std::string& text, std::size_t limit, bool one_line) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool blank = c == '\t' || c == '\n' || c == '\r';
    if (blank && one_line) {
      out += ' ';
    } else if ((c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0)) || blank) {
      append_utf8(out, c);
    }
  }
  out.erase(0, std::min(out.find_first_not_of(kBlank), out.size()));
  text = first_code_points(out, limit);
  text.erase(text.find_last_not_of(kBlank) + 1);  // after the cut, so that once more changes nothing
}

/// A word as our files hold it: no white space or separators; others become a hyphen.
void make_word(std::string& text) {
  tidy(text, model::checks::kMaxId, true);
  for (char& c : text) {
    if (std::string_view(" ,;\"").find(c) != std::string_view::npos) c = '-';
  }
  if (!model::checks::optional_id(text, "")) text.clear();
}

}  // namespace

std::vector<Report> reports_of(const model::Dossier& dossier) {
  std::map<std::string_view, const model::Issue*> issue_of;
  for (const model::Issue& issue : dossier.issues) {
    for (const std::string& id : issue.signals) issue_of.emplace(id, &issue);
  }
  std::vector<Report> out;
  for (const model::Signal& signal : dossier.signals) {
    Report report;
    report.signal = signal;
    report.support = signal.support.size();
    report.signal.support.clear();
    if (const auto it = issue_of.find(signal.id); it != issue_of.end() && !it->second->history.empty()) {
      const model::StatusEvent& last = it->second->history.back();
      report.status = last.status;
      report.status_note = last.reason;
      report.updated_ms = last.time_ms;
    }
    out.push_back(std::move(report));
  }
  return out;
}

Result<void> make_usable(Report& report) {
  model::Signal& s = report.signal;
  if (s.place == geo::LonLat{}) return fail(Error(ErrorCode::kMissing, "error.report_no_place"));
  if (!model::checks::place(s.place, "")) return fail(Error(ErrorCode::kOutsideWorld, "error.report_place"));
  for (std::string* line : {&s.title, &s.near_street, &report.category, &report.address, &report.reference}) {
    tidy(*line, model::checks::kMaxTitle, true);
  }
  tidy(report.status_note, model::checks::kMaxLine, true);
  tidy(s.words, model::kMaxWords, false);
  for (std::string* word : {&s.id, &s.subtheme, &s.buurt, &s.walk_id}) make_word(*word);
  // A kind of ours is a sub-theme; of another tree its name is what people recognise.
  const schouw::Subtheme* const own = schouw::find_subtheme(s.subtheme);
  if (own != nullptr) s.theme = own->theme;
  if (s.title.empty() && own == nullptr) s.title = report.category;
  if (s.title.empty() && own == nullptr)
    s.title = std::string(first_code_points(s.words.substr(0, s.words.find('\n')), 60));
  if (s.near_street.empty()) s.near_street = report.address.substr(0, report.address.find(','));
  for (std::string* line : {&s.title, &s.near_street}) tidy(*line, model::checks::kMaxTitle, true);
  for (std::int64_t* moment : {&s.time_ms, &report.updated_ms}) {
    if (!model::checks::time(*moment, "")) *moment = 0;
    *moment -= *moment % 1000;  // as exchange formats write them
  }
  if (s.level != model::Level::kUnset && !schouw::has_levels(s.theme)) s.level = model::Level::kUnset;
  return {};
}

Result<Reports> read_reports(std::string_view text) {
  if (looks_like_reports_geojson(text)) return read_reports_geojson(text);
  if (looks_like_signalen(text)) return read_signalen(text);
  if (looks_like_open311(text)) return read_open311(text);
  if (looks_like_reports_csv(text)) return read_reports_csv(text);
  return fail(Error(ErrorCode::kWrongFormat, "error.no_reports"));
}

bool looks_like_reports(std::string_view text) {
  return looks_like_reports_geojson(text) || looks_like_signalen(text) || looks_like_open311(text) ||
         looks_like_reports_csv(text);
}

}  // namespace stoepkrijt::formats
