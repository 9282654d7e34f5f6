// The document that merges: records, keyed by kind and id; each with fields; each field with the dots that are held for
// it. Knows nothing of dossiers: what the kinds and fields mean is said by who maps a model onto it.
//
// Shape: flat and sorted, for speed. Actors, kinds and fields are tables; a Held names them by index. All of a record's
// values lie in one text. Invariants of a normal document (well_formed() checks them; every function here keeps them):
//   - the tables are sorted by bytes, each entry once; `seen[i]` belongs to `actors[i]` and is 1 to kMaxSeq;
//   - records are sorted by kind and id, each once, none without a Held; ids, kinds and names are as is_id, is_name
//   say;
//   - the Held of a record are sorted by field, dot and content hash, each once; their values follow one another in
//     `text` in that order and fill it; a Held's seq is at most what is seen of its actor; its clock is within limits;
//   - a dot stands in one field of one record only; in a register, a set or events it may have more contents than one
//     (only a broken or hostile file makes that);
//   - the fields of kind kDeletion have an empty name.
// Equal states are equal documents, except for table entries that no Held uses: compare canonical bytes
// (formats/merged), which name the state.
//
// Units: clocks in milliseconds since 1970 UTC. Values: canonical JSON (merge/value.hpp).
// Source: dotted version vectors and their kernel: Almeida, Shoker, Baquero, "Delta State Replicated Data Types",
// JPDC 111 (2018).
//
// Example:
//   const Record* signal = find(document, "signal", "01hx");
//   if (signal != nullptr && !is_hidden(document, *signal)) show(shown(document, *signal, "title"));   //
//   merge/view.hpp
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "merge/clock.hpp"
#include "merge/dot.hpp"
#include "merge/version_vector.hpp"

namespace stoepkrijt::merge {

/// How a field is written and shown. Merging treats all alike. Append only: the order is that of the file.
enum class FieldKind : std::uint8_t {
  kRegister,  ///< a write replaces all dots seen; the largest clock is shown, more dots are a conflict
  kEvents,    ///< a dot each, nothing replaces them
  kSet,       ///< an OR-set of values: an element is the dots with that value; removing drops those seen
  kDeletion,  ///< a register without a name: the deleter's version vector, or null when put back
};

struct FieldName {
  FieldKind kind = FieldKind::kRegister;
  std::string name;
  friend auto operator<=>(const FieldName&, const FieldName&) = default;
};

/// One dot of one field of a record, with what was written and when. Indices into the tables of its document.
struct Held {
  Seq seq = 0;
  std::int64_t time_ms = 0;
  std::uint32_t count = 0;
  std::uint32_t actor = 0;
  std::uint32_t field = 0;
  std::uint32_t value_at = 0;  ///< in the record's text
  std::uint32_t value_size = 0;
  friend bool operator==(const Held&, const Held&) = default;
};

struct Record {
  std::uint32_t kind = 0;
  std::string id;
  std::vector<Held> held;
  std::string text;
  [[nodiscard]] std::string_view value(const Held& h) const {
    return std::string_view(text).substr(h.value_at, h.value_size);
  }
  friend bool operator==(const Record&, const Record&) = default;
};

struct Document {
  std::string id;         ///< which dossier: only documents with the same id merge
  bool mergeable = true;  ///< false: a partial or redacted export; its missing dots would read as deletions
  std::vector<ActorId> actors;
  std::vector<Seq> seen;  ///< with `actors`: the version vector
  std::vector<std::string> kinds;
  std::vector<FieldName> fields;
  std::vector<Record> records;
};

inline constexpr std::size_t kMaxId = 210;        ///< bytes; room for two ids of a dossier with something between
inline constexpr std::size_t kMaxName = 40;       ///< bytes
inline constexpr std::size_t kMaxKinds = 250;     ///< in a document
inline constexpr std::size_t kMaxFields = 4'000;  ///< different fields in a document
inline constexpr std::size_t kMaxRecords = 1'000'000;
inline constexpr std::size_t kMaxHeld = 8'000'000;
inline constexpr std::size_t kMaxContent = std::size_t{256} << 20U;  ///< bytes: values, ids, and 64 for each Held

/// 1 to kMaxId bytes of UTF-8 without control characters, white space and , ; "
[[nodiscard]] bool is_id(std::string_view text);
/// Of kinds and fields: 1 to kMaxName of a-z, 0-9 and _, not a digit first.
[[nodiscard]] bool is_name(std::string_view text);

[[nodiscard]] const Record* find(const Document& document, std::string_view kind, std::string_view id);
/// What is held for a field; empty when nothing is.
[[nodiscard]] std::span<const Held> field_of(const Document& document, const Record& record, FieldKind kind,
                                             std::string_view name);
[[nodiscard]] inline Dot dot_of(const Document& document, const Held& held) {
  return {document.actors[held.actor], held.seq};
}
[[nodiscard]] inline Clock clock_of(const Document& document, const Held& held) {
  return {held.time_ms, held.count, document.actors[held.actor]};
}
[[nodiscard]] VersionVector vector_of(const Document& document);
/// The largest clock of all that is held; Clock{} when nothing is.
[[nodiscard]] Clock largest_clock(const Document& document);

/// The index of an entry, which is added when it is not there yet (then every Held is renumbered).
[[nodiscard]] std::uint32_t actor_index(Document& document, const ActorId& actor);
[[nodiscard]] std::uint32_t kind_index(Document& document, std::string_view kind);
[[nodiscard]] std::uint32_t field_index(Document& document, FieldKind kind, std::string_view name);
/// The place of a record, which is added without any Held when it is not there yet.
[[nodiscard]] std::size_t record_index(Document& document, std::uint32_t kind, std::string_view id);

struct Size {
  std::size_t records = 0;
  std::size_t held = 0;
  std::size_t content = 0;
  void add(const Size& other) {
    records += other.records;
    held += other.held;
    content += other.content;
  }
  [[nodiscard]] bool fits() const { return records <= kMaxRecords && held <= kMaxHeld && content <= kMaxContent; }
};
[[nodiscard]] Size size_of(const Document& document);
/// Within the limits of size above: such a document has a file of less than 512 MiB, that every reader takes.
[[nodiscard]] inline bool fits(const Document& document) { return size_of(document).fits(); }

/// Holds the invariants above; for tests and fuzzers.
[[nodiscard]] bool well_formed(const Document& document);

}  // namespace stoepkrijt::merge
