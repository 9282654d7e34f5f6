// The map's whole screen for the benchmarks: widgets, semantic nodes and the mirror's ops, as the page runs them, with
// a dossier of 100,000 signals. What stands in for the map is the caller's.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "a11y/tree_mirror.hpp"
#include "app/apply.hpp"
#include "app/builtin.hpp"
#include "benches.hpp"
#include "ui/screen_map.hpp"
#include "ui/screens.hpp"

namespace stoepkrijt::bench {

inline app::Fixed fixed_or_stop() {
  Result<app::Fixed> fixed = app::load_fixed();
  if (!fixed) {
    std::fprintf(stderr, "stoepkrijt_bench: the example cannot be read\n");
    std::exit(2);
  }
  return std::move(fixed).value();
}

class ScreenStage {
 public:
  ScreenStage(float width, float height, std::size_t signals) : fixed(fixed_or_stop()) {
    context_ = ImGui::CreateContext();
    frame = std::make_unique<ui::UiFrame>();
    input.width = width;
    input.height = height;
    input.reduced_motion = true;
    state = app::start(fixed).state;
    state.loading = false;
    state.device.now_ms = 1'795'305'600'000;
    state.device.entropy = std::string(32, 'e');
    state.route = {app::Screen::kMap, ""};
    state.dossier = std::make_shared<const model::Dossier>(busy_dossier(signals));
  }
  ~ScreenStage() {
    frame.reset();
    ImGui::DestroyContext(context_);
  }
  ScreenStage(const ScreenStage&) = delete;
  ScreenStage& operator=(const ScreenStage&) = delete;

  /// View-model, widgets and nodes.
  void draw() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {input.width, input.height};
    io.DeltaTime = 1.0F / 60;
    input.now_s += 1.0 / 60;
    static_cast<void>(frame->prepare(input));
    board.begin_frame();
    frame->begin(input);
    app::CommandQueue commands;
    screens.draw(state, fixed, frame->ui(), board, commands);
    nodes_ = frame->end().nodes;
    nodes = nodes_.size();
  }
  /// What of it is new for the page, as bytes.
  void mirror() {
    ops.clear();
    tree_.update(std::move(nodes_), static_cast<std::int64_t>(input.now_s * 1000), ops);
  }

  app::Fixed fixed;
  app::State state;
  ui::FrameInput input;
  ui::MapBoard board;
  ui::Screens screens;
  std::unique_ptr<ui::UiFrame> frame;
  a11y::OpBuffer ops;
  std::size_t nodes = 0;

 private:
  ImGuiContext* context_ = nullptr;
  std::vector<a11y::SemNode> nodes_;
  a11y::TreeMirror tree_;
};

}  // namespace stoepkrijt::bench
