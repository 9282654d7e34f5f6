#include "formats/mapfile/triangles.hpp"

#include <algorithm>
#include <array>
#include <mapbox/earcut.hpp>
#include <optional>

namespace stoepkrijt::formats::mapfile {
namespace {

/// The corners that are left of one ring, as a circle.
class Circle {
 public:
  explicit Circle(std::size_t points) : next_(points), before_(points), left_(points) {
    for (std::size_t i = 0; i < points; ++i) {
      next_[i] = static_cast<std::uint32_t>(i + 1 == points ? 0 : i + 1);
      before_[i] = static_cast<std::uint32_t>(i == 0 ? points - 1 : i - 1);
    }
  }
  [[nodiscard]] std::uint32_t next(std::uint32_t i) const { return next_[i]; }
  [[nodiscard]] std::uint32_t before(std::uint32_t i) const { return before_[i]; }
  [[nodiscard]] std::size_t left() const { return left_; }
  void cut_off(std::uint32_t i) {
    next_[before_[i]] = next_[i];
    before_[next_[i]] = before_[i];
    --left_;
  }

 private:
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> before_;
  std::size_t left_;
};

/// Of three corners the one that lies between the other two on the circle; nothing when they are no ear of it.
std::optional<std::uint32_t> ear_of(const Circle& circle, const std::uint32_t* triangle) {
  for (std::size_t i = 0; i < 3; ++i) {
    const std::uint32_t ear = triangle[i];
    const std::uint32_t a = triangle[(i + 1) % 3];
    const std::uint32_t b = triangle[(i + 2) % 3];
    if ((circle.before(ear) == a && circle.next(ear) == b) || (circle.before(ear) == b && circle.next(ear) == a)) {
      return ear;
    }
  }
  return std::nullopt;
}

/// How many steps along the circle from one corner to another.
std::uint64_t steps(const Circle& circle, std::uint32_t from, std::uint32_t to) {
  std::uint64_t n = 0;
  for (std::uint32_t at = from; at != to; at = circle.next(at)) ++n;
  return n;
}

/// Steps along the circle for each corner, over a whole polygon: far more than real ones take, and an end to the work
/// that a file can ask for.
constexpr std::uint64_t kMostSteps = 64;

/// One number per ear; nothing when the triangles are not a whole row of ears, or too many steps apart.
std::optional<std::vector<std::uint64_t>> as_ears(const std::vector<std::uint32_t>& triangles, std::size_t points) {
  if (points < 3 || triangles.size() != 3 * (points - 2)) return std::nullopt;
  Circle circle(points);
  std::uint64_t left = kMostSteps * points;
  std::vector<std::uint64_t> out;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < triangles.size(); i += 3) {
    if (circle.left() == 3) break;  // what is left is the last triangle
    const auto ear = ear_of(circle, triangles.data() + i);
    if (!ear) return std::nullopt;
    out.push_back(steps(circle, at, *ear));
    if (out.back() > left) return std::nullopt;
    left -= out.back();
    at = circle.next(*ear);
    circle.cut_off(*ear);
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> cut(const std::vector<CellLine>& rings) {
  using Point = std::array<double, 2>;
  std::vector<std::vector<Point>> polygon;
  polygon.reserve(rings.size());
  for (const CellLine& ring : rings) {
    std::vector<Point>& out = polygon.emplace_back();
    out.reserve(ring.size());
    for (const Cell& cell : ring) out.push_back({static_cast<double>(cell.x), static_cast<double>(cell.y)});
  }
  return mapbox::earcut<std::uint32_t>(polygon);
}

// First how: 0 as ears, else 1 more than the number of triangles.
void write_triangles(std::string& out, const std::vector<std::uint32_t>& triangles, std::size_t points) {
  if (const auto ears = as_ears(triangles, points)) {
    put(out, 0);
    for (const std::uint64_t ear : *ears) put(out, ear);
    return;
  }
  put(out, triangles.size() / 3 + 1);
  std::int64_t last = 0;
  for (const std::uint32_t corner : triangles) {
    put_signed(out, corner - last);
    last = corner;
  }
}

std::vector<std::uint32_t> read_triangles(Source& in, std::size_t points) {
  std::vector<std::uint32_t> out;
  const std::uint64_t how = in.number();
  if (how > 0) {
    if (how - 1 > in.left() / 3) in.refuse();
    std::int64_t last = 0;
    for (std::uint64_t i = 0; in.ok() && i < 3 * (how - 1); ++i) {
      last += in.signed_number();
      if (last < 0 || static_cast<std::uint64_t>(last) >= points) {
        in.refuse();
        last = 0;
      }
      out.push_back(static_cast<std::uint32_t>(last));
    }
    return out;
  }
  if (points < 3) {
    in.refuse();
    return out;
  }
  Circle circle(points);
  std::uint32_t at = 0;
  std::uint64_t left = kMostSteps * points;
  const auto triangle = [&](std::uint32_t ear) { out.insert(out.end(), {circle.before(ear), ear, circle.next(ear)}); };
  while (in.ok() && circle.left() > 3) {
    std::uint64_t n = in.number(circle.left() - 1);
    if (n > left) in.refuse();
    for (left -= std::min(n, left); n > 0 && in.ok(); --n) at = circle.next(at);
    triangle(at);
    const std::uint32_t ear = at;
    at = circle.next(ear);
    circle.cut_off(ear);
  }
  triangle(at);
  return out;
}

}  // namespace stoepkrijt::formats::mapfile
