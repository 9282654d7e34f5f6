#include "app/views/walk_words.hpp"

#include <algorithm>

#include "app/views/round_words.hpp"
#include "geo/projection.hpp"
#include "schouw/measures.hpp"

namespace stoepkrijt::app {

std::string today_of(const State& state) { return iso_day(state.device.now_ms, state.device.offset_minutes); }

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

std::vector<const model::Signal*> seen_on(const model::Dossier& dossier, std::string_view id) {
  std::vector<const model::Signal*> out;
  for (const model::Signal& s : dossier.signals) {
    if (!id.empty() && (s.walk_id == id || s.buurt == id)) out.push_back(&s);
  }
  std::stable_sort(out.begin(), out.end(), [](const model::Signal* a, const model::Signal* b) {
    return badness(*a) != badness(*b) ? badness(*a) > badness(*b) : a->time_ms < b->time_ms;
  });
  return out;
}

std::vector<Agreed> agreed_on(const State& state, const Lang& lang, const std::vector<const model::Signal*>& signals) {
  std::vector<Agreed> out;
  for (const model::Signal* s : signals) {
    const model::Issue* issue = issue_of(*state.dossier, s->id);
    const auto same = [&](const Agreed& one) { return one.issue == issue; };
    if (issue == nullptr || !issue->action || std::any_of(out.begin(), out.end(), same)) continue;
    const model::Action& action = *issue->action;
    out.push_back({s, issue, action.direction.empty() ? signal_title(*state.dossier, lang, *s) : action.direction,
                   action.party.empty() ? lang.tr("actions.nobody") : action.party});
  }
  return out;
}

}  // namespace stoepkrijt::app
