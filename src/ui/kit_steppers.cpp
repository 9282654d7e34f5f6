// Plans that get a number or a place: points, vouchers, a ranking. Everything by one press; dragging is never needed.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {
namespace {

/// A square or wide button of a card: icon, and words when there are any.
struct CardButton {
  std::string_view name, words = {}, description = {};
  Icon icon = 0;
  bool can = true;
};

bool card_button_at(Ui& ui, std::string_view k, const Rect& r, const CardButton& b) {
  Ui::Core& c = ui.core();
  const Press p = c.press(k, Role::kButton, b.name, r,
                          {.states = b.can ? 0U : a11y::kDisabled, .description = b.can ? "" : b.description});
  const float radius = c.s(12);
  c.fill(r, mix(c.color(b.can ? Token::kSurface : Token::kSunk), c.color(Token::kActTint), std::max(p.hover, p.hold)),
         radius);
  if (b.can)
    c.outline(r, c.color(Token::kBorder), c.in.kiosk ? 3 : 2, radius);
  else
    c.dashed(r, c.color(Token::kBorder), 2, radius);
  const Token ink = b.can ? Token::kInk : Token::kInk2;
  const float size = std::min(c.i(26), std::min(r.w, r.h) - 8);
  const float y = r.y + r.h / 2 + std::round(p.hold);
  if (b.words.empty()) {
    ui.icon(b.icon, r.x + r.w / 2, y, size, ink);
  } else {
    const std::string rich = key("**", b.words, "**");
    const float words_w = ui.text_width(rich, TextStyle::kSmallBold), gap = c.s(6);
    const bool room = size + gap + words_w <= r.w - c.s(8);
    const float x = r.x + (r.w - (room ? size + gap + words_w : words_w)) / 2;
    if (room) ui.icon(b.icon, x + size / 2, y, size, ink);
    ui.words(rich, room ? x + size + gap : x, y - ui.line_height(TextStyle::kSmallBold) / 2, TextStyle::kSmallBold,
             ink);
  }
  c.ring(p, r, radius);
  return p.clicked;
}

void card_frame(Ui::Core& c, const Rect& r, bool chosen, const Press& p) {
  const float radius = c.s(18);
  c.shadow(r, radius, c.lifted ? 3 : 1);
  c.fill(
      r,
      mix(c.color(chosen ? Token::kSelTint : Token::kSurface), c.color(Token::kInk), 0.03F * p.hover + 0.06F * p.hold),
      radius);
  if (chosen)
    c.outline(r, c.contrast() ? rgb(0) : c.color(Token::kInk), c.contrast() ? 5 : 2, radius);
  else
    c.outline(r, c.color(Token::kLine), c.contrast() ? 2 : 1, radius);
}

/// What a reader asked of a slider: a whole number, or nothing.
std::int32_t asked(const a11y::SemEvent* event) {
  if (event == nullptr) return -1;
  std::int32_t n = -1;
  const char* end = event->text.data() + event->text.size();
  const auto [at, fault] = std::from_chars(event->text.data(), end, n);
  return fault == std::errc() && at == end && n >= 0 ? n : -1;
}

void plan_words(Ui& ui, std::string_view title, std::string_view price, std::string_view place) {
  ui.text("-", title, TextStyle::kH3, {.role = Role::kNone});
  ui.gap(3);
  ui.core().flow_in_rows(
      ui.core().s(8), 0,
      [&] {
        ui.text("-", price, TextStyle::kLeadBold, {.role = Role::kNone});
        if (!place.empty()) ui.text("-", place, TextStyle::kSmall, {.color = Token::kInk2, .role = Role::kNone});
      },
      Align::kLeft);
}

/// Number and words of a stepper in the middle of `r`, on a yellow plate once there is a number.
void draw_number(Ui& ui, const Rect& r, const PointsCardData& d, float words_h) {
  Ui::Core& c = ui.core();
  const float line = ui.line_height(TextStyle::kNumber), top = r.y + (r.h - line - words_h) / 2;
  c.words_in(std::to_string(d.points), {r.x, top, r.w, line}, TextStyle::kNumber,
             c.color(d.points > 0 ? Token::kInk : Token::kInk2), Align::kCentre);
  const std::string words = d.worth.empty() ? std::string(d.words) : key(d.words, ", ", d.worth);
  c.words_in(words, {r.x, top + line, r.w, words_h}, TextStyle::kSmall, c.color(Token::kInk2), Align::kCentre);
}

}  // namespace

std::int32_t Ui::points_stepper(std::string_view k, const PointsCardData& d) {
  std::int32_t out = -1;
  const float size = c_.s(56), gap = c_.s(8);
  const float mid_w = std::max(1.0F, c_.col.w - 2 * size - 2 * gap);
  const std::string words = d.worth.empty() ? std::string(d.words) : key(d.words, ", ", d.worth);
  const float words_h = text_height(words, TextStyle::kSmall, mid_w);
  const float h = std::max(size, line_height(TextStyle::kNumber) + words_h);
  const Rect r = c_.room(c_.col.w, h);
  if (c_.dry > 0) return out;
  const float y = r.y + (r.h - size) / 2;
  if (card_button_at(*this, key(k, "/less"), {r.x, y, size, size},
                     {.name = d.less_name, .icon = assets::kIconMinus, .can = d.points > 0})) {
    out = d.points - 1;
  }
  const Rect mid{r.x + size + gap, r.y, mid_w, r.h};
  const std::string said = key(std::to_string(d.points), " ", words);
  const Press p =
      c_.press(key(k, "/number"), Role::kSlider, d.slider_name, mid,
               {.description = d.points >= d.most ? d.limit : "", .value = said, .now = d.points, .max = d.most});
  const std::int32_t n = asked(c_.event(a11y::SemEventType::kInput, a11y::node_id(key(k, "/number"))));
  if (n >= 0 && n != d.points) out = n;
  draw_number(*this, mid, d, words_h);
  c_.ring(p, shrink(mid, 2), c_.s(12));
  if (card_button_at(
          *this, key(k, "/more"), {r.x + r.w - size, y, size, size},
          {.name = d.more_name, .description = d.limit, .icon = assets::kIconPlus, .can = d.points < d.most})) {
    out = d.points + 1;
  }
  return out;
}

PointsCardResult Ui::points_card(std::string_view k, const PointsCardData& d) {
  PointsCardResult out;
  const float pad = c_.s(14), g = c_.s(12), w = c_.col.w - 2 * pad;
  const bool narrow = w - c_.s(56) - g < text_width("mmmmmmmmmmmm", TextStyle::kH3);
  const float tile = c_.s(narrow ? 44 : 56), words_x = narrow ? 0 : tile + g;
  const auto head = [&] {
    if (narrow) {
      const Rect at = take(tile + c_.s(8));
      theme_tile(d.theme, d.icon, at.x, at.y, tile);
    }
    plan_words(*this, d.title, d.price, d.place);
  };
  const auto foot = [&] {
    out.points = points_stepper(k, d);
    if (d.reason.empty()) return;
    gap(c_.s(8));
    text(k, d.reason, TextStyle::kSmall, {.color = Token::kInk2, .align = Align::kCentre, .role = Role::kNone});
  };
  const float head_h = std::max(c_.measured(a11y::node_id(k), w - words_x, head), narrow ? 0 : tile);
  const Rect r = c_.room(c_.col.w, head_h + c_.s(10) + measure(w, foot) + 2 * pad);
  if (c_.dry > 0) return out;
  const NodeId id = a11y::node_id(k);
  c_.node(id, Role::kListItem, {}, r);
  c_.within(id, [&] {
    const Rect open{r.x, r.y, r.w, pad + head_h + c_.s(4)};
    const Press p = c_.press(key(k, "/open"), Role::kButton, d.open_name, open, {.description = d.reason});
    card_frame(c_, r, d.points > 0, p);
    if (!narrow) theme_tile(d.theme, d.icon, r.x + pad, r.y + pad, tile);
    ++c_.quiet;
    place({r.x + pad + words_x, r.y + pad, w - words_x, 0}, head);
    --c_.quiet;
    c_.ring(p, shrink(open, 2), c_.s(16));
    place({r.x + pad, r.y + pad + head_h + c_.s(10), w, 0}, foot);
    out.opened = p.clicked;
  });
  return out;
}

RankCardResult Ui::rank_card(std::string_view k, const RankCardData& d) {
  RankCardResult out;
  const float pad = c_.s(14), g = c_.s(12), w = c_.col.w - 2 * pad;
  const float tile = c_.s(52), h = std::max(c_.s(52), line_height(TextStyle::kSmallBold) + c_.s(16));
  const float words_w = w - tile - g;
  const auto head = [&] { plan_words(*this, d.title, d.price, d.place); };
  const float dots = d.drags ? c_.s(28) : 0;
  const float head_h = std::max(c_.measured(a11y::node_id(k), words_w, head), tile + dots);
  const Rect r = c_.room(c_.col.w, head_h + c_.s(10) + h + 2 * pad);
  if (c_.dry > 0) return out;
  const NodeId id = a11y::node_id(k);
  c_.node(id, Role::kListItem, {}, r);
  c_.within(id, [&] {
    const Rect open{r.x, r.y, r.w, pad + head_h + c_.s(4)};
    const Press p = c_.press(key(k, "/open"), Role::kButton, d.open_name, open);
    card_frame(c_, r, true, p);
    const Rect place_tile{r.x + pad, r.y + pad, tile, tile};
    c_.fill(place_tile, color(Token::kSel), c_.s(14));
    c_.outline(place_tile, color(Token::kSelOn), 2.5F, c_.s(14));
    c_.words_in(d.number, place_tile, TextStyle::kNumber, color(Token::kSelOn), Align::kCentre);
    const NodeId grip = a11y::node_id(key(k, "/grip"));
    if (d.drags) {
      const bool held = c_.lifted || c_.p.hot == grip;
      icon(assets::kIconGripHorizontal, place_tile.x + tile / 2, place_tile.y + tile + dots / 2 + 2, c_.s(26),
           held ? Token::kInk : Token::kInk2);
      c_.grip(key(k, "/grip"), {r.x, r.y, pad + tile + g / 2, open.h});
    }
    ++c_.quiet;
    place({r.x + pad + tile + g, r.y + pad, words_w, 0}, head);
    --c_.quiet;
    c_.ring(p, shrink(open, 2), c_.s(16));
    const float y = r.y + pad + head_h + c_.s(10), out_w = c_.s(56), gap_w = c_.s(8);
    const float half = (w - out_w - 2 * gap_w) / 2, x = r.x + pad;
    const Rect up{x, y, half, h}, down{x + half + gap_w, y, half, h}, away{x + w - out_w, y, out_w, h};
    if (card_button_at(*this, key(k, "/up"), up,
                       {.name = d.up_name, .words = d.up_words, .icon = assets::kIconArrowUp, .can = !d.first}))
      out.move = -1;
    if (card_button_at(*this, key(k, "/down"), down,
                       {.name = d.down_name, .words = d.down_words, .icon = assets::kIconArrowDown, .can = !d.last}))
      out.move = 1;
    if (card_button_at(*this, key(k, "/out"), away, {.name = d.out_name, .icon = assets::kIconTrash})) out.out = true;
    out.opened = p.clicked || c_.p.clicked == grip;
  });
  return out;
}

}  // namespace stoepkrijt::ui
