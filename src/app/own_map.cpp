#include "app/own_map.hpp"

#include <utility>

#include "formats/mapfile/mapfile.hpp"
#include "formats/reports/moments.hpp"

namespace stoepkrijt::app {

Result<PendingImport> pending_map(std::vector<MapFile> files) {
  std::vector<formats::MapSource> sources;
  sources.reserve(files.size());
  for (const MapFile& file : files) sources.push_back({file.name, file.text});
  SK_TRY(made, formats::import_map(sources));
  PendingImport import;
  import.attribution = joined(made.map.attributions);
  import.made = std::make_shared<const formats::ImportedMap>(std::move(made));
  import.map = std::shared_ptr<const model::BaseMap>(import.made, &import.made->map);
  import.map_files = std::move(files);
  if (!import.map_files.empty()) import.file_name = import.map_files.back().name;
  return import;
}

std::string map_file_of(const State& state) {
  if (state.map_files == nullptr || state.map == nullptr) return {};
  const std::vector<MapFile>& files = *state.map_files;
  if (files.size() == 1 && formats::is_map_file(files.front().text)) return files.front().text;
  return formats::write_map(*state.map);  // kept by an app of before, as it was given
}

const model::BaseMap* map_shown(const State& state) {
  const bool offered = state.route.screen == Screen::kImport && state.import && state.import->made != nullptr;
  return offered ? state.import->map.get() : state.map.get();
}

std::shared_ptr<const model::BaseMap> map_that_came(const PendingImport& import) {
  if (import.map_file.empty()) return nullptr;
  Result<model::BaseMap> map = formats::read_map_file(import.map_file);
  return map ? std::make_shared<const model::BaseMap>(std::move(map).value()) : nullptr;
}

std::vector<std::string> found_words(const formats::MapReport& report, const Lang& lang) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < formats::kMapParts; ++i) {
    if (report.found[i] == 0) continue;
    out.push_back(
        lang.count("map.part." + std::string(formats::kMapPartNames[i]), static_cast<std::int64_t>(report.found[i])));
  }
  return out;
}

std::vector<std::string> missing_words(const formats::MapReport& report, const Lang& lang) {
  std::vector<std::string> out;
  for (const formats::MapPart part : report.missing()) {
    out.push_back(lang.tr("map.missing." + std::string(formats::kMapPartNames[static_cast<std::size_t>(part)])));
  }
  return out;
}

std::vector<std::string> left_out_words(const formats::MapReport& report, const Lang& lang) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < formats::kMapLeftOuts; ++i) {
    const formats::MapReport::Left& left = report.left_out[i];
    if (left.count == 0) continue;
    std::string words =
        lang.count("map.left." + std::string(formats::kMapLeftOutNames[i]), static_cast<std::int64_t>(left.count));
    if (left.first != geo::LonLat{}) {
      const std::string place = formats::degrees(left.first.lat_e7) + ", " + formats::degrees(left.first.lon_e7);
      words +=
          " " + (left.first_name.empty() ? lang.tr("map.left_first_place", {{"place", place}})
                                         : lang.tr("map.left_first", {{"name", left.first_name}, {"place", place}}));
    }
    out.push_back(std::move(words));
  }
  if (report.arcs > 0) out.push_back(lang.count("map.arcs", static_cast<std::int64_t>(report.arcs)));
  for (const formats::MapFileNote& file : report.files) {
    if (file.rd) out.push_back(lang.tr("map.rd", {{"file", file.name}}));
  }
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : " · ") + line;
  return out;
}

}  // namespace stoepkrijt::app
