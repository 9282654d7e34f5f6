#include "app/views/own_map_view.hpp"

#include "app/own_map.hpp"

namespace stoepkrijt::app {

OwnMapView make_own_map_view(const State& state, const Lang& lang) {
  OwnMapView v;
  v.title = lang.tr("own_map.title");
  v.words = lang.tr("own_map.words");
  v.steps_title = lang.tr("own_map.steps");
  v.steps = {lang.tr("own_map.step_get"), lang.tr("own_map.step_choose"), lang.tr("own_map.step_look")};
  v.choose = lang.tr("own_map.choose");
  v.now_title = lang.tr("own_map.now");
  std::string spoken = v.words;
  for (const std::string& step : v.steps) spoken += " " + step;
  if (state.map != nullptr) {
    formats::MapReport report;
    formats::count_parts(*state.map, report);
    v.found = found_words(report, lang);
    v.missing = missing_words(report, lang);
    v.attribution = joined(state.map->attributions);
    if (!v.attribution.empty()) v.source = lang.tr("own_map.source", {{"source", v.attribution}});
    v.map_name = lang.tr("own_map.picture");
  }
  const std::size_t bytes = map_file_of(state).size();
  if (bytes > 0) {
    constexpr std::size_t kKilobyte = 1000;
    v.size =
        lang.tr("own_map.size", {{"n", lang.number(static_cast<std::int64_t>((bytes + kKilobyte - 1) / kKilobyte))}});
    v.save = lang.tr("own_map.save");
    v.save_words = lang.tr("own_map.save_words");
  } else {
    v.size = lang.tr("own_map.built_in");
  }
  v.page = make_page(state, lang, lang.tr("screen.kaart-maken"), spoken);
  return v;
}

}  // namespace stoepkrijt::app
