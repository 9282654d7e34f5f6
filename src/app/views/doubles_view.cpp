#include "app/views/doubles_view.hpp"

#include <algorithm>
#include <cstdlib>

#include "schouw/doubles.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kMostPairs = 200;
constexpr std::int64_t kDayMs = 86'400'000;

DoublesView::Side side_of(const State& state, const Lang& lang, const model::Signal& signal) {
  DoublesView::Side side;
  side.id = signal.id;
  side.line = make_signal_line(state, lang, signal);
  side.title = side.line.title;
  side.place = place_words(lang, signal);
  side.when = lang.moment(signal.time_ms, state.device.offset_minutes);
  side.words = signal.words;
  side.open = lang.tr("doubles.open", {{"title", side.title}});
  side.photos = make_photo_tiles(state, lang, signal, nullptr);
  if (side.photos.size() > 1) side.photos.resize(1);
  if (side.photos.empty()) side.no_photo = lang.tr("doubles.no_photo");
  return side;
}

void add_settings(DoublesView& v, const State& state, const Lang& lang) {
  v.settings_title = lang.tr("doubles.settings");
  v.radius_title = lang.tr("doubles.radius");
  for (const std::int32_t metres : {15, 50, 150}) {
    v.radii.push_back({lang.distance(metres), metres, state.doubles.radius_m == metres});
  }
  v.weeks_title = lang.tr("doubles.weeks");
  for (const std::int32_t weeks : {4, 12, 52}) {
    v.weeks.push_back({lang.count("doubles.weeks_n", weeks), weeks, state.doubles.weeks == weeks});
  }
  v.same_subject = lang.tr("doubles.same_subject");
  v.same_subject_small = lang.tr("doubles.same_subject_small");
  v.same_subtheme = state.doubles.same_subtheme;
}

void add_groups(DoublesView& v, const State& state, const Lang& lang) {
  v.together_title = lang.tr("doubles.together");
  v.take_out = lang.tr("doubles.take_out");
  for (const model::Issue& issue : state.dossier->issues) {
    if (issue.signals.size() < 2 || issue.status() == model::IssueStatus::kDouble) continue;
    DoublesView::Group group;
    group.title = issue.title;
    for (const std::string& id : issue.signals) {
      const model::Signal* signal = find_signal(*state.dossier, id);
      if (signal == nullptr) continue;
      group.lines.push_back(make_signal_line(state, lang, *signal));
      group.take_out.push_back(lang.tr("doubles.take_out_name", {{"title", group.lines.back().title}}));
      if (group.title.empty()) group.title = group.lines.back().title;
    }
    v.groups.push_back(std::move(group));
  }
}

}  // namespace

DoublesView make_doubles_view(const State& state, const Lang& lang, const DoublesForm& form) {
  DoublesView v;
  v.intro = lang.tr("doubles.intro");
  v.same = lang.tr("doubles.same");
  v.different = lang.tr("doubles.different");
  v.later = lang.tr("doubles.later");
  v.none_title = lang.tr("doubles.none_title");
  v.none_words = lang.tr("doubles.none_words");
  const auto pairs = schouw::suggest_doubles(*state.dossier, state.doubles, kMostPairs);
  std::string spoken = v.none_title;
  if (!pairs.empty()) {
    const std::size_t at = form.at % pairs.size();
    const model::Signal& first = state.dossier->signals[pairs[at].first];
    const model::Signal& second = state.dossier->signals[pairs[at].second];
    DoublesView::Pair pair;
    pair.first = side_of(state, lang, first);
    pair.second = side_of(state, lang, second);
    pair.question = lang.tr("doubles.question");
    const std::int64_t days = std::abs(second.time_ms - first.time_ms) / kDayMs;
    const std::string after = days == 0 ? lang.tr("doubles.within_a_day") : lang.count("doubles.days", days);
    pair.apart = lang.tr("doubles.apart", {{"metres", lang.distance(pairs[at].metres)}, {"days", after}});
    pair.count = lang.tr("doubles.count", {{"n", lang.number(static_cast<std::int64_t>(at) + 1)},
                                           {"of", lang.number(static_cast<std::int64_t>(pairs.size()))}});
    spoken = pair.question + " " + pair.first.line.spoken + " " + pair.second.line.spoken + " " + pair.apart;
    v.pair.push_back(std::move(pair));
  }
  add_settings(v, state, lang);
  add_groups(v, state, lang);
  v.page = make_page(state, lang, lang.tr("screen.dubbel"), v.intro + " " + spoken);
  return v;
}

}  // namespace stoepkrijt::app
