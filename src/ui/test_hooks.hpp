// Dear ImGui's test-engine hooks, implemented by us: every interactive ImGui item of a frame must have a semantic node.
// Compiled into every build, so that the app and its tests share one; nothing is looked at until watch() is called.
#pragma once

#include <string>
#include <vector>

#include "a11y/sem_node.hpp"

namespace stoepkrijt::ui::test_hooks {

/// From the next frame on items are looked at. For tests.
void watch();
void begin_frame();
/// Adds "item without node: 0x..." to `faults` for each item of our window that has no node.
void end_frame(const std::vector<a11y::SemNode>& nodes, std::vector<std::string>& faults);
/// Items seen in the last frame (0 before watch()).
[[nodiscard]] std::size_t items_seen();

}  // namespace stoepkrijt::ui::test_hooks
