#include "app/views/walk_words.hpp"

#include <algorithm>

#include "geo/projection.hpp"
#include "model/date.hpp"
#include "schouw/measures.hpp"

namespace stoepkrijt::app {

std::string today_of(const State& state) {
  constexpr std::int64_t kDayMs = 86'400'000;
  return model::iso_date((state.device.now_ms + state.device.offset_minutes * 60'000LL) / kDayMs);
}

WalkLabel walk_label(const State& state, const Lang& lang, const model::Walk& walk) {
  if (state.walking && state.walking->track.walk_id == walk.id) {
    return {lang.tr(state.walking->paused ? "walks.label.paused" : "walks.label.now"), LabelTone::kAction};
  }
  const std::string today = today_of(state);
  if (walk.date == today) return {lang.tr("walks.label.today"), LabelTone::kPositive};
  if (walk.date > today) return {lang.tr("walks.label.coming"), LabelTone::kWarning};
  return {lang.tr("walks.label.past"), LabelTone::kNeutral};
}

std::string route_words(const Lang& lang, const std::vector<geo::LonLat>& route) {
  if (route.size() < 2) return {};
  double metres = 0;
  for (std::size_t i = 1; i < route.size(); ++i) metres += geo::distance_m(route[i - 1], route[i]);
  return lang.distance(metres);
}

std::string measures_words(const Lang& lang, const std::vector<std::string>& measures) {
  std::string words;
  for (const std::string& slug : measures) {
    if (schouw::find_measure(slug) == nullptr) continue;
    words += (words.empty() ? "" : ", ") + lang.tr("measure." + slug + ".name");  // lang-prefix: measure.
  }
  return words;
}

std::string minutes_words(const Lang& lang, std::int64_t ms) {
  return lang.count("walk.minutes", std::max<std::int64_t>(0, ms) / 60'000);
}

}  // namespace stoepkrijt::app
