#include "app/views/compare_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/count_params.hpp"
#include "app/views/fair_view.hpp"
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
    const bool same = row.in_first == row.in_second;
    (same ? view.same : row.in_first ? view.only_first : view.only_second).push_back(std::move(row));
  }
  const auto different = static_cast<std::int64_t>(view.only_first.size() + view.only_second.size());
  view.headline = different == 0 ? lang.tr("compare.headline_same") : lang.count("compare.headline", different);
  view.first_title = lang.tr("compare.only", {{"rule", view.first_rule}});
  view.first_count = lang.count("plans.count", static_cast<std::int64_t>(view.only_first.size()));
  view.second_title = lang.tr("compare.only", {{"rule", view.second_rule}});
  view.second_count = lang.count("plans.count", static_cast<std::int64_t>(view.only_second.size()));
  view.differ_none = lang.tr(different == 0 ? "compare.differ_none" : "compare.only_none");
  view.same_title = lang.tr("compare.same");
  view.same_count = lang.count("plans.count", static_cast<std::int64_t>(view.same.size()));
}

void fill_people(const State& state, const CountResult& result, const Lang& lang, CompareView& view) {
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
      {lang.tr("compare.fig_empty"), n(result.counted.figures.empty_handed), n(result.other.figures.empty_handed)},
      {lang.tr("figure.winners"), lang.tenths(result.counted.figures.winners_tenths),
       lang.tenths(result.other.figures.winners_tenths)},
  };
  for (const Guarantee g : {Guarantee::kEjrPlus, Guarantee::kEjr, Guarantee::kPjr, Guarantee::kPriceable}) {
    view.figures.push_back({guarantee_name(g, lang), guarantee_value(state, result.counted.rule, g, lang),
                            guarantee_value(state, result.other.rule, g, lang)});
  }
}

using Pair = std::array<Money, 2>;

void add_plan(const CountResult& result, const model::Plan& plan, Pair& pair) {
  const PlanCount* a = find_count(result.counted, plan.id);
  const PlanCount* b = find_count(result.other, plan.id);
  if (a != nullptr) pair[0] = pair[0].plus(a->gets).value_or(pair[0]);
  if (b != nullptr) pair[1] = pair[1].plus(b->gets).value_or(pair[1]);
}

void fill_buurten(const State& state, const model::Round& round, const CountResult& result, const Lang& lang,
                  CompareView& view) {
  std::vector<std::pair<std::string, std::string>> buurten;
  for (const model::Buurt& buurt : state.dossier->neighbourhood.buurten) buurten.emplace_back(buurt.code, buurt.name);
  buurten.emplace_back("", lang.tr("plan.whole_neighbourhood"));
  std::vector<Pair> sums(buurten.size());
  Money most{1};
  for (std::size_t i = 0; i < buurten.size(); ++i) {
    for (const model::Plan& plan : round.plans) {
      if (plan.buurt == buurten[i].first) add_plan(result, plan, sums[i]);
    }
    most = std::max({most, sums[i][0], sums[i][1]});
  }
  view.buurten_title = lang.tr("result.buurten");
  for (std::size_t i = 0; i < buurten.size(); ++i) {
    if (buurten[i].first.empty() && sums[i][0].cents == 0 && sums[i][1].cents == 0) continue;
    view.buurten.push_back({buurten[i].second, "map-2", lang.money(sums[i][0]), lang.money(sums[i][1]), 0,
                            share_of(sums[i][0], most), share_of(sums[i][1], most)});
  }
}

void fill_themes(const model::Round& round, const CountResult& result, const Lang& lang, CompareView& view) {
  std::array<Pair, model::kThemeCount> sums{};
  Money most{1};
  for (const model::Plan& plan : round.plans) {
    Pair& pair = sums[static_cast<std::size_t>(plan.theme)];
    add_plan(result, plan, pair);
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

// The two rules, each to be chosen among those that are defined on these ballots.
void fill_choices(const State& state, const model::Round& round, const Lang& lang, CompareView& view) {
  const CountState& counting = state.counting;
  const model::CountingRule first = counting.first.value_or(state.result->counted.rule);
  const model::CountingRule second = counting.second.value_or(state.result->other.rule);
  view.first_rule = rule_name(first.id, lang);
  view.second_rule = rule_name(second.id, lang);
  view.first_choice_title = lang.tr("compare.first");
  view.second_choice_title = lang.tr("compare.second");
  view.change_button = lang.tr("compare.change");
  view.close_button = lang.tr("compare.close");
  for (const rules::RuleEntry& entry : rules::registry()) {
    if (!defined_on(entry, round.form.method)) continue;
    const bool own = entry.id == round.rule.id;
    view.choices.push_back({own ? normalised(round.rule) : offered(entry.id), rule_name(entry.id, lang),
                            entry.id == first.id, entry.id == second.id});
  }
  const bool standing = first == state.result->counted.rule && second == state.result->other.rule;
  view.ready = standing || counting.compared != nullptr;
}

}  // namespace

CompareView make_compare_view(const State& state, const Lang& lang) {
  CompareView view;
  const model::Round* round = current_round(state);
  view.found = round != nullptr && state.result != nullptr && state.result->round_id == round->id;
  if (!view.found) {
    view.busy = busy_view(state, CountJob::Kind::kCount, lang);
    view.empty_title = lang.tr("why.not_counted_title");
    view.empty_words = lang.tr("why.not_counted");
    view.empty_button = lang.tr("why.to_result");
    view.page = make_page(state, lang, lang.tr("compare.page"), view.empty_words);
    return view;
  }
  fill_choices(state, *round, lang, view);
  if (!view.ready) {
    view.busy = busy_view(state, CountJob::Kind::kCount, lang);
    view.page = make_page(state, lang, lang.tr("compare.page"), view.busy.title);
    return view;
  }
  const CountResult& result = state.counting.compared == nullptr ? *state.result : *state.counting.compared;
  view.intro = lang.count("compare.intro", result.ballots);
  fill_plans(*round, result, lang, view);
  fill_people(state, result, lang, view);
  fill_themes(*round, result, lang, view);
  fill_buurten(state, *round, result, lang, view);
  std::string read = view.headline + ". ";
  for (const CompareView::Row& row : view.only_first) read += row.name + ". ";
  for (const CompareView::Row& row : view.only_second) read += row.name + ". ";
  for (const std::string& words : view.people) read += words + " ";
  view.page = make_page(state, lang, lang.tr("compare.page"), read);
  return view;
}

}  // namespace stoepkrijt::app
