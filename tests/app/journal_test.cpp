// The journal's steps come back from their JSON, and the stacks of undo and redo follow from them.
#include "app/journal.hpp"

#include <gtest/gtest.h>

namespace stoepkrijt::app {
namespace {

StepPtr step(std::uint64_t number, Origin origin, std::uint64_t of = 0) {
  JournalStep s;
  s.number = number;
  s.origin = origin;
  s.of = of;
  s.what_key = "undo.signal_added";
  return std::make_shared<const JournalStep>(std::move(s));
}

std::vector<std::uint64_t> numbers(const std::vector<UndoStep>& stack) {
  std::vector<std::uint64_t> out;
  for (const UndoStep& one : stack) out.push_back(one.number);
  return out;
}

}  // namespace

TEST(Journal, AStepComesBackFromItsJson) {
  JournalStep s;
  s.number = 12;
  s.time_ms = 1'760'000'000'123;
  s.origin = Origin::kFile;
  s.what_key = "undo.import";
  s.source = "buur \"é\".json";
  s.changes = {{merge::RecordChange::What::kChanged,
                "signal",
                "01hx",
                {{merge::FieldKind::kRegister, "title", {}, {"\"a\\nb\""}},
                 {merge::FieldKind::kSet, "signals", {"\"x\"", "\"y\""}, {}}}},
               {merge::RecordChange::What::kRemoved, "issue", "i", {}}};
  const auto back = read_step(write_step(s));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(*back, s);
  EXPECT_EQ(write_step(*back), write_step(s));
}

TEST(Journal, RefusesWhatIsNoStep) {
  for (const char* bad : {"", "[]", "{}", R"({"version":2})", R"({"version":1,"number":0})"}) {
    EXPECT_FALSE(read_step(bad).has_value()) << bad;
  }
}

TEST(Journal, StacksFollowFromTheSteps) {
  std::vector<StepPtr> journal = {step(1, Origin::kOwn),     step(2, Origin::kFile),    step(3, Origin::kFolder),
                                  step(4, Origin::kUndo, 2), step(5, Origin::kUndo, 1), step(6, Origin::kRedo, 1)};
  UndoStacks stacks = stacks_of(journal);
  EXPECT_EQ(numbers(stacks.undo), std::vector<std::uint64_t>{1});
  EXPECT_EQ(numbers(stacks.redo), std::vector<std::uint64_t>{2});
  EXPECT_EQ(stacks.undo[0].step->number, 6U) << "what it changed when it was last done";
  push_step(stacks, step(7, Origin::kOwn));
  EXPECT_EQ(numbers(stacks.undo), (std::vector<std::uint64_t>{1, 7}));
  EXPECT_TRUE(stacks.redo.empty()) << "a new step ends what could be done again";
}

TEST(Journal, ForgetsAnUndoOfAStepThatIsGone) {
  const UndoStacks stacks = stacks_of({step(9, Origin::kUndo, 3), step(10, Origin::kOwn)});
  EXPECT_EQ(numbers(stacks.undo), std::vector<std::uint64_t>{10});
  EXPECT_TRUE(stacks.redo.empty());
}

}  // namespace stoepkrijt::app
