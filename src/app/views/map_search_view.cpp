#include "app/views/map_search_view.hpp"

#include "base/fold.hpp"
#include "geo/place_words.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kMostNames = 8;
constexpr std::size_t kMostSignals = 5;

geo::Bounds spot(geo::LonLat place) {
  geo::Bounds box;
  box.add(place);
  return box;
}

MapSearchView::Hit hit_of(const NamedPlace& place, std::size_t number, const Lang& lang) {
  MapSearchView::Hit hit;
  hit.key = "naam-" + std::to_string(number);
  hit.title = place.name;
  hit.box = place.box;
  hit.buurt = place.code;
  switch (place.kind) {
    case NameKind::kBuurt:
      hit.icon = "map-2";
      hit.small = lang.tr("map.search.buurt");
      break;
    case NameKind::kStreet:
      hit.icon = "road";
      hit.small = lang.tr("map.search.street");
      break;
    case NameKind::kPlace:
      hit.icon = "map-pin";
      hit.small = lang.tr("map.search.place");
      break;
  }
  return hit;
}

}  // namespace

const MapNames& MapNamesCache::of(const State& state) {
  if (map_ != state.map || dossier_ != state.dossier) {
    map_ = state.map;
    dossier_ = state.dossier;
    names_ = map_ == nullptr ? MapNames() : MapNames(*map_, dossier_->neighbourhood);
  }
  return names_;
}

MapSearchView make_map_search_view(const State& state, const Lang& lang, const std::string& words,
                                   SignalsCache& signals, MapNamesCache& names) {
  MapSearchView v;
  v.label = lang.tr("map.search.label");
  v.hint = lang.tr("map.search.hint");
  if (!state.search.empty()) {
    v.narrowed = lang.tr("map.search.narrowed", {{"words", state.search}});
    v.narrowed_off = lang.tr("map.search.narrowed_off");
  }
  if (folded(words).empty()) return v;
  if (const auto place = geo::place_from_words(words)) {
    v.hits.push_back(
        {"plek", "current-location", geo::wgs84_words(*place), lang.tr("map.search.coordinate"), spot(*place), "", ""});
  }
  for (const NamedPlace* place : names.of(state).find(words, kMostNames)) {
    v.hits.push_back(hit_of(*place, v.hits.size(), lang));
  }
  std::size_t found = 0;
  const ShownSignals& shown = signals.of(state, lang);
  for (const std::uint32_t i : signals.holding(state, lang, words, kMostSignals, found)) {
    const model::Signal& signal = *shown.signals()[i];
    v.hits.push_back({"melding-" + signal.id, signal_icon(signal), signal_title(*state.dossier, lang, signal),
                      place_words(lang, signal), spot(signal.place), signal.id, ""});
  }
  if (found > 0 && words != state.search) {
    v.narrow = lang.count("map.search.narrow", static_cast<std::int64_t>(found));
  }
  v.status = v.hits.empty() ? lang.tr("map.search.none")
                            : lang.count("map.search.found", static_cast<std::int64_t>(v.hits.size()));
  return v;
}

}  // namespace stoepkrijt::app
