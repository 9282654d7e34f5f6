// Screens of the whole app, drawn without a window from a state, and a person who has only the mirrored page.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "a11y/faults.hpp"
#include "app/apply.hpp"
#include "app/builtin.hpp"
#include "ui/screens.hpp"
#include "ui/stage.hpp"

namespace stoepkrijt::ui::tests {

using stoepkrijt::tests::Stage;

inline const app::Fixed& fixed() {
  static const app::Fixed kFixed = [] {
    Result<app::Fixed> loaded = app::load_fixed();
    EXPECT_TRUE(loaded.has_value());
    return loaded ? std::move(loaded).value() : app::Fixed{};
  }();
  return kFixed;
}

/// A window to draw in.
struct Size {
  const char* name;
  float width, height, scale;
  bool kiosk;
};

inline FrameInput input_of(const Size& size, ThemeName theme) {
  FrameInput in;
  in.width = size.width;
  in.height = size.height;
  in.text_scale = size.scale;
  in.kiosk = size.kiosk;
  in.theme = theme;
  in.reduced_motion = true;
  return in;
}

/// nullptr when there is no such node.
inline const a11y::SemNode* node_of(const FrameOutput& out, std::string_view k) {
  for (const a11y::SemNode& node : out.nodes) {
    if (node.id == a11y::node_id(k)) return &node;
  }
  return nullptr;
}

/// The screen of this state as it is drawn: every node sound and within the window, one first heading, no level left
/// out, no sentence missing, and it asks for nothing by itself.
inline void expect_sound(Stage& stage, const Size& size, const app::State& state, const std::string& where) {
  Screens screens;
  MapBoard maps;
  app::CommandQueue queue;
  const FrameOutput out = stage.run([&](Ui& ui) { screens.draw(state, fixed(), ui, maps, queue); }, 2);
  for (const std::string& fault : stage.frame->faults()) ADD_FAILURE() << where << ": " << fault;
  for (const a11y::Fault& fault : a11y::faults(out.nodes)) ADD_FAILURE() << where << ": " << fault.words;
  int titles = 0, levels = 1;
  for (const a11y::SemNode& node : out.nodes) {
    EXPECT_EQ(node.name.find('['), std::string::npos) << where << ": a sentence is missing: " << node.name;
    if (node.role == a11y::Role::kHeading) {
      titles += node.level == 1 ? 1 : 0;
      EXPECT_LE(node.level, levels + 1) << where << ": heading jumps: " << node.name;
      levels = node.level;
    }
    if (node.rect.w <= 0) continue;
    EXPECT_GE(node.rect.x, -0.5F) << where << ": " << node.name;
    EXPECT_LE(node.rect.x + node.rect.w, size.width + 0.5F) << where << ": " << node.name;
  }
  EXPECT_EQ(titles, 1) << where;
  EXPECT_TRUE(queue.empty()) << "a screen acts by itself: " << where;
}

/// Finds things by key, presses them, and the app answers.
class Reader {
 public:
  Reader(const Size& size, app::State first, ThemeName theme = ThemeName::kLight)
      : state(std::move(first)), stage_(input_of(size, theme)) {
    draw();
    draw();
  }
  [[nodiscard]] const a11y::SemNode* find(std::string_view k) const { return node_of(out_, k); }
  [[nodiscard]] bool has(std::string_view k) const { return find(k) != nullptr; }
  [[nodiscard]] std::string name(std::string_view k) const { return has(k) ? find(k)->name : std::string(); }
  void send(a11y::SemEventType type, std::string_view k, std::string text = {}) {
    ASSERT_TRUE(has(k)) << k << " is not on " << app::to_words(state.route);
    stage_.input.events.push_back({type, a11y::node_id(k), std::move(text), 0});
    draw();
    for (const app::Command& command : std::exchange(queue_, {})) state = app::apply(state, command, fixed()).state;
    draw();
  }
  void press(std::string_view k) { send(a11y::SemEventType::kActivate, k); }
  void type(std::string_view k, std::string words) { send(a11y::SemEventType::kInput, k, std::move(words)); }
  void slide(std::string_view k, int n) { send(a11y::SemEventType::kInput, k, std::to_string(n)); }
  void open(app::Route route) {
    state.route = std::move(route);
    draw();
    draw();
  }
  [[nodiscard]] const std::vector<a11y::SemNode>& nodes() const { return out_.nodes; }
  [[nodiscard]] const std::vector<std::string>& faults() const { return stage_.frame->faults(); }
  [[nodiscard]] bool acted() const { return !queue_.empty(); }
  void save(const std::string& path) { EXPECT_TRUE(stage_.save(path)); }
  app::State state;

 private:
  void draw() {
    out_ = stage_.run([&](Ui& ui) { screens_.draw(state, fixed(), ui, maps_, queue_); });
  }
  Stage stage_;
  Screens screens_;
  MapBoard maps_;
  app::CommandQueue queue_;
  FrameOutput out_;
};

}  // namespace stoepkrijt::ui::tests
