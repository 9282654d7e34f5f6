// Reads the maps the tests draw: the example that the repository carries, and the real ones beside it when they are
// there.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "formats/geojson/geojson.hpp"

namespace stoepkrijt::test {

/// Folder of the real data: STOEPKRIJT_DATA, or ../shared/data beside the repository.
inline std::filesystem::path data_folder() {
  const char* given = std::getenv("STOEPKRIJT_DATA");
  return given != nullptr ? std::filesystem::path(given)
                          : std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / ".." / "shared" / "data";
}

/// All .geojson files of a folder as one map, in the order of their names; nothing when there are none.
inline std::optional<model::BaseMap> read_map_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".geojson") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<model::BaseMap> maps;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto map = formats::read_geojson(text, file.filename().string());
    if (!map) return std::nullopt;
    maps.push_back(std::move(map).value());
  }
  if (maps.empty()) return std::nullopt;
  return formats::merge_maps(std::move(maps));
}

}  // namespace stoepkrijt::test
