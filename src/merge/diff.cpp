#include "merge/diff.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "merge/view.hpp"

namespace stoepkrijt::merge {
namespace {

/// A record in one of the two documents, or nothing when it is not shown there.
struct Side {
  const Document* document = nullptr;
  const Record* record = nullptr;  // null: not held
  bool visible = false;
};

Side side_of(const Document& document, const Record* record) {
  return {&document, record, record != nullptr && !is_hidden(document, *record)};
}

/// The values of a field as they are shown, sorted where their order says nothing.
std::vector<std::string_view> values_of(const Side& side, const FieldName& field) {
  std::vector<std::string_view> out;
  if (!side.visible) return out;
  switch (field.kind) {
    case FieldKind::kRegister:
      if (const auto value = shown(*side.document, *side.record, field.name)) out.push_back(value->content.value);
      break;
    case FieldKind::kEvents:
      for (const Content& event : events(*side.document, *side.record, field.name)) out.push_back(event.value);
      std::sort(out.begin(), out.end());
      break;
    case FieldKind::kSet:
      out = members(*side.document, *side.record, field.name);
      break;
    case FieldKind::kDeletion:
      break;
  }
  return out;
}

void add_fields(const Side& side, std::vector<FieldName>& out) {
  if (!side.visible) return;
  for (const Held& held : side.record->held) out.push_back(side.document->fields[held.field]);
}

/// The name as a view into a document that outlives the answer.
std::string_view lasting_name(const Document& a, const Document& b, const FieldName& field) {
  for (const Document* document : {&a, &b}) {
    const auto at = std::lower_bound(document->fields.begin(), document->fields.end(), field);
    if (at != document->fields.end() && *at == field) return at->name;
  }
  return {};
}

std::vector<FieldChange> field_changes(const Side& a, const Side& b) {
  std::vector<FieldName> fields;
  add_fields(a, fields);
  add_fields(b, fields);
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  std::vector<FieldChange> out;
  for (const FieldName& field : fields) {
    const std::vector<std::string_view> before = values_of(a, field);
    const std::vector<std::string_view> after = values_of(b, field);
    if (before == after) continue;
    FieldChange change;
    change.kind = field.kind;
    change.name = lasting_name(*a.document, *b.document, field);
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(change.before));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(change.after));
    out.push_back(std::move(change));
  }
  return out;
}

/// Records of both documents with the same kind and id have the same held: nothing to look at. The tables may differ.
bool same_record(const Document& a, const Record& x, const Document& b, const Record& y) {
  if (x.text != y.text || x.held.size() != y.held.size()) return false;
  for (std::size_t i = 0; i < x.held.size(); ++i) {
    const Held& h = x.held[i];
    const Held& k = y.held[i];
    const bool same = h.seq == k.seq && h.time_ms == k.time_ms && h.count == k.count && h.value_size == k.value_size &&
                      a.actors[h.actor] == b.actors[k.actor] && a.fields[h.field] == b.fields[k.field];
    if (!same) return false;
  }
  return true;
}

void compare_sides(const Side& a, const Side& b, Diff& out) {
  if (!a.visible && !b.visible) return;
  if (a.record != nullptr && b.record != nullptr && same_record(*a.document, *a.record, *b.document, *b.record)) return;
  const Side& there = b.record != nullptr ? b : a;
  RecordChange change;
  change.kind = there.document->kinds[there.record->kind];
  change.id = there.record->id;
  change.fields = field_changes(a, b);
  if (!a.visible) {
    change.what = RecordChange::What::kAdded;
    change.was_held = a.record != nullptr;
    ++out.added;
  } else if (!b.visible) {
    change.what = RecordChange::What::kRemoved;
    change.was_held = b.record != nullptr;
    ++out.removed;
  } else if (change.fields.empty()) {
    return;
  } else {
    ++out.changed;
  }
  out.records.push_back(std::move(change));
}

std::vector<std::pair<std::string_view, Dot>> sorted_contents(const Conflict& conflict) {
  std::vector<std::pair<std::string_view, Dot>> out;
  for (const auto* list : {&conflict.values, &conflict.unknown}) {
    for (const Content& content : *list) out.emplace_back(content.value, content.dot);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Conflict> new_conflicts(const Document& before, const Document& after) {
  const std::vector<Conflict> old = conflicts(before);
  const auto place = [](const Conflict& c) {
    return std::tuple(c.kind, std::string_view(c.record->id), c.what, c.field);
  };
  std::vector<Conflict> out;
  std::size_t i = 0;
  for (Conflict& conflict : conflicts(after)) {
    while (i < old.size() && place(old[i]) < place(conflict)) ++i;
    const bool known =
        i < old.size() && place(old[i]) == place(conflict) && sorted_contents(old[i]) == sorted_contents(conflict);
    if (!known) out.push_back(std::move(conflict));
  }
  return out;
}

}  // namespace

Diff diff(const Document& before, const Document& after) {
  Diff out;
  const auto place = [](const Document& d, const Record& r) {
    return std::pair(std::string_view(d.kinds[r.kind]), std::string_view(r.id));
  };
  auto i = before.records.begin();
  auto j = after.records.begin();
  while (i != before.records.end() || j != after.records.end()) {
    const bool no_a = i == before.records.end();
    const bool no_b = j == after.records.end();
    const bool take_a = !no_a && (no_b || place(before, *i) <= place(after, *j));
    const bool take_b = !no_b && (no_a || place(after, *j) <= place(before, *i));
    compare_sides(side_of(before, take_a ? &*i : nullptr), side_of(after, take_b ? &*j : nullptr), out);
    if (take_a) ++i;
    if (take_b) ++j;
  }
  out.new_conflicts = new_conflicts(before, after);
  return out;
}

}  // namespace stoepkrijt::merge
