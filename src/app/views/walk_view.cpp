#include "app/views/walk_view.hpp"

#include <algorithm>
#include <utility>

#include "app/views/walk_words.hpp"
#include "geo/projection.hpp"
#include "schouw/status.hpp"
#include "schouw/tracks.hpp"

namespace stoepkrijt::app {

namespace {

constexpr double kAtStopM = 40.0;

void add_facts(WalkView& v, const State& state, const Lang& lang, const model::Walk& walk) {
  if (const std::string length = route_words(lang, walk.route); !length.empty()) {
    v.facts.push_back({lang.tr("walk.route"), length});
  }
  if (!walk.weather.empty()) v.facts.push_back({lang.tr("walk.weather"), walk.weather});
  std::string who;
  for (auto role = walk.roles.begin(); role != walk.roles.end(); ++role) {
    if (std::find(walk.roles.begin(), role, *role) != role) continue;  // told with the first
    const auto times = std::count(role, walk.roles.end(), *role);
    who += (who.empty() ? "" : ", ") + (times > 1 ? lang.number(times) + " × " : std::string()) + *role;
  }
  if (!walk.walkers.empty()) {
    v.facts.push_back({lang.tr("walk.walkers"), lang.number(static_cast<std::int64_t>(walk.walkers.size()))});
  }
  if (!who.empty()) v.facts.push_back({lang.tr("walk.roles"), who});
  double metres = 0;
  std::int64_t ms = 0;
  std::int64_t tracks = 0;
  for (const model::Track& track : state.dossier->tracks) {
    if (track.walk_id != walk.id) continue;
    metres += schouw::length_m(track.segments);
    ms += schouw::walking_ms(track.segments);
    ++tracks;
  }
  if (tracks == 0) return;
  v.facts.push_back(
      {lang.count("walk.tracks", tracks),
       lang.tr("walk.walked", {{"metres", lang.distance(metres)}, {"minutes", minutes_words(lang, ms)}})});
}

void add_start(WalkView& v, const State& state, const Lang& lang, const model::Walk& walk, const WalkForm& form) {
  v.on_it = state.walking && state.walking->track.walk_id == walk.id;
  if (v.on_it) {
    v.start = lang.tr("walk.go_on");
    return;
  }
  v.start = lang.tr("walk.start");
  if (state.walking) {
    v.start_reason = lang.tr("walk.other_first");
    return;
  }
  v.teams = walk.teams;
  v.teams_title = lang.tr("walk.team");
  const auto team = std::find(walk.teams.begin(), walk.teams.end(), form.team);
  v.team = team == walk.teams.end() ? -1 : static_cast<int>(team - walk.teams.begin());
  if (!walk.teams.empty() && v.team < 0) v.start_reason = lang.tr("walk.team_first");
  if (walk.date < today_of(state)) return;
  v.before = {lang.tr("walk.before.screen"), lang.tr("walk.before.kept")};
}

void add_stops(WalkView& v, const Lang& lang, const model::Walk& walk,
               const std::vector<const model::Signal*>& signals) {
  v.stops_title = lang.count("map.stops", static_cast<std::int64_t>(walk.stops.size()));
  v.no_stops = lang.tr("walk.no_stops");
  for (const model::WalkStop& stop : walk.stops) {
    const auto seen = std::count_if(signals.begin(), signals.end(), [&](const model::Signal* s) {
      return geo::distance_m(s->place, stop.place) <= kAtStopM;
    });
    const std::string measures = measures_words(lang, stop.measures);
    v.stops.push_back({std::to_string(v.stops.size() + 1) + ". " + stop.name, stop.question,
                       measures.empty() ? "" : lang.tr("walk.measures", {{"what", measures}}),
                       seen == 0 ? "" : lang.count("map.signals", seen)});
  }
}

void add_actions(WalkView& v, const State& state, const Lang& lang, const std::vector<const model::Signal*>& signals) {
  v.actions_title = lang.tr("actions.title");
  v.no_actions = lang.tr("walk.no_actions");
  const std::string today = today_of(state);
  for (Agreed& agreed : agreed_on(state, lang, signals)) {
    WalkView::Action row;
    row.signal = agreed.signal->id;
    row.title = std::move(agreed.what);
    row.party = std::move(agreed.who);
    row.done = schouw::is_closed(agreed.issue->status());
    const std::string& day = agreed.issue->action->promised;
    row.late = !row.done && !day.empty() && day < today;
    if (row.done) {
      row.date = status_words(lang, agreed.issue->status());
    } else if (!day.empty()) {
      row.date = lang.tr(row.late ? "actions.late" : "actions.before", {{"day", lang.day(day)}});
    }
    v.actions_done += row.done ? 1 : 0;
    v.action_list.push_back(std::move(row));
  }
  v.actions = static_cast<int>(v.action_list.size());
  v.actions_count = lang.tr("actions.count", {{"done", lang.number(v.actions_done)}, {"all", lang.number(v.actions)}});
}

void add_comparison(WalkView& v, const State& state, const Lang& lang, const model::Walk& walk,
                    const std::vector<const model::Signal*>& now) {
  const model::Walk* before = find_walk(*state.dossier, walk.same_route_as);
  if (before == nullptr) return;
  const auto then = seen_on(*state.dossier, before->id);
  v.compare_title = lang.tr("walk.compare", {{"walk", before->title}});
  v.compare_then = lang.day(before->date);
  v.compare_now = lang.day(walk.date);
  const auto row = [&](std::string words, auto belongs) {
    const auto a = std::count_if(then.begin(), then.end(), [&](const model::Signal* s) { return belongs(*s); });
    const auto b = std::count_if(now.begin(), now.end(), [&](const model::Signal* s) { return belongs(*s); });
    v.changes.push_back({std::move(words), lang.number(a), lang.number(b)});
  };
  for (const auto kind : {model::SignalKind::kProblem, model::SignalKind::kStrong, model::SignalKind::kIdea}) {
    row(kind_words(lang, kind), [&](const model::Signal& s) { return s.kind == kind; });
  }
  for (const auto level : {model::Level::kC, model::Level::kD}) {
    row(lang.tr("walk.level", {{"level", level_letter(level)}}),
        [&](const model::Signal& s) { return s.level == level; });
  }
}

}  // namespace

WalkView make_walk_view(const State& state, const Lang& lang, const WalkForm& form) {
  return make_walk_view(state, lang, form, state.route.id);
}

WalkView make_walk_view(const State& state, const Lang& lang, const WalkForm& form, std::string_view id) {
  WalkView v;
  v.gone_title = lang.tr("walk.gone_title");
  v.gone_words = lang.tr("walk.gone_words");
  const model::Walk* walk = find_walk(*state.dossier, id);
  v.page = make_page(state, lang, lang.tr("screen.schouw"), v.gone_title);
  if (walk == nullptr) return v;
  v.present = true;
  v.id = walk->id;
  v.title = walk->title;
  v.when = lang.day_and_year(walk->date);
  const WalkLabel label = walk_label(state, lang, *walk);
  v.label = label.words;
  v.tone = label.tone;
  v.map_name = lang.tr("walk.map", {{"walk", walk->title}});
  v.attribution = attribution_words(state);
  const auto signals = seen_on(*state.dossier, walk->id);
  for (const model::Signal* s : signals) {
    v.markers.push_back(marker_of(*s, false));
    v.lines.push_back(make_signal_line(state, lang, *s));
  }
  add_facts(v, state, lang, *walk);
  add_start(v, state, lang, *walk, form);
  add_stops(v, lang, *walk, signals);
  add_actions(v, state, lang, signals);
  v.signals_title = lang.count("map.signals", static_cast<std::int64_t>(signals.size()));
  v.no_signals = lang.tr("walk.no_signals");
  add_comparison(v, state, lang, *walk, signals);
  v.edit = lang.tr("walk.edit");
  v.again = lang.tr("walk.again");
  v.pass_on = lang.tr("walk.pass_on");
  v.report = lang.tr("walk.report");
  v.gpx = lang.tr("walk.gpx");
  v.remove = lang.tr("walk.delete");
  v.page = make_page(state, lang, lang.tr("screen.schouw"),
                     v.title + ". " + v.when + ". " + v.stops_title + ". " + v.signals_title + ". " + v.actions_count);
  return v;
}

}  // namespace stoepkrijt::app
