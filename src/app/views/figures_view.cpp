#include "app/views/figures_view.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "app/views/schouw_words.hpp"
#include "schouw/trends.hpp"

namespace stoepkrijt::app {

namespace {

using Counts = std::array<std::int64_t, 3>;

std::string buurt_name(const State& state, const Lang& lang, const std::string& code) {
  const model::Buurt* buurt = find_buurt(*state.dossier, code);
  return buurt == nullptr ? lang.tr("figures.outside") : buurt->name;
}

/// "1 op 250": rounded down, so that it never sounds surer than it is.
std::string one_in(const Lang& lang, const Ratio& chance) {
  constexpr std::int64_t kMost = 1'000'000;
  if (chance * Ratio(kMost) < Ratio(1)) return lang.tr("figures.chance_less", {{"n", lang.number(kMost)}});
  const Ratio n = Ratio(1) / chance;
  std::int64_t whole = 1;
  // The largest whole number up to n, by doubling and stepping back: n is at most a million.
  for (std::int64_t step = 1LL << 20; step > 0; step /= 2) {
    if (Ratio(whole + step) <= n) whole += step;
  }
  return lang.tr("figures.chance", {{"n", lang.number(whole)}});
}

void add_warnings(FiguresView& v, const State& state, const Lang& lang, const std::vector<schouw::Trend>& trends) {
  v.warnings_title = lang.tr("figures.warnings");
  v.no_warnings = lang.tr("figures.no_warnings");
  for (const schouw::Trend& trend : trends) {
    if (!trend.warning) continue;
    FiguresView::Warning w;
    w.code = trend.buurt;
    w.title = lang.tr("figures.warning",
                      {{"buurt", buurt_name(state, lang, trend.buurt)}, {"theme", theme_words(lang, trend.theme)}});
    w.words = lang.tr("figures.rise", {{"now", lang.number(trend.now)}, {"before", lang.number(trend.before)}});
    w.chance = one_in(lang, trend.chance);
    v.warnings.push_back(std::move(w));
  }
  v.method_title = lang.tr("figures.method_title");
  v.method = lang.tr("figures.method");
}

}  // namespace

FiguresView make_figures_view(const State& state, const Lang& lang) {
  FiguresView v;
  v.intro = lang.tr("figures.intro");
  v.none_title = lang.tr("signals.none_title");
  v.none_words = lang.tr("signals.none_words");
  const auto trends = schouw::trends(*state.dossier, state.device.now_ms);
  add_warnings(v, state, lang, trends);
  std::map<std::string, Counts> counts;
  std::int64_t largest = 1;
  for (const model::Buurt& buurt : state.dossier->neighbourhood.buurten) counts[buurt.code] = {};
  for (const model::Signal& signal : state.dossier->signals) {
    std::int64_t& n = counts[signal.buurt][static_cast<std::size_t>(signal.kind)];
    largest = std::max(largest, ++n);
  }
  for (const auto& [code, of_kind] : counts) {
    if (code.empty() && of_kind == Counts{}) continue;
    FiguresView::Buurt buurt;
    buurt.code = code;
    buurt.name = buurt_name(state, lang, code);
    buurt.total = lang.count("map.signals", of_kind[0] + of_kind[1] + of_kind[2]);
    buurt.report = lang.tr("figures.report", {{"buurt", buurt.name}});
    buurt.show = lang.tr("figures.show", {{"buurt", buurt.name}});
    for (std::size_t kind = 0; kind < of_kind.size(); ++kind) {
      buurt.rows.push_back({kind_words(lang, static_cast<model::SignalKind>(kind)), lang.number(of_kind[kind]),
                            static_cast<float>(of_kind[kind]) / static_cast<float>(largest)});
    }
    std::int64_t now = 0, before = 0;
    for (const schouw::Trend& trend : trends) {
      if (trend.buurt != code) continue;
      now += trend.now;
      before += trend.before;
    }
    buurt.trend = lang.tr("figures.trend", {{"now", lang.number(now)}, {"before", lang.number(before)}});
    v.buurten.push_back(std::move(buurt));
  }
  std::stable_sort(v.buurten.begin(), v.buurten.end(),
                   [&](const auto& a, const auto& b) { return counts[a.code][0] > counts[b.code][0]; });
  std::string spoken = v.intro + " ";
  for (const auto& w : v.warnings) spoken += w.title + ". " + w.words + " " + w.chance + " ";
  if (v.warnings.empty()) spoken += v.no_warnings;
  v.page = make_page(state, lang, lang.tr("screen.cijfers"), spoken);
  return v;
}

}  // namespace stoepkrijt::app
