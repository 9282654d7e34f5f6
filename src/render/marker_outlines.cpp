#include "render/marker_outlines.hpp"

#include <cmath>
#include <numbers>

namespace stoepkrijt::render {
namespace {

constexpr float kTurn = std::numbers::pi_v<float> * 2.0F;

/// Points of an arc, angles in turns clockwise from east (y down), end included.
void arc(std::vector<glm::vec2>& out, glm::vec2 centre, float radius, float from, float to, int steps) {
  for (int i = 0; i <= steps; ++i) {
    const float a = (from + (to - from) * static_cast<float>(i) / static_cast<float>(steps)) * kTurn;
    out.push_back(centre + glm::vec2(std::cos(a), std::sin(a)) * radius);
  }
}

std::vector<glm::vec2> square() {
  // M8 4 H40 Q44 4 44 8 V40 Q44 44 40 44 H31 L24 56 L17 44 H8 Q4 44 4 40 V8 Q4 4 8 4 Z
  std::vector<glm::vec2> p;
  arc(p, {8.0F, 8.0F}, 4.0F, 0.5F, 0.75F, 6);
  arc(p, {40.0F, 8.0F}, 4.0F, 0.75F, 1.0F, 6);
  arc(p, {40.0F, 40.0F}, 4.0F, 0.0F, 0.25F, 6);
  p.insert(p.end(), {{31.0F, 44.0F}, kMarkerTip, {17.0F, 44.0F}});
  arc(p, {8.0F, 40.0F}, 4.0F, 0.25F, 0.5F, 6);
  return p;
}

std::vector<glm::vec2> circle() {
  // M24 3 A21 21 0 0 1 32 43.4 L24 56 L16 43.4 A21 21 0 0 1 24 3 Z: nearly a circle around (24, 24)
  std::vector<glm::vec2> p;
  const float start = std::atan2(19.4F, -8.0F) / kTurn;  // (16, 43.4)
  const float end = std::atan2(19.4F, 8.0F) / kTurn + 1.0F;
  arc(p, {24.0F, 24.0F}, 21.0F, start, end, 48);
  p.push_back(kMarkerTip);
  return p;
}

}  // namespace

std::vector<glm::vec2> marker_outline(MarkerShape shape) {
  switch (shape) {
    case MarkerShape::kCircle:
      return circle();
    case MarkerShape::kHexagon:
      // M24 2 L44 13 V35 L31 43 L24 56 L17 43 L4 35 V13 Z
      return {{24.0F, 2.0F}, {44.0F, 13.0F}, {44.0F, 35.0F}, {31.0F, 43.0F},
              kMarkerTip,    {17.0F, 43.0F}, {4.0F, 35.0F},  {4.0F, 13.0F}};
    case MarkerShape::kSquare:
      break;
  }
  return square();
}

}  // namespace stoepkrijt::render
