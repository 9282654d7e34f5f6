#include "merge/undo.hpp"

#include <algorithm>

#include "merge/diff.hpp"
#include "merge/value.hpp"
#include "merge/view.hpp"

namespace stoepkrijt::merge {
namespace {

bool still_shows(const Document& now, const Record& record, std::string_view name, std::string_view value) {
  const auto present = shown(now, record, name);
  return (present ? present->content.value : kNoValue) == value;
}

bool has_member(const Document& now, const Record& record, std::string_view name, std::string_view value) {
  const auto all = members(now, record, name);
  return std::binary_search(all.begin(), all.end(), value);
}

/// Does the record hold anything that `after` had not seen?
bool changed_since(const Document& after, const Document& now, const Record& record) {
  const VersionVector seen = vector_of(after);
  return std::any_of(record.held.begin(), record.held.end(),
                     [&](const Held& held) { return !seen.covers(dot_of(now, held)); });
}

/// Takes back what changed in one field of a record that is there before and after.
void undo_field(const RecordChange& change, const FieldChange& field, const Document& now, const Record& record,
                const Opposite& opposite, std::vector<Write>& out) {
  const auto add = [&](Write::Op op, std::string_view value) {
    out.push_back({op, std::string(change.kind), std::string(change.id), std::string(field.name), std::string(value)});
  };
  switch (field.kind) {
    case FieldKind::kRegister: {
      const std::string_view after = field.after.empty() ? kNoValue : field.after.front();
      const std::string_view before = field.before.empty() ? kNoValue : field.before.front();
      if (still_shows(now, record, field.name, after)) add(Write::Op::kSet, before);
      break;
    }
    case FieldKind::kEvents:
      for (const std::string_view event : field.after) {
        const std::optional<std::string> answer = opposite(field.name, event);
        if (answer) add(Write::Op::kEvent, *answer);
      }
      break;
    case FieldKind::kSet:
      for (const std::string_view value : field.after) {
        if (has_member(now, record, field.name, value)) add(Write::Op::kRemove, value);
      }
      for (const std::string_view value : field.before) {
        if (!has_member(now, record, field.name, value)) add(Write::Op::kAdd, value);
      }
      break;
    case FieldKind::kDeletion:
      break;
  }
}

}  // namespace

std::vector<Write> undo_writes(const Document& before, const Document& after, const Document& now,
                               const Opposite& opposite) {
  std::vector<Write> out;
  const Diff changes = diff(before, after);
  for (const RecordChange& change : changes.records) {
    const Record* record = find(now, change.kind, change.id);
    if (record == nullptr) continue;  // erased since
    const bool visible = !is_hidden(now, *record);
    const auto whole = [&](Write::Op op) {
      out.push_back({op, std::string(change.kind), std::string(change.id), {}, {}});
    };
    switch (change.what) {
      case RecordChange::What::kAdded:
        if (visible && !changed_since(after, now, *record)) whole(Write::Op::kDelete);
        break;
      case RecordChange::What::kRemoved:
        if (!visible) whole(Write::Op::kRestore);
        break;
      case RecordChange::What::kChanged:
        for (const FieldChange& field : change.fields) undo_field(change, field, now, *record, opposite, out);
        break;
    }
  }
  return out;
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
