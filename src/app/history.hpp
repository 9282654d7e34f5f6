// What a record went through on this device, and how it was: told from the journal. And what people have to choose
// between, told from the document.
//
// Guarantees: functions of the state alone. Views into the state live as long as it is not changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.hpp"
#include "merge/changes.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::app {

struct HistoryEntry {
  const JournalStep* step = nullptr;
  const merge::Change* change = nullptr;  ///< of this record, in that step
};
/// Newest first.
[[nodiscard]] std::vector<HistoryEntry> history_of(const State& state, std::string_view kind, std::string_view id);

/// What makes the record show again what it showed just after that step, as far as the journal knows: its registers and
/// the elements of its sets, and that it is there. Events stay: what happened has happened. Empty: it shows that
/// already, or it was not there then.
[[nodiscard]] std::vector<merge::Write> restore_writes(const State& state, std::string_view kind, std::string_view id,
                                                       std::uint64_t step);

/// Who wrote a value, as far as can be told.
struct Hand {
  bool own = false;  ///< in this session, on this device
  std::string name;  ///< of the device, as its user gave it; may be empty
};

struct ConflictItem {
  struct Value {
    std::string value;  ///< canonical; of a deletion: empty
    Hand who;
    std::int64_t time_ms = 0;
  };
  bool deletion = false;
  std::string kind;
  std::string id;
  std::string field;
  std::vector<Value> values;  ///< the one that is shown first; of a deletion: what was changed without knowing of it
};
/// All that somebody has to look at, in the order of the records.
[[nodiscard]] std::vector<ConflictItem> conflict_list(const State& state);
/// The write that chooses; of a deletion choice 0 lets the record stay and 1 deletes it. Empty when there is no such
/// conflict or choice (any more).
[[nodiscard]] std::vector<merge::Write> resolve_writes(const State& state, std::string_view kind, std::string_view id,
                                                       std::string_view field, std::size_t choice);

}  // namespace stoepkrijt::app
