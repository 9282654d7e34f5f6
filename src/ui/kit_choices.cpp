// Choosing: tick boxes, plan cards, rows, kinds, levels, numbers.
#include <algorithm>
#include <array>
#include <cmath>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"
#include "ui/kit_tones.hpp"

namespace stoepkrijt::ui {
namespace {

void tick_box(Ui& ui, const Rect& r, std::string_view k, bool on, bool locked, const Press& p) {
  Ui::Core& c = ui.core();
  const float radius = r.w * 0.27F;
  if (locked) {
    c.fill(r, c.color(Token::kSunk), radius);
    c.dashed(r, c.color(Token::kBorder), 2.5F, radius);
    ui.icon(assets::kIconLock, r.x + r.w / 2, r.y + r.h / 2, r.w * 0.46F, Token::kInk2);
    return;
  }
  const Color ground =
      mix(c.color(on ? Token::kSel : Token::kSurface), c.color(Token::kInk), 0.06F * p.hover + 0.12F * p.hold);
  c.fill(r, ground, radius);
  c.outline(r, c.color(on ? Token::kSelOn : Token::kBorder), 2.5F, radius);
  const float drawn = ui.animated(key(k, "/tick"), on, 0.32F);
  if (!on) return;
  const float size = r.w * 44 / 52;
  const Stroke& s = c.chalks.stroke("M8 23 C12 26 15 31 18 36 C22 24 30 12 42 3", size / 44, 5.2F, 81);
  c.draw_stroke(s, r.x + (r.w - size) / 2, r.y + (r.h - size) / 2, c.color(Token::kSelOn), drawn);
}

}  // namespace

bool Ui::checkbox(std::string_view k, std::string_view words, bool on, std::string_view small) {
  const float box = c_.s(40), words_w = c_.col.w - box - c_.s(12);
  const TextBlock& b = c_.block_of(words, TextStyle::kBody, words_w);
  const float small_h = small.empty() ? 0 : text_height(small, TextStyle::kSmall, words_w);
  const Rect r = c_.room(c_.col.w, std::max(c_.s(56), b.height + small_h + c_.s(16)));
  const Press p = c_.press(k, Role::kCheckbox, words, r, {.states = on ? a11y::kChecked : 0U, .description = small});
  if (c_.dry > 0) return false;
  tick_box(*this, {r.x, r.y + (r.h - box) / 2, box, box}, k, on, false, p);
  const float x = r.x + box + c_.s(12), y = r.y + (r.h - b.height - small_h) / 2;
  const Color ink = color(Token::kInk), ink2 = color(Token::kInk2);
  c_.draw_block(b, x, y, words_w, TextStyle::kBody, ink, ink, Align::kLeft);
  if (!small.empty())
    c_.draw_block(c_.block_of(small, TextStyle::kSmall, words_w), x, y + b.height, words_w, TextStyle::kSmall, ink2,
                  ink2, Align::kLeft);
  c_.ring(p, r, c_.s(12));
  return p.clicked;
}

int Ui::radio_cards(std::string_view k, std::string_view name, std::span<const std::string_view> words, int chosen) {
  int picked = -1;
  const NodeId id = a11y::node_id(k);
  const float y0 = c_.col.y;
  const std::size_t at = c_.node(id, Role::kRadioGroup, name, {});
  c_.within(id, [&] {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool on = static_cast<int>(i) == chosen;
      if (i > 0) gap(c_.s(8));
      const float words_w = c_.col.w - c_.s(68);
      const TextBlock& b = c_.block_of(words[i], TextStyle::kBody, words_w);
      const Rect r = c_.room(c_.col.w, std::max(c_.s(56), b.height + c_.s(24)));
      const Press p =
          c_.press(key(k, "/", std::to_string(i)), Role::kRadio, words[i], r, {.states = on ? a11y::kChecked : 0U});
      if (c_.dry > 0) continue;
      c_.fill(r,
              mix(color(on ? Token::kSelTint : Token::kSurface), color(Token::kInk), 0.04F * p.hover + 0.08F * p.hold),
              c_.s(14));
      c_.outline(r, color(on ? Token::kInk : Token::kBorder), on ? (c_.contrast() ? 5.0F : 3.0F) : 2, c_.s(14));
      const float cy = r.y + r.h / 2, cx = r.x + c_.s(28);
      circle(cx, cy, c_.s(13), on ? Token::kSelOn : Token::kBorder);
      circle(cx, cy, c_.s(11), on ? Token::kSel : Token::kSurface);
      if (on) circle(cx, cy, c_.s(6), Token::kSelOn);
      const Color ink = color(Token::kInk);
      c_.draw_block(b, r.x + c_.s(52), cy - b.height / 2, words_w, TextStyle::kBody, ink, ink, Align::kLeft);
      c_.ring(p, r, c_.s(14));
      if (p.clicked) picked = static_cast<int>(i);
    }
  });
  if (c_.dry == 0 && at < c_.nodes.size())
    c_.nodes[at].rect = cut({c_.col.x, y0, c_.col.w, c_.col.y - y0}, c_.clips.back());
  return picked;
}

bool Ui::kind_card(std::string_view k, Kind kind, Icon i, std::string_view words, std::string_view name) {
  const ToneColors t = tone_colors(kind == Kind::kProblem  ? Tone::kNegative
                                   : kind == Kind::kStrong ? Tone::kPositive
                                                           : Tone::kIdea);
  const std::string rich = key("**", words, "**");
  const float words_h = text_height(rich, TextStyle::kButton, c_.col.w - 8);
  const float mark = c_.s(54), h = std::max(c_.s(104), mark + c_.s(6) + words_h + c_.s(20));
  const Rect r = c_.room(c_.col.w, h);
  const Press p = c_.press(k, Role::kButton, name, r);
  if (c_.dry > 0) return false;
  c_.fill(r, mix(color(t.tint), color(t.strong), 0.10F * p.hover + 0.2F * p.hold), c_.s(18));
  c_.outline(r, color(t.strong), c_.in.kiosk ? 3 : 2, c_.s(18));
  const float top = r.y + (r.h - mark - c_.s(4) - words_h) / 2 + std::round(p.hold);
  marker(kind, i, r.x + r.w / 2 - mark * 24 / 58, top, mark);
  c_.words_in(rich, {r.x + 4, top + mark + c_.s(4), r.w - 8, words_h}, TextStyle::kButton, color(t.words),
              Align::kCentre);
  c_.ring(p, r, c_.s(18));
  return p.clicked;
}

PlanCardResult Ui::plan_card(std::string_view k, const PlanCardData& d) {
  PlanCardResult out;
  const bool fits = d.reason.empty();
  const float pad = c_.s(14), tick = c_.s(52), g = c_.s(12);
  const bool narrow = c_.col.w - 2 * pad - c_.s(56) - tick - 2 * g < text_width("mmmmmmmmm", TextStyle::kH3);
  const float tile = c_.s(narrow ? 44 : 56);
  const float inner_x = narrow ? 0 : tile + g, inner_w = c_.col.w - 2 * pad - inner_x - tick - g;
  const auto words = [&] {
    if (narrow) {
      const Rect r = take(tile + c_.s(8));
      theme_tile(d.theme, d.icon, r.x, r.y, tile);
    }
    text(k, d.title, TextStyle::kH3, {.role = Role::kNone});
    gap(c_.s(3));
    const auto price_and_place = [&] {
      text(k, d.price, TextStyle::kLeadBold, {.role = Role::kNone});
      if (!d.place.empty()) text(k, d.place, TextStyle::kSmall, {.color = Token::kInk2, .role = Role::kNone});
    };
    c_.flow_in_rows(c_.s(8), 0, price_and_place, Align::kLeft);
    gap(c_.s(8));
    tile_bar(d.theme, d.share, d.tiles, c_.s(12));
  };
  // The reason may run on under the tick box.
  const auto reason = [&] {
    if (!fits) {
      gap(c_.s(6));
      row({Cell::width(c_.s(20)), Cell::grow()}, c_.s(5), VAlign::kTop, [&](int cell) {
        if (cell == 0)
          icon(assets::kIconAlertTriangle, c_.col.x + c_.s(10), c_.col.y + line_height(TextStyle::kSmallBold) / 2,
               c_.s(20), Token::kNeg);
        else
          text(k, key("**", d.reason, "**"), TextStyle::kSmallBold, {.color = Token::kNeg, .role = Role::kNone});
      });
    }
  };
  const float words_h = std::max(c_.measured(a11y::node_id(k), inner_w, words), tick), reason_w = inner_w + g + tick;
  const float h = std::max(words_h + measure(reason_w, reason), tile) + 2 * pad;
  const Rect r = c_.room(c_.col.w, h);
  if (c_.dry > 0) return out;
  const NodeId id = a11y::node_id(k);
  c_.node(id, Role::kListItem, {}, r);
  c_.within(id, [&] {
    const Rect open{r.x, r.y, r.w - tick - pad - g / 2, r.h};
    const Rect box{r.x + r.w - pad - tick, r.y + pad, tick, tick};
    const Press po = c_.press(key(k, "/open"), Role::kButton, d.open_name, open, {.description = d.reason});
    const Press pt =
        c_.press(key(k, "/choose"), Role::kCheckbox, d.choose_name, {box.x - g / 2, r.y, tick + pad + g / 2, r.h},
                 {.states = (d.chosen ? a11y::kChecked : 0U) | (fits || d.chosen ? 0U : a11y::kDisabled),
                  .description = d.limit.empty() ? d.reason : d.limit});
    const float radius = c_.s(18);
    c_.shadow(r, radius, 1);
    c_.fill(r,
            mix(color(d.chosen ? Token::kSelTint : Token::kSurface), color(Token::kInk),
                0.03F * po.hover + 0.06F * po.hold),
            radius);
    if (d.chosen)
      c_.outline(r, c_.contrast() ? rgb(0) : color(Token::kInk), c_.contrast() ? 5 : 2, radius);
    else
      c_.outline(r, color(Token::kLine), c_.contrast() ? 2 : 1, radius);
    if (!narrow) theme_tile(d.theme, d.icon, r.x + pad, r.y + pad, tile);
    ++c_.quiet;
    place({r.x + pad + inner_x, r.y + pad, inner_w, 0}, words);
    place({r.x + pad + inner_x, r.y + pad + words_h, reason_w, 0}, reason);
    --c_.quiet;
    tick_box(*this, box, k, d.chosen, !fits && !d.chosen, pt);
    c_.ring(po, r, radius);
    c_.ring(pt, box, c_.s(14));
    out.opened = po.clicked;
    out.toggled = pt.clicked;
  });
  return out;
}

bool Ui::list_row(std::string_view k, const ListRowData& d) {
  const float pad_l = c_.s(16), pad_r = c_.s(14), mark = c_.s(42), g = c_.s(12), lv = c_.s(28);
  const float right_w = (d.level != Level::kNone || !d.count.empty()
                             ? std::max(lv, d.count.empty() ? 0 : text_width(d.count, TextStyle::kSmall) + c_.s(22))
                             : 0);
  const float chev = d.chevron ? c_.s(26) : 0;
  const float inner_w = c_.col.w - pad_l - pad_r - mark * 48 / 58 - g - right_w - (right_w > 0 ? g : 0) - chev;
  const auto words = [&] {
    text(k, key("**", d.title, "**"), TextStyle::kBodyBold, {.role = Role::kNone});
    gap(c_.s(3));
    flow(c_.s(8), [&] {
      if (!d.status.empty()) label(key(k, "/status"), d.status_tone, 0, d.status);
      if (!d.place.empty()) text(k, d.place, TextStyle::kSmall, {.color = Token::kInk2, .role = Role::kNone});
    });
  };
  ++c_.quiet;
  const float inner_h = c_.measured(a11y::node_id(k), inner_w, words);
  --c_.quiet;
  const Rect r = c_.room(c_.col.w, std::max(c_.s(72), inner_h + c_.s(22)));
  if (c_.dry > 0) return false;
  static constexpr std::array<std::string_view, 6> kLevels = {"", "A+", "A", "B", "C", "D"};
  std::string said = key(d.title, d.status.empty() ? "" : ", ", d.status, d.place.empty() ? "" : ", ", d.place);
  if (d.level != Level::kNone) said += key(", ", kLevels.at(static_cast<std::size_t>(d.level)));
  const Press p = c_.press(k, Role::kButton, said, r, {.states = d.chosen ? a11y::kCurrent : 0U});
  const Color ground = d.chosen ? color(Token::kSelTint) : color(Token::kInk).faded(0.04F * p.hover + 0.08F * p.hold);
  c_.fill(r, ground);
  if (d.chosen) c_.fill({r.x, r.y, c_.contrast() ? 8.0F : 5.0F, r.h}, color(Token::kInk));
  marker(d.kind, d.icon, r.x + pad_l, r.y + (r.h - mark) / 2, mark);
  ++c_.quiet;
  place({r.x + pad_l + mark * 48 / 58 + g, r.y + (r.h - inner_h) / 2, inner_w, 0}, words);
  --c_.quiet;
  const float right = r.x + r.w - pad_r - chev;
  const float count_h = d.count.empty() ? 0 : line_height(TextStyle::kSmall);
  float y = r.y + (r.h - (d.level != Level::kNone || d.count.empty() ? lv : 0) - count_h) / 2;
  if (d.level != Level::kNone) {
    level_tile(d.level, right - lv, y, lv);
    y += lv + 2;
  }
  if (!d.count.empty()) {
    const float w = this->words(d.count, right, y, TextStyle::kSmall, Token::kInk2, Align::kRight);
    icon(assets::kIconEye, right - w - c_.s(13), y + count_h / 2, c_.s(18), Token::kInk2);
  }
  if (d.chevron) icon(assets::kIconChevronRight, r.x + r.w - pad_r - c_.s(8), r.y + r.h / 2, c_.s(24), Token::kInk);
  if (!d.last) c_.fill({r.x, r.y + r.h - 1, r.w, c_.contrast() ? 2.0F : 1.0F}, color(Token::kLine));
  c_.ring(p, shrink(r, 7), 6);
  return p.clicked;
}

bool Ui::result_row(std::string_view k, int theme, Icon i, std::string_view title, std::string_view small, Icon right,
                    Token right_color, bool soft, bool last, bool acts) {
  const float tile = c_.s(44), g = c_.s(12), right_w = right == 0 ? 0 : c_.s(28);
  const float inner_w = c_.col.w - tile - g - right_w - (right_w > 0 ? g : 0);
  const std::string bold = key("**", title, "**");
  const float title_h = text_height(bold, TextStyle::kBodyBold, inner_w),
              small_h = small.empty() ? 0 : text_height(small, TextStyle::kSmall, inner_w);
  const Rect r = c_.room(c_.col.w, std::max(tile, title_h + small_h) + c_.s(18));
  if (c_.dry > 0) return false;
  const std::string said = small.empty() ? std::string(title) : key(title, ", ", small);
  Press p;
  if (acts)
    p = c_.press(k, Role::kButton, said, r);
  else
    c_.node(a11y::node_id(k), Role::kParagraph, said, r);
  c_.fill({r.x - 8, r.y + 2, r.w + 16, r.h - 4}, color(Token::kInk).faded(0.04F * p.hover + 0.08F * p.hold), c_.s(10));
  theme_tile(theme, i, r.x, r.y + (r.h - tile) / 2, tile, soft);
  const float x = r.x + tile + g, y = r.y + (r.h - title_h - small_h) / 2;
  const Color ink = color(Token::kInk), ink2 = color(Token::kInk2);
  c_.draw_block(c_.block_of(bold, TextStyle::kBodyBold, inner_w), x, y, inner_w, TextStyle::kBodyBold, ink, ink,
                Align::kLeft);
  if (!small.empty())
    c_.draw_block(c_.block_of(small, TextStyle::kSmall, inner_w), x, y + title_h, inner_w, TextStyle::kSmall, ink2,
                  ink2, Align::kLeft);
  icon(right, r.x + r.w - c_.s(12), r.y + r.h / 2, c_.s(24), right_color);
  if (!last) c_.fill({r.x, r.y + r.h - 1, r.w, c_.contrast() ? 2.0F : 1.0F}, color(Token::kLine));
  c_.ring(p, {r.x, r.y + 4, r.w, r.h - 8}, c_.s(10));
  return p.clicked;
}

int Ui::stepper(std::string_view k, std::string_view name, std::string_view number, std::string_view words,
                std::string_view less_name, std::string_view more_name, bool can_less, bool can_more) {
  int out = 0;
  const float size = c_.s(56);
  const float words_h = line_height(TextStyle::kNumber) +
                        (words.empty() ? 0 : text_height(words, TextStyle::kSmall, c_.col.w - 2 * size - 24));
  const Rect r = c_.room(c_.col.w, std::max(size, words_h));
  if (c_.dry > 0) return 0;
  const NodeId id = a11y::node_id(k);
  c_.node(id, Role::kGroup, name, r);
  c_.within(id, [&] {
    const auto side = [&](float x, Icon i, std::string_view part, std::string_view part_name, bool can) {
      const Rect b{x, r.y + (r.h - size) / 2, size, size};
      const Press p = c_.press(key(k, part), Role::kButton, part_name, b, {.states = can ? 0U : a11y::kDisabled});
      c_.fill(b, mix(color(can ? Token::kSurface : Token::kSunk), color(Token::kActTint), std::max(p.hover, p.hold)),
              c_.s(12));
      c_.outline(b, color(Token::kBorder), 2, c_.s(12));
      icon(i, b.x + size / 2, b.y + size / 2, c_.s(26), can ? Token::kInk : Token::kInk2);
      c_.ring(p, b, c_.s(12));
      return p.clicked;
    };
    if (side(r.x, assets::kIconMinus, "/less", less_name, can_less)) out = -1;
    const float mid = r.x + size + 12, mid_w = r.w - 2 * size - 24;
    const std::string said = words.empty() ? std::string(number) : key(number, " ", words);
    c_.node(a11y::node_id(key(k, "/number")), Role::kStatus, said, {mid, r.y, mid_w, r.h});
    const float line = line_height(TextStyle::kNumber), top = r.y + (r.h - words_h) / 2;
    c_.words_in(number, {mid, top, mid_w, line}, TextStyle::kNumber, color(Token::kInk), Align::kCentre);
    if (!words.empty())
      c_.words_in(words, {mid, top + line, mid_w, words_h - line}, TextStyle::kSmall, color(Token::kInk2),
                  Align::kCentre);
    if (side(r.x + r.w - size, assets::kIconPlus, "/more", more_name, can_more)) out = 1;
  });
  return out;
}

}  // namespace stoepkrijt::ui
