// What the page's program needs of the interface, and what it gives: the seam between the browser's frame loop
// (main_web.cpp) and the app (main_web_app.cpp: app, ui and render together).
//
// One frame, in this order:
//   take(answers) -> prepare(input) -> [ImGui backend NewFrame] -> frame(input) -> semantic ops to the page -> effects
//   to the host -> [GL draws ImGui's draw data]
// All lengths are CSS pixels. A frame runs only when something asked for one: an answer, an input, a
// `wants_another_frame`.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "a11y/sem_event.hpp"
#include "a11y/sem_node.hpp"
#include "platform/host.hpp"

namespace stoepkrijt::shell {

/// A finger on the canvas now.
struct Touch {
  std::int64_t id = 0;
  float x = 0, y = 0;
};

struct Input {
  float width = 1, height = 1;  ///< of the canvas
  float pixel_ratio = 1;
  float safe_top = 0, safe_right = 0, safe_bottom = 0, safe_left = 0;
  double now_s = 0;     ///< monotonic
  bool drawing = true;  ///< false in the text version: nodes count, pixels do not (and no GL may be used)
  std::vector<a11y::SemEvent> events;
  a11y::NodeId focused = 0;       ///< node with the DOM focus, 0: none
  bool focus_visible = false;     ///< its ring must be drawn
  std::vector<Touch> touches;     ///< all fingers now; the first one also is ImGui's mouse
  bool pointer_is_touch = false;  ///< the pointer behind ImGui's mouse is a finger
};

struct Output {
  std::vector<a11y::SemNode> nodes;       ///< reading order; checked with a11y::faults()
  std::vector<platform::Effect> effects;  ///< carried out in order, after the page was updated
  bool wants_another_frame = false;       ///< something moves
  double wake_after_s = -1;               ///< >= 0: another frame after so long
};

class Frontend {
 public:
  virtual ~Frontend() = default;

  /// What the device says. The first element is always a Now. Called at the start of each frame.
  virtual void take(std::vector<platform::Answer> answers) = 0;
  /// Bakes ImGui's font atlas when needed; true when it was (re)built. Called before the backends' NewFrame.
  [[nodiscard]] virtual bool prepare(const Input& input) = 0;
  /// ImGui::NewFrame, all drawing, ImGui::Render.
  [[nodiscard]] virtual Output frame(const Input& input) = 0;
  /// The GL context is new (at the start, or given back by the browser): make what lives in it.
  virtual void gl_ready() = 0;
  /// The GL context is gone with everything in it: forget it, delete nothing.
  virtual void gl_lost() = 0;
};

/// The app's own. Called once, with a current ImGui context.
[[nodiscard]] std::unique_ptr<Frontend> make_frontend();

}  // namespace stoepkrijt::shell
