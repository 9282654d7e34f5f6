// The difference between two semantic trees, as few and as gentle changes as possible: an element that can stay, stays
// where it is (a moved or rebuilt element loses focus, selection and a screen reader's place).
//
// Children keep their place by a longest increasing subsequence (M. L. Fredman, "On computing the length of longest
// increasing subsequences", Discrete Mathematics 11, 1975): the most children that need no move. Nodes are compared
// field by field and not by a hash: the old tree is at hand, and a collision would leave the page wrong for good.
#pragma once

#include <span>

#include "a11y/op_buffer.hpp"
#include "a11y/sem_node.hpp"

namespace stoepkrijt::a11y {

/// Appends to `out` what turns `before` into `after`. Both lists are in reading order, ids are unique and not 0, and a
/// parent comes before its children (see faults()); a node with an unknown parent hangs below the root.
/// O(n log n) time. Nothing is appended when nothing changed.
///
/// Example: {heading 1, button 2} -> {heading 1, paragraph 3, button 2} gives one op: ADD 3 before 2.
void diff(std::span<const SemNode> before, std::span<const SemNode> after, OpBuffer& out);

}  // namespace stoepkrijt::a11y
