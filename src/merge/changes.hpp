// What a step changed, by itself: a copy of a Diff that outlives both documents. The journal keeps it, undo turns it
// round.
//
// Guarantee: what somebody changed after the change that is undone stays as it is; only what still shows the value of
// `after` goes back to that of `before`, and a record that came is deleted only while it still shows what it came with.
//
// Example:
//   const Changes changes = changes_of(diff(before, after));
//   SK_TRY_VOID(write_all(now, pen, undo_writes(changes, now, opposite), wall_ms));
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "merge/diff.hpp"
#include "merge/document.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::merge {

struct Change {
  struct Field {
    FieldKind kind = FieldKind::kRegister;
    std::string name;
    /// Canonical values. A register: at most one each. Events and sets: what is gone, and what came.
    std::vector<std::string> before;
    std::vector<std::string> after;
    friend bool operator==(const Field&, const Field&) = default;
  };
  RecordChange::What what = RecordChange::What::kChanged;
  std::string kind;
  std::string id;
  std::vector<Field> fields;
  friend bool operator==(const Change&, const Change&) = default;
};
using Changes = std::vector<Change>;

[[nodiscard]] Changes changes_of(const Diff& diff);

/// The event that undoes an event of this field, as a canonical value; nothing when nothing can.
using Opposite = std::function<std::optional<std::string>(std::string_view field, std::string_view event)>;

/// The writes that take the changes back, as far as `now` still shows them. Erasing cannot be undone.
[[nodiscard]] std::vector<Write> undo_writes(const Changes& changes, const Document& now, const Opposite& opposite);

}  // namespace stoepkrijt::merge
