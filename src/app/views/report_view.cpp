#include "app/views/report_view.hpp"

#include <algorithm>

#include "app/views/walk_words.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::app {

namespace {

/// Worst first: problems by level from D up, then ideas, then what is good; by time within.
int weight(const model::Signal& s) {
  const int level = static_cast<int>(s.level);
  if (s.kind == model::SignalKind::kProblem) return 100 + level;
  return s.kind == model::SignalKind::kIdea ? 50 : 10 - level;
}

/// Both ways in which people write a place down: "52,37751, 5,24352 · RD 142.345, 487.123".
std::string coordinates(const Lang& lang, geo::LonLat place) {
  const auto degrees = [&](std::int64_t e7) {
    const std::int64_t e5 = (e7 < 0 ? e7 - 50 : e7 + 50) / 100;
    const std::int64_t positive = e5 < 0 ? -e5 : e5;
    std::string part = std::to_string(positive % 100'000);
    part.insert(0, 5 - part.size(), '0');
    return (e5 < 0 ? "−" : "") + std::to_string(positive / 100'000) + (lang.code() == LangCode::kNl ? "," : ".") + part;
  };
  std::string words = degrees(place.lat_e7) + "; " + degrees(place.lon_e7);
  const geo::XY rd = geo::to_rd(place);
  return words + " · RD " + lang.number(static_cast<std::int64_t>(rd.x)) + "; " +
         lang.number(static_cast<std::int64_t>(rd.y));
}

ReportView::Entry entry_of(const State& state, const Lang& lang, const model::Signal& signal, std::size_t number) {
  ReportView::Entry e;
  e.id = signal.id;
  e.number = std::to_string(number);
  e.title = signal_title(*state.dossier, lang, signal);
  e.facts = kind_words(lang, signal.kind) + " · " + theme_words(lang, signal.theme);
  if (const std::string sub = subtheme_words(*state.dossier, lang, signal); !sub.empty() && sub != e.title) {
    e.facts += " · " + sub;
  }
  if (signal.level != model::Level::kUnset)
    e.facts += " · " + lang.tr("walk.level", {{"level", level_letter(signal.level)}});
  if (const std::string counted = counted_words(lang, signal); !counted.empty()) e.facts += " · " + counted;
  e.facts += " · " + lang.moment(signal.time_ms, state.device.offset_minutes);
  e.words = signal.words;
  e.place = (signal.near_street.empty() ? std::string() : signal.near_street + " · ") + coordinates(lang, signal.place);
  e.photos = make_photo_tiles(state, lang, signal, nullptr);
  const model::Issue* issue = issue_of(*state.dossier, signal.id);
  if (issue == nullptr) return e;
  e.history = status_words(lang, issue->status());
  if (!issue->history.empty() && !issue->history.back().reason.empty())
    e.history += ": " + issue->history.back().reason;
  if (!issue->action) return e;
  for (const std::string& part :
       {issue->action->direction, issue->action->party,
        issue->action->promised.empty()
            ? std::string()
            : lang.tr("actions.before", {{"day", lang.day_and_year(issue->action->promised)}})}) {
    if (!part.empty()) e.action += (e.action.empty() ? "" : " · ") + part;
  }
  return e;
}

void add_actions(ReportView& v, const State& state, const Lang& lang,
                 const std::vector<const model::Signal*>& signals) {
  v.actions_title = lang.tr("actions.title");
  v.no_actions = lang.tr("report.no_actions");
  v.actions.push_back({lang.tr("report.what"), lang.tr("report.who"), lang.tr("report.when"), lang.tr("report.state")});
  std::vector<const model::Issue*> told;
  for (const model::Signal* s : signals) {
    const model::Issue* issue = issue_of(*state.dossier, s->id);
    if (issue == nullptr || !issue->action || std::find(told.begin(), told.end(), issue) != told.end()) continue;
    told.push_back(issue);
    const model::Action& action = *issue->action;
    v.actions.push_back({action.direction.empty() ? signal_title(*state.dossier, lang, *s) : action.direction,
                         action.party.empty() ? lang.tr("actions.nobody") : action.party,
                         action.promised.empty() ? "–" : lang.day_and_year(action.promised),
                         status_words(lang, issue->status())});
  }
}

}  // namespace

std::vector<const model::Signal*> reported(const State& state, std::string_view id) {
  std::vector<const model::Signal*> out;
  for (const model::Signal& s : state.dossier->signals) {
    if (!id.empty() && (s.walk_id == id || s.buurt == id)) out.push_back(&s);
  }
  std::stable_sort(out.begin(), out.end(), [](const model::Signal* a, const model::Signal* b) {
    return weight(*a) != weight(*b) ? weight(*a) > weight(*b) : a->time_ms < b->time_ms;
  });
  if (out.size() > kMostReported) out.resize(kMostReported);
  return out;
}

ReportView make_report_view(const State& state, const Lang& lang) {
  ReportView v;
  v.gone_title = lang.tr("report.gone_title");
  v.gone_words = lang.tr("report.gone_words");
  v.page = make_page(state, lang, lang.tr("screen.verslag"), v.gone_title);
  const std::string& id = state.route.id;
  const model::Walk* walk = find_walk(*state.dossier, id);
  const model::Buurt* buurt = find_buurt(*state.dossier, id);
  if (walk == nullptr && buurt == nullptr) return v;
  v.present = true;
  const auto signals = reported(state, id);
  if (walk != nullptr) {
    State at_walk = state;
    at_walk.route = {Screen::kWalk, id};
    WalkView page = make_walk_view(at_walk, lang, {});
    v.walk_id = id;
    v.title = walk->title;
    v.subtitle = page.when;
    v.facts = std::move(page.facts);
    v.stops_title = page.stops_title;
    v.stops = std::move(page.stops);
  } else {
    v.buurt = id;
    v.title = lang.tr("report.of_buurt", {{"buurt", buurt->name}});
    v.subtitle = state.dossier->neighbourhood.name;
  }
  const auto all = std::count_if(state.dossier->signals.begin(), state.dossier->signals.end(),
                                 [&](const model::Signal& s) { return s.walk_id == id || s.buurt == id; });
  v.made = lang.tr("report.made", {{"day", lang.day_and_year(today_of(state))}});
  v.print = lang.tr("report.print");
  v.print_hint = lang.tr("report.print_hint");
  v.map_name = lang.tr("report.map");
  v.attribution = attribution_words(state);
  add_actions(v, state, lang, signals);
  v.signals_title = lang.count("map.signals", static_cast<std::int64_t>(all));
  v.no_signals = lang.tr("walk.no_signals");
  for (const model::Signal* s : signals) {
    v.markers.push_back(marker_of(*s, false));
    v.entries.push_back(entry_of(state, lang, *s, v.entries.size() + 1));
  }
  if (static_cast<std::size_t>(all) > signals.size()) {
    v.left_out = lang.tr("report.left_out", {{"n", lang.number(static_cast<std::int64_t>(kMostReported))}});
  }
  v.privacy = lang.tr("report.privacy");
  v.page = make_page(state, lang, lang.tr("screen.verslag"), v.title + ". " + v.subtitle + ". " + v.signals_title);
  return v;
}

}  // namespace stoepkrijt::app
