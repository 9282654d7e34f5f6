// Camera mathematics: world to screen and back, and what pan, wheel, pinch, rotate and fit do to a Camera.
// Pure: no GL, no state but the origin of the local plane. Screen units are CSS pixels, angles radians
// counter-clockwise. Every gesture keeps its promise on the 1e-7 degree grid of Camera::centre: a kept point moves at
// most 0.2 px at 12 px/m.
//
// Example: the wheel zooms about the pointer, a drag keeps the grabbed point under the finger.
//   const CameraControl control(origin);
//   camera = control.zoom_about(camera, viewport, pointer, 1.25F);
//   camera = control.pan(camera, viewport, grabbed_at, now_at);
#pragma once

#include <span>

#include "geo/position.hpp"
#include "render/map_view.hpp"
#include "render/plane.hpp"

namespace stoepkrijt::render {

inline constexpr float kMinPxPerM = 0.05F;
inline constexpr float kMaxPxPerM = 12.0F;
/// A pinch turns the map only once the fingers turned this far (12 degrees), so that zooming alone keeps north up.
inline constexpr float kRotateThreshold = 0.2094F;

class CameraControl {
 public:
  explicit CameraControl(geo::LonLat origin = {}) : plane_(origin) {}

  [[nodiscard]] const Plane& plane() const { return plane_; }

  [[nodiscard]] Point to_screen(const Camera& camera, const Viewport& viewport, geo::LonLat place) const;
  [[nodiscard]] geo::LonLat to_place(const Camera& camera, const Viewport& viewport, Point point) const;

  /// What lay under `from` lies under `to`.
  [[nodiscard]] Camera pan(const Camera& camera, const Viewport& viewport, Point from, Point to) const;
  /// Zoom by `factor` (> 1 comes closer), within the limits; what lies under `about` stays there.
  [[nodiscard]] Camera zoom_about(const Camera& camera, const Viewport& viewport, Point about, float factor) const;
  /// Turn the map by `angle`; what lies under `about` stays there.
  [[nodiscard]] Camera rotate_about(const Camera& camera, const Viewport& viewport, Point about, float angle) const;

  /// Two fingers that started at `a0`, `b0` on camera `start` are now at `a1`, `b1`: pan, zoom and, once past
  /// kRotateThreshold (`turning` remembers that for the rest of the gesture), rotate. Call with the start of the
  /// gesture each time, not step by step.
  [[nodiscard]] Camera pinch(const Camera& start, const Viewport& viewport, Point a0, Point b0, Point a1, Point b1,
                             bool& turning) const;

  /// The closest camera (keeping `rotation`) that shows all `places` in the free part of the viewport, `margin_px` from
  /// its edges, but never closer than `max_px_per_m`. No places: the camera of the origin at 0.5 px/m.
  [[nodiscard]] Camera fit(std::span<const geo::LonLat> places, const Viewport& viewport, float rotation,
                           float margin_px = 24.0F, float max_px_per_m = 2.0F) const;
  [[nodiscard]] Camera fit(const geo::Bounds& bounds, const Viewport& viewport, float rotation, float margin_px = 24.0F,
                           float max_px_per_m = 2.0F) const;

  /// The camera that shows `place` in the middle of the free part of the viewport.
  [[nodiscard]] Camera centred_on(const Camera& camera, const Viewport& viewport, geo::LonLat place) const;

  /// Zoom within limits, rotation within (-pi, pi], centre within `bounds` (nothing is done to the centre when empty).
  [[nodiscard]] Camera limited(const Camera& camera, const geo::Bounds& bounds) const;

  /// Between two cameras, t from 0 to 1: zoom geometrically, rotation by the shorter way.
  [[nodiscard]] Camera between(const Camera& from, const Camera& to, float t) const;

 private:
  Plane plane_;
};

/// The middle of the viewport (where Camera::centre is drawn) and of its free part (between the insets).
[[nodiscard]] Point middle(const Viewport& viewport);
[[nodiscard]] Rect free_part(const Viewport& viewport);

/// One camera and viewport, resolved for many points: world metres (of the plane) to CSS pixels and back.
class ViewTransform {
 public:
  ViewTransform(const Plane& plane, const Camera& camera, const Viewport& viewport);

  [[nodiscard]] glm::vec2 to_screen(glm::dvec2 world) const;
  [[nodiscard]] glm::dvec2 to_world(glm::vec2 screen) const;
  [[nodiscard]] double px_per_m() const { return px_per_m_; }
  [[nodiscard]] double rotation() const { return rotation_; }

 private:
  glm::dvec2 centre_m_;
  glm::dvec2 middle_px_;
  double px_per_m_;
  double rotation_;
  double cos_;
  double sin_;
};

}  // namespace stoepkrijt::render
