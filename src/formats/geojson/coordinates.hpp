// Collects a "coordinates" member whose geometry type may not be known yet: nesting is recorded, and judged afterwards.
// Degrees (WGS84) and metres (RD New) are told apart by their size: no y of RD is a latitude.
#pragma once

#include <array>
#include <string_view>

#include "base/result.hpp"
#include "formats/geojson/raw_feature.hpp"

namespace stoepkrijt::formats::geojson {

class Coordinates {
 public:
  void clear();
  // Events within the member, its own brackets included. Errors have no place yet: kBadGeometry, kWrongType,
  // kOutsideWorld.
  [[nodiscard]] Result<void> start_array();
  [[nodiscard]] Result<void> number(std::string_view text);
  [[nodiscard]] Result<void> end_array();
  [[nodiscard]] bool open() const { return level_ > 0; }
  [[nodiscard]] bool empty() const { return raw_.points.empty(); }

  /// The geometry, if the nesting is that of the type. Error: kBadGeometry.
  [[nodiscard]] Result<RawGeometry> take(GeometryType type);

 private:
  static constexpr std::size_t kMaxLevels = 4;  // a MultiPolygon
  struct Level {
    std::size_t numbers = 0;
    std::size_t arrays = 0;
  };
  std::size_t level_ = 0;           ///< open arrays
  std::size_t position_level_ = 0;  ///< the level at which positions stand; 0: not seen yet
  std::array<Level, kMaxLevels + 1> levels_{};
  std::int64_t x_ = 0;  ///< 1e-7 degree, or 1e-7 metre of RD
  RawGeometry raw_;
};

}  // namespace stoepkrijt::formats::geojson
