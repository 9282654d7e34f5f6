#include "app/views/signals_view.hpp"

#include <algorithm>

#include "app/views/filter_view.hpp"
#include "geo/place_words.hpp"

namespace stoepkrijt::app {

SignalsView make_signals_view(const State& state, const Lang& lang) {
  SignalsCache signals;
  return make_signals_view(state, lang, signals, kMostListed);
}

SignalsView make_signals_view(const State& state, const Lang& lang, SignalsCache& signals, std::size_t most) {
  SignalsView v;
  v.title = lang.tr("signals.title");
  v.search_label = lang.tr("signals.search");
  v.search_value = state.search;
  const ShownSignals& shown = signals.of(state, lang);
  v.filters = kind_filters(state, lang, shown.kinds());
  v.filters.resize(3);
  v.lines = signals.worst(state, lang, most);
  v.count = lang.count("map.signals", static_cast<std::int64_t>(shown.size()));
  const auto n = [&](std::size_t of) { return lang.number(static_cast<std::int64_t>(of)); };
  if (v.lines.size() < shown.size()) {
    const bool page = v.lines.size() < kMostListed;
    v.some = lang.tr(page ? "signals.some" : "signals.most", {{"n", n(v.lines.size())}, {"of", n(shown.size())}});
    if (page) v.more = lang.tr("map.list.more", {{"n", n(std::min(kLinesOfAPage, shown.size() - v.lines.size()))}});
  }
  v.sort_words = lang.tr("signals.sorted_worst");
  const bool none_at_all = state.dossier->signals.empty();
  v.empty_title = lang.tr(none_at_all ? "signals.none_title" : "signals.no_hit_title");
  v.empty_words = lang.tr(none_at_all ? "signals.none_words" : "signals.no_hit_words");
  v.new_button = lang.tr("signals.new");
  v.filter_button = filter_button(state, lang);
  v.doubles_button = lang.tr("screen.dubbel");
  std::string spoken = v.count + ". ";
  for (const SignalLine& line : v.lines) spoken += line.spoken + " ";
  v.page = make_page(state, lang, v.title, spoken);
  return v;
}

namespace {

/// From a signal to an idea and from an idea to a plan, both ways.
void add_ways(SignalView& v, const State& state, const Lang& lang, const model::Signal& signal) {
  const auto title = [&](const model::Signal& s) { return make_signal_line(state, lang, s).title; };
  if (const model::Signal* from = find_signal(*state.dossier, signal.comes_from)) {
    v.ways.push_back({lang.tr("signal.comes_from", {{"title", title(*from)}}), {Screen::kSignal, from->id}});
  }
  for (const model::Signal& other : state.dossier->signals) {
    if (other.comes_from != signal.id) continue;
    v.ways.push_back({lang.tr("signal.became_idea", {{"title", title(other)}}), {Screen::kSignal, other.id}});
  }
  const model::Round* next = next_round(state);
  bool planned = false;
  for (const model::Round& round : state.dossier->rounds) {
    for (const model::Plan& plan : round.plans) {
      if (!std::binary_search(plan.comes_from.begin(), plan.comes_from.end(), signal.id)) continue;
      const bool here = &round == next;
      planned = planned || here;
      v.ways.push_back(
          {lang.tr("signal.became_plan", {{"title", lang.of(plan.title)}, {"round", lang.of(round.title)}}),
           here ? Route{Screen::kNextRound, ""} : Route{Screen::kPlan, plan.id}});
    }
  }
  if (signal.kind != model::SignalKind::kIdea) {
    v.make_idea = lang.tr("signal.make_idea");
  } else if (!planned) {
    v.make_plan = lang.tr("signal.make_plan");
  }
  const bool known = state.contacts != nullptr && state.contacts->contains(signal.id);
  v.contact = lang.tr(known ? "signal.contact_known" : "signal.contact");
}

}  // namespace

SignalView make_signal_view(const State& state, const Lang& lang) {
  SignalView v;
  v.gone_title = lang.tr("signal.gone_title");
  v.gone_words = lang.tr("signal.gone_words");
  const model::Signal* s = find_signal(*state.dossier, state.route.id);
  if (s == nullptr) {
    v.page = make_page(state, lang, v.gone_title, v.gone_words);
    return v;
  }
  v.present = true;
  v.line = make_signal_line(state, lang, *s);
  v.words = s->words;
  v.photos_title = lang.tr("photo.title");
  v.photos = make_photo_tiles(state, lang, *s, nullptr);
  const bool gone = std::any_of(v.photos.begin(), v.photos.end(), [](const PhotoTile& one) { return one.gone; });
  if (gone) v.photos_gone = lang.tr("photo.missing_words");
  v.map_name = lang.tr("signal.map_name", {{"place", v.line.place}});
  v.attribution = attribution_words(state);
  v.marker = marker_of(*s, true);
  v.facts.push_back({lang.tr("signal.place"), place_words(lang, *s)});
  v.facts.push_back({lang.tr("signal.wgs84"), geo::wgs84_words(s->place)});
  if (const std::string rd = geo::rd_words(s->place); !rd.empty()) v.facts.push_back({lang.tr("signal.rd"), rd});
  if (const model::Buurt* buurt = find_buurt(*state.dossier, s->buurt)) {
    v.facts.push_back({lang.tr("signal.buurt"), buurt->name});
  }
  v.facts.push_back({lang.tr("signal.theme"), theme_words(lang, s->theme)});
  if (s->level != model::Level::kUnset) {
    v.facts.push_back(
        {lang.tr("signal.level"), level_letter(s->level) + " · " + level_words(lang, s->theme, s->level)});
  }
  if (const std::string counted = counted_words(lang, *s); !counted.empty()) {
    v.facts.push_back({lang.tr("signal.counted"), counted});
  }
  if (const model::Walk* walk = find_walk(*state.dossier, s->walk_id)) {
    v.facts.push_back({lang.tr("signal.walk"), s->team.empty() ? walk->title : walk->title + " · " + s->team});
  }
  v.facts.push_back({lang.tr("signal.seen_on"), lang.moment(s->time_ms, state.device.offset_minutes)});
  if (const model::Issue* issue = issue_of(*state.dossier, s->id)) {
    v.history_title = lang.tr("signal.history");
    for (const model::StatusEvent& event : issue->history) {
      std::string words = status_words(lang, event.status);
      if (!event.reason.empty()) words += ": " + event.reason;
      v.history.push_back({lang.moment(event.time_ms, state.device.offset_minutes), words});
    }
    if (issue->action) {
      v.action_title = lang.tr("signal.action");
      v.action_words = issue->action->direction;
      v.action_party = issue->action->party;
      if (!issue->action->promised.empty()) {
        v.action_date = lang.tr("signal.promised", {{"day", lang.day(issue->action->promised)}});
      }
    }
  }
  v.supported = std::binary_search(s->support.begin(), s->support.end(), state.settings.support_key);
  v.support_button = lang.tr(v.supported ? "signal.support_off" : "signal.support_on");
  v.support_words = lang.count("signal.support_count", static_cast<std::int64_t>(s->support.size()) + 1);
  v.edit = lang.tr("signal.edit");
  v.remove = lang.tr("signal.delete");
  v.set_status = lang.tr("signal.set_status");
  v.past = lang.tr("signal.past");
  add_ways(v, state, lang, *s);
  v.page = make_page(state, lang, v.line.title, v.line.spoken + " " + v.words);
  return v;
}

}  // namespace stoepkrijt::app
