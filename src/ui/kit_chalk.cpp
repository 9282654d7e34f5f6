// Chalk drawings: where a person leaves a mark, or where the neighbourhood stands in a process.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {
namespace {

struct Mark {
  std::string_view path;
  std::uint32_t rgb;
  float width;
};
constexpr std::uint32_t kYellow = 0xFFD34D, kPink = 0xFFB3C7, kBlue = 0x9CC8FF, kGreen = 0xA9E5A0, kWhite = 0xFFFFFF;

// View box 370 × 126.
constexpr std::array<Mark, 25> kStreet = {{
    {"M14 120 V62 H20 V52 H26 V42 H33 V33 H45 V42 H52 V52 H58 V62 H64 V120", kWhite, 3.2F},
    {"M24 66 h11 v15 h-11 z M29.5 66 v15", kWhite, 1.8F},
    {"M42 66 h11 v15 h-11 z M47.5 66 v15", kWhite, 1.8F},
    {"M32 120 V96 H46 V120", kYellow, 2.6F},
    {"M33.5 45 h11 v15 h-11 z M39 45 v15", kYellow, 1.8F},
    {"M64 120 V58 C72 56 70 38 88 32 C106 38 104 56 112 58 V120", kPink, 3.2F},
    {"M73 66 h11 v15 h-11 z M78.5 66 v15", kWhite, 1.8F},
    {"M92 66 h11 v15 h-11 z M97.5 66 v15", kWhite, 1.8F},
    {"M81 120 V97 H95 V120", kWhite, 2.6F},
    {"M83 44 a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0", kWhite, 2},
    {"M112 120 V70 L140 44 L168 70 V120 M112 70 H168 M152 54 V40 H160 V62", kBlue, 3.2F},
    {"M120 78 h11 v15 h-11 z M125.5 78 v15", kWhite, 1.8F},
    {"M148 78 h11 v15 h-11 z M153.5 78 v15", kWhite, 1.8F},
    {"M133 120 V97 H147 V120", kPink, 2.6F},
    {"M196 120 V88", kWhite, 3},
    {"M196 90 C176 90 172 70 184 62 C184 46 206 42 211 58 C225 64 218 90 196 90 M190 70 C194 74 198 76 203 72", kGreen,
     3.2F},
    {"M228 104 H276 M230 96 H274 M234 104 V119 M270 104 V119 M232 90 H272", kYellow, 3},
    {"M287 40 a13 13 0 1 0 26 0 a13 13 0 1 0 -26 0", kYellow, 3},
    {"M300 18 V10 M300 62 v8 M278 40 h-8 M322 40 h8 M284 24 l-6 -6 M316 24 l6 -6 M284 56 l-6 6 M316 56 l6 6", kYellow,
     3},
    {"M294 107 a12 12 0 1 0 24 0 a12 12 0 1 0 -24 0", kWhite, 2.6F},
    {"M332 107 a12 12 0 1 0 24 0 a12 12 0 1 0 -24 0", kWhite, 2.6F},
    {"M306 107 L316 87 H335 L344 107 M316 87 L325 107 L335 87 M306 107 H325", kWhite, 2.6F},
    {"M313 82 H320 M316 87 L315 82", kWhite, 2.6F},
    {"M335 87 L332 79 H340", kWhite, 2.6F},
    {"M4 121 C80 119 160 122 240 120 C290 119 330 121 366 120", kWhite, 3},
}};

struct ChalkLetter {
  char c;
  float advance;
  std::string_view path;
};
constexpr std::array<ChalkLetter, 9> kLetters = {{
    {'s', 17, "M15 23 C9 18 3 21 3 26 C4 31 15 30 15 35 C14 41 6 42 2 38"},
    {'t', 15, "M8 9 L8 34 C8 40 12 41 16 38 M2 21 L15 19"},
    {'o', 21, "M11 20 C4 20 2 26 2 30 C2 36 5 40 10 40 C16 40 19 35 19 30 C19 24 16 20 10 20"},
    {'e', 20, "M3 31 L18 29 C18 23 15 20 10 20 C4 20 2 26 2 31 C2 37 6 40 11 40 C14 40 17 38 18 36"},
    {'p', 21, "M4 20 L3 55 M4 27 C6 22 10 20 13 20 C18 20 20 25 20 30 C20 36 16 40 12 40 C8 40 5 37 4 34"},
    {'k', 19, "M4 5 L4 40 M17 20 L5 31 M9 28 L18 40"},
    {'r', 15, "M4 20 L4 40 M4 28 C5 23 9 19 15 21"},
    {'i', 9, "M4 21 L4 40 M4 11 L4.5 12.5"},
    {'j', 11, "M8 21 L8 48 C8 55 2 56 -2 52 M8 11 L8.5 12.5"},
}};

}  // namespace

void Ui::Core::draw_stroke(const Stroke& stroke, float x, float y, Color c, float part) {
  if (dry > 0 || stroke.pieces.size() < 2) return;
  const ImVec4& uv = fonts.grain_uv();
  const auto sections = static_cast<std::uint32_t>(stroke.vertices.size() / 4);
  const auto shown =
      static_cast<std::uint32_t>(std::lround(static_cast<float>(sections) * std::clamp(part, 0.0F, 1.0F)));
  const auto vertex = [&](const ChalkVertex& v) {
    dl->PrimWriteVtx({x + v.x, y + v.y}, {uv.x + (uv.z - uv.x) * v.u, uv.y + (uv.w - uv.y) * v.v},
                     im(c.faded(v.alpha)));
  };
  for (std::size_t i = 0; i + 1 < stroke.pieces.size(); ++i) {
    const std::uint32_t from = stroke.pieces[i], to = std::min(stroke.pieces[i + 1], shown);
    if (to < from + 2) continue;
    const int n = static_cast<int>(to - from);
    dl->PrimReserve((n - 1) * 18, n * 4);
    const ImDrawIdx base = dl->_VtxCurrentIdx;
    for (std::uint32_t j = from * 4; j < to * 4; ++j) vertex(stroke.vertices[j]);
    for (int s = 0; s + 1 < n; ++s) {
      for (int q = 0; q < 3; ++q) {
        const ImDrawIdx a = base + static_cast<ImDrawIdx>(s * 4 + q);
        const auto at = [&](int d) { dl->PrimWriteIdx(a + static_cast<ImDrawIdx>(d)); };
        at(0), at(1), at(5), at(0), at(5), at(4);
      }
    }
  }
}

void Ui::chalk(std::string_view svg_path, Rect view_box, Rect r, Token t, float stroke_width) {
  if (c_.dry > 0) return;
  const float k = std::min(r.w / view_box.w, r.h / view_box.h);
  const Stroke& s =
      c_.chalks.stroke(svg_path, k, stroke_width, static_cast<std::uint32_t>(svg_path.size()) * 2654435761U);
  c_.draw_stroke(s, r.x + (r.w - view_box.w * k) / 2 - view_box.x * k,
                 r.y + (r.h - view_box.h * k) / 2 - view_box.y * k, color(t));
}

void Ui::chalk_street(Rect r) {
  if (!c_.visible(r)) return;
  const float k = std::min(r.w / 370, r.h / 126);
  const float x = r.x + (r.w - 370 * k) / 2, y = r.y + r.h - 126 * k;
  std::uint32_t seed = 4;
  for (const Mark& m : kStreet) {
    ++seed;
    const Color c = c_.contrast() && m.rgb == kYellow ? color(Token::kSel) : rgb(m.rgb);
    c_.draw_stroke(c_.chalks.stroke(m.path, k, m.width, seed), x, y, c);
  }
}

void Ui::chalk_wordmark(float x, float y, float height, Token t) {
  const float k = height / 60;
  float at = 4;
  std::uint32_t seed = 40;
  for (char ch : std::string_view("stoepkrijt")) {
    const auto it = std::find_if(kLetters.begin(), kLetters.end(), [ch](const ChalkLetter& l) { return l.c == ch; });
    if (it == kLetters.end()) continue;
    c_.draw_stroke(c_.chalks.stroke(it->path, k, 4, ++seed), x + at * k, y, color(t));
    at += it->advance + 5;
  }
}

void Ui::chalk_logo(float x, float y, float size) {
  const float k = size / 44;
  c_.draw_stroke(
      c_.chalks.stroke("M5 6 C16 4 30 8 39 5 C41 16 38 30 40 39 C28 41 14 38 5 40 C3 28 6 16 5 6", k, 2.6F, 61), x, y,
      color(Token::kChalk));
  c_.draw_stroke(c_.chalks.stroke("M11 23 C15 27 18 31 20 34 C25 22 32 14 42 4", k, 5, 62), x, y, color(Token::kSel));
}

void Ui::chalk_tree_and_bench(Rect r) {
  if (!c_.visible(r)) return;
  const float k = std::min(r.w / 112, r.h / 124);
  const float x = r.x + (r.w - 112 * k) / 2 - 178 * k, y = r.y + r.h - 124 * k;
  const auto draw = [&](std::string_view path, float w, Token t, std::uint32_t seed) {
    c_.draw_stroke(c_.chalks.stroke(path, k, w, seed), x, y, color(t));
  };
  draw("M196 120 V88", 3, Token::kInk2, 71);
  draw("M196 90 C176 90 172 70 184 62 C184 46 206 42 211 58 C225 64 218 90 196 90", 3.4F, Token::kPos, 72);
  draw("M228 104 H276 M230 96 H274 M234 104 V119 M270 104 V119 M232 90 H272", 3, Token::kTheme2, 73);
}

void Ui::chalk_tick(Rect r, Token t, float width) {
  const float k = r.w / 44;
  c_.draw_stroke(c_.chalks.stroke("M8 23 C12 26 15 31 18 36 C22 24 30 12 42 3", k, width, 81), r.x, r.y, color(t));
}

void Ui::chalk_big_tick(Rect r) {
  if (!c_.visible(r)) return;
  const float k = r.w / 440;
  const float grow = animated("kit/big-tick", true, 0.32F);
  c_.draw_stroke(
      c_.chalks.stroke(
          "M60 52 C160 40 300 62 384 50 C396 150 374 280 388 386 C280 398 160 372 56 388 C44 290 70 160 60 52", k, 9,
          91),
      r.x, r.y, color(Token::kChalk));
  c_.draw_stroke(c_.chalks.stroke("M58 60 C170 48 290 56 380 58", k, 5, 92), r.x, r.y,
                 color(Token::kChalk).faded(0.6F));
  c_.draw_stroke(c_.chalks.stroke("M112 232 C140 252 164 290 186 332 C220 230 288 130 404 46", k, 34, 93), r.x, r.y,
                 color(Token::kSel), grow);
}

}  // namespace stoepkrijt::ui
