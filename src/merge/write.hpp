// Writing in a document: each write takes the next dot of the pen's actor and a clock of its own.
//
// A Pen is one start of the app. Its actor is drawn anew at the first write after each start (start_pen), never taken
// up again. Erasing takes no dot: it drops dots and values, and the version vector keeps them gone everywhere.
//
// Units: wall clocks in milliseconds since 1970 UTC, as the device gives them (they may be wrong). Values: canonical
// JSON (merge/value.hpp). Guarantee: a write that fails changes nothing.
//
// Example:
//   SK_TRY(pen, start_pen(ActorId{random_bytes}, document, wall_ms));
//   SK_TRY_VOID(write(document, pen, {Write::Op::kSet, "signal", "01hx", "title", text_value("Losse tegel")},
//   wall_ms));
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "merge/clock.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::merge {

struct Pen {
  Clock clock;  ///< the own clock; its actor is who writes
};

struct Write {
  enum class Op : std::uint8_t {
    kSet,      ///< a register: replaces all dots that are held; kNoValue empties it
    kEvent,    ///< adds an event
    kAdd,      ///< an element of a set, in the place of its dots that are held
    kRemove,   ///< drops the dots of an element that are held; takes no dot
    kDelete,   ///< the record, as far as it is known here; `name` and `value` are empty
    kRestore,  ///< puts a deleted record back; `name` and `value` are empty
  };
  Op op = Op::kSet;
  std::string kind;
  std::string id;
  std::string name;
  std::string value;
  friend bool operator==(const Write&, const Write&) = default;
};

/// A pen that has heard all clocks of the document. Error: kNotAllowed with "error.actor_used" when the actor is in it.
[[nodiscard]] Result<Pen> start_pen(const ActorId& fresh, const Document& document, std::int64_t wall_ms);
/// At every import, with the document that came in: later writes are after what it holds (24 h rule: merge/clock.hpp).
void hear(Pen& pen, const Document& heard, std::int64_t wall_ms);

/// Errors: kNotAllowed ("error.bad_write": an id, kind, name or value that no document can hold, a value that is not
/// canonical; "error.no_such_record": deleting or restoring what is not there; "error.not_mergeable": a partial or
/// redacted export is only to be read), kTooLarge ("error.too_many_names"), kOverflow ("error.too_many_writes").
[[nodiscard]] Result<void> write(Document& document, Pen& pen, const Write& write, std::int64_t wall_ms);
/// All or nothing. Writes of one record in the order of its names take the least room in the file.
[[nodiscard]] Result<void> write_all(Document& document, Pen& pen, std::span<const Write> writes, std::int64_t wall_ms);

// Erasing: answers whether anything was there. The record goes when nothing is held in it any more.
bool erase_record(Document& document, std::string_view kind, std::string_view id);
bool erase_field(Document& document, std::string_view kind, std::string_view id, FieldKind field,
                 std::string_view name);
/// One dot wherever it is, as of an event.
bool erase_dot(Document& document, const Dot& dot);

}  // namespace stoepkrijt::merge
