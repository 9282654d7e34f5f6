// Plane geometry for the example neighbourhood. Units: metres, x east, y north, origin at the centre of the wijk.
//
// Only + - * / and sqrt are used (IEEE-exact everywhere, with -ffp-contract=off), and sine and cosine are our own
// series, so that gcc, clang and wasm write the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stoepkrijt::example {

struct Vec {
  double x = 0;
  double y = 0;
};

inline Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
inline Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
inline Vec operator*(Vec a, double k) { return {a.x * k, a.y * k}; }
inline double dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y; }
inline double cross(Vec a, Vec b) { return a.x * b.y - a.y * b.x; }
// The normal to the left of a direction.
inline Vec left(Vec a) { return {-a.y, a.x}; }
double length(Vec a);
Vec unit(Vec a);
double distance(Vec a, Vec b);
// A unit vector at `degrees` counter-clockwise from east.
Vec direction(double degrees);

// A line or a ring. Rings do not repeat their first point; "ring" in a name means that the last joins the first.
using Line = std::vector<Vec>;

double line_length(const Line& line);

struct OnLine {
  Vec point;
  Vec tangent;  // unit
};
// The point at `s` metres along the line; clamped to its ends.
OnLine at(const Line& line, double s);

struct Nearest {
  double distance = 1e9;
  double s = 0;
  Vec point;
};
Nearest nearest(const Line& line, Vec p);
Nearest nearest_on_ring(const Line& ring, Vec p);

// A Catmull-Rom curve through the points, sampled and then thinned to `tolerance`.
Line smooth(const Line& points, double tolerance = 0.12);
Line smooth_ring(const Line& points, double tolerance = 0.12);
// Douglas-Peucker.
Line thin(const Line& line, double tolerance);
// Parallel line, positive to the left of the direction of travel.
Line parallel(const Line& line, double offset);
// The part of the line from s0 to s1.
Line part(const Line& line, double s0, double s1);
Line reversed(Line line);

// A ring around a line with half widths at each side.
Line ribbon(const Line& line, double half_width);

bool segments_cross(Vec a, Vec b, Vec c, Vec d, double* t_on_ab);
// Intersection of two infinite lines; false when nearly parallel.
bool lines_meet(Vec p, Vec dp, Vec q, Vec dq, Vec* out);

double ring_area(const Line& ring);  // positive when counter-clockwise
Vec ring_centre(const Line& ring);   // mean of the corners
bool inside(const Line& ring, Vec p);
bool rings_overlap(const Line& a, const Line& b);
bool ring_is_simple(const Line& ring);
// The ring pulled towards its centre so that shared walls do not count as overlap.
Line shrunk(const Line& ring, double metres);

// Moves edge i of a counter-clockwise ring inwards by offsets[i]; edges that vanish are dropped.
// `edge_of[i]` tells from which edge of the input an edge of the result comes. Empty when nothing is left.
Line inset(const Line& ring, const std::vector<double>& offsets, std::vector<std::size_t>* edge_of);

Line rectangle(Vec corner, Vec along_unit, double width, double depth);

// SplitMix64: a fixed, tiny generator (Steele, Lea, Flood, OOPSLA 2014).
class Rng {
 public:
  explicit Rng(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  double unit();                       // [0, 1)
  double range(double lo, double hi);  // [lo, hi)
  int whole(int lo, int hi);           // lo..hi inclusive
  bool chance(double p) { return unit() < p; }

 private:
  std::uint64_t state_;
};

}  // namespace stoepkrijt::example
