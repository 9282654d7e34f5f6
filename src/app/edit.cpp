#include "app/edit.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace stoepkrijt::app {

namespace {

std::vector<model::Signal>& list_of(model::Dossier& d, const model::Signal*) { return d.signals; }
std::vector<model::Issue>& list_of(model::Dossier& d, const model::Issue*) { return d.issues; }
std::vector<model::Walk>& list_of(model::Dossier& d, const model::Walk*) { return d.walks; }
std::vector<model::Track>& list_of(model::Dossier& d, const model::Track*) { return d.tracks; }
std::vector<model::Round>& list_of(model::Dossier& d, const model::Round*) { return d.rounds; }

template <class Record>
Result<void> put(model::Dossier& dossier, const RecordEdit<Record>& edit) {
  if (!edit.before && !edit.after) return {};
  auto& list = list_of(dossier, static_cast<const Record*>(nullptr));
  const std::string& id = edit.after ? edit.after->id : edit.before->id;
  auto it = std::lower_bound(list.begin(), list.end(), id,
                             [](const Record& r, const std::string& key) { return r.id < key; });
  const bool found = it != list.end() && it->id == id;
  if (edit.before.has_value() != found) {
    return found ? fail(Error(ErrorCode::kDuplicateId, "error.edit_exists").with("id", id))
                 : fail(Error(ErrorCode::kUnknownId, "error.edit_gone").with("id", id));
  }
  if (found && edit.before && !(*it == *edit.before)) {
    return fail(Error(ErrorCode::kUnknownId, "error.edit_changed").with("id", id));
  }
  if (!edit.after) {
    list.erase(it);
  } else if (found) {
    *it = *edit.after;
  } else {
    list.insert(it, *edit.after);
  }
  return {};
}

}  // namespace

Result<std::shared_ptr<const model::Dossier>> apply_edit(const std::shared_ptr<const model::Dossier>& dossier,
                                                         const Edit& edit) {
  auto next = std::make_shared<model::Dossier>(*dossier);
  Result<void> done = std::visit([&](const auto& e) { return put(*next, e); }, edit);
  if (!done) return fail(std::move(done).error());
  return std::shared_ptr<const model::Dossier>(std::move(next));
}

}  // namespace stoepkrijt::app
