#include "render/scene_layout.hpp"

#include <algorithm>
#include <bit>
#include <type_traits>

#include "render/marker_outlines.hpp"

namespace stoepkrijt::render {
namespace {

class Hasher {
 public:
  void add(std::uint64_t v) {
    // The finaliser of splitmix64 over a running sum: fast and well mixed.
    h_ += v + 0x9E3779B97F4A7C15U;
    h_ = (h_ ^ (h_ >> 30U)) * 0xBF58476D1CE4E5B9U;
    h_ = (h_ ^ (h_ >> 27U)) * 0x94D049BB133111EBU;
    h_ ^= h_ >> 31U;
  }
  void add(float v) { add(std::uint64_t{std::bit_cast<std::uint32_t>(v)}); }
  void add(bool v) { add(std::uint64_t{v ? 1U : 0U}); }
  void add(geo::LonLat p) {
    add((std::uint64_t{static_cast<std::uint32_t>(p.lon_e7)} << 32U) | static_cast<std::uint32_t>(p.lat_e7));
  }
  void add(const std::string& s) {
    add(std::uint64_t{s.size()});
    for (const char c : s) add(std::uint64_t{static_cast<unsigned char>(c)});
  }
  void add(const Rect& r) {
    for (const float v : {r.x, r.y, r.w, r.h}) add(v);
  }
  [[nodiscard]] std::uint64_t value() const { return h_; }

 private:
  std::uint64_t h_ = 0;
};

}  // namespace

std::uint64_t hash_markers(const MapScene& scene) {
  Hasher h;
  h.add(scene.cluster);
  h.add(std::uint64_t{scene.markers.size()});
  for (const Marker& m : scene.markers) {
    h.add(m.place);
    h.add((std::uint64_t{m.id} << 32U) | (std::uint64_t{static_cast<std::uint8_t>(m.shape)} << 16U) |
          (std::uint64_t{m.level} << 8U) | (m.chosen ? 1U : 0U));
    h.add((std::uint64_t{m.fill} << 32U) | m.ink);
    h.add(std::uint64_t{static_cast<std::uint32_t>(m.icon)});
  }
  return h.value();
}

std::uint64_t hash_scene(const MapScene& s, std::uint64_t markers_hash) {
  Hasher h;
  h.add(markers_hash);
  h.add(s.camera.centre);
  const Viewport& v = s.viewport;
  for (const float f : {s.camera.px_per_m, s.camera.rotation, v.x, v.y, v.w, v.h, v.inset_top, v.inset_right,
                        v.inset_bottom, v.inset_left, s.device_pixel_ratio, s.text_scale, s.own.accuracy_m})
    h.add(f);
  h.add(std::uint64_t{static_cast<std::uint8_t>(s.theme)});
  for (const bool b : {s.own.shown, s.shade_outside_buurten, s.pin_mode, s.attribution}) h.add(b);
  h.add(s.own.place);
  h.add(std::uint64_t{s.routes.size()});
  for (const RouteLine& r : s.routes) {
    h.add(r.walked);
    h.add(std::uint64_t{r.line.size()});
    for (const geo::LonLat p : r.line) h.add(p);
  }
  h.add(std::uint64_t{s.stops.size()});
  for (const StopMark& m : s.stops) {
    h.add(m.place);
    h.add(static_cast<std::uint64_t>(m.number));
  }
  h.add(std::uint64_t{s.donuts.size()});
  for (const Donut& d : s.donuts) {
    h.add(d.place);
    h.add(d.radius_px);
    h.add(d.text);
    h.add(std::uint64_t{d.pieces.size()});
    for (const DonutPiece& p : d.pieces) {
      h.add(std::uint64_t{p.fill});
      h.add(p.share);
    }
  }
  h.add(s.highlighted_buurt);
  h.add(std::uint64_t{s.keep_clear.size()});
  for (const Rect& r : s.keep_clear) h.add(r);
  return h.value();
}

const Clusters& ClusterCache::get(const MapScene& scene, const Plane& plane, std::uint64_t markers_hash) {
  const ClusterStep step = cluster_step(scene.camera.px_per_m);
  if (valid_ && hash_ == markers_hash && step_ == step.step && clustered_ == scene.cluster) return clusters_;
  std::vector<glm::dvec2> places;
  std::vector<std::uint8_t> alone;
  places.reserve(scene.markers.size());
  alone.reserve(scene.markers.size());
  for (const Marker& m : scene.markers) {
    places.push_back(plane.to_m(m.place));
    alone.push_back(m.chosen ? 1 : 0);
  }
  clusters_ = cluster_markers(places, alone, scene.cluster ? step.radius_m : 0.0);
  hash_ = markers_hash;
  step_ = step.step;
  clustered_ = scene.cluster;
  valid_ = true;
  return clusters_;
}

float marker_scale(const MapScene& scene) { return std::clamp(scene.text_scale, 1.0F, 1.6F); }

Rect touch_rect(const Rect& r) {
  const float w = std::max(r.w, kTouchPx);
  const float h = std::max(r.h, kTouchPx);
  return {r.x + (r.w - w) * 0.5F, r.y + (r.h - h) * 0.5F, w, h};
}

std::vector<MarkerItem> place_markers(const MapScene& scene, const Plane& plane, const Clusters& clusters) {
  const ViewTransform view(plane, scene.camera, scene.viewport);
  const Viewport& v = scene.viewport;
  const float scale = marker_scale(scene);
  std::vector<MarkerItem> items;
  std::vector<MarkerItem> last;
  for (std::size_t g = 0; g < clusters.count(); ++g) {
    const glm::vec2 at = view.to_screen(clusters.centres[g]);
    const float margin = 90.0F * scale;
    if (at.x < v.x - margin || at.y < v.y - margin || at.x > v.x + v.w + margin || at.y > v.y + v.h + margin) continue;
    const auto members = clusters.of(g);
    MarkerItem item;
    item.markers.assign(members.begin(), members.end());
    item.at = at;
    const Marker& first = scene.markers[members.front()];
    if (item.cluster()) {
      const float half = kClusterPx * 0.5F * scale;
      item.rect = {at.x - half, at.y - half, 2.0F * half, 2.0F * half};
    } else {
      const float s = scale * (first.chosen ? kChosenScale : 1.0F);
      const float badge = first.level != 0 ? 10.0F : 0.0F;  // sticks out at the top right
      item.rect = {at.x - kMarkerTip.x * s, at.y - (kMarkerTip.y + badge) * s, (kMarkerBox.x + badge) * s,
                   (kMarkerTip.y + badge) * s};
    }
    (first.chosen ? last : items).push_back(std::move(item));
  }
  for (MarkerItem& item : last) items.push_back(std::move(item));
  return items;
}

}  // namespace stoepkrijt::render
