#include "render/base_transform.hpp"

#include <cmath>

namespace stoepkrijt::render {

std::array<float, kPaletteSize * 4> premultiplied(const Palette& colours) {
  std::array<float, kPaletteSize * 4> out{};
  for (std::size_t i = 0; i < colours.size(); ++i) {
    const float alpha = static_cast<float>(colours[i] & 0xFFU) / 255.0F;
    for (unsigned c = 0; c < 3; ++c)
      out[i * 4 + c] = static_cast<float>((colours[i] >> (24U - 8U * c)) & 0xFFU) / 255.0F * alpha;
    out[i * 4 + 3] = alpha;
  }
  return out;
}

Rows rows(const Plane& plane, const BaseLook& look) {
  const double scale = static_cast<double>(look.camera.px_per_m) * static_cast<double>(look.device_pixel_ratio);
  const double c = std::cos(static_cast<double>(look.camera.rotation)) * scale;
  const double s = std::sin(static_cast<double>(look.camera.rotation)) * scale;
  const glm::dvec2 centre = plane.to_m(look.camera.centre);
  const double half_w = static_cast<double>(look.viewport.w * look.device_pixel_ratio) * 0.5;
  const double half_h = static_cast<double>(look.viewport.h * look.device_pixel_ratio) * 0.5;
  const auto f = [](double v) { return static_cast<float>(v); };
  return {{f(c), f(-s), f(half_w - centre.x * c + centre.y * s)},
          {f(s), f(c), f(half_h - centre.x * s - centre.y * c)}};
}

Box seen_box(const Plane& plane, const BaseLook& look) {
  const ViewTransform view(plane, look.camera, look.viewport);
  const Viewport& v = look.viewport;
  Box box;
  const float margin = 12.0F / look.camera.px_per_m;
  for (const glm::vec2 corner :
       {glm::vec2(v.x, v.y), glm::vec2(v.x + v.w, v.y), glm::vec2(v.x, v.y + v.h), glm::vec2(v.x + v.w, v.y + v.h)})
    box.add(glm::vec2(view.to_world(corner)), margin);
  return box;
}

}  // namespace stoepkrijt::render
