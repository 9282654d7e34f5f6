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

std::uint64_t Rng::next() {
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

double Rng::unit() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
double Rng::range(double lo, double hi) { return lo + (hi - lo) * unit(); }
int Rng::whole(int lo, int hi) { return lo + static_cast<int>(next() % static_cast<std::uint64_t>(hi - lo + 1)); }

}  // namespace stoepkrijt::example
