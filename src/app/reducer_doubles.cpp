// Signals that are about the same thing: put together, kept apart, and taken out again. An issue holds what is one
// thing; nothing of its history is overwritten.
#include <algorithm>
#include <utility>

#include "app/reducer.hpp"
#include "schouw/status.hpp"

namespace stoepkrijt::app {

namespace {

void insert(std::vector<std::string>& sorted, const std::string& id) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), id);
  if (at == sorted.end() || *at != id) sorted.insert(at, id);
}

}  // namespace

void Reducer::on(const cmd::LinkDouble& c) {
  const model::Signal* first = find_signal(*s.dossier, c.first);
  const model::Signal* second = find_signal(*s.dossier, c.second);
  if (first == nullptr || second == nullptr || c.first == c.second) return;
  const model::Issue* of_first = issue_of(*s.dossier, c.first);
  const model::Issue* of_second = issue_of(*s.dossier, c.second);
  if (of_first != nullptr && of_first == of_second) return;
  // Where only the younger one has an issue with a history, that is the one that stays.
  if (of_first == nullptr && of_second != nullptr) std::swap(of_first, of_second);
  std::vector<Edit> edits;
  RecordEdit<model::Issue> one;
  if (of_first != nullptr) one.before = *of_first;
  one.after = of_first != nullptr ? *of_first : model::Issue{fresh_id(), first->title, {}, {}, {}};
  insert(one.after->signals, c.first);
  insert(one.after->signals, c.second);
  if (of_second != nullptr) {
    for (const std::string& id : of_second->signals) insert(one.after->signals, id);
    RecordEdit<model::Issue> other{*of_second, *of_second};
    schouw::add_event(*other.after, model::IssueStatus::kDouble, lang().tr("doubles.reason"), s.device.now_ms);
    edits.emplace_back(std::move(other));
  }
  edits.emplace_back(std::move(one));
  // Whoever said that they are apart is answered by this.
  for (const auto& [id, other] : {std::pair(c.first, c.second), std::pair(c.second, c.first)}) {
    const model::Signal* signal = find_signal(*s.dossier, id);
    if (!std::binary_search(signal->apart.begin(), signal->apart.end(), other)) continue;
    RecordEdit<model::Signal> change{*signal, *signal};
    std::erase(change.after->apart, other);
    edits.emplace_back(std::move(change));
  }
  if (!edit(std::move(edits), "undo.doubles_linked")) return;
  toast("toast.doubles_linked", true, true);
}

void Reducer::on(const cmd::KeepApart& c) {
  const model::Signal* first = find_signal(*s.dossier, c.first);
  if (first == nullptr || find_signal(*s.dossier, c.second) == nullptr || c.first == c.second) return;
  RecordEdit<model::Signal> change{*first, *first};
  insert(change.after->apart, c.second);
  if (change.before == change.after || !edit({std::move(change)}, "undo.doubles_apart")) return;
  toast("toast.doubles_apart", true, true);
}

void Reducer::on(const cmd::UnlinkDouble& c) {
  const model::Issue* issue = issue_of(*s.dossier, c.signal);
  if (issue == nullptr || issue->signals.size() < 2) return;
  std::vector<Edit> edits;
  std::vector<std::string> out{c.signal};
  // An issue that was closed as a double because of this signal goes on as its own, with all that came in with it.
  for (const model::Issue& other : s.dossier->issues) {
    if (other.id == issue->id || other.status() != model::IssueStatus::kDouble) continue;
    if (!std::binary_search(other.signals.begin(), other.signals.end(), c.signal)) continue;
    RecordEdit<model::Issue> again{other, other};
    schouw::add_event(*again.after, model::IssueStatus::kReopened, lang().tr("doubles.reopened"), s.device.now_ms);
    edits.emplace_back(std::move(again));
    out = other.signals;
  }
  RecordEdit<model::Issue> one{*issue, *issue};
  std::erase_if(one.after->signals,
                [&](const std::string& id) { return std::find(out.begin(), out.end(), id) != out.end(); });
  if (one.after->signals.empty()) {  // all of it came in so: then only this one goes
    one.after->signals = issue->signals;
    std::erase(one.after->signals, c.signal);
  }
  edits.emplace_back(std::move(one));
  if (!edit(std::move(edits), "undo.doubles_unlinked")) return;
  toast("toast.doubles_unlinked", true, true);
}

void Reducer::on(const cmd::SetDoubles& c) {
  s.doubles = c.settings;
  s.doubles.radius_m = std::clamp(s.doubles.radius_m, 1, 1000);
  s.doubles.weeks = std::clamp(s.doubles.weeks, 1, 520);
}

}  // namespace stoepkrijt::app
