#include "app/history.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "formats/records/edits.hpp"
#include "merge/conflicts.hpp"
#include "merge/value.hpp"
#include "merge/view.hpp"

namespace stoepkrijt::app {

namespace {

using merge::FieldKind;
using merge::Write;

/// How a record looks when changes are taken back one by one, the newest first.
class Backwards {
 public:
  Backwards(const merge::Document& document, const merge::Record& record)
      : there_(!merge::is_hidden(document, record)), was_there_(there_) {
    for (const merge::Held& held : record.held) {
      const merge::FieldName& field = document.fields[held.field];
      if (field.kind == FieldKind::kRegister) {
        const auto value = merge::shown(document, record, field.name);
        registers_[field.name] = value ? std::string(value->content.value) : std::string(merge::kNoValue);
      } else if (field.kind == FieldKind::kSet) {
        for (const std::string_view one : merge::members(document, record, field.name)) {
          sets_[field.name].insert(std::string(one));
        }
      }
    }
    now_registers_ = registers_;
    now_sets_ = sets_;
  }

  void take_back(const merge::Change& change) {
    using What = merge::RecordChange::What;
    if (change.what == What::kAdded) there_ = false;
    if (change.what == What::kRemoved) there_ = true;
    if (change.what != What::kChanged) return;
    for (const merge::Change::Field& field : change.fields) {
      if (field.kind == FieldKind::kRegister) {
        registers_[field.name] = field.before.empty() ? std::string(merge::kNoValue) : field.before.front();
      } else if (field.kind == FieldKind::kSet) {
        for (const std::string& value : field.after) sets_[field.name].erase(value);
        for (const std::string& value : field.before) sets_[field.name].insert(value);
      }
    }
  }

  [[nodiscard]] std::vector<Write> writes(std::string_view kind, std::string_view id) const {
    std::vector<Write> out;
    if (!there_) return out;
    const auto add = [&](Write::Op op, std::string_view name, std::string_view value) {
      out.push_back({op, std::string(kind), std::string(id), std::string(name), std::string(value)});
    };
    if (!was_there_) add(Write::Op::kRestore, "", "");
    for (const auto& [name, value] : registers_) {
      const auto now = now_registers_.find(name);
      const std::string_view present = now == now_registers_.end() ? merge::kNoValue : std::string_view(now->second);
      if (present != value) add(Write::Op::kSet, name, value);
    }
    for (const auto& [name, wanted] : sets_) {
      static const std::set<std::string> kNone;
      const auto found = now_sets_.find(name);
      const std::set<std::string>& present = found == now_sets_.end() ? kNone : found->second;
      for (const std::string& value : present) {
        if (!wanted.contains(value)) add(Write::Op::kRemove, name, value);
      }
      for (const std::string& value : wanted) {
        if (!present.contains(value)) add(Write::Op::kAdd, name, value);
      }
    }
    return out;
  }

 private:
  bool there_;
  bool was_there_;
  std::map<std::string, std::string> registers_, now_registers_;
  std::map<std::string, std::set<std::string>> sets_, now_sets_;
};

Hand hand_of(const State& state, const merge::ActorId& actor) {
  Hand hand;
  hand.own = state.book.pen && state.book.pen->clock.actor == actor;
  const merge::Record* device = merge::find(*state.book.document, formats::kDeviceRecord, text_of(actor));
  if (device == nullptr) return hand;
  if (const auto name = merge::shown(*state.book.document, *device, formats::kDeviceName)) {
    hand.name = merge::as_text(name->content.value).value_or("");
  }
  return hand;
}

ConflictItem item_of(const State& state, const merge::Conflict& conflict) {
  ConflictItem item;
  item.deletion = conflict.what == merge::Conflict::What::kDeletion;
  item.kind = std::string(conflict.kind);
  item.id = conflict.record->id;
  item.field = std::string(conflict.field);
  for (const merge::Content& content : item.deletion ? conflict.unknown : conflict.values) {
    ConflictItem::Value value;
    if (!item.deletion) value.value = std::string(content.value);
    value.who = hand_of(state, content.dot.actor);
    value.time_ms = content.clock.time_ms;
    item.values.push_back(std::move(value));
  }
  return item;
}

}  // namespace

std::vector<HistoryEntry> history_of(const State& state, std::string_view kind, std::string_view id) {
  std::vector<HistoryEntry> out;
  for (auto step = state.book.journal.rbegin(); step != state.book.journal.rend(); ++step) {
    for (const merge::Change& change : (*step)->changes) {
      if (change.kind == kind && change.id == id) out.push_back({step->get(), &change});
    }
  }
  return out;
}

std::vector<Write> restore_writes(const State& state, std::string_view kind, std::string_view id, std::uint64_t step) {
  const merge::Record* record = merge::find(*state.book.document, kind, id);
  if (record == nullptr) return {};
  Backwards past(*state.book.document, *record);
  for (const HistoryEntry& entry : history_of(state, kind, id)) {
    if (entry.step->number <= step) break;
    past.take_back(*entry.change);
  }
  return past.writes(kind, id);
}

std::vector<ConflictItem> conflict_list(const State& state) {
  std::vector<ConflictItem> out;
  if (state.book.conflicts == 0) return out;
  for (const merge::Conflict& conflict : merge::conflicts(*state.book.document)) {
    if (!conflict.agree) out.push_back(item_of(state, conflict));
  }
  return out;
}

std::vector<Write> resolve_writes(const State& state, std::string_view kind, std::string_view id,
                                  std::string_view field, std::size_t choice) {
  for (const ConflictItem& item : conflict_list(state)) {
    if (item.kind != kind || item.id != id || item.field != field) continue;
    if (item.deletion) {
      if (choice > 1) return {};
      const Write::Op op = choice == 0 ? Write::Op::kRestore : Write::Op::kDelete;
      return {{op, item.kind, item.id, "", ""}};
    }
    if (choice >= item.values.size()) return {};
    return {{Write::Op::kSet, item.kind, item.id, item.field, item.values[choice].value}};
  }
  return {};
}

}  // namespace stoepkrijt::app
