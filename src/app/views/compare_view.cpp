#include "app/views/compare_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/count.hpp"
#include "app/views/result_view.hpp"

namespace stoepkrijt::app {

namespace {

bool won(const RuleCount& count, std::string_view id) {
  const PlanCount* p = find_count(count, id);
  return p != nullptr && p->fate == Fate::kChosen;
}

void fill_plans(const model::Round& round, const CountResult& result, const Lang& lang, CompareView& view) {
  for (const model::Plan& plan : round.plans) {
    const PlanCount* p = find_count(result.counted, plan.id);
    CompareView::Row row;
    row.plan_id = plan.id;
    row.title = lang.of(plan.title);
    row.small = lang.money(plan.cost) + " · " + lang.count("result.votes", p == nullptr ? 0 : p->votes);
    row.theme = theme_number(plan.theme);
    row.icon = plan.icon.empty() ? std::string(theme_icon(plan.theme)) : plan.icon;
    row.in_first = won(result.counted, plan.id);
    row.in_second = won(result.other, plan.id);
    row.first = lang.tr(row.in_first ? "compare.yes" : "compare.no");
    row.second = lang.tr(row.in_second ? "compare.yes" : "compare.no");
    row.name = lang.tr("compare.row_name", {{"plan", row.title},
                                            {"rule_a", view.first_rule},
                                            {"a", row.first},
                                            {"rule_b", view.second_rule},
                                            {"b", row.second}});
    (row.in_first == row.in_second ? view.same : view.differ).push_back(std::move(row));
  }
  const auto different = static_cast<std::int64_t>(view.differ.size());
  view.headline = different == 0 ? lang.tr("compare.headline_same") : lang.count("compare.headline", different);
  view.differ_title = lang.tr("compare.differ");
  view.differ_count = lang.count("plans.count", different);
  view.differ_none = lang.tr("compare.differ_none");
  view.same_title = lang.tr("compare.same");
  view.same_count = lang.count("plans.count", static_cast<std::int64_t>(view.same.size()));
}

void fill_people(const CountResult& result, const Lang& lang, CompareView& view) {
  view.people_title = lang.tr("compare.people");
  view.people.push_back(lang.count("compare.prefer", result.prefer_counted, {{"rule", view.first_rule}}));
  view.people.push_back(lang.count("compare.prefer", result.prefer_other, {{"rule", view.second_rule}}));
  view.people.push_back(lang.count("compare.prefer_none", result.same));
  const auto n = [&](std::int64_t v) { return lang.number(v); };
  view.figures_title = lang.tr("compare.figures");
  view.figures = {
      {lang.tr("compare.fig_winners"), n(static_cast<std::int64_t>(result.counted.winners.size())),
       n(static_cast<std::int64_t>(result.other.winners.size()))},
      {lang.tr("compare.fig_spent"), lang.money(result.counted.spent), lang.money(result.other.spent)},
      {lang.tr("compare.fig_left"), lang.money(result.counted.left), lang.money(result.other.left)},
      {lang.tr("compare.fig_empty"), n(result.counted.empty_handed), n(result.other.empty_handed)},
  };
}

void fill_themes(const model::Round& round, const CountResult& result, const Lang& lang, CompareView& view) {
  std::array<std::array<Money, 2>, model::kThemeCount> sums{};
  Money most{1};
  for (const model::Plan& plan : round.plans) {
    auto& pair = sums[static_cast<std::size_t>(plan.theme)];
    if (won(result.counted, plan.id)) pair[0] = pair[0].plus(plan.cost).value_or(pair[0]);
    if (won(result.other, plan.id)) pair[1] = pair[1].plus(plan.cost).value_or(pair[1]);
    most = std::max({most, pair[0], pair[1]});
  }
  view.themes_title = lang.tr("result.themes");
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const auto theme = static_cast<model::Theme>(i);
    view.themes.push_back({theme_name(theme, lang), std::string(theme_icon(theme)), lang.money(sums[i][0]),
                           lang.money(sums[i][1]), theme_number(theme), share_of(sums[i][0], most),
                           share_of(sums[i][1], most)});
  }
}

}  // namespace

CompareView make_compare_view(const State& state, const Lang& lang) {
  CompareView view;
  const model::Round* round = current_round(state);
  view.found = round != nullptr && state.result != nullptr && state.result->round_id == round->id;
  if (!view.found) {
    view.empty_title = lang.tr("why.not_counted_title");
    view.empty_words = lang.tr("why.not_counted");
    view.empty_button = lang.tr("why.to_result");
    view.page = make_page(state, lang, lang.tr("compare.page"), view.empty_words);
    return view;
  }
  const CountResult& result = *state.result;
  view.first_rule = rule_name(result.counted.rule, lang);
  view.second_rule = rule_name(result.other.rule, lang);
  view.intro = lang.count("compare.intro", result.ballots);
  fill_plans(*round, result, lang, view);
  fill_people(result, lang, view);
  fill_themes(*round, result, lang, view);
  std::string read = view.headline + ". ";
  for (const CompareView::Row& row : view.differ) read += row.name + ". ";
  for (const std::string& words : view.people) read += words + " ";
  view.page = make_page(state, lang, lang.tr("compare.page"), read);
  return view;
}

}  // namespace stoepkrijt::app
