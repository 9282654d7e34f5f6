#include "render/camera_control.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>
#include <vector>

namespace stoepkrijt::render {
namespace {

float clamp_zoom(double px_per_m) {
  return static_cast<float>(std::clamp(px_per_m, static_cast<double>(kMinPxPerM), static_cast<double>(kMaxPxPerM)));
}

float wrap_angle(double angle) {
  const double two_pi = 2.0 * std::numbers::pi;
  double a = std::fmod(angle, two_pi);
  if (a > std::numbers::pi) a -= two_pi;
  if (a <= -std::numbers::pi) a += two_pi;
  return static_cast<float>(a);
}

glm::vec2 vec(Point p) { return {p.x, p.y}; }

/// Moves the camera so that world point `anchor` is drawn at screen point `at`.
Camera anchored(const Plane& plane, Camera camera, const Viewport& viewport, glm::dvec2 anchor, glm::vec2 at) {
  const ViewTransform view(plane, camera, viewport);
  const glm::dvec2 shift = anchor - view.to_world(at);
  camera.centre = plane.to_lonlat(plane.to_m(camera.centre) + shift);
  return camera;
}

}  // namespace

Point middle(const Viewport& viewport) { return {viewport.x + viewport.w * 0.5F, viewport.y + viewport.h * 0.5F}; }

Rect free_part(const Viewport& v) {
  return {v.x + v.inset_left, v.y + v.inset_top, std::max(1.0F, v.w - v.inset_left - v.inset_right),
          std::max(1.0F, v.h - v.inset_top - v.inset_bottom)};
}

ViewTransform::ViewTransform(const Plane& plane, const Camera& camera, const Viewport& viewport)
    : centre_m_(plane.to_m(camera.centre)),
      middle_px_(viewport.x + viewport.w * 0.5F, viewport.y + viewport.h * 0.5F),
      px_per_m_(camera.px_per_m > 1e-6F ? camera.px_per_m : 1e-6F),
      rotation_(camera.rotation),
      cos_(std::cos(static_cast<double>(camera.rotation))),
      sin_(std::sin(static_cast<double>(camera.rotation))) {}

glm::vec2 ViewTransform::to_screen(glm::dvec2 world) const {
  const glm::dvec2 d = (world - centre_m_) * px_per_m_;
  return glm::vec2(middle_px_.x + d.x * cos_ - d.y * sin_, middle_px_.y - (d.x * sin_ + d.y * cos_));
}

glm::dvec2 ViewTransform::to_world(glm::vec2 screen) const {
  const double x = (static_cast<double>(screen.x) - middle_px_.x) / px_per_m_;
  const double y = (middle_px_.y - static_cast<double>(screen.y)) / px_per_m_;
  return centre_m_ + glm::dvec2(x * cos_ + y * sin_, y * cos_ - x * sin_);
}

Point CameraControl::to_screen(const Camera& camera, const Viewport& viewport, geo::LonLat place) const {
  const glm::vec2 p = ViewTransform(plane_, camera, viewport).to_screen(plane_.to_m(place));
  return {p.x, p.y};
}

geo::LonLat CameraControl::to_place(const Camera& camera, const Viewport& viewport, Point point) const {
  return plane_.to_lonlat(ViewTransform(plane_, camera, viewport).to_world(vec(point)));
}

Camera CameraControl::pan(const Camera& camera, const Viewport& viewport, Point from, Point to) const {
  const glm::dvec2 grabbed = ViewTransform(plane_, camera, viewport).to_world(vec(from));
  return anchored(plane_, camera, viewport, grabbed, vec(to));
}

Camera CameraControl::zoom_about(const Camera& camera, const Viewport& viewport, Point about, float factor) const {
  const glm::dvec2 kept = ViewTransform(plane_, camera, viewport).to_world(vec(about));
  Camera next = camera;
  next.px_per_m = clamp_zoom(static_cast<double>(camera.px_per_m) * static_cast<double>(factor));
  return anchored(plane_, next, viewport, kept, vec(about));
}

Camera CameraControl::rotate_about(const Camera& camera, const Viewport& viewport, Point about, float angle) const {
  const glm::dvec2 kept = ViewTransform(plane_, camera, viewport).to_world(vec(about));
  Camera next = camera;
  next.rotation = wrap_angle(static_cast<double>(camera.rotation) + static_cast<double>(angle));
  return anchored(plane_, next, viewport, kept, vec(about));
}

Camera CameraControl::pinch(const Camera& start, const Viewport& viewport, Point a0, Point b0, Point a1, Point b1,
                            bool& turning) const {
  const glm::dvec2 d0(vec(b0) - vec(a0));
  const glm::dvec2 d1(vec(b1) - vec(a1));
  const double length0 = std::max(glm::length(d0), 1.0);
  const double length1 = std::max(glm::length(d1), 1.0);
  // Screen y points down, so the counter-clockwise angle is the negated one.
  const double turn = -static_cast<double>(wrap_angle(std::atan2(d1.y, d1.x) - std::atan2(d0.y, d0.x)));
  if (std::abs(turn) > static_cast<double>(kRotateThreshold)) turning = true;
  const glm::vec2 middle0 = (vec(a0) + vec(b0)) * 0.5F;
  const glm::vec2 middle1 = (vec(a1) + vec(b1)) * 0.5F;
  const glm::dvec2 kept = ViewTransform(plane_, start, viewport).to_world(middle0);
  Camera next = start;
  next.px_per_m = clamp_zoom(static_cast<double>(start.px_per_m) * length1 / length0);
  if (turning) {
    // Counted from the threshold on, so that the map does not jump when it starts to turn.
    const double past = turn - std::copysign(std::min(std::abs(turn), static_cast<double>(kRotateThreshold)), turn);
    next.rotation = wrap_angle(static_cast<double>(start.rotation) + past);
  }
  return anchored(plane_, next, viewport, kept, middle1);
}

Camera CameraControl::fit(std::span<const geo::LonLat> places, const Viewport& viewport, float rotation,
                          float margin_px, float max_px_per_m) const {
  Camera camera{plane_.origin(), 0.5F, wrap_angle(static_cast<double>(rotation))};
  if (places.empty()) return camera;
  // The box of the places in the turned plane (pixels at 1 px/m around the origin).
  const ViewTransform unit(plane_, {plane_.origin(), 1.0F, camera.rotation}, {});
  glm::dvec2 low(1e300);
  glm::dvec2 high(-1e300);
  for (const geo::LonLat p : places) {
    const glm::dvec2 s(unit.to_screen(plane_.to_m(p)));
    low = glm::dvec2(std::min(low.x, s.x), std::min(low.y, s.y));
    high = glm::dvec2(std::max(high.x, s.x), std::max(high.y, s.y));
  }
  const Rect room = free_part(viewport);
  const double w = std::max(1.0, static_cast<double>(room.w - 2.0F * margin_px));
  const double h = std::max(1.0, static_cast<double>(room.h - 2.0F * margin_px));
  const glm::dvec2 size = glm::dvec2(std::max(high.x - low.x, 1e-3), std::max(high.y - low.y, 1e-3));
  camera.px_per_m = clamp_zoom(std::min({w / size.x, h / size.y, static_cast<double>(max_px_per_m)}));
  const glm::dvec2 box_middle = unit.to_world(glm::vec2((low + high) * 0.5));
  return anchored(plane_, camera, viewport, box_middle, {room.x + room.w * 0.5F, room.y + room.h * 0.5F});
}

Camera CameraControl::fit(const geo::Bounds& bounds, const Viewport& viewport, float rotation, float margin_px,
                          float max_px_per_m) const {
  if (bounds.empty()) return fit(std::span<const geo::LonLat>(), viewport, rotation, margin_px, max_px_per_m);
  const std::array<geo::LonLat, 4> corners{{{bounds.min_lon_e7, bounds.min_lat_e7},
                                            {bounds.max_lon_e7, bounds.min_lat_e7},
                                            {bounds.max_lon_e7, bounds.max_lat_e7},
                                            {bounds.min_lon_e7, bounds.max_lat_e7}}};
  return fit(std::span<const geo::LonLat>(corners), viewport, rotation, margin_px, max_px_per_m);
}

Camera CameraControl::centred_on(const Camera& camera, const Viewport& viewport, geo::LonLat place) const {
  const Rect room = free_part(viewport);
  return anchored(plane_, camera, viewport, plane_.to_m(place), {room.x + room.w * 0.5F, room.y + room.h * 0.5F});
}

Camera CameraControl::limited(const Camera& camera, const geo::Bounds& bounds) const {
  Camera next = camera;
  next.px_per_m = clamp_zoom(static_cast<double>(camera.px_per_m));
  next.rotation = wrap_angle(static_cast<double>(camera.rotation));
  if (!bounds.empty()) {
    next.centre.lon_e7 = std::clamp(camera.centre.lon_e7, bounds.min_lon_e7, bounds.max_lon_e7);
    next.centre.lat_e7 = std::clamp(camera.centre.lat_e7, bounds.min_lat_e7, bounds.max_lat_e7);
  }
  return next;
}

Camera CameraControl::between(const Camera& from, const Camera& to, float t) const {
  const double k = std::clamp(static_cast<double>(t), 0.0, 1.0);
  const glm::dvec2 a = plane_.to_m(from.centre);
  const glm::dvec2 b = plane_.to_m(to.centre);
  const double za = std::log(static_cast<double>(std::max(from.px_per_m, kMinPxPerM)));
  const double zb = std::log(static_cast<double>(std::max(to.px_per_m, kMinPxPerM)));
  const double turn = static_cast<double>(wrap_angle(static_cast<double>(to.rotation - from.rotation)));
  Camera camera;
  camera.centre = plane_.to_lonlat(a + (b - a) * k);
  camera.px_per_m = clamp_zoom(std::exp(za + (zb - za) * k));
  camera.rotation = wrap_angle(static_cast<double>(from.rotation) + turn * k);
  return camera;
}

}  // namespace stoepkrijt::render
