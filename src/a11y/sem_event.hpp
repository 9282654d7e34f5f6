// What a person did in the mirrored page, on its way to the same code that handles touch and mouse.
#pragma once

#include <cstdint>
#include <string>

#include "a11y/sem_node.hpp"

namespace stoepkrijt::a11y {

enum class SemEventType : std::uint8_t {
  kActivate = 1,  ///< click, Enter, Space, screen reader's default action
  kFocus = 2,     ///< the element has the keyboard focus now (id 0: nothing of ours has it)
  kInput = 3,     ///< `text` is the whole new text of the field (never during an IME composition)
  kCommit = 4,    ///< Enter in a one-line field
  kKey = 5,       ///< a key on a map node; `text` is KeyboardEvent.key ("ArrowLeft", "+"), `modifiers` below
  kDismiss = 6,   ///< Escape
};

struct SemEvent {
  SemEventType type = SemEventType::kActivate;
  NodeId id = 0;
  std::string text;
  std::uint32_t modifiers =
      0;  ///< 1 shift, 2 ctrl, 4 alt, 8 meta; kFocus: 16 when a ring must be drawn (:focus-visible)
};

}  // namespace stoepkrijt::a11y
