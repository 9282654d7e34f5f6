#include "a11y/diff.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

namespace stoepkrijt::a11y {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A list of nodes as a tree: who is whose child, in order. Children of the root are under `children[size]`.
struct Tree {
  std::span<const SemNode> nodes;
  std::unordered_map<NodeId, std::size_t> index;
  std::vector<std::size_t> parent;                 // index, or nodes.size() for the root
  std::vector<std::vector<std::size_t>> children;  // one list more than there are nodes
  std::vector<std::size_t> rank;                   // place among its siblings

  explicit Tree(std::span<const SemNode> list) : nodes(list), children(list.size() + 1) {
    index.reserve(list.size());
    parent.reserve(list.size());
    rank.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto found = index.find(list[i].parent);
      const std::size_t up = list[i].parent != 0 && found != index.end() ? found->second : list.size();
      parent.push_back(up);
      rank.push_back(children[up].size());
      children[up].push_back(i);
      index.emplace(list[i].id, i);
    }
  }
  [[nodiscard]] std::size_t find(NodeId id) const {
    const auto found = index.find(id);
    return found == index.end() ? kNone : found->second;
  }
  [[nodiscard]] NodeId parent_id(std::size_t i) const { return parent[i] == nodes.size() ? 0 : nodes[parent[i]].id; }
};

/// Marks the members of one longest increasing subsequence of `values`; kNone values are never members.
std::vector<bool> longest_increasing(const std::vector<std::size_t>& values) {
  std::vector<std::size_t> tails;  // tails[k]: where the best run of length k + 1 ends
  std::vector<std::size_t> previous(values.size(), kNone);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == kNone) continue;
    const auto at = std::lower_bound(tails.begin(), tails.end(), values[i],
                                     [&](std::size_t tail, std::size_t value) { return values[tail] < value; });
    if (at != tails.begin()) previous[i] = *(at - 1);
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<bool> member(values.size(), false);
  for (std::size_t i = tails.empty() ? kNone : tails.back(); i != kNone; i = previous[i]) member[i] = true;
  return member;
}

void emit_changes(const SemNode& old_node, const SemNode& new_node, OpBuffer& out) {
  std::uint8_t mask = 0;
  const auto text = [&mask](bool changed, TextMask bit) {
    mask = static_cast<std::uint8_t>(mask | (changed ? bit : 0));
  };
  text(old_node.name != new_node.name, kTextName);
  text(old_node.description != new_node.description, kTextDescription);
  text(old_node.value != new_node.value, kTextValue);
  text(old_node.lang != new_node.lang, kTextLang);
  const bool plain = old_node.role != new_node.role || old_node.level != new_node.level ||
                     old_node.states != new_node.states || old_node.now != new_node.now ||
                     old_node.min != new_node.min || old_node.max != new_node.max;
  if (plain || mask != 0) out.attr(new_node, mask);
  if (old_node.rect != new_node.rect || old_node.clip != new_node.clip) out.rect(new_node);
}

/// Places the children of one parent, last first, so that the next sibling is always in place already.
void emit_children(const Tree& before, const Tree& after, std::size_t up, OpBuffer& out) {
  const std::vector<std::size_t>& children = after.children[up];
  if (children.empty()) return;
  const NodeId parent = up == after.nodes.size() ? 0 : after.nodes[up].id;
  std::vector<std::size_t> old_rank;
  old_rank.reserve(children.size());
  for (std::size_t child : children) {
    const std::size_t old_at = before.find(after.nodes[child].id);
    const bool stayed = old_at != kNone && before.parent_id(old_at) == parent;
    old_rank.push_back(stayed ? before.rank[old_at] : kNone);
  }
  const std::vector<bool> still = longest_increasing(old_rank);
  NodeId next = 0;
  for (std::size_t k = children.size(); k-- > 0;) {
    const SemNode& node = after.nodes[children[k]];
    const std::size_t old_at = before.find(node.id);
    if (old_at == kNone) {
      out.add(node, parent, next);
    } else {
      if (!still[k]) out.move(node.id, parent, next);
      emit_changes(before.nodes[old_at], node, out);
    }
    next = node.id;
  }
}

}  // namespace

void diff(std::span<const SemNode> before, std::span<const SemNode> after, OpBuffer& out) {
  if (std::equal(before.begin(), before.end(), after.begin(), after.end())) return;
  const Tree old_tree(before);
  const Tree new_tree(after);
  // Top down: when a parent's children are placed, the parent itself and all above it stand where they will stay.
  emit_children(old_tree, new_tree, after.size(), out);
  for (std::size_t i = 0; i < after.size(); ++i) emit_children(old_tree, new_tree, i, out);
  // What must stay has been moved out by now; only the top of each vanished branch is named.
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (new_tree.find(before[i].id) != kNone) continue;
    const std::size_t up = old_tree.parent[i];
    if (up == before.size() || new_tree.find(before[up].id) != kNone) out.remove(before[i].id);
  }
}

}  // namespace stoepkrijt::a11y
