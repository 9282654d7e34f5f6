// The kit as a person, a keyboard and a screen reader meet it: on the component sheet, in every size and theme.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "a11y/faults.hpp"
#include "ui/kit_core.hpp"
#include "ui/screen_components.hpp"
#include "ui/stage.hpp"
#include "ui/test_hooks.hpp"

namespace stoepkrijt::ui {
namespace {

using a11y::SemEvent;
using a11y::SemEventType;
using a11y::SemNode;

FrameInput at_size(float w, float h) {
  FrameInput in;
  in.width = w;
  in.height = h;
  return in;
}

const SemNode* find(const FrameOutput& out, std::string_view k) {
  const NodeId id = a11y::node_id(k);
  const auto it = std::find_if(out.nodes.begin(), out.nodes.end(), [id](const SemNode& n) { return n.id == id; });
  return it == out.nodes.end() ? nullptr : &*it;
}

struct Format {
  std::string name;
  FrameInput in;
};
std::vector<Format> formats() {
  std::vector<Format> all;
  for (const ThemeName theme : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast}) {
    for (const auto& [w, h] : std::vector<std::pair<float, float>>{{320, 568}, {390, 844}, {768, 1024}, {1366, 768}}) {
      for (const float scale : {1.0F, 2.0F}) {
        FrameInput in = at_size(w, h);
        in.theme = theme;
        in.text_scale = scale;
        all.push_back({std::to_string(static_cast<int>(w)) + " scale " + std::to_string(static_cast<int>(scale)), in});
      }
    }
    for (const auto& [w, h] : std::vector<std::pair<float, float>>{{1080, 1920}, {1920, 1080}}) {
      FrameInput in = at_size(w, h);
      in.theme = theme;
      in.kiosk = true;
      all.push_back({"kiosk " + std::to_string(static_cast<int>(w)), in});
    }
  }
  return all;
}

/// All of the sheet is on the canvas at once when the canvas is very high.
FrameOutput whole_sheet(tests::Stage& stage, ComponentsUi& state) {
  stage.input.height = 16000;
  return stage.run([&](Ui& ui) { draw_components(ui, state); }, 2);
}

TEST(Kit, DrawsEveryComponentWithoutAFaultInEveryFormat) {
  for (const Format& f : formats()) {
    tests::Stage stage(f.in);
    ComponentsUi state;
    const FrameOutput out = whole_sheet(stage, state);
    EXPECT_GT(out.nodes.size(), 100U) << f.name;
    for (const std::string& fault : stage.frame->faults()) ADD_FAILURE() << f.name << ": " << fault;
  }
}

TEST(Kit, NamesEveryInteractiveThingOnce) {
  tests::Stage stage(at_size(390, 844));
  ComponentsUi state;
  state.dialog = true;
  const FrameOutput out = whole_sheet(stage, state);
  for (const a11y::Fault& fault : a11y::faults(out.nodes)) ADD_FAILURE() << fault.words;
  std::set<NodeId> ids;
  for (const SemNode& n : out.nodes) {
    EXPECT_TRUE(ids.insert(n.id).second) << "twice: " << n.name;
    EXPECT_FALSE(a11y::is_interactive(n.role) && n.name.empty()) << n.id;
    EXPECT_TRUE(n.parent == 0 || ids.count(n.parent) == 1) << "parent later than child: " << n.name;
  }
}

TEST(Kit, GivesEveryInteractiveThing48PixelsOfItsOwn) {
  for (const Format& f : formats()) {
    tests::Stage stage(f.in);
    ComponentsUi state;
    const FrameOutput out = whole_sheet(stage, state);
    std::vector<const SemNode*> acts;
    for (const SemNode& n : out.nodes) {
      if (a11y::is_interactive(n.role) && n.rect.w > 0) acts.push_back(&n);
    }
    EXPECT_GT(acts.size(), 40U);
    for (const SemNode* n : acts) {
      EXPECT_GE(n->rect.w, 47.9F) << f.name << ": " << n->name;
      EXPECT_GE(n->rect.h, 47.9F) << f.name << ": " << n->name;
      EXPECT_LE(n->rect.x + n->rect.w, f.in.width + 0.5F) << f.name << ": " << n->name;
      for (const SemNode* m : acts) {
        if (m == n) break;
        const float w = std::min(n->rect.x + n->rect.w, m->rect.x + m->rect.w) - std::max(n->rect.x, m->rect.x);
        const float h = std::min(n->rect.y + n->rect.h, m->rect.y + m->rect.h) - std::max(n->rect.y, m->rect.y);
        EXPECT_FALSE(w > 0.5F && h > 0.5F) << f.name << ": " << n->name << " lies over " << m->name;
      }
    }
  }
}

TEST(Kit, FindsAnItemOfImGuiThatHasNoNode) {
  tests::Stage stage(at_size(390, 844));
  stage.run([](Ui& ui) {
    ui.button("a", "Stem");
    ImGui::SetCursorScreenPos({10, 200});
    ImGui::InvisibleButton("stray", {50, 50});
  });
  EXPECT_EQ(test_hooks::items_seen(), 2U);
  ASSERT_EQ(stage.frame->faults().size(), 1U);
  EXPECT_TRUE(stage.frame->faults().front().starts_with("item without node"));
}

TEST(Kit, ReportsWordsThatAreWiderThanTheirBox) {
  tests::Stage stage(at_size(390, 844));
  stage.run([](Ui& ui) { ui.place({0, 0, 4, 0}, [&] { ui.text("t", "W"); }); });
  ASSERT_FALSE(stage.frame->faults().empty());
  EXPECT_TRUE(stage.frame->faults().front().starts_with("words wider"));
}

TEST(Kit, ActsOnAClickAndOnTheScreenReadersActionAlike) {
  tests::Stage stage(at_size(390, 844));
  int acted = 0;
  const auto screen = [&](Ui& ui) {
    if (ui.button("vote", "Stem")) ++acted;
  };
  const FrameOutput out = stage.run(screen);
  const Rect r = find(out, "vote")->rect;
  stage.point(r.x + r.w / 2, r.y + r.h / 2);
  stage.run(screen);
  stage.hold(true);
  stage.run(screen);
  EXPECT_EQ(acted, 0) << "a press is not yet a click";
  stage.hold(false);
  stage.run(screen, 3);
  EXPECT_EQ(acted, 1);
  stage.input.events = {SemEvent{SemEventType::kActivate, a11y::node_id("vote"), {}, 0}};
  stage.run(screen, 3);
  EXPECT_EQ(acted, 2);
}

TEST(Kit, LetsGoOfAPressThatMovesAway) {
  tests::Stage stage(at_size(390, 844));
  int acted = 0;
  const auto screen = [&](Ui& ui) {
    if (ui.button("vote", "Stem")) ++acted;
  };
  stage.run(screen);
  stage.point(100, 20);
  stage.run(screen);
  stage.hold(true);
  stage.run(screen);
  stage.point(100, 400);
  stage.run(screen);
  stage.hold(false);
  stage.run(screen, 2);
  EXPECT_EQ(acted, 0);
}

TEST(Kit, NeverActsWhenDisabledButSaysWhy) {
  tests::Stage stage(at_size(390, 844));
  bool acted = false;
  const auto screen = [&](Ui& ui) {
    acted |= ui.button("hand-in", "Lever in", {.disabled = true, .reason = "Nog 7 tekens"});
  };
  stage.input.events = {SemEvent{SemEventType::kActivate, a11y::node_id("hand-in"), {}, 0}};
  const FrameOutput out = stage.run(screen);
  EXPECT_FALSE(acted);
  const SemNode* n = find(out, "hand-in");
  ASSERT_NE(n, nullptr);
  EXPECT_EQ(n->name, "Lever in");
  EXPECT_EQ(n->description, "Nog 7 tekens");
  EXPECT_NE(n->states & a11y::kDisabled, 0U);
}

void long_list(Ui& ui, int& acted) {
  ui.scroll("s", {0, 0, 390, 600}, [&] {
    for (int i = 0; i < 40; ++i) {
      if (ui.button(key("b/", std::to_string(i)), "Knop " + std::to_string(i))) acted = i;
      ui.gap(8);
    }
  });
}

TEST(Kit, KeepsScrolledOutThingsInTheTreeAndScrollsToTheFocus) {
  tests::Stage stage(at_size(390, 844));
  int acted = -1;
  const auto screen = [&](Ui& ui) { long_list(ui, acted); };
  FrameOutput out = stage.run(screen, 2);
  ASSERT_NE(find(out, "b/39"), nullptr);
  EXPECT_EQ(find(out, "b/39")->rect.h, 0);
  stage.input.focus_visible = true;
  stage.input.events = {SemEvent{SemEventType::kFocus, a11y::node_id("b/39"), {}, 16}};
  out = stage.run(screen, 90);
  EXPECT_NEAR(find(out, "b/39")->rect.h, 56, 0.5);
  EXPECT_EQ(find(out, "b/0")->rect.h, 0);
  EXPECT_FALSE(out.wants_another_frame) << "it must come to rest";
}

/// A finger drags from y 500 up to `to`, in steps of 20 and frames of 1/60 s; the last of them comes `last_s` after the
/// one before. It is not lifted yet.
void drag_up(tests::Stage& stage, const std::function<void(Ui&)>& screen, float to = 300, double last_s = 1.0 / 60) {
  stage.input.pointer_is_touch = true;
  stage.run(screen, 2);
  stage.point(100, 500);
  stage.run(screen);
  stage.hold(true);
  stage.run(screen);
  for (float y = 480; y >= to; y -= 20) {
    if (y == to) stage.input.now_s += last_s - 1.0 / 60;
    stage.point(100, y);
    stage.run(screen);
  }
}

TEST(Kit, ScrollsByFingerAndDoesNotPressWhatItDrags) {
  tests::Stage stage(at_size(390, 844));
  int acted = -1;
  const auto screen = [&](Ui& ui) { long_list(ui, acted); };
  drag_up(stage, screen, 200);
  stage.hold(false);
  const FrameOutput let_go = stage.run(screen, 2);
  EXPECT_TRUE(let_go.wants_another_frame) << "it runs on";
  const FrameOutput out = stage.run(screen, 300);
  EXPECT_EQ(acted, -1);
  EXPECT_EQ(find(out, "b/0")->rect.h, 0);
  EXPECT_FALSE(out.wants_another_frame);
}

TEST(Kit, AFingerThatRestsBeforeItLiftsThrowsNothing) {
  tests::Stage stage(at_size(390, 844));
  int acted = -1;
  const auto screen = [&](Ui& ui) { long_list(ui, acted); };
  drag_up(stage, screen);
  const float there = find(stage.run(screen), "b/9")->rect.y;
  // No input, so no frame: the clock goes on all the same.
  stage.input.now_s += 0.4;
  stage.hold(false);
  stage.run(screen, 3);
  const FrameOutput out = stage.run(screen, 60);
  EXPECT_NEAR(find(out, "b/9")->rect.y, there, 0.5);
}

/// How far long_list() is scrolled down, from the first button that is seen whole.
float scrolled(const FrameOutput& out) {
  for (int i = 0; i < 40; ++i) {
    const SemNode* n = find(out, "b/" + std::to_string(i));
    if (n->rect.h > 55) return static_cast<float>(i) * 64 - n->rect.y;
  }
  return -1;
}

TEST(Kit, ThrowsAsFarFromUnevenFramesAsFromEvenOnes) {
  const auto thrown = [](double last_s) {
    tests::Stage stage(at_size(390, 844));
    int acted = -1;
    const auto screen = [&](Ui& ui) { long_list(ui, acted); };
    drag_up(stage, screen, 300, last_s);
    const float from = scrolled(stage.run(screen));
    stage.hold(false);
    return scrolled(stage.run(screen, 300)) - from;
  };
  const float even = thrown(1.0 / 60);
  EXPECT_GT(even, 100);
  EXPECT_NEAR(thrown(0.001), even, even / 4) << "a short last frame";
  EXPECT_LT(thrown(0.09), even) << "a long last frame";
}

TEST(Kit, ThrowsNothingWhereMotionIsReduced) {
  tests::Stage stage(at_size(390, 844));
  stage.input.reduced_motion = true;
  int acted = -1;
  const auto screen = [&](Ui& ui) { long_list(ui, acted); };
  drag_up(stage, screen);
  const float there = scrolled(stage.run(screen));
  stage.hold(false);
  EXPECT_NEAR(scrolled(stage.run(screen, 5)), there, 0.5);
}

TEST(Kit, CoversWhatLiesUnderASheet) {
  tests::Stage stage(at_size(390, 844));
  int below = 0;
  const auto screen = [&](Ui& ui) {
    ui.place({0, 700, 390, 100}, [&] {
      if (ui.button("below", "Onder")) ++below;
    });
    ui.bottom_sheet("sheet", "Vel", true, [&] {
      ui.text("t", "Iets");
      ui.gap(200);
    });
  };
  stage.run(screen, 2);
  stage.point(100, 720);
  stage.run(screen);
  stage.hold(true);
  stage.run(screen);
  stage.hold(false);
  stage.run(screen, 2);
  EXPECT_EQ(below, 0);
}

TEST(Kit, ClosesADialogWithEscapeAndKeepsTheRestFromHearingIt) {
  tests::Stage stage(at_size(390, 844));
  bool open = true, outer = false;
  const auto screen = [&](Ui& ui) {
    outer |= ui.dismissed();
    if (open) open = ui.dialog("d", "Weggooien?", "Weg is weg.", {}, [&] { ui.button("no", "Nee"); });
  };
  const FrameOutput out = stage.run(screen);
  EXPECT_EQ(out.focus_request, a11y::node_id("d/title"));
  EXPECT_NE(find(out, "d")->states & a11y::kModal, 0U);
  stage.input.events = {SemEvent{SemEventType::kDismiss, 0, {}, 0}};
  stage.run(screen);
  EXPECT_FALSE(open);
  EXPECT_FALSE(outer);
}

TEST(Kit, TakesTextFromTheRealInput) {
  tests::Stage stage(at_size(390, 844));
  std::string value;
  FieldResult last;
  const auto screen = [&](Ui& ui) {
    const FieldResult r = ui.text_field("street", value, {.label = "Straat", .error = "Onbekend"});
    last.changed |= r.changed;
    last.committed |= r.committed;
  };
  // Fast typing: several texts in one frame, each whole; the last one is what was typed.
  stage.input.events = {SemEvent{SemEventType::kInput, a11y::node_id("street"), "Sin", 0},
                        SemEvent{SemEventType::kInput, a11y::node_id("street"), "Singel", 0},
                        SemEvent{SemEventType::kCommit, a11y::node_id("street"), {}, 0}};
  const FrameOutput out = stage.run(screen);
  EXPECT_EQ(value, "Singel");
  EXPECT_TRUE(last.changed && last.committed);
  EXPECT_EQ(find(out, "street")->value, "Singel");
  EXPECT_NE(find(out, "street")->states & a11y::kInvalid, 0U);
  EXPECT_EQ(find(out, "street")->description, "Onbekend");
}

TEST(Kit, AnAreaOfTextIsAsHighAsItsWordsButNeverThePage) {
  const auto height = [](std::string words) {
    tests::Stage stage(at_size(390, 844));
    return find(stage.run([&](Ui& ui) { ui.text_area("why", words, {.label = "Waarom", .height = 100}); }), "why")
        ->rect.h;
  };
  EXPECT_EQ(height(""), 100) << "no lower than was asked";
  std::string lines = "Een lijn";
  for (int i = 0; i < 7; ++i) lines += "\nNog een";
  EXPECT_GT(height(lines), 9 * 25) << "eight lines and one to write on";
  EXPECT_LT(height(lines), 11 * 27);
  // Marks of rich words are letters here.
  EXPECT_EQ(height("**" + lines + "**"), height(lines));
  std::string one;
  while (one.size() < 400) one += "stoepkrijt ";
  EXPECT_GT(height(one), 10 * 25) << "what is broken by the edge counts";
  for (int i = 0; i < 200; ++i) lines += "\nNog een";
  EXPECT_LE(height(lines), 844 * 0.6F + 1);
}

TEST(Kit, ASecretIsSaidToThePageAsOneAndNeverDrawnOrNamed) {
  // The page's own field paints the dots; the canvas has no letter of what is typed, so it looks the same for any.
  const auto drawn = [](std::string secret) {
    tests::Stage stage(at_size(390, 844));
    const FrameOutput out = stage.run([&](Ui& ui) {
      ui.text_field("pin", secret, {.label = "Pincode", .hint = "4 tot 8 cijfers", .numeric = true, .secret = true});
    });
    const a11y::SemNode* field = find(out, "pin");
    EXPECT_EQ(field->role, Role::kTextField);
    EXPECT_NE(field->states & a11y::kSecret, 0U);
    EXPECT_NE(field->states & a11y::kNumeric, 0U);
    EXPECT_EQ(field->states & a11y::kDrawnValue, 0U);
    EXPECT_EQ(field->value, secret);
    EXPECT_EQ(field->name, "Pincode");
    EXPECT_EQ(field->description, "4 tot 8 cijfers");
    return stage.picture().rgb;
  };
  EXPECT_TRUE(drawn("24689753") == drawn(""));
  tests::Stage stage(at_size(390, 844));
  std::string open = "Singel";
  const FrameOutput out = stage.run([&](Ui& ui) { ui.text_field("street", open, {.label = "Straat"}); });
  EXPECT_EQ(find(out, "street")->states & a11y::kSecret, 0U);
}

TEST(Kit, WrapsAtSpacesButNeverAtANoBreakSpace) {
  tests::Stage stage(at_size(390, 844));
  stage.run([](Ui& ui) {
    const std::string amount =
        "Er is **€\xC2\xA0"
        "60.000** over";
    const float narrow = ui.text_width(
                             "€\xC2\xA0"
                             "60.000",
                             TextStyle::kBodyBold) +
                         4;
    // "Er is" / "€ 60.000" / "over": the amount stays whole.
    EXPECT_FLOAT_EQ(ui.text_height(amount, TextStyle::kBody, narrow), 3 * ui.line_height(TextStyle::kBody));
    EXPECT_FLOAT_EQ(ui.text_height("meebeslissen", TextStyle::kBody, 1000), ui.line_height(TextStyle::kBody));
    EXPECT_FLOAT_EQ(ui.text_height("mee\xC2\xAD"
                                   "beslissen",
                                   TextStyle::kBody, ui.text_width("beslissen", TextStyle::kBody) + 2),
                    2 * ui.line_height(TextStyle::kBody));
  });
}

TEST(Kit, BreaksAWordThatIsTooWideBetweenSyllables) {
  tests::Stage stage(at_size(390, 844));
  stage.run([](Ui& ui) {
    const auto first_line = [&](std::string_view word, std::string_view room) {
      const TextBlock& b = ui.core().block_of(word, TextStyle::kH3, ui.text_width(room, TextStyle::kH3) + 1);
      std::string out;
      for (char32_t c : b.lines.front().stretches.front().letters) out.push_back(static_cast<char>(c));
      return out;
    };
    EXPECT_EQ(first_line("Schuttersveld", "Schuttersve"), "Schutters-");
    EXPECT_EQ(first_line("Componenten", "Componen"), "Compo-");
    EXPECT_EQ(first_line("Overslaan", "Oversla"), "Over-");
    EXPECT_EQ(first_line("Meebeslissen", "Meebeslisse"), "Meebeslis-");
    EXPECT_EQ(first_line("1234567890123", "12345678"), "12345678");
  });
}

TEST(Kit, SaysRichWordsWithoutTheirMarks) {
  tests::Stage stage(at_size(390, 844));
  const FrameOutput out = stage.run([](Ui& ui) {
    ui.text("a", "Er is **veel** en ==geel==");
    ui.text("b", plain("2 ** 3 == 8"));
  });
  EXPECT_EQ(find(out, "a")->name, "Er is veel en geel");
  EXPECT_EQ(find(out, "b")->name, "2 ** 3 == 8");
}

TEST(Kit, ReflowsToOneColumnWhenSmallOrLarge) {
  const auto layout_of = [](float w, float scale) {
    FrameInput in = at_size(w, 800);
    in.text_scale = scale;
    tests::Stage stage(in);
    Layout l = Layout::kPhone;
    stage.run([&](Ui& ui) { l = ui.layout(); });
    return l;
  };
  EXPECT_EQ(layout_of(320, 1), Layout::kPhone);
  EXPECT_EQ(layout_of(1366, 1), Layout::kDesktop);
  EXPECT_EQ(layout_of(1366, 2), Layout::kPhone);
  EXPECT_EQ(layout_of(800, 1), Layout::kTablet);
}

TEST(Kit, DrawsTheSameChalkTwice) {
  tests::Stage stage(at_size(390, 844));
  const auto screen = [](Ui& ui) { ui.chalk_street({14, 40, 362, 124}); };
  stage.run(screen);
  const tests::Picture a = tests::rasterise(*ImGui::GetDrawData(), 1, 0x27333E);
  stage.run(screen, 5);
  const tests::Picture b = tests::rasterise(*ImGui::GetDrawData(), 1, 0x27333E);
  EXPECT_EQ(a.rgb, b.rgb);
  EXPECT_NE(std::count(a.rgb.begin(), a.rgb.end(), 0xFF), 0);
}

TEST(Kit, RestsWhenNothingMoves) {
  tests::Stage stage(at_size(390, 844));
  ComponentsUi state;
  const FrameOutput out = stage.run([&](Ui& ui) { draw_components(ui, state); }, 120);
  EXPECT_FALSE(out.wants_another_frame);
  EXPECT_LT(out.wake_after_s, 0);
}

TEST(Kit, TakesAMapGestureFromDragWheelAndKeys) {
  tests::Stage stage(at_size(390, 844));
  MapGesture g;
  float moved = 0, zoomed = 1;
  bool tapped = false;
  const auto screen = [&](Ui& ui) {
    g = ui.map_area("map", "Kaart", "Pijltjes schuiven", {0, 0, 390, 600});
    moved += g.dx;
    zoomed *= g.zoom;
    tapped |= g.tapped;
  };
  stage.run(screen);
  stage.point(100, 100);
  stage.run(screen);
  stage.hold(true);
  stage.run(screen);
  for (float x = 110; x <= 160; x += 10) {
    stage.point(x, 100);
    stage.run(screen);
  }
  stage.hold(false);
  stage.run(screen, 2);
  EXPECT_NEAR(moved, 60, 11);
  EXPECT_FALSE(tapped);
  ImGui::GetIO().AddMouseWheelEvent(0, 1);
  stage.run(screen, 2);
  EXPECT_GT(zoomed, 1.1F);
  stage.input.events = {SemEvent{SemEventType::kKey, a11y::node_id("map"), "ArrowLeft", 0}};
  stage.run(screen);
  ASSERT_EQ(g.keys.size(), 1U);
  EXPECT_EQ(g.keys.front().text, "ArrowLeft");
}

}  // namespace
}  // namespace stoepkrijt::ui
