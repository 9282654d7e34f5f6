// Words: headings, sentences, facts, labels, rows of words and money.
#include <algorithm>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"
#include "ui/kit_tones.hpp"

namespace stoepkrijt::ui {

void Ui::heading(std::string_view k, int level, std::string_view rich, TextStyle style, TextOptions o) {
  const TextBlock& b = c_.block_of(rich, style, c_.flow.on ? 0 : c_.col.w);
  const Rect r = c_.room(b.width, b.height);
  c_.node(a11y::node_id(k), Role::kHeading, rich, r, {.level = level});
  c_.draw_block(b, r.x, r.y, r.w, style, color(o.color), color(o.accent), o.align);
}

void Ui::text(std::string_view k, std::string_view rich, TextStyle style, TextOptions o) {
  const float wide = c_.block_of(rich, style, 0).width;
  const TextBlock& b = c_.block_of(rich, style, c_.flow.on && wide <= c_.col.w ? 0 : c_.col.w);
  const Rect r = c_.room(b.width + (c_.flow.on ? 0.5F : 0), b.height);
  if (o.role != Role::kNone) c_.node(a11y::node_id(k), o.role, rich, r);
  c_.draw_block(b, r.x, r.y, r.w, style, color(o.color), color(o.accent), o.align);
}

void Ui::heading_row(std::string_view k, int level, std::string_view words, TextStyle style, std::string_view right) {
  const float left_w = text_width(words, style), right_w = text_width(right, TextStyle::kSmall);
  const bool beside = left_w + right_w + 12 <= c_.col.w;
  const float y0 = c_.col.y, x0 = c_.col.x, w = c_.col.w;
  heading(k, level, words, style);
  if (right.empty()) return;
  if (beside) {
    // The two stand on one baseline.
    const float dy = c_.face(style).baseline - c_.face(TextStyle::kSmall).baseline;
    place({x0 + left_w + 12, y0 + dy, w - left_w - 12, 0},
          [&] { text(key(k, "/right"), right, TextStyle::kSmall, {.color = Token::kInk2, .align = Align::kRight}); });
  } else {
    text(key(k, "/right"), right, TextStyle::kSmall, {.color = Token::kInk2});
  }
}

void Ui::fact(std::string_view k, Icon i, std::string_view title, std::string_view words, Token icon_color) {
  gap(c_.s(11));
  row({Cell::width(c_.i(28)), Cell::grow()}, c_.s(12), VAlign::kTop, [&](int cell) {
    if (cell == 0) {
      const Rect r = take(c_.i(26));
      icon(i, r.x + r.w / 2, r.y + r.h / 2, c_.i(24), icon_color);
    } else {
      text(key(k, "/title"), title, TextStyle::kBodyBold);
      if (!words.empty()) text(key(k, "/words"), words, TextStyle::kSmall, {.color = Token::kInk2});
    }
  });
  gap(c_.s(11));
}

void Ui::icon_line(std::string_view k, Icon i, Token icon_color, std::string_view rich, TextStyle style,
                   TextOptions o) {
  row({Cell::width(c_.i(24)), Cell::grow()}, c_.s(12), VAlign::kTop, [&](int cell) {
    if (cell == 0) {
      const Rect r = take(line_height(style));
      icon(i, r.x + r.w / 2, r.y + r.h / 2, c_.i(24), icon_color);
    } else {
      text(k, rich, style, o);
    }
  });
}

void Ui::label(std::string_view k, Tone tone, Icon i, std::string_view words, bool solid) {
  const bool in_row = c_.quiet > 0;  // inside a row that says it all: lower
  const float pad = c_.s(in_row ? 8 : 10), icon_w = i == 0 ? 0 : c_.i(26);
  const std::string bold = key("**", words, "**");
  const float wide = text_width(bold, TextStyle::kSmallBold);
  const float room_w = c_.col.w - 2 * pad - icon_w;
  const TextBlock& b = c_.block_of(bold, TextStyle::kSmallBold, wide <= room_w ? 0 : room_w);
  const Rect r =
      c_.room(b.width + 2 * pad + icon_w, std::max(c_.s(in_row ? 26 : 32), b.height + c_.s(in_row ? 4 : 8)), false);
  const ToneColors t = tone_colors(tone);
  c_.node(a11y::node_id(k), Role::kParagraph, words, r);
  c_.fill(r, color(solid ? t.strong : t.tint), c_.s(8));
  if (!solid && c_.contrast()) c_.outline(r, color(t.strong), 2, c_.s(8));
  const Color ink = solid ? color(Token::kOnSolid) : color(t.words);
  c_.draw_icon(i, r.x + pad + c_.i(10), r.y + r.h / 2, c_.i(20), ink);
  c_.draw_block(b, r.x + pad + icon_w, r.y + (r.h - b.height) / 2, b.width, TextStyle::kSmallBold, ink, ink,
                Align::kLeft);
}

void Ui::theme_tag(std::string_view k, int theme, Icon i, std::string_view words) {
  const std::string bold = key("**", words, "**");
  const TextBlock& b = c_.block_of(bold, TextStyle::kSmallBold, 0);
  const float icon_w = c_.i(26);
  const Rect r = c_.room(b.width + icon_w, std::max(b.height, c_.s(22)), false);
  const Color ink = color(theme_token(theme));
  c_.node(a11y::node_id(k), Role::kParagraph, words, r);
  c_.draw_icon(i, r.x + c_.i(10), r.y + r.h / 2, c_.i(20), ink);
  c_.draw_block(b, r.x + icon_w, r.y + (r.h - b.height) / 2, b.width, TextStyle::kSmallBold, ink, ink, Align::kLeft);
}

void Ui::key_value(std::string_view k, std::string_view left, std::string_view right, bool last, Icon i, Token t) {
  const std::string bold = key("**", right, "**");
  const float icon_w = i == 0 ? 0 : c_.s(28);
  const float right_w = text_width(bold, TextStyle::kBodyBold) + icon_w;
  const float left_w = text_width(left, TextStyle::kBody);
  const bool beside = left_w + right_w + 12 <= c_.col.w;
  const Rect start{c_.col.x, c_.col.y, c_.col.w, 0};
  const NodeId id = a11y::node_id(k);
  const std::string said = key(left, ": ", right);
  gap(c_.s(9));
  const float line = line_height(TextStyle::kBody);
  if (beside) {
    const Rect r = take(line);
    words(left, r.x, r.y, TextStyle::kBody, Token::kInk);
    words(bold, r.x + r.w, r.y, TextStyle::kBodyBold, t, Align::kRight);
    icon(i, r.x + r.w - right_w + c_.s(12), r.y + line / 2, c_.s(24), t);
  } else {
    text(k, left, TextStyle::kBody, {.role = Role::kNone});
    row({Cell::width(icon_w), Cell::grow()}, 0, VAlign::kTop, [&](int cell) {
      if (cell == 1)
        text(k, bold, TextStyle::kBodyBold, {.color = t, .role = Role::kNone});
      else
        icon(i, c_.col.x + c_.s(12), c_.col.y + line / 2, c_.s(24), t);
    });
  }
  gap(c_.s(9));
  c_.node(id, Role::kParagraph, said, {start.x, start.y, start.w, c_.col.y - start.y});
  if (!last) divider();
}

void Ui::money_row(std::string_view k, int theme, Icon i, std::string_view title, std::string_view small,
                   std::string_view amount, bool last) {
  const Rect start{c_.col.x, c_.col.y, c_.col.w, 0};
  const std::string bold = key("**", amount, "**");
  const float amount_w = text_width(bold, TextStyle::kBodyBold) + 1;
  const float tile = c_.s(44);
  const bool beside = c_.col.w - tile - amount_w - c_.s(24) > text_width("mmmmmmmm", TextStyle::kBodyBold);
  gap(c_.s(8));
  const auto words_cell = [&] {
    text(k, key("**", title, "**"), TextStyle::kBodyBold, {.role = Role::kNone});
    if (!small.empty()) text(k, small, TextStyle::kSmall, {.color = Token::kInk2, .role = Role::kNone});
    if (!beside) text(k, bold, TextStyle::kBodyBold, {.role = Role::kNone});
  };
  row({Cell::width(tile), Cell::grow(), Cell::width(beside ? amount_w : 0)}, c_.s(12), VAlign::kMiddle, [&](int cell) {
    if (cell == 0) {
      const Rect r = take(tile);
      theme_tile(theme, i, r.x, r.y, tile);
    } else if (cell == 1) {
      words_cell();
    } else if (beside) {
      text(k, bold, TextStyle::kBodyBold, {.align = Align::kRight, .role = Role::kNone});
    }
  });
  gap(c_.s(8));
  const std::string said = small.empty() ? key(title, ", ", amount) : key(title, ", ", small, ", ", amount);
  c_.node(a11y::node_id(k), Role::kParagraph, said, {start.x, start.y, start.w, c_.col.y - start.y});
  if (!last) divider();
}

void Ui::divider() {
  const float h = c_.contrast() ? 2.0F : 1.0F;
  c_.fill({c_.col.x, c_.col.y, c_.col.w, h}, color(Token::kLine));
  gap(h);
}

}  // namespace stoepkrijt::ui
