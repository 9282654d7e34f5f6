// Fields. The real <input> of the page lies over the box and paints the text; we draw label, box, hint and error.
#include <algorithm>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {
namespace {

FieldResult take_input(Ui::Core& c, NodeId id, std::string& value) {
  FieldResult out;
  if (c.dry > 0) return out;
  // Fast typing brings several of these in one frame; each holds the whole text, so the last one counts.
  for (const a11y::SemEvent& e : c.in.events) {
    if (e.type != a11y::SemEventType::kInput || e.id != id || e.text == value) continue;
    value = e.text;
    out.changed = true;
  }
  out.committed = c.event(a11y::SemEventType::kCommit, id) != nullptr;
  return out;
}

void error_line(Ui& ui, std::string_view k, std::string_view error) {
  if (error.empty()) return;
  ui.gap(ui.core().s(8));
  ui.icon_line(key(k, "/error"), assets::kIconAlertTriangle, Token::kNeg, key("**", error, "**"), TextStyle::kBodyBold,
               {.color = Token::kNeg, .role = Role::kAlert});
}

FieldResult field(Ui& ui, std::string_view k, std::string& value, const FieldStyle& style, Role role, float h) {
  Ui::Core& c = ui.core();
  const NodeId id = a11y::node_id(k);
  const FieldResult out = take_input(c, id, value);
  if (!style.label_hidden) {
    ui.text(key(k, "/label"), key("**", style.label, "**"), TextStyle::kBodyBold, {.role = Role::kNone});
    if (!style.hint.empty())
      ui.text(key(k, "/hint"), style.hint, TextStyle::kSmall, {.color = Token::kInk2, .role = Role::kNone});
    ui.gap(c.s(8));
  }
  const Rect r = ui.take(h);
  std::uint32_t states = 0;
  if (!style.error.empty()) states |= a11y::kInvalid;
  if (style.required) states |= a11y::kRequired;
  if (style.numeric) states |= a11y::kNumeric;
  if (style.secret) states |= a11y::kSecret;
  if (role == Role::kTextArea) states |= a11y::kMultiline;
  const std::string description = style.error.empty() ? std::string(style.hint) : std::string(style.error);
  const Press p =
      c.press(k, role, style.label, r, {.states = states, .description = description, .value = value}, HitKind::kText);
  if (c.dry == 0) {
    const float radius = c.s(14);
    const bool focused = c.focused == id;
    c.fill(r, c.color(Token::kSurface), radius);
    const Token ring = !style.error.empty() ? Token::kNeg : focused ? Token::kInk : Token::kBorder;
    c.outline(r, c.color(ring), focused || !style.error.empty() ? 3 : 2, radius);
    const float pad = c.s(16), icon_w = style.icon == 0 ? 0 : c.s(34);
    const float line = std::min(h, c.s(56));
    ui.icon(style.icon, r.x + pad + c.s(12), r.y + line / 2, c.s(24), Token::kInk);
    if (value.empty() && !style.placeholder.empty() && !focused) {
      const TextBlock& b = c.block_of(style.placeholder, TextStyle::kBody, r.w - 2 * pad - icon_w);
      const float y = role == Role::kTextArea ? r.y + c.s(14) : r.y + (h - b.height) / 2;
      c.draw_block(b, r.x + pad + icon_w, y, r.w - 2 * pad - icon_w, TextStyle::kBody, c.color(Token::kInk2),
                   c.color(Token::kInk2), Align::kLeft);
    }
    c.ring(p, r, radius);
  }
  error_line(ui, k, style.error);
  return out;
}

}  // namespace

FieldResult Ui::text_field(std::string_view k, std::string& value, const FieldStyle& style) {
  return field(*this, k, value, style, Role::kTextField,
               kiosk() ? 104 : std::max(56.0F, line_height(TextStyle::kBody) + 28));
}
FieldResult Ui::text_area(std::string_view k, std::string& value, const FieldStyle& style) {
  // As high as its words and one more line, so that nothing that was written is out of sight; not so high that the page
  // is nothing else.
  const float least = style.height > 0 ? style.height : c_.s(132);
  const float words = text_height(plain(value), TextStyle::kBody, c_.col.w - 2 * c_.s(18)) +
                      line_height(TextStyle::kBody) + 2 * c_.s(14);
  const float most = std::max(least, c_.area().h * 0.6F);
  return field(*this, k, value, style, Role::kTextArea, std::clamp(words, least, most));
}
FieldResult Ui::search_field(std::string_view k, std::string& value, const FieldStyle& style) {
  FieldStyle s = style;
  s.icon = assets::kIconSearch;
  s.label_hidden = true;
  if (s.placeholder.empty()) s.placeholder = s.label;
  return field(*this, k, value, s, Role::kSearchField, std::max(c_.s(48), line_height(TextStyle::kBody) + 20));
}

FieldResult Ui::code_field(std::string_view k, std::string& value, std::string_view label, std::string_view error) {
  const NodeId id = a11y::node_id(k);
  const FieldResult out = take_input(c_, id, value);
  constexpr int kBoxes = 15, kGroup = 5;
  const float dash = c_.s(14), g = c_.s(4);
  // Three groups beside each other when the boxes stay 24 wide, else below each other.
  const float fit = (c_.col.w - 2 * dash - g * 14) / kBoxes;
  const bool one_row = fit >= c_.s(24);
  const float box_w =
      one_row ? std::min(fit, kiosk() ? 56.0F : 36.0F) : std::min((c_.col.w - g * 4) / kGroup, c_.s(48));
  const float box_h = kiosk() ? 88 : 52;
  const Rect r = take(one_row ? box_h : 3 * box_h + 2 * c_.s(8));
  std::string shown;
  for (char ch : value) {
    if (ch != '-' && ch != ' ') shown.push_back(ch >= 'a' && ch <= 'z' ? static_cast<char>(ch - 32) : ch);
  }
  const Press p = c_.press(
      k, Role::kTextField, label, r,
      {.states = (error.empty() ? 0U : a11y::kInvalid) | a11y::kDrawnValue, .description = error, .value = value},
      HitKind::kText);
  if (c_.dry == 0) {
    float x = r.x, y = r.y;
    for (int i = 0; i < kBoxes; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const Rect b{x, y, box_w, box_h};
      const bool next = at == shown.size(), full = at < shown.size();
      const float radius = c_.s(10);
      c_.fill(b, color(next && error.empty() ? Token::kSelTint : Token::kSurface), radius);
      const Token ring = !error.empty() ? Token::kNeg : next || full ? Token::kInk : Token::kBorder;
      c_.outline(b, color(ring), next || !error.empty() ? c_.s(3) : 2, radius);
      if (full) c_.words_in(shown.substr(at, 1), b, TextStyle::kH2, color(Token::kInk), Align::kCentre);
      x += box_w + g;
      if (i % kGroup == kGroup - 1 && i + 1 < kBoxes) {
        if (one_row) {
          c_.words_in("**\xE2\x80\x93**", {x - g, y, dash + g, box_h}, TextStyle::kBodyBold, color(Token::kInk),
                      Align::kCentre);
          x += dash;
        } else {
          x = r.x;
          y += box_h + c_.s(8);
        }
      }
    }
    c_.ring(p, r, c_.s(10));
  }
  error_line(*this, k, error);
  return out;
}

}  // namespace stoepkrijt::ui
