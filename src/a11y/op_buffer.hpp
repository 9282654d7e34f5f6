// The changes of the semantic tree, packed for the mirror (web/ops.js reads exactly this).
//
// Layout: little-endian, everything aligned to 4 bytes. A buffer is a row of ops without a header; its length says
// where it ends. Word 0 of an op is `op | role << 8 | level << 16 | mask << 24` (role, level and mask are 0 where not
// used).
//
//   op 1 ADD     word0 id parent before  attributes (mask 15) rect clip
//   op 2 REMOVE  word0 id                (with everything below it)
//   op 3 MOVE    word0 id parent before
//   op 4 ATTR    word0 id                attributes (mask says which texts follow)
//   op 5 RECT    word0 id rect clip
//   op 6 FOCUS   word0 id
//
//   attributes = u32 states, i32 now, i32 min, i32 max, then the texts of the mask in this order:
//                1 name, 2 description, 4 value, 8 lang
//   text       = u32 length in bytes, UTF-8, zero bytes up to the next multiple of 4
//   rect, clip = 4 × f32: x y w h in CSS pixels of the canvas
//   parent 0 is the root; before 0 means: as the last child.
//
// The order inside a buffer is safe to apply one by one: a parent and a `before` are there when they are named, an
// element is never moved below itself, and REMOVE comes after the moves that save what must stay.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "a11y/sem_node.hpp"

namespace stoepkrijt::a11y {

enum class Op : std::uint8_t { kAdd = 1, kRemove = 2, kMove = 3, kAttr = 4, kRect = 5, kFocus = 6 };

/// Which texts an ATTR carries.
enum TextMask : std::uint8_t { kTextName = 1, kTextDescription = 2, kTextValue = 4, kTextLang = 8, kTextAll = 15 };

class OpBuffer {
 public:
  void clear();
  void add(const SemNode& node, NodeId parent, NodeId before);
  void remove(NodeId id);
  void move(NodeId id, NodeId parent, NodeId before);
  void attr(const SemNode& node, std::uint8_t text_mask);
  void rect(const SemNode& node);
  void focus(NodeId id);

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] const std::uint8_t* data() const { return bytes_.data(); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }

 private:
  void begin(Op op, const SemNode* node, std::uint8_t mask);
  void word(std::uint32_t value);
  void real(float value);
  void text(std::string_view words);
  void box(const Rect& r);
  void attributes(const SemNode& node, std::uint8_t text_mask);

  std::vector<std::uint8_t> bytes_;
  std::size_t count_ = 0;
};

}  // namespace stoepkrijt::a11y
