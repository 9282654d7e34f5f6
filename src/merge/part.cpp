#include "merge/part.hpp"

#include <algorithm>
#include <utility>

namespace stoepkrijt::merge {
namespace {

/// Copies a record from one document into another, where all names of it are known already.
Record translated(const Document& from, const Record& record, Document& to) {
  Record out = record;
  out.kind = kind_index(to, from.kinds[record.kind]);
  for (Held& held : out.held) {
    held.actor = actor_index(to, from.actors[held.actor]);
    held.field = field_index(to, from.fields[held.field].kind, from.fields[held.field].name);
  }
  // Actors keep their order among each other in every table, and so do fields: the order of the held stays.
  return out;
}

void see(Document& document, const ActorId& actor, Seq seq) {
  if (seq == 0) return;
  Seq& seen = document.seen[actor_index(document, actor)];
  seen = std::max(seen, seq);
}

void know_names(const Document& from, const Record& record, Document& to) {
  static_cast<void>(kind_index(to, from.kinds[record.kind]));
  for (const Held& held : record.held) {
    see(to, from.actors[held.actor], from.seen[held.actor]);
    static_cast<void>(field_index(to, from.fields[held.field].kind, from.fields[held.field].name));
  }
}

void put_record(const Document& from, const Record& record, Document& to) {
  Record copy = translated(from, record, to);
  const std::size_t at = record_index(to, copy.kind, record.id);
  to.records[at] = std::move(copy);
}

}  // namespace

std::vector<RecordKey> touched_by(std::span<const Write> writes) {
  std::vector<RecordKey> keys;
  for (const Write& write : writes) keys.push_back({write.kind, write.id});
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

Document part_of(const Document& document, std::span<const RecordKey> keys, const ActorId& also) {
  Document part;
  part.id = document.id;
  part.mergeable = false;
  std::vector<const Record*> records;
  for (const RecordKey& key : keys) {
    if (const Record* record = find(document, key.kind, key.id)) records.push_back(record);
  }
  for (const Record* record : records) know_names(document, *record, part);
  see(part, also, vector_of(document).seen(also));
  for (const Record* record : records) put_record(document, *record, part);
  return part;
}

void put_part(Document& into, const Document& part) {
  for (const Record& record : part.records) know_names(part, record, into);
  for (std::size_t i = 0; i < part.actors.size(); ++i) see(into, part.actors[i], part.seen[i]);
  for (const Record& record : part.records) put_record(part, record, into);
}

}  // namespace stoepkrijt::merge
