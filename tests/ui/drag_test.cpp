// Putting plans in another order by dragging: with a finger, with the mouse, near the edge, and called off.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "a11y/faults.hpp"
#include "ui/stage.hpp"

namespace stoepkrijt::ui {
namespace {

/// Plans in an order, on a page that scrolls; what is let go is put in its new place, as the app does.
class Ranking {
 public:
  explicit Ranking(bool touch, std::size_t plans = 4) : stage_(input(touch)) {
    for (std::size_t i = 0; i < plans; ++i) order.push_back("p" + std::to_string(i));
    out = draw(2);
  }
  FrameOutput draw(int frames = 1) {
    return stage_.run([&](Ui& ui) { screen(ui); }, frames);
  }
  [[nodiscard]] Rect card(const std::string& name) const {
    for (const a11y::SemNode& n : out.nodes) {
      if (n.id == a11y::node_id(name)) return n.rect;
    }
    return {};
  }
  void press(float x, float y) {
    stage_.point(x, y);
    draw();
    stage_.hold(true);
    out = draw();
  }
  void move(float x, float y, int steps = 8) {
    const float from_x = at_x_ < 0 ? x : at_x_, from_y = at_x_ < 0 ? y : at_y_;
    for (int i = 1; i <= steps; ++i) {
      const float part = static_cast<float>(i) / static_cast<float>(steps);
      stage_.point(from_x + (x - from_x) * part, from_y + (y - from_y) * part);
      out = draw();
    }
    at_x_ = x;
    at_y_ = y;
  }
  void let_go() {
    stage_.hold(false);
    out = draw(2);
  }
  /// From the number of one card by `dy`, then let go.
  void drag(const std::string& name, float dy, bool lets_go = true) {
    const Rect r = card(name);
    at_x_ = r.x + 40;
    at_y_ = r.y + 40;
    press(at_x_, at_y_);
    move(at_x_, at_y_ + dy, 10);
    if (lets_go) let_go();
  }
  void escape() {
    stage_.input.events = {{a11y::SemEventType::kDismiss, 0, {}, 0}};
    out = draw();
  }
  [[nodiscard]] const std::vector<std::string>& faults() const { return stage_.frame->faults(); }

  std::vector<std::string> order;
  FrameOutput out;
  int changes = 0, opened = 0;

 private:
  static FrameInput input(bool touch) {
    FrameInput in;
    in.pointer_is_touch = touch;
    return in;
  }
  void screen(Ui& ui) {
    ui.scroll("blad", {0, 0, 390, 844}, [&] {
      Reordered moved;
      ui.list("lijst", "Volgorde", [&] {
        moved = ui.reorder("slepen", order, 12, [&](int i) {
          const std::string& name = order[static_cast<std::size_t>(i)];
          const std::string number = std::to_string(i + 1);
          RankCardData d;
          d.number = number;
          d.title = name;
          d.price = "€ 100";
          d.drags = true;
          d.first = i == 0;
          d.last = i + 1 == static_cast<int>(order.size());
          d.open_name = name;
          d.up_words = d.up_name = "Hoger";
          d.down_words = d.down_name = "Lager";
          d.out_name = "Haal weg";
          opened += ui.rank_card(name, d).opened ? 1 : 0;
        });
      });
      ui.gap(600);
      if (moved.from < 0) return;
      ++changes;
      const std::string name = order[static_cast<std::size_t>(moved.from)];
      order.erase(order.begin() + moved.from);
      order.insert(order.begin() + moved.to, name);
    });
  }
  tests::Stage stage_;
  float at_x_ = -1, at_y_ = -1;
};

using Names = std::vector<std::string>;

TEST(DragToRank, AFingerOnTheNumberPutsAPlanInItsNewPlace) {
  for (const bool touch : {true, false}) {
    Ranking r(touch);
    const float step = r.card("p1").y - r.card("p0").y;
    r.drag("p0", step * 2);
    EXPECT_EQ(r.order, (Names{"p1", "p2", "p0", "p3"})) << touch;
    r.out = r.draw(40);
    EXPECT_NEAR(r.card("p0").y, step * 2, 1) << "it lies still at its place";
    EXPECT_FALSE(r.out.wants_another_frame);
    r.drag("p3", -step * 3);
    EXPECT_EQ(r.order, (Names{"p3", "p1", "p2", "p0"})) << touch;
    EXPECT_EQ(r.opened, 0) << "a drag is no press";
    EXPECT_TRUE(r.faults().empty());
  }
}

TEST(DragToRank, TheOthersMakeRoomAndTheCardFollowsThePointer) {
  Ranking r(true);
  const float step = r.card("p1").y - r.card("p0").y;
  r.drag("p0", step, false);
  r.out = r.draw(30);
  EXPECT_NEAR(r.card("p0").y, step, 2);
  EXPECT_NEAR(r.card("p1").y, 0, 1) << "it moved up";
  EXPECT_NEAR(r.card("p2").y, step * 2, 1) << "below it nothing moved";
  EXPECT_EQ(r.changes, 0) << "nothing is decided before it is let go";
  Names read;
  for (const a11y::SemNode& n : r.out.nodes) {
    if (n.role == a11y::Role::kListItem) read.push_back(n.id == a11y::node_id("p0") ? "p0" : "other");
  }
  EXPECT_EQ(read.front(), "p0") << "a reader's order waits as well";
  r.let_go();
  EXPECT_EQ(r.changes, 1);
}

TEST(DragToRank, EscapePutsItBackAndLettingGoThenDoesNothing) {
  Ranking r(true);
  const float step = r.card("p1").y - r.card("p0").y;
  r.drag("p0", step * 2, false);
  r.escape();
  r.move(40, 700);
  r.let_go();
  EXPECT_EQ(r.changes, 0);
  r.out = r.draw(60);
  EXPECT_NEAR(r.card("p0").y, 0, 1);
  EXPECT_NEAR(r.card("p1").y, step, 1);
  EXPECT_EQ(r.opened, 0);
}

TEST(DragToRank, NearTheEdgeThePageScrollsAlong) {
  Ranking r(true, 12);
  r.drag("p0", 790, false);
  r.out = r.draw(400);
  r.let_go();
  EXPECT_EQ(r.order.back(), "p0") << "from the first place to the last, far below the window";
}

/// A page of thirty buttons with a message that stands over the middle of it.
TEST(Message, AFingerThatStartsOnItScrollsThePageAndATapOnItPressesNothingBelow) {
  FrameInput in;
  in.pointer_is_touch = true;
  tests::Stage stage(in);
  int pressed = 0;
  FrameOutput out;
  const auto draw = [&](int frames = 1) {
    out = stage.run(
        [&](Ui& ui) {
          ui.scroll("blad", {0, 0, 390, 844}, [&] {
            for (int i = 0; i < 30; ++i) pressed += ui.button("knop" + std::to_string(i), "Knop") ? 1 : 0;
          });
          ui.toast("bericht", "Bewaard", "", 0, 300);
        },
        frames);
  };
  const auto of = [&](const std::string& name) {
    for (const a11y::SemNode& n : out.nodes) {
      if (n.id == a11y::node_id(name)) return n.rect;
    }
    return Rect{};
  };
  draw(30);
  const Rect message = of("bericht"), before = of("knop6");
  const float x = 195, y = message.y + message.h / 2;
  ASSERT_GT(message.h, 20);
  stage.point(x, y);
  draw();
  stage.hold(true);
  draw();
  stage.hold(false);
  draw(3);
  EXPECT_EQ(pressed, 0) << "what lies below the message is hidden";
  stage.hold(true);
  draw();
  for (int i = 1; i <= 8; ++i) {
    stage.point(x, y - 25.0F * static_cast<float>(i));
    draw();
  }
  stage.hold(false);
  draw(2);
  EXPECT_LT(of("knop6").y, before.y - 100) << "the page moved";
  EXPECT_EQ(pressed, 0);
}

TEST(DragToRank, BesideTheNumberAFingerScrollsAndATapOnItOpensThePlan) {
  Ranking r(true);
  const Rect card = r.card("p1");
  r.press(card.x + 250, card.y + 40);
  r.move(card.x + 250, card.y - 200);
  r.let_go();
  EXPECT_EQ(r.changes, 0);
  EXPECT_LT(r.card("p1").y, card.y - 100) << "the page moved";
  Ranking tap(true);
  const Rect first = tap.card("p0");
  tap.press(first.x + 40, first.y + 40);
  tap.let_go();
  EXPECT_EQ(tap.opened, 1);
  EXPECT_EQ(tap.changes, 0);
}

}  // namespace
}  // namespace stoepkrijt::ui
