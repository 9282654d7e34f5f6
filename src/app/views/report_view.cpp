#include "app/views/report_view.hpp"

#include <utility>

#include "app/views/walk_words.hpp"
#include "geo/place_words.hpp"

namespace stoepkrijt::app {

namespace {

/// As on the signal's own page: degrees, and RD where there is any.
std::string coordinates(geo::LonLat place) {
  const std::string rd = geo::rd_words(place);
  return geo::wgs84_words(place) + (rd.empty() ? "" : " · " + rd);
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
  e.place = (signal.near_street.empty() ? std::string() : signal.near_street + " · ") + coordinates(signal.place);
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
  for (Agreed& agreed : agreed_on(state, lang, signals)) {
    const std::string& day = agreed.issue->action->promised;
    v.actions.push_back({std::move(agreed.what), std::move(agreed.who), day.empty() ? "–" : lang.day_and_year(day),
                         status_words(lang, agreed.issue->status())});
  }
}

}  // namespace

std::vector<const model::Signal*> reported(const State& state, std::string_view id) {
  std::vector<const model::Signal*> out = seen_on(*state.dossier, id);
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
  auto signals = seen_on(*state.dossier, id);
  const std::size_t all = signals.size();
  if (all > kMostReported) signals.resize(kMostReported);
  if (walk != nullptr) {
    WalkView page = make_walk_view(state, lang, {}, id);
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
  if (all > signals.size()) {
    v.left_out = lang.tr("report.left_out", {{"n", lang.number(static_cast<std::int64_t>(kMostReported))}});
  }
  v.privacy = lang.tr("report.privacy");
  v.page = make_page(state, lang, lang.tr("screen.verslag"), v.title + ". " + v.subtitle + ". " + v.signals_title);
  return v;
}

}  // namespace stoepkrijt::app
