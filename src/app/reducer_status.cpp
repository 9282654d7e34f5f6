// What happens with a signal: a step of its state, and what was agreed about it.
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/reducer.hpp"
#include "formats/records/edits.hpp"
#include "schouw/status.hpp"

namespace stoepkrijt::app {

namespace {

bool agreed(const model::Action& action) {
  return !action.direction.empty() || !action.party.empty() || !action.promised.empty();
}

/// What stood there before the event that this change of the step at `time_ms` added, while it is still what stands
/// there. Undoing cannot take an event away: it adds what stood there before once more.
std::optional<model::StatusEvent> stood_before(const model::Issue& issue, const merge::Change::Field& field,
                                               std::int64_t time_ms) {
  if (field.after.empty() || issue.history.empty()) return std::nullopt;
  const std::string& added = field.after.back();
  if (formats::status_event_value(issue.history.back()) != added) return std::nullopt;
  // The same words may stand there more than once, by taking back and doing again.
  const auto at = std::find_if(issue.history.begin(), issue.history.end(), [&](const model::StatusEvent& event) {
    return event.time_ms >= time_ms && formats::status_event_value(event) == added;
  });
  if (at == issue.history.end()) return std::nullopt;
  if (at == issue.history.begin()) return model::StatusEvent{};  // open, from the start
  return *std::prev(at);
}

}  // namespace

void Reducer::on(const cmd::SetStatus& c) {
  const model::Signal* signal = find_signal(*s.dossier, c.signal);
  if (signal == nullptr) return;
  const model::Issue* there = issue_of(*s.dossier, c.signal);
  RecordEdit<model::Issue> change;
  if (there != nullptr) change.before = *there;
  change.after = there != nullptr ? *there : model::Issue{fresh_id(), signal->title, {signal->id}, {}, {}};
  model::Issue& after = *change.after;
  if (c.status) {
    if (auto allowed = schouw::check_step(after.status(), *c.status, c.reason); !allowed) {
      problem(std::move(allowed).error());
      return;
    }
    schouw::add_event(after, *c.status, c.reason, s.device.now_ms);
  }
  after.action = agreed(c.action) ? std::optional(c.action) : std::nullopt;
  if (change.before == change.after || (there == nullptr && !c.status && !after.action)) {
    on(cmd::Back{});
    return;
  }
  if (auto valid = model::validate(after); !valid) {
    problem(std::move(valid).error());
    return;
  }
  if (!edit({std::move(change)}, "undo.status")) return;
  on(cmd::Back{});
  toast("toast.status", true, true);
}

void Reducer::add_former_states(const JournalStep& step, std::vector<merge::Write>& writes) {
  for (const merge::Change& change : step.changes) {
    if (change.kind != "issue" || change.what != merge::RecordChange::What::kChanged) continue;
    const auto issue = std::find_if(s.dossier->issues.begin(), s.dossier->issues.end(),
                                    [&](const model::Issue& one) { return one.id == change.id; });
    if (issue == s.dossier->issues.end()) continue;
    for (const merge::Change::Field& field : change.fields) {
      if (field.name != "history") continue;
      if (const auto before = stood_before(*issue, field, step.time_ms)) {
        writes.push_back(
            {merge::Write::Op::kEvent, change.kind, change.id, field.name, formats::status_event_value(*before)});
      }
    }
  }
}

}  // namespace stoepkrijt::app
