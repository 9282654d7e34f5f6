#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/json.hpp"
#include "formats/dossier/read_archive.hpp"
#include "formats/records/edits.hpp"
#include "formats/records/make_valid.hpp"
#include "formats/records/quick_fill.hpp"
#include "formats/records/records.hpp"
#include "merge/value.hpp"
#include "merge/view.hpp"
#include "model/date.hpp"
#include "schouw/photo_jpeg.hpp"

namespace stoepkrijt::formats {
namespace {

using merge::Document;
using merge::Record;

/// Fills what is there; a value of another form is told and leaves the default.
class FillArchive {
 public:
  FillArchive(json::Cursor object, std::vector<Error>& faults) : object_(object), faults_(faults) {}

  template <class T>
  void operator()(std::string_view key, T& v) {
    if (kept_elsewhere(key)) return;
    const std::optional<json::Cursor> member = object_.find(key);
    if (!member) return;
    T copy = v;
    Result<void> done = read(*member, copy);
    if (done) {
      v = std::move(copy);
    } else {
      faults_.push_back(std::move(done).error());
    }
  }
  template <class T>
  void operator()(std::string_view key, std::optional<T>& v) {
    T value{};
    const std::size_t before = faults_.size();
    if (!object_.find(key)) return;
    (*this)(key, value);
    if (faults_.size() == before) v = std::move(value);
  }
  template <class T>
  void unless_default(std::string_view key, T& v) {
    (*this)(key, v);
  }

 private:
  json::Cursor object_;
  std::vector<Error>& faults_;
};

/// The registers of a record as one JSON object, each with the value that is shown.
std::string registers_of(const Document& document, const Record& record) {
  std::string out = "{";
  for (std::size_t i = 0; i < record.held.size(); ++i) {
    const merge::FieldName& field = document.fields[record.held[i].field];
    if (field.kind != merge::FieldKind::kRegister) break;
    if (i > 0 && record.held[i - 1].field == record.held[i].field) continue;
    const auto value = merge::shown(document, record, field.name);
    if (!value) continue;
    if (out.size() > 1) out += ',';
    out += '"' + field.name + "\":";
    out += value->content.value;
  }
  return out + "}";
}

/// Who supports, and whether he still does; nothing when the event says something else.
std::optional<std::pair<std::string, bool>> support_of(std::string_view event) {
  constexpr std::string_view kKey = "{\"key\":";
  for (const bool yes : {true, false}) {
    const std::string_view end = yes ? ",\"sees\":true}" : ",\"sees\":false}";
    if (!event.starts_with(kKey) || !event.ends_with(end) || event.size() < kKey.size() + end.size()) continue;
    const auto key = plain_text(event.substr(kKey.size(), event.size() - kKey.size() - end.size()));
    if (key) return std::pair(std::string(*key), yes);
  }
  const auto value = json::Document::parse(event);
  const auto key = value ? value->root().find("key") : std::nullopt;
  const auto yes = value ? value->root().find("sees") : std::nullopt;
  if (!key || !yes || !key->string() || !yes->boolean()) return std::nullopt;
  return std::pair(std::string(*key->string()), *yes->boolean());
}

class Shower {
 public:
  explicit Shower(const Document& document) : document_(document) {}

  Result<DossierView> show() {
    out_.dossier.id = document_.id;
    dossier().signals.reserve(signals());
    for (const Record& record : document_.records) {
      if (!merge::is_hidden(document_, record)) show_record(record);
    }
    place_plans();
    SK_TRY_VOID(make_valid(out_));
    return std::move(out_);
  }

 private:
  model::Dossier& dossier() { return out_.dossier; }

  /// How many there are, hidden ones too.
  [[nodiscard]] std::size_t signals() const {
    const auto of_kind = [this](const Record& record) { return document_.kinds[record.kind] == kSignalRecord; };
    return static_cast<std::size_t>(std::count_if(document_.records.begin(), document_.records.end(), of_kind));
  }

  void tell(std::string_view kind, std::string_view id, bool whole, Error why) {
    out_.not_shown.push_back({std::string(kind), std::string(id), whole, std::move(why)});
  }
  void tell(const Record& record, Error why) { tell(document_.kinds[record.kind], record.id, false, std::move(why)); }

  void show_record(const Record& record) {
    const std::string& kind = document_.kinds[record.kind];
    if (kind == kDossierRecord && record.id == kDossierRecord) {
      dossier().title = text_of(record, "title");
      dossier().delete_by = text_of(record, kDeleteBy);
      if (!dossier().delete_by.empty() && !model::is_date(dossier().delete_by)) {
        tell(record, Error(ErrorCode::kBadDate, "error.bad_date"));
        dossier().delete_by.clear();
      }
    } else if (kind == kNeighbourhoodRecord && record.id == kNeighbourhoodRecord) {
      dossier().neighbourhood.id = text_of(record, kCodeField);
      dossier().neighbourhood.municipality = text_of(record, "municipality");
      dossier().neighbourhood.name = text_of(record, "name");
    } else if (kind == kBuurtRecord) {
      filled<model::Buurt>(record, dossier().neighbourhood.buurten).code = record.id;
    } else if (kind == kRoundRecord) {
      filled<model::Round>(record, dossier().rounds).id = record.id;
    } else if (kind == kWalkRecord) {
      filled<model::Walk>(record, dossier().walks).id = record.id;
    } else if (kind == kTrackRecord) {
      filled<model::Track>(record, dossier().tracks).id = record.id;
    } else if (kind == kPlanRecord) {
      show_plan(record);
    } else if (kind == kSignalRecord) {
      show_signal(record);
    } else if (kind == kIssueRecord) {
      show_issue(record);
    } else if (kind != kDeviceRecord) {  // names of devices are for who reads the history
      tell(kind, record.id, true, Error(ErrorCode::kUnknownValue, "error.unknown_kind"));
    }
  }

  std::string text_of(const Record& record, std::string_view name) const {
    const auto value = merge::shown(document_, record, name);
    return value ? merge::as_text(value->content.value).value_or("") : "";
  }

  template <class T>
  T& filled(const Record& record, std::vector<T>& list) {
    T& value = list.emplace_back();
    QuickFill quick(document_, record);
    fields(quick, value);
    if (quick.simple()) return value;
    value = T{};
    const auto registers = json::Document::parse(registers_of(document_, record));
    if (!registers) {
      tell(record, registers.error());
      return value;
    }
    std::vector<Error> faults;
    FillArchive archive(registers->root(), faults);
    fields(archive, value);
    for (Error& fault : faults) tell(record, std::move(fault));
    return value;
  }

  void show_plan(const Record& record) {
    const std::string round = text_of(record, kRoundOfPlan);
    if (!record.id.starts_with(round + "/")) {
      return tell(kPlanRecord, record.id, true, Error(ErrorCode::kUnknownId, "error.plan_without_round"));
    }
    filled<model::Plan>(record, plans_[round]).id = record.id.substr(round.size() + 1);
  }

  void show_signal(const Record& record) {
    model::Signal& signal = filled<model::Signal>(record, dossier().signals);
    signal.id = record.id;
    std::vector<std::pair<std::string, bool>> sees;
    for (const merge::Content& event : merge::events(document_, record, "support")) {
      std::optional<std::pair<std::string, bool>> one = support_of(event.value);
      if (one) {
        sees.push_back(std::move(*one));
      } else {
        tell(record, Error(ErrorCode::kWrongType, "error.event_unknown"));
      }
    }
    // Of each key the last counts.
    const auto by_key = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (!std::is_sorted(sees.begin(), sees.end(), by_key)) std::stable_sort(sees.begin(), sees.end(), by_key);
    for (std::size_t i = 0; i < sees.size(); ++i) {
      const bool last = i + 1 == sees.size() || sees[i + 1].first != sees[i].first;
      if (last && sees[i].second) signal.support.push_back(std::move(sees[i].first));
    }
    for (const std::string_view member : merge::members(document_, record, kApart)) {
      if (auto id = merge::as_text(member)) signal.apart.push_back(std::move(*id));
    }
    std::sort(signal.apart.begin(), signal.apart.end());
    show_photos(record, signal);
  }

  /// By when they were added; of one that two people added the last counts.
  void show_photos(const Record& record, model::Signal& signal) {
    std::vector<std::string> names;
    for (const merge::Content& one : merge::contents(document_, record, merge::FieldKind::kSet, kPhotos)) {
      std::string name = merge::as_text(one.value).value_or("");
      if (!schouw::is_photo_name(name)) {
        tell(record, Error(ErrorCode::kUnknownValue, "error.not_a_photo"));
      } else if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
      }
    }
    std::reverse(names.begin(), names.end());
    if (names.size() > model::kMaxPhotos) {
      tell(record, Error(ErrorCode::kTooLong, "error.too_many_photos"));
      names.resize(model::kMaxPhotos);
    }
    signal.photos = std::move(names);
  }

  void show_issue(const Record& record) {
    model::Issue& issue = filled<model::Issue>(record, dossier().issues);
    issue.id = record.id;
    for (const std::string_view member : merge::members(document_, record, "signals")) {
      if (auto id = merge::as_text(member)) issue.signals.push_back(std::move(*id));
    }
    std::sort(issue.signals.begin(), issue.signals.end());
    for (const merge::Content& event : merge::events(document_, record, "history")) {
      const auto value = json::Document::parse(event.value);
      const auto reason = value ? value->root().find("reason") : std::nullopt;
      const auto status = value ? value->root().find("status") : std::nullopt;
      const auto known =
          status && status->string() ? model::from_name<model::IssueStatus>(*status->string()) : std::nullopt;
      if (!known || !reason || !reason->string()) {
        tell(record, Error(ErrorCode::kWrongType, "error.event_unknown"));
        continue;
      }
      // When it happened is the clock of its dot: so the history is by time, as the replay is.
      const std::int64_t time = std::min(event.clock.time_ms, merge::kLastWallMs);
      issue.history.push_back({*known, time, std::string(*reason->string())});
    }
  }

  /// Plans into their rounds: as the round's order says, then those that it does not name, by id.
  void place_plans() {
    for (model::Round& round : dossier().rounds) {
      const auto found = plans_.find(round.id);
      if (found == plans_.end()) continue;
      std::vector<std::string> order;
      const Record* record = merge::find(document_, kRoundRecord, round.id);
      const auto value = merge::shown(document_, *record, kPlanOrder);
      if (value) {
        const auto list = json::Document::parse(value->content.value);
        if (!list || !read(list->root(), order)) order.clear();
      }
      std::map<std::string_view, std::size_t> places;
      for (std::size_t i = 0; i < order.size(); ++i) places.emplace(order[i], i);
      const auto place = [&](const model::Plan& plan) {
        const auto at = places.find(plan.id);
        return at != places.end() ? at->second : order.size();
      };
      round.plans = std::move(found->second);
      std::stable_sort(round.plans.begin(), round.plans.end(),
                       [&](const model::Plan& a, const model::Plan& b) { return place(a) < place(b); });
      plans_.erase(found);
    }
    for (const auto& [round, plans] : plans_) {
      for (const model::Plan& plan : plans) {
        tell(kPlanRecord, round + "/" + plan.id, true, Error(ErrorCode::kUnknownId, "error.plan_without_round"));
      }
    }
  }

  const Document& document_;
  DossierView out_;
  std::map<std::string, std::vector<model::Plan>> plans_;  // by round
};

}  // namespace

Result<DossierView> dossier_of(const Document& document) { return Shower(document).show(); }

}  // namespace stoepkrijt::formats
