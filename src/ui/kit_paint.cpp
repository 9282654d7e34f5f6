// Drawing only: rectangles, shadows, words, icons, tiles and markers. Registers nothing.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr Color kRingDark = rgb(0x17212B);

ImVec2 v2(float x, float y) { return {x, y}; }

}  // namespace

Icon icon_by_name(std::string_view tabler_name) { return assets::icon_by_name(tabler_name); }

void Ui::Core::fill(const Rect& r, Color c, float radius, ImDrawFlags corners) {
  if (c.a == 0 || !visible(r)) return;
  const float limit = std::min(r.w, r.h) / 2;
  dl->AddRectFilled(v2(r.x, r.y), v2(r.x + r.w, r.y + r.h), im(c), std::min(radius, limit), corners);
}

void Ui::Core::outline(const Rect& r, Color c, float thickness, float radius, ImDrawFlags corners) {
  if (c.a == 0 || !visible(r)) return;
  // Like CSS: the line lies inside the box.
  const Rect b = shrink(r, thickness / 2);
  dl->AddRect(v2(b.x, b.y), v2(b.x + b.w, b.y + b.h), im(c),
              std::max(0.0F, std::min(radius, std::min(r.w, r.h) / 2) - thickness / 2), corners, thickness);
}

void Ui::Core::dashed(const Rect& r, Color c, float thickness, float radius) {
  if (!visible(r)) return;
  const Rect b = shrink(r, thickness / 2);
  dl->PathClear();
  dl->PathRect(v2(b.x, b.y), v2(b.x + b.w, b.y + b.h), std::max(0.0F, radius - thickness / 2));
  const std::vector<ImVec2> path(dl->_Path.begin(), dl->_Path.end());
  dl->PathClear();
  const float on = thickness * 3, period = on + thickness * 2;
  float at = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const ImVec2 a = path[i], z = path[(i + 1) % path.size()];
    const float length = std::hypot(z.x - a.x, z.y - a.y);
    float done = 0;
    while (done < length - 1e-4F) {
      const float phase = std::fmod(at, period);
      const bool drawn = phase < on;
      const float step = std::min(length - done, (drawn ? on : period) - phase + 1e-3F);
      const auto point = [&](float d) { return v2(a.x + (z.x - a.x) * d / length, a.y + (z.y - a.y) * d / length); };
      if (drawn) dl->AddLine(point(done), point(done + step), im(c), thickness);
      done += step;
      at += step;
    }
  }
}

void Ui::Core::shadow(const Rect& r, float radius, int elevation) {
  if (elevation <= 0 || contrast() || dry > 0) return;
  const bool dark = in.theme == ThemeName::kDark;
  struct Layer {
    int shape;
    float dy, alpha;
  };
  const Color ink = dark ? rgb(0x000000) : rgb(0x17212B);
  const auto draw = [&](Layer l) {
    const ShadowShape shape = shadow_shape(l.shape);
    const float in_size = std::max({shape.radius, shape.blur, radius}),
                c = std::min({shape.blur + in_size, shape.blur + r.w / 2, shape.blur + r.h / 2});
    const ImVec4& uv = fonts.shadow_uv(l.shape);
    const Rect o{r.x - shape.blur, r.y - shape.blur + l.dy, r.w + 2 * shape.blur, r.h + 2 * shape.blur};
    if (!visible(o)) return;
    const ImU32 color = im(ink.faded(l.alpha));
    const float k = (c) / (shape.blur + std::max(shape.radius, shape.blur));
    const float ux = uv.x + (uv.z - uv.x) * std::min(1.0F, k), uy = uv.y + (uv.w - uv.y) * std::min(1.0F, k);
    const std::array<float, 4> xs = {o.x, o.x + c, o.x + o.w - c, o.x + o.w},
                               ys = {o.y, o.y + c, o.y + o.h - c, o.y + o.h};
    const std::array<float, 4> us = {uv.x, ux, ux, uv.x}, vs = {uv.y, uy, uy, uv.y};
    for (std::size_t j = 0; j < 3; ++j) {
      for (std::size_t i = 0; i < 3; ++i) {
        if (xs[i + 1] <= xs[i] || ys[j + 1] <= ys[j]) continue;
        dl->PrimReserve(6, 4);
        dl->PrimRectUV(v2(xs[i], ys[j]), v2(xs[i + 1], ys[j + 1]), v2(us[i], vs[j]), v2(us[i + 1], vs[j + 1]), color);
      }
    }
  };
  if (elevation == 1) {
    draw({1, 1.5F, dark ? 0.5F : 0.16F});
  } else if (elevation == 2) {
    draw({1, 2, dark ? 0.3F : 0.14F});
    draw({2, 7, dark ? 0.5F : 0.16F});
  } else {
    draw({2, 4, dark ? 0.4F : 0.16F});
    draw({3, 14, dark ? 0.6F : 0.24F});
  }
}

void Ui::Core::ring(const Press& press, const Rect& r, float radius) {
  if (!press.focused || dry > 0) return;
  // 3 px dark, 4 px yellow outside it; at the canvas' edge inside the box.
  const Rect room = shrink(clips.back(), 7);
  const bool fits = r.x >= room.x && r.x + r.w <= room.x + room.w;
  const float d = fits ? 0.0F : -7.0F;
  const Rect inner{r.x - 3 - d, r.y - 3 - d, r.w + 6 + 2 * d, r.h + 6 + 2 * d};
  const Rect outer = shrink(inner, -4);
  outline(outer, color(Token::kSel), 4, std::max(0.0F, radius + 7 + d));
  outline(inner, kRingDark, 3, std::max(0.0F, radius + 3 + d));
}

void Ui::Core::draw_icon(Icon i, float cx, float cy, float size, Color c) {
  if (i == 0 || !visible({cx - size, cy - size, 2 * size, 2 * size})) return;
  const ImFont* f = fonts.icons(size);
  const ImFontGlyph* g = f->FindGlyphNoFallback(static_cast<ImWchar>(i));
  if (g == nullptr) {
    fault("icon without glyph");
    return;
  }
  const float k = size / f->FontSize;
  const float ratio = in.pixel_ratio;
  const auto snap = [&](float v) { return std::round(v * ratio) / ratio; };
  const float x = snap(cx - size / 2), y = snap(cy - size / 2);
  dl->PrimReserve(6, 4);
  dl->PrimRectUV(v2(x + g->X0 * k, y + g->Y0 * k), v2(x + g->X1 * k, y + g->Y1 * k), v2(g->U0, g->V0), v2(g->U1, g->V1),
                 im(c));
}

void Ui::Core::draw_block(const TextBlock& b, float x, float y, float width, TextStyle t, Color c, Color accent,
                          Align align) {
  if (!visible({x - 2, y, std::max(width, b.width) + 4, b.height})) return;
  if (width > 0 && b.width > width + 0.5F) {
    std::string words;
    for (char32_t ch : b.lines.front().stretches.front().letters)
      words.push_back(ch < 128 ? static_cast<char>(ch) : '?');
    fault("words wider than their box: " + words);
  }
  const float ratio = in.pixel_ratio;
  for (const Line& line : b.lines) {
    const float lx = x + (align == Align::kLeft ? 0 : (width - line.width) * (align == Align::kCentre ? 0.5F : 1.0F));
    for (const Stretch& s : line.stretches) {
      const Face& f = face(s.bold ? bold_of(t) : t);
      // All weights stand on the baseline of the line's own style.
      const float base = std::round((y + face(t).baseline) * ratio) / ratio;
      float pen = std::round((lx + s.x) * ratio) / ratio;
      const ImU32 color = im(s.accent ? accent : c);
      const float ascent = std::round(f.font->Ascent);
      for (char32_t ch : s.letters) {
        const float step = advance(f, ch, ratio);
        if (ch != U' ' && ch != 0xA0) {
          const ImFontGlyph* g = f.font->FindGlyphNoFallback(static_cast<ImWchar>(ch));
          if (g == nullptr) {
            fault("letter without glyph: U+" + std::to_string(static_cast<unsigned>(ch)));
            g = f.font->FindGlyph('?');
          }
          const float centre = f.digit > 0 && ch >= '0' && ch <= '9' ? (f.digit - g->AdvanceX / ratio) / 2 : 0;
          const float gx = pen + centre;
          dl->PrimReserve(6, 4);
          dl->PrimRectUV(v2(gx + g->X0 / ratio, base + (g->Y0 - ascent) / ratio),
                         v2(gx + g->X1 / ratio, base + (g->Y1 - ascent) / ratio), v2(g->U0, g->V0), v2(g->U1, g->V1),
                         color);
        }
        pen += step;
      }
    }
    y += face(t).line;
  }
}

float Ui::Core::words_in(std::string_view rich, const Rect& r, TextStyle t, Color c, Align align) {
  const TextBlock& b = block_of(rich, t, r.w);
  draw_block(b, r.x, r.y + (r.h - b.height) / 2, r.w, t, c, c, align);
  return b.height;
}

// ---- of the Ui ------------------------------------------------------------------------------------------------------

void Ui::fill(Rect r, Token t, float radius) { c_.fill(r, color(t), radius); }
void Ui::fill(Rect r, Color c, float radius) { c_.fill(r, c, radius); }
void Ui::outline(Rect r, Token t, float thickness, float radius, bool dashed) {
  if (dashed)
    c_.dashed(r, color(t), thickness, radius);
  else
    c_.outline(r, color(t), thickness, radius);
}
void Ui::shadow(Rect r, float radius, int elevation) { c_.shadow(r, radius, elevation); }
void Ui::line(float x0, float y0, float x1, float y1, Token t, float thickness) {
  if (c_.dry == 0) c_.dl->AddLine(v2(x0, y0), v2(x1, y1), im(color(t)), thickness);
}
void Ui::circle(float cx, float cy, float r, Token t) {
  if (c_.visible({cx - r, cy - r, 2 * r, 2 * r})) c_.dl->AddCircleFilled(v2(cx, cy), r, im(color(t)));
}
void Ui::icon(Icon i, float cx, float cy, float size, Token t) { c_.draw_icon(i, cx, cy, size, color(t)); }
void Ui::icon(Icon i, float cx, float cy, float size, Color c) { c_.draw_icon(i, cx, cy, size, c); }

float Ui::words(std::string_view rich, float x, float y, TextStyle style, Token t, Align align) {
  const TextBlock& b = c_.block_of(rich, style, 0);
  const float left = align == Align::kLeft ? x : align == Align::kCentre ? x - b.width / 2 : x - b.width;
  c_.draw_block(b, left, y, b.width, style, color(t), color(Token::kSel), Align::kLeft);
  return b.width;
}
float Ui::line_height(TextStyle style) const { return c_.face(style).line; }
float Ui::text_width(std::string_view rich, TextStyle style) const { return c_.block_of(rich, style, 0).width; }
float Ui::text_height(std::string_view rich, TextStyle style, float width) const {
  return c_.block_of(rich, style, width).height;
}

void Ui::theme_tile(int theme, Icon i, float x, float y, float size, bool soft) {
  const Color k = color(theme_token(theme));
  const Rect r{x, y, size, size};
  const float radius = size >= 52 ? size / 4 : size * 0.27F;
  c_.fill(r, soft ? mix(color(Token::kSurface), k, 0.14F) : k, radius);
  if (soft && c_.contrast()) c_.outline(r, k, 2, radius);
  c_.draw_icon(i, x + size / 2, y + size / 2, size * (size >= 52 ? 0.536F : 0.56F), soft ? k : color(Token::kOnSolid));
}

void Ui::level_tile(Level l, float x, float y, float size) {
  if (l == Level::kNone) return;
  static constexpr std::array<std::string_view, 6> kWords = {"", "A+", "A", "B", "C", "D"};
  const auto n = static_cast<std::size_t>(l);
  const Color ground = color(static_cast<Token>(static_cast<std::size_t>(Token::kLevelAPlus) + n - 1));
  const bool white = contrast_ratio(rgb(0xFFFFFF), ground) > contrast_ratio(kRingDark, ground);
  const Color ink = white ? rgb(0xFFFFFF) : kRingDark;
  const float radius = size / 4;
  c_.fill({x, y, size, size}, ground, radius);
  c_.outline({x, y, size, size}, c_.contrast() ? rgb(0) : kRingDark.faded(0.55F), c_.contrast() ? 2 : 1.5F, radius);
  const TextBlock& b =
      c_.block_of(key("**", kWords.at(n), "**"), size < 36 && !kiosk() ? TextStyle::kSmallBold : TextStyle::kH3, 0);
  const TextStyle style = size < 36 && !kiosk() ? TextStyle::kSmallBold : TextStyle::kH3;
  c_.draw_block(b, x + (size - b.width) / 2, y + (size - b.height) / 2, b.width, style, ink, ink, Align::kLeft);
}

void Ui::marker(Kind kind, Icon i, float x, float y, float size) {
  const float k = size / 58;
  const Color c = color(kind == Kind::kProblem ? Token::kNeg : kind == Kind::kStrong ? Token::kPos : Token::kIdea);
  if (!c_.visible({x, y, 48 * k, size})) return;
  ImDrawList* dl = c_.dl;
  const auto at = [&](float px, float py) { return v2(x + px * k, y + py * k); };
  dl->PathClear();
  if (kind == Kind::kProblem) {
    dl->AddRectFilled(at(4, 4), at(44, 44), im(c), 4 * k);
    dl->AddTriangleFilled(at(17, 43.5F), at(31, 43.5F), at(24, 56), im(c));
  } else if (kind == Kind::kStrong) {
    dl->AddCircleFilled(at(24, 24), 21 * k, im(c));
    dl->AddTriangleFilled(at(15.5F, 43), at(32.5F, 43), at(24, 56), im(c));
  } else {
    const std::array<ImVec2, 6> hex = {at(24, 2), at(44, 13), at(44, 35), at(24, 46), at(4, 35), at(4, 13)};
    dl->AddConvexPolyFilled(hex.data(), 6, im(c));
    dl->AddTriangleFilled(at(15.6F, 41.5F), at(32.4F, 41.5F), at(24, 56), im(c));
  }
  c_.draw_icon(i, x + 24 * k, y + 24 * k, 24 * k * (size < 50 ? 1.14F : 1), color(Token::kOnSolid));
}

void Ui::hatch(Rect r, Token a, Token b, float stripe, float radius) {
  if (!c_.visible(r)) return;
  c_.fill(r, color(b), radius);
  // 45 degrees, cut off at the box; the corners of a rounded box keep the ground.
  c_.dl->PushClipRect(v2(r.x, r.y), v2(r.x + r.w, r.y + r.h), true);
  const float period = 2 * stripe * std::numbers::sqrt2_v<float>;
  const float wide = stripe * std::numbers::sqrt2_v<float>;
  for (float x = r.x - r.h; x < r.x + r.w; x += period) {
    const std::array<ImVec2, 4> q = {v2(x, r.y + r.h), v2(x + r.h, r.y), v2(x + r.h + wide, r.y),
                                     v2(x + wide, r.y + r.h)};
    c_.dl->AddConvexPolyFilled(q.data(), 4, im(color(a)));
  }
  c_.dl->PopClipRect();
}

void Ui::pavement(Rect r, float radius) {
  if (!c_.visible(r)) return;
  c_.fill(r, color(Token::kPave), radius);
  const float tile = kiosk() ? 144.0F : 96.0F, k = tile / 96;
  const Color dark = rgb(0x1E2831), light = rgb(0x35424E);
  // Rounded: lines stay a corner away from the edges, where they would stick out.
  const float off = radius > 0 ? std::min(radius, r.h / 3) * 0.3F : 0;
  c_.push_clip(shrink(r, off));
  const auto bar = [&](float x, float y, float w, float h, Color c) { c_.fill({x, y, w, h}, c); };
  for (float y = 0; y < r.h; y += tile) {
    bar(r.x, r.y + y, r.w, 1.4F * k, dark);
    bar(r.x, r.y + y + 1.5F * k, r.w, 1 * k, light);
    bar(r.x, r.y + y + 48 * k - 0.3F * k, r.w, 1.6F * k, dark);
    bar(r.x, r.y + y + 49.5F * k, r.w, 1 * k, light);
    for (float x = 0; x < r.w; x += tile) {
      bar(r.x + x, r.y + y, 1.4F * k, 48 * k, dark);
      bar(r.x + x + 1.5F * k, r.y + y + 2 * k, 1 * k, 46 * k, light);
      bar(r.x + x + 48 * k, r.y + y + 48 * k, 1.4F * k, 48 * k, dark);
      bar(r.x + x + 49.5F * k, r.y + y + 50 * k, 1 * k, 46 * k, light);
    }
  }
  c_.pop_clip();
}

void Ui::donut(std::span<const Part> parts, float cx, float cy, float radius, std::string_view words) {
  if (!c_.visible({cx - radius - 12, cy - radius - 12, 2 * radius + 24, 2 * radius + 24})) return;
  c_.dl->AddCircleFilled(v2(cx, cy), radius + c_.s(6), im(color(Token::kSurface)));
  float at = -kPi / 2;
  const float gap_angle = 3 / radius;
  for (const Part& p : parts) {
    const float sweep = 2 * kPi * p.share;
    c_.dl->PathClear();
    c_.dl->PathArcTo(v2(cx, cy), radius, at, at + std::max(0.02F, sweep - gap_angle), 48);
    c_.dl->PathStroke(im(p.theme == 0 ? color(Token::kSel) : color(theme_token(p.theme))), 0, c_.s(11));
    at += sweep;
  }
  const TextBlock& b = c_.block_of(key("**", words, "**"), TextStyle::kBodyBold, 0);
  c_.draw_block(b, cx - b.width / 2, cy - b.height / 2, b.width, TextStyle::kBodyBold, color(Token::kInk),
                color(Token::kInk), Align::kLeft);
}

}  // namespace stoepkrijt::ui
