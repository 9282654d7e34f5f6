// What a document shows: one value per register, events in their order, the elements of a set, and whether a record is
// there at all.
//
// Guarantees: a function of the document alone, so the same on every device that has the same state. Nothing fails;
// where nothing is held the answer is empty. Views (string_view) live as long as the record is not changed.
//
// Example:
//   for (const Record& record : document.records) {
//     if (is_hidden(document, record)) continue;
//     const std::optional<Shown> title = shown(document, record, "title");
//   }
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/document.hpp"

namespace stoepkrijt::merge {

/// One content of a field, with its dot and clock.
struct Content {
  std::string_view value;
  Dot dot;
  Clock clock;
};

struct Shown {
  Content content;
  bool more = false;  ///< more dots than one: a conflict (merge/conflicts.hpp lists it)
};

/// A register: the content with the largest clock (at equal clocks the last in the order of the record). Nothing when
/// nothing is held, or when what is shown is kNoValue.
[[nodiscard]] std::optional<Shown> shown(const Document& document, const Record& record, std::string_view name);

/// All contents of a field, the one that is shown first: by clock, then dot, then content hash, downwards.
[[nodiscard]] std::vector<Content> contents(const Document& document, const Record& record, FieldKind kind,
                                            std::string_view name);

/// By clock, then dot, then content hash, upwards: the order of replay.
[[nodiscard]] std::vector<Content> events(const Document& document, const Record& record, std::string_view name);

/// The elements of a set, sorted by their canonical text, each once.
[[nodiscard]] std::vector<std::string_view> members(const Document& document, const Record& record,
                                                    std::string_view name);

/// Was it deleted, with everything in it known to who deleted it? Not when it was put back (also not when one put it
/// back while another deleted it), and not when a dot is held that no deletion here knew.
[[nodiscard]] bool is_hidden(const Document& document, const Record& record);

/// Does a deletion stand, while something was changed or put back without knowing of it? Such a record is shown.
[[nodiscard]] bool deletion_disputed(const Document& document, const Record& record);

/// What came of replaying events through a transition table: the last state, and of each event whether it fitted.
template <class State>
struct Replay {
  State state;
  std::vector<std::pair<Content, bool>> steps;
};

/// `step(state, value)` gives the next state, or nothing when the event does not fit: then it stays, flagged, and the
/// state is as it was.
template <class State, class Step>
[[nodiscard]] Replay<State> replay(const std::vector<Content>& events, State start, Step step) {
  Replay<State> out{std::move(start), {}};
  for (const Content& event : events) {
    std::optional<State> next = step(std::as_const(out.state), event.value);
    out.steps.emplace_back(event, next.has_value());
    if (next) out.state = std::move(*next);
  }
  return out;
}

}  // namespace stoepkrijt::merge
