#include "formats/gml/arcs.hpp"

#include <cmath>

namespace stoepkrijt::formats::gml {
namespace {

struct Vec {
  double x = 0;
  double y = 0;
};

double cross(Vec a, Vec b) { return a.x * b.y - a.y * b.x; }

struct Circle {
  Vec centre;  // relative to the arc's first point, as all here
  double radius = 0;
  bool left = false;  // counter-clockwise
};

/// Adds what lies between p and q, without both.
void between(const Circle& circle, Vec p, Vec q, double leave, int depth, std::vector<Vec>& out) {
  const Vec from{p.x - circle.centre.x, p.y - circle.centre.y};
  const Vec to{q.x - circle.centre.x, q.y - circle.centre.y};
  Vec middle{from.x + to.x, from.y + to.y};
  const double turn = cross(from, to);
  const bool wide = circle.left ? turn < 0 : turn > 0;  // more than half a circle
  double length = std::sqrt(middle.x * middle.x + middle.y * middle.y);
  if (length < circle.radius * 1e-9) {  // half a circle exactly
    middle = circle.left ? Vec{-from.y, from.x} : Vec{from.y, -from.x};
    length = circle.radius;
  }
  const double sagitta = wide ? 2 * circle.radius : circle.radius - length / 2;
  constexpr int kDeepest = 9;  // at most 1023 chords for one arc
  if (sagitta <= leave || depth == kDeepest) return;
  const double scale = (wide ? -1 : 1) * circle.radius / length;
  const Vec point{circle.centre.x + middle.x * scale, circle.centre.y + middle.y * scale};
  between(circle, p, point, leave, depth + 1, out);
  out.push_back(point);
  between(circle, point, q, leave, depth + 1, out);
}

}  // namespace

std::vector<Pair> arc_points(Pair a, Pair m, Pair b, std::int64_t leave_e7, bool full) {
  const Vec to_m{static_cast<double>(m.x - a.x), static_cast<double>(m.y - a.y)};
  const Vec to_b{static_cast<double>(b.x - a.x), static_cast<double>(b.y - a.y)};
  const double area = 2 * cross(to_m, to_b);
  const double mm = to_m.x * to_m.x + to_m.y * to_m.y;
  const double bb = to_b.x * to_b.x + to_b.y * to_b.y;
  if (a == b || std::abs(area) < 1e-6 * (mm + bb)) return {a, m, b};
  Circle circle;
  circle.centre = {(to_b.y * mm - to_m.y * bb) / area, (to_m.x * bb - to_b.x * mm) / area};
  circle.radius = std::sqrt(circle.centre.x * circle.centre.x + circle.centre.y * circle.centre.y);
  circle.left = area > 0;
  std::vector<Pair> out = {a};
  const auto add = [&](Vec from, Vec to, Pair end) {
    std::vector<Vec> inner;
    between(circle, from, to, static_cast<double>(leave_e7), 0, inner);
    for (const Vec v : inner) out.push_back({a.x + std::llround(v.x), a.y + std::llround(v.y)});
    out.push_back(end);
  };
  add({0, 0}, to_m, m);
  add(to_m, to_b, b);
  if (full) add(to_b, {0, 0}, a);
  return out;
}

}  // namespace stoepkrijt::formats::gml
