// From SDL and the page to ImGui and to Input: pointer, fingers, wheel, focus.
#pragma once

#include <vector>

#include "main_web_frontend.hpp"
#include "platform/web/inbox.hpp"

namespace stoepkrijt::shell {

class InputState {
 public:
  /// Takes SDL's waiting events; true when there were any that a person made.
  bool take_sdl(const platform::web::View& view);
  /// To ImGui in notches of 100 pixels, with fractions.
  void take_wheel(const platform::web::Wheel& wheel);
  void take_event(const a11y::SemEvent& event);
  /// Writes fingers and focus.
  void fill(Input& input) const;

 private:
  std::vector<Touch> touches_;
  bool pointer_is_touch_ = false;
  a11y::NodeId focused_ = 0;
  bool focus_visible_ = false;
};

}  // namespace stoepkrijt::shell
