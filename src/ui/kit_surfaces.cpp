// Cards, sheets, dialogs, boxes and toasts.
#include <algorithm>
#include <cmath>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"
#include "ui/kit_tones.hpp"

namespace stoepkrijt::ui {
namespace {

constexpr double kToastSeconds = 8;

void card_ground(Ui::Core& c, const Rect& r, const CardStyle& style, float hover) {
  const float radius = c.s(style.radius);
  c.shadow(r, radius, style.elevation);
  const Color ground = c.color(style.chosen ? Token::kSelTint : style.fill);
  c.fill(r, mix(ground, c.color(Token::kInk), hover * 0.04F), radius);
  if (style.chosen)
    c.outline(r, c.contrast() ? rgb(0) : c.color(Token::kInk), c.contrast() ? 5 : 2, radius);
  else if (c.contrast())
    c.outline(r, rgb(0), 2, radius);
  else if (style.border)
    c.outline(r, c.color(Token::kLine), 1, radius);
}

}  // namespace

void Ui::card(std::string_view k, const CardStyle& style, Fn<void()> content) {
  const float pad = c_.s(style.padding);
  const float h = std::max(c_.measured(a11y::node_id(k), c_.col.w - 2 * pad, content) + 2 * pad, style.min_height);
  const Rect r = c_.room(c_.col.w, h);
  if (c_.dry > 0) return;
  card_ground(c_, r, style, 0);
  place({r.x + pad, r.y + pad, r.w - 2 * pad, 0}, content);
}

bool Ui::card_button(std::string_view k, std::string_view name, const CardStyle& style, Fn<void()> content) {
  const float pad = c_.s(style.padding);
  const float h =
      std::max({c_.measured(a11y::node_id(k), c_.col.w - 2 * pad, content) + 2 * pad, style.min_height, c_.s(48)});
  const Rect r = c_.room(c_.col.w, h);
  if (c_.dry > 0) return false;
  const Press p = c_.press(k, Role::kButton, name, r);
  card_ground(c_, r, style, std::max(p.hover * 0.7F, p.hold * 1.6F));
  ++c_.quiet;
  place({r.x + pad, r.y + pad + std::round(p.hold), r.w - 2 * pad, 0}, content);
  --c_.quiet;
  c_.ring(p, r, c_.s(style.radius));
  return p.clicked;
}

float Ui::bottom_sheet(std::string_view k, std::string_view name, bool grip, Fn<void()> content) {
  const Rect area = c_.area();
  const float side = margin(), bottom = c_.area_bottom_inset();
  const float head = grip ? c_.s(25) : c_.s(14);
  const float max_w = std::min(area.w, kiosk() ? area.w : 640.0F);
  const float x = area.x + (area.w - max_w) / 2;
  const float content_h = c_.measured(a11y::node_id(k), max_w - 2 * side, content);
  const float most = area.h - c_.s(56);
  const float h = std::min(head + content_h + c_.s(16) + bottom, most);
  const Rect r{x, area.y + area.h - h, max_w, h};
  if (c_.dry > 0) return r.y;
  c_.sheet_top = r.y;
  c_.block(r);
  c_.shadow(r, c_.s(24), 3);
  c_.fill({r.x, r.y, r.w, r.h}, color(Token::kSurface), c_.s(24), ImDrawFlags_RoundCornersTop);
  if (c_.contrast()) c_.outline({r.x, r.y, r.w, r.h + 4}, rgb(0), 2, c_.s(24), ImDrawFlags_RoundCornersTop);
  if (grip) c_.fill({r.x + r.w / 2 - c_.s(22), r.y + c_.s(10), c_.s(44), c_.s(5)}, color(Token::kBorder), c_.s(2.5F));
  const Rect in{r.x + side, r.y + head, r.w - 2 * side, h - head - bottom};
  region(key(k, "/region"), Role::kRegion, name, r, [&] {
    if (h >= most)
      scroll(key(k, "/scroll"), {r.x, in.y, r.w, in.h}, [&] {
        inset(side, content);
        gap(c_.s(16));
      });
    else
      place({in.x, in.y, in.w, 0}, content);
  });
  return r.y;
}

float Ui::sheet(std::string_view k, std::string_view name, Fn<void()> content) {
  if (layout() == Layout::kPhone || layout() == Layout::kKioskPortrait) return bottom_sheet(k, name, true, content);
  const Rect area = c_.area();
  const float w = std::min(340 * std::max(1.0F, c_.in.text_scale * 0.8F), area.w * 0.5F);
  // Below the bar of the page when there is one.
  const float top = std::clamp(c_.col.y, area.y, area.y + 96);
  const Rect r{area.x + area.w - w, top, w, area.y + area.h - top};
  if (c_.dry > 0) return r.x;
  c_.block(r);
  c_.fill(r, color(Token::kDoc));
  c_.fill({r.x, r.y, c_.contrast() ? 2.0F : 1.0F, r.h}, color(Token::kLine));
  region(key(k, "/region"), Role::kRegion, name, r, [&] {
    scroll(key(k, "/scroll"), r, [&] {
      gap(14);
      inset(14, content);
      gap(14);
    });
  });
  return r.x;
}

bool Ui::dialog(std::string_view k, std::string_view title, std::string_view words, const DialogStyle& style,
                Fn<void()> content) {
  if (c_.dry > 0) return true;
  const NodeId id = a11y::node_id(k);
  const Rect all = screen();
  const float fade = animated(key(k, "/fade"), true, 0.16F);
  c_.block(all);
  c_.hits.push_back({id ^ 0x77777777U, all, HitKind::kWidget});  // the ground: choosing it closes
  c_.fill(all, rgb(0x0B1015).faded(0.55F * fade));
  const float pad = c_.s(18), w = std::min(c_.s(style.max_width), all.w - 2 * margin());
  const auto inside_words = [&] {
    heading(key(k, "/title"), 2, title, TextStyle::kH2);
    if (!words.empty()) {
      gap(c_.s(6));
      text(key(k, "/words"), words);
    }
    gap(c_.s(14));
    content();
  };
  const float inner = c_.measured(id, w - 2 * pad, inside_words);
  const float h = std::min(inner + 2 * pad, all.h - 2 * margin());
  const Rect r{(all.w - w) / 2, (all.h - h) / 2, w, h};
  c_.block(r);
  c_.shadow(r, c_.s(18), 3);
  c_.fill(r, color(Token::kSurface), c_.s(18));
  if (c_.contrast()) c_.outline(r, rgb(0), 2, c_.s(18));
  c_.node(id, Role::kDialog, title, r, {.states = a11y::kModal, .description = style.description});
  c_.within(id, [&] {
    if (inner + 2 * pad > h + 1)
      scroll(key(k, "/scroll"), shrink(r, 2), [&] {
        gap(pad - 2);
        inset(pad - 2, inside_words);
        gap(pad);
      });
    else
      place({r.x + pad, r.y + pad, w - 2 * pad, 0}, inside_words);
  });
  const bool closed = c_.dismiss || c_.p.clicked == (id ^ 0x77777777U);
  c_.dismiss = false;
  if (!c_.modal_last) c_.focus_request = a11y::node_id(key(k, "/title"));
  c_.modal_now = true;
  return !closed;
}

void Ui::box(std::string_view k, Tone tone, Icon i, std::string_view title, std::string_view words,
             Fn<void()> content) {
  const ToneColors t = tone_colors(tone);
  const float pad_x = c_.s(16), pad_y = c_.s(14), bar = c_.s(6);
  const auto inner = [&] {
    ++c_.quiet;  // the box itself bears these words: nobody hears them twice
    icon_line(key(k, "/title"), i, t.words, key("**", title, "**"), TextStyle::kBodyBold, {.color = t.words});
    --c_.quiet;
    if (!words.empty()) {
      gap(c_.s(4));
      text(key(k, "/words"), words);
    }
    content();
  };
  const NodeId id = a11y::node_id(k);
  const float w = c_.col.w - 2 * pad_x - bar;
  const Rect r = c_.room(c_.col.w, c_.measured(id, w, inner) + 2 * pad_y);
  if (c_.dry > 0) return;
  const float radius = c_.s(12);
  c_.fill({r.x, r.y, bar + radius, r.h}, color(t.strong), radius, ImDrawFlags_RoundCornersLeft);
  c_.fill({r.x + bar, r.y, r.w - bar, r.h}, color(t.tint), radius, ImDrawFlags_RoundCornersRight);
  if (c_.contrast()) c_.outline(r, color(t.strong), 2, radius);
  c_.node(id,
          tone == Tone::kNegative   ? Role::kAlert
          : tone == Tone::kPositive ? Role::kStatus
                                    : Role::kGroup,
          title, r);
  c_.within(id, [&] { place({r.x + bar + pad_x, r.y + pad_y, w, 0}, inner); });
}

void Ui::note(std::string_view k, Tone tone, Icon i, std::string_view rich) {
  const ToneColors t = tone_colors(tone);
  const float pad_x = c_.s(14), pad_y = c_.s(10);
  const auto inner = [&] { icon_line(k, i, t.words, rich); };
  const Rect r = c_.room(c_.col.w, c_.measured(a11y::node_id(k), c_.col.w - 2 * pad_x, inner) + 2 * pad_y);
  if (c_.dry > 0) return;
  c_.fill(r, color(t.tint), c_.s(14));
  place({r.x + pad_x, r.y + pad_y, r.w - 2 * pad_x, 0}, inner);
}

bool Ui::toast(std::string_view k, std::string_view words, std::string_view action, double shown_at, float bottom) {
  const double age = c_.in.now_s - shown_at;
  if (c_.dry > 0 || age < 0 || age >= kToastSeconds) return false;
  c_.wake_after = c_.wake_after < 0 ? kToastSeconds - age : std::min(c_.wake_after, kToastSeconds - age);
  const Rect area = c_.area();
  const float w = std::min(c_.s(520), area.w - 2 * margin());
  const std::string action_rich = key("**", action, "**");
  const float action_w = action.empty() ? 0
                                        : std::clamp(text_width(action_rich, TextStyle::kButton) + c_.s(28), c_.s(48),
                                                     std::max(c_.s(48), w - c_.s(16)));
  // Large letters on a narrow page: the action goes below the words, which then need no column of single words.
  const float beside_w = w - c_.s(60) - action_w;
  const bool below = action_w > 0 && beside_w < w * 0.5F;
  const float words_w = below ? w - c_.s(68) : beside_w;
  const TextBlock& b = c_.block_of(words, TextStyle::kBody, words_w);
  const float words_h = std::max(c_.s(64), b.height + c_.s(24));
  const float action_h =
      std::max(c_.s(48), action.empty() ? 0 : text_height(action_rich, TextStyle::kButton, action_w) + c_.s(8));
  const float h = words_h + (below ? action_h : 0);
  const float in = animated(key(k, "/in"), true, 0.16F);
  // A sheet keeps its buttons: the message stands above it, or at the top when that leaves no room.
  const float edge = c_.sheet_top >= 0 ? c_.sheet_top : area.y + area.h - bottom;
  const float y = std::max(area.y + c_.s(8), edge - c_.s(12) - h);
  const Rect r{area.x + (area.w - w) / 2, y + (1 - in) * 12, w, h};
  c_.cover(r);
  c_.message = {r.x, y, w, h};
  c_.shadow(r, c_.s(16), 2);
  c_.fill(r, color(Token::kPave), c_.s(16));
  if (c_.in.theme == ThemeName::kDark) c_.outline(r, color(Token::kLine), 1, c_.s(16));
  c_.node(a11y::node_id(k), Role::kStatus, words, r);
  icon(assets::kIconCircleCheck, r.x + c_.s(28), r.y + words_h / 2, c_.s(24), Token::kChalk);
  const Color chalk = color(Token::kChalk);
  c_.draw_block(b, r.x + c_.s(52), r.y + (words_h - b.height) / 2, words_w, TextStyle::kBody, chalk, chalk,
                Align::kLeft);
  if (action.empty()) return false;
  const Rect a{r.x + w - action_w - c_.s(8), r.y + (below ? words_h - c_.s(8) : (h - action_h) / 2), action_w,
               action_h};
  const Press p = c_.press(key(k, "/action"), Role::kButton, action, a);
  c_.fill(a, chalk.faded(0.12F * std::max(p.hover, p.hold)), c_.s(12));
  c_.words_in(action_rich, a, TextStyle::kButton, color(Token::kSel), Align::kCentre);
  c_.ring(p, a, c_.s(12));
  return p.clicked;
}

void Ui::empty_state(std::string_view k, std::string_view title, std::string_view words) {
  card(k, {.padding = 18}, [&] {
    const Rect r = take(c_.s(84));
    chalk_tree_and_bench({r.x, r.y, r.w, c_.s(80)});
    gap(c_.s(8));
    heading(key(k, "/title"), 2, title, TextStyle::kH3, {.align = Align::kCentre});
    text(key(k, "/words"), words, TextStyle::kSmall, {.color = Token::kInk2, .align = Align::kCentre});
  });
}

void Ui::numbered_card(std::string_view k, int number, std::string_view title, Fn<void()> content) {
  card(k, {.padding = 16}, [&] {
    row({Cell::width(c_.s(36)), Cell::grow()}, c_.s(12), VAlign::kMiddle, [&](int cell) {
      if (cell == 0) {
        const Rect r = take(c_.s(36));
        c_.fill(r, color(Token::kPave), c_.s(9));
        c_.words_in(std::to_string(number), r, TextStyle::kH3, color(Token::kChalk), Align::kCentre);
      } else {
        heading(key(k, "/title"), 3, title, TextStyle::kH3);
      }
    });
    content();
  });
}

}  // namespace stoepkrijt::ui
