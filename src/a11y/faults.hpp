// What is wrong with a semantic tree, before a person meets it. Test and debug builds check every frame's tree and stop
// on a fault; the rules are those a screen reader depends on (WAI-ARIA 1.2, sections 5.2.5 and 8; WCAG 2.2, 1.3.1
// and 4.1.2).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "a11y/sem_node.hpp"

namespace stoepkrijt::a11y {

enum class FaultKind : std::uint8_t {
  kNoId,  ///< id 0
  kDuplicateId,
  kNoName,         ///< an interactive node, heading, image, dialog, region, group of radios or paragraph without words
  kUnknownParent,  ///< the parent is not in the list
  kParentLater,    ///< the parent comes after its child: not reading order
  kBadLevel,       ///< a heading whose level is not 1 to 6
  kWrongParent,    ///< a list item outside a list, a tab outside a tab list, a cell outside a row, …
  kWrongChild,     ///< something else than an item in a list, a row in a table, …
  kNestedControl,  ///< a control inside a control
  kManyModals,     ///< more than one modal dialog at a time
};

struct Fault {
  FaultKind kind = FaultKind::kNoId;
  NodeId id = 0;
  std::string words;  ///< for the developer, in English: role, name and what is wrong
};

/// Every fault of `nodes`, in reading order; empty when the tree is sound.
[[nodiscard]] std::vector<Fault> faults(std::span<const SemNode> nodes);

}  // namespace stoepkrijt::a11y
