#include <algorithm>
#include <iterator>

#include "formats/geojson/geojson.hpp"
#include "formats/geojson/handler.hpp"
#include "formats/geojson/houses.hpp"
#include "formats/geojson/map_builder.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::formats {

Result<model::BaseMap> read_geojson(std::string_view text, std::string_view file_name, const json::Limits& limits,
                                    GeoJsonReport* report) {
  geojson::MapBuilder builder(file_name);
  geojson::Handler handler(text, builder);
  const Result<void> parsed = json::parse(text, handler, limits);
  if (!parsed) {
    Error error = parsed.error();
    error.where.file = file_name;
    return fail(std::move(error));
  }
  if (report != nullptr) *report = builder.report();
  return builder.take();
}

model::BaseMap merge_maps(std::vector<model::BaseMap> maps) {
  model::BaseMap whole;
  model::Neighbourhood& all = whole.neighbourhood;
  for (model::BaseMap& map : maps) {
    whole.bounds = geo::united(whole.bounds, map.bounds);
    whole.features.insert(whole.features.end(), std::make_move_iterator(map.features.begin()),
                          std::make_move_iterator(map.features.end()));
    for (std::string& line : map.attributions) {
      const bool known =
          std::find(whole.attributions.begin(), whole.attributions.end(), line) != whole.attributions.end();
      if (!known) whole.attributions.push_back(std::move(line));
    }
    model::Neighbourhood& one = map.neighbourhood;
    if (all.id.empty()) all.id = std::move(one.id);
    if (all.name.empty()) all.name = std::move(one.name);
    if (all.municipality.empty()) all.municipality = std::move(one.municipality);
    for (model::Buurt& buurt : one.buurten) {
      const bool known = std::any_of(all.buurten.begin(), all.buurten.end(),
                                     [&](const model::Buurt& b) { return b.code == buurt.code; });
      if (!known) all.buurten.push_back(std::move(buurt));
    }
  }
  std::sort(all.buurten.begin(), all.buurten.end(),
            [](const model::Buurt& a, const model::Buurt& b) { return a.code < b.code; });
  geojson::restore_houses(whole);
  return whole;
}

const model::Neighbourhood& neighbourhood_of(const model::BaseMap& map) { return map.neighbourhood; }

}  // namespace stoepkrijt::formats
