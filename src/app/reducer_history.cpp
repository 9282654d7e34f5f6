// Choosing between what two people wrote, and putting a record back as it was.
#include <utility>

#include "app/history.hpp"
#include "app/reducer.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::Resolve& c) {
  std::vector<merge::Write> writes = resolve_writes(s, c.kind, c.id, c.field, c.choice);
  if (writes.empty()) return;  // chosen already, on this device or another
  if (!take_step(std::move(writes), nullptr, Happening{Origin::kResolve, "undo.resolve", "", 0, {}})) return;
  toast("toast.resolved", true, true);
}

void Reducer::on(const cmd::RestoreRecord& c) {
  std::vector<merge::Write> writes = restore_writes(s, c.kind, c.id, c.step);
  if (writes.empty()) {
    toast("toast.as_it_was");
    return;
  }
  if (!take_step(std::move(writes), nullptr, Happening{Origin::kRestore, "undo.restore", "", 0, {}})) return;
  toast("toast.restored", true, true);
}

}  // namespace stoepkrijt::app
