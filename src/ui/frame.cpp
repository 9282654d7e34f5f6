#include "ui/frame.hpp"

#include <algorithm>

#include "ui/kit_core.hpp"
#include "ui/test_hooks.hpp"

namespace stoepkrijt::ui {

struct UiFrame::Impl {
  Ui::Core core;
  Ui ui{core};
};

UiFrame::UiFrame() : impl_(std::make_unique<Impl>()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags = ImGuiConfigFlags_NoMouseCursorChange;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
}
UiFrame::~UiFrame() = default;

bool UiFrame::prepare(const FrameInput& input) {
  Ui::Core& c = impl_->core;
  const bool rebuilt = c.fonts.bake({input.pixel_ratio, input.kiosk ? 1.0F : input.text_scale, input.kiosk});
  if (rebuilt) {
    c.texts.clear();
    c.chalks.clear();
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;
    style.CircleTessellationMaxError = 0.2F / input.pixel_ratio;
    style.CurveTessellationTol = 0.6F / input.pixel_ratio;
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = {1, 1};
  }
  return rebuilt;
}

void UiFrame::begin(const FrameInput& input) {
  Ui::Core& c = impl_->core;
  c.in = input;
  ++c.frame;
  c.dt = std::clamp(static_cast<float>(input.now_s - c.last_now), 0.0F, 0.1F);
  c.last_now = input.now_s;
  c.animate = false;
  c.wake_after = -1;
  c.dismiss = false;
  c.modal_last = c.modal_now;
  c.modal_now = false;
  c.last_sheet_top = c.sheet_top;
  c.sheet_top = -1;
  c.last_message = c.message;
  c.message = {};
  c.focus_request = 0;
  c.heights.clear();
  c.nodes.clear();
  c.announcements.clear();
  c.faults.clear();
  c.parents.assign(1, 0);
  c.map_paints.clear();
  c.map_paint_next = 0;
  c.map_paints.reserve(8);  // draw callbacks keep pointers into it
  for (const a11y::SemEvent& e : input.events) {
    if (e.type == a11y::SemEventType::kDismiss) c.dismiss = true;
    if (e.type == a11y::SemEventType::kFocus && e.id != c.focused) {
      c.focused = e.id;
      if (input.focus_visible) c.reveal = e.id;  // a ring is drawn: show where
    }
  }
  test_hooks::begin_frame();
  ImGui::NewFrame();
  c.begin_pointer();
  const ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                 ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                 ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                 ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoFocusOnAppearing;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.width, input.height});
  ImGui::Begin("stoepkrijt", nullptr, flags);
  c.dl = ImGui::GetWindowDrawList();
  c.dl->_FringeScale = 1.0F / input.pixel_ratio;
  c.clips.assign(1, Rect{0, 0, input.width, input.height});
  c.areas.assign(1, Rect{0, 0, input.width, input.height});
  c.dl->PushClipRect({0, 0}, {input.width, input.height}, false);
  c.col = {0, 0, input.width};
}

Ui& UiFrame::ui() { return impl_->ui; }

FrameOutput UiFrame::end() {
  Ui::Core& c = impl_->core;
  c.dl->PopClipRect();
  test_hooks::end_frame(c.nodes, c.faults);
  ImGui::End();
  ImGui::Render();
  c.end_pointer();
  c.texts.forget_before(c.frame > 240 ? c.frame - 240 : 0);
  std::erase_if(c.moving, [&](const auto& e) { return e.second.frame + 600 < c.frame; });
  if (empty(c.message) != empty(c.last_message)) c.animate = true;  // what it lies over is not as it was
  c.reveal = c.animate ? c.reveal : 0;
  FrameOutput out;
  out.nodes = c.nodes;
  out.announcements = c.announcements;
  out.wants_another_frame = c.animate || !ImGui::GetCurrentContext()->InputEventsQueue.empty();
  out.wake_after_s = c.wake_after;
  out.focus_request = c.focus_request;
  out.pointer_over_interactive = c.over_interactive;
  out.pointer_over_text = c.over_text;
  return out;
}

void UiFrame::set_map_painter(std::function<void(const MapPaint&)> painter) {
  impl_->core.paint_map = std::move(painter);
}
const std::vector<std::string>& UiFrame::faults() const { return impl_->core.faults; }

}  // namespace stoepkrijt::ui
