// A reference page: reads an OpBuffer as web/ops.js does, byte by byte, and keeps a tree as the DOM would. It is
// strict: an unknown parent, a `before` that hangs elsewhere or a move below oneself is recorded as a fault.
#pragma once

#include <algorithm>
#include <bit>
#include <map>
#include <string>
#include <vector>

#include "a11y/op_buffer.hpp"

namespace stoepkrijt::a11y {

class PageModel {
 public:
  struct Element {
    SemNode node;
    std::vector<NodeId> children;
  };

  std::vector<std::string> faults;
  std::map<Op, int> seen;
  NodeId focused = 0;

  PageModel() { elements_[0] = {}; }

  void apply(const OpBuffer& ops) {
    bytes_ = ops.data();
    at_ = 0;
    while (at_ < ops.size()) step();
    if (at_ != ops.size()) faults.push_back("ops run past the end");
  }

  /// The page in reading order, each node with its real parent.
  [[nodiscard]] std::vector<SemNode> read() const {
    std::vector<SemNode> out;
    read_below(0, out);
    return out;
  }

 private:
  std::uint32_t word() {
    std::uint32_t v = 0;
    for (unsigned k = 0; k < 4; ++k) v |= static_cast<std::uint32_t>(bytes_[at_++]) << (8 * k);
    return v;
  }
  std::string text() {
    const std::uint32_t n = word();
    std::string s;
    for (std::uint32_t k = 0; k < n; ++k) s.push_back(static_cast<char>(bytes_[at_++]));
    while (at_ % 4 != 0) ++at_;
    return s;
  }
  Rect box() {
    Rect r;
    for (float* part : {&r.x, &r.y, &r.w, &r.h}) *part = std::bit_cast<float>(word());
    return r;
  }
  void attributes(SemNode& n, std::uint32_t head) {
    n.role = static_cast<Role>((head >> 8U) & 255U);
    n.level = static_cast<std::uint8_t>((head >> 16U) & 255U);
    n.states = word();
    n.now = static_cast<std::int32_t>(word());
    n.min = static_cast<std::int32_t>(word());
    n.max = static_cast<std::int32_t>(word());
    const std::uint32_t mask = head >> 24U;
    if ((mask & 1U) != 0) n.name = text();
    if ((mask & 2U) != 0) n.description = text();
    if ((mask & 4U) != 0) n.value = text();
    if ((mask & 8U) != 0) n.lang = text();
  }
  Element& get(NodeId id, const char* who) {
    if (!elements_.contains(id)) faults.push_back(std::string(who) + " names an element that is not there");
    return elements_[id];
  }
  void place(NodeId id, NodeId parent, NodeId before) {
    for (NodeId up = parent; up != 0; up = elements_[up].node.parent) {
      if (up == id) {
        faults.push_back("an element is put below itself");
        return;
      }
    }
    auto& list = get(parent, "place").children;
    auto spot = list.end();
    if (before != 0) {
      spot = std::find(list.begin(), list.end(), before);
      if (spot == list.end()) faults.push_back("before is not a child of the parent");
    }
    list.insert(spot, id);
    elements_[id].node.parent = parent;
  }
  void take_out(NodeId id) { std::erase(elements_[elements_[id].node.parent].children, id); }
  void forget(NodeId id) {
    for (NodeId child : elements_[id].children) forget(child);
    elements_.erase(id);
  }

  void step() {
    const std::uint32_t head = word();
    const Op op = static_cast<Op>(head & 255U);
    ++seen[op];
    const NodeId id = word();
    if (op == Op::kAdd) {
      const NodeId parent = word();
      const NodeId before = word();
      if (elements_.contains(id)) faults.push_back("added twice");
      SemNode& n = elements_[id].node;
      n.id = id;
      attributes(n, head);
      n.rect = box();
      n.clip = box();
      place(id, parent, before);
      return;
    }
    Element& e = get(id, "op");
    if (op == Op::kRemove) {
      take_out(id);
      forget(id);
    } else if (op == Op::kMove) {
      const NodeId parent = word();
      const NodeId before = word();
      take_out(id);
      place(id, parent, before);
    } else if (op == Op::kAttr) {
      attributes(e.node, head);
    } else if (op == Op::kRect) {
      e.node.rect = box();
      e.node.clip = box();
    } else if (op == Op::kFocus) {
      focused = id;
    } else {
      faults.push_back("unknown op");
    }
  }

  void read_below(NodeId id, std::vector<SemNode>& out) const {
    for (NodeId child : elements_.at(id).children) {
      out.push_back(elements_.at(child).node);
      read_below(child, out);
    }
  }

  std::map<NodeId, Element> elements_;
  const std::uint8_t* bytes_ = nullptr;
  std::size_t at_ = 0;
};

}  // namespace stoepkrijt::a11y
