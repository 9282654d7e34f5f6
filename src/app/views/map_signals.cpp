#include "app/views/map_signals.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "base/fold.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::size_t kMostNames = 2000;

std::shared_ptr<const std::vector<MapMarker>> markers_of(const State& state,
                                                         std::span<const model::Signal* const> signals) {
  auto markers = std::make_shared<std::vector<MapMarker>>();
  markers->reserve(signals.size());
  for (const model::Signal* signal : signals) markers->push_back(marker_of(*signal, false));
  const model::Round* round = current_round(state);
  if (round == nullptr || !state.filter.plans) return markers;
  for (const model::Plan& plan : round->plans) {
    if (plan.place) markers->push_back(marker_of(plan, false));
  }
  return markers;
}

}  // namespace

IssueIndex::IssueIndex(const model::Dossier& dossier) {
  for (const model::Issue& issue : dossier.issues) {
    for (const std::string& signal : issue.signals) {
      const auto [at, is_new] = issues_.try_emplace(signal, &issue);
      // One that was closed as a double says where it went on: the other holds its signals too.
      const bool first_was_double = at->second->status() == model::IssueStatus::kDouble;
      if (!is_new && first_was_double && issue.status() != model::IssueStatus::kDouble) at->second = &issue;
    }
  }
}

const model::Issue* IssueIndex::of(std::string_view signal_id) const {
  const auto at = issues_.find(signal_id);
  return at == issues_.end() ? nullptr : at->second;
}

bool SignalsCache::holds(const State& state, const Lang& lang) const {
  return shown_.revision_ > 0 && dossier_ == state.dossier && filter_ == state.filter && search_ == state.search &&
         lang_ == lang.code() && state.device.now_ms >= from_ms_ && state.device.now_ms <= until_ms_;
}

const ShownSignals& SignalsCache::of(const State& state, const Lang& lang) {
  if (!holds(state, lang)) make(state, lang);
  return shown_;
}

void SignalsCache::make(const State& state, const Lang& lang) {
  const bool new_dossier = dossier_ != state.dossier;
  dossier_ = state.dossier;
  filter_ = state.filter;
  search_ = state.search;
  lang_ = lang.code();
  from_ms_ = state.device.now_ms;
  until_ms_ = std::numeric_limits<std::int64_t>::max();
  const model::Dossier& d = *state.dossier;
  if (new_dossier) {
    shown_.dossier_ = state.dossier;
    shown_.issues_ = std::make_shared<const IssueIndex>(d);
    shown_.kinds_ = {};
    shown_.buurten_.clear();
    for (const model::Signal& s : d.signals) {
      ++shown_.kinds_[static_cast<std::size_t>(s.kind)];
      ++shown_.buurten_[s.buurt];
    }
  }
  const std::string looked_for = folded(state.search);
  const Words* all = looked_for.empty() ? nullptr : &words(state, lang);
  shown_.signals_.clear();
  for (std::size_t i = 0; i < d.signals.size(); ++i) {
    const model::Signal& signal = d.signals[i];
    if (!passes(state, signal, [&] { return shown_.issue_of(signal.id); })) continue;
    if (all != nullptr && all->of(i).find(looked_for) == std::string_view::npos) continue;
    shown_.signals_.push_back(&signal);
    if (state.filter.days > 0) until_ms_ = std::min(until_ms_, signal.time_ms + state.filter.days * kDayMs);
  }
  std::vector<geo::Point> points;
  points.reserve(shown_.signals_.size());
  for (const model::Signal* signal : shown_.signals_) {
    points.push_back({signal->place, static_cast<std::uint32_t>(points.size()), 0});
  }
  shown_.index_ = geo::PointIndex(points);
  shown_.markers_ = markers_of(state, shown_.signals_);
  ++shown_.revision_;
  ++made_.sets;
}

const SignalsCache::Words& SignalsCache::words(const State& state, const Lang& lang) {
  if (words_of_ == state.dossier && words_lang_ == lang.code()) return words_;
  words_of_ = state.dossier;
  words_lang_ = lang.code();
  words_ = {};
  words_.ends.reserve(state.dossier->signals.size());
  for (const model::Signal& signal : state.dossier->signals) {
    for (const std::string& part :
         {signal_title(*state.dossier, lang, signal), subtheme_words(*state.dossier, lang, signal), signal.words,
          signal.near_street, theme_words(lang, signal.theme)}) {
      append_folded(words_.text, part);
      words_.text += '\n';  // no words go over the end of a part
    }
    words_.ends.push_back(words_.text.size());
  }
  ++made_.searches;
  return words_;
}

std::vector<SignalLine> SignalsCache::lines_of(const State& state, const Lang& lang,
                                               std::span<const std::uint32_t> wanted) {
  std::vector<SignalLine> lines;
  for (const std::uint32_t i : wanted) {
    const model::Signal& signal = *shown_.signals_[i];
    lines.push_back(make_signal_line(state, lang, signal, shown_.issue_of(signal.id)));
  }
  ++made_.lists;
  made_.lines += lines.size();
  return lines;
}

const std::vector<SignalLine>& SignalsCache::nearest(const State& state, const Lang& lang,
                                                     const std::optional<geo::Window>& window, geo::LonLat centre,
                                                     std::size_t most) {
  const ShownSignals& set = of(state, lang);
  Page& p = nearest_;
  most = std::min(most, kMostListed);
  if (p.set == set.revision() && p.window == window && p.centre == centre && p.most == most) return p.lines;
  std::vector<std::uint32_t> wanted;
  set.index().nearest(centre, most, window.value_or(geo::Window{}), wanted);
  p = {set.revision(), window, centre, most, lines_of(state, lang, wanted)};
  return p.lines;
}

const std::vector<SignalLine>& SignalsCache::worst(const State& state, const Lang& lang, std::size_t most) {
  const ShownSignals& set = of(state, lang);
  Page& p = worst_;
  most = std::min(most, kMostListed);
  if (p.set == set.revision() && p.most == most) return p.lines;
  std::vector<std::uint32_t> wanted(set.size());
  for (std::uint32_t i = 0; i < wanted.size(); ++i) wanted[i] = i;
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    const model::Signal& one = *set.signals()[a];
    const model::Signal& other = *set.signals()[b];
    const int bad = badness(one);
    const int worse = badness(other);
    return bad != worse ? bad > worse : one.time_ms != other.time_ms ? one.time_ms > other.time_ms : a < b;
  };
  const std::size_t some = std::min(most, wanted.size());
  std::partial_sort(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(some), wanted.end(), before);
  wanted.resize(some);
  p = {set.revision(), {}, {}, most, lines_of(state, lang, wanted)};
  return p.lines;
}

const std::vector<std::uint32_t>& SignalsCache::holding(const State& state, const Lang& lang,
                                                        std::string_view looked_for, std::size_t most,
                                                        std::size_t& found) {
  const ShownSignals& set = of(state, lang);
  const std::string wanted = folded(looked_for);
  if (held_set_ != set.revision() || held_words_ != wanted || held_most_ != most) {
    held_set_ = set.revision();
    held_words_ = wanted;
    held_most_ = most;
    held_.clear();
    const Words& all = words(state, lang);
    const model::Signal* const first = state.dossier->signals.data();
    for (std::uint32_t i = 0; i < set.size() && !wanted.empty(); ++i) {
      const auto at = static_cast<std::size_t>(set.signals()[i] - first);
      if (all.of(at).find(wanted) != std::string_view::npos) held_.push_back(i);
    }
    held_count_ = held_.size();
    const std::size_t some = std::min(most, held_.size());
    std::partial_sort(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(some), held_.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                        const std::int64_t one = set.signals()[a]->time_ms;
                        const std::int64_t other = set.signals()[b]->time_ms;
                        return one != other ? one > other : a < b;
                      });
    held_.resize(some);
  }
  found = held_count_;
  return held_;
}

const std::string& SignalsCache::marker_name(const State& state, const Lang& lang, const std::string& id) {
  const std::uint64_t set = of(state, lang).revision();
  if (names_set_ != set || names_.size() > kMostNames) names_.clear();
  names_set_ = set;
  const auto [at, is_new] = names_.try_emplace(id);
  if (!is_new) return at->second;
  ++made_.names;
  if (const model::Signal* signal = find_signal(*state.dossier, id)) {
    at->second = make_signal_line(state, lang, *signal, shown_.issue_of(signal->id)).spoken;
  } else if (const model::Round* round = current_round(state)) {
    if (const model::Plan* plan = find_plan(*round, id)) {
      at->second = lang.tr("map.marker.plan", {{"title", lang.of(plan->title)}, {"amount", lang.money(plan->cost)}});
    }
  }
  return at->second;
}

const std::vector<DensePlace>& SignalsCache::densest(const State& state, const Lang& lang, std::size_t most) {
  const ShownSignals& set = of(state, lang);
  if (dense_set_ == set.revision()) return dense_;
  dense_set_ = set.revision();
  ++made_.dense;
  std::map<std::pair<std::string_view, std::string_view>, DensePlace> places;
  for (const model::Signal* signal : set.signals()) {
    DensePlace& place = places[{signal->near_street, signal->buurt}];
    ++place.count;
    place.box.add(signal->place);
  }
  dense_.clear();
  for (auto& [name, place] : places) {
    const model::Buurt* buurt = find_buurt(*state.dossier, name.second);
    if (place.count < 2 || (name.first.empty() && buurt == nullptr)) continue;
    place.street = name.first;
    place.buurt = buurt == nullptr ? "" : buurt->name;
    dense_.push_back(std::move(place));
  }
  std::stable_sort(dense_.begin(), dense_.end(),
                   [](const DensePlace& a, const DensePlace& b) { return a.count > b.count; });
  if (dense_.size() > most) dense_.resize(most);
  return dense_;
}

}  // namespace stoepkrijt::app
