// Several signals in the making: a spot is locked at once, the words come later, and none takes the place of another.
#include <gtest/gtest.h>

#include "app/keep.hpp"
#include "app/views/map_screen_view.hpp"
#include "book_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

std::string begin(Bench& b, std::string title) {
  b.run(start_tag());
  b.run(cmd::SetTagTitle{std::move(title)});
  return b.state().tag->signal.id;
}

MapScreenView map_of(const Bench& b) { return make_map_screen_view(b.state(), nl(), MapFeedback{}); }

TEST(Drafts, ANextOneDoesNotTakeThePlaceOfTheFirst) {
  Bench b;
  const std::string first = begin(b, "Losse tegel");
  b.run(cmd::LaterTag{});
  EXPECT_TRUE(map_of(b).drafts.empty()) << "one draft needs no list";
  const std::string second = begin(b, "Mooie gevel");
  ASSERT_EQ(b.state().tags_later.size(), 1U);
  EXPECT_EQ(map_of(b).drafts.size(), 2U);
  b.restart();
  ASSERT_TRUE(b.state().tag.has_value());
  EXPECT_EQ(b.state().tag->signal.id, second);
  ASSERT_EQ(b.state().tags_later.size(), 1U);
  EXPECT_EQ(b.state().tags_later[0].signal.title, "Losse tegel");
  b.run(cmd::ResumeTag{first});
  EXPECT_EQ(b.state().route.screen, Screen::kTag);
  EXPECT_EQ(b.state().tag->signal.title, "Losse tegel");
  ASSERT_EQ(b.state().tags_later.size(), 1U);
  EXPECT_EQ(b.state().tags_later[0].signal.id, second) << "the other waits in its place";
}

TEST(Drafts, AfterSavingOneTheOthersCanStillBeFinished) {
  Bench b;
  const std::string first = begin(b, "Losse tegel");
  const std::string second = begin(b, "Mooie gevel");
  b.run(cmd::SaveTag{});
  EXPECT_EQ(title_of(b, second), "Mooie gevel");
  EXPECT_FALSE(b.state().tag.has_value());
  EXPECT_FALSE(map_of(b).draft.empty());
  b.run(cmd::ResumeTag{});
  ASSERT_TRUE(b.state().tag.has_value());
  EXPECT_EQ(b.state().tag->signal.id, first);
  b.run(cmd::SaveTag{});
  EXPECT_EQ(title_of(b, first), "Losse tegel");
  EXPECT_TRUE(map_of(b).draft.empty());
  b.run(cmd::ResumeTag{});
  EXPECT_NE(b.state().route.screen, Screen::kTag) << "there is nothing to go on with";
}

TEST(Drafts, ThrowingOneAwayLeavesTheOthers) {
  Bench b;
  begin(b, "Losse tegel");
  begin(b, "Mooie gevel");
  b.run(cmd::DiscardTag{});
  b.run(cmd::AnswerDialog{true});
  EXPECT_FALSE(b.state().tag.has_value());
  ASSERT_EQ(b.state().tags_later.size(), 1U);
  b.restart();
  EXPECT_EQ(b.state().tags_later.size(), 1U);
}

TEST(Drafts, ChangingASignalGoesOnWithWhatWasBegunOfIt) {
  Bench b;
  b.run(cmd::EditSignal{"a1"});
  b.run(cmd::SetTagTitle{"Lamp helemaal stuk"});
  begin(b, "Losse tegel");
  b.run(cmd::EditSignal{"a1"});
  EXPECT_EQ(b.state().tag->signal.title, "Lamp helemaal stuk");
  EXPECT_TRUE(b.state().tag->editing);
  EXPECT_EQ(b.state().tags_later.size(), 1U);
}

TEST(Drafts, TooManyAreRefusedAndNoneIsLost) {
  Bench b;
  for (std::size_t i = 0; i < kMostDrafts; ++i) begin(b, "Nr " + std::to_string(i));
  EXPECT_EQ(b.state().problem, std::nullopt);
  b.run(start_tag());
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.too_many_drafts");
  EXPECT_EQ(b.state().tags_later.size(), kMostDrafts - 1);
  EXPECT_EQ(b.state().tag->signal.title, "Nr " + std::to_string(kMostDrafts - 1));
}

TEST(Drafts, KeptComeBackAsTheSameValue) {
  KeptDraft draft;
  draft.tag = TagDraft{};
  draft.tag->signal = make_signal("x", "Een");
  draft.tag->signal.comes_from = "a1";
  draft.later.push_back(*draft.tag);
  draft.later[0].signal.id = "y";
  draft.later[0].editing = true;
  const auto back = read_draft(write_draft(draft));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, draft);
  draft.later.clear();
  EXPECT_NE(write_draft(draft).find("\"version\":1"), std::string::npos) << "an app of before reads one draft";
}

}  // namespace
}  // namespace stoepkrijt::app::test
