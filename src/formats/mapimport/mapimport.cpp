#include "formats/mapimport/mapimport.hpp"

#include <utility>

#include "formats/geojson/geojson.hpp"
#include "formats/gml/gml.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/mapfile/mapfile.hpp"
#include "formats/mapimport/map_check.hpp"
#include "formats/osm/osm.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr std::size_t kMostUnpacked = std::size_t{512} * 1024 * 1024;

bool looks_like_geojson(std::string_view name, std::string_view bytes) {
  if (name.ends_with(".geojson")) return true;
  const std::string_view head = bytes.substr(0, 4096);
  return head.find("\"FeatureCollection\"") != std::string_view::npos ||
         head.find("\"Feature\"") != std::string_view::npos;
}

void add(MapReport& report, MapLeftOut why, std::size_t count) {
  report.left_out[static_cast<std::size_t>(why)].count += count;
}

void add(MapReport& report, const GeoJsonReport& shapes) {
  add(report, MapLeftOut::kUnknown, shapes.unclassified);
  add(report, MapLeftOut::kFlat, shapes.dropped_rings + shapes.dropped_lines + shapes.without_geometry);
  add(report, MapLeftOut::kPast, shapes.past);
  add(report, MapLeftOut::kBelow, shapes.below);
}

Result<model::BaseMap> read_one(std::string_view name, std::string_view bytes, MapFileNote& note, MapReport& report) {
  if (is_map_file(bytes)) {
    note.format = MapFormat::kMapFile;
    return read_map_file(bytes);
  }
  if (looks_like_osm(bytes)) {
    note.format = MapFormat::kOsm;
    OsmReport osm;
    SK_TRY(map, read_osm(bytes, name, &osm));
    add(report, osm.shapes);
    add(report, MapLeftOut::kIncomplete, osm.incomplete);
    return map;
  }
  if (looks_like_gml(bytes)) {
    note.format = MapFormat::kGml;
    GmlReport gml;
    SK_TRY(map, read_gml(bytes, name, &gml));
    add(report, gml.shapes);
    note.rd = gml.shapes.rd;
    report.arcs += gml.arcs;
    return map;
  }
  if (!looks_like_geojson(name, bytes)) return fail(ErrorCode::kWrongFormat, "error.wrong_format_any_map");
  GeoJsonReport shapes;
  SK_TRY(map, read_geojson(bytes, name, geojson_limits(), &shapes));
  add(report, shapes);
  note.rd = shapes.rd;
  return map;
}

Result<model::BaseMap> read_file(MapSource file, MapReport& report) {
  MapFileNote note;
  note.name = file.name;
  std::string unpacked;
  if (is_gzip(file.bytes)) {
    SK_TRY(plain, gunzip(file.bytes, kMostUnpacked));
    unpacked = std::move(plain);
    file.bytes = unpacked;
    if (file.name.ends_with(".gz")) file.name.remove_suffix(3);
  }
  SK_TRY(map, read_one(file.name, file.bytes, note, report));
  note.shapes = map.features.size();
  report.files.push_back(std::move(note));
  return map;
}

Result<ImportedMap> finished(model::BaseMap map, MapReport report) {
  ImportedMap out;
  out.bytes = write_map(map);
  // What is shown is what the file holds.
  SK_TRY(held, read_map_file(out.bytes));
  if (held.features.empty()) return fail(ErrorCode::kEmpty, "error.map_empty");
  add(report, MapLeftOut::kFlat, map.features.size() - held.features.size());
  count_parts(held, report);
  out.map = std::move(held);
  out.report = std::move(report);
  return out;
}

}  // namespace

bool looks_like_map(std::string_view name, std::string_view bytes) {
  return is_map_file(bytes) || looks_like_osm(bytes) || looks_like_gml(bytes) || looks_like_geojson(name, bytes);
}

Result<ImportedMap> import_map(const std::vector<MapSource>& files) {
  MapReport report;
  std::vector<model::BaseMap> maps;
  for (const MapSource& file : files) {
    Result<model::BaseMap> map = read_file(file, report);
    if (!map) {
      Error error = std::move(map).error();
      error.where.file = file.name;
      return fail(std::move(error));
    }
    maps.push_back(std::move(map).value());
  }
  model::BaseMap whole = merge_maps(std::move(maps));
  mapimport::take_out_faults(whole, report);
  return finished(std::move(whole), std::move(report));
}

ImportedMap with_attributions(ImportedMap made, std::vector<std::string> lines) {
  made.map.attributions = std::move(lines);
  made.bytes = write_map(made.map);
  return made;
}

}  // namespace stoepkrijt::formats
