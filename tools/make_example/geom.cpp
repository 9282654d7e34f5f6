#include "geom.hpp"

#include <algorithm>
#include <cmath>

namespace stoepkrijt::example {

double length(Vec a) { return std::sqrt(a.x * a.x + a.y * a.y); }
double distance(Vec a, Vec b) { return length(b - a); }

Vec unit(Vec a) {
  const double l = length(a);
  return l > 0 ? a * (1 / l) : Vec{1, 0};
}

Vec direction(double degrees) {
  // Reduce to [0, 90) by quarter turns, then Taylor series: exact to far below a millimetre at our scale.
  int quarter = 0;
  while (degrees < 0) degrees += 360;
  while (degrees >= 90) {
    degrees -= 90;
    quarter = (quarter + 1) % 4;
  }
  const double r = degrees * 3.14159265358979323846 / 180;
  double c = 0;
  double s = 0;
  double term = 1;
  for (int i = 0; i < 12; ++i) {
    c += term;
    term = term * r / (2 * i + 1);
    s += term;
    term = -term * r / (2 * i + 2);
  }
  Vec v{c, s};
  for (int i = 0; i < quarter; ++i) v = left(v);
  return v;
}

double line_length(const Line& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += distance(line[i - 1], line[i]);
  return sum;
}

OnLine at(const Line& line, double s) {
  if (s < 0) s = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double l = distance(line[i - 1], line[i]);
    if (s <= l || i + 1 == line.size()) {
      const Vec t = unit(line[i] - line[i - 1]);
      return {line[i - 1] + t * std::min(s, l), t};
    }
    s -= l;
  }
  return {line.empty() ? Vec{} : line.front(), Vec{1, 0}};
}

Nearest nearest(const Line& line, Vec p) {
  Nearest best;
  double s = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Vec d = line[i] - line[i - 1];
    const double l2 = dot(d, d);
    const double t = l2 > 0 ? std::clamp(dot(p - line[i - 1], d) / l2, 0.0, 1.0) : 0;
    const Vec q = line[i - 1] + d * t;
    const double dist = distance(p, q);
    if (dist < best.distance) best = {dist, s + t * std::sqrt(l2), q};
    s += std::sqrt(l2);
  }
  return best;
}

Nearest nearest_on_ring(const Line& ring, Vec p) {
  Line closed = ring;
  if (!ring.empty()) closed.push_back(ring.front());
  return nearest(closed, p);
}

namespace {

Vec catmull(Vec a, Vec b, Vec c, Vec d, double t) {
  const double t2 = t * t;
  const double t3 = t2 * t;
  return (b * 2 + (c - a) * t + (a * 2 - b * 5 + c * 4 - d) * t2 + (b * 3 - a - c * 3 + d) * t3) * 0.5;
}

void thin_between(const Line& line, std::size_t lo, std::size_t hi, double tolerance, std::vector<bool>* keep) {
  if (hi <= lo + 1) return;
  double worst = 0;
  std::size_t at_worst = lo;
  const Line chord{line[lo], line[hi]};
  for (std::size_t i = lo + 1; i < hi; ++i) {
    const double d = nearest(chord, line[i]).distance;
    if (d > worst) {
      worst = d;
      at_worst = i;
    }
  }
  if (worst <= tolerance) return;
  (*keep)[at_worst] = true;
  thin_between(line, lo, at_worst, tolerance, keep);
  thin_between(line, at_worst, hi, tolerance, keep);
}

}  // namespace

Line thin(const Line& line, double tolerance) {
  if (line.size() < 3) return line;
  std::vector<bool> keep(line.size(), false);
  keep.front() = keep.back() = true;
  thin_between(line, 0, line.size() - 1, tolerance, &keep);
  Line out;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (keep[i]) out.push_back(line[i]);
  return out;
}

Line smooth(const Line& points, double tolerance) {
  if (points.size() < 3) return points;
  Line out;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Vec b = points[i];
    const Vec c = points[i + 1];
    const Vec a = i > 0 ? points[i - 1] : b * 2 - c;
    const Vec d = i + 2 < points.size() ? points[i + 2] : c * 2 - b;
    const int n = 1 + static_cast<int>(distance(b, c) / 4);
    for (int k = 0; k < n; ++k) out.push_back(catmull(a, b, c, d, static_cast<double>(k) / n));
  }
  out.push_back(points.back());
  return thin(out, tolerance);
}

Line smooth_ring(const Line& points, double tolerance) {
  Line out;
  const std::size_t n = points.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Vec b = points[i];
    const Vec c = points[(i + 1) % n];
    const int steps = 1 + static_cast<int>(distance(b, c) / 3);
    for (int k = 0; k < steps; ++k)
      out.push_back(catmull(points[(i + n - 1) % n], b, c, points[(i + 2) % n], static_cast<double>(k) / steps));
  }
  out.push_back(out.front());
  out = thin(out, tolerance);
  out.pop_back();
  return out;
}

Line parallel(const Line& line, double offset) {
  Line out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec before = i > 0 ? unit(line[i] - line[i - 1]) : unit(line[1] - line[0]);
    const Vec after = i + 1 < line.size() ? unit(line[i + 1] - line[i]) : before;
    const Vec n = unit(left(before) + left(after));
    const double stretch = std::max(0.5, dot(n, left(before)));
    out.push_back(line[i] + n * (offset / stretch));
  }
  return out;
}

Line part(const Line& line, double s0, double s1) {
  Line out{at(line, s0).point};
  double s = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    s += distance(line[i - 1], line[i]);
    if (s > s0 + 0.01 && s < s1 - 0.01) out.push_back(line[i]);
  }
  out.push_back(at(line, s1).point);
  return out;
}

Line reversed(Line line) {
  std::reverse(line.begin(), line.end());
  return line;
}

Line ribbon(const Line& line, double half_width) {
  Line out = parallel(line, -half_width);
  const Line other = reversed(parallel(line, half_width));
  out.insert(out.end(), other.begin(), other.end());
  return out;
}

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

std::uint64_t Rng::next() {
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

double Rng::unit() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
double Rng::range(double lo, double hi) { return lo + (hi - lo) * unit(); }
int Rng::whole(int lo, int hi) {
  return lo + static_cast<int>(next() % static_cast<std::uint64_t>(hi - lo + 1));
}

}  // namespace stoepkrijt::example
