// Rich words broken into lines. Ours and not ImGui's, because of mixed weights on one baseline, no-break spaces, soft
// hyphens and tabular figures. Nothing is ever cut with an ellipsis: a word wider than the box is broken.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/fonts.hpp"

namespace stoepkrijt::ui {

/// A stretch of one weight and colour on a line.
struct Stretch {
  std::u32string letters;
  float x = 0, width = 0;
  bool bold = false, accent = false;
};
struct Line {
  std::vector<Stretch> stretches;
  float width = 0;
};
struct TextBlock {
  std::vector<Line> lines;
  float width = 0;  ///< of the widest line
  float height = 0;
  bool broke_word = false;  ///< a word did not fit and was broken between letters
  std::uint64_t used = 0;   ///< frame
};

/// Marks taken out: what is said aloud.
[[nodiscard]] std::string spoken(std::string_view rich);

[[nodiscard]] float advance(const Face& face, char32_t c, float ratio);

class TextCache {
 public:
  /// `width` <= 0: one line, broken only at a newline.
  const TextBlock& block(const Fonts& fonts, std::string_view rich, TextStyle style, float width, std::uint64_t frame);
  void clear() { blocks_.clear(); }
  void forget_before(std::uint64_t frame);

 private:
  std::unordered_map<std::uint64_t, TextBlock> blocks_;
};

}  // namespace stoepkrijt::ui
