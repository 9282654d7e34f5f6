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

namespace {

MarkersHash hash_of(const std::vector<Marker>& markers) {
  // Two at once: each waits for its own product only.
  Hasher places;
  Hasher rest;
  places.add(std::uint64_t{markers.size()});
  for (const Marker& m : markers) {
    places.add(m.place);
    places.add((std::uint64_t{m.fill} << 8U) | static_cast<std::uint8_t>(m.shape));
    rest.add((std::uint64_t{m.id} << 32U) | m.ink);
    rest.add((std::uint64_t{static_cast<std::uint32_t>(m.icon)} << 32U) | (std::uint64_t{m.level} << 8U) |
             (m.chosen ? 1U : 0U) | (m.warm ? 2U : 0U));
  }
  rest.add(places.value());
  return {places.value(), rest.value()};
}

}  // namespace

std::shared_ptr<const MarkerSet> make_marker_set(std::vector<Marker> markers) {
  auto set = std::make_shared<MarkerSet>();
  set->markers = std::move(markers);
  set->hash = hash_of(set->markers);
  return set;
}

MarkersHash hash_markers(const MapScene& scene) {
  MarkersHash hash = scene.many ? scene.many->hash : hash_of(scene.markers);
  Hasher all;
  all.add(hash.all);
  all.add(scene.cluster);
  all.add(std::uint64_t{scene.many ? scene.chosen : kNoMarker});
  hash.all = all.value();
  return hash;
}

std::uint64_t hash_scene(const MapScene& s, const MarkersHash& markers) {
  Hasher h;
  h.add(markers.all);
  h.add(s.camera.centre);
  const Viewport& v = s.viewport;
  for (const float f : {s.camera.px_per_m, s.camera.rotation, v.x, v.y, v.w, v.h, v.inset_top, v.inset_right,
                        v.inset_bottom, v.inset_left, s.device_pixel_ratio, s.text_scale, s.own.accuracy_m})
    h.add(f);
  h.add(std::uint64_t{static_cast<std::uint8_t>(s.theme)});
  for (const bool b : {s.own.shown, s.shade_outside_buurten, s.pin_mode, s.attribution, s.heat}) h.add(b);
  h.add(std::uint64_t{s.area.size()});
  for (const geo::LonLat p : s.area) h.add(p);
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

float marker_scale(const MapScene& scene) {
  constexpr float kOverHeat = 0.72F;  // what lies below them is what is looked at
  return std::clamp(scene.text_scale, 1.0F, 1.6F) * (scene.heat ? kOverHeat : 1.0F);
}

Rect touch_rect(const Rect& r) {
  const float w = std::max(r.w, kTouchPx);
  const float h = std::max(r.h, kTouchPx);
  return {r.x + (r.w - w) * 0.5F, r.y + (r.h - h) * 0.5F, w, h};
}

namespace {

/// What the viewport shows, with `margin` pixels around it, as a window of the world. Wider where the map is turned.
geo::Window window_of(const MapScene& scene, const Plane& plane, float margin) {
  const ViewTransform view(plane, scene.camera, scene.viewport);
  const Viewport& v = scene.viewport;
  geo::Bounds box;
  for (const float x : {v.x - margin, v.x + v.w + margin}) {
    for (const float y : {v.y - margin, v.y + v.h + margin}) box.add(plane.to_lonlat(view.to_world({x, y})));
  }
  return {box.min_lon_e7, box.min_lat_e7, box.max_lon_e7, box.max_lat_e7};
}

/// Puts the items of a scene together.
class Placer {
 public:
  Placer(const MapScene& scene, const Plane& plane, const MarkerGroups& groups)
      : scene_(scene),
        all_(scene.all()),
        plane_(plane),
        groups_(groups),
        view_(plane, scene.camera, scene.viewport),
        scale_(marker_scale(scene)) {
    if (scene.many) {
      if (scene.chosen < all_.size()) chosen_.push_back(scene.chosen);
      return;
    }
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
      if (all_[i].chosen) chosen_.push_back(i);
    }
  }

  std::vector<MarkerItem> items() {
    const geo::Window window = window_of(scene_, plane_, margin());
    for (const MarkerGroups::Node node : groups_.in_view(window, scene_.camera.px_per_m, scene_.cluster)) add(node);
    std::stable_sort(items_.begin(), items_.end(), [](const MarkerItem& a, const MarkerItem& b) {
      return a.at.y != b.at.y ? a.at.y < b.at.y : a.at.x < b.at.x;
    });
    for (const std::uint32_t marker : chosen_) add_pin(marker);
    return std::move(items_);
  }

 private:
  [[nodiscard]] float margin() const { return 90.0F * scale_; }

  [[nodiscard]] bool in_view(glm::vec2 at) const {
    const Viewport& v = scene_.viewport;
    return at.x >= v.x - margin() && at.y >= v.y - margin() && at.x <= v.x + v.w + margin() &&
           at.y <= v.y + v.h + margin();
  }

  void add(MarkerGroups::Node node) {
    const std::span<const std::uint32_t> members = groups_.members(node);
    std::size_t apart = 0;
    for (const std::uint32_t marker : chosen_) apart += groups_.holds(node, marker) ? 1U : 0U;
    const std::size_t left = members.size() - apart;
    if (left == 0) return;
    const auto shown = std::find_if(members.begin(), members.end(),
                                    [this](std::uint32_t marker) { return !scene_.is_chosen(marker); });
    if (left == 1) return add_pin(*shown);
    const glm::vec2 at = view_.to_screen(plane_.to_m(groups_.place(node)));
    if (!in_view(at)) return;
    const float half = kClusterPx * 0.5F * scale_;
    MarkerItem item{*shown,
                    static_cast<std::uint32_t>(left),
                    groups_.mix(node),
                    node,
                    at,
                    {at.x - half, at.y - half, 2.0F * half, 2.0F * half}};
    for (const std::uint32_t marker : chosen_) {
      if (groups_.holds(node, marker)) take_out(all_[marker], item.mix);
    }
    items_.push_back(std::move(item));
  }

  static void take_out(const Marker& marker, std::vector<MixPiece>& mix) {
    auto piece = std::find_if(mix.begin(), mix.end(),
                              [&](const MixPiece& p) { return p.shape == marker.shape && p.fill == marker.fill; });
    if (piece == mix.end()) piece = mix.end() - 1;  // it is among the rest
    if (--piece->count == 0) mix.erase(piece);
  }

  void add_pin(std::uint32_t index) {
    const Marker& marker = all_[index];
    const glm::vec2 at = view_.to_screen(plane_.to_m(marker.place));
    if (!in_view(at)) return;
    const float s = scale_ * (scene_.is_chosen(index) ? kChosenScale : 1.0F);
    const float badge = marker.level != 0 ? 10.0F : 0.0F;  // sticks out at the top right
    MarkerItem item;
    item.marker = index;
    item.at = at;
    item.rect = {at.x - kMarkerTip.x * s, at.y - (kMarkerTip.y + badge) * s, (kMarkerBox.x + badge) * s,
                 (kMarkerTip.y + badge) * s};
    items_.push_back(std::move(item));
  }

  const MapScene& scene_;
  const std::vector<Marker>& all_;
  const Plane& plane_;
  const MarkerGroups& groups_;
  ViewTransform view_;
  float scale_;
  std::vector<std::uint32_t> chosen_;
  std::vector<MarkerItem> items_;
};

}  // namespace

std::vector<MarkerItem> place_markers(const MapScene& scene, const Plane& plane, const MarkerGroups& groups) {
  return Placer(scene, plane, groups).items();
}

std::vector<std::uint32_t> markers_of(const MapScene& scene, const MarkerGroups& groups, const MarkerItem& item) {
  if (!item.cluster()) return {item.marker};
  std::vector<std::uint32_t> markers;
  for (const std::uint32_t marker : groups.members(item.node)) {
    if (!scene.is_chosen(marker)) markers.push_back(marker);
  }
  std::sort(markers.begin(), markers.end());
  return markers;
}

}  // namespace stoepkrijt::render
