// A spatial grid: which things may lie in a box? Ids are small numbers of the caller (indices in a vector).
// Example: Grid grid(bounds, cell_for(bounds, 1000)); grid.insert(0, box); grid.query(view) -> {0}
#pragma once

#include <cstdint>
#include <vector>

#include "geo/position.hpp"

namespace stoepkrijt::geo {

class Grid {
 public:
  /// Cells are square in units of 1e-7 degree, at least 1; at most 4096 per side (larger cells are taken then).
  /// What lies outside the bounds is kept in the cells at the edge.
  Grid(const Bounds& bounds, std::int32_t cell_e7);

  void insert(std::uint32_t id, const Bounds& box);
  void insert(std::uint32_t id, LonLat p) { insert(id, Bounds{p.lon_e7, p.lat_e7, p.lon_e7, p.lat_e7}); }
  /// Ids whose box intersects the given one, sorted, each once. Exact: boxes are compared, not cells.
  [[nodiscard]] std::vector<std::uint32_t> query(const Bounds& box) const;

 private:
  struct Entry {
    std::uint32_t id;
    Bounds box;
  };
  [[nodiscard]] std::int64_t column(std::int32_t lon_e7) const;
  [[nodiscard]] std::int64_t row(std::int32_t lat_e7) const;

  Bounds bounds_;
  std::int64_t cell_ = 1;
  std::int64_t columns_ = 1;
  std::int64_t rows_ = 1;
  std::vector<std::vector<std::uint32_t>> cells_;  ///< indices of entries
  std::vector<Entry> entries_;
};

/// A cell size that gives about one thing per cell when `count` things are spread evenly.
[[nodiscard]] std::int32_t cell_for(const Bounds& bounds, std::size_t count);

}  // namespace stoepkrijt::geo
