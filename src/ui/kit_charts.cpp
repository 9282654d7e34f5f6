// Charts of the results: rows with bars, the rounds on one money axis; codes to scan.
#include <algorithm>
#include <cmath>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"
#include "ui/kit_tones.hpp"

namespace stoepkrijt::ui {

void Ui::chart_row(std::string_view k, int theme, Icon i, std::string_view words, float share,
                   std::string_view amount) {
  const std::string bold = key("**", amount, "**");
  const float amount_w = std::max(c_.s(82), text_width(bold, TextStyle::kSmallBold) + 4), tile = c_.s(27);
  const float words_w = std::min(text_width("Buitenruimte mm", TextStyle::kSmall), c_.col.w * 0.34F);
  const float words_h = text_height(words, TextStyle::kSmall, words_w);
  const bool bars = c_.col.w - tile - words_w - amount_w - 24 > 40;
  const Rect r = take(std::max(c_.s(33), words_h + 8));
  if (c_.dry > 0) return;
  c_.node(a11y::node_id(k), Role::kParagraph, key(words, ": ", amount), r);
  const float mid = r.y + r.h / 2;
  theme_tile(theme, i, r.x, mid - tile / 2, tile);
  const float free_w = bars ? words_w : r.w - tile - amount_w - 16;
  c_.words_in(words, {r.x + tile + 8, r.y, free_w, r.h}, TextStyle::kSmall, color(Token::kInk), Align::kLeft);
  if (bars) {
    const float x = r.x + tile + 8 + words_w + 8, w = r.x + r.w - amount_w - 8 - x, h = c_.s(16);
    if (share > 0)
      c_.fill({x, mid - h / 2, std::max(4.0F, w * share), h}, color(theme_token(theme)), 5);
    else
      c_.fill({x, mid - h / 2, 3, h}, color(theme_token(theme)));
  }
  c_.words_in(bold, {r.x + r.w - amount_w, r.y, amount_w, r.h}, TextStyle::kSmallBold, color(Token::kInk),
              Align::kRight);
}

void Ui::measure_row(std::string_view k, std::string_view words, float share, std::string_view amount, Tone tone) {
  const std::string bold = key("**", amount, "**");
  const float amount_w = text_width(bold, TextStyle::kSmallBold) + 8, words_w = std::min(c_.s(140), c_.col.w * 0.4F);
  const float warn_w = tone == Tone::kNegative ? c_.s(28) : 0;
  const Rect r = take(std::max(c_.s(31), text_height(words, TextStyle::kSmall, words_w) + 8));
  if (c_.dry > 0) return;
  c_.node(a11y::node_id(k), Role::kParagraph, key(words, ": ", amount), r);
  c_.words_in(words, {r.x, r.y, words_w, r.h}, TextStyle::kSmall, color(Token::kInk), Align::kLeft);
  const float h = c_.s(17), x = r.x + words_w + 8;
  const Rect b{x, r.y + (r.h - h) / 2, r.x + r.w - amount_w - warn_w - 8 - x, h};
  const Token t = tone == Tone::kNeutral ? Token::kAct : tone_colors(tone).strong;
  c_.fill(b, color(Token::kSunk), 5);
  c_.fill({b.x, b.y, std::max(6.0F, b.w * std::clamp(share, 0.0F, 1.0F)), b.h}, color(t), 5);
  c_.outline(b, color(Token::kBorder), 1.5F, 5);
  c_.words_in(bold, {r.x + r.w - amount_w - warn_w, r.y, amount_w, r.h}, TextStyle::kSmallBold, color(Token::kInk),
              Align::kRight);
  if (warn_w > 0) icon(assets::kIconAlertTriangle, r.x + r.w - c_.s(11), r.y + r.h / 2, c_.s(22), Token::kNeg);
}

namespace {

struct RoundLook {
  float label = 34, tile = 34, title, votes = 48, person = 112, axis_x, axis_w;
};

void money_bar(Ui& ui, const Ui::RoundRow& row, const Rect& axis, float h) {
  Ui::Core& c = ui.core();
  const float mid = axis.y + axis.h / 2;
  const float from = axis.x + axis.w * row.from, w = std::max(5.0F, axis.w * row.share);
  c.fill({axis.x, mid - 2, axis.w * row.from, 4}, c.color(Token::kBorder).faded(0.45F), 2);
  const Rect b{from, mid - h / 2, w, h};
  c.fill(b, c.color(theme_token(row.theme)), 7);
  if (row.hatched) {
    const Color k = c.color(theme_token(row.theme)), pale = mix(k, rgb(0xFFFFFF), 0.45F);
    c.dl->PushClipRect({b.x + 1, b.y + 1}, {b.x + b.w - 1, b.y + b.h - 1}, true);
    for (float x = b.x - b.h; x < b.x + b.w; x += 14) c.dl->AddLine({x, b.y + b.h}, {x + b.h, b.y}, im(pale), 5);
    c.dl->PopClipRect();
  }
  const std::string bold = key("**", row.amount, "**");
  const float tw = ui.text_width(bold, TextStyle::kSmallBold);
  const bool after = from + w + 8 + tw <= axis.x + axis.w;
  const float x = after ? from + w + 6 : from - tw - 9;
  const Rect plate{x, mid - ui.line_height(TextStyle::kSmall) / 2, tw + 6, ui.line_height(TextStyle::kSmall)};
  c.fill(plate, c.color(Token::kSurface), 4);
  c.words_in(bold, plate, TextStyle::kSmallBold, c.color(Token::kInk), Align::kCentre);
}

void grid_lines(Ui::Core& c, const Rect& axis) {
  for (int i = 0; i <= 6; ++i)
    c.fill({axis.x + axis.w * static_cast<float>(i) / 6, axis.y, 1, axis.h}, c.color(Token::kLine));
}

std::vector<std::vector<std::string>> round_cells(const Ui::RoundTable& head, std::span<const Ui::RoundRow> rows) {
  std::vector<std::vector<std::string>> cells;
  cells.push_back({std::string(head.col_plan), std::string(head.col_votes), std::string(head.col_per_person),
                   std::string(head.to_words)});
  for (const Ui::RoundRow& r : rows)
    cells.push_back(
        {key(r.label, ". ", r.title), std::string(r.votes), std::string(r.per_person), std::string(r.amount)});
  if (!head.left_title.empty()) cells.push_back({std::string(head.left_title), "", "", std::string(head.left_amount)});
  return cells;
}

}  // namespace

void Ui::round_timeline(std::string_view k, const RoundTable& head, std::span<const RoundRow> rows) {
  // Letters grow by text size and kiosk, and the columns of figures with them.
  const float grown = line_height(TextStyle::kSmall) / 22;
  const bool wide = c_.col.w >= 620 * (grown > 1.01F ? grown * 1.3F : 1.0F);
  const float y0 = c_.col.y, x0 = c_.col.x, w0 = c_.col.w;
  const float title_w = wide ? std::clamp(c_.col.w * 0.35F, 200.0F, 320.0F) : c_.col.w - 34 - 42;
  const float axis_x = wide ? 34 + 34 + 10 + title_w + 48 + 112 + 14 : 0;
  const float axis_w = c_.col.w - axis_x - (wide ? 0 : 4);
  const auto bold = [](std::string_view w) { return key("**", w, "**"); };
  const float line = line_height(TextStyle::kSmall);
  Rect r = take(wide ? std::max(34.0F, line + 10) : line + 8);
  if (wide) {
    const float y = r.y + (r.h - line) / 2, votes_x = r.x + 78 + title_w + 48;
    words(bold(head.col_plan), r.x, y, TextStyle::kSmallBold, Token::kInk2);
    icon(assets::kIconUsers, votes_x - 10, y + line / 2, 20, Token::kInk2);
    words(bold(head.col_per_person), votes_x + 112, y, TextStyle::kSmallBold, Token::kInk2, Align::kRight);
  }
  words(head.from_words, r.x + axis_x, r.y + (r.h - line) / 2, TextStyle::kSmall, Token::kInk2);
  words(head.to_words, r.x + r.w, r.y + (r.h - line) / 2, TextStyle::kSmall, Token::kInk2, Align::kRight);
  c_.fill({r.x, r.y + r.h - 2, r.w, 2}, color(Token::kInk));
  for (const RoundRow& row : rows) {
    const std::string title = bold(row.title);
    const float title_h = text_height(title, TextStyle::kBodyBold, title_w);
    r = take(wide ? std::max(52.0F, title_h + 14) : title_h + line + 34 + 22);
    if (c_.dry > 0) continue;
    const Rect axis = wide ? Rect{r.x + axis_x, r.y, axis_w, r.h} : Rect{r.x, r.y + title_h + line + 16, axis_w, 34};
    grid_lines(c_, axis);
    const float top = wide ? r.y : r.y + 8, row_h = wide ? r.h : std::max(title_h, 32.0F);
    c_.words_in(bold(row.label), {r.x, top, 30, row_h}, TextStyle::kBodyBold, color(Token::kInk2), Align::kLeft);
    theme_tile(row.theme, row.icon, r.x + 34, top + (row_h - 32) / 2, 32);
    c_.words_in(title, {r.x + 78, top, title_w, row_h}, TextStyle::kBodyBold, color(Token::kInk), Align::kLeft);
    if (wide) {
      const float votes_x = r.x + 78 + title_w + 48;
      words(row.votes, votes_x, r.y + (r.h - line) / 2, TextStyle::kSmall, Token::kInk2, Align::kRight);
      words(bold(row.per_person), votes_x + 112, r.y + (r.h - line) / 2, TextStyle::kSmallBold, Token::kInk,
            Align::kRight);
    } else {
      icon(assets::kIconUsers, r.x + 88, top + row_h + 2 + line / 2, 20, Token::kInk2);
      words(key(row.votes, "  \xC2\xB7  **", row.per_person, "**"), r.x + 104, top + row_h + 2, TextStyle::kSmall,
            Token::kInk2);
    }
    money_bar(*this, row, axis, wide ? 30 : 24);
    c_.fill({r.x, r.y + r.h - 1, r.w, c_.contrast() ? 2.0F : 1.0F}, color(Token::kLine));
  }
  if (!head.left_title.empty()) {
    r = take(46);
    c_.words_in(bold(head.left_title), {r.x + (wide ? 34.0F : 0.0F), r.y, wide ? axis_x - 34 : r.w * 0.55F, r.h},
                TextStyle::kSmallBold, color(Token::kInk), Align::kLeft);
    const float left_x = wide ? r.x + axis_x + axis_w * head.left_from : r.x + r.w - 40;
    c_.dashed({left_x, r.y + 8, r.x + r.w - left_x, 30}, color(Token::kBorder), 2, 7);
    words(bold(head.left_amount), left_x - 6, r.y + (46 - line) / 2, TextStyle::kSmallBold, Token::kInk, Align::kRight);
  }
  if (c_.dry == 0) table(k, head.name, {x0, y0, w0, c_.col.y - y0}, round_cells(head, rows));
}

namespace {

/// The modules as text, for who draws them without the canvas: "qr <size> <hexadecimal, four modules a digit>".
std::string qr_value(int size, const std::vector<bool>& modules) {
  std::string out = "qr " + std::to_string(size) + " ";
  const std::size_t all = static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
  for (std::size_t i = 0; i < all; i += 4) {
    unsigned digit = 0;
    for (std::size_t bit = 0; bit < 4; ++bit) digit = digit * 2 + (i + bit < all && modules[i + bit] ? 1U : 0U);
    out += "0123456789abcdef"[digit];
  }
  return out;
}

}  // namespace

void Ui::qr(std::string_view k, std::string_view name, int size, const std::vector<bool>& modules) {
  constexpr float kWidest = 320;
  if (size <= 0 || modules.size() < static_cast<std::size_t>(size) * static_cast<std::size_t>(size)) return;
  // Whole device pixels, four modules of quiet zone (ISO/IEC 18004).
  const float ratio = c_.in.pixel_ratio;
  const float room = std::min(c_.col.w, kiosk() ? 2 * kWidest : kWidest);
  const float module = std::max(1.0F, std::floor(room * ratio / static_cast<float>(size + 8))) / ratio;
  const float side = module * static_cast<float>(size + 8);
  const Rect r = take(side);
  if (c_.dry > 0) return;
  const auto snap = [&](float v) { return std::round(v * ratio) / ratio; };
  const Rect card{snap(r.x + (r.w - side) / 2), snap(r.y), side, side};
  c_.node(a11y::node_id(k), Role::kImage, name, card, {.value = qr_value(size, modules)});
  c_.fill(card, rgb(0xFFFFFF), 4);
  const float x0 = card.x + 4 * module, y0 = card.y + 4 * module;
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      if (!modules[static_cast<std::size_t>(y * size + x)]) continue;
      int run = 1;
      while (x + run < size && modules[static_cast<std::size_t>(y * size + x + run)]) ++run;
      c_.fill({x0 + static_cast<float>(x) * module, y0 + static_cast<float>(y) * module,
               static_cast<float>(run) * module, module},
              rgb(0x000000));
      x += run - 1;
    }
  }
}

}  // namespace stoepkrijt::ui
