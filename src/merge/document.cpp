#include "merge/document.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "merge/record_builder.hpp"

namespace stoepkrijt::merge {
namespace {

/// The index of `wanted` in a sorted table; when it had to be added, `added` is called with that index.
template <class T, class Wanted, class Added>
std::uint32_t index_in(std::vector<T>& table, const Wanted& wanted, Added added) {
  const auto at = std::lower_bound(table.begin(), table.end(), wanted);
  const auto index = static_cast<std::uint32_t>(at - table.begin());
  if (at != table.end() && *at == wanted) return index;
  table.insert(at, T(wanted));
  if (index + 1 < table.size()) added(index);
  return index;
}

bool record_before(const Record& record, std::uint32_t kind, std::string_view id) {
  return record.kind != kind ? record.kind < kind : record.id < id;
}

bool good_held(const Document& document, const Record& record) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < record.held.size(); ++i) {
    const Held& held = record.held[i];
    if (held.actor >= document.actors.size() || held.field >= document.fields.size()) return false;
    if (held.seq < 1 || held.seq > document.seen[held.actor]) return false;
    if (held.time_ms < 0 || held.time_ms > kMaxTimeMs || held.count > kMaxCount) return false;
    if (held.value_at != end) return false;
    end += held.value_size;
    if (i > 0 && !held_before(record, record.held[i - 1], record, held)) return false;
  }
  return end == record.text.size() && !record.held.empty();
}

/// A dot stands in one field of one record only.
bool dots_once(const Document& document) {
  struct Use {
    std::uint32_t actor;
    Seq seq;
    std::size_t record;
    std::uint32_t field;
    auto operator<=>(const Use&) const = default;
  };
  std::vector<Use> uses;
  for (std::size_t r = 0; r < document.records.size(); ++r) {
    for (const Held& held : document.records[r].held) uses.push_back({held.actor, held.seq, r, held.field});
  }
  std::sort(uses.begin(), uses.end());
  uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
  return std::adjacent_find(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
           return a.actor == b.actor && a.seq == b.seq;
         }) == uses.end();
}

template <class T>
bool strictly_sorted(const std::vector<T>& table) {
  return std::adjacent_find(table.begin(), table.end(), [](const T& a, const T& b) { return !(a < b); }) == table.end();
}

}  // namespace

bool is_id(std::string_view text) {
  // Of each byte: not in an id; 128 and above is for is_utf8 to say.
  static constexpr std::array<bool, 256> kBad = [] {
    std::array<bool, 256> bad{};
    for (std::size_t i = 0; i <= 0x20; ++i) bad[i] = true;
    for (const char c : {'\x7F', ',', ';', '"'}) bad[static_cast<unsigned char>(c)] = true;
    return bad;
  }();
  if (text.empty() || text.size() > kMaxId) return false;
  bool ascii = true;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (kBad[byte]) return false;
    ascii = ascii && byte < 0x80;
  }
  return ascii || is_utf8(text);
}

bool is_name(std::string_view text) {
  if (text.empty() || text.size() > kMaxName || (text[0] >= '0' && text[0] <= '9')) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

const Record* find(const Document& document, std::string_view kind, std::string_view id) {
  const auto k = std::lower_bound(document.kinds.begin(), document.kinds.end(), kind);
  if (k == document.kinds.end() || *k != kind) return nullptr;
  const auto index = static_cast<std::uint32_t>(k - document.kinds.begin());
  const auto at = std::lower_bound(document.records.begin(), document.records.end(), id,
                                   [index](const Record& r, std::string_view i) { return record_before(r, index, i); });
  return at != document.records.end() && at->kind == index && at->id == id ? &*at : nullptr;
}

std::span<const Held> field_of(const Document& document, const Record& record, FieldKind kind, std::string_view name) {
  const auto field = std::lower_bound(
      document.fields.begin(), document.fields.end(), name,
      [kind](const FieldName& f, std::string_view n) { return f.kind != kind ? f.kind < kind : f.name < n; });
  if (field == document.fields.end() || field->kind != kind || field->name != name) return {};
  const auto index = static_cast<std::uint32_t>(field - document.fields.begin());
  const auto first = std::lower_bound(record.held.begin(), record.held.end(), index,
                                      [](const Held& h, std::uint32_t i) { return h.field < i; });
  auto last = first;
  while (last != record.held.end() && last->field == index) ++last;
  return {first, last};
}

VersionVector vector_of(const Document& document) {
  VersionVector vector;
  for (std::size_t i = 0; i < document.actors.size(); ++i) vector.raise({document.actors[i], document.seen[i]});
  return vector;
}

Clock largest_clock(const Document& document) {
  Clock largest;
  for (const Record& record : document.records) {
    for (const Held& held : record.held) {
      if (held.time_ms < largest.time_ms) continue;
      largest = std::max(largest, clock_of(document, held));
    }
  }
  return largest;
}

std::uint32_t actor_index(Document& document, const ActorId& actor) {
  const std::size_t before = document.actors.size();
  const std::uint32_t index = index_in(document.actors, actor, [&document](std::uint32_t from) {
    for (Record& record : document.records) {
      for (Held& held : record.held) held.actor += held.actor >= from ? 1 : 0;
    }
  });
  if (document.actors.size() > before)
    document.seen.insert(document.seen.begin() + static_cast<std::ptrdiff_t>(index), 0);
  return index;
}

std::uint32_t kind_index(Document& document, std::string_view kind) {
  return index_in(document.kinds, kind, [&document](std::uint32_t from) {
    for (Record& record : document.records) record.kind += record.kind >= from ? 1 : 0;
  });
}

std::uint32_t field_index(Document& document, FieldKind kind, std::string_view name) {
  return index_in(document.fields, FieldName{kind, std::string(name)}, [&document](std::uint32_t from) {
    for (Record& record : document.records) {
      for (Held& held : record.held) held.field += held.field >= from ? 1 : 0;
    }
  });
}

std::size_t record_index(Document& document, std::uint32_t kind, std::string_view id) {
  auto at = std::lower_bound(document.records.begin(), document.records.end(), id,
                             [kind](const Record& r, std::string_view i) { return record_before(r, kind, i); });
  if (at == document.records.end() || at->kind != kind || at->id != id) {
    at = document.records.insert(at, Record{kind, std::string(id), {}, {}});
  }
  return static_cast<std::size_t>(at - document.records.begin());
}

Size size_of(const Document& document) {
  Size size;
  size.records = document.records.size();
  size.content = document.actors.size() * 64;
  for (const Record& record : document.records) {
    size.held += record.held.size();
    size.content += record.text.size() + record.id.size() + record.held.size() * 64;
  }
  return size;
}

bool well_formed(const Document& document) {
  if (!is_id(document.id) || document.actors.size() != document.seen.size()) return false;
  if (!strictly_sorted(document.actors) || !strictly_sorted(document.kinds)) return false;
  if (!strictly_sorted(document.fields)) return false;
  if (document.kinds.size() > kMaxKinds || document.fields.size() > kMaxFields) return false;
  for (const Seq seq : document.seen) {
    if (seq < 1 || seq > kMaxSeq) return false;
  }
  for (const std::string& kind : document.kinds) {
    if (!is_name(kind)) return false;
  }
  for (const FieldName& field : document.fields) {
    if (field.kind == FieldKind::kDeletion ? !field.name.empty() : !is_name(field.name)) return false;
  }
  for (std::size_t i = 0; i < document.records.size(); ++i) {
    const Record& record = document.records[i];
    if (record.kind >= document.kinds.size() || !is_id(record.id) || !good_held(document, record)) return false;
    if (i > 0 && !record_before(document.records[i - 1], record.kind, record.id)) return false;
  }
  return dots_once(document);
}

}  // namespace stoepkrijt::merge
