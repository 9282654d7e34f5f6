// Buttons, links and chips.
#include <algorithm>
#include <cmath>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {
namespace {

constexpr Color kBlack = rgb(0x000000);

struct Paint {
  Color ground, words, ring;
  float foot = 0;  ///< darkness of the foot, 0: none
};

Paint paint_of(const Ui::Core& c, const ButtonStyle& style, const Press& p) {
  const auto t = [&](Token token) { return c.color(token); };
  if (style.disabled) return {t(Token::kSunk), t(Token::kInk2), t(Token::kBorder), 0};
  switch (style.kind) {
    case ButtonKind::kPrimary:
      return {mix(mix(t(Token::kAct), t(Token::kActHover), p.hover), t(Token::kActActive), p.hold),
              t(Token::kActOn),
              {0, 0, 0, 0},
              0.20F};
    case ButtonKind::kChoice:
      return {mix(t(Token::kSel), kBlack, 0.05F * p.hover + 0.10F * p.hold), t(Token::kSelOn), {0, 0, 0, 0}, 0.16F};
    case ButtonKind::kDanger:
      return {mix(t(Token::kNeg), kBlack, 0.12F * p.hover + 0.2F * p.hold), t(Token::kOnSolid), {0, 0, 0, 0}, 0.20F};
    case ButtonKind::kSecondary:
      return {mix(t(Token::kSurface), t(Token::kActTint), std::max(p.hover, p.hold)), t(Token::kLink), t(Token::kAct),
              0};
    case ButtonKind::kQuiet:
      break;
  }
  return {t(Token::kActTint).faded(std::max(p.hover, p.hold)), t(Token::kLink), {0, 0, 0, 0}, 0};
}

void draw_ground(Ui::Core& c, const Rect& r, float radius, const Paint& paint, float hold) {
  const float foot = c.s(3);
  if (paint.foot > 0) {
    c.fill(r, mix(paint.ground, kBlack, paint.foot), radius);
    // The foot moves from the bottom to the top while it is held.
    const float top = std::round(foot * hold);
    c.fill({r.x, r.y + top, r.w, r.h - foot}, paint.ground, radius);
  } else {
    c.fill(r, paint.ground, radius);
    if (paint.ring.a > 0) c.outline(r, paint.ring, c.in.kiosk ? 3 : 2, radius);
  }
}

}  // namespace

bool Ui::button(std::string_view k, std::string_view words, const ButtonStyle& style) {
  const bool told = style.disabled && !style.reason.empty();
  const bool reason = told && !style.keeps_words;
  const std::string_view shown = style.bare ? std::string_view{} : reason ? style.reason : words;
  const std::string rich = shown.empty() ? std::string() : key("**", shown, "**");
  const float icon_size = c_.i(24), gap_w = c_.s(10);
  const bool has_icon = style.icon != 0 && (style.bare || !reason);
  const float icon_w = has_icon ? icon_size + (shown.empty() ? 0 : gap_w) : 0;
  float pad = c_.s(style.small ? 16 : 20);
  const float wide = c_.block_of(rich, TextStyle::kButton, 0).width;
  const float own = style.width > 0 ? style.width : wide + icon_w + 2 * pad + 1;
  const float box_w = style.width > 0                 ? std::min(style.width, c_.col.w)
                      : style.width < 0 || c_.flow.on ? std::min(own, c_.col.w)
                                                      : c_.col.w;
  if (box_w < own) pad = c_.s(10);
  const float words_w = std::max(1.0F, box_w - 2 * pad - icon_w);
  const TextBlock& b = c_.block_of(rich, TextStyle::kButton, wide <= words_w ? 0 : words_w);
  const float least = kiosk() ? (style.small ? 72.0F : 104.0F) : style.small ? 48.0F : 56.0F;
  const float h = std::max(least, b.height + c_.s(style.small ? 16 : 24));
  const Rect r = c_.room(box_w, h, style.width == 0);
  if (c_.dry > 0) return false;
  const Press p = c_.press(
      k, Role::kButton, words, r,
      {.states = (style.disabled ? a11y::kDisabled : 0U) | (style.kind == ButtonKind::kPrimary ? a11y::kPrimary : 0U) |
                 (style.kind == ButtonKind::kDanger ? a11y::kDanger : 0U),
       .description = told ? style.reason : style.description});
  const float radius = kiosk() ? 22 : style.small ? 12.0F : 14.0F;
  const Paint paint = paint_of(c_, style, p);
  if (style.floating) c_.shadow(r, radius, 2);
  draw_ground(c_, r, radius, paint, p.hold);
  const float total = b.width + icon_w;
  const float x = r.x + (r.w - total) / 2, y = r.y - (paint.foot > 0 ? 1 : 0) + std::round(p.hold);
  const bool right = style.icon_right && has_icon;
  if (has_icon)
    c_.draw_icon(style.icon, right ? x + total - icon_size / 2 : x + icon_size / 2, y + r.h / 2, icon_size,
                 paint.words);
  c_.draw_block(b, right ? x : x + icon_w, y + (r.h - b.height) / 2, b.width, TextStyle::kButton, paint.words,
                paint.words, Align::kCentre);
  c_.ring(p, r, radius);
  return p.clicked;
}

bool Ui::icon_button(std::string_view k, std::string_view name, Icon i, float x, float y, bool plate, Token t) {
  const float size = c_.s(48);
  const Rect r{x, y, size, size};
  const Press p = c_.press(k, Role::kButton, name, r);
  if (c_.dry > 0) return false;
  const float radius = c_.s(plate ? 14 : 12), strength = std::max(p.hover * 0.7F, p.hold);
  if (plate) {
    c_.shadow(r, radius, 2);
    c_.fill(r, mix(color(Token::kSurface), color(Token::kSunk), strength), radius);
    if (c_.contrast()) c_.outline(r, rgb(0), 2, radius);
  } else {
    c_.fill(r, color(t).faded(0.10F * strength), radius);
  }
  c_.draw_icon(i, x + size / 2, y + size / 2 + std::round(p.hold), std::min(c_.i(26), size - 10), color(t));
  c_.ring(p, r, radius);
  return p.clicked;
}

bool Ui::link_row(std::string_view k, std::string_view words, Icon right_icon) {
  const std::string rich = key("**", words, "**");
  const float icon_w = c_.i(32);
  const TextBlock& b = c_.block_of(rich, TextStyle::kBodyBold, c_.col.w - icon_w);
  const Rect r = c_.room(c_.col.w, std::max(c_.s(52), b.height + c_.s(20)));
  const Press p = c_.press(k, Role::kButton, words, r);
  if (c_.dry > 0) return false;
  const Rect wide{r.x - 8, r.y, r.w + 16, r.h};
  c_.fill(wide, color(Token::kActTint).faded(std::max(p.hover, p.hold)), c_.s(10));
  const Color ink = color(Token::kLink);
  c_.draw_block(b, r.x, r.y + (r.h - b.height) / 2, b.width, TextStyle::kBodyBold, ink, ink, Align::kLeft);
  c_.draw_icon(right_icon == 0 ? assets::kIconChevronRight : right_icon, r.x + r.w - c_.i(12), r.y + r.h / 2, c_.i(24),
               ink);
  c_.ring(p, r, c_.s(10));
  return p.clicked;
}

bool Ui::link(std::string_view k, std::string_view words, Icon left_icon) {
  const std::string rich = key("**", words, "**");
  const float icon_w = left_icon == 0 ? 0 : c_.i(28);
  const float wide = text_width(rich, TextStyle::kBodyBold);
  const TextBlock& b = c_.block_of(rich, TextStyle::kBodyBold, wide + icon_w <= c_.col.w ? 0 : c_.col.w - icon_w);
  const Rect r = c_.room(std::max(c_.s(48), b.width + icon_w), std::max(c_.s(48), b.height + c_.s(12)), false);
  const Press p = c_.press(k, Role::kButton, words, r);
  if (c_.dry > 0) return false;
  c_.fill({r.x - 8, r.y, r.w + 16, r.h}, color(Token::kActTint).faded(std::max(p.hover, p.hold)), c_.s(10));
  const Color ink = color(Token::kLink);
  c_.draw_icon(left_icon, r.x + c_.i(11), r.y + r.h / 2, c_.i(22), ink);
  c_.draw_block(b, r.x + icon_w, r.y + (r.h - b.height) / 2, b.width, TextStyle::kBodyBold, ink, ink, Align::kLeft);
  c_.ring(p, r, c_.s(10));
  return p.clicked;
}

namespace {

struct ChipLook {
  Color ground, ring, words;
  Icon left = 0, right = 0;
  const Kind* kind = nullptr;
  bool lifted = false;
};

bool draw_chip(Ui& ui, std::string_view k, std::string_view words, bool on, const ChipLook& look) {
  Ui::Core& c = ui.core();
  const std::string rich = key("**", words, "**");
  const float left_w = look.kind != nullptr ? c.i(28) : look.left != 0 ? c.i(words.empty() ? 20 : 26) : 0;
  const float right_w = look.right != 0 ? c.i(26) : 0, pad = c.s(look.kind != nullptr ? 12 : 16);
  const float most = c.col.w - 2 * pad - left_w - right_w;
  const float wide = ui.text_width(rich, TextStyle::kSmallBold);
  const TextBlock& b = c.block_of(rich, TextStyle::kSmallBold, wide <= most ? 0 : most);
  const Rect r =
      c.room(b.width + 2 * pad + left_w + right_w, std::max(c.in.kiosk ? 72.0F : 48.0F, b.height + c.s(16)), false);
  const Press p = c.press(k, Role::kToggle, words, r, {.states = on ? a11y::kPressed : 0U});
  if (c.dry > 0) return false;
  const float radius = r.h / 2;
  if (look.lifted) c.shadow(r, radius, 1);
  c.fill(r, mix(look.ground, look.words, 0.08F * p.hover + 0.14F * p.hold), radius);
  c.outline(r, look.ring, c.in.kiosk ? 3 : 2, radius);
  const float y = r.y + r.h / 2;
  if (look.kind != nullptr)
    ui.marker(*look.kind, 0, r.x + pad - c.s(2), y - c.i(13), c.i(26));
  else
    c.draw_icon(look.left, r.x + pad + c.i(10), y, c.i(20), look.words);
  c.draw_block(b, r.x + pad + left_w, y - b.height / 2, b.width, TextStyle::kSmallBold, look.words, look.words,
               Align::kLeft);
  c.draw_icon(look.right, r.x + r.w - pad - c.i(9), y, c.i(20), look.words);
  c.ring(p, r, radius);
  return p.clicked;
}

}  // namespace

bool Ui::chip(std::string_view k, std::string_view words, Icon i, bool on) {
  const Token ground = on ? Token::kInk : Token::kSurface;
  return draw_chip(
      *this, k, words, on,
      {color(ground), color(on ? Token::kInk : Token::kBorder), color(on ? Token::kSurface : Token::kInk), i});
}
bool Ui::kind_chip(std::string_view k, std::string_view words, Kind kind, bool on) {
  return draw_chip(*this, k, words, on,
                   {color(Token::kSurface), color(on ? Token::kInk : Token::kBorder),
                    color(on ? Token::kInk : Token::kInk2), 0, on ? assets::kIconCheck : Icon{0}, &kind, true});
}
bool Ui::pave_chip(std::string_view k, std::string_view words, Icon i, bool on) {
  return draw_chip(*this, k, words, on,
                   {on ? color(Token::kChalk) : color(Token::kPave), on ? color(Token::kChalk) : color(Token::kChalk2),
                    color(on ? Token::kPave : Token::kChalk), i});
}

bool Ui::key_cap(std::string_view k, std::string_view words, std::string_view name) {
  const Rect r = c_.room(c_.s(56), kiosk() ? 106.0F : 56.0F);
  const Press p = c_.press(k, Role::kButton, name, r);
  if (c_.dry > 0) return false;
  const float radius = c_.s(9), foot = c_.s(3);
  c_.fill(r, mix(color(Token::kSurface), color(Token::kSunk), std::max(p.hover * 0.6F, p.hold)), radius);
  c_.fill({r.x + 2, r.y + r.h - foot - 2, r.w - 4, foot}, color(Token::kLine), 2);
  c_.outline(r, color(Token::kBorder), 2, radius);
  c_.words_in(words, {r.x, r.y - foot / 2 + std::round(p.hold), r.w, r.h}, TextStyle::kH2, color(Token::kInk),
              Align::kCentre);
  c_.ring(p, r, radius);
  return p.clicked;
}

bool Ui::add_tile(std::string_view k, std::string_view words, Icon i, float h) {
  const std::string rich = key("**", words, "**");
  const float words_h = text_height(rich, TextStyle::kSmallBold, c_.col.w - 16);
  const Rect r = c_.room(c_.col.w, std::max(h, words_h + c_.s(52)));
  const Press p = c_.press(k, Role::kButton, words, r);
  if (c_.dry > 0) return false;
  c_.fill(r, color(Token::kActTint).faded(std::max(p.hover, p.hold)), c_.s(14));
  c_.dashed(r, color(Token::kBorder), 2, c_.s(14));
  const float top = r.y + (r.h - c_.s(28) - words_h) / 2;
  icon(i, r.x + r.w / 2, top + c_.s(12), c_.s(26), Token::kLink);
  c_.words_in(rich, {r.x + 8, top + c_.s(28), r.w - 16, words_h}, TextStyle::kSmallBold, color(Token::kLink),
              Align::kCentre);
  c_.ring(p, r, c_.s(14));
  return p.clicked;
}

}  // namespace stoepkrijt::ui
