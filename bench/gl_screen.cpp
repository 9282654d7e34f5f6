// The map's whole screen with 100,000 signals, with the maps of the page and what they ask of the graphics card; what
// Dear ImGui itself sends there (some dozens of calls) is left out.
#include "gl_screen.hpp"

#include <time.h>

#include <algorithm>
#include <string>
#include <vector>

#include "main_web_maps.hpp"
#include "map_scene.hpp"
#include "measure.hpp"
#include "render/gl_objects.hpp"
#include "screen_stage.hpp"

namespace stoepkrijt::bench {

namespace {

/// Of the whole process, in milliseconds: whatever threads the driver has.
double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

class Page {
 public:
  Page() : stage_(kWidth, kHeight, kMarkers) {
    maps_.gl_ready();
    stage_.frame->set_map_painter([this](const ui::MapPaint& paint) { maps_.paint(paint, 1, kWidth, kHeight); });
  }
  void frame() {
    stage_.draw();
    if (next_.has_value() && !stage_.board.requests().empty()) stage_.board.requests().back().input = *next_;
    next_.reset();
    maps_.update(stage_.state, stage_.board, stage_.input);
    stage_.mirror();
    ImGui::Render();
    const ImDrawData* data = ImGui::GetDrawData();
    for (const ImDrawList* list : data->CmdLists) {
      for (const ImDrawCmd& command : list->CmdBuffer) {
        if (command.UserCallback != nullptr && command.UserCallback != ImDrawCallback_ResetRenderState) {
          command.UserCallback(list, &command);
        }
      }
    }
    glFinish();
  }
  /// Before the next frame's map is laid out, as a hand would.
  void with(const app::MapInput& input) { next_ = input; }
  [[nodiscard]] std::size_t nodes() const { return stage_.nodes; }
  [[nodiscard]] std::size_t groups() const { return stage_.board.feedback(ui::kMapKey).groups; }
  app::State& state() { return stage_.state; }

 private:
  ScreenStage stage_;
  shell::Maps maps_;
  std::optional<app::MapInput> next_;
};

template <class Before>
void time_frames(Page& page, const std::string& name, Before before) {
  constexpr int kFrames = 60;
  std::vector<double> all;
  for (int i = 0; i < kFrames; ++i) {
    before();
    const double start = processor_ms();
    page.frame();
    all.push_back(processor_ms() - start);
  }
  std::sort(all.begin(), all.end());
  Line(name)
      .times({all[all.size() / 2], all.front(), kFrames})
      .number("most_ms", all.back())
      .count("nodes", page.nodes())
      .count("groups", page.groups());
}

}  // namespace

void screen_frames() {
  Page page;
  for (int i = 0; i < 6; ++i) page.frame();
  float east = 3;
  const auto drag = [&] {
    app::MapInput input;
    input.x = kWidth / 2;
    input.y = kHeight / 2;
    input.dx = east;
    page.with(input);
  };
  for (const Look& look : kLooks) {
    // The looks of the map itself: steps of the wheel about the middle.
    const int steps = look.px_per_m == 0.0F ? 0 : 4;
    for (int i = 0; i < steps; ++i) {
      app::MapInput input;
      input.x = kWidth / 2;
      input.y = kHeight / 2;
      input.zoom = 1.7F;
      page.with(input);
      page.frame();
    }
    for (int i = 0; i < 4; ++i) page.frame();
    const std::string name = std::string("gl.screen.") + look.name;
    time_frames(page, name + ".same", [] {});
    time_frames(page, name + ".drag", [&] {
      east = -east;
      drag();
    });
  }
  page.state().heat = true;
  for (int i = 0; i < 4; ++i) page.frame();
  time_frames(page, "gl.screen.straat.heat", [&] {
    east = -east;
    drag();
  });
}

}  // namespace stoepkrijt::bench
