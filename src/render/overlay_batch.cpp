#include "render/overlay_batch.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "base/utf8.hpp"
#include "render/marker_outlines.hpp"

namespace stoepkrijt::render {
namespace {

constexpr float kSdf = 0.0F;
constexpr float kBox = 1.0F;
constexpr float kRing = 2.0F;
constexpr float kBaseline = 0.34F;  // ems below the middle of a line of text

}  // namespace

void OverlayBatch::add(const Quad& q) {
  for (int i = 0; i < 4; ++i) {
    OverlayVertex v{};
    v.x = q.corner[i].x;
    v.y = q.corner[i].y;
    v.local_x = (i & 1) != 0 ? q.local_high.x : q.local_low.x;
    v.local_y = (i & 2) != 0 ? q.local_high.y : q.local_low.y;
    std::copy(std::begin(q.shape), std::end(q.shape), std::begin(v.shape));
    for (unsigned c = 0; c < 4; ++c) v.rgba[c] = static_cast<std::uint8_t>((q.rgba >> (24U - 8U * c)) & 0xFFU);
    v.kind = q.kind;
    vertices_.push_back(v);
  }
}

void OverlayBatch::box(glm::vec2 centre, glm::vec2 half, float radius, Rgba rgba, float angle, float soft_px) {
  const float room = soft_px + 1.0F;
  const glm::vec2 reach = half + room;
  const glm::vec2 right(std::cos(angle), -std::sin(angle));
  const glm::vec2 down(-right.y, right.x);
  const auto corner = [&](float x, float y) { return centre + right * (x * reach.x) + down * (y * reach.y); };
  add({{corner(-1, -1), corner(1, -1), corner(-1, 1), corner(1, 1)},
       -reach,
       reach,
       {half.x, half.y, radius, soft_px},
       rgba,
       kBox});
}

void OverlayBatch::line(glm::vec2 from, glm::vec2 to, float width, Rgba rgba) {
  const glm::vec2 d = to - from;
  const float half = width * 0.5F;
  box((from + to) * 0.5F, {glm::length(d) * 0.5F + half, half}, half, rgba, std::atan2(-d.y, d.x));
}

void OverlayBatch::ring(glm::vec2 centre, float radius, float width, float start, float end, Rgba rgba) {
  const float reach = radius + width * 0.5F + 1.0F;
  const glm::vec2 low = centre - reach;
  const glm::vec2 high = centre + reach;
  add({{low, {high.x, low.y}, {low.x, high.y}, high},
       glm::vec2(-reach),
       glm::vec2(reach),
       {radius, width * 0.5F, start, end},
       rgba,
       kRing});
}

void OverlayBatch::add_glyph(const Glyph& g, glm::vec2 pen, glm::vec2 right, float unit_px, float grow_px,
                             float soft_px, Rgba rgba) {
  if (g.empty) return;
  const glm::vec2 down(-right.y, right.x);
  const auto corner = [&](float x, float y) { return pen + right * (x * unit_px) + down * (y * unit_px); };
  const float field_per_px = g.field_per_unit / unit_px;
  const float spread = field_per_px * std::max(1.0F / ratio_, soft_px);
  add({{corner(g.low.x, g.low.y), corner(g.high.x, g.low.y), corner(g.low.x, g.high.y), corner(g.high.x, g.high.y)},
       g.uv_low,
       g.uv_high,
       {SdfAtlas::kOutline - grow_px * field_per_px, spread, 0.0F, 0.0F},
       rgba,
       kSdf});
}

void OverlayBatch::marker(MarkerShape shape, glm::vec2 tip, float scale, float grow, Rgba rgba, float soft_px) {
  add_glyph(atlas_->shape(shape), tip - kMarkerTip * scale, {1.0F, 0.0F}, scale, grow * scale, soft_px, rgba);
}

void OverlayBatch::text(std::string_view utf8, glm::vec2 centre, float angle, const TextLook& look) {
  const glm::vec2 right(std::cos(angle), -std::sin(angle));
  const glm::vec2 down(-right.y, right.x);
  const auto letters = static_cast<float>(count_code_points(utf8));
  const float width =
      atlas_->width(look.face, utf8) * look.size_px + look.letter_spacing_px * std::max(letters - 1.0F, 0.0F);
  glm::vec2 start = centre - right * (width * 0.5F) + down * (look.size_px * kBaseline);
  // A level line stands on a whole row of device pixels: sharper.
  if (std::abs(angle) < 1e-4F) start.y = std::round(start.y * ratio_) / ratio_;
  const bool halo = (look.halo & 0xFFU) != 0 && look.halo_px > 0.0F;
  for (int pass = halo ? 0 : 1; pass < 2; ++pass) {  // all halos lie below all letters
    glm::vec2 pen = start;
    char32_t before = 0;
    for (std::size_t at = 0; at < utf8.size();) {
      const char32_t c = next_code_point(utf8, at);
      if (before != 0) pen += right * (atlas_->kerning(look.face, before, c) * look.size_px);
      const Glyph g = atlas_->glyph(look.face, c);
      add_glyph(g, pen, right, look.size_px, pass == 0 ? look.halo_px : 0.0F, 0.0F, pass == 0 ? look.halo : look.ink);
      pen += right * (g.advance * look.size_px + look.letter_spacing_px);
      before = c;
    }
  }
}

void OverlayBatch::icon(char32_t code_point, glm::vec2 centre, float size_px, Rgba rgba) {
  const Glyph g = atlas_->glyph(Face::kIcons, code_point);
  const glm::vec2 pen = centre + glm::vec2(-g.advance * 0.5F, -atlas_->icon_middle()) * size_px;
  add_glyph(g, pen, {1.0F, 0.0F}, size_px, 0.0F, 0.0F, rgba);
}

}  // namespace stoepkrijt::render
