#include "app/views/plans_view.hpp"

#include <algorithm>
#include <array>

namespace stoepkrijt::app {

std::vector<FilterChip> theme_chips(const model::Round& round, const Lang& lang) {
  std::array<std::int64_t, model::kThemeCount> counts{};
  for (const model::Plan& plan : round.plans) ++counts[static_cast<std::size_t>(plan.theme)];
  std::vector<FilterChip> chips;
  chips.push_back(
      {lang.tr("plans.all", {{"n", lang.number(static_cast<std::int64_t>(round.plans.size()))}}), "", "", 0});
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    const auto theme = static_cast<model::Theme>(i);
    chips.push_back({theme_name(theme, lang) + " " + lang.number(counts[i]), std::string(theme_icon(theme)), "",
                     theme_number(theme)});
  }
  return chips;
}

std::vector<FilterChip> buurt_chips(const State& state, const model::Round& round, const Lang& lang) {
  std::vector<FilterChip> chips;
  if (state.dossier == nullptr) return chips;
  chips.push_back({lang.tr("plans.all_buurten"), "", "", 0});
  for (const model::Buurt& buurt : state.dossier->neighbourhood.buurten) {
    const bool used = std::any_of(round.plans.begin(), round.plans.end(),
                                  [&](const model::Plan& p) { return p.buurt == buurt.code; });
    if (used) chips.push_back({buurt.name, "", buurt.code, 0});
  }
  if (chips.size() < 3) chips.clear();
  return chips;
}

std::vector<std::size_t> shown_plans(const std::vector<PlanItem>& plans, const PlansFilter& filter) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (filter.theme != 0 && plans[i].theme != filter.theme) continue;
    if (!filter.buurt.empty() && !plans[i].buurt_code.empty() && plans[i].buurt_code != filter.buurt) continue;
    shown.push_back(i);
  }
  if (filter.cheapest_first) {
    std::sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) {
      return plans[a].cost != plans[b].cost ? plans[a].cost < plans[b].cost : a < b;
    });
  }
  return shown;
}

PlansView make_plans_view(const State& state, const Lang& lang) {
  PlansView view;
  const model::Round* round = current_round(state);
  view.has_round = round != nullptr;
  view.nothing_title = lang.tr("plans.nothing_title");
  view.nothing_words = lang.tr("plans.nothing_words");
  view.clear = lang.tr("plans.clear");
  if (round == nullptr) {
    view.nothing_title = lang.tr("start.no_round_title");
    view.nothing_words = lang.tr("start.no_round");
    view.page = make_page(state, lang, lang.tr("plans.page"), view.nothing_words);
    return view;
  }
  std::string read;
  for (const model::Plan& plan : round->plans) {
    view.plans.push_back(plan_item(state, *round, plan, lang));
    view.plans.back().reason.clear();  // here nobody is choosing
    read += view.plans.back().title + ", " + view.plans.back().price + ". ";
  }
  for (std::size_t n = 0; n <= view.plans.size(); ++n) {
    view.count_words.push_back(lang.count("plans.count", static_cast<std::int64_t>(n)));
  }
  const Tiles tiles = tiles_of(round->budget);
  view.tiles = tiles.count;
  view.tile_words = lang.tr("vote.tile", {{"amount", lang.money(tiles.each)}});
  view.intro = lang.tr("plans.intro", {{"amount", lang.money(round->budget)}});
  view.themes = theme_chips(*round, lang);
  view.buurten = buurt_chips(state, *round, lang);
  view.theme_group = lang.tr("plans.theme_group");
  view.buurt_group = lang.tr("plans.buurt_group");
  view.sort_group = lang.tr("plans.sort_group");
  view.sort_listed = lang.tr("plans.sort_listed");
  view.sort_cheapest = lang.tr("plans.sort_cheapest");
  view.filter_words = lang.tr("plans.filter");
  if (may_vote(vote_status(state, *round))) view.vote_words = lang.tr("plans.vote");
  view.next_round = lang.tr("screen.volgende-ronde");
  view.page = make_page(state, lang, lang.tr("plans.page"), view.count_words.back() + ". " + read);
  return view;
}

}  // namespace stoepkrijt::app
