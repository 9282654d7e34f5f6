// What changes between two states, in terms of what is shown: for the preview of an import, the history, and undo.
//
// Guarantees: records in order of kind and id, fields in their order; diff(a, a) is empty. Views live as long as both
// documents are not changed.
//
// Example:
//   Document candidate = mine;
//   SK_TRY_VOID(merge(candidate, theirs));
//   const Diff preview = diff(mine, candidate);   // "12 nieuw, 3 veranderd, 1 weg, 2 om te kiezen"
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "merge/conflicts.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::merge {

struct FieldChange {
  FieldKind kind = FieldKind::kRegister;
  std::string_view name;
  /// A register: at most one value each. Events and sets: what is gone, and what came.
  std::vector<std::string_view> before;
  std::vector<std::string_view> after;
};

struct RecordChange {
  enum class What : std::uint8_t { kAdded, kChanged, kRemoved };
  What what = What::kChanged;
  std::string_view kind;
  std::string_view id;
  bool was_held = false;            ///< added: it was there, but deleted. Removed: it is still held, but deleted
  std::vector<FieldChange> fields;  ///< kChanged: those that differ; kAdded: all that came; kRemoved: all that went
};

struct Diff {
  std::vector<RecordChange> records;
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t removed = 0;
  std::vector<Conflict>
      new_conflicts;  ///< of `after`, that `before` had not, or not with these values; views into `after`
  [[nodiscard]] bool empty() const { return records.empty() && new_conflicts.empty(); }
};

[[nodiscard]] Diff diff(const Document& before, const Document& after);

}  // namespace stoepkrijt::merge
