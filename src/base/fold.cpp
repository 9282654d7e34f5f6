#include "base/fold.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/utf8.hpp"

namespace stoepkrijt {

namespace {

/// Of U+00C0 to U+00DF; those of U+00E0 to U+00FF are the same. A blank parts words.
constexpr std::array<std::string_view, 32> kLatin1 = {"a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e", "e",
                                                      "e", "i", "i", "i", "i", "d", "n",  "o", "o",  "o", "o",
                                                      "o", " ", "o", "u", "u", "u", "u",  "y", "th", "ss"};

struct Row {
  std::uint16_t last;
  std::string_view letters;
};
/// From U+0100 on, each up to its last.
constexpr std::array<Row, 22> kExtended = {
    {{0x105, "a"}, {0x10D, "c"}, {0x111, "d"}, {0x11B, "e"}, {0x123, "g"}, {0x127, "h"},  {0x131, "i"}, {0x133, "ij"},
     {0x135, "j"}, {0x138, "k"}, {0x142, "l"}, {0x14B, "n"}, {0x151, "o"}, {0x153, "oe"}, {0x159, "r"}, {0x161, "s"},
     {0x167, "t"}, {0x173, "u"}, {0x175, "w"}, {0x178, "y"}, {0x17E, "z"}, {0x17F, "s"}}};

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x60 || c == 0xB4 || c == 0x2BC;
}

class Folder {
 public:
  explicit Folder(std::string& out) : out_(out), start_(out.size()) {}

  void add(char32_t c) {
    if (c >= U'a' && c <= U'z') return letter(static_cast<char>(c));
    if (c >= U'A' && c <= U'Z') return letter(static_cast<char>(c - U'A' + U'a'));
    if (c >= U'0' && c <= U'9') return letter(static_cast<char>(c));
    if (is_apostrophe(c) || (c >= 0x300 && c <= 0x36F) || c == 0xAD) return;
    if (c >= 0xC0 && c <= 0xFF) return latin1(c);
    if (c >= 0x100 && c <= 0x17F) return extended(c);
    if (c < 0xC0 || (c >= 0x2000 && c <= 0x206F) || c == 0xFFFD) {
      gap_ = true;
      return;
    }
    open();
    append_utf8(out_, c);
  }

 private:
  void open() {
    if (gap_ && out_.size() > start_) out_ += ' ';
    gap_ = false;
  }
  void letter(char c) {
    open();
    out_ += c;
  }
  void letters(std::string_view some) {
    if (some == " ") {
      gap_ = true;
      return;
    }
    open();
    out_ += some;
  }
  void latin1(char32_t c) {
    if (c == 0xFF) return letters("y");
    if (c == 0xF7) return letters(" ");
    letters(c == 0xDF ? "ss" : kLatin1[(c - 0xC0) % 32]);
  }
  void extended(char32_t c) {
    for (const Row& row : kExtended) {
      if (c <= row.last) return letters(row.letters);
    }
  }

  std::string& out_;
  std::size_t start_;
  bool gap_ = false;
};

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  Folder folder(out);
  for (std::size_t at = 0; at < text.size();) folder.add(next_code_point(text, at));
}

std::string folded(std::string_view text) {
  std::string out;
  append_folded(out, text);
  return out;
}

}  // namespace stoepkrijt
