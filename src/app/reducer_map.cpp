// The neighbourhood's own map: files chosen, attribution given, taken into use, kept, given out.
#include <utility>

#include "app/own_map.hpp"
#include "app/reducer.hpp"
#include "base/trim.hpp"
#include "base/utf8.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kMostAttribution = 500;  // code points

}  // namespace

void Reducer::on(const cmd::AskMapFiles&) {
  pick_files(
      ".geojson,.json,.osm,.xml,.gml,.skmap,.gz,application/geo+json,application/json,application/xml,text/xml,"
      "application/gzip");
}

void Reducer::on(const cmd::SetMapAttribution& c) {
  if (!s.import || s.import->made == nullptr) return;
  s.import->attribution = first_code_points(c.words, kMostAttribution);
  s.import->attribution_missing = false;
}

void Reducer::on(const cmd::ExportMap&) {
  std::string bytes = map_file_of(s);
  if (bytes.empty()) return;
  effects.emplace_back(platform::OfferFile{"kaart.skmap", "application/octet-stream", std::move(bytes)});
  toast("toast.file_offered");
}

bool Reducer::confirm_map() {
  if (trimmed(s.import->attribution).empty()) {
    s.import->attribution_missing = true;
    announce(lang().tr("map.attribution_missing"), true);
    return false;
  }
  const PendingImport import = *std::exchange(s.import, std::nullopt);
  formats::ImportedMap made = *import.made;
  if (import.attribution != joined(made.map.attributions)) {
    made = formats::with_attributions(std::move(made), {import.attribution});
  }
  use_map(std::make_shared<const model::BaseMap>(std::move(made.map)), std::move(made.bytes));
  return true;
}

void Reducer::use_map(std::shared_ptr<const model::BaseMap> map, std::string bytes) {
  s.map = std::move(map);
  std::vector<MapFile> files;
  files.push_back({"kaart.skmap", std::move(bytes)});
  s.map_files = std::make_shared<const std::vector<MapFile>>(std::move(files));
  save("map");
}

void Reducer::take_map(const PendingImport& import) {
  if (s.map_files != nullptr) return;  // the own map of this device stays
  if (auto map = map_that_came(import)) use_map(std::move(map), import.map_file);
}

}  // namespace stoepkrijt::app
