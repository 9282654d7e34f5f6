// Any bytes at all: the map reader gives a map whose shapes keep their promises, or a fault with a place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "formats/geojson/geojson.hpp"
#include "geo/geometry.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stoepkrijt;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto map = formats::read_geojson(text, "road_area.geojson");
  if (!map) {
    if (map.error().code == ErrorCode::kUnknown || map.error().where.line == 0) std::abort();
    return 0;
  }
  for (const model::MapFeature& f : map->features) {
    if (f.lines.empty() || f.height_mm < 0 || f.size_mm < 0) std::abort();
    for (const model::Line& line : f.lines) {
      if (line.empty()) std::abort();
      for (const geo::LonLat p : line) {
        if (!geo::on_earth(p) || !map->bounds.contains(p)) std::abort();
      }
    }
    if (f.cls == model::MapClass::kRoadArea && geo::ring_sign(f.lines.front()) != 1) std::abort();
  }
  std::vector<model::BaseMap> twice;
  twice.push_back(*map);
  twice.push_back(*map);
  const std::size_t features = map->features.size();
  if (formats::merge_maps(std::move(twice)).features.size() < features) std::abort();
  return 0;
}
