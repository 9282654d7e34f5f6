// Bars: top, bottom, rail, tabs.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <vector>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {

Ui::TopBarResult Ui::top_bar(std::string_view title, std::string_view back_name, std::string_view read_name,
                             std::string_view language_name, bool pave) {
  TopBarResult out;
  const Rect area = c_.area();
  const float top = area.y < 1 ? c_.in.safe_area.top : 0, button_w = c_.s(48);
  const float left = area.x + (area.x < 1 ? c_.in.safe_area.left : 0);
  const float right = area.x + area.w - (area.x + area.w > c_.in.width - 1 ? c_.in.safe_area.right : 0);
  const float buttons = (read_name.empty() ? 0 : button_w) + (language_name.empty() ? 0 : button_w);
  const float title_x = left + (back_name.empty() ? margin() : c_.s(4) + button_w + c_.s(4));
  const float title_w = right - c_.s(8) - buttons - title_x;
  const float h = std::max(c_.s(64), text_height(title, TextStyle::kH3, title_w) + c_.s(16));
  const Rect r{area.x, area.y, area.w, top + h};
  const Token ink = pave ? Token::kChalk : Token::kInk;
  if (c_.dry == 0) {
    if (!pave) {
      fill(r, Token::kSurface);
      c_.fill({r.x, r.y + r.h - 1, r.w, c_.contrast() ? 2.0F : 1.0F}, color(Token::kLine));
    }
    c_.block(r);
    const NodeId id = a11y::node_id("kit/top");
    c_.node(id, Role::kBanner, {}, r);
    c_.within(id, [&] {
      const float y = r.y + top + (h - button_w) / 2;
      if (!back_name.empty())
        out.back = icon_button("kit/top/back", back_name, assets::kIconArrowLeft, left + c_.s(4), y, false, ink);
      c_.node(a11y::node_id("kit/top/title"), Role::kHeading, title, {title_x, r.y + top, title_w, h}, {.level = 1});
      c_.words_in(title, {title_x, r.y + top, title_w, h}, TextStyle::kH3, color(ink), Align::kLeft);
      float x = right - c_.s(8) - button_w;
      if (!language_name.empty()) x -= button_w;
      if (!read_name.empty())
        out.read_aloud = icon_button("kit/top/read", read_name, assets::kIconVolume, x, y, false, ink);
      if (!language_name.empty())
        out.language =
            icon_button("kit/top/language", language_name, assets::kIconLanguage, x + button_w, y, false, ink);
    });
  }
  c_.col.y = std::max(c_.col.y, r.y + r.h);
  return out;
}

float Ui::desk_bar(std::string_view title, std::string_view words, float left, Fn<void()> right) {
  const Rect area = c_.area();
  left += area.x;
  const float w = area.x + area.w - left, pad = 24;
  // The buttons take the room they need, the words at least a third.
  const float right_w = std::min(c_.flow_width(12, right) + 1, (w - pad - 40) * 0.66F);
  const float buttons_h = measure(right_w, [&] { flow(12, right, Align::kRight); });
  const float words_w = w - right_w - pad - 40;
  const float words_h = text_height(title, TextStyle::kH2, words_w) +
                        (words.empty() ? 0 : text_height(words, TextStyle::kSmall, words_w));
  const float h = std::max({72.0F, buttons_h + 24, words_h + 16});
  c_.col.y = std::max(c_.col.y, area.y + h);
  if (c_.dry > 0) return area.y + h;
  const Rect r{left, area.y, w, h};
  c_.block(r);
  fill(r, Token::kSurface);
  c_.fill({left, r.y + h - 1, w, c_.contrast() ? 2.0F : 1.0F}, color(Token::kLine));
  place({left + pad, r.y + (h - words_h) / 2, words_w, 0}, [&] {
    heading("kit/top/title", 1, title, TextStyle::kH2);
    if (!words.empty()) text("kit/top/words", words, TextStyle::kSmall, {.color = Token::kInk2});
  });
  place({left + w - right_w - 16, r.y + (h - buttons_h) / 2, right_w, 0}, [&] { flow(12, right, Align::kRight); });
  return r.y + h;
}

float Ui::bottom_bar_height() const {
  return std::max(c_.s(76), c_.s(45) + c_.face(TextStyle::kSmallBold).line) + c_.in.safe_area.bottom;
}

namespace {

/// Equal parts as long as every word fits in one; else each word its own width. Negative: the words must be smaller.
std::vector<float> bar_widths(const Ui& ui, std::span<const NavItem> items, float room) {
  const float n = static_cast<float>(items.size());
  const auto widths_in = [&](TextStyle style) {
    std::vector<float> widths;
    for (const NavItem& item : items) widths.push_back(ui.text_width(item.words, style) + 6);
    return widths;
  };
  std::vector<float> widths = widths_in(TextStyle::kSmallBold);
  if (*std::max_element(widths.begin(), widths.end()) <= room / n) return std::vector<float>(items.size(), room / n);
  float sum = std::accumulate(widths.begin(), widths.end(), 0.0F);
  const bool tight = sum > room;
  if (tight) widths = widths_in(TextStyle::kCaption);
  sum = std::accumulate(widths.begin(), widths.end(), 0.0F);
  for (float& w : widths) w = (w + (room - sum) / n) * (tight ? -1.0F : 1.0F);
  return widths;
}

}  // namespace

int Ui::bottom_bar(std::string_view name, std::span<const NavItem> items, int current) {
  int chosen = -1;
  if (c_.dry > 0 || items.empty()) return chosen;
  const float h = bottom_bar_height();
  const Rect r{0, c_.in.height - h, c_.in.width, h};
  c_.block(r);
  fill(r, Token::kSurface);
  c_.fill({0, r.y, r.w, c_.contrast() ? 2.0F : 1.0F}, color(Token::kLine));
  const NodeId id = a11y::node_id("kit/nav");
  c_.node(id, Role::kNavigation, name, r);
  c_.within(id, [&] {
    const std::vector<float> widths = bar_widths(*this, items, r.w - c_.s(16));
    const bool tight = widths.front() < 0;
    const TextStyle style = tight ? TextStyle::kCaption : TextStyle::kSmallBold;
    float x = c_.s(8);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool on = static_cast<int>(i) == current;
      const float w = std::abs(widths[i]);
      const Rect b{x, r.y + c_.s(6), w, h - c_.s(16) - c_.in.safe_area.bottom};
      x += w;
      const Press p = c_.press(items[i].key, Role::kButton, items[i].words, b, {.states = on ? a11y::kCurrent : 0U});
      const float strength = std::max(p.hover * 0.5F, p.hold);
      c_.fill(b, on ? color(Token::kActTint) : color(Token::kSunk).faded(strength), c_.s(14));
      if (on && c_.contrast()) c_.outline(b, rgb(0), 2, c_.s(14));
      const Token ink = on ? Token::kLink : Token::kInk2;
      const std::string words = tight ? std::string(items[i].words) : key("**", items[i].words, "**");
      const float line = line_height(style);
      const float top = b.y + (b.h - c_.s(26) - line + c_.s(2)) / 2;
      icon(items[i].icon, b.x + b.w / 2, top + c_.s(13), c_.s(26), ink);
      c_.words_in(words, {b.x, top + c_.s(25), b.w, line}, style, color(ink), Align::kCentre);
      c_.ring(p, shrink(b, 7), c_.s(8));
      if (p.clicked) chosen = static_cast<int>(i);
    }
  });
  return chosen;
}

float Ui::rail_width() const { return std::max(92.0F, 92.0F * (0.5F + 0.5F * c_.in.text_scale)); }

int Ui::rail(std::string_view name, std::span<const NavItem> items, int current) {
  int chosen = -1;
  if (c_.dry > 0) return chosen;
  const float w = rail_width(), line = line_height(TextStyle::kSmallBold);
  const Rect r{0, 0, w, c_.in.height};
  c_.block(r);
  fill(r, Token::kPave);
  chalk_logo(w / 2 - 22, 14, 44);
  const NodeId id = a11y::node_id("kit/nav");
  c_.node(id, Role::kNavigation, name, r);
  const float h = std::max(68.0F, 44 + line);
  c_.within(id, [&] {
    float y = 72;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool on = static_cast<int>(i) == current;
      if (i + 1 == items.size() && items.size() > 1) y = std::max(y, r.h - h - 10);
      const Rect b{6, y, w - 12, h};
      const Press p = c_.press(items[i].key, Role::kButton, items[i].words, b, {.states = on ? a11y::kCurrent : 0U});
      if (on)
        c_.fill(b, color(Token::kSel), 14);
      else
        c_.fill(b, color(Token::kChalk).faded(0.12F * std::max(p.hover, p.hold)), 14);
      const Color ink = color(on ? Token::kSelOn : Token::kChalk);
      c_.draw_icon(items[i].icon, b.x + b.w / 2, b.y + (h - 28 - line) / 2 + 13, 26, ink);
      c_.words_in(key("**", items[i].words, "**"), {b.x, b.y + (h - 28 - line) / 2 + 28, b.w, line},
                  TextStyle::kSmallBold, ink, Align::kCentre);
      c_.ring(p, shrink(b, 7), 8);
      if (p.clicked) chosen = static_cast<int>(i);
      y += h + 6;
    }
  });
  return chosen;
}

int Ui::tabs(std::string_view k, std::string_view name, std::span<const std::string_view> words, int current) {
  int chosen = -1;
  const NodeId id = a11y::node_id(k);
  const Column start = c_.col;
  const float h = std::max(c_.s(50), line_height(TextStyle::kBodyBold) + c_.s(24));
  c_.node(id, Role::kTabList, name, {start.x, start.y, start.w, h});
  c_.fill({start.x, start.y + h - 2, start.w, 2}, color(Token::kLine));
  c_.within(id, [&] {
    float x = start.x;
    // Tabs share the width when their words would not fit beside each other.
    float wanted = 0;
    for (const std::string_view w : words) wanted += text_width(key("**", w, "**"), TextStyle::kBodyBold) + c_.s(36);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool on = static_cast<int>(i) == current;
      const std::string bold = key("**", words[i], "**");
      const float w = wanted <= start.w ? text_width(bold, TextStyle::kBodyBold) + c_.s(36)
                                        : start.w / static_cast<float>(words.size());
      const Rect r{x, start.y, w, h};
      const Press p =
          c_.press(key(k, "/", std::to_string(i)), Role::kTab, words[i], r, {.states = on ? a11y::kSelected : 0U});
      c_.fill({r.x, r.y, r.w, h - 4}, color(Token::kSunk).faded(std::max(p.hover, p.hold) * 0.8F), 8);
      c_.words_in(bold, r, TextStyle::kBodyBold, color(on ? Token::kLink : Token::kInk2), Align::kCentre);
      if (on) c_.fill({r.x, r.y + h - 4, r.w, 4}, color(Token::kAct));
      c_.ring(p, shrink(r, 7), 6);
      if (p.clicked) chosen = static_cast<int>(i);
      x += w;
    }
  });
  c_.col.y = start.y + h;
  return chosen;
}

}  // namespace stoepkrijt::ui
