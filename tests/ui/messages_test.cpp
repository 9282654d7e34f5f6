// A message that comes by itself may cover what one reads, never what one is about to press.
#include <gtest/gtest.h>

#include <algorithm>

#include "ui/stage.hpp"

namespace stoepkrijt::ui {
namespace {

constexpr float kWidth = 390, kHeight = 844, kBar = 64;

Rect rect_of(const FrameOutput& out, std::string_view k) {
  const auto it = std::find_if(out.nodes.begin(), out.nodes.end(),
                               [id = a11y::node_id(k)](const a11y::SemNode& n) { return n.id == id; });
  return it == out.nodes.end() ? Rect{} : it->rect;
}

FrameInput phone() {
  FrameInput in;
  in.width = kWidth;
  in.height = kHeight;
  in.reduced_motion = true;
  return in;
}

TEST(Messages, StandAboveASheetAndItsButtonIsPressedAtOnce) {
  tests::Stage stage(phone());
  int pressed = 0;
  const auto screen = [&](Ui& ui) {
    ui.bottom_sheet("sheet", "Vel", false, [&] {
      if (ui.button("on", "Verder")) ++pressed;
    });
    ui.toast("message", "Het is veranderd.", "Terug", 0, 0);
  };
  const FrameOutput out = stage.run(screen, 2);
  const Rect button = rect_of(out, "on"), message = rect_of(out, "message");
  ASSERT_GT(message.h, 0);
  EXPECT_LE(message.y + message.h, button.y);
  stage.point(button.x + button.w / 2, button.y + button.h / 2);
  stage.run(screen);
  stage.hold(true);
  stage.run(screen);
  stage.hold(false);
  stage.run(screen, 2);
  EXPECT_EQ(pressed, 1);
}

TEST(Messages, WithoutASheetStandAboveTheBar) {
  tests::Stage stage(phone());
  const FrameOutput out = stage.run([](Ui& ui) { ui.toast("message", "Bewaard.", "Terug", 0, kBar); }, 2);
  const Rect message = rect_of(out, "message");
  ASSERT_GT(message.h, 0);
  EXPECT_LE(message.y + message.h, kHeight - kBar);
  EXPECT_GT(message.y, kHeight / 2);
}

TEST(Messages, TakeLittleOfANarrowPageAlsoWithLargeLetters) {
  FrameInput small = phone();
  small.width = 320;
  small.text_scale = 2;
  tests::Stage stage(small);
  const FrameOutput out =
      stage.run([](Ui& ui) { ui.toast("message", "De manier van stemmen is veranderd.", "Ongedaan maken", 0, 0); }, 2);
  const Rect message = rect_of(out, "message"), action = rect_of(out, "message/action");
  EXPECT_LT(message.h, kHeight * 0.4F);
  EXPECT_GE(action.x, message.x);
  EXPECT_LE(action.x + action.w, message.x + message.w);
  EXPECT_LE(action.y + action.h, message.y + message.h);
}

TEST(Messages, StayInSightAboveASheetAsHighAsThePage) {
  tests::Stage stage(phone());
  const FrameOutput out = stage.run(
      [](Ui& ui) {
        ui.bottom_sheet("sheet", "Vel", false, [&] { ui.gap(kHeight); });
        ui.toast("message", "Het is veranderd.", "Terug", 0, 0);
      },
      2);
  const Rect message = rect_of(out, "message");
  EXPECT_GE(message.y, 0);
  EXPECT_GT(message.h, 0);
}

/// A page that ends with a button, and a message that lies over it for eight seconds.
void long_page(Ui& ui, float content) {
  ui.scroll("page", {0, 0, kWidth, kHeight - kBar}, [&] {
    ui.gap(content - 56);
    ui.button("save", "Bewaar");
  });
  ui.toast("message", "Het is veranderd.", "Terug", 0, kBar);
}

FrameOutput to_the_end(tests::Stage& stage, float content, float wheel = -40) {
  const auto screen = [content](Ui& ui) { long_page(ui, content); };
  stage.point(kWidth / 2, 100);
  stage.run(screen, 2);
  ImGui::GetIO().AddMouseWheelEvent(0, wheel);
  return stage.run(screen, 60);
}

TEST(Messages, LeaveTheEndOfThePageFree) {
  for (const float content : {2000.0F, kHeight - kBar + 10, kHeight - kBar - 10}) {
    tests::Stage stage(phone());
    const FrameOutput out = to_the_end(stage, content);
    const Rect button = rect_of(out, "save"), message = rect_of(out, "message");
    ASSERT_GT(message.h, 0);
    EXPECT_NEAR(button.h, 56, 0.5) << content;
    EXPECT_LE(button.y + button.h, message.y) << content;
    EXPECT_GT(button.y + button.h, message.y - 40) << "no further than needed: " << content;
  }
}

TEST(Messages, ThatGoMoveNothingUnderAFinger) {
  tests::Stage stage(phone());
  const float with = rect_of(to_the_end(stage, 2000), "save").y;
  stage.input.now_s += 10;
  FrameOutput out = stage.run([](Ui& ui) { long_page(ui, 2000); }, 2);
  ASSERT_EQ(rect_of(out, "message").h, 0);
  EXPECT_EQ(rect_of(out, "save").y, with);
  // The room goes as one moves back.
  to_the_end(stage, 2000, 40);
  const Rect button = rect_of(to_the_end(stage, 2000), "save");
  EXPECT_NEAR(button.y + button.h, kHeight - kBar, 1);
}

TEST(Messages, AreNotWrittenThroughByTheFieldBelow) {
  tests::Stage stage(phone());
  std::string words = "60000";
  const auto screen = [&](Ui& ui) {
    ui.place({0, kHeight - kBar - 120, kWidth, 0}, [&] { ui.text_field("amount", words, {.label = "Bedrag"}); });
    ui.toast("message", "Het is veranderd.", "Terug", 0, kBar);
  };
  const auto clip_end = [&](const FrameOutput& out) {
    const auto it = std::find_if(out.nodes.begin(), out.nodes.end(),
                                 [](const a11y::SemNode& n) { return n.id == a11y::node_id("amount"); });
    return it->clip.y + it->clip.h;
  };
  FrameOutput out = stage.run(screen, 30);
  const Rect message = rect_of(out, "message"), field = rect_of(out, "amount");
  ASSERT_LT(message.y, field.y + field.h) << "it lies over the field";
  EXPECT_LE(clip_end(out), message.y + 0.5F);
  EXPECT_FALSE(out.wants_another_frame);
  stage.input.now_s += 10;
  out = stage.run(screen);
  EXPECT_TRUE(out.wants_another_frame) << "the words come back";
  out = stage.run(screen);
  EXPECT_GE(clip_end(out), field.y + field.h);
  EXPECT_FALSE(out.wants_another_frame);
}

TEST(Messages, KeepWhatHasTheFocusInSight) {
  tests::Stage stage(phone());
  stage.input.focus_visible = true;
  const auto screen = [](Ui& ui) { long_page(ui, 2000); };
  stage.run(screen, 2);
  stage.input.events = {a11y::SemEvent{a11y::SemEventType::kFocus, a11y::node_id("save"), {}, 16}};
  const FrameOutput out = stage.run(screen, 60);
  const Rect button = rect_of(out, "save"), message = rect_of(out, "message");
  ASSERT_GT(message.h, 0);
  EXPECT_LE(button.y + button.h, message.y);
}

}  // namespace
}  // namespace stoepkrijt::ui
