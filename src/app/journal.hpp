// The journal of a device: what was done here, step by step, with what stood there before. It makes undo work across
// reloads and imports, and it is what a record's history is told from. It stays on the device, is no part of the
// dossier, and goes at the end of its own delete-by date.
//
// Kept as JSON, one step each, "stoepkrijt-step" version 1. Error of the reader: those of json::Document and its
// values.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "merge/changes.hpp"

namespace stoepkrijt::app {

/// How a step came about. Append only: the number is kept.
enum class Origin : std::uint8_t { kOwn, kUndo, kRedo, kFile, kFolder, kCodes, kRestore, kResolve };

struct JournalStep {
  std::uint64_t number = 0;  ///< from 1, in the order in which they were taken
  std::int64_t time_ms = 0;
  Origin origin = Origin::kOwn;
  std::string what_key;  ///< language key: "undo.signal_added"
  std::string source;    ///< kFile, kFolder: the name of the file
  std::uint64_t of = 0;  ///< kUndo, kRedo: the step that was taken back or done again
  merge::Changes changes;
  friend bool operator==(const JournalStep&, const JournalStep&) = default;
};
using StepPtr = std::shared_ptr<const JournalStep>;

[[nodiscard]] std::string write_step(const JournalStep& step);
[[nodiscard]] Result<JournalStep> read_step(std::string_view json);

/// One thing that the user can take back, or do again.
struct UndoStep {
  std::string what_key;
  std::uint64_t number = 0;  ///< of the step as it was first done
  StepPtr step;              ///< what it changed when it was last done or undone
};
struct UndoStacks {
  std::vector<UndoStep> undo, redo;
};
inline constexpr std::size_t kMaxUndo = 200;

/// What the stacks are after one more step.
void push_step(UndoStacks& stacks, const StepPtr& step);
/// From a journal in the order of its numbers.
[[nodiscard]] UndoStacks stacks_of(const std::vector<StepPtr>& journal);

}  // namespace stoepkrijt::app
