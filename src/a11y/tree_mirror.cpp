#include "a11y/tree_mirror.hpp"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "a11y/diff.hpp"

namespace stoepkrijt::a11y {
namespace {

bool is_text_entry(Role role) {
  return role == Role::kTextField || role == Role::kTextArea || role == Role::kSearchField;
}

void leave_out_hidden(std::vector<SemNode>& nodes) {
  std::unordered_set<NodeId> hidden;
  std::erase_if(nodes, [&hidden](const SemNode& node) {
    const bool out = (node.states & kHidden) != 0 || (node.parent != 0 && hidden.contains(node.parent));
    if (out) hidden.insert(node.id);
    return out;
  });
}

}  // namespace

void TreeMirror::update(std::vector<SemNode> nodes, std::int64_t now_ms, OpBuffer& out) {
  leave_out_hidden(nodes);
  std::unordered_map<NodeId, const SemNode*> old;
  old.reserve(shown_.size());
  for (const SemNode& node : shown_) old.emplace(node.id, &node);

  const bool may_send = now_ms - last_rects_ms_ >= kRectIntervalMs;
  bool sent = false;
  held_back_ = false;
  for (SemNode& node : nodes) {
    const auto found = old.find(node.id);
    if (found == old.end()) continue;  // a new node always carries its rectangle
    const SemNode& was = *found->second;
    if ((was.rect == node.rect && was.clip == node.clip) || is_text_entry(node.role)) continue;
    if (may_send) {
      sent = true;
    } else {
      node.rect = was.rect;
      node.clip = was.clip;
      held_back_ = true;
    }
  }
  if (sent) last_rects_ms_ = now_ms;
  diff(shown_, nodes, out);
  shown_ = std::move(nodes);
}

void TreeMirror::typed(NodeId id, std::string_view text) {
  for (SemNode& node : shown_) {
    if (node.id == id) node.value = text;
  }
}

}  // namespace stoepkrijt::a11y
