#include "a11y/op_buffer.hpp"

#include <bit>

namespace stoepkrijt::a11y {

void OpBuffer::clear() {
  bytes_.clear();
  count_ = 0;
}

void OpBuffer::word(std::uint32_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) bytes_.push_back(static_cast<std::uint8_t>(value >> shift));
}

void OpBuffer::real(float value) { word(std::bit_cast<std::uint32_t>(value)); }

void OpBuffer::text(std::string_view words) {
  word(static_cast<std::uint32_t>(words.size()));
  for (char c : words) bytes_.push_back(static_cast<std::uint8_t>(c));
  while (bytes_.size() % 4 != 0) bytes_.push_back(0);
}

void OpBuffer::box(const Rect& r) {
  real(r.x);
  real(r.y);
  real(r.w);
  real(r.h);
}

void OpBuffer::attributes(const SemNode& node, std::uint8_t text_mask) {
  word(node.states);
  word(static_cast<std::uint32_t>(node.now));
  word(static_cast<std::uint32_t>(node.min));
  word(static_cast<std::uint32_t>(node.max));
  if ((text_mask & kTextName) != 0) text(node.name);
  if ((text_mask & kTextDescription) != 0) text(node.description);
  if ((text_mask & kTextValue) != 0) text(node.value);
  if ((text_mask & kTextLang) != 0) text(node.lang);
}

void OpBuffer::begin(Op op, const SemNode* node, std::uint8_t mask) {
  ++count_;
  std::uint32_t first = static_cast<std::uint32_t>(op);
  if (node != nullptr) {
    first |= static_cast<std::uint32_t>(node->role) << 8U;
    first |= static_cast<std::uint32_t>(node->level) << 16U;
    first |= static_cast<std::uint32_t>(mask) << 24U;
  }
  word(first);
}

void OpBuffer::add(const SemNode& node, NodeId parent, NodeId before) {
  begin(Op::kAdd, &node, kTextAll);
  word(node.id);
  word(parent);
  word(before);
  attributes(node, kTextAll);
  box(node.rect);
  box(node.clip);
}

void OpBuffer::remove(NodeId id) {
  begin(Op::kRemove, nullptr, 0);
  word(id);
}

void OpBuffer::move(NodeId id, NodeId parent, NodeId before) {
  begin(Op::kMove, nullptr, 0);
  word(id);
  word(parent);
  word(before);
}

void OpBuffer::attr(const SemNode& node, std::uint8_t text_mask) {
  begin(Op::kAttr, &node, text_mask);
  word(node.id);
  attributes(node, text_mask);
}

void OpBuffer::rect(const SemNode& node) {
  begin(Op::kRect, nullptr, 0);
  word(node.id);
  box(node.rect);
  box(node.clip);
}

void OpBuffer::focus(NodeId id) {
  begin(Op::kFocus, nullptr, 0);
  word(id);
}

}  // namespace stoepkrijt::a11y
