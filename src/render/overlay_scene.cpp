#include "render/overlay_scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <string>

#include "render/marker_outlines.hpp"

namespace stoepkrijt::render {
namespace {

constexpr Rgba rgb(std::uint32_t colour_rgb) { return (colour_rgb << 8U) | 0xFFU; }

class SceneDrawer {
 public:
  SceneDrawer(OverlayBatch& batch, const MapScene& scene, const Plane& plane, const SceneLayout& layout)
      : b_(batch), s_(scene), view_(plane, scene.camera, scene.viewport), plane_(plane), layout_(layout) {}

  void routes() {
    for (const RouteLine& route : s_.routes) {
      const auto line = on_screen(route.line);
      if (route.walked) {
        polyline(line, 9.0F, paint(Paint::kSurface));
        polyline(line, 5.5F, paint(Paint::kAct));
      } else {
        polyline(line, 8.0F, paint(Paint::kSurface));
        dots(line, 11.0F, 2.5F, paint(Paint::kAct));
      }
    }
  }

  /// What was drawn around: a line in the colour of what one does, on a lighter one.
  void area() {
    if (s_.area.size() < 3) return;
    std::vector<glm::vec2> line = on_screen(s_.area);
    line.push_back(line.front());
    polyline(line, 8.0F, paint(Paint::kSurface));
    polyline(line, 4.0F, paint(Paint::kAct));
  }

  void labels(std::span<const LabelSource> sources) {
    for (const PlacedLabel& label : layout_.labels) {
      const LabelSource& source = sources[label.source];
      b_.text(source.text, label.box.centre, label.box.angle, label_text(source.kind, s_));
    }
  }

  void stops() {
    for (const StopMark& stop : s_.stops) {
      const glm::vec2 at = view_.to_screen(plane_.to_m(stop.place));
      if (!near_view(at, 40.0F)) continue;
      const float k = layout_.marker_scale;
      b_.disc(at, 16.5F * k, paint(Paint::kAct));
      b_.disc(at, 13.5F * k, paint(Paint::kSurface));
      b_.text(std::to_string(stop.number), at, 0.0F, {Face::kBold, 17.0F * k, 0.0F, paint(Paint::kInk), 0, 0.0F});
    }
  }

  void markers() {
    if (layout_.items.size() > kMostPins) return crowd();
    for (const MarkerItem& item : layout_.items) {
      if (item.cluster())
        cluster(item);
      else
        pin(s_.all()[item.marker], s_.is_chosen(item.marker), item.at);
    }
  }

  void donuts() {
    for (const Donut& d : s_.donuts) {
      const glm::vec2 at = view_.to_screen(plane_.to_m(d.place));
      if (!near_view(at, d.radius_px + 20.0F)) continue;
      b_.disc(at + glm::vec2(0.0F, 2.0F), d.radius_px + 6.0F, paint(Paint::kShadow), 4.0F);
      b_.disc(at, d.radius_px + 6.0F, paint(Paint::kSurface));
      const float gap = d.pieces.size() > 1 ? 3.0F / (6.2831853F * d.radius_px) : 0.0F;
      float start = 0;
      for (const DonutPiece& piece : d.pieces) {
        const float end = d.pieces.size() == 1 ? 1.0F : start + std::max(piece.share - gap, gap);
        b_.ring(at, d.radius_px, 11.0F, start, end, rgb(piece.fill));
        start += piece.share;
      }
      b_.text(d.text, at, 0.0F, {Face::kBold, 17.0F * s_.text_scale, 0.0F, paint(Paint::kInk), 0, 0.0F});
    }
  }

  void own_position() {
    if (!s_.own.shown) return;
    const glm::vec2 at = view_.to_screen(plane_.to_m(s_.own.place));
    const float radius = s_.own.accuracy_m * s_.camera.px_per_m;
    if (radius > 13.0F) {
      b_.disc(at, radius, paint(Paint::kActDisc));
      b_.ring(at, radius, 1.5F, 0.0F, 1.0F, paint(Paint::kActRing));
    }
    b_.disc(at, 13.0F, paint(Paint::kSurface));
    b_.disc(at, 9.0F, paint(Paint::kAct));
  }

  /// Yellow is you: the place that you are choosing.
  void choosing_pin() {
    if (!s_.pin_mode) return;
    const Rect room = free_part(s_.viewport);
    const glm::vec2 at(room.x + room.w * 0.5F, room.y + room.h * 0.5F);
    const Rgba ink = rgb(0x17212B);
    for (const glm::vec2 d : {glm::vec2(11.0F, 0.0F), glm::vec2(0.0F, 11.0F)}) {
      b_.line(at - d, at + d, 5.0F, paint(Paint::kSurface));
      b_.line(at - d, at + d, 2.0F, ink);
    }
    const float k = kChosenScale * layout_.marker_scale;
    shape(MarkerShape::kCircle, at, k, paint(Paint::kSel), ink);
    b_.disc(at + glm::vec2(0.0F, -32.0F * k), 7.0F * k, ink);
  }

  void attribution() {
    if (layout_.attribution.empty()) return;
    const Rect& r = layout_.attribution_rect;
    const glm::vec2 half(r.w * 0.5F, r.h * 0.5F);
    b_.box({r.x + half.x, r.y + half.y}, half, 8.0F, paint(Paint::kAttribution));
    const float row = (r.h - 6.0F) / static_cast<float>(layout_.attribution.size());
    float y = r.y + 3.0F + row * 0.5F;
    for (const std::string& line : layout_.attribution) {
      b_.text(line, {r.x + half.x, y}, 0.0F,
              {Face::kMedium, 12.0F * s_.text_scale, 0.0F, paint(Paint::kLabel), 0, 0.0F});
      y += row;
    }
  }

 private:
  [[nodiscard]] Rgba paint(Paint p) const { return colour(s_.theme, p); }

  [[nodiscard]] bool near_view(glm::vec2 p, float margin) const {
    const Viewport& v = s_.viewport;
    return p.x > v.x - margin && p.y > v.y - margin && p.x < v.x + v.w + margin && p.y < v.y + v.h + margin;
  }

  [[nodiscard]] std::vector<glm::vec2> on_screen(const std::vector<geo::LonLat>& line) const {
    std::vector<glm::vec2> out;
    out.reserve(line.size());
    for (const geo::LonLat p : line) out.push_back(view_.to_screen(plane_.to_m(p)));
    return out;
  }

  void polyline(const std::vector<glm::vec2>& line, float width, Rgba rgba) {
    for (std::size_t i = 1; i < line.size(); ++i) b_.line(line[i - 1], line[i], width, rgba);
  }

  void dots(const std::vector<glm::vec2>& line, float period, float radius, Rgba rgba) {
    float next = 0;  // distance to the next dot
    for (std::size_t i = 1; i < line.size(); ++i) {
      const float length = glm::length(line[i] - line[i - 1]);
      if (length < 1e-3F) continue;
      const glm::vec2 dir = (line[i] - line[i - 1]) / length;
      for (; next < length; next += period) {
        const glm::vec2 at = line[i - 1] + dir * next;
        if (near_view(at, radius)) b_.disc(at, radius, rgba);
      }
      next -= length;
    }
  }

  /// The shape with shadow and surface ring; `yellow` draws the ring of a chosen one.
  void shape(MarkerShape kind, glm::vec2 tip, float k, Rgba fill, Rgba ring, bool yellow = false) {
    b_.marker(kind, tip + glm::vec2(0.0F, 2.0F * k), k, 0.5F, paint(Paint::kShadow), 7.0F * k);
    const bool contrast = s_.theme == MapTheme::kContrast;
    if (yellow) {
      if (contrast) b_.marker(kind, tip, k, 6.5F, paint(Paint::kInk));  // yellow alone does not stand out on white
      b_.marker(kind, tip, k, contrast ? 5.0F : 3.6F, paint(Paint::kSel));
    }
    b_.marker(kind, tip, k, 1.25F, ring);
    b_.marker(kind, tip, k, -1.25F, fill);
  }

  void pin(const Marker& m, bool chosen, glm::vec2 tip) {
    const float k = layout_.marker_scale * (chosen ? kChosenScale : 1.0F);
    shape(m.shape, tip, k, rgb(m.fill), paint(Paint::kSurface), chosen);
    const glm::vec2 corner = tip - kMarkerTip * k;
    if (m.icon != 0) b_.icon(m.icon, corner + glm::vec2(24.0F, 24.0F) * k, 24.0F * k, rgb(m.ink));
    if (m.level >= 1 && m.level <= 5) badge(m.level, corner + glm::vec2(43.5F, 4.5F) * k, k);
  }

  void badge(std::uint8_t level, glm::vec2 centre, float k) {
    const LevelLook look = level_look(level, s_.theme);
    const bool contrast = s_.theme == MapTheme::kContrast;
    b_.box(centre, glm::vec2(14.5F) * k, 9.0F * k, contrast ? paint(Paint::kInk) : paint(Paint::kSurface));
    b_.box(centre, glm::vec2(12.5F) * k, 7.0F * k, look.fill);
    b_.text(look.letter, centre, 0.0F, {Face::kBold, 15.0F * k, 0.0F, look.ink, 0, 0.0F});
  }

  void cluster(const MarkerItem& item) {
    const float k = layout_.marker_scale;
    b_.disc(item.at + glm::vec2(0.0F, 2.0F * k), 29.0F * k, paint(Paint::kShadow), 4.0F * k);
    b_.disc(item.at, 29.0F * k, paint(Paint::kSurface));
    const float radius = 25.0F * k;
    const auto kinds = pieces_of(item);
    const float gap = kinds.size() > 1 ? 3.0F * k / (6.2831853F * radius) : 0.0F;
    const auto total = static_cast<float>(item.count);
    float start = 0;
    for (const MixPiece& kind : kinds) {
      const float share = static_cast<float>(kind.count) / total;
      // A small share keeps a visible piece; a single kind closes the ring.
      const float end = kinds.size() == 1 ? 1.0F : start + std::max(share - gap, gap);
      b_.ring(item.at, radius, 7.0F * k, start, end, rgb(kind.fill));
      start += share;
    }
    const std::uint32_t n = item.count;
    const std::string count = n < 10000 ? std::to_string(n) : std::to_string(n / 1000) + "k";
    b_.text(count, item.at, 0.0F, {Face::kBold, (n < 1000 ? 20.0F : 16.0F) * k, 0.0F, paint(Paint::kInk), 0, 0.0F});
  }

  /// The mix of a cluster by shape and colour; never more than six pieces: the smallest go with the last of them.
  [[nodiscard]] static std::vector<MixPiece> pieces_of(const MarkerItem& item) {
    constexpr std::size_t kMost = 6;
    std::vector<MixPiece> pieces = item.mix;
    if (pieces.size() <= kMost) return pieces;
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const MixPiece& a, const MixPiece& b) { return a.count > b.count; });
    for (std::size_t i = kMost; i < pieces.size(); ++i) pieces[kMost - 1].count += pieces[i].count;
    pieces.resize(kMost);
    std::stable_sort(pieces.begin(), pieces.end(), [](const MixPiece& a, const MixPiece& b) {
      return a.shape != b.shape ? a.shape < b.shape : a.fill < b.fill;
    });
    return pieces;
  }

  /// Far too many for pins: one dot each.
  void crowd() {
    for (const MarkerItem& item : layout_.items) b_.disc(item.at, 5.0F, rgb(s_.all()[item.marker].fill));
  }

  OverlayBatch& b_;
  const MapScene& s_;
  ViewTransform view_;
  const Plane& plane_;
  const SceneLayout& layout_;
};

}  // namespace

TextLook label_text(LabelKind kind, const MapScene& scene) {
  const LabelStyle& style = label_style(kind);
  TextLook look;
  look.face = style.bold ? Face::kBold : style.semi_bold ? Face::kSemiBold : Face::kMedium;
  look.size_px = style.size_px * scene.text_scale;
  look.letter_spacing_px = style.letter_spacing_px * scene.text_scale;
  look.halo_px = 1.9F * scene.text_scale;
  const bool water = kind == LabelKind::kWater;
  const bool green = kind == LabelKind::kGreen;
  look.ink = colour(scene.theme, water ? Paint::kWaterLabel : green ? Paint::kGreenLabel : Paint::kLabel);
  look.halo = colour(scene.theme, water ? Paint::kWater : green ? Paint::kGreen : Paint::kHalo);
  return look;
}

void draw_overlay(OverlayBatch& batch, const MapScene& scene, const Plane& plane, const SceneLayout& layout,
                  std::span<const LabelSource> sources) {
  SceneDrawer drawer(batch, scene, plane, layout);
  drawer.area();
  drawer.routes();
  drawer.labels(sources);
  drawer.stops();
  drawer.donuts();
  drawer.markers();
  drawer.own_position();
  drawer.choosing_pin();
  drawer.attribution();
}

}  // namespace stoepkrijt::render
