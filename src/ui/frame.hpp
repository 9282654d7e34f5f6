// One frame of the interface: what the host gives, what it gets back. The only entry of the host to `ui`.
//
//   backend NewFrame -> frame.begin(input) -> screens draw with frame.ui() -> out = frame.end() -> GL draws draw data
//
// `begin` calls ImGui::NewFrame and `end` ImGui::Render. ImGui's units are CSS pixels: io.DisplaySize is the canvas in
// CSS pixels and io.DisplayFramebufferScale the device pixel ratio.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "a11y/sem_event.hpp"
#include "a11y/sem_node.hpp"
#include "ui/theme.hpp"

namespace stoepkrijt::ui {

class Ui;

/// Space that notches and home bars take, CSS pixels.
struct Insets {
  float top = 0, right = 0, bottom = 0, left = 0;
};

/// A finger on the canvas now. `id` as in PointerEvent.pointerId.
struct TouchPoint {
  std::int64_t id = 0;
  float x = 0, y = 0;
};

struct FrameInput {
  float width = 390, height = 844;  ///< canvas, CSS pixels
  float pixel_ratio = 1;
  Insets safe_area;
  float text_scale = 1;  ///< 1 to 2: the text size the user chose
  bool kiosk = false;    ///< kiosk type scale and 104 px buttons
  ThemeName theme = ThemeName::kLight;
  bool reduced_motion = false;
  bool focus_visible = false;  ///< the DOM focus matches :focus-visible: draw the ring
  double now_s = 0;            ///< monotonic seconds
  std::string lang = "nl";     ///< of the words on screen
  std::vector<a11y::SemEvent> events;
  std::vector<TouchPoint> touches;  ///< all fingers now; with none, the mouse of ImGui's io counts
  std::map<std::string, std::uint64_t, std::less<>> photos;  ///< textures of the renderer, by the name of the photo
  bool pointer_is_touch = false;  ///< the pointer behind io.MousePos is a finger (or pen): drags scroll, no hover
};

struct FrameOutput {
  std::vector<a11y::SemNode> nodes;  ///< reading order
  std::vector<a11y::Announcement> announcements;
  bool wants_another_frame = false;       ///< something moves: draw again at the next display refresh
  double wake_after_s = -1;               ///< >= 0: draw again after so long even if nothing happens (toast)
  a11y::NodeId focus_request = 0;         ///< give the DOM focus to this node (0: leave it)
  bool pointer_over_interactive = false;  ///< cursor: pointer
  bool pointer_over_text = false;         ///< cursor: text
};

/// Draws the map inside `rect`, cut off by `clip` (CSS pixels, canvas origin), between what lies below and above it.
struct MapPaint {
  a11y::NodeId id = 0;
  a11y::Rect rect;
  a11y::Rect clip;
};

class UiFrame {
 public:
  /// Needs a current ImGui context. Loads the fonts from the assets.
  UiFrame();
  ~UiFrame();
  UiFrame(const UiFrame&) = delete;
  UiFrame& operator=(const UiFrame&) = delete;

  /// Bakes the font atlas when scale, kiosk or first use ask for it; call BEFORE the backend's NewFrame.
  /// True when the atlas was rebuilt: the backend must then destroy and create its fonts texture.
  [[nodiscard]] bool prepare(const FrameInput& input);

  void begin(const FrameInput& input);
  [[nodiscard]] Ui& ui();
  FrameOutput end();

  /// Called in the middle of drawing (an ImGui draw callback), once per visible map area.
  void set_map_painter(std::function<void(const MapPaint&)> painter);

  /// Texts that did not fit their box in the last frame, and interactive items without a node; for tests.
  [[nodiscard]] const std::vector<std::string>& faults() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace stoepkrijt::ui
