#include "app/views/map_screen_view.hpp"

#include <algorithm>
#include <utility>

#include "app/schouw_rules.hpp"
#include "app/views/filter_view.hpp"
#include "app/views/walk_words.hpp"
#include "schouw/measures.hpp"

namespace stoepkrijt::app {

namespace {

ChosenOnMap chosen_plan(const model::Plan& plan, const Lang& lang) {
  ChosenOnMap c;
  c.id = plan.id;
  c.is_plan = true;
  c.plan_title = lang.of(plan.title);
  c.plan_words = lang.tr("map.plan_words", {{"amount", lang.money(plan.cost)}});
  c.plan_icon = plan.icon;
  c.plan_theme = static_cast<int>(plan.theme) + 1;
  c.open_words = lang.tr("map.open_plan");
  return c;
}

void add_chosen(MapScreenView& v, const State& state, const Lang& lang, const ShownSignals& shown) {
  if (state.selected.empty()) return;
  if (const model::Signal* s = find_signal(*state.dossier, state.selected)) {
    ChosenOnMap c;
    c.id = s->id;
    c.signal = make_signal_line(state, lang, *s, shown.issue_of(s->id));
    c.open_words = lang.tr("map.open_signal");
    v.chosen = std::move(c);
  }
  const model::Round* round = current_round(state);
  const model::Plan* plan = round == nullptr ? nullptr : find_plan(*round, state.selected);
  if (plan != nullptr && plan->place) v.chosen = chosen_plan(*plan, lang);
}

void add_list(MapScreenView& v, const State& state, const Lang& lang, const MapLook& look, SignalsCache& cache) {
  const ShownSignals& shown = cache.of(state, lang);
  const auto n = [&](std::size_t of) { return lang.number(static_cast<std::int64_t>(of)); };
  v.list_title = lang.count("map.list_title", static_cast<std::int64_t>(shown.size()));
  v.lines = cache.nearest(state, lang, look.window, look.centre, look.most);
  const std::size_t seen = look.window ? shown.index().count(*look.window) : shown.size();
  v.list_head = look.window ? lang.tr("map.list.in_view", {{"n", n(seen)}, {"of", n(shown.size())}}) : v.list_title;
  if (seen == 0) {
    v.list_words = lang.tr(shown.size() == 0 ? "map.list.none" : "map.list.none_in_view");
  } else if (v.lines.size() == seen) {
    v.list_words = lang.tr("map.list.nearest_first");
  } else if (v.lines.size() < kMostListed) {
    v.list_words = lang.tr("map.list.some", {{"n", n(v.lines.size())}});
    v.more = lang.tr("map.list.more", {{"n", n(std::min(kLinesOfAPage, seen - v.lines.size()))}});
  } else {
    v.list_words = lang.tr("map.list.most", {{"n", n(v.lines.size())}});
  }
}

void add_heat(MapScreenView& v, const State& state, const Lang& lang, SignalsCache& cache) {
  constexpr std::size_t kPlaces = 5;
  v.heat.on = state.heat;
  v.heat.button = lang.tr("map.heat");
  if (!state.heat) return;
  v.heat.title = lang.tr("map.heat.title");
  v.heat.words = lang.tr("map.heat.words");
  for (const DensePlace& place : cache.densest(state, lang, kPlaces)) {
    std::string words = place.street.empty()  ? place.buurt
                        : place.buurt.empty() ? place.street
                                              : place.street + ", " + place.buurt;
    words += ": " + lang.count("map.signals", place.count);
    v.heat.places.push_back({std::move(words), place.box});
  }
  if (v.heat.places.empty()) v.heat.none = lang.tr("map.heat.none");
}

void add_area(MapScreenView& v, const State& state, const Lang& lang, const ShownSignals& shown) {
  v.area.draw = lang.tr("map.area.draw");
  v.area.window = lang.tr("map.area.window");
  v.area.off = lang.tr("map.area.off");
  v.area.help = lang.tr("map.area.help");
  v.area.stop = lang.tr("map.area.stop");
  if (state.filter.area.empty()) return;
  v.area.words = lang.count("map.area.holds", static_cast<std::int64_t>(shown.size()));
}

void add_buurt(MapScreenView& v, const State& state, const Lang& lang, const ShownSignals& shown) {
  const model::Dossier& d = *state.dossier;
  const model::Buurt* buurt = find_buurt(d, state.selected_buurt);
  if (buurt == nullptr) return;
  const std::int64_t here = shown.of_buurt(buurt->code);
  const bool only = state.filter.buurt == buurt->code;
  BuurtWords words{buurt->name,
                   lang.tr("map.buurt_figures",
                           {{"people", lang.number(buurt->inhabitants)}, {"homes", lang.number(buurt->households)}}),
                   lang.count("map.signals", here), lang.tr(only ? "map.buurt_all" : "map.buurt_only"), state.filter};
  words.then.buurt = only ? "" : buurt->code;
  v.buurt = std::move(words);
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

std::vector<MapScreenView::Filter> kind_filters(const State& state, const Lang& lang,
                                                const std::array<std::int64_t, 3>& kinds) {
  const auto words = [&](std::string_view key, std::int64_t n) { return lang.tr(key, {{"n", lang.number(n)}}); };
  const model::Round* round = current_round(state);
  const auto plans = round == nullptr ? 0 : static_cast<std::int64_t>(round->plans.size());
  return {{words("map.filter.problem", kinds[0]), MarkerKind::kProblem, state.filter.problems},
          {words("map.filter.strong", kinds[1]), MarkerKind::kStrong, state.filter.strong},
          {words("map.filter.idea", kinds[2]), MarkerKind::kIdea, state.filter.ideas},
          {words("map.filter.plan", plans), MarkerKind::kPlan, state.filter.plans}};
}

MapScreenView make_map_screen_view(const State& state, const Lang& lang, const MapFeedback& feedback) {
  MapCaches caches;
  return make_map_screen_view(state, lang, feedback, {feedback.window, feedback.centre, kLinesOfAPage, ""}, caches);
}

MapScreenView make_map_screen_view(const State& state, const Lang& lang, const MapFeedback& feedback,
                                   const MapLook& look, MapCaches& caches) {
  MapScreenView v;
  const ShownSignals& shown = caches.signals.of(state, lang);
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
  v.filters = kind_filters(state, lang, shown.kinds());
  v.filtered = !filter_words(state, lang).empty();
  v.filter_button = filter_button(state, lang);
  v.search_button = lang.tr("map.search.button");
  v.search_close = lang.tr("map.search.close");
  v.worst_button = lang.tr("map.worst");
  v.cluster_opened = lang.tr("map.cluster_opened");
  v.moved_to = lang.tr("map.moved_to");
  v.markers = shown.markers();
  v.marks = make_map_marks(state, lang, feedback, caches.signals);
  if (feedback.groups > feedback.markers.size()) {
    v.map_help += " " + lang.tr("map.more_marks", {{"n", lang.number(static_cast<std::int64_t>(feedback.groups))},
                                                   {"here", lang.number(static_cast<std::int64_t>(v.marks.size()))}});
  }
  v.search = make_map_search_view(state, lang, look.search, caches.signals, caches.names);
  add_list(v, state, lang, look, caches.signals);
  add_chosen(v, state, lang, shown);
  add_heat(v, state, lang, caches.signals);
  add_area(v, state, lang, shown);
  add_buurt(v, state, lang, shown);
  std::string spoken = v.list_title + ". " + v.map_help;
  v.page = make_page(state, lang, v.walk_title, spoken);
  return v;
}

}  // namespace stoepkrijt::app
