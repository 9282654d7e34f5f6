// The audit log of a box: what happened to it, in a chain of hashes, so that an entry cannot be changed, taken out or
// put in between without the head changing. The head is signed with the box.
//
// Events are typed, by one table (docs/formats/ballots.md is held against it by a test). Votes are in it only as
// numbers per hour, never one by one; times are whole minutes, those of `hour` whole hours. Votes with cards of the
// desk only at closing: there are few of them, and a list of residents says whose they are.
//   head 0      BLAKE2b of "stoepkrijt audit start 1": election (16), id of the box (counted)
//   head n      BLAKE2b of "stoepkrijt audit 1": head n-1 (32), event (2), minutes since 1970-01-01 UTC (8), number of
//               numbers (1), each (8), text (counted)
// What the chain cannot show: a log that was kept from its start by someone who lies, or its end cut off before the box
// was signed.
//
// Example: AuditLog log{election, "kiosk-1", {}}; append(log, AuditEvent::kOpened, minute, {500, 50}, "");
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ballotbox/box.hpp"
#include "ballotbox/bytes.hpp"
#include "base/result.hpp"

namespace stoepkrijt::ballotbox {

/// Append-only: files hold the names, hashes the numbers.
enum class AuditEvent : std::uint16_t {
  kOpened,
  kClosed,
  kHour,
  kStarted,
  kExported,
  kAmendment,
  kCardReplaced,
  kPinWrong,
  kClockChanged,
  kStorageTrouble,
  kSpaceLow,
  kVersion,
  kAttended,
};

struct AuditKind {
  AuditEvent event;
  std::string_view name;                      ///< in files
  std::span<const std::string_view> numbers;  ///< their names in files, sorted
  std::string_view text;                      ///< what the text is, or empty: there is none
  std::string_view about;                     ///< a sentence for the documents
};
[[nodiscard]] std::span<const AuditKind> audit_kinds();
[[nodiscard]] const AuditKind& kind_of(AuditEvent event);
[[nodiscard]] const AuditKind* find_kind(std::string_view name);
/// The table as it stands in docs/formats/ballots.md.
[[nodiscard]] std::string audit_table();

struct AuditEntry {
  AuditEvent event = AuditEvent::kOpened;
  std::int64_t minute = 0;
  std::vector<std::int64_t> numbers;  ///< as the kind names them
  std::string text;
  Hash256 head{};  ///< of the chain up to here
  friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};
struct AuditLog {
  ElectionId election{};
  std::string box;
  std::vector<AuditEntry> entries;
  friend bool operator==(const AuditLog&, const AuditLog&) = default;
};
inline constexpr std::size_t kMostEntries = 100'000;
inline constexpr std::size_t kMostAuditText = 200;        ///< bytes
inline constexpr std::int64_t kLastMinute = 130'000'000;  ///< in the year 2217

[[nodiscard]] Hash256 head_of(const AuditLog& log);
/// Domain: as many numbers as the kind has, a text only where it has one; `hour` on a whole hour.
void append(AuditLog& log, AuditEvent event, std::int64_t minute, std::vector<std::int64_t> numbers,
            std::string_view text);

struct AuditReport {
  std::int64_t ballots_by_hour = 0;            ///< added up over all hours
  std::optional<std::int64_t> ballots_closed;  ///< as the last closing says
  std::optional<std::int64_t> attended;        ///< of these with cards of the desk, as it says too
  std::size_t backwards = 0;                   ///< entries before the time of the one before, without a changed clock
};
/// Errors: kDamaged "error.audit_chain" {entry} (from 1), where the chain breaks first.
[[nodiscard]] Result<AuditReport> verify(const AuditLog& log);
/// Further: kOtherElection "error.audit_other_box"; kDamaged "error.audit_head": the log is not the one that was
/// signed.
[[nodiscard]] Result<AuditReport> verify(const AuditLog& log, const Box& box);

}  // namespace stoepkrijt::ballotbox
