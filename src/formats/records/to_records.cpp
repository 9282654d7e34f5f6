#include <algorithm>
#include <optional>
#include <utility>

#include "base/check.hpp"
#include "base/json.hpp"
#include "base/sha256.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/records/records.hpp"
#include "formats/records/registers.hpp"
#include "merge/value.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::formats {
namespace {

using merge::Write;

class Migration {
 public:
  explicit Migration(const model::Dossier& dossier) {
    document_.id = dossier.id;
    // Of the whole state: two devices with the same file of version 1 make the same document of it.
    const Hash256 hash = sha256("stoepkrijt-dossier 1 " + write_dossier(dossier));
    std::copy_n(hash.begin(), pen_.clock.actor.bytes.size(), pen_.clock.actor.bytes.begin());
  }

  void record(std::string_view kind, std::string_view id, Registers registers) {
    std::sort(registers.begin(), registers.end());
    for (auto& [name, value] : registers) put(Write::Op::kSet, kind, id, name, std::move(value), 0);
    restart_clock();
  }
  template <class T>
  void record(std::string_view kind, std::string_view id, const T& v, Registers more = {}) {
    for (auto& one : registers_of(v)) more.push_back(std::move(one));
    record(kind, id, std::move(more));
  }
  void put(Write::Op op, std::string_view kind, std::string_view id, std::string_view name, std::string value,
           std::int64_t time_ms) {
    const Write write{op, std::string(kind), std::string(id), std::string(name), std::move(value)};
    const bool written = merge::write(document_, pen_, write, time_ms).has_value();
    SK_CHECK(written);  // a valid dossier has no id, name or value that no document can hold
  }
  /// Clocks of different records have nothing to do with each other: each starts anew.
  void restart_clock() { pen_.clock = {0, 0, pen_.clock.actor}; }

  merge::Document take() { return std::move(document_); }

 private:
  merge::Document document_;
  merge::Pen pen_;
};

void put_round(Migration& out, const model::Round& round) {
  out.record(kRoundRecord, round.id, round, {{std::string(kPlanOrder), plan_order_of(round)}});
  for (const model::Plan& plan : round.plans) {
    out.record(kPlanRecord, plan_record_id(round.id, plan.id), plan,
               {{std::string(kRoundOfPlan), merge::text_value(round.id)}});
  }
}

void put_signal(Migration& out, const model::Signal& signal) {
  out.record(kSignalRecord, signal.id, signal);
  for (const std::string& key : signal.support) {
    out.put(Write::Op::kEvent, kSignalRecord, signal.id, "support", support_event(key, true), 0);
  }
  for (const std::string& other : signal.apart) {
    out.put(Write::Op::kAdd, kSignalRecord, signal.id, kApart, merge::text_value(other), 0);
  }
  for (const std::string& photo : signal.photos) {
    out.put(Write::Op::kAdd, kSignalRecord, signal.id, kPhotos, merge::text_value(photo), 0);
  }
  out.restart_clock();
}

void put_issue(Migration& out, const model::Issue& issue) {
  out.record(kIssueRecord, issue.id, issue);
  for (const std::string& signal : issue.signals) {
    out.put(Write::Op::kAdd, kIssueRecord, issue.id, "signals", merge::text_value(signal), 0);
  }
  for (const model::StatusEvent& change : issue.history) {
    out.put(Write::Op::kEvent, kIssueRecord, issue.id, "history", status_event(change), change.time_ms);
  }
  out.restart_clock();
}

}  // namespace

merge::Document migrated(const model::Dossier& dossier) {
  Migration out(dossier);
  const model::Neighbourhood& wijk = dossier.neighbourhood;
  Registers about{{"title", merge::text_value(dossier.title)}};
  if (!dossier.delete_by.empty()) about.emplace_back(kDeleteBy, merge::text_value(dossier.delete_by));
  out.record(kDossierRecord, kDossierRecord, std::move(about));
  out.record(kNeighbourhoodRecord, kNeighbourhoodRecord,
             Registers{{std::string(kCodeField), merge::text_value(wijk.id)},
                       {"municipality", merge::text_value(wijk.municipality)},
                       {"name", merge::text_value(wijk.name)}});
  for (const model::Buurt& buurt : wijk.buurten) out.record(kBuurtRecord, buurt.code, buurt);
  for (const model::Round& round : dossier.rounds) put_round(out, round);
  for (const model::Walk& walk : dossier.walks) out.record(kWalkRecord, walk.id, walk);
  for (const model::Track& track : dossier.tracks) out.record(kTrackRecord, track.id, track);
  for (const model::Signal& signal : dossier.signals) put_signal(out, signal);
  for (const model::Issue& issue : dossier.issues) put_issue(out, issue);
  return out.take();
}

Result<merge::Document> read_any_dossier(std::string_view text, const json::Limits& limits) {
  Result<merge::Document> document = read_merged(text, limits);
  if (document) return document;
  if (document.error().key != "error.older_version") {
    // A file that breaks off before its version is known would be told to have strange fields: that it is no whole JSON
    // says more.
    SK_TRY(json, json::Document::parse(text, limits));
    static_cast<void>(json);
    return document;
  }
  SK_TRY(dossier, read_dossier(text, limits));
  return migrated(dossier);
}

}  // namespace stoepkrijt::formats
