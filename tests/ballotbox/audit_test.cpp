// The audit log: every change in it is found, at its place.
#include <gtest/gtest.h>

#include "ballotbox/audit.hpp"
#include "support/data_files.hpp"
#include "worlds.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

constexpr std::int64_t kMinute = 29'900'000;  // a whole number of hours is 29,899,980 + n * 60

AuditLog sample() {
  AuditLog log{kElection, "kiosk-1", {}};
  append(log, AuditEvent::kVersion, kMinute, {}, "1.0.0");
  append(log, AuditEvent::kOpened, kMinute + 1, {500, 50}, "");
  append(log, AuditEvent::kHour, 29'899'980, {3, 1}, "");
  append(log, AuditEvent::kPinWrong, kMinute + 70, {2}, "");
  append(log, AuditEvent::kHour, 29'900'040, {4, 0}, "");
  append(log, AuditEvent::kClosed, kMinute + 100, {7}, "");
  append(log, AuditEvent::kExported, kMinute + 102, {7}, "");
  return log;
}

TEST(Audit, IsPinnedAndAddsUp) {
  const AuditLog log = sample();
  EXPECT_EQ(to_hex(head_of(AuditLog{kElection, "kiosk-1", {}})),
            "86dd9c9e79dfd286c4dd742c6f242d22118fb1dfacee18e5cc6a14df656e7b19");
  EXPECT_EQ(to_hex(head_of(log)), "193d8315e16eb8c2deeb59775f8519519c12d657e1106e99116fb48fb6bc2cf8");
  const auto report = verify(log);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->ballots_by_hour, 7);
  EXPECT_EQ(report->ballots_closed, 7);
  EXPECT_EQ(report->backwards, 0U);
}

TEST(Audit, EveryChangeIsFoundAtItsEntry) {
  const AuditLog log = sample();
  const auto broken_at = [](const AuditLog& wrong) {
    const auto report = verify(wrong);
    return report ? std::string("none") : report.error().args.at(0).second;
  };
  for (std::size_t i = 0; i < log.entries.size(); ++i) {
    const std::string here = std::to_string(i + 1);
    AuditLog wrong = log;
    wrong.entries[i].minute += 60;
    EXPECT_EQ(broken_at(wrong), here);
    wrong = log;
    wrong.entries[i].text += "x";
    EXPECT_EQ(broken_at(wrong), here);
    wrong = log;
    wrong.entries[i].head[31] ^= 1U;
    EXPECT_EQ(broken_at(wrong), here);
    for (std::size_t n = 0; n < log.entries[i].numbers.size(); ++n) {
      wrong = log;
      ++wrong.entries[i].numbers[n];
      EXPECT_EQ(broken_at(wrong), here);
    }
    // Taken out, or twice: found at the next one; at the end only by the head.
    wrong = log;
    wrong.entries.erase(wrong.entries.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_EQ(broken_at(wrong), i + 1 < log.entries.size() ? here : "none");
    if (i + 1 == log.entries.size()) {
      EXPECT_NE(head_of(wrong), head_of(log));
    }
    wrong = log;
    wrong.entries.insert(wrong.entries.begin() + static_cast<std::ptrdiff_t>(i), wrong.entries[i]);
    EXPECT_EQ(broken_at(wrong), std::to_string(i + 2));
    if (i == 0) continue;
    wrong = log;
    std::swap(wrong.entries[i - 1], wrong.entries[i]);
    EXPECT_EQ(broken_at(wrong), std::to_string(i));
  }
  AuditLog other = log;
  other.box = "kiosk-2";
  EXPECT_EQ(broken_at(other), "1");
}

TEST(Audit, BelongsToTheBoxThatSignedItsHead) {
  const AuditLog log = sample();
  const Ground& g = ground();
  const Box box = close_box(g.package, "kiosk-1", {}, head_of(log), g.box_keys[0]);
  EXPECT_TRUE(verify(log, box));
  AuditLog shorter = log;
  shorter.entries.pop_back();
  EXPECT_TRUE(verify(shorter)) << "the chain alone cannot show it";
  EXPECT_EQ(verify(shorter, box).error().key, "error.audit_head");
  EXPECT_EQ(verify(log, close_box(g.package, "kiosk-2", {}, head_of(log), g.box_keys[1])).error().key,
            "error.audit_other_box");
}

TEST(Audit, TellsAClockThatWentBackWithoutAnEntryForIt) {
  AuditLog log = sample();
  append(log, AuditEvent::kStarted, kMinute, {7}, "");
  EXPECT_EQ(verify(log)->backwards, 1U);
  AuditLog told = sample();
  append(told, AuditEvent::kClockChanged, kMinute, {-102}, "");
  append(told, AuditEvent::kStarted, kMinute, {7}, "");
  EXPECT_EQ(verify(told)->backwards, 0U);
}

TEST(Audit, IsDocumentedFromTheSameTable) {
  const auto document =
      stoepkrijt::test::read_file(std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "docs/formats/ballots.md");
  ASSERT_TRUE(document);
  EXPECT_NE(document->find(audit_table()), std::string::npos) << audit_table();
}

TEST(Audit, HasNoEventOfOneVote) {
  for (const AuditKind& kind : audit_kinds()) {
    EXPECT_EQ(&kind_of(kind.event), &kind);
    EXPECT_EQ(find_kind(kind.name), &kind);
    EXPECT_TRUE(std::is_sorted(kind.numbers.begin(), kind.numbers.end()));
  }
  EXPECT_EQ(find_kind("vote"), nullptr);
  EXPECT_EQ(find_kind("cast"), nullptr);
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
