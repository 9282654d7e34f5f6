// A feature as it stood in the file, before anybody asks what it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/position.hpp"

namespace stoepkrijt::formats::geojson {

/// A member of "properties". Numbers keep their text; nested objects are not kept.
struct Property {
  std::string key;
  std::string text;               ///< "true" and "false" for booleans; empty for null and lists
  std::vector<std::string> list;  ///< of an array: its scalars
};

enum class GeometryType : std::uint8_t { kPoint, kMultiPoint, kLineString, kMultiLineString, kPolygon, kMultiPolygon };

/// All positions in one row; where lines (or rings) and polygons end lies beside it.
struct RawGeometry {
  GeometryType type = GeometryType::kPoint;
  std::vector<geo::LonLat> points;
  std::vector<std::size_t> line_ends;     ///< indices in points
  std::vector<std::size_t> polygon_ends;  ///< indices in line_ends
  bool was_rd = false;                    ///< given in RD New, and converted
};

struct RawFeature {
  std::vector<Property> properties;
  std::vector<RawGeometry> geometries;

  [[nodiscard]] const Property* find(std::string_view key) const {
    for (const Property& p : properties) {
      if (p.key == key) return &p;
    }
    return nullptr;
  }
  /// The text of the property, of a list the first; or empty.
  [[nodiscard]] std::string_view text(std::string_view key) const {
    const Property* p = find(key);
    if (p == nullptr) return {};
    return p->list.empty() ? std::string_view(p->text) : std::string_view(p->list.front());
  }
};

}  // namespace stoepkrijt::formats::geojson
