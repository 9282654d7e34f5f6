// Which of very many places lie in a window, or near a place? Made once for places that stay; flat arrays.
//
// Shape: sorted by latitude, cut into slabs of about as many places as there are slabs, each sorted by longitude. So a
// query costs a search in every slab that it meets, however the places are clumped.
// Memory: 12 bytes a place, and 12 a slab.
// Guarantees: exact; the same answer in the same order for the same places in any order, ids being different.
//
// Example:
//   const PointIndex index(points);
//   std::vector<std::uint32_t> ids;
//   index.in(window, ids);                    // west > east: over the antimeridian
//   index.near({44'912'346, 519'239'147}, 50'000, ids);   // within 50 m
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/position.hpp"

namespace stoepkrijt::geo {

/// A place of the caller's: `id` is his number for it.
struct Point {
  LonLat place;
  std::uint32_t id = 0;
  std::uint8_t kind = 0;  ///< for ClusterIndex
};

class PointIndex {
 public:
  PointIndex() = default;
  /// Domain: places on earth, fewer than 2^32 of them.
  explicit PointIndex(std::span<const Point> points);

  [[nodiscard]] std::size_t size() const { return ids_.size(); }
  /// What the index itself takes.
  [[nodiscard]] std::size_t bytes() const;

  /// Appends the ids of the places in the window.
  void in(const Window& window, std::vector<std::uint32_t>& ids) const;

  /// How many lie in the window: a search in every slab that it meets.
  [[nodiscard]] std::size_t count(const Window& window) const;

  /// Appends the ids of the at most `n` places of the window that lie nearest to the centre, the nearest first, of
  /// equals the one with the lower id. Distances are those of near(). Looks at few places more than it gives.
  void nearest(LonLat centre, std::size_t n, const Window& window, std::vector<std::uint32_t>& ids) const;

  /// Appends the ids of the places within a distance, in millimetres, edge included. Measured is in a plane at the
  /// latitude of the centre, over the antimeridian too: within 1 % up to 10 km, at Dutch latitudes; at a pole every
  /// longitude is near. Exact whole numbers, so that it comes out the same in every build.
  void near(LonLat centre, std::int64_t radius_mm, std::vector<std::uint32_t>& ids) const;

 private:
  struct Slab {
    std::uint32_t first = 0;  // up to the first of the next one
    std::int32_t south_e7 = 0;
    std::int32_t north_e7 = 0;
  };
  template <class Run>
  void each_run(const Window& window, Run run) const;
  template <class Visit>
  void each_in(const Window& window, Visit visit) const;

  std::vector<Slab> slabs_;  // from the south
  std::vector<std::int32_t> lon_e7_;
  std::vector<std::int32_t> lat_e7_;
  std::vector<std::uint32_t> ids_;
};

}  // namespace stoepkrijt::geo
