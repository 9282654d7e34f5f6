// What the page shows now, and what must change to show a new frame's tree. One per page.
//
// Rectangles are sent at most ten times a second (a scrolling list moves all of its nodes each frame), except those of
// text fields: their elements are visible and must sit on the drawn box. When rectangles were held back,
// flush_due() tells when to run another frame.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "a11y/op_buffer.hpp"
#include "a11y/sem_node.hpp"

namespace stoepkrijt::a11y {

class TreeMirror {
 public:
  static constexpr std::int64_t kRectIntervalMs = 100;

  /// Appends to `out` the ops from what the page shows to `nodes`. Hidden nodes and all below them are left out.
  /// `now_ms` is any clock that does not run back.
  void update(std::vector<SemNode> nodes, std::int64_t now_ms, OpBuffer& out);

  /// The user typed `text` in the field `id`: the page shows it already. A core that takes the text as it is then
  /// causes no op at all; one that changes or refuses it corrects the field.
  void typed(NodeId id, std::string_view text);

  /// When held-back rectangles may be sent (clock of update()); 0 when none are waiting.
  [[nodiscard]] std::int64_t flush_due() const { return held_back_ ? last_rects_ms_ + kRectIntervalMs : 0; }

  [[nodiscard]] const std::vector<SemNode>& shown() const { return shown_; }

 private:
  std::vector<SemNode> shown_;
  std::int64_t last_rects_ms_ = -kRectIntervalMs;
  bool held_back_ = false;
};

}  // namespace stoepkrijt::a11y
