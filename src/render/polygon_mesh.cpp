#include "render/polygon_mesh.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <glm/geometric.hpp>
#include <mapbox/earcut.hpp>
#include <queue>
#include <tuple>

// earcut reads a point's coordinates through this trait.
namespace mapbox::util {
template <>
struct nth<0, glm::vec2> {
  static float get(const glm::vec2& p) { return p.x; }
};
template <>
struct nth<1, glm::vec2> {
  static float get(const glm::vec2& p) { return p.y; }
};
}  // namespace mapbox::util

namespace stoepkrijt::render {
namespace {

double cross(glm::vec2 a, glm::vec2 b) {
  return static_cast<double>(a.x) * static_cast<double>(b.y) - static_cast<double>(a.y) * static_cast<double>(b.x);
}

struct Cell {
  glm::vec2 centre;
  float half;
  float inside;  // signed distance to the edge, positive inside
  [[nodiscard]] float best_possible() const { return inside + half * 1.41421356F; }
};

Cell make_cell(const Polygon& polygon, glm::vec2 centre, float half) {
  const float d = distance_to_edge(polygon, centre);
  return {centre, half, contains(polygon, centre) ? d : -d};
}

}  // namespace

float distance_to_segment(glm::vec2 p, glm::vec2 a, glm::vec2 b) {
  const glm::vec2 ab = b - a;
  const float length2 = glm::dot(ab, ab);
  const float t = length2 > 0.0F ? std::clamp(glm::dot(p - a, ab) / length2, 0.0F, 1.0F) : 0.0F;
  return glm::length(p - (a + ab * t));
}

Ring cleaned(const Ring& ring, float tolerance_m) {
  Ring out;
  out.reserve(ring.size());
  const std::size_t n = ring.size();
  for (std::size_t i = 0; i < n; ++i) {
    const glm::vec2 p = ring[i];
    if (!out.empty() && glm::length(p - out.back()) < 1e-3F) continue;
    if (!out.empty() && n > 4 && distance_to_segment(p, out.back(), ring[(i + 1) % n]) < tolerance_m) continue;
    out.push_back(p);
  }
  while (out.size() > 1 && glm::length(out.front() - out.back()) < 1e-3F) out.pop_back();
  if (out.size() < 3) out.clear();
  return out;
}

std::vector<std::uint32_t> triangulate(const Polygon& polygon) {
  if (polygon.empty() || polygon.front().size() < 3) return {};
  return mapbox::earcut<std::uint32_t>(polygon);
}

double signed_area(const Ring& ring) {
  double twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) twice += cross(ring[i], ring[(i + 1) % ring.size()]);
  return twice * 0.5;
}

double area(const Polygon& polygon) {
  double total = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) total += (i == 0 ? 1.0 : -1.0) * std::abs(signed_area(polygon[i]));
  return total;
}

bool contains(const Polygon& polygon, glm::vec2 p) {
  bool inside = false;
  for (const Ring& ring : polygon) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const glm::vec2 a = ring[i];
      const glm::vec2 b = ring[j];
      if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
  }
  return inside;
}

float distance_to_edge(const Polygon& polygon, glm::vec2 p) {
  float best = 1e30F;
  for (const Ring& ring : polygon)
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
      best = std::min(best, distance_to_segment(p, ring[j], ring[i]));
  return best;
}

Deepest deepest_point(const Polygon& polygon, float precision_m) {
  if (polygon.empty() || polygon.front().size() < 3) return {};
  glm::vec2 low(1e30F);
  glm::vec2 high(-1e30F);
  for (const glm::vec2 p : polygon.front()) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  const float size = std::min(high.x - low.x, high.y - low.y);
  if (!(size > 0.0F)) return {};
  const auto worse = [](const Cell& a, const Cell& b) { return a.best_possible() < b.best_possible(); };
  std::priority_queue<Cell, std::vector<Cell>, decltype(worse)> queue(worse);
  const float half = size * 0.5F;
  // A very long, thin polygon would start with a great many cells: at most 64 along its length.
  const float step = std::max(size, std::max(high.x - low.x, high.y - low.y) / 64.0F);
  for (float x = low.x; x < high.x; x += step)
    for (float y = low.y; y < high.y; y += step)
      queue.push(make_cell(polygon, {x + step * 0.5F, y + step * 0.5F}, std::max(half, step * 0.5F)));
  Cell best = make_cell(polygon, (low + high) * 0.5F, 0.0F);
  for (int budget = 4000; budget > 0 && !queue.empty(); --budget) {
    const Cell cell = queue.top();
    queue.pop();
    if (cell.inside > best.inside) best = cell;
    if (cell.best_possible() - best.inside <= precision_m) break;
    const float h = cell.half * 0.5F;
    for (const glm::vec2 d : {glm::vec2(-h, -h), glm::vec2(h, -h), glm::vec2(-h, h), glm::vec2(h, h)})
      queue.push(make_cell(polygon, cell.centre + d, h));
  }
  return {best.centre, std::max(best.inside, 0.0F)};
}

}  // namespace stoepkrijt::render
