#include "geo/mercator.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace stoepkrijt::geo {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kPerUnit = kPi / 1.8e9;          // radians
constexpr std::int32_t kEdgeLatE7 = 850'511'288;  // artanh(sin) of it is just above pi

/// Of x^3 to x^21: each a product of the one before, -1 / (n (n + 1)).
constexpr std::array<double, 10> kSine = [] {
  std::array<double, 10> out{};
  double factor = 1.0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double n = 2.0 * static_cast<double>(i) + 2.0;
    factor /= -(n * (n + 1.0));
    out[i] = factor;
  }
  return out;
}();
/// 1/3 to 1/21, the odd ones.
constexpr std::array<double, 10> kArtanh = [] {
  std::array<double, 10> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = 1.0 / (2.0 * static_cast<double>(i) + 3.0);
  return out;
}();

/// 1 + sum of c[i] x^(i + 1), the even and the odd powers each for themselves: the processor does both at once.
double series(const std::array<double, 10>& c, double x) {
  const double square = x * x;
  const double even = ((((c[9] * square + c[7]) * square + c[5]) * square + c[3]) * square + c[1]) * square + 1.0;
  const double odd = (((c[8] * square + c[6]) * square + c[4]) * square + c[2]) * square + c[0];
  return even + x * odd;
}

/// |x| at most pi / 2. The next term, x^23 / 23!, is below 2e-18.
double sine(double x) { return x * series(kSine, x * x); }

/// Of a normal number above 0: its exponent, and twice artanh((m - 1) / (m + 1)) of its mantissa.
double logarithm(double value) {
  constexpr double kLn2 = 0.69314718055994530942;
  constexpr std::uint64_t kMantissa = (std::uint64_t{1} << 52U) - 1;
  const auto bits = std::bit_cast<std::uint64_t>(value);
  int exponent = static_cast<int>(bits >> 52U) - 1023;
  double m = std::bit_cast<double>((bits & kMantissa) | (std::uint64_t{1023} << 52U));
  if (m > 1.5) {
    m *= 0.5;
    ++exponent;
  }
  const double z = (m - 1.0) / (m + 1.0);
  return exponent * kLn2 + 2.0 * z * series(kArtanh, z * z);  // the next term is below 1e-17
}

/// From 0 to 2^32: the part below the whole number decides, and no rounding of a sum.
std::uint32_t to_nearest(double value) {
  const auto whole = static_cast<std::uint32_t>(value);
  return value - whole < 0.5 ? whole : whole + 1;
}

}  // namespace

std::uint32_t mercator_y(std::int32_t lat_e7) {
  if (lat_e7 >= kEdgeLatE7) return kMercatorWorld;
  if (lat_e7 <= -kEdgeLatE7) return 0;
  const double s = sine(lat_e7 * kPerUnit);
  const double y = 0.5 * logarithm((1.0 + s) / (1.0 - s));
  return to_nearest(y / kPerUnit + 0.5 * kMercatorWorld);
}

std::uint32_t cosine_q30(std::int32_t lat_e7) {
  const double x = (900'000'000.0 - (lat_e7 < 0 ? -static_cast<double>(lat_e7) : lat_e7)) * kPerUnit;
  return to_nearest(std::max(sine(x), 0.0) * 1'073'741'824.0);
}

}  // namespace stoepkrijt::geo
