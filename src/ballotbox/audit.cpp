#include "ballotbox/audit.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace stoepkrijt::ballotbox {

namespace {

constexpr std::int64_t kMinutesPerHour = 60;
constexpr std::array<std::string_view, 1> kBallots{"ballots"};
constexpr std::array<std::string_view, 2> kCards{"codes", "reserves"};
constexpr std::array<std::string_view, 2> kInAnHour{"ballots", "refused"};
constexpr std::array<std::string_view, 1> kMegabytes{"megabytes"};
constexpr std::array<std::string_view, 1> kMinutes{"minutes"};
constexpr std::array<std::string_view, 1> kPlans{"plans"};
constexpr std::array<std::string_view, 1> kTries{"tries"};

constexpr std::array<AuditKind, 13> kKinds{{
    {AuditEvent::kOpened, "opened", kCards, "",
     "The host opened the box, with a package of so many codes and reserves."},
    {AuditEvent::kClosed, "closed", kBallots, "", "The host closed the box; so many ballots were in it."},
    {AuditEvent::kHour, "hour", kInAnHour, "",
     "In the hour that begins at this minute so many ballots were cast, and so many codes refused."},
    {AuditEvent::kStarted, "started", kBallots, "",
     "The program started while the box was open, as after a power cut; so many ballots were there."},
    {AuditEvent::kExported, "exported", kBallots, "", "The box was written to a file, with so many ballots."},
    {AuditEvent::kAmendment, "amendment", kPlans, "", "An amendment was taken in; so many plans are withdrawn by it."},
    {AuditEvent::kCardReplaced, "card-replaced", {}, "", "The host replaced a card that was spoilt or lost."},
    {AuditEvent::kPinWrong, "pin-wrong", kTries, "", "The host's PIN was typed wrong, so many times in a row."},
    {AuditEvent::kClockChanged, "clock-changed", kMinutes, "",
     "The clock jumped by so many minutes; below zero: back."},
    {AuditEvent::kStorageTrouble,
     "storage-trouble",
     {},
     "the reason as a word",
     "Something could not be kept on the device."},
    {AuditEvent::kSpaceLow, "space-low", kMegabytes, "", "So little room is left on the device."},
    {AuditEvent::kVersion, "version", {}, "the version", "The program runs in this version from here on."},
    {AuditEvent::kAttended, "attended", kBallots, "",
     "Told at closing, where the package has cards of the desk: so many of the ballots were cast with them."},
}};

Hash256 start_of(const AuditLog& log) {
  return Message("stoepkrijt audit start 1").add(log.election).add_counted(log.box).hash();
}

Hash256 next_head(const Hash256& head, const AuditEntry& entry) {
  Message message("stoepkrijt audit 1");
  message.add(head).add_number(static_cast<std::uint64_t>(entry.event), 2);
  message.add_number(static_cast<std::uint64_t>(entry.minute), 8).add_number(entry.numbers.size(), 1);
  for (const std::int64_t number : entry.numbers) message.add_number(static_cast<std::uint64_t>(number), 8);
  return message.add_counted(entry.text).hash();
}

}  // namespace

std::span<const AuditKind> audit_kinds() { return kKinds; }

const AuditKind& kind_of(AuditEvent event) {
  const auto at = static_cast<std::size_t>(event);
  SK_CHECK(at < kKinds.size() && kKinds[at].event == event);
  return kKinds[at];
}

const AuditKind* find_kind(std::string_view name) {
  const auto found =
      std::find_if(kKinds.begin(), kKinds.end(), [name](const AuditKind& kind) { return kind.name == name; });
  return found == kKinds.end() ? nullptr : &*found;
}

std::string audit_table() {
  std::string out = "| number | event | numbers | text | when |\n|---|---|---|---|---|\n";
  for (const AuditKind& kind : kKinds) {
    out += "| " + std::to_string(static_cast<unsigned>(kind.event)) + " | `" + std::string(kind.name) + "` | ";
    for (std::size_t i = 0; i < kind.numbers.size(); ++i) {
      if (i > 0) out += ", ";
      out += "`" + std::string(kind.numbers[i]) + "`";
    }
    out += (kind.numbers.empty() ? "- | " : " | ") + std::string(kind.text.empty() ? "-" : kind.text) + " | ";
    out += std::string(kind.about) + " |\n";
  }
  return out;
}

Hash256 head_of(const AuditLog& log) { return log.entries.empty() ? start_of(log) : log.entries.back().head; }

void append(AuditLog& log, AuditEvent event, std::int64_t minute, std::vector<std::int64_t> numbers,
            std::string_view text) {
  const AuditKind& kind = kind_of(event);
  SK_CHECK(numbers.size() == kind.numbers.size() && (text.empty() || !kind.text.empty()));
  SK_CHECK(text.size() <= kMostAuditText && minute >= 0 && minute <= kLastMinute);
  SK_CHECK(event != AuditEvent::kHour || minute % kMinutesPerHour == 0);
  AuditEntry entry{event, minute, std::move(numbers), std::string(text), {}};
  entry.head = next_head(head_of(log), entry);
  log.entries.push_back(std::move(entry));
}

Result<AuditReport> verify(const AuditLog& log) {
  AuditReport report;
  Hash256 head = start_of(log);
  std::int64_t before = 0;
  for (std::size_t i = 0; i < log.entries.size(); ++i) {
    const AuditEntry& entry = log.entries[i];
    head = next_head(head, entry);
    if (head != entry.head) {
      return fail(Error(ErrorCode::kDamaged, "error.audit_chain").with("entry", std::to_string(i + 1)));
    }
    if (entry.event == AuditEvent::kHour) report.ballots_by_hour += entry.numbers[0];
    if (entry.event == AuditEvent::kClosed) report.ballots_closed = entry.numbers[0];
    if (entry.event == AuditEvent::kAttended) report.attended = entry.numbers[0];
    // An hour is told when it is over, by the minute it began: it says nothing of the clock.
    if (entry.event == AuditEvent::kHour) continue;
    if (entry.minute < before && entry.event != AuditEvent::kClockChanged) ++report.backwards;
    before = entry.minute;
  }
  return report;
}

Result<AuditReport> verify(const AuditLog& log, const Box& box) {
  SK_TRY(report, verify(log));
  if (log.election != box.election || log.box != box.id) {
    return fail(ErrorCode::kOtherElection, "error.audit_other_box");
  }
  if (head_of(log) != box.audit_head) return fail(ErrorCode::kDamaged, "error.audit_head");
  return report;
}

}  // namespace stoepkrijt::ballotbox
