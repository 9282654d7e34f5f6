// The sentences of the kernel's specification, each with two or three devices worked out by hand.
#include <gtest/gtest.h>

#include "base/sha256.hpp"
#include "hands.hpp"
#include "merge/record_builder.hpp"

namespace stoepkrijt::merge::test {
namespace {

TEST(Kernel, AWriteTakesTheNextDotAndReplacesAllThatAreHeld) {
  Device a(1);
  a.set("x", "title", "1");
  a.set("x", "title", "2");
  const auto held = field_of(a.document, a.record("x"), FieldKind::kRegister, "title");
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(dot_of(a.document, held[0]), (Dot{actor(1), 2}));
  EXPECT_EQ(vector_of(a.document).seen(actor(1)), 2U);
  EXPECT_EQ(a.title("x"), "2");
}

TEST(Kernel, ConcurrentWritesStayBothAndTheLargestClockIsShown) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  b.wall = kNow + 5;
  a.set("x", "title", "\"van a\"");
  b.set("x", "title", "\"van b\"");
  a.hear_from(b);
  EXPECT_EQ(a.title("x"), "\"van b\"");
  EXPECT_TRUE(shown(a.document, a.record("x"), "title")->more);
  const auto found = conflicts(a.document);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, "issue");
  EXPECT_EQ(found[0].record->id, "x");
  EXPECT_EQ(found[0].field, "title");
  ASSERT_EQ(found[0].values.size(), 2U);
  EXPECT_EQ(found[0].values[0].value, "\"van b\"");
  EXPECT_EQ(found[0].values[0].dot.actor, actor(2));
  EXPECT_EQ(found[0].values[0].clock.time_ms, kNow + 5);
  EXPECT_EQ(found[0].values[1].value, "\"van a\"");
  EXPECT_FALSE(found[0].agree);
}

TEST(Kernel, ResolvingAConflictIsAnOrdinaryWrite) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  a.set("x", "title", "2");
  b.set("x", "title", "3");
  a.hear_from(b);
  a.set("x", "title", "3");
  EXPECT_TRUE(conflicts(a.document).empty());
  b.hear_from(a);
  EXPECT_TRUE(conflicts(b.document).empty());
  EXPECT_EQ(b.title("x"), "3");
  EXPECT_EQ(bytes_of(a.document), bytes_of(b.document));
}

TEST(Kernel, TheSameValueFromTwoHandsIsAConflictWithoutAChoice) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  a.set("x", "title", "2");
  b.set("x", "title", "2");
  a.hear_from(b);
  ASSERT_EQ(conflicts(a.document).size(), 1U);
  EXPECT_TRUE(conflicts(a.document)[0].agree);
}

TEST(Kernel, FieldsMergeEachOnItsOwn) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  a.set("x", "level", "\"A\"");
  b.set("x", "title", "2");
  a.hear_from(b);
  EXPECT_EQ(a.title("x"), "2");
  EXPECT_EQ(shown(a.document, a.record("x"), "level")->content.value, "\"A\"");
  EXPECT_TRUE(conflicts(a.document).empty());
}

TEST(Kernel, StoredClocksAreNeverChangedAndOneAheadIsFlagged) {
  Device a(1);
  a.wall = 4'080'000'000'000;  // 2099
  a.set("x", "title", "1");
  Device b(2);
  b.hear_from(a);
  const Held held = b.record("x").held[0];
  EXPECT_EQ(held.time_ms, a.wall);
  EXPECT_EQ(b.pen.clock.time_ms, kNow + kDayMs);
  ASSERT_EQ(warnings(b.document, kNow).size(), 1U);
  EXPECT_EQ(warnings(b.document, kNow)[0].what, Warning::What::kAhead);
  // The write after it replaces what is held, whatever its clock.
  b.set("x", "title", "2");
  a.hear_from(b);
  EXPECT_EQ(a.title("x"), "2");
  EXPECT_TRUE(warnings(a.document, kNow).empty());
}

TEST(Kernel, ErasedStaysGoneEverywhere) {
  Device a(1);
  a.set("x", "title", "1");
  a.set("x", "words", "2");
  Device b(2, a.document);
  ASSERT_TRUE(erase_field(a.document, "issue", "x", FieldKind::kRegister, "words"));
  EXPECT_FALSE(erase_field(a.document, "issue", "x", FieldKind::kRegister, "words"));
  EXPECT_EQ(bytes_of(a.document).find("words"), std::string::npos);
  b.hear_from(a);
  EXPECT_TRUE(field_of(b.document, b.record("x"), FieldKind::kRegister, "words").empty());
  EXPECT_EQ(b.title("x"), "1");
  ASSERT_TRUE(erase_record(b.document, "issue", "x"));
  a.hear_from(b);
  EXPECT_EQ(find(a.document, "issue", "x"), nullptr);
  // The vector remembers; a backup from before brings nothing back.
  Device old(3);
  old.document = merged(old.document, b.document);
  EXPECT_EQ(vector_of(old.document).seen(actor(1)), 2U);
}

TEST(Kernel, ErasingDoesNotTakeWhatWasWrittenMeanwhile) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  erase_record(a.document, "issue", "x");
  b.set("x", "title", "2");
  a.hear_from(b);
  EXPECT_EQ(a.title("x"), "2");
}

TEST(Kernel, EventsAllStayAndAreReplayedInTheOrderOfTheirClocks) {
  Device a(1);
  a.write(Write::Op::kEvent, "x", "status", "\"open\"");
  Device b(2, a.document);
  b.wall = kNow + 10;
  b.write(Write::Op::kEvent, "x", "status", "\"rejected\"");
  a.wall = kNow + 20;
  a.write(Write::Op::kEvent, "x", "status", "\"done\"");
  a.hear_from(b);
  const auto list = events(a.document, a.record("x"), "status");
  ASSERT_EQ(list.size(), 3U);
  EXPECT_TRUE(conflicts(a.document).empty());
  // open -> rejected fits; rejected -> done does not: it stays, flagged.
  const auto step = [](const std::string& state, std::string_view event) -> std::optional<std::string> {
    if (state == "\"rejected\"") return std::nullopt;
    return std::string(event);
  };
  const auto replayed = replay(list, std::string("new"), step);
  EXPECT_EQ(replayed.state, "\"rejected\"");
  ASSERT_EQ(replayed.steps.size(), 3U);
  EXPECT_TRUE(replayed.steps[1].second);
  EXPECT_EQ(replayed.steps[2].first.value, "\"done\"");
  EXPECT_FALSE(replayed.steps[2].second);
}

TEST(Kernel, OnlyErasingRemovesAnEvent) {
  Device a(1);
  a.write(Write::Op::kEvent, "x", "visits", "1");
  a.write(Write::Op::kEvent, "x", "visits", "2");
  Device b(2, a.document);
  ASSERT_TRUE(erase_dot(a.document, {actor(1), 1}));
  EXPECT_FALSE(erase_dot(a.document, {actor(1), 1}));
  b.hear_from(a);
  const auto list = events(b.document, b.record("x"), "visits");
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].value, "2");
}

TEST(Kernel, RemovingAnElementDropsTheDotsSeenAndAddingMeanwhileWins) {
  Device a(1);
  a.write(Write::Op::kAdd, "x", "doubles", "\"y\"");
  a.write(Write::Op::kAdd, "x", "doubles", "\"z\"");
  Device b(2, a.document);
  a.write(Write::Op::kRemove, "x", "doubles", "\"y\"");
  a.write(Write::Op::kRemove, "x", "doubles", "\"z\"");
  EXPECT_EQ(find(a.document, "issue", "x"), nullptr);
  b.write(Write::Op::kAdd, "x", "doubles", "\"z\"");
  a.hear_from(b);
  const auto left = members(a.document, a.record("x"), "doubles");
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0], "\"z\"");
}

/// A copy of the document in which the only dot of a field says something else.
Document forged(Document document, std::string_view value) {
  Record& record = document.records[0];
  const Held held = record.held[0];
  RecordBuilder builder;
  builder.add(held, value);
  builder.put(record);
  return document;
}

TEST(Kernel, TheSameDotWithOtherContentKeepsBothInTheOrderOfTheirHash) {
  Device a(1);
  a.set("x", "title", "1");
  const Document other = forged(a.document, "2");
  const Document ab = merged(a.document, other);
  const Document ba = merged(other, a.document);
  EXPECT_EQ(bytes_of(ab), bytes_of(ba));
  const Record& record = ab.records[0];
  ASSERT_EQ(record.held.size(), 2U);
  const std::string clock = "[" + std::to_string(kNow) + ",1,";
  const bool one_first = to_hex(sha256(clock + "1]")) < to_hex(sha256(clock + "2]"));
  EXPECT_EQ(record.value(record.held[0]), one_first ? "1" : "2");
  EXPECT_EQ(warnings(ab, kNow).size(), 1U);
  EXPECT_EQ(warnings(ab, kNow)[0].what, Warning::What::kSameDot);
  EXPECT_EQ(conflicts(ab).size(), 1U);
  EXPECT_EQ(bytes_of(merged(ab, a.document)), bytes_of(ab));
  // Both count as that dot: one write replaces both.
  Device c(3, ab);
  c.set("x", "title", "3");
  EXPECT_TRUE(warnings(merged(c.document, ba), kNow).empty());
  EXPECT_EQ(c.title("x"), "3");
}

TEST(Kernel, ADotThatTwoFilesHoldInDifferentFieldsIsInNeitherAfterwards) {
  Device a(1);
  Device clone = a;
  a.set("x", "title", "1");
  clone.set("x", "words", "1");
  const Document both = merged(a.document, clone.document);
  EXPECT_TRUE(both.records.empty());
  EXPECT_EQ(bytes_of(both), bytes_of(merged(clone.document, a.document)));
}

TEST(Kernel, AnActorThatIsInTheDocumentIsNeverTakenUpAgain) {
  Device a(1);
  a.set("x", "title", "1");
  const auto again = start_pen(actor(1), a.document, kNow);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().key, "error.actor_used");
}

TEST(Kernel, AFreshPenWritesAfterAllThatItsDocumentHolds) {
  Device a(1);
  a.wall = kNow + kDayMs / 2;
  a.set("x", "title", "1");
  Device b(2, a.document);  // its wall is half a day behind
  b.set("x", "title", "2");
  EXPECT_GT(largest_clock(b.document), largest_clock(a.document));
}

TEST(Kernel, PartialExportsAndOtherDossiersDoNotMerge) {
  Device a(1);
  a.set("x", "title", "1");
  const std::string before = bytes_of(a.document);
  Document partial = a.document;
  partial.mergeable = false;
  Document elsewhere = a.document;
  elsewhere.id = "other";
  EXPECT_EQ(merge(a.document, partial).error().key, "error.not_mergeable");
  EXPECT_EQ(merge(a.document, elsewhere).error().key, "error.other_dossier");
  EXPECT_EQ(merge(partial, a.document).error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(bytes_of(a.document), before);
  Pen pen = a.pen;
  EXPECT_EQ(write(partial, pen, {Write::Op::kSet, "issue", "x", "title", "2"}, kNow).error().key,
            "error.not_mergeable");
}

TEST(Kernel, RefusesWritesThatNoFileCouldHoldAndChangesNothing) {
  Device a(1);
  a.set("x", "title", "1");
  const std::string before = bytes_of(a.document);
  using Op = Write::Op;
  const Write wrong[] = {{Op::kSet, "Issue", "x", "title", "1"},   {Op::kSet, "issue", "x y", "title", "1"},
                         {Op::kSet, "issue", "", "title", "1"},    {Op::kSet, "issue", "x", "2title", "1"},
                         {Op::kSet, "issue", "x", "title", "1.5"}, {Op::kSet, "issue", "x", "title", " 1"},
                         {Op::kSet, "issue", "x", "title", ""},    {Op::kDelete, "issue", "y", "", ""},
                         {Op::kDelete, "issue", "x", "title", ""}, {Op::kSet, "issue", "x", "", "1"}};
  for (const Write& one : wrong) {
    EXPECT_FALSE(write(a.document, a.pen, one, kNow)) << one.kind << ' ' << one.id << ' ' << one.value;
    const Write good{Op::kSet, "issue", "x", "title", "5"};
    const Write both[] = {good, one};
    EXPECT_FALSE(write_all(a.document, a.pen, both, kNow));
  }
  EXPECT_EQ(bytes_of(a.document), before);
  EXPECT_EQ(a.pen.clock.count, 1U);
}

TEST(Kernel, AListOfWritesIsWrittenWholeOrNotAtAll) {
  using Op = Write::Op;
  const std::vector<std::vector<Write>> good = {
      {{Op::kSet, "issue", "x", "title", "1"}, {Op::kSet, "issue", "x", "words", "2"}},
      {{Op::kSet, "issue", "new", "title", "1"}, {Op::kDelete, "issue", "new", "", ""}},
      {{Op::kAdd, "issue", "x", "doubles", "1"}, {Op::kRemove, "issue", "x", "doubles", "1"}},
      {{Op::kDelete, "issue", "x", "", ""}, {Op::kRestore, "issue", "x", "", ""}},
  };
  for (const std::vector<Write>& writes : good) {
    Device a(1);
    a.set("x", "title", "0");
    Device one_by_one = a;
    ASSERT_TRUE(write_all(a.document, a.pen, writes, kNow));
    for (const Write& each : writes) ASSERT_TRUE(write(one_by_one.document, one_by_one.pen, each, kNow));
    EXPECT_EQ(bytes_of(a.document), bytes_of(one_by_one.document));
  }
  Device a(1);
  a.write(Op::kAdd, "x", "doubles", "1");
  const std::string before = bytes_of(a.document);
  // The last write finds nothing any more.
  const Write gone[] = {{Op::kRemove, "issue", "x", "doubles", "1"}, {Op::kDelete, "issue", "x", "", ""}};
  EXPECT_FALSE(write_all(a.document, a.pen, gone, kNow));
  const Write none[] = {{Op::kSet, "issue", "x", "title", "1"}, {Op::kDelete, "issue", "y", "", ""}};
  EXPECT_FALSE(write_all(a.document, a.pen, none, kNow));
  EXPECT_EQ(bytes_of(a.document), before);
}

TEST(Kernel, AFullTableOfNamesRefusesANewNameOnly) {
  Device a(1);
  for (std::size_t i = 0; i < kMaxKinds; ++i) {
    a.write(Write::Op::kSet, "x", "title", "1", "k" + std::to_string(i));
  }
  EXPECT_EQ(write(a.document, a.pen, {Write::Op::kSet, "other", "x", "title", "1"}, kNow).error().key,
            "error.too_many_names");
  a.write(Write::Op::kSet, "y", "title", "2", "k7");
  Device b(2);
  b.write(Write::Op::kSet, "x", "title", "1", "other");
  const std::string before = bytes_of(b.document);
  EXPECT_EQ(merge(b.document, a.document).error().key, "error.too_many_names");
  EXPECT_EQ(bytes_of(b.document), before);
}

}  // namespace
}  // namespace stoepkrijt::merge::test
