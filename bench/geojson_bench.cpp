#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "benches.hpp"
#include "formats/geojson/geojson.hpp"
#include "measure.hpp"

namespace stoepkrijt::bench {

void geojson(const std::vector<std::string>& files, int runs) {
  std::vector<std::pair<std::string, std::string>> texts;  // name, bytes
  std::size_t bytes = 0;
  for (const std::string& file : files) {
    texts.emplace_back(std::filesystem::path(file).filename().string(), read_file(file));
    bytes += texts.back().second.size();
  }
  std::size_t features = 0;
  const Times reading = measure(runs, [&] {
    std::vector<model::BaseMap> maps;
    for (const auto& [name, text] : texts) {
      Result<model::BaseMap> map = formats::read_geojson(text, name);
      if (!map) {
        std::fprintf(stderr, "stoepkrijt_bench: %s: %s\n", name.c_str(), map.error().key.c_str());
        std::exit(2);
      }
      maps.push_back(std::move(*map));
    }
    features = formats::merge_maps(std::move(maps)).features.size();
  });
  Line("geojson.read").times(reading).count("bytes", bytes).count("features", features).count("files", texts.size());
}

}  // namespace stoepkrijt::bench
