// A small synthetic neighbourhood for the render tests, in metres around a place in the sea.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "model/map.hpp"
#include "render/camera_control.hpp"

namespace stoepkrijt::test {

inline constexpr geo::LonLat kOrigin{30'000'000, 530'000'000};  // 3.0 east, 53.0 north: the North Sea

inline geo::LonLat at_m(double x, double y) { return render::Plane(kOrigin).to_lonlat({x, y}); }

inline model::Line line_m(const std::vector<std::pair<double, double>>& points) {
  model::Line line;
  for (const auto& [x, y] : points) line.push_back(at_m(x, y));
  return line;
}

inline model::Line square_m(double x, double y, double size) {
  return line_m({{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}});
}

inline model::MapFeature feature(model::MapClass cls, std::vector<model::Line> lines, std::string name = "") {
  model::MapFeature f;
  f.cls = cls;
  f.name = std::move(name);
  f.lines = std::move(lines);
  return f;
}

/// A grid of named streets with buildings, a park and a canal.
inline model::BaseMap grid_map(int streets, double step_m) {
  model::BaseMap map;
  const double whole = step_m * (streets - 1);
  for (int i = 0; i < streets; ++i) {
    const double at = step_m * i - whole / 2;
    const auto number = std::to_string(i);
    map.features.push_back(feature(model::MapClass::kRoadStreet,
                                   {line_m({{-whole / 2, at}, {0, at}, {whole / 2, at + 5}})},
                                   "Dwarsstraat " + number));
    map.features.push_back(
        feature(model::MapClass::kRoadStreet, {line_m({{at, -whole / 2}, {at, whole / 2}})}, "Langestraat " + number));
  }
  map.features.push_back(feature(model::MapClass::kGreen, {square_m(10, 10, 0.8 * step_m)}, "Krijtpark"));
  map.features.push_back(feature(model::MapClass::kWater,
                                 {line_m({{-whole / 2, 20}, {whole / 2, 40}, {whole / 2, 52}, {-whole / 2, 32}})},
                                 "Stoepsingel"));
  for (const model::MapFeature& f : map.features)
    for (const model::Line& line : f.lines)
      for (const geo::LonLat p : line) map.bounds.add(p);
  return map;
}

inline model::Neighbourhood two_buurten(double size_m) {
  model::Neighbourhood n;
  n.buurten.push_back({"BU00000001",
                       "West",
                       2026,
                       100,
                       50,
                       {line_m({{-size_m, -size_m}, {0, -size_m}, {0, size_m}, {-size_m, size_m}})}});
  n.buurten.push_back({"BU00000002",
                       "Oost",
                       2026,
                       100,
                       50,
                       {line_m({{0, -size_m}, {size_m, -size_m}, {size_m, size_m}, {0, size_m}})}});
  return n;
}

/// A small deterministic generator (xorshift), the same numbers on every device.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2654435761U + 1U) {}
  double between(double low, double high) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return low + (high - low) * static_cast<double>(state_ >> 11U) / 9007199254740992.0;
  }

 private:
  std::uint64_t state_;
};

}  // namespace stoepkrijt::test
