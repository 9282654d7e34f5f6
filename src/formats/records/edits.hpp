// A change of a value of the model as writes in its records: only the fields that differ, so that what two people
// change in one thing at the same time merges field by field.
//
// Guarantee: for values that are valid, dossier_of() of the document after these writes shows `after` in the place of
// `before`, when the document showed `before` (of an issue the times of new history are those of the writes).
//
// Example:
//   SK_TRY_VOID(merge::write_all(document, pen, writes_of(before, after), wall_ms));
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "merge/write.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::formats {

/// Domain: not both absent; where both are there the ids are the same. Absent before: the record is new. Absent after:
/// it is deleted.
[[nodiscard]] std::vector<merge::Write> writes_of(const std::optional<model::Signal>& before,
                                                  const std::optional<model::Signal>& after);
[[nodiscard]] std::vector<merge::Write> writes_of(const std::optional<model::Issue>& before,
                                                  const std::optional<model::Issue>& after);
[[nodiscard]] std::vector<merge::Write> writes_of(const std::optional<model::Walk>& before,
                                                  const std::optional<model::Walk>& after);
[[nodiscard]] std::vector<merge::Write> writes_of(const std::optional<model::Track>& before,
                                                  const std::optional<model::Track>& after);
/// With its plans, which are records of their own.
[[nodiscard]] std::vector<merge::Write> writes_of(const std::optional<model::Round>& before,
                                                  const std::optional<model::Round>& after);

/// The canonical value of an event of an issue's history; its moment is that of the write.
[[nodiscard]] std::string status_event_value(const model::StatusEvent& event);

/// The event that takes an event of the field back: of "support" the opposite; nothing for others (a status is undone
/// by writing once more the one before).
[[nodiscard]] std::optional<std::string> opposite_event(std::string_view field, std::string_view event);

/// The name that the device of an actor goes by, for "who wrote this": a record of its own, by the actor's text.
inline constexpr std::string_view kDeviceRecord = "device";
inline constexpr std::string_view kDeviceName = "name";

}  // namespace stoepkrijt::formats
