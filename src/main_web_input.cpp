#include "main_web_input.hpp"

#define SDL_MAIN_HANDLED
#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_sdl2.h>

#include <algorithm>

namespace stoepkrijt::shell {
namespace {

/// Pixels of wheel for one notch of a mouse, as browsers give them.
constexpr float kNotchPx = 100;
/// A pinch on a trackpad comes as small wheel steps: this many pixels zoom as much as a notch.
constexpr float kPinchPx = 25;
constexpr std::uint32_t kRingBit = 16;

}  // namespace

bool InputState::take_sdl(const platform::web::View& view) {
  bool any = false;
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    any = true;
    switch (event.type) {
      case SDL_FINGERDOWN:
      case SDL_FINGERMOTION: {
        const Touch touch{event.tfinger.fingerId, event.tfinger.x * view.width, event.tfinger.y * view.height};
        const auto known =
            std::find_if(touches_.begin(), touches_.end(), [&](const Touch& t) { return t.id == touch.id; });
        if (known != touches_.end()) {
          *known = touch;
        } else {
          touches_.push_back(touch);
        }
        break;
      }
      case SDL_FINGERUP:
        std::erase_if(touches_, [&](const Touch& t) { return t.id == event.tfinger.fingerId; });
        break;
      case SDL_MOUSEMOTION:
        pointer_is_touch_ = event.motion.which == SDL_TOUCH_MOUSEID;
        break;
      case SDL_MOUSEBUTTONDOWN:
        pointer_is_touch_ = event.button.which == SDL_TOUCH_MOUSEID;
        break;
      default:
        break;
    }
    ImGui_ImplSDL2_ProcessEvent(&event);
  }
  return any;
}

void InputState::take_wheel(const platform::web::Wheel& wheel) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(wheel.x, wheel.y);
  const float unit = wheel.zoom ? kPinchPx : kNotchPx;
  io.AddMouseWheelEvent(-wheel.dx / unit, -wheel.dy / unit);
}

void InputState::take_event(const a11y::SemEvent& event) {
  if (event.type != a11y::SemEventType::kFocus) return;
  focused_ = event.id;
  focus_visible_ = (event.modifiers & kRingBit) != 0;
}

void InputState::fill(Input& input) const {
  input.touches = touches_;
  input.pointer_is_touch = pointer_is_touch_;
  input.focused = focused_;
  input.focus_visible = focus_visible_;
}

}  // namespace stoepkrijt::shell
