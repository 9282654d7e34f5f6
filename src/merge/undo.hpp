// Undo as ordinary writes: the former values are written anew, so that undoing travels and merges as any change does.
//
// Guarantees: those of merge/changes.hpp.
//
// Example, one's own change:  SK_TRY_VOID(write_all(now, pen, undo_writes(before, after, now, opposite), wall_ms));
// Example, an import:         SK_TRY_VOID(undo_import(now, pen, import, opposite, wall_ms));
#pragma once

#include <vector>

#include "base/result.hpp"
#include "merge/changes.hpp"
#include "merge/document.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::merge {

/// The writes that take back what `after` has and `before` has not, as far as `now` still shows it.
[[nodiscard]] std::vector<Write> undo_writes(const Document& before, const Document& after, const Document& now,
                                             const Opposite& opposite);

/// What has to be kept at an import to undo it later.
struct Import {
  Document before;
  Document after;
  std::vector<Write> later;    ///< one's own writes since, in their order
  bool file_has_left = false;  ///< since the import anything was exported: others may know its state
};

/// While no file has left: state and vector are those of before the import again, with one's own later writes written
/// anew (those in records that came with the import are left out). After that: undo_writes. The own clock never goes
/// back. Errors: those of write().
[[nodiscard]] Result<void> undo_import(Document& now, Pen& pen, const Import& import, const Opposite& opposite,
                                       std::int64_t wall_ms);

}  // namespace stoepkrijt::merge
