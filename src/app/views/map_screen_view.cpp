#include "app/views/map_screen_view.hpp"

#include <algorithm>
#include <cmath>

#include "app/schouw_rules.hpp"
#include "app/views/filter_view.hpp"
#include "app/views/walk_words.hpp"
#include "schouw/measures.hpp"

namespace stoepkrijt::app {

namespace {

/// Squared distance for ordering only: degrees east are shorter than degrees north by cos(latitude).
double rough_distance(geo::LonLat a, geo::LonLat b) {
  const double kPerDegree = 1e-7 * 3.14159265358979323846 / 180.0;
  const double dx = (static_cast<double>(a.lon_e7) - b.lon_e7) * std::cos(b.lat_e7 * kPerDegree);
  const double dy = static_cast<double>(a.lat_e7) - b.lat_e7;
  return dx * dx + dy * dy;
}

void add_filters(MapScreenView& v, const State& state, const Lang& lang) {
  std::int64_t problems = 0, strong = 0, ideas = 0;
  for (const model::Signal& s : state.dossier->signals) {
    problems += s.kind == model::SignalKind::kProblem ? 1 : 0;
    strong += s.kind == model::SignalKind::kStrong ? 1 : 0;
    ideas += s.kind == model::SignalKind::kIdea ? 1 : 0;
  }
  const auto words = [&](std::string_view key, std::int64_t n) { return lang.tr(key, {{"n", lang.number(n)}}); };
  v.filters.push_back({words("map.filter.problem", problems), MarkerKind::kProblem, state.filter.problems});
  v.filters.push_back({words("map.filter.strong", strong), MarkerKind::kStrong, state.filter.strong});
  v.filters.push_back({words("map.filter.idea", ideas), MarkerKind::kIdea, state.filter.ideas});
  const model::Round* round = current_round(state);
  const auto plans = round == nullptr ? 0 : static_cast<std::int64_t>(round->plans.size());
  v.filters.push_back({words("map.filter.plan", plans), MarkerKind::kPlan, state.filter.plans});
}

void add_plans(MapScreenView& v, const State& state, const Lang& lang) {
  const model::Round* round = current_round(state);
  if (round == nullptr) return;
  for (const model::Plan& plan : round->plans) {
    if (!plan.place) continue;
    const bool chosen = state.selected == plan.id;
    if (state.filter.plans) {
      v.markers.push_back(marker_of(plan, chosen));
      v.marker_names.push_back(
          lang.tr("map.marker.plan", {{"title", lang.of(plan.title)}, {"amount", lang.money(plan.cost)}}));
    }
    if (!chosen) continue;
    ChosenOnMap c;
    c.id = plan.id;
    c.is_plan = true;
    c.plan_title = lang.of(plan.title);
    c.plan_words = lang.tr("map.plan_words", {{"amount", lang.money(plan.cost)}});
    c.plan_icon = plan.icon;
    c.plan_theme = static_cast<int>(plan.theme) + 1;
    c.open_words = lang.tr("map.open_plan");
    v.chosen = std::move(c);
  }
}

void add_walking(MapScreenView& v, const State& state, const Lang& lang, const model::Walk* walk) {
  const Walking& walking = *state.walking;
  MapScreenView::Walking w;
  w.paused = walking.paused;
  w.follow = walking.follow;
  w.at = walking.stop;
  w.title = walk == nullptr ? lang.tr("walk.gone_title") : walk->title;
  if (!walking.track.team.empty()) w.title += " · " + walking.track.team;
  const std::string minutes = minutes_words(lang, state.device.now_ms - walking.started_ms);
  w.words = minutes;
  if (!walking.paused && !state.device.awake) w.screen = lang.tr("walk.screen_off");
  w.pause = lang.tr(walking.paused ? "walk.resume" : "walk.pause");
  w.end = lang.tr("walk.end");
  if (walk != nullptr) {
    v.with_bad = takes(walk->kinds, model::SignalKind::kProblem);
    v.with_good = takes(walk->kinds, model::SignalKind::kStrong);
    v.with_idea = takes(walk->kinds, model::SignalKind::kIdea);
    v.elsewhere = walk->elsewhere;
    const auto count = static_cast<std::int32_t>(walk->stops.size());
    const auto number = [&](std::int32_t i) { return lang.number(i + 1); };
    if (walking.stop < count) {
      const model::WalkStop& stop = walk->stops[static_cast<std::size_t>(walking.stop)];
      w.words =
          lang.tr("walk.at_stop", {{"n", number(walking.stop)}, {"of", lang.number(count)}, {"minutes", minutes}});
      w.stop = number(walking.stop) + ". " + stop.name;
      w.question = stop.question;
      w.measure_title = lang.tr("walk.measure_title");
      for (const std::string& slug : stop.measures) {
        if (schouw::find_measure(slug) == nullptr) continue;
        w.measures.push_back({slug, lang.tr("measure." + slug + ".name")});  // lang-prefix: measure.
      }
      w.next = lang.tr(walking.stop + 1 < count ? "walk.next_stop" : "walk.last_stop");
    } else if (count > 0) {
      w.words = lang.tr("walk.all_stops", {{"of", lang.number(count)}, {"minutes", minutes}});
    }
    if (walking.stop > 0) w.back = lang.tr("walk.stop_back");
  }
  v.walking = std::move(w);
}

}  // namespace

namespace {

void add_drafts(MapScreenView& v, const State& state, const Lang& lang) {
  const std::size_t count = state.tags_later.size() + (state.tag ? 1 : 0);
  if (count == 0) return;
  v.draft_button = lang.tr("map.draft_button");
  if (count == 1) {
    v.draft = lang.tr("map.draft");
    return;
  }
  v.draft = lang.count("map.drafts", static_cast<std::int64_t>(count));
  const auto add = [&](const TagDraft& tag) {
    const SignalLine line = make_signal_line(state, lang, tag.signal);
    v.drafts.push_back({tag.signal.id, lang.tr("map.draft_of", {{"title", line.title}, {"place", line.place}})});
  };
  if (state.tag) add(*state.tag);
  for (std::size_t i = state.tags_later.size(); i > 0; --i) add(state.tags_later[i - 1]);
}

}  // namespace

MapScreenView make_map_screen_view(const State& state, const Lang& lang, const MapFeedback& feedback) {
  MapScreenView v;
  const model::Dossier& d = *state.dossier;
  const model::Walk* own = state.walking ? find_walk(d, state.walking->track.walk_id) : nullptr;
  const model::Walk* walk = own != nullptr ? own : d.walks.empty() ? nullptr : &d.walks.back();
  v.walk_title = walk != nullptr ? walk->title : d.neighbourhood.name;
  v.walk_id = walk != nullptr ? walk->id : "";
  v.walk_words = walk == nullptr
                     ? lang.count("map.signals", static_cast<std::int64_t>(d.signals.size()))
                     : lang.tr("map.walk_words",
                               {{"stops", lang.count("map.stops", static_cast<std::int64_t>(walk->stops.size()))},
                                {"signals", lang.count("map.signals", static_cast<std::int64_t>(d.signals.size()))}});
  if (walk != nullptr) {
    v.stops_title = lang.count("map.stops", static_cast<std::int64_t>(walk->stops.size()));
    for (const model::WalkStop& stop : walk->stops) {
      v.stops.push_back({std::to_string(v.stops.size() + 1) + ". " + stop.name, stop.question});
    }
  }
  if (state.walking) {
    add_walking(v, state, lang, own);
  } else {
    v.walks_button = lang.tr("map.walks");
  }
  v.saved = save_words(state, lang);
  v.saved_well = state.saving.state != SaveState::kFailed && state.saving.state != SaveState::kNoStorage;
  if (!state.device.online) v.offline = lang.tr("map.offline");
  v.map_name = lang.tr("map.name", {{"place", d.neighbourhood.name}});
  v.map_help = lang.tr("map.help");
  v.attribution = attribution_words(state);
  v.question = lang.tr("map.question");
  const bool gps = state.device.own.has_value();
  if (gps) {
    v.where = lang.tr("map.where.gps", {{"metres", lang.distance(state.device.own->accuracy_mm / 1000.0)}});
  } else if (!feedback.centre_street.empty()) {
    v.where = lang.tr("map.where.street", {{"street", feedback.centre_street}});
  }
  v.bad = kind_words(lang, model::SignalKind::kProblem);
  v.good = lang.tr("map.good");
  v.idea = kind_words(lang, model::SignalKind::kIdea);
  v.bad_name = lang.tr("map.bad_name");
  v.good_name = lang.tr("map.good_name");
  v.idea_name = lang.tr("map.idea_name");
  v.locate = lang.tr("map.locate");
  v.locating = lang.tr("map.locating");
  v.is_locating = state.device.locating;
  if (state.device.location_error) v.location_error = lang.error(*state.device.location_error);
  v.zoom_in = lang.tr("map.zoom_in");
  v.zoom_out = lang.tr("map.zoom_out");
  v.fit = lang.tr("map.fit");
  v.north = lang.tr("map.north");
  v.close = lang.tr("map.close");
  v.list_button = lang.tr("map.list_button");
  add_drafts(v, state, lang);
  add_filters(v, state, lang);
  v.filtered = !filter_words(state, lang).empty();
  v.filter_button = filter_button(state, lang);
  std::vector<const model::Signal*> near;
  for (const model::Signal& s : d.signals) {
    if (shown(state, lang, s)) near.push_back(&s);
  }
  std::stable_sort(near.begin(), near.end(), [&](const model::Signal* a, const model::Signal* b) {
    return rough_distance(a->place, feedback.centre) < rough_distance(b->place, feedback.centre);
  });
  for (const model::Signal* s : near) {
    v.lines.push_back(make_signal_line(state, lang, *s));
    v.markers.push_back(marker_of(*s, state.selected == s->id));
    v.marker_names.push_back(v.lines.back().spoken);
  }
  if (const model::Signal* s = find_signal(d, state.selected)) {
    ChosenOnMap c;
    c.id = s->id;
    c.signal = make_signal_line(state, lang, *s);
    c.open_words = lang.tr("map.open_signal");
    v.chosen = std::move(c);
  }
  add_plans(v, state, lang);
  v.list_title = lang.count("map.list_title", static_cast<std::int64_t>(v.lines.size()));
  if (const model::Buurt* buurt = find_buurt(d, state.selected_buurt)) {
    const auto here = std::count_if(d.signals.begin(), d.signals.end(),
                                    [&](const model::Signal& s) { return s.buurt == buurt->code; });
    v.buurt = BuurtWords{buurt->name,
                         lang.tr("map.buurt_figures", {{"people", lang.number(buurt->inhabitants)},
                                                       {"homes", lang.number(buurt->households)}}),
                         lang.count("map.signals", here)};
  }
  std::string spoken = v.list_title + ". " + v.map_help;
  v.page = make_page(state, lang, v.walk_title, spoken);
  return v;
}

}  // namespace stoepkrijt::app
