// One meaning, two bodies: what a screen says, as data. The canvas is drawn and the page is mirrored from this one
// list. Roles follow WAI-ARIA 1.2; the mirror uses the native HTML element of a role wherever there is one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stoepkrijt::a11y {

/// Hash of a stable application key ("plan/bankjes/choose"), never of a label. 0 is no node.
using NodeId = std::uint32_t;

/// FNV-1a (32 bit), never 0. `parent` mixes in where a key is only unique within its parent.
[[nodiscard]] constexpr NodeId node_id(std::string_view key, NodeId parent = 0) {
  std::uint32_t h = 2166136261U ^ (parent * 16777619U);
  for (char c : key) h = (h ^ static_cast<std::uint8_t>(c)) * 16777619U;
  return h == 0 ? 1 : h;
}

enum class Role : std::uint8_t {
  kNone = 0,
  // Structure
  kMain = 1,
  kNavigation = 2,
  kRegion = 3,
  kHeading = 4,
  kParagraph = 5,
  kList = 6,
  kListItem = 7,
  kGroup = 8,
  kDialog = 9,
  kAlert = 10,
  kStatus = 11,
  kImage = 12,
  kTable = 13,
  kRow = 14,
  kCell = 15,
  kColumnHeader = 16,
  kBanner = 17,
  kForm = 18,
  // Interactive
  kButton = 32,
  kLink = 33,
  kCheckbox = 34,
  kRadio = 35,
  kRadioGroup = 36,
  kTextField = 37,
  kTextArea = 38,
  kTab = 39,
  kTabList = 40,
  kToggle = 41,
  kMap = 42,
  kSearchField = 43,
  kProgress = 44,
  kSlider = 45,  ///< a number between min and max (`now`, in words `value`); kInput brings the number asked for
};
[[nodiscard]] constexpr bool is_interactive(Role r) {
  return static_cast<std::uint8_t>(r) >= 32 && r != Role::kRadioGroup && r != Role::kTabList && r != Role::kProgress;
}

/// Bits of `states`.
enum State : std::uint32_t {
  kDisabled = 1U << 0,  ///< shown and focusable, does not act; `description` says why
  kChecked = 1U << 1,
  kPressed = 1U << 2,
  kExpanded = 1U << 3,
  kCollapsed = 1U << 4,
  kCurrent = 1U << 5,  ///< aria-current: the current page or step
  kInvalid = 1U << 6,
  kRequired = 1U << 7,
  kModal = 1U << 8,   ///< the rest becomes inert
  kHidden = 1U << 9,  ///< in the canvas only: decoration that must still be found by tests; not mirrored
  kMultiline = 1U << 10,
  kNumeric = 1U << 11,  ///< text field: inputmode=numeric
  kSelected = 1U << 12,
  // How it looks in the Tekstversie, where there is no drawing to tell
  kPrimary = 1U << 13,     ///< the one filled button of the screen
  kDanger = 1U << 14,      ///< a button that throws something away
  kDrawnValue = 1U << 15,  ///< field: the canvas draws the text itself (code boxes); the real input is transparent
  kSecret = 1U << 16,      ///< text field: what is typed is shown as dots and said to nobody (a PIN)
};

/// Canvas rectangle in CSS pixels, from the canvas' top left. Empty (w or h 0) when not on the canvas now.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
};

struct SemNode {
  NodeId id = 0;
  NodeId parent = 0;  ///< 0: child of the root
  Role role = Role::kNone;
  std::uint8_t level = 0;  ///< headings 1 to 6
  std::uint32_t states = 0;
  std::string name;  ///< obligatory for every interactive node, in the interface language
  std::string description;
  std::string value;                       ///< text of a field, words of a progress bar
  std::int32_t now = 0, min = 0, max = 0;  ///< progress
  std::string lang;                        ///< when it differs from the page's
  Rect rect;
  Rect clip;  ///< text fields: the part of the canvas they may show in; empty: not cut off
  friend bool operator==(const SemNode&, const SemNode&) = default;
};

enum class Politeness : std::uint8_t { kPolite, kAssertive };

struct Announcement {
  Politeness politeness = Politeness::kPolite;
  std::string words;
};

}  // namespace stoepkrijt::a11y
