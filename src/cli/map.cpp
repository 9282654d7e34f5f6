// map: one map file of the files that a neighbourhood has, and what is in it.
#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "base/json_writer.hpp"
#include "cli/dossiers.hpp"
#include "cli/session.hpp"
#include "formats/mapimport/mapimport.hpp"
#include "formats/reports/moments.hpp"

namespace stoepkrijt::cli {

namespace {

using formats::ImportedMap;
using formats::MapReport;

/// The places of the names in their order by letter, as JSON has them.
template <std::size_t n>
std::vector<std::size_t> by_name(const std::string_view (&names)[n]) {
  std::vector<std::size_t> out(n);
  std::iota(out.begin(), out.end(), std::size_t{0});
  std::sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
  return out;
}

std::string_view name_of(formats::MapPart part) { return formats::kMapPartNames[static_cast<std::size_t>(part)]; }

void warn_all(Session& session, const MapReport& report) {
  for (const formats::MapFileNote& file : report.files) {
    if (file.rd) session.warn(session.tr("map.rd", {{"file", file.name}}));
  }
  for (const formats::MapPart part : report.missing()) {
    session.warn(session.tr("map.missing." + std::string(name_of(part))));
  }
  for (std::size_t i = 0; i < formats::kMapLeftOuts; ++i) {
    const MapReport::Left& left = report.left_out[i];
    if (left.count == 0) continue;
    std::string words = session.count("map.left." + std::string(formats::kMapLeftOutNames[i]), left.count);
    if (left.first != geo::LonLat{}) {
      const std::string place = formats::degrees(left.first.lat_e7) + ", " + formats::degrees(left.first.lon_e7);
      words +=
          " " + (left.first_name.empty() ? session.tr("map.left_first_place", {{"place", place}})
                                         : session.tr("map.left_first", {{"name", left.first_name}, {"place", place}}));
    }
    session.warn(words);
  }
  if (report.arcs > 0) session.warn(session.count("map.arcs", report.arcs));
}

std::string as_json(const Session& session, const ImportedMap& made, std::size_t bytes) {
  json::Writer json;
  json.begin_object();
  json.key("attributions");
  json.begin_array();
  for (const std::string& line : made.map.attributions) json.string(line);
  json.end_array();
  json.key("bytes");
  json.integer(number(bytes));
  json.key("found");
  json.begin_object();
  for (const std::size_t i : by_name(formats::kMapPartNames)) {
    json.key(formats::kMapPartNames[i]);
    json.integer(number(made.report.found[i]));
  }
  json.end_object();
  json.key("left_out");
  json.begin_object();
  for (const std::size_t i : by_name(formats::kMapLeftOutNames)) {
    json.key(formats::kMapLeftOutNames[i]);
    json.integer(number(made.report.left_out[i].count));
  }
  json.end_object();
  json.key("missing");
  json.begin_array();
  for (const formats::MapPart part : made.report.missing()) json.string(name_of(part));
  json.end_array();
  json.key("output");
  json.string(session.options().output);
  json.end_object();
  return json.take() + "\n";
}

std::string as_text(const Session& session, const ImportedMap& made, std::size_t bytes) {
  std::string out;
  for (std::size_t i = 0; i < formats::kMapParts; ++i) {
    const std::size_t count = made.report.found[i];
    if (count > 0) out += session.count("map.part." + std::string(formats::kMapPartNames[i]), count) + "\n";
  }
  for (const std::string& line : made.map.attributions) out += line + "\n";
  return out + session.tr("cli.map_written", {{"file", session.options().output}, {"bytes", std::to_string(bytes)}}) +
         "\n";
}

}  // namespace

Answer run_map(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  std::vector<std::string_view> names = {options.file};
  names.insert(names.end(), options.more_files.begin(), options.more_files.end());
  std::vector<std::string> read;
  read.reserve(names.size());
  std::vector<formats::MapSource> sources;
  for (const std::string_view name : names) {
    Result<std::string> bytes = session.read_file(name);
    if (!bytes) return session.failed();
    sources.push_back({name, read.emplace_back(std::move(bytes).value())});
  }
  Result<ImportedMap> made = formats::import_map(sources);
  if (made && !options.attribution.empty()) {
    made = formats::with_attributions(std::move(made).value(), {std::string(options.attribution)});
  }
  if (made && made->map.attributions.empty()) made = fail(ErrorCode::kMissing, "error.map_no_attribution");
  if (!made) {
    session.tell(made.error(),
                 made.error().where.file.empty() ? options.file : std::string_view(made.error().where.file));
    return session.failed();
  }
  warn_all(session, made->report);
  if (options.output == "-") return session.done(made->bytes);
  const Result<std::size_t> size = write_output(session, made->bytes);
  if (!size) return session.failed();
  return session.done(options.json ? as_json(session, *made, *size) : as_text(session, *made, *size));
}

}  // namespace stoepkrijt::cli
