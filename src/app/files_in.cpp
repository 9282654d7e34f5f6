#include "app/files_in.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "app/ballots.hpp"
#include "app/import_preview.hpp"
#include "app/own_map.hpp"
#include "app/reports.hpp"
#include "formats/delta/delta.hpp"
#include "formats/geojson/geojson.hpp"
#include "formats/gml/gml.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/mapfile/map_member.hpp"
#include "formats/mapfile/mapfile.hpp"
#include "formats/osm/osm.hpp"
#include "formats/records/records.hpp"

namespace stoepkrijt::app {

namespace {

/// What a packed file may grow to: more than that is no dossier that a browser holds.
constexpr std::size_t kMostUnpacked = std::size_t{256} << 20U;

bool ends_with(std::string_view name, std::string_view tail) {
  if (name.size() < tail.size()) return false;
  const std::string_view end = name.substr(name.size() - tail.size());
  return std::equal(end.begin(), end.end(), tail.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

/// The first bytes say what a file is: .pb files start with their META section.
bool looks_like_pb(std::string_view name, std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return ends_with(name, ".pb") || bytes.starts_with("META");
}

/// Our own format name stands near the start of a dossier, whatever the order of its keys.
bool looks_like_dossier(std::string_view bytes) {
  return bytes.find("\"stoepkrijt-dossier\"") != std::string_view::npos;
}
bool looks_like_delta(std::string_view bytes) { return bytes.find("\"stoepkrijt-delta\"") != std::string_view::npos; }
/// Maps that are no GeoJSON: signals of another program never look so.
bool looks_like_other_map(std::string_view bytes) {
  return formats::is_map_file(bytes) || formats::looks_like_osm(bytes) || formats::looks_like_gml(bytes);
}

/// Those that a signal will name once the file is taken in.
void take_photos(const formats::PhotosSplit& split, PendingImport& import) {
  std::set<std::string_view> named;
  for (const model::Signal& signal : import.dossier->signals) named.insert(signal.photos.begin(), signal.photos.end());
  formats::each_photo(split, [&](std::string_view name, Result<std::string> jpeg) {
    if (!jpeg) {
      ++import.photos_refused;
    } else if (named.contains(name)) {
      import.photos.emplace(name, std::make_shared<const std::string>(std::move(jpeg).value()));
    }
  });
}

}  // namespace

Result<std::shared_ptr<const model::BaseMap>> read_map(const std::vector<MapFile>& files) {
  std::vector<model::BaseMap> layers;
  for (const MapFile& file : files) {
    auto layer = formats::is_map_file(file.text) ? formats::read_map_file(file.text)
                                                 : formats::read_geojson(file.text, file.name);
    if (!layer) {
      Error error = std::move(layer).error();
      error.where.file = file.name;
      return fail(std::move(error));
    }
    layers.push_back(std::move(layer).value());
  }
  return std::make_shared<const model::BaseMap>(formats::merge_maps(std::move(layers)));
}

Result<PendingImport> read_given_file(std::string_view name, std::string_view bytes, const State& state) {
  if (formats::is_gzip(bytes)) {
    SK_TRY(unpacked, formats::gunzip(bytes, kMostUnpacked));
    if (ends_with(name, ".gz")) name.remove_suffix(3);
    return read_given_file(name, unpacked, state);
  }
  PendingImport import;
  import.file_name = std::string(name);
  if (looks_like_pb(name, bytes)) {
    const model::Round* round = current_round(state);
    if (round == nullptr) return fail(Error(ErrorCode::kUnknownId, "error.no_round"));
    SK_TRY(urn, read_ballots(*round, bytes));
    import.urn = std::make_shared<const model::Urn>(std::move(urn));
    return import;
  }
  const bool ours = looks_like_dossier(bytes) || looks_like_delta(bytes);
  const bool table = ends_with(name, ".csv");  // also one that lacks what it should have: then that is said
  if (!ours && looks_like_other_map(bytes)) return pending_map({MapFile{std::string(name), std::string(bytes)}});
  if (!ours && (table || formats::looks_like_reports(bytes))) {
    SK_TRY(reports, table ? formats::read_reports_csv(bytes) : formats::read_reports(bytes));
    import.news = std::make_shared<const NewReports>(new_reports(*state.dossier, reports.reports, state.device.now_ms));
    import.reports = std::make_shared<const formats::Reports>(std::move(reports));
    return import;
  }
  if (!ours && formats::looks_like_map(name, bytes)) {
    return pending_map({MapFile{std::string(name), std::string(bytes)}});
  }
  if (looks_like_delta(bytes)) {
    SK_TRY(delta, formats::read_delta(bytes));
    SK_TRY(preview, preview_delta(state, std::make_shared<const merge::Delta>(std::move(delta))));
    preview.file_name = import.file_name;
    return preview;
  }
  const formats::PhotosSplit split = formats::split_photos(bytes);
  formats::MemberSplit map = formats::split_map(split.document());
  const formats::MemberSplit contacts = formats::split_member(map.document(), "contacts");
  SK_TRY(document, formats::read_any_dossier(contacts.document()));
  SK_TRY(preview, preview_import(state, std::make_shared<const merge::Document>(std::move(document))));
  preview.file_name = import.file_name;
  take_photos(split, preview);
  preview.map_file = std::move(map.bytes);
  preview.map_refused = map.damaged;
  if (!preview.map_file.empty() && map_that_came(preview) == nullptr) {
    preview.map_file.clear();
    preview.map_refused = true;
  }
  if (!contacts.bytes.empty() || contacts.damaged) {
    auto read = read_contacts(contacts.bytes);
    preview.contacts_refused = !read;
    if (read) preview.contacts = std::move(read).value();
  }
  return preview;
}

}  // namespace stoepkrijt::app
