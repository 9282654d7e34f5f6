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

}  // namespace
}  // namespace stoepkrijt::ui
