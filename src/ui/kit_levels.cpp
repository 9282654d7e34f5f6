// The level picker: five cards with drawn paving and more and more litter. Levels of CROW (beeldkwaliteit): A+ A B C D.
#include <algorithm>
#include <array>
#include <cmath>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {
namespace {

constexpr std::array<std::array<float, 2>, 15> kLitter = {{{22, 40},
                                                           {88, 22},
                                                           {60, 56},
                                                           {40, 16},
                                                           {100, 50},
                                                           {14, 14},
                                                           {74, 38},
                                                           {52, 34},
                                                           {106, 12},
                                                           {30, 60},
                                                           {84, 62},
                                                           {64, 12},
                                                           {10, 54},
                                                           {112, 34},
                                                           {46, 64}}};
constexpr std::array<std::uint32_t, 5> kLitterColors = {0xFFFFFF, 0xD64A35, 0x2C6FA8, 0xF0B64A, 0x3B4248};
constexpr std::array<std::uint32_t, 3> kPavingColors = {0xC6CACC, 0xCBCFD1, 0xC1C6C8};
constexpr std::array<int, 5> kPieces = {0, 2, 5, 9, 15};

void piece(ImDrawList* dl, std::size_t i, ImVec2 at, float k) {
  const ImU32 color = im(rgb(kLitterColors.at(i % 5))), ink = im(rgb(0x17212B));
  if (i % 3 == 1) {
    dl->AddCircleFilled(at, 4.5F * k, color);
    dl->AddCircle(at, 4.5F * k, ink, 0, k);
    return;
  }
  std::array<ImVec2, 4> q{};
  if (i % 3 == 0) {
    const float a = static_cast<float>(i) * 37 * 3.14159265F / 180, ca = std::cos(a), sa = std::sin(a);
    const std::array<ImVec2, 4> box = {ImVec2{-6.5F, -4}, {6.5F, -4}, {6.5F, 4}, {-6.5F, 4}};
    for (std::size_t j = 0; j < 4; ++j)
      q.at(j) = {at.x + (box.at(j).x * ca - box.at(j).y * sa) * k, at.y + (box.at(j).x * sa + box.at(j).y * ca) * k};
    dl->AddConvexPolyFilled(q.data(), 4, color);
  } else {
    q = {ImVec2{at.x - 6 * k, at.y + 3 * k},
         {at.x - k, at.y - 4 * k},
         {at.x + 8 * k, at.y - 3 * k},
         {at.x + 5 * k, at.y + 5 * k}};
    dl->AddConvexPolyFilled(q.data(), 4, color);
  }
  dl->AddPolyline(q.data(), 4, ink, ImDrawFlags_Closed, k);
}

/// `radius` of the upper corners: the first row of stones is cut to it, litter there is left out by the clip.
void paving(Ui::Core& c, const Rect& r, int pieces, float radius) {
  if (!c.visible(r)) return;
  const float k = std::max(r.w / 120, r.h / 72);
  const float x0 = r.x + (r.w - 120 * k) / 2, y0 = r.y + (r.h - 72 * k) / 2;
  c.push_clip(r);
  c.fill(r, rgb(0xB9BEC1), radius, ImDrawFlags_RoundCornersTop);
  for (int row = 0; row < 3; ++row) {
    for (int col = -1; col < 4; ++col) {
      const float x = static_cast<float>(col) * 34 + (row % 2 == 1 ? 17.0F : 0.0F);
      const Rect stone = cut(r, {x0 + (x + 1) * k, y0 + (static_cast<float>(row) * 24 + 1) * k, 32 * k, 22 * k});
      if (empty(stone)) continue;
      const bool left = row == 0 && stone.x < r.x + 2, right = row == 0 && stone.x + stone.w > r.x + r.w - 2;
      const ImDrawFlags corners =
          (left ? ImDrawFlags_RoundCornersTopLeft : 0) | (right ? ImDrawFlags_RoundCornersTopRight : 0);
      const Color color = rgb(kPavingColors.at(static_cast<std::size_t>((col + row + 3) % 3)));
      c.fill(stone, color, corners == 0 ? 1.5F * k : radius, corners);
    }
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(pieces); ++i)
    piece(c.dl, i, {x0 + kLitter.at(i)[0] * k, y0 + kLitter.at(i)[1] * k}, k);
  c.pop_clip();
}

}  // namespace

Level Ui::level_picker(std::string_view k, std::string_view name, std::span<const std::string_view> words,
                       Level chosen) {
  Level out = Level::kNone;
  const std::size_t n = std::min<std::size_t>(5, words.size());
  if (n == 0) return out;
  float widest = 0;
  for (const std::string_view w : words)
    widest = std::max(widest, text_width(key("**", w, "**"), TextStyle::kSmallBold));
  const float g = c_.s(6), pic = c_.s(62), tile = c_.s(40), line = line_height(TextStyle::kSmallBold);
  const float h = pic + c_.s(6) + tile + c_.s(3) + line + c_.s(7);
  const NodeId id = a11y::node_id(k);
  const std::size_t at = c_.node(id, Role::kRadioGroup, name, {});
  const float y0 = c_.col.y;
  c_.within(id, [&] {
    grid(static_cast<int>(n), std::max(c_.s(48), widest + 4) / (c_.s(1) * c_.in.text_scale), g, [&](int i) {
      const auto u = static_cast<std::size_t>(i);
      const Level level = static_cast<Level>(i + 1);
      const bool on = level == chosen;
      const Rect r = take(h);
      static constexpr std::array<std::string_view, 5> kLetters = {"A+", "A", "B", "C", "D"};
      const Press p = c_.press(key(k, "/", kLetters.at(u)), Role::kRadio, key(kLetters.at(u), ", ", words[u]), r,
                               {.states = on ? a11y::kChecked : 0U});
      if (c_.dry > 0) return;
      const float radius = c_.s(14), ring = on ? (c_.contrast() ? 5.0F : 3.0F) : 2;
      c_.fill(r,
              mix(color(on ? Token::kSelTint : Token::kSurface), color(Token::kInk), 0.04F * p.hover + 0.1F * p.hold),
              radius);
      paving(c_, {r.x + ring, r.y + ring, r.w - 2 * ring, pic - ring}, kPieces.at(u), radius - ring);
      c_.outline(r, color(on ? Token::kInk : Token::kBorder), ring, radius);
      level_tile(level, r.x + (r.w - tile) / 2, r.y + pic + c_.s(6), tile);
      c_.words_in(key("**", words[u], "**"), {r.x, r.y + pic + c_.s(9) + tile, r.w, line}, TextStyle::kSmallBold,
                  color(Token::kInk), Align::kCentre);
      if (on) {
        const Rect b{r.x + r.w - c_.s(29), r.y + c_.s(3), c_.s(26), c_.s(26)};
        c_.fill(b, color(Token::kSel), c_.s(8));
        c_.outline(b, color(Token::kSelOn), 2, c_.s(8));
        icon(assets::kIconCheck, b.x + b.w / 2, b.y + b.h / 2, c_.s(18), Token::kSelOn);
      }
      c_.ring(p, r, radius);
      if (p.clicked && !on) out = level;
    });
  });
  if (c_.dry == 0 && at < c_.nodes.size())
    c_.nodes[at].rect = cut({c_.col.x, y0, c_.col.w, c_.col.y - y0}, c_.clips.back());
  return out;
}

}  // namespace stoepkrijt::ui
