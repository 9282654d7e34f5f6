#include "merge/write.hpp"

#include <algorithm>
#include <utility>

#include "base/check.hpp"
#include "merge/record_builder.hpp"
#include "merge/value.hpp"

namespace stoepkrijt::merge {
namespace {

FieldKind kind_of(Write::Op op) {
  switch (op) {
    case Write::Op::kSet:
      return FieldKind::kRegister;
    case Write::Op::kEvent:
      return FieldKind::kEvents;
    case Write::Op::kAdd:
    case Write::Op::kRemove:
      return FieldKind::kSet;
    case Write::Op::kDelete:
    case Write::Op::kRestore:
      break;
  }
  return FieldKind::kDeletion;
}

bool about_record(Write::Op op) { return op == Write::Op::kDelete || op == Write::Op::kRestore; }

Result<void> check(const Document& document, const Write& write) {
  if (!document.mergeable) return fail(ErrorCode::kNotAllowed, "error.not_mergeable");
  const Error bad(ErrorCode::kNotAllowed, "error.bad_write");
  if (!is_name(write.kind) || !is_id(write.id)) return fail(bad);
  if (about_record(write.op)) {
    if (!write.name.empty() || !write.value.empty()) return fail(bad);
    if (find(document, write.kind, write.id) == nullptr) return fail(ErrorCode::kNotAllowed, "error.no_such_record");
    return {};
  }
  const auto value = make_value(write.value);
  if (!is_name(write.name) || !value || *value != write.value) return fail(bad);
  return {};
}

bool has_room(const Document& document, const Write& write) {
  if (document.records.size() >= kMaxRecords && find(document, write.kind, write.id) == nullptr) return false;
  if (document.kinds.size() < kMaxKinds && document.fields.size() < kMaxFields) return true;
  const FieldName field{kind_of(write.op), write.name};
  return std::binary_search(document.kinds.begin(), document.kinds.end(), write.kind) &&
         std::binary_search(document.fields.begin(), document.fields.end(), field);
}

/// Surely, after each of them was checked on its own: then nothing has to be copied. (Deleting after removing may not
/// find its record any more.)
bool cannot_fail(const Document& document, const Pen& pen, std::span<const Write> writes) {
  const std::size_t n = writes.size();
  if (document.records.size() + n > kMaxRecords) return false;
  if (document.kinds.size() + n > kMaxKinds || document.fields.size() + n > kMaxFields) return false;
  if (vector_of(document).seen(pen.clock.actor) + n > kMaxSeq) return false;
  return std::none_of(writes.begin(), writes.end(), [&](const Write& one) {
    return one.op == Write::Op::kRemove || (about_record(one.op) && !check(document, one));
  });
}

/// The part of the version vector that can matter to a record: that of the actors who have a dot in it. A dot of
/// another actor that was seen before the deletion is dropped by every merge with a document that has the deletion.
std::string deletion_value(const Document& document, const Record& record) {
  VersionVector vector;
  for (const Held& held : record.held) vector.raise({document.actors[held.actor], document.seen[held.actor]});
  return vector.to_value();
}

/// Which of the dots that are held give way to the write.
bool gives_way(const Record& record, const Held& held, std::uint32_t field, const Write& write) {
  if (held.field != field || write.op == Write::Op::kEvent) return false;
  const bool element = write.op == Write::Op::kAdd || write.op == Write::Op::kRemove;
  return !element || record.value(held) == write.value;
}

void put(Record& record, const Held& held, const Write& write, std::string_view value) {
  RecordBuilder builder;
  bool placed = false;
  for (const Held& old : record.held) {
    if (!placed && dot_before(held, old)) {
      builder.add(held, value);
      placed = true;
    }
    if (!gives_way(record, old, held.field, write)) builder.add(old, record.value(old));
  }
  if (!placed) builder.add(held, value);
  builder.put(record);
}

bool drop_empty(Document& document, std::size_t at, bool dropped) {
  if (document.records[at].held.empty()) {
    document.records.erase(document.records.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return dropped;
}

void remove_element(Document& document, const Write& write) {
  if (find(document, write.kind, write.id) == nullptr) return;
  const std::uint32_t field = field_index(document, FieldKind::kSet, write.name);
  const std::size_t at = record_index(document, kind_index(document, write.kind), write.id);
  Record& record = document.records[at];
  RecordBuilder builder;
  const bool dropped =
      drop_if(record, builder, [&](const Held& held) { return gives_way(record, held, field, write); });
  drop_empty(document, at, dropped);
}

}  // namespace

Result<Pen> start_pen(const ActorId& fresh, const Document& document, std::int64_t wall_ms) {
  if (std::binary_search(document.actors.begin(), document.actors.end(), fresh)) {
    return fail(ErrorCode::kNotAllowed, "error.actor_used");
  }
  Pen pen{{0, 0, fresh}};
  hear(pen, document, wall_ms);
  return pen;
}

void hear(Pen& pen, const Document& heard, std::int64_t wall_ms) {
  pen.clock = hear(pen.clock, largest_clock(heard), wall_ms);
}

Result<void> write(Document& document, Pen& pen, const Write& write, std::int64_t wall_ms) {
  SK_TRY_VOID(check(document, write));
  if (write.op == Write::Op::kRemove) {
    remove_element(document, write);
    return {};
  }
  if (!has_room(document, write)) return fail(ErrorCode::kTooLarge, "error.too_many_names");
  Held held;
  held.actor = actor_index(document, pen.clock.actor);
  if (document.seen[held.actor] >= kMaxSeq) return fail(ErrorCode::kOverflow, "error.too_many_writes");
  held.field = field_index(document, kind_of(write.op), write.name);
  const std::uint32_t kind = kind_index(document, write.kind);
  Record& record = document.records[record_index(document, kind, write.id)];
  std::string value = write.value;
  if (write.op == Write::Op::kDelete) value = deletion_value(document, record);
  if (write.op == Write::Op::kRestore) value = kNoValue;
  pen.clock = tick(pen.clock, wall_ms);
  held.seq = ++document.seen[held.actor];
  held.time_ms = pen.clock.time_ms;
  held.count = pen.clock.count;
  put(record, held, write, value);
  return {};
}

Result<void> write_all(Document& document, Pen& pen, std::span<const Write> writes, std::int64_t wall_ms) {
  for (const Write& one : writes) {
    if (!about_record(one.op)) SK_TRY_VOID(check(document, one));
  }
  if (cannot_fail(document, pen, writes)) {
    for (const Write& one : writes) {
      const bool written = write(document, pen, one, wall_ms).has_value();
      SK_CHECK(written);
    }
    return {};
  }
  Document candidate = document;
  Pen next = pen;
  for (const Write& one : writes) SK_TRY_VOID(write(candidate, next, one, wall_ms));
  document = std::move(candidate);
  pen = next;
  return {};
}

bool erase_record(Document& document, std::string_view kind, std::string_view id) {
  const Record* record = find(document, kind, id);
  if (record == nullptr) return false;
  document.records.erase(document.records.begin() + (record - document.records.data()));
  return true;
}

bool erase_field(Document& document, std::string_view kind, std::string_view id, FieldKind field,
                 std::string_view name) {
  const Record* record = find(document, kind, id);
  if (record == nullptr) return false;
  const std::span<const Held> held = field_of(document, *record, field, name);
  if (held.empty()) return false;
  const std::uint32_t index = held.front().field;
  const auto at = static_cast<std::size_t>(record - document.records.data());
  RecordBuilder builder;
  const bool dropped = drop_if(document.records[at], builder, [index](const Held& h) { return h.field == index; });
  return drop_empty(document, at, dropped);
}

bool erase_dot(Document& document, const Dot& dot) {
  const auto actor = std::lower_bound(document.actors.begin(), document.actors.end(), dot.actor);
  if (actor == document.actors.end() || *actor != dot.actor) return false;
  const auto index = static_cast<std::uint32_t>(actor - document.actors.begin());
  RecordBuilder builder;
  for (std::size_t at = 0; at < document.records.size(); ++at) {
    const bool dropped =
        drop_if(document.records[at], builder, [&](const Held& h) { return h.actor == index && h.seq == dot.seq; });
    if (dropped) return drop_empty(document, at, dropped);
  }
  return false;
}

}  // namespace stoepkrijt::merge
