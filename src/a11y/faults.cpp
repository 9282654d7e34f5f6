#include "a11y/faults.hpp"

#include <unordered_map>
#include <unordered_set>

namespace stoepkrijt::a11y {
namespace {

bool needs_name(Role role) {
  switch (role) {
    case Role::kHeading:
    case Role::kParagraph:
    case Role::kImage:
    case Role::kDialog:
    case Role::kRegion:
    case Role::kNavigation:
    case Role::kRadioGroup:
    case Role::kTabList:
    case Role::kProgress:
    case Role::kColumnHeader:
      return true;
    default:
      return is_interactive(role);
  }
}

/// The only role a node of `role` may hang under, or kNone when any will do.
Role wanted_parent(Role role) {
  switch (role) {
    case Role::kListItem:
      return Role::kList;
    case Role::kTab:
      return Role::kTabList;
    case Role::kRadio:
      return Role::kRadioGroup;
    case Role::kRow:
      return Role::kTable;
    case Role::kCell:
    case Role::kColumnHeader:
      return Role::kRow;
    default:
      return Role::kNone;
  }
}

bool allowed_child(Role parent, Role child) {
  switch (parent) {
    case Role::kList:
      return child == Role::kListItem;
    case Role::kTabList:
      return child == Role::kTab;
    case Role::kTable:
      return child == Role::kRow;
    case Role::kRow:
      return child == Role::kCell || child == Role::kColumnHeader;
    default:
      return true;
  }
}

/// A control takes its words as its content: nothing interactive may hang inside it. The map holds its markers.
bool is_closed(Role role) { return is_interactive(role) && role != Role::kMap; }

class Checker {
 public:
  explicit Checker(std::span<const SemNode> nodes) : nodes_(nodes) {
    for (const SemNode& node : nodes) known_.insert(node.id);
  }

  std::vector<Fault> run() {
    for (const SemNode& node : nodes_) {
      check_identity(node);
      check_words(node);
      check_parent(node);
      seen_.emplace(node.id, node.role);
    }
    return std::move(found_);
  }

 private:
  void say(FaultKind kind, const SemNode& node, std::string_view what) {
    std::string words = "role " + std::to_string(static_cast<int>(node.role)) + " \"" + node.name + "\": ";
    words += what;
    found_.push_back({kind, node.id, std::move(words)});
  }

  void check_identity(const SemNode& node) {
    if (node.id == 0) say(FaultKind::kNoId, node, "has no id");
    if (node.id != 0 && seen_.contains(node.id)) say(FaultKind::kDuplicateId, node, "has the id of an earlier node");
    if (node.role == Role::kDialog && (node.states & kModal) != 0 && ++modals_ > 1) {
      say(FaultKind::kManyModals, node, "is a second modal dialog");
    }
  }

  void check_words(const SemNode& node) {
    if (needs_name(node.role) && node.name.empty()) say(FaultKind::kNoName, node, "has no name");
    if (node.role == Role::kHeading && (node.level < 1 || node.level > 6)) {
      say(FaultKind::kBadLevel, node, "has heading level " + std::to_string(node.level));
    }
  }

  void check_parent(const SemNode& node) {
    Role parent_role = Role::kNone;
    if (node.parent != 0) {
      const auto parent = seen_.find(node.parent);
      if (parent == seen_.end()) {
        const bool later = known_.contains(node.parent);
        say(later ? FaultKind::kParentLater : FaultKind::kUnknownParent, node,
            later ? "comes before its parent" : "has a parent that is not in the tree");
        return;
      }
      parent_role = parent->second;
    }
    const Role wanted = wanted_parent(node.role);
    if (wanted != Role::kNone && parent_role != wanted) {
      say(FaultKind::kWrongParent, node, "must hang under role " + std::to_string(static_cast<int>(wanted)));
    } else if (!allowed_child(parent_role, node.role)) {
      say(FaultKind::kWrongChild, node, "cannot hang under role " + std::to_string(static_cast<int>(parent_role)));
    }
    if (is_interactive(node.role) && is_closed(parent_role)) {
      say(FaultKind::kNestedControl, node, "is a control inside a control");
    }
  }

  std::span<const SemNode> nodes_;
  std::unordered_set<NodeId> known_;
  std::unordered_map<NodeId, Role> seen_;
  std::vector<Fault> found_;
  int modals_ = 0;
};

}  // namespace

std::vector<Fault> faults(std::span<const SemNode> nodes) { return Checker(nodes).run(); }

}  // namespace stoepkrijt::a11y
