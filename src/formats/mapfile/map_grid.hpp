// The grid on which a map file holds its places.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/position.hpp"
#include "model/map.hpp"

namespace stoepkrijt::formats::mapfile {

/// A place in steps from the grid's south-west corner.
struct Cell {
  std::int64_t x = 0;
  std::int64_t y = 0;
  friend bool operator==(const Cell&, const Cell&) = default;
};
using CellLine = std::vector<Cell>;

/// Steps in 1e-7 degree: 9 of latitude (0.1 m), and of longitude what is about as long at the southern edge.
struct Grid {
  geo::LonLat corner;
  std::int32_t step_lon = 9;
  std::int32_t step_lat = 9;

  [[nodiscard]] Cell cell(geo::LonLat p) const;
  /// Within the world; a cell beyond it is moved to its edge.
  [[nodiscard]] geo::LonLat place(Cell cell) const;
};
[[nodiscard]] Grid grid_for(const geo::Bounds& bounds);

/// A line without repeats and without points that lie straight between their neighbours; fewer than two points: empty.
[[nodiscard]] CellLine clean_line(const Grid& grid, const model::Line& line);
/// The same for a ring (its end joins its beginning); without area: empty. Its way round stays.
[[nodiscard]] CellLine clean_ring(const Grid& grid, const model::Line& ring);

/// Which classes are polygons, which points; the rest are lines. One vocabulary for writer and reader.
enum class Form : std::uint8_t { kPolygon, kLine, kPoint };
[[nodiscard]] Form form_of(const model::MapFeature& feature);

}  // namespace stoepkrijt::formats::mapfile
