#include "ui/rich_text.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.hpp"

namespace stoepkrijt::ui {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kWordJoiner = 0x2060;

struct Letter {
  char32_t c = 0;
  bool bold = false, accent = false;
  float advance = 0;
};

/// `each(letter)` for what is drawn; marks (**, ==, backslash) are taken out.
template <typename F>
void parse(std::string_view rich, F&& each) {
  bool bold = false, accent = false;
  for (std::size_t at = 0; at < rich.size();) {
    const std::string_view rest = rich.substr(at);
    if (rest.size() >= 2 && rest[0] == '\\' && (rest[1] == '*' || rest[1] == '=' || rest[1] == '\\')) {
      each(Letter{static_cast<char32_t>(static_cast<unsigned char>(rest[1])), bold, accent, 0});
      at += 2;
    } else if (rest.starts_with("**")) {
      bold = !bold;
      at += 2;
    } else if (rest.starts_with("==")) {
      accent = !accent;
      at += 2;
    } else {
      const char32_t c = next_code_point(rich, at);
      if (c != kWordJoiner) each(Letter{c, bold || accent, accent, 0});
    }
  }
}

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

class Breaker {
 public:
  Breaker(const Fonts& fonts, TextStyle style, float width)
      : fonts_(fonts), regular_(fonts.face(style)), bold_(fonts.face(bold_of(style))), width_(width) {}

  TextBlock run(std::string_view rich) {
    parse(rich, [&](Letter l) {
      l.advance = l.c == '\n' ? 0 : ui::advance(l.bold ? bold_ : regular_, l.c, fonts_.ratio());
      letters_.push_back(l);
    });
    std::size_t begin = 0;
    while (begin < letters_.size()) begin = line_from(begin);
    if (block_.lines.empty()) block_.lines.emplace_back();
    block_.height = static_cast<float>(block_.lines.size()) * regular_.line;
    for (const Line& l : block_.lines) block_.width = std::max(block_.width, l.width);
    return std::move(block_);
  }

 private:
  /// A line may end after the letter at i.
  [[nodiscard]] bool may_break_after(std::size_t i) const {
    const char32_t c = letters_[i].c;
    if (c == ' ' || c == kSoftHyphen) return true;
    const bool dash = c == '-' || c == '/' || c == 0x2013;
    return dash && i > 0 && i + 1 < letters_.size() && is_letter(letters_[i - 1].c) && is_letter(letters_[i + 1].c);
  }

  std::size_t line_from(std::size_t begin) {
    float x = 0;
    std::size_t last_break = begin;  // one past the letter after which the line may end; begin: none yet
    for (std::size_t i = begin; i < letters_.size(); ++i) {
      const Letter& l = letters_[i];
      if (l.c == '\n') {
        add_line(begin, i, false);
        return i + 1;
      }
      const float w = l.c == kSoftHyphen ? 0 : l.advance;
      const float needed = l.c == ' ' ? 0 : l.c == kSoftHyphen ? hyphen() : w;
      if (width_ > 0 && x + needed > width_ + 0.01F && i > begin) {
        if (last_break > begin) {
          add_line(begin, last_break, letters_[last_break - 1].c == kSoftHyphen);
          return last_break;
        }
        if (l.c != kSoftHyphen) {
          block_.broke_word = true;
          const std::size_t at = syllable_before(begin, i);
          add_line(begin, at, at != i || is_letter(l.c));
          return at;
        }
      }
      x += w;
      if (may_break_after(i)) last_break = i + 1;
    }
    add_line(begin, letters_.size(), false);
    return letters_.size();
  }

  [[nodiscard]] bool vowel(std::size_t i) const {
    constexpr std::u32string_view kVowels =
        U"aeiouyAEIOUY\u00e0\u00e1\u00e2\u00e4\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f2\u00f3\u00f4\u00f6"
        U"\u00f9\u00fa\u00fb\u00fc";
    return i < letters_.size() && kVowels.find(letters_[i].c) != std::u32string_view::npos;
  }
  /// Consonants that begin a Dutch syllable together.
  [[nodiscard]] bool onset(std::size_t i) const {
    constexpr std::array<std::u32string_view, 26> kOnsets = {
        U"sl", U"st", U"sp", U"tr", U"dr", U"br", U"kr", U"pr", U"vr", U"gr", U"wr", U"bl", U"kl",
        U"pl", U"vl", U"gl", U"fl", U"fr", U"ch", U"kw", U"zw", U"tw", U"kn", U"sn", U"sm", U"th"};
    const std::u32string pair = {letters_[i].c, letters_[i + 1].c};
    return std::find(kOnsets.begin(), kOnsets.end(), pair) != kOnsets.end();
  }
  /// A word wider than the box: the last place before `limit` where a syllable begins and the hyphen still fits.
  /// One consonant goes with the vowel after it, of more the last (or a pair that begins words). `limit`: none.
  [[nodiscard]] std::size_t syllable_before(std::size_t begin, std::size_t limit) const {
    std::size_t end = limit;
    while (end < letters_.size() && is_letter(letters_[end].c)) ++end;
    float x = 0;
    std::size_t best = limit;
    bool letters_only = true, had_vowel = false;
    for (std::size_t i = begin; i < limit; ++i) {
      const bool starts = i > begin + 1 && end - i >= 2 && had_vowel && !vowel(i) && letters_only &&
                          is_letter(letters_[i].c) &&
                          (vowel(i + 1) ? vowel(i - 1) || !onset(i - 1) : i + 2 < end && onset(i) && vowel(i + 2));
      if (starts && x + hyphen() <= width_) best = i;
      had_vowel = had_vowel || vowel(i);
      letters_only = letters_only && is_letter(letters_[i].c);
      x += letters_[i].advance;
    }
    if (best == limit && is_letter(letters_[limit].c)) {
      // No syllable: at least the hyphen must fit.
      while (best > begin + 1 && x + hyphen() > width_) x -= letters_[--best].advance;
    }
    return best;
  }
  [[nodiscard]] float hyphen() const { return ui::advance(regular_, '-', fonts_.ratio()); }

  void add_line(std::size_t begin, std::size_t end, bool with_hyphen) {
    while (end > begin && letters_[end - 1].c == ' ') --end;
    Line line;
    float x = 0;
    const auto put = [&](const Letter& l) {
      if (line.stretches.empty() || line.stretches.back().bold != l.bold || line.stretches.back().accent != l.accent) {
        line.stretches.push_back({{}, x, 0, l.bold, l.accent});
      }
      line.stretches.back().letters.push_back(l.c);
      line.stretches.back().width += l.advance;
      x += l.advance;
    };
    for (std::size_t i = begin; i < end; ++i) {
      if (letters_[i].c != kSoftHyphen) put(letters_[i]);
    }
    if (with_hyphen) put({U'-', letters_[end - 1].bold, letters_[end - 1].accent, hyphen()});
    line.width = x;
    block_.lines.push_back(std::move(line));
  }

  const Fonts& fonts_;
  const Face& regular_;
  const Face& bold_;
  float width_;
  std::vector<Letter> letters_;
  TextBlock block_;
};

}  // namespace

float advance(const Face& face, char32_t c, float ratio) {
  if (face.digit > 0 && is_digit(c)) return face.digit;
  if (c == 0xA0) c = ' ';
  return face.font->GetCharAdvance(static_cast<ImWchar>(c)) / ratio + face.tracking;
}

std::string spoken(std::string_view rich) {
  std::string out;
  parse(rich, [&](Letter l) {
    if (l.c != kSoftHyphen) append_utf8(out, l.c == '\n' ? U' ' : l.c);
  });
  return out;
}

const TextBlock& TextCache::block(const Fonts& fonts, std::string_view rich, TextStyle style, float width,
                                  std::uint64_t frame) {
  std::uint64_t h = 1469598103934665603ULL;
  const auto add = [&h](std::uint64_t v) { h = (h ^ v) * 1099511628211ULL; };
  for (char c : rich) add(static_cast<unsigned char>(c));
  std::uint32_t bits = 0;
  std::memcpy(&bits, &width, sizeof bits);
  add(0x1000U + static_cast<std::uint64_t>(style));
  add(bits);
  add(rich.size() + 0x10000U);
  auto it = blocks_.find(h);
  if (it == blocks_.end()) it = blocks_.emplace(h, Breaker(fonts, style, width).run(rich)).first;
  it->second.used = frame;
  return it->second;
}

void TextCache::forget_before(std::uint64_t frame) {
  std::erase_if(blocks_, [frame](const auto& e) { return e.second.used < frame; });
}

}  // namespace stoepkrijt::ui
