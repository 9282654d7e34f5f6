#include "merge/changes.hpp"

#include <algorithm>
#include <utility>

#include "merge/value.hpp"
#include "merge/view.hpp"

namespace stoepkrijt::merge {
namespace {

using Values = std::vector<std::string>;

Values owned(const std::vector<std::string_view>& views) { return {views.begin(), views.end()}; }

/// What a field shows now, in the order of a Diff.
Values values_now(const Document& now, const Record& record, FieldKind kind, std::string_view name) {
  Values out;
  if (kind == FieldKind::kRegister) {
    if (const auto value = shown(now, record, name)) out.emplace_back(value->content.value);
  } else if (kind == FieldKind::kEvents) {
    for (const Content& event : events(now, record, name)) out.emplace_back(event.value);
    std::sort(out.begin(), out.end());
  } else if (kind == FieldKind::kSet) {
    out = owned(members(now, record, name));
  }
  return out;
}

const Change::Field* field_in(const Change& change, const FieldName& name) {
  for (const Change::Field& field : change.fields) {
    if (field.kind == name.kind && field.name == name.name) return &field;
  }
  return nullptr;
}

/// Does the record show exactly what it came with?
bool as_it_came(const Change& change, const Document& now, const Record& record) {
  for (const Change::Field& field : change.fields) {
    if (values_now(now, record, field.kind, field.name) != field.after) return false;
  }
  return std::all_of(record.held.begin(), record.held.end(), [&](const Held& held) {
    const FieldName& name = now.fields[held.field];
    if (field_in(change, name) != nullptr) return true;
    return values_now(now, record, name.kind, name.name).empty();
  });
}

class Undoer {
 public:
  Undoer(const Document& now, const Opposite& opposite) : now_(now), opposite_(opposite) {}

  void take_back(const Change& change) {
    const Record* record = find(now_, change.kind, change.id);
    if (record == nullptr) {
      add_elements(change);
      return;
    }
    const bool visible = !is_hidden(now_, *record);
    switch (change.what) {
      case RecordChange::What::kAdded:
        if (visible && as_it_came(change, now_, *record)) add(change, Write::Op::kDelete, "", "");
        break;
      case RecordChange::What::kRemoved:
        if (!visible) put_back(change, *record);
        break;
      case RecordChange::What::kChanged:
        for (const Change::Field& field : change.fields) take_back(change, field, *record);
        break;
    }
  }

  std::vector<Write> take() { return std::move(out_); }

 private:
  /// As it was when it went: what is hidden may hold more, when it was written in and that was taken back.
  void put_back(const Change& change, const Record& record) {
    add(change, Write::Op::kRestore, "", "");
    std::vector<Change::Field> fields = change.fields;
    for (const Held& held : record.held) {
      const FieldName& name = now_.fields[held.field];
      const auto same = [&](const Change::Field& f) { return f.kind == name.kind && f.name == name.name; };
      if (std::none_of(fields.begin(), fields.end(), same)) fields.push_back({name.kind, name.name, {}, {}});
    }
    for (Change::Field& field : fields) {
      field.after = values_now(now_, record, field.kind, field.name);
      const bool events = field.kind == FieldKind::kEvents;  // what happened stays
      if (field.after != field.before && !events) take_back(change, field, record);
    }
  }

  /// A record of nothing but a set is gone with its last element. Any other that is not held was erased since.
  void add_elements(const Change& change) {
    if (change.what != RecordChange::What::kRemoved) return;
    for (const Change::Field& field : change.fields) {
      if (field.kind != FieldKind::kSet) return;
    }
    for (const Change::Field& field : change.fields) {
      for (const std::string& value : field.before) add(change, Write::Op::kAdd, field.name, value);
    }
  }

  void add(const Change& change, Write::Op op, std::string_view name, std::string_view value) {
    out_.push_back({op, change.kind, change.id, std::string(name), std::string(value)});
  }

  void take_back(const Change& change, const Change::Field& field, const Record& record) {
    const Values present = values_now(now_, record, field.kind, field.name);
    const auto has = [&](const std::string& value) {
      return std::find(present.begin(), present.end(), value) != present.end();
    };
    switch (field.kind) {
      case FieldKind::kRegister:
        if (present == field.after) {
          add(change, Write::Op::kSet, field.name, field.before.empty() ? kNoValue : field.before.front());
        }
        break;
      case FieldKind::kEvents:
        for (const std::string& event : field.after) {
          const std::optional<std::string> answer = opposite_(field.name, event);
          if (answer) add(change, Write::Op::kEvent, field.name, *answer);
        }
        break;
      case FieldKind::kSet:
        for (const std::string& value : field.after) {
          if (has(value)) add(change, Write::Op::kRemove, field.name, value);
        }
        for (const std::string& value : field.before) {
          if (!has(value)) add(change, Write::Op::kAdd, field.name, value);
        }
        break;
      case FieldKind::kDeletion:
        break;
    }
  }

  const Document& now_;
  const Opposite& opposite_;
  std::vector<Write> out_;
};

}  // namespace

Changes changes_of(const Diff& diff) {
  Changes out;
  for (const RecordChange& change : diff.records) {
    Change copy{change.what, std::string(change.kind), std::string(change.id), {}};
    for (const FieldChange& field : change.fields) {
      copy.fields.push_back({field.kind, std::string(field.name), owned(field.before), owned(field.after)});
    }
    out.push_back(std::move(copy));
  }
  return out;
}

std::vector<Write> undo_writes(const Changes& changes, const Document& now, const Opposite& opposite) {
  Undoer undoer(now, opposite);
  for (const Change& change : changes) undoer.take_back(change);
  return undoer.take();
}

}  // namespace stoepkrijt::merge
