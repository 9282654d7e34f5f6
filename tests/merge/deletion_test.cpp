// Deletion, links, differences and undo, by hand.
#include <gtest/gtest.h>

#include "hands.hpp"
#include "merge/diff.hpp"
#include "merge/links.hpp"
#include "merge/undo.hpp"

namespace stoepkrijt::merge::test {
namespace {

using Op = Write::Op;

Opposite no_opposite() {
  return [](std::string_view, std::string_view) { return std::optional<std::string>(); };
}

TEST(Deletion, HidesARecordEverywhereAndKeepsItsValues) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  a.write(Op::kDelete, "x");
  b.hear_from(a);
  EXPECT_TRUE(is_hidden(b.document, b.record("x")));
  EXPECT_TRUE(conflicts(b.document).empty());
  EXPECT_EQ(b.title("x"), "1");
}

TEST(Deletion, OfWhatWasChangedWithoutKnowingIsShownAgainAsAConflict) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  a.write(Op::kDelete, "x");
  b.set("x", "title", "2");
  a.hear_from(b);
  EXPECT_FALSE(is_hidden(a.document, a.record("x")));
  const auto found = conflicts(a.document);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].what, Conflict::What::kDeletion);
  ASSERT_EQ(found[0].values.size(), 1U);
  EXPECT_EQ(found[0].values[0].dot.actor, actor(1));
  ASSERT_EQ(found[0].unknown.size(), 1U);
  EXPECT_EQ(found[0].unknown[0].value, "2");
  // Deleting once more, knowing all of it, settles it.
  a.write(Op::kDelete, "x");
  b.hear_from(a);
  EXPECT_TRUE(is_hidden(b.document, b.record("x")));
}

TEST(Deletion, IsDisputedByAnEventAndALinkAsByAnyDot) {
  for (const Op op : {Op::kEvent, Op::kAdd}) {
    Device a(1);
    a.set("x", "title", "1");
    Device b(2, a.document);
    a.write(Op::kDelete, "x");
    b.write(op, "x", "some", "\"y\"");
    a.hear_from(b);
    EXPECT_TRUE(deletion_disputed(a.document, a.record("x")));
  }
}

TEST(Deletion, ByTwoWhoTogetherKnewAllHides) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  a.set("x", "words", "1");
  b.set("x", "level", "1");
  a.write(Op::kDelete, "x");
  b.write(Op::kDelete, "x");
  a.hear_from(b);
  EXPECT_TRUE(is_hidden(a.document, a.record("x")));
}

TEST(Deletion, IsTakenBackByPuttingBackAndDisputedWhenBothHappen) {
  Device a(1);
  a.set("x", "title", "1");
  a.write(Op::kDelete, "x");
  Device b(2, a.document);
  Device c(3, a.document);
  b.write(Op::kRestore, "x");
  EXPECT_FALSE(is_hidden(b.document, b.record("x")));
  EXPECT_TRUE(conflicts(b.document).empty());
  c.write(Op::kDelete, "x");
  b.hear_from(c);
  EXPECT_FALSE(is_hidden(b.document, b.record("x")));
  ASSERT_EQ(conflicts(b.document).size(), 1U);
  EXPECT_EQ(conflicts(b.document)[0].values.size(), 2U);
}

TEST(Links, MakeGroupsForWhichTheSmallestIdSpeaks) {
  Device a(1);
  for (const char* id : {"a", "b", "c", "d"}) a.set(id, "title", "1");
  const auto link = [&a](Op op, const char* x, const char* y) {
    ASSERT_TRUE(write(a.document, a.pen, *link_write(op, "issue", "doubles", x, y), kNow));
  };
  link(Op::kAdd, "c", "b");
  link(Op::kAdd, "d", "c");
  Links all = links(a.document, "issue", "doubles");
  EXPECT_EQ(canonical_of(all, "d"), "b");
  EXPECT_EQ(canonical_of(all, "b"), "b");
  EXPECT_EQ(canonical_of(all, "a"), "a");
  link(Op::kAdd, "a", "d");
  EXPECT_EQ(canonical_of(links(a.document, "issue", "doubles"), "c"), "a");
  // The smallest that is shown: one that was deleted speaks for nobody.
  a.write(Op::kDelete, "a");
  EXPECT_EQ(canonical_of(links(a.document, "issue", "doubles"), "c"), "b");
  link(Op::kRemove, "c", "b");
  all = links(a.document, "issue", "doubles");
  EXPECT_EQ(canonical_of(all, "b"), "b");
  EXPECT_EQ(canonical_of(all, "c"), "c");
  EXPECT_EQ(canonical_of(all, "d"), "c");
  EXPECT_FALSE(link_write(Op::kAdd, "issue", "doubles", "a", "a"));
}

TEST(Diff, TellsWhatAnImportWillChange) {
  Device a(1);
  for (const char* id : {"gone", "kept", "edited"}) a.set(id, "title", "1");
  Device b(2, a.document);
  b.set("new", "title", "\"n\"");
  b.set("edited", "title", "2");
  b.write(Op::kEvent, "edited", "status", "\"open\"");
  b.write(Op::kDelete, "gone");
  b.set("kept", "words", "5");
  a.set("kept", "words", "6");
  const Document after = merged(a.document, b.document);
  const Diff found = diff(a.document, after);
  EXPECT_EQ(found.added, 1U);
  EXPECT_EQ(found.changed, 2U);  // "kept" shows the other value now
  EXPECT_EQ(found.removed, 1U);
  ASSERT_EQ(found.records.size(), 4U);
  EXPECT_EQ(found.records[0].id, "edited");
  ASSERT_EQ(found.records[0].fields.size(), 2U);
  EXPECT_EQ(found.records[0].fields[0].name, "title");
  EXPECT_EQ(found.records[0].fields[0].before, std::vector<std::string_view>{"1"});
  EXPECT_EQ(found.records[0].fields[0].after, std::vector<std::string_view>{"2"});
  EXPECT_EQ(found.records[0].fields[1].kind, FieldKind::kEvents);
  EXPECT_EQ(found.records[1].what, RecordChange::What::kRemoved);
  EXPECT_TRUE(found.records[1].was_held);
  EXPECT_EQ(found.records[3].what, RecordChange::What::kAdded);
  ASSERT_EQ(found.new_conflicts.size(), 1U);
  EXPECT_EQ(found.new_conflicts[0].record->id, "kept");
  EXPECT_TRUE(diff(after, after).empty());
  EXPECT_TRUE(diff(after, merged(after, b.document)).empty());
}

TEST(Undo, WritesTheFormerValuesAnew) {
  Device a(1);
  a.set("x", "title", "1");
  a.write(Op::kAdd, "x", "signals", "\"s\"");
  a.set("old", "title", "1");
  const Document before = a.document;
  a.set("x", "title", "2");
  a.set("x", "words", "3");
  a.write(Op::kRemove, "x", "signals", "\"s\"");
  a.write(Op::kAdd, "x", "signals", "\"t\"");
  a.write(Op::kEvent, "x", "status", "\"done\"");
  a.write(Op::kDelete, "old");
  a.set("new", "title", "1");
  const Document after = a.document;
  const Opposite reopened = [](std::string_view, std::string_view event) {
    return event == "\"done\"" ? std::optional<std::string>("\"reopened\"") : std::nullopt;
  };
  ASSERT_TRUE(write_all(a.document, a.pen, undo_writes(before, after, a.document, reopened), kNow));
  EXPECT_EQ(a.title("x"), "1");
  EXPECT_FALSE(shown(a.document, a.record("x"), "words"));
  EXPECT_EQ(members(a.document, a.record("x"), "signals"), std::vector<std::string_view>{"\"s\""});
  EXPECT_EQ(events(a.document, a.record("x"), "status").back().value, "\"reopened\"");
  EXPECT_FALSE(is_hidden(a.document, a.record("old")));
  EXPECT_TRUE(is_hidden(a.document, a.record("new")));
}

TEST(Undo, LeavesWhatWasChangedAfterwards) {
  Device a(1);
  a.set("x", "title", "1");
  const Document before = a.document;
  a.set("x", "title", "2");
  a.set("new", "title", "1");
  const Document after = a.document;
  Device b(2, after);
  b.set("x", "title", "3");
  b.set("new", "words", "1");
  a.hear_from(b);
  EXPECT_TRUE(undo_writes(before, after, a.document, no_opposite()).empty());
}

TEST(Undo, OfAnImportPutsBackStateAndVectorAndWritesTheOwnLaterWritesAnew) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  b.set("x", "title", "2");
  b.set("theirs", "title", "2");
  Import import;
  import.before = a.document;
  a.hear_from(b);
  import.after = a.document;
  import.later = {{Op::kSet, "issue", "x", "words", "9"}, {Op::kSet, "issue", "theirs", "words", "9"}};
  for (const Write& one : import.later) ASSERT_TRUE(write(a.document, a.pen, one, a.wall));
  Device exported = a;
  const Clock clock = a.pen.clock;
  ASSERT_TRUE(undo_import(a.document, a.pen, import, no_opposite(), a.wall));
  EXPECT_EQ(a.title("x"), "1");
  EXPECT_EQ(shown(a.document, a.record("x"), "words")->content.value, "9");
  EXPECT_EQ(find(a.document, "issue", "theirs"), nullptr);
  EXPECT_EQ(vector_of(a.document).seen(actor(2)), 0U);
  EXPECT_GT(a.pen.clock, clock);
  // The file can come in again as if it never had.
  a.hear_from(b);
  EXPECT_EQ(a.title("x"), "2");

  import.file_has_left = true;
  ASSERT_TRUE(undo_import(exported.document, exported.pen, import, no_opposite(), exported.wall));
  EXPECT_EQ(exported.title("x"), "1");
  EXPECT_FALSE(is_hidden(exported.document, exported.record("theirs")));  // changed here since
  EXPECT_EQ(vector_of(exported.document).seen(actor(2)), 2U);
}

}  // namespace
}  // namespace stoepkrijt::merge::test
