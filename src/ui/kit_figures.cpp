// Figures of sequences and money: hopscotch, bars, meters, purses, dots.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"
#include "ui/kit_tones.hpp"

namespace stoepkrijt::ui {
namespace {

Color part_color(const Ui::Core& c, const Part& p) {
  return c.color(p.theme == 0 ? Token::kSel : theme_token(p.theme));
}

/// A hand-drawn square of w × h, as SVG path.
std::string square_path(float w, float h) {
  std::array<char, 320> buffer{};
  const double a = static_cast<double>(w), b = static_cast<double>(h);
  const int n = std::snprintf(
      buffer.data(), buffer.size(),
      "M0 0 C%.1f -2 %.1f 2 %.1f 0 C%.1f %.1f %.1f %.1f %.1f %.1f C%.1f %.1f %.1f %.1f 0 %.1f C-1 %.1f 1 %.1f 0 0",
      a * 0.4, a * 0.7, a, a + 1, b * 0.5, a - 1, b * 0.7, a, b - 1, a * 0.6, b + 1, a * 0.3, b - 3, b - 1, b * 0.6,
      b * 0.3);
  return {buffer.data(), static_cast<std::size_t>(std::max(0, n))};
}

enum class StepState : std::uint8_t { kDone, kCurrent, kNext };

void chalk_square(Ui::Core& c, const Rect& r, StepState state, std::uint32_t seed, float stroke) {
  if (!c.visible(r)) return;
  if (state == StepState::kCurrent) {
    const Fill& f = c.chalks.fill(r.w - 1, r.h - 1, seed);
    const ImVec4& uv = c.fonts.fill_uv();
    const ImU32 color = im(c.color(Token::kSel));
    for (std::size_t i = 0; i + 3 < f.vertices.size(); i += 4) {
      c.dl->PrimReserve(6, 4);
      const auto at = [&](std::size_t j) {
        const ChalkVertex& v = f.vertices[i + j];
        return std::pair{ImVec2{r.x + v.x + 0.5F, r.y + v.y + 0.5F},
                         ImVec2{uv.x + (uv.z - uv.x) * v.u, uv.y + (uv.w - uv.y) * v.v}};
      };
      const auto [pa, ua] = at(0);
      const auto [pb, ub] = at(1);
      const auto [pc, uc] = at(2);
      const auto [pd, ud] = at(3);
      c.dl->PrimQuadUV(pa, pb, pc, pd, ua, ub, uc, ud, color);
    }
  }
  const Token t = state == StepState::kCurrent ? Token::kSel
                  : state == StepState::kDone  ? Token::kChalk
                                               : Token::kChalk2;
  c.draw_stroke(c.chalks.stroke(square_path(r.w, r.h), 1, stroke, seed), r.x, r.y, c.color(t));
}

void draw_steps(Ui& ui, std::span<const Step> steps, int current, float x, float y, float w, float h, float g,
                TextStyle number) {
  Ui::Core& c = ui.core();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const int n = static_cast<int>(i);
    const StepState state = n < current ? StepState::kDone : n == current ? StepState::kCurrent : StepState::kNext;
    const Rect r{x + static_cast<float>(i) * (w + g), y, w, h};
    chalk_square(c, r, state, 300 + static_cast<std::uint32_t>(i), c.s(2.6F));
    c.words_in(steps[i].label, r, number, c.color(state == StepState::kCurrent ? Token::kSelOn : Token::kChalk),
               Align::kCentre);
  }
}

void step_nodes(Ui::Core& c, std::string_view k, std::string_view name, std::span<const Step> steps, int current,
                const Rect& r) {
  const NodeId id = a11y::node_id(k);
  c.node(id, Role::kList, name, r);
  c.within(id, [&] {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const std::string said =
          steps[i].words.empty() ? std::string(steps[i].label) : key(steps[i].label, ". ", steps[i].words);
      c.node(a11y::node_id(key(k, "/", std::to_string(i))), Role::kListItem, said, r,
             {.states = static_cast<int>(i) == current ? a11y::kCurrent : 0U});
    }
  });
}

void ticks(Ui::Core& c, const Rect& r, int tiles) {
  for (int i = 1; i < tiles; ++i) {
    const float x = r.x + r.w * static_cast<float>(i) / static_cast<float>(tiles);
    c.fill({x - 1.5F, r.y, 1.5F, r.h}, c.color(Token::kBorder).faded(0.55F));
  }
}

}  // namespace

void Ui::hopscotch(std::string_view k, std::string_view name, std::span<const Step> steps, int current, float square_w,
                   float square_h) {
  const float g = c_.s(6), pad_x = c_.s(12), pad_y = c_.s(11);
  const auto n = static_cast<float>(steps.size());
  const float w = std::min(square_w, (c_.col.w - 2 * pad_x - g * (n - 1)) / n);
  const bool words = std::any_of(steps.begin(), steps.end(), [](const Step& s) { return !s.words.empty(); });
  bool fit = words;
  for (const Step& s : steps) fit = fit && text_width(key("**", s.words, "**"), TextStyle::kSmallBold) <= w + g;
  const float below = fit ? line_height(TextStyle::kSmall) + c_.s(4) : 0;
  const Rect r = take(square_h + 2 * pad_y + below);
  if (c_.dry > 0) return;
  step_nodes(c_, k, name, steps, current, r);
  const float x = r.x + (r.w - n * w - g * (n - 1)) / 2;
  pavement({r.x, r.y, r.w, square_h + 2 * pad_y}, c_.s(12));
  draw_steps(*this, steps, current, x, r.y + pad_y, w, square_h, g, TextStyle::kH2);
  if (!fit) return;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool on = static_cast<int>(i) == current;
    const std::string rich = on ? key("**", steps[i].words, "**") : std::string(steps[i].words);
    const float sx = x + static_cast<float>(i) * (w + g);
    c_.words_in(rich, {sx - g / 2, r.y + square_h + 2 * pad_y + c_.s(4), w + g, line_height(TextStyle::kSmall)},
                TextStyle::kSmall, color(on ? Token::kInk : Token::kInk2), Align::kCentre);
  }
}

void Ui::step_band(std::string_view k, std::string_view name, std::span<const Step> steps, int current,
                   std::string_view title, std::string_view words) {
  const float sw = c_.s(46), sh = c_.s(34), g = c_.s(4), side = margin(), room_w = c_.col.w - 2 * side;
  const float strip = (sw + g) * static_cast<float>(steps.size()) - g;
  const bool beside = strip + c_.s(12) + text_width(key("**", title, "**"), TextStyle::kH3) <= room_w;
  const float words_w = beside ? room_w - strip - c_.s(12) : room_w;
  const float words_h = text_height(title, TextStyle::kH3, words_w) + text_height(words, TextStyle::kSmall, words_w);
  const float h = beside ? std::max(sh, words_h) + c_.s(14) : sh + words_h + c_.s(24);
  const Rect r = take(h);
  if (c_.dry > 0) return;
  pavement(r);
  step_nodes(c_, k, name, steps, current, r);
  const float y = beside ? r.y + (r.h - sh) / 2 : r.y + c_.s(9);
  draw_steps(*this, steps, current, r.x + side, y, sw, sh, g, TextStyle::kH3);
  const float x = beside ? r.x + side + strip + c_.s(14) : r.x + side;
  place({x, beside ? r.y + (r.h - words_h) / 2 : y + sh + c_.s(8), words_w, 0}, [&] {
    heading(key(k, "/title"), 2, title, TextStyle::kH3, {.color = Token::kChalk});
    text(key(k, "/words"), words, TextStyle::kSmall, {.color = Token::kChalk2});
  });
}

void Ui::hopscotch_row(std::string_view k, std::string_view label, std::string_view title, std::string_view words,
                       bool current) {
  const float size = c_.s(46);
  const std::size_t at = c_.nodes.size();
  const float y0 = c_.col.y, x0 = c_.col.x, w0 = c_.col.w;
  gap(c_.s(10));
  const NodeId id = a11y::node_id(k);
  c_.node(id, Role::kListItem, {}, {}, {.states = current ? a11y::kCurrent : 0U});
  c_.within(id, [&] {
    row({Cell::width(size), Cell::grow()}, c_.s(16), VAlign::kMiddle, [&](int cell) {
      if (cell == 0) {
        const Rect r = take(size);
        chalk_square(c_, r, current ? StepState::kCurrent : StepState::kDone, a11y::node_id(k), c_.s(2.6F));
        c_.words_in(label, r, TextStyle::kH2, color(current ? Token::kSelOn : Token::kChalk), Align::kCentre);
      } else {
        text(key(k, "/title"), title, TextStyle::kH3, {.color = current ? Token::kSel : Token::kChalk});
        text(key(k, "/words"), words, TextStyle::kSmall, {.color = current ? Token::kChalk : Token::kChalk2});
      }
    });
  });
  gap(c_.s(10));
  if (c_.dry == 0 && at < c_.nodes.size()) c_.nodes[at].rect = cut({x0, y0, w0, c_.col.y - y0}, c_.clips.back());
}

bool Ui::phase_square(std::string_view k, std::string_view number, std::string_view title, std::string_view words,
                      std::string_view when, bool done, bool current, std::string_view name) {
  const float pad = 22, inner = c_.col.w - 2 * pad;
  const std::string line = key(number, "\xC2\xA0", title);
  const auto content = [&](Color strong, Color soft) {
    return [&, strong, soft] {
      const auto put = [&](std::string_view rich, TextStyle t, Color c) {
        const TextBlock& b = c_.block_of(rich, t, c_.col.w);
        const Rect r = take(b.height);
        c_.draw_block(b, r.x, r.y, r.w, t, c, c, Align::kLeft);
      };
      put(line, TextStyle::kMoney, strong);
      gap(6);
      put(key("**", words, "**"), TextStyle::kBodyBold, soft);
      put(when, TextStyle::kBody, soft);
    };
  };
  const Color strong = color(current ? Token::kSelOn : Token::kChalk),
              soft = color(current ? Token::kSelOn : Token::kChalk2);
  const float h = std::max(130.0F, measure(inner, content(strong, soft)) + 36);
  const Rect r = take(h);
  const Press p = c_.press(k, Role::kButton, name, r, {.states = current ? a11y::kCurrent : 0U});
  if (c_.dry > 0) return false;
  if (!current) c_.fill(r, color(Token::kChalk).faded(0.06F * std::max(p.hover, p.hold)), 4);
  chalk_square(c_, r, current ? StepState::kCurrent : StepState::kDone, a11y::node_id(k), 3.4F);
  place({r.x + pad, r.y + 18, inner, 0}, content(strong, soft));
  if (done)
    c_.draw_stroke(c_.chalks.stroke("M8 23 C12 26 15 31 18 36 C22 24 30 12 42 3", 0.9F, 4.4F, 82), r.x + r.w - 52,
                   r.y + 10, rgb(0xA9E5A0));
  c_.ring(p, r, 6);
  return p.clicked;
}

void Ui::tile_bar(int theme, float share, int tiles, float h) {
  const Rect r = take(h);
  if (!c_.visible(r)) return;
  c_.fill(r, color(Token::kSunk), h / 2);
  ticks(c_, r, tiles);
  const float w = std::max(r.w * std::clamp(share, 0.0F, 1.0F), share > 0 ? h * 0.6F : 0.0F);
  c_.fill({r.x, r.y, w, r.h}, color(theme_token(theme)), h / 2,
          w > r.w - h / 2 ? ImDrawFlags_RoundCornersAll : ImDrawFlags_RoundCornersLeft);
  c_.outline(r, color(c_.contrast() ? Token::kBorder : Token::kLine), c_.contrast() ? 1.5F : 1, h / 2);
}

void Ui::budget_meter(std::string_view k, std::string_view name, std::span<const Part> parts, int tiles, bool over,
                      float h) {
  const Rect r = take(c_.s(h));
  if (c_.dry > 0) return;
  c_.node(a11y::node_id(k), Role::kImage, name, r);
  const float radius = c_.s(10), pad = c_.s(3);
  c_.fill(r, color(over ? Token::kNegTint : Token::kSunk), radius);
  ticks(c_, r, tiles);
  const float inner = r.w - 2 * pad;
  float x = r.x + pad;
  const float right = r.x + r.w - pad - (over ? c_.s(16) : 0);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const float share = animated_to(key(k, "/part/", std::to_string(i)), parts[i].share);
    const float w = std::min(inner * share - (i + 1 == parts.size() ? 0 : pad), right - x);
    if (w < 2) continue;
    const Rect b{x, r.y + pad, w, r.h - 2 * pad};
    c_.fill(b, part_color(c_, parts[i]), c_.s(6));
    if (w >= c_.s(24) && b.h >= c_.s(14))
      c_.draw_icon(parts[i].icon, b.x + b.w / 2, b.y + b.h / 2, std::min(c_.s(18), b.h), color(Token::kOnSolid));
    x += w + pad;
  }
  if (over) {
    const float end = c_.s(18);
    hatch({r.x + r.w - end, r.y + 2, end - 2, r.h - 4}, Token::kNeg, Token::kSurface, c_.s(3));
    c_.fill({r.x + r.w - end - 3, r.y + 2, 3, r.h - 4}, color(Token::kInk));
  }
  c_.outline(r, color(over ? Token::kNeg : Token::kBorder), over ? 2.5F : 1.5F, radius);
}

void Ui::result_bar(std::string_view k, std::string_view name, std::span<const Part> parts, float h) {
  const Rect r = take(c_.s(h));
  if (c_.dry > 0) return;
  c_.node(a11y::node_id(k), Role::kImage, name, r);
  const float radius = c_.s(9);
  float x = r.x;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const float w = r.w * parts[i].share - 2;
    if (w < 1) continue;
    const bool last = x + w > r.x + r.w - 4;
    const ImDrawFlags corners =
        (i == 0 ? ImDrawFlags_RoundCornersLeft : 0) | (last ? ImDrawFlags_RoundCornersRight : 0);
    const Color pale = mix(token_color(theme_token(parts[i].theme), ThemeName::kLight), rgb(0xFFFFFF), 0.55F);
    c_.fill({x, r.y, w, r.h}, parts[i].theme == 0 ? color(Token::kSel) : pale, corners == 0 ? 0 : radius, corners);
    if (w >= c_.s(20)) c_.draw_icon(parts[i].icon, x + w / 2, r.y + r.h / 2, c_.s(18), rgb(0x17212B));
    x += w + 2;
  }
  const float left = r.x + r.w - x;
  if (left > 3) c_.outline({x, r.y, left, r.h}, color(Token::kChalk2), 2, radius, ImDrawFlags_RoundCornersRight);
}

void Ui::progress(std::string_view k, std::string_view name, int done, int total, Token t) {
  const Rect r = take(c_.s(12));
  if (c_.dry > 0) return;
  c_.node(a11y::node_id(k), Role::kProgress, name, r, {.now = done, .min = 0, .max = total});
  const float share = animated_to(k, total > 0 ? static_cast<float>(done) / static_cast<float>(total) : 0);
  c_.fill(r, color(Token::kSunk), r.h / 2);
  if (share > 0)
    c_.fill({r.x, r.y, std::max(r.w * share, r.h), r.h}, color(t), r.h / 2,
            share > 0.97F ? ImDrawFlags_RoundCornersAll : ImDrawFlags_RoundCornersLeft);
  c_.outline(r, color(Token::kBorder), 1.5F, r.h / 2);
}

void Ui::purse(std::span<const Part> parts, float w, float h) {
  const Rect r = c_.room(c_.s(w), c_.s(h), false);
  if (c_.dry > 0) return;
  c_.fill(r, color(Token::kSurface), c_.s(8));
  c_.outline(r, color(Token::kBorder), 2, c_.s(8));
  const float pad = c_.s(4), inner = r.w - 2 * pad;
  float x = r.x + pad;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const float wide = inner * parts[i].share - (i + 1 == parts.size() ? 0 : 2);
    const Rect b{x, r.y + pad, std::max(1.0F, wide), r.h - 2 * pad};
    c_.fill(b, part_color(c_, parts[i]), c_.s(4));
    const std::string rich = key("**", parts[i].words, "**");
    if (!parts[i].words.empty() && text_width(rich, TextStyle::kSmallBold) <= b.w) {
      c_.words_in(rich, b, TextStyle::kSmallBold, color(parts[i].theme == 0 ? Token::kSelOn : Token::kOnSolid),
                  Align::kCentre);
    }
    x += wide + 2;
  }
}

void Ui::people_dots(std::string_view k, std::string_view name, int count) {
  const float step = c_.s(10), radius = c_.s(3.6F);
  const int columns = std::clamp(static_cast<int>(c_.col.w / step), 1, std::max(1, kiosk() ? 64 : 32));
  const int rows = (count + columns - 1) / columns;
  const Rect r = take(step * static_cast<float>(rows));
  if (c_.dry > 0) return;
  c_.node(a11y::node_id(k), Role::kImage, name, r);
  for (int i = 0; i < count; ++i) {
    const int row = i / columns;
    circle(r.x + (static_cast<float>(i % columns) + 0.5F) * step, r.y + (static_cast<float>(row) + 0.5F) * step, radius,
           Token::kAct);
  }
}

void Ui::shortfall_bar(std::string_view k, std::string_view name, float share, std::string_view have,
                       std::string_view short_words) {
  const Rect r = take(c_.s(40));
  if (c_.dry > 0) return;
  c_.node(a11y::node_id(k), Role::kImage, name, r);
  const float radius = c_.s(10), w = r.w * std::clamp(share, 0.0F, 1.0F);
  c_.fill(r, color(Token::kSurface), radius);
  hatch({r.x + w, r.y + 1, r.w - w - 2, r.h - 2}, Token::kNegTint, Token::kSurface, c_.s(6));
  c_.fill({r.x, r.y, w, r.h}, color(Token::kSel), radius, ImDrawFlags_RoundCornersLeft);
  c_.outline(r, color(Token::kBorder), 2, radius);
  const std::string a = key("**", have, "**"), b = key("**", short_words, "**");
  const float aw = text_width(a, TextStyle::kSmallBold), bw = text_width(b, TextStyle::kSmallBold);
  if (aw + 8 <= w) c_.words_in(a, {r.x, r.y, w, r.h}, TextStyle::kSmallBold, color(Token::kSelOn), Align::kCentre);
  const float rest = r.w - w;
  if (bw + 16 <= rest) {
    const Rect plate{r.x + w + (rest - bw) / 2 - 5, r.y + r.h / 2 - line_height(TextStyle::kSmall) / 2 - 1, bw + 10,
                     line_height(TextStyle::kSmall) + 2};
    c_.fill(plate, color(Token::kSurface), 6);
    c_.words_in(b, plate, TextStyle::kSmallBold, color(Token::kNeg), Align::kCentre);
  } else {
    text(k, b, TextStyle::kSmallBold, {.color = Token::kNeg, .align = Align::kRight, .role = Role::kNone});
  }
}

void Ui::solid_bar(std::string_view k, int theme, std::string_view words) {
  const std::string rich = key("**", words, "**");
  const float words_h = text_height(rich, TextStyle::kBodyBold, c_.col.w - 24);
  const Rect r = take(std::max(c_.s(34), words_h + c_.s(10)));
  c_.node(a11y::node_id(k), Role::kParagraph, words, r);
  c_.fill(r, color(theme_token(theme)), c_.s(9));
  c_.words_in(rich, {r.x + 12, r.y, r.w - 24, r.h}, TextStyle::kBodyBold, color(Token::kOnSolid), Align::kCentre);
}

void Ui::legend(std::span<const Part> parts) {
  flow(c_.s(12), [&] {
    for (const Part& p : parts) {
      const float w = text_width(p.words, TextStyle::kSmall);
      const Rect r = c_.room(w + c_.s(20), line_height(TextStyle::kSmall), false);
      if (c_.dry > 0) continue;
      const Rect b{r.x, r.y + r.h / 2 - c_.s(7), c_.s(14), c_.s(14)};
      c_.fill(b, part_color(c_, p), c_.s(4));
      if (p.theme == 0) c_.outline(b, color(Token::kInk), 1.5F, c_.s(4));
      words(p.words, r.x + c_.s(19), r.y, TextStyle::kSmall, Token::kInk);
    }
  });
}

}  // namespace stoepkrijt::ui
