#include "app/reports.hpp"

#include <algorithm>
#include <set>

#include "base/ids.hpp"
#include "base/sha256.hpp"
#include "formats/records/edits.hpp"
#include "model/checks.hpp"
#include "schouw/categories.hpp"
#include "schouw/privacy.hpp"

namespace stoepkrijt::app {

namespace {

using formats::Report;

/// 128 bits of a hash of these texts, each with its length before it.
std::string id_from(std::initializer_list<std::string_view> texts) {
  std::string all;
  for (const std::string_view text : texts) {
    all += std::to_string(text.size()) + ":";
    all += text;
  }
  const Hash256 hash = sha256(all);
  IdBytes bytes;
  std::copy_n(hash.begin(), bytes.size(), bytes.begin());
  return make_id(bytes);
}

std::string id_of(const Report& report) {
  const model::Signal& s = report.signal;
  if (!s.id.empty()) return s.id;
  // What its owner numbers is that thing, whatever else changes in it.
  if (!report.reference.empty()) return id_from({"report", report.reference, report.category});
  return id_from({"report", s.title, s.words, report.category, std::to_string(s.place.lon_e7),
                  std::to_string(s.place.lat_e7), std::to_string(s.time_ms)});
}

template <class Record>
bool knows(const std::vector<Record>& sorted, const std::string& id) {
  const auto it = std::lower_bound(sorted.begin(), sorted.end(), id,
                                   [](const Record& record, const std::string& wanted) { return record.id < wanted; });
  return it != sorted.end() && it->id == id;
}

/// What others decided about it already.
model::Issue issue_of(const Report& report, const model::Signal& signal, std::int64_t now_ms) {
  model::StatusEvent event{report.status, report.updated_ms == 0 ? now_ms : report.updated_ms, report.status_note};
  // A "no" needs its reason here.
  if (event.status == model::IssueStatus::kRejected && event.reason.empty()) event.status = model::IssueStatus::kDone;
  return {id_from({"issue", signal.id}), signal.title, {signal.id}, {std::move(event)}, {}};
}

template <class Record>
void sort_by_id(std::vector<Record>& records) {
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.id < b.id; });
}

template <class Record>
void merge_in(std::vector<Record>& records, const std::vector<Record>& more) {
  const auto middle = static_cast<std::ptrdiff_t>(records.size());
  records.insert(records.end(), more.begin(), more.end());
  std::inplace_merge(records.begin(), records.begin() + middle, records.end(),
                     [](const Record& a, const Record& b) { return a.id < b.id; });
}

}  // namespace

NewReports new_reports(const model::Dossier& dossier, const std::vector<Report>& reports, std::int64_t now_ms) {
  NewReports out;
  std::set<std::string> taken;
  for (const Report& report : reports) {
    model::Signal signal = report.signal;
    signal.id = id_of(report);
    if (knows(dossier.signals, signal.id) || !taken.insert(signal.id).second) {
      ++out.here_already;
      continue;
    }
    if (signal.time_ms == 0) signal.time_ms = now_ms;
    if (!knows(dossier.walks, signal.walk_id)) signal.walk_id.clear();
    if (schouw::seems_personal(signal)) ++out.personal;
    if (report.status != model::IssueStatus::kOpen) {
      model::Issue issue = issue_of(report, signal, now_ms);
      if (!knows(dossier.issues, issue.id)) out.issues.push_back(std::move(issue));
    }
    out.signals.push_back(std::move(signal));
  }
  sort_by_id(out.signals);
  sort_by_id(out.issues);
  return out;
}

std::vector<merge::Write> writes_of(const NewReports& news) {
  std::vector<merge::Write> out;
  const auto add = [&](std::vector<merge::Write> writes) {
    std::move(writes.begin(), writes.end(), std::back_inserter(out));
  };
  for (const model::Signal& signal : news.signals) add(formats::writes_of(std::nullopt, std::optional(signal)));
  for (const model::Issue& issue : news.issues) add(formats::writes_of(std::nullopt, std::optional(issue)));
  return out;
}

model::Dossier with(const model::Dossier& dossier, const NewReports& news) {
  model::Dossier out = dossier;
  merge_in(out.signals, news.signals);
  merge_in(out.issues, news.issues);
  return out;
}

void name_categories(std::vector<Report>& reports, const std::function<std::string(std::string_view key)>& tr) {
  for (Report& report : reports) {
    const std::string& slug = report.signal.subtheme;
    if (report.category.empty() && schouw::find_subtheme(slug) != nullptr) report.category = tr("schouw.sub." + slug);
  }
}

ReportFile report_file(const model::Dossier& dossier, ReportFormat format, const Lang& lang, const Contacts* contacts) {
  std::vector<Report> reports = formats::reports_of(dossier);
  name_categories(reports, [&](std::string_view key) { return lang.tr(key); });
  switch (format) {
    case ReportFormat::kCsv:
      return {".csv", "text/csv", formats::write_reports_csv(reports, lang.code() == LangCode::kNl ? ';' : ',')};
    case ReportFormat::kGeoJson:
      return {".geojson", "application/geo+json", formats::write_reports_geojson(reports)};
    case ReportFormat::kOpen311:
      return {"-open311.json", "application/json", formats::write_open311(reports)};
    case ReportFormat::kSignalen:
      break;
  }
  for (Report& report : reports) {
    const auto at = contacts == nullptr ? Contacts::const_iterator() : contacts->find(report.signal.id);
    if (contacts == nullptr || at == contacts->end()) continue;
    report.email = at->second.email;
    report.phone = at->second.phone;
  }
  return {"-signalen.json", "application/json", formats::write_signalen(reports)};
}

std::size_t count_personal(const std::vector<model::Signal>& signals) {
  return static_cast<std::size_t>(std::count_if(signals.begin(), signals.end(), schouw::seems_personal));
}

}  // namespace stoepkrijt::app
