#include "merge/undo.hpp"

#include <utility>

#include "merge/diff.hpp"

namespace stoepkrijt::merge {

std::vector<Write> undo_writes(const Document& before, const Document& after, const Document& now,
                               const Opposite& opposite) {
  return undo_writes(changes_of(diff(before, after)), now, opposite);
}

Result<void> undo_import(Document& now, Pen& pen, const Import& import, const Opposite& opposite,
                         std::int64_t wall_ms) {
  if (import.file_has_left) {
    return write_all(now, pen, undo_writes(import.before, import.after, now, opposite), wall_ms);
  }
  Document candidate = import.before;
  Pen next = pen;
  for (const Write& later : import.later) {
    const bool imported =
        find(import.before, later.kind, later.id) == nullptr && find(import.after, later.kind, later.id) != nullptr;
    if (imported) continue;
    SK_TRY_VOID(write(candidate, next, later, wall_ms));
  }
  now = std::move(candidate);
  pen = next;
  return {};
}

}  // namespace stoepkrijt::merge
