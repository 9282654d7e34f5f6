// Arcs of circles as chords. Only additions, products, quotients and square roots, which are the same on every device.
#pragma once

#include <cstdint>
#include <vector>

namespace stoepkrijt::formats::gml {

/// A pair of coordinates as the file gives it, times 10^7: degrees or metres.
struct Pair {
  std::int64_t x = 0;
  std::int64_t y = 0;
  friend bool operator==(const Pair&, const Pair&) = default;
};

/// The points of an arc from `a` through `m` to `b`, both ends included, and with `full` of the rest of the circle back
/// to `a`; three points on a line give just those. The pairs differ by less than 10^15.
/// `leave_e7`: how far a chord may leave the arc.
[[nodiscard]] std::vector<Pair> arc_points(Pair a, Pair m, Pair b, std::int64_t leave_e7, bool full = false);

}  // namespace stoepkrijt::formats::gml
