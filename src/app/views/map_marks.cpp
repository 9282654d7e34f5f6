#include "app/views/map_marks.hpp"

#include <algorithm>
#include <unordered_map>

namespace stoepkrijt::app {

namespace {

std::string join(const std::vector<std::string>& parts) {
  std::string words;
  for (const std::string& part : parts) words += (words.empty() ? "" : ", ") + part;
  return words;
}

}  // namespace

std::string cluster_words(const Lang& lang, const MapFeedback::MarkerArea& cluster) {
  const auto of = [&](MarkerKind kind) { return std::int64_t{cluster.kinds[static_cast<std::size_t>(kind)]}; };
  std::vector<std::string> parts;
  if (const auto n = of(MarkerKind::kProblem); n > 0) parts.push_back(lang.count("map.mix.problem", n));
  if (const auto n = of(MarkerKind::kStrong); n > 0) parts.push_back(lang.count("map.mix.strong", n));
  if (const auto n = of(MarkerKind::kIdea); n > 0) parts.push_back(lang.count("map.mix.idea", n));
  const std::int64_t plans = of(MarkerKind::kPlan);
  const std::int64_t signals = std::int64_t{cluster.count} - plans;
  const std::string of_plans = plans > 0 ? lang.count("map.mix.plan", plans) : std::string();
  if (signals <= 0) return of_plans;
  if (plans > 0) parts.push_back(of_plans);
  return lang.count("map.signals", signals) + ": " + join(parts);
}

std::vector<MapMark> make_map_marks(const State& state, const Lang& lang, const MapFeedback& feedback,
                                    SignalsCache& cache) {
  std::vector<MapMark> marks;
  const ShownSignals& shown = cache.of(state, lang);
  const std::vector<MapMarker>& markers = *shown.markers();
  for (const auto& area : feedback.markers) {
    if (area.count < 2) continue;
    marks.push_back({area.id, cluster_words(lang, area), area.rect, false, true});
  }
  const auto add = [&](const std::string& id, const MapRect& rect) {
    marks.push_back({id, cache.marker_name(state, lang, id), rect, state.selected == id, false});
  };
  if (markers.size() <= kFewMarkers) {
    std::unordered_map<std::string_view, MapRect> places;
    for (const auto& area : feedback.markers) {
      if (area.count == 1) places[area.id] = area.rect;
    }
    for (const MapMarker& marker : markers) {
      const auto at = places.find(marker.id);
      add(marker.id, at == places.end() ? MapRect{} : at->second);
    }
    return marks;
  }
  for (const auto& area : feedback.markers) {
    if (area.count > 1) continue;
    add(area.id, area.rect);
  }
  return marks;
}

}  // namespace stoepkrijt::app
