// What a feature is, by one table. The first row that fits decides.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "formats/geojson/raw_feature.hpp"
#include "model/map.hpp"

namespace stoepkrijt::formats::geojson {

enum class Shape : std::uint8_t { kPoint = 1, kLine = 2, kPolygon = 4 };
[[nodiscard]] Shape shape_of(GeometryType type);

/// Whose data this is when the file does not say so itself.
enum class Source : std::uint8_t { kUnknown, kOpenStreetMap, kBgt, k3dBag, kCbs };
/// The line to show; empty for kUnknown.
[[nodiscard]] std::string_view attribution_of(Source source);

struct Match {
  model::MapClass cls = model::MapClass::kLand;
  std::string kind;
  Source source = Source::kUnknown;
};

/// `layer` is the file's name without folder and extension. Nothing when the map has no use for it.
[[nodiscard]] std::optional<Match> classify(std::string_view layer, const RawFeature& feature, Shape shape);

/// "maps/otterlo/Road_area.geojson" gives "road_area".
[[nodiscard]] std::string layer_of(std::string_view file_name);

}  // namespace stoepkrijt::formats::geojson
