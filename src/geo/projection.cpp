#include "geo/projection.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "geo/geometry.hpp"

namespace stoepkrijt::geo {
namespace {

constexpr double kE7 = 1e7;
constexpr double kRadians = std::numbers::pi / 180.0;
constexpr double kSemiMajor = 6378137.0;
constexpr double kFlattening = 1.0 / 298.257223563;

std::int32_t rounded(double v, std::int32_t limit) {
  if (!(v > -static_cast<double>(limit))) return -limit;  // also for NaN
  if (v > static_cast<double>(limit)) return limit;
  return static_cast<std::int32_t>(std::llround(v));
}

LonLat position(double lon_degrees, double lat_degrees) {
  return {rounded(lon_degrees * kE7, kMaxLonE7), rounded(lat_degrees * kE7, kMaxLatE7)};
}

/// One term c·a^p·b^q of a polynomial in two variables.
struct Term {
  int p;
  int q;
  double c;
};

double polynomial(std::span<const Term> terms, double a, double b) {
  constexpr std::size_t kPowers = 6;
  std::array<double, kPowers> pa{1.0};
  std::array<double, kPowers> pb{1.0};
  for (std::size_t i = 1; i < kPowers; ++i) {
    pa[i] = pa[i - 1] * a;
    pb[i] = pb[i - 1] * b;
  }
  double sum = 0;
  for (const Term& t : terms) sum += t.c * pa[static_cast<std::size_t>(t.p)] * pb[static_cast<std::size_t>(t.q)];
  return sum;
}

constexpr double kRdX0 = 155000.0;
constexpr double kRdY0 = 463000.0;
constexpr double kRdLat0 = 52.155172897;
constexpr double kRdLon0 = 5.387203657;

constexpr std::array kLat = {Term{0, 1, 3235.65389}, Term{2, 0, -32.58297}, Term{0, 2, -0.24750}, Term{2, 1, -0.84978},
                             Term{0, 3, -0.06550},   Term{2, 2, -0.01709},  Term{1, 0, -0.00738}, Term{4, 0, 0.00530},
                             Term{2, 3, -0.00039},   Term{4, 1, 0.00033},   Term{1, 1, -0.00012}};
constexpr std::array kLon = {Term{1, 0, 5260.52916}, Term{1, 1, 105.94684}, Term{1, 2, 2.45656},  Term{3, 0, -0.81885},
                             Term{1, 3, 0.05594},    Term{3, 1, -0.05607},  Term{0, 1, 0.01199},  Term{3, 2, -0.00256},
                             Term{1, 4, 0.00128},    Term{0, 2, 0.00022},   Term{2, 0, -0.00022}, Term{5, 0, 0.00026}};
constexpr std::array kX = {Term{0, 1, 190094.945}, Term{1, 1, -11832.228}, Term{2, 1, -114.221},
                           Term{0, 3, -32.391},    Term{1, 0, -0.705},     Term{3, 1, -2.340},
                           Term{1, 3, -0.608},     Term{0, 2, -0.008},     Term{2, 3, 0.148}};
constexpr std::array kY = {Term{1, 0, 309056.544}, Term{0, 2, 3638.893}, Term{2, 0, 73.077}, Term{1, 2, -157.984},
                           Term{3, 0, 59.788},     Term{0, 1, 0.433},    Term{2, 2, -6.439}, Term{1, 1, -0.032},
                           Term{0, 4, 0.092},      Term{1, 4, -0.054}};

}  // namespace

LocalPlane::LocalPlane(LonLat origin)
    : origin_(origin), lon0_(static_cast<double>(origin.lon_e7)), lat0_(static_cast<double>(origin.lat_e7)) {
  const double e2 = kFlattening * (2.0 - kFlattening);
  const double lat = lat0_ / kE7 * kRadians;
  const double w2 = 1.0 - e2 * std::sin(lat) * std::sin(lat);
  const double prime_vertical = kSemiMajor / std::sqrt(w2);
  const double meridian = prime_vertical * (1.0 - e2) / w2;
  metres_per_lat_ = meridian * kRadians / kE7;
  metres_per_lon_ = std::max(prime_vertical * std::cos(lat), 1.0) * kRadians / kE7;  // never 0, not even at a pole
}

LonLat LocalPlane::to_lon_lat(XY metres) const {
  return {rounded(lon0_ + metres.x / metres_per_lon_, kMaxLonE7),
          rounded(lat0_ + metres.y / metres_per_lat_, kMaxLatE7)};
}

double distance_m(LonLat a, LonLat b) {
  const auto mean_lat = static_cast<std::int32_t>((std::int64_t{a.lat_e7} + b.lat_e7) / 2);
  const LocalPlane plane({a.lon_e7, mean_lat});
  const XY pa = plane.to_metres(a);
  const XY pb = plane.to_metres(b);
  return std::hypot(pb.x - pa.x, pb.y - pa.y);
}

double distance_to_segment_m(LonLat p, LonLat a, LonLat b) {
  const LocalPlane plane(p);
  const XY pa = plane.to_metres(a);
  const XY pb = plane.to_metres(b);
  const double dx = pb.x - pa.x;
  const double dy = pb.y - pa.y;
  const double length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? std::clamp(-(pa.x * dx + pa.y * dy) / length2, 0.0, 1.0) : 0.0;
  return std::hypot(pa.x + t * dx, pa.y + t * dy);
}

XY to_web_mercator(LonLat p) {
  constexpr double kMaxLat = 85.05112878;
  const double lat = std::clamp(static_cast<double>(p.lat_e7) / kE7, -kMaxLat, kMaxLat) * kRadians;
  return {kSemiMajor * static_cast<double>(p.lon_e7) / kE7 * kRadians, kSemiMajor * std::asinh(std::tan(lat))};
}

LonLat from_web_mercator(XY metres) {
  return position(metres.x / kSemiMajor / kRadians, std::atan(std::sinh(metres.y / kSemiMajor)) / kRadians);
}

XY to_rd_degrees(XY lon_lat) {
  const double dlat = 0.36 * (lon_lat.y - kRdLat0);
  const double dlon = 0.36 * (lon_lat.x - kRdLon0);
  return {kRdX0 + polynomial(kX, dlat, dlon), kRdY0 + polynomial(kY, dlat, dlon)};
}

XY from_rd_degrees(XY rd) {
  const double dx = (rd.x - kRdX0) * 1e-5;
  const double dy = (rd.y - kRdY0) * 1e-5;
  return {kRdLon0 + polynomial(kLon, dx, dy) / 3600.0, kRdLat0 + polynomial(kLat, dx, dy) / 3600.0};
}

XY to_rd(LonLat p) { return to_rd_degrees({static_cast<double>(p.lon_e7) / kE7, static_cast<double>(p.lat_e7) / kE7}); }

LonLat from_rd(XY rd) {
  const XY degrees = from_rd_degrees(rd);
  return position(degrees.x, degrees.y);
}

bool in_rd_area(XY rd) { return rd.x >= -7000 && rd.x <= 300000 && rd.y >= 289000 && rd.y <= 629000; }

}  // namespace stoepkrijt::geo
