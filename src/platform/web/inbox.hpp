// What the page has told the core since the last frame. The page calls the exported functions (sk_answer, sk_sem_event,
// sk_resized, sk_wheel, sk_text_version) at any moment between frames; each asks for a frame.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "a11y/sem_event.hpp"
#include "platform/host.hpp"
#include "platform/web/bridge.hpp"

namespace stoepkrijt::platform::web {

/// The canvas in CSS pixels, and the space that notches and home bars take.
struct View {
  float width = 1, height = 1;
  float pixel_ratio = 1;
  float top = 0, right = 0, bottom = 0, left = 0;
  friend bool operator==(const View&, const View&) = default;
};

/// Wheel or trackpad, CSS pixels; positive y: the content goes up. `zoom`: pinch on a trackpad, or Ctrl with the wheel.
struct Wheel {
  float x = 0, y = 0;
  float dx = 0, dy = 0;
  bool zoom = false;
};

struct Inbox {
  std::vector<Answer> answers;
  std::vector<a11y::SemEvent> events;
  std::vector<Wheel> wheels;
  View view;
  bool view_changed = true;
  bool text_version = false;
};

[[nodiscard]] Inbox& inbox();

/// An answer as the page gives it: two byte strings and four numbers (meaning per kind in web/bridge.js).
struct RawAnswer {
  AnswerKind kind = AnswerKind::kFailed;
  std::string_view a, b;
  double n[4] = {0, 0, 0, 0};
};
[[nodiscard]] Answer to_answer(const RawAnswer& raw);

}  // namespace stoepkrijt::platform::web
