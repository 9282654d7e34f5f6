#include "app/views/filter_view.hpp"

#include <algorithm>
#include <set>

#include "app/views/schouw_words.hpp"
#include "schouw/categories.hpp"

namespace stoepkrijt::app {

namespace {

template <class T>
void add_one_of(FilterView::Group& group, const MapFilter& now, T MapFilter::* field, T value, std::string words,
                std::string icon = {}) {
  FilterView::Choice choice{std::move(words), std::move(icon), now.*field == value, now};
  choice.then.*field = choice.on ? T{} : value;  // a second press shows all again
  group.choices.push_back(std::move(choice));
}

void add_switch(FilterView::Group& group, const MapFilter& now, bool MapFilter::* field, std::string words) {
  FilterView::Choice choice{std::move(words), "", now.*field, now};
  choice.then.*field = !choice.on;
  group.choices.push_back(std::move(choice));
}

FilterView::Group kinds(const MapFilter& now, const Lang& lang) {
  FilterView::Group group{"soort", lang.tr("filter.kinds"), {}};
  add_switch(group, now, &MapFilter::problems, kind_words(lang, model::SignalKind::kProblem));
  add_switch(group, now, &MapFilter::strong, kind_words(lang, model::SignalKind::kStrong));
  add_switch(group, now, &MapFilter::ideas, kind_words(lang, model::SignalKind::kIdea));
  add_switch(group, now, &MapFilter::plans, lang.tr("filter.plans"));
  return group;
}

FilterView::Group themes(const MapFilter& now, const Lang& lang) {
  FilterView::Group group{"thema", lang.tr("filter.themes"), {}};
  for (int i = 0; i < 4; ++i) {
    const auto theme = static_cast<model::SchouwTheme>(i);
    add_one_of(group, now, &MapFilter::theme, std::optional(theme), theme_words(lang, theme),
               std::string(schouw::theme_icon(theme)));
  }
  return group;
}

FilterView::Group levels(const MapFilter& now, const Lang& lang) {
  FilterView::Group group{"niveau", lang.tr("filter.levels"), {}};
  for (const auto level :
       {model::Level::kAPlus, model::Level::kA, model::Level::kB, model::Level::kC, model::Level::kD}) {
    add_one_of(group, now, &MapFilter::level, level, level_letter(level));
  }
  return group;
}

FilterView::Group states(const MapFilter& now, const Lang& lang) {
  FilterView::Group group{"stand", lang.tr("filter.states"), {}};
  add_one_of(group, now, &MapFilter::closed, std::optional(false), lang.tr("filter.open"));
  add_one_of(group, now, &MapFilter::closed, std::optional(true), lang.tr("filter.closed"));
  return group;
}

FilterView::Group times(const MapFilter& now, const Lang& lang) {
  FilterView::Group group{"tijd", lang.tr("filter.times"), {}};
  for (const std::int32_t days : {7, 28, 91, 365}) {
    add_one_of(group, now, &MapFilter::days, days, lang.count("filter.days", days));
  }
  return group;
}

FilterView::Group parties(const State& state, const Lang& lang) {
  FilterView::Group group{"wie", lang.tr("filter.parties"), {}};
  std::set<std::string> names;
  for (const model::Issue& issue : state.dossier->issues) {
    if (issue.action && !issue.action->party.empty()) names.insert(issue.action->party);
  }
  for (const std::string& name : names) add_one_of(group, state.filter, &MapFilter::party, name, name);
  return group;
}

FilterView::Group buurten(const State& state, const Lang& lang) {
  FilterView::Group group{"buurt", lang.tr("filter.buurten"), {}};
  for (const model::Buurt& buurt : state.dossier->neighbourhood.buurten) {
    add_one_of(group, state.filter, &MapFilter::buurt, buurt.code, buurt.name);
  }
  return group;
}

FilterView::Group walks(const State& state, const Lang& lang) {
  FilterView::Group group{"schouw", lang.tr("filter.walks"), {}};
  for (const model::Walk& walk : state.dossier->walks) {
    add_one_of(group, state.filter, &MapFilter::walk, walk.id, walk.title);
  }
  return group;
}

std::vector<FilterView::Group> groups_of(const State& state, const Lang& lang) {
  std::vector<FilterView::Group> groups = {
      kinds(state.filter, lang), themes(state.filter, lang), levels(state.filter, lang), states(state.filter, lang),
      times(state.filter, lang), parties(state, lang),       buurten(state, lang),       walks(state, lang)};
  std::erase_if(groups, [](const FilterView::Group& group) { return group.choices.empty(); });
  return groups;
}

}  // namespace

FilterView make_filter_view(const State& state, const Lang& lang) {
  SignalsCache signals;
  return make_filter_view(state, lang, signals);
}

FilterView make_filter_view(const State& state, const Lang& lang, SignalsCache& signals) {
  FilterView v;
  const auto all = static_cast<std::int64_t>(state.dossier->signals.size());
  const auto some = static_cast<std::int64_t>(signals.of(state, lang).size());
  v.count = lang.tr("filter.count", {{"n", lang.number(some)}, {"of", lang.number(all)}});
  v.groups = groups_of(state, lang);
  if (!state.filter.area.empty()) v.area_off = lang.tr("map.area.off");
  v.heat = lang.tr("map.heat");
  v.heat_words = lang.tr("filter.heat_words");
  v.heat_on = state.heat;
  v.done = lang.tr("filter.done");
  v.all = lang.tr("filter.all");
  v.page = make_page(state, lang, lang.tr("screen.wat-u-ziet"), v.count);
  return v;
}

std::string filter_words(const State& state, const Lang& lang) {
  const MapFilter& f = state.filter;
  std::string words;
  const auto add = [&](const std::string& what) { words += (words.empty() ? "" : ", ") + what; };
  if (f.theme) add(theme_words(lang, *f.theme));
  if (f.level != model::Level::kUnset) add(level_letter(f.level));
  if (f.closed) add(lang.tr(*f.closed ? "filter.closed" : "filter.open"));
  if (f.days > 0) add(lang.count("filter.days", f.days));
  if (!f.party.empty()) add(f.party);
  if (const model::Buurt* buurt = f.buurt.empty() ? nullptr : find_buurt(*state.dossier, f.buurt)) add(buurt->name);
  if (const model::Walk* walk = f.walk.empty() ? nullptr : find_walk(*state.dossier, f.walk)) add(walk->title);
  if (!f.area.empty()) add(lang.tr("filter.area"));
  return words;
}

std::string filter_button(const State& state, const Lang& lang) {
  const std::string chosen = filter_words(state, lang);
  return chosen.empty() ? lang.tr("filter.button") : lang.tr("filter.button_on", {{"what", chosen}});
}

}  // namespace stoepkrijt::app
