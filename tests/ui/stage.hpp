// A stage for screens: an ImGui context without a renderer, one or more frames, what they registered and their faults.
#pragma once

#include <imgui.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ui/kit.hpp"
#include "ui/soft_raster.hpp"
#include "ui/test_hooks.hpp"

namespace stoepkrijt::tests {

class Stage {
 public:
  explicit Stage(ui::FrameInput first) : input(std::move(first)) {
    context_ = ImGui::CreateContext();
    ui::test_hooks::watch();
    frame = std::make_unique<ui::UiFrame>();
  }
  ~Stage() {
    frame.reset();
    ImGui::DestroyContext(context_);
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  /// Draws `count` frames, 1/60 s apart; events go to the first only.
  ui::FrameOutput run(const std::function<void(ui::Ui&)>& screen, int count = 1) {
    ui::FrameOutput out;
    for (int i = 0; i < count; ++i) {
      ImGuiIO& io = ImGui::GetIO();
      io.DisplaySize = {input.width, input.height};
      io.DisplayFramebufferScale = {input.pixel_ratio, input.pixel_ratio};
      io.DeltaTime = 1.0F / 60;
      input.now_s += 1.0 / 60;
      static_cast<void>(frame->prepare(input));
      frame->begin(input);
      screen(frame->ui());
      out = frame->end();
      input.events.clear();
    }
    return out;
  }
  void point(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
  void hold(bool down) { ImGui::GetIO().AddMouseButtonEvent(0, down); }
  /// The last frame, as it would be seen.
  [[nodiscard]] Picture picture() const {
    const ui::Color g = ui::token_color(ui::Token::kDoc, input.theme);
    const std::uint32_t ground =
        (static_cast<std::uint32_t>(g.r) << 16U) | (static_cast<std::uint32_t>(g.g) << 8U) | g.b;
    return rasterise(*ImGui::GetDrawData(), input.pixel_ratio, ground);
  }
  bool save(const std::string& path) { return write_png(picture(), path); }

  ui::FrameInput input;
  std::unique_ptr<ui::UiFrame> frame;

 private:
  ImGuiContext* context_ = nullptr;
};

}  // namespace stoepkrijt::tests
