// Closed outlines: area, overlap, and moving edges inwards.
#include <algorithm>
#include <cmath>

#include "geom.hpp"

namespace stoepkrijt::example {

bool segments_cross(Vec a, Vec b, Vec c, Vec d, double* t_on_ab) {
  const Vec r = b - a;
  const Vec s = d - c;
  const double k = cross(r, s);
  if (k > -1e-12 && k < 1e-12) return false;
  const double t = cross(c - a, s) / k;
  const double u = cross(c - a, r) / k;
  if (t < 0 || t > 1 || u < 0 || u > 1) return false;
  if (t_on_ab != nullptr) *t_on_ab = t;
  return true;
}

bool lines_meet(Vec p, Vec dp, Vec q, Vec dq, Vec* out) {
  const double k = cross(unit(dp), unit(dq));
  if (k > -0.03 && k < 0.03) return false;
  *out = p + dp * (cross(q - p, dq) / cross(dp, dq));
  return true;
}

double ring_area(const Line& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) sum += cross(ring[i], ring[(i + 1) % ring.size()]);
  return sum / 2;
}

Vec ring_centre(const Line& ring) {
  Vec sum;
  for (const Vec p : ring) sum = sum + p;
  return sum * (1.0 / static_cast<double>(ring.size()));
}

bool inside(const Line& ring, Vec p) {
  bool in = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Vec a = ring[i];
    const Vec b = ring[(i + 1) % ring.size()];
    if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) in = !in;
  }
  return in;
}

bool rings_overlap(const Line& a, const Line& b) {
  if (a.empty() || b.empty()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j)
      if (segments_cross(a[i], a[(i + 1) % a.size()], b[j], b[(j + 1) % b.size()], nullptr)) return true;
  return inside(a, b[0]) || inside(b, a[0]);
}

bool ring_is_simple(const Line& ring) {
  const std::size_t n = ring.size();
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 2; j < n; ++j) {
      if (i == 0 && j + 1 == n) continue;
      if (segments_cross(ring[i], ring[i + 1], ring[j], ring[(j + 1) % n], nullptr)) return false;
    }
  return n >= 3;
}

Line shrunk(const Line& ring, double metres) {
  std::vector<double> offsets(ring.size(), metres);
  if (ring_area(ring) < 0) return shrunk(reversed(ring), metres);
  return inset(ring, offsets, nullptr);
}

namespace {

Line offset_once(const Line& ring, const std::vector<double>& off) {
  Line out;
  const std::size_t n = ring.size();
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t h = (i + n - 1) % n;
    const Vec d0 = unit(ring[i] - ring[h]);
    const Vec d1 = unit(ring[(i + 1) % n] - ring[i]);
    const Vec p0 = ring[i] + left(d0) * off[h];
    const Vec p1 = ring[i] + left(d1) * off[i];
    Vec meet;
    if (lines_meet(p0, d0, p1, d1, &meet) && distance(meet, ring[i]) < 6 * std::max(off[h], off[i]) + 1) {
      out.push_back(meet);
    } else {
      out.push_back((p0 + p1) * 0.5);
    }
  }
  return out;
}

}  // namespace

Line inset(const Line& ring, const std::vector<double>& offsets, std::vector<std::size_t>* edge_of) {
  Line base = ring;
  std::vector<double> off = offsets;
  std::vector<std::size_t> from(ring.size());
  for (std::size_t i = 0; i < from.size(); ++i) from[i] = i;
  while (base.size() >= 3) {
    const Line out = offset_once(base, off);
    const std::size_t n = base.size();
    std::size_t bad = n;
    double worst = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double kept = dot(out[(i + 1) % n] - out[i], unit(base[(i + 1) % n] - base[i]));
      if (kept < worst) {
        worst = kept;
        bad = i;
      }
    }
    if (bad == n) {
      if (edge_of != nullptr) *edge_of = from;
      return ring_area(out) > 0 ? out : Line{};
    }
    // Edge `bad` has shrunk to nothing: its neighbours now meet each other.
    const std::size_t before = (bad + n - 1) % n;
    const std::size_t after = (bad + 1) % n;
    Vec meet;
    const Vec d0 = base[bad] - base[before];
    const Vec d1 = base[(after + 1) % n] - base[after];
    if (!lines_meet(base[bad], d0, base[after], d1, &meet) || distance(meet, base[bad]) > 60)
      meet = (base[bad] + base[after]) * 0.5;
    base[bad] = meet;
    off[bad] = off[after];
    from[bad] = from[after];
    base.erase(base.begin() + static_cast<std::ptrdiff_t>(after));
    off.erase(off.begin() + static_cast<std::ptrdiff_t>(after));
    from.erase(from.begin() + static_cast<std::ptrdiff_t>(after));
  }
  return {};
}

Line rectangle(Vec corner, Vec along_unit, double width, double depth) {
  const Vec a = along_unit * width;
  const Vec b = left(along_unit) * depth;
  return {corner, corner + a, corner + a + b, corner + b};
}

}  // namespace stoepkrijt::example
