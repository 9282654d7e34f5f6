#include "app/views/result_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "app/count_params.hpp"
#include "app/station/station.hpp"

namespace stoepkrijt::app {

namespace {

ResultView::Row row_of(const model::Plan& plan, const PlanCount& count, const Lang& lang) {
  ResultView::Row row;
  row.plan_id = plan.id;
  row.title = lang.of(plan.title);
  row.small = lang.money(plan.cost) + " · " + lang.count("result.votes", count.votes);
  row.theme = theme_number(plan.theme);
  row.icon = plan.icon.empty() ? std::string(theme_icon(plan.theme)) : plan.icon;
  if (count.fate != Fate::kChosen) row.reason = loser_words(count, plan, lang);
  row.name = lang.tr("result.row_name", {{"plan", row.title}, {"small", row.small}});
  return row;
}

void fill_lists(const model::Round& round, const RuleCount& count, const Lang& lang, ResultView& view) {
  for (const std::string& id : count.winners) {
    const model::Plan* plan = find_plan(round, id);
    const PlanCount* figures = find_count(count, id);
    if (plan == nullptr || figures == nullptr) continue;
    view.winners.push_back(row_of(*plan, *figures, lang));
    view.bar.push_back({theme_number(plan->theme), share_of(figures->gets, round.budget),
                        std::string(theme_icon(plan->theme)), lang.of(plan->title)});
  }
  std::vector<const PlanCount*> out;
  for (const PlanCount& p : count.plans) {
    if (p.fate != Fate::kChosen) out.push_back(&p);
  }
  std::sort(out.begin(), out.end(), [](const PlanCount* a, const PlanCount* b) {
    return a->votes != b->votes ? a->votes > b->votes : a < b;  // equal votes: in the printed order
  });
  for (const PlanCount* p : out) {
    if (const model::Plan* plan = find_plan(round, p->plan_id)) view.losers.push_back(row_of(*plan, *p, lang));
  }
  view.winners_title = lang.tr("result.winners");
  view.winners_count = lang.count("plans.count", static_cast<std::int64_t>(view.winners.size()));
  view.losers_title = lang.tr("result.losers");
  view.losers_count = lang.count("plans.count", static_cast<std::int64_t>(view.losers.size()));
}

// Amounts as bars that share one scale: that of the largest.
void scale(std::vector<std::pair<ResultView::Share, Money>>& rows, const Lang& lang,
           std::vector<ResultView::Share>& out) {
  Money most{1};
  for (const auto& row : rows) most = std::max(most, row.second);
  for (auto& [share, money] : rows) {
    share.amount = lang.money(money);
    share.share = share_of(money, most);
    out.push_back(std::move(share));
  }
}

// The centre of gravity of the largest ring: for a drawing only, so doubles do.
geo::LonLat middle_of(const model::Buurt& buurt) {
  double most = 0;
  geo::LonLat out;
  for (const auto& ring : buurt.rings) {
    if (ring.empty()) continue;
    double area = 0, x = 0, y = 0;
    const auto at = [&](std::size_t i) {
      const geo::LonLat& p = ring[i % ring.size()];
      return std::pair<double, double>(p.lon_e7 - ring[0].lon_e7, p.lat_e7 - ring[0].lat_e7);
    };
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const auto [x0, y0] = at(i);
      const auto [x1, y1] = at(i + 1);
      const double cross = x0 * y1 - x1 * y0;
      area += cross;
      x += (x0 + x1) * cross;
      y += (y0 + y1) * cross;
    }
    if (std::abs(area) <= most) continue;
    most = std::abs(area);
    out = {ring[0].lon_e7 + static_cast<std::int32_t>(x / (3 * area)),
           ring[0].lat_e7 + static_cast<std::int32_t>(y / (3 * area))};
  }
  return out;
}

void fill_money(const State& state, const model::Round& round, const RuleCount& count, const Lang& lang,
                ResultView& view) {
  std::array<Money, model::kThemeCount> themes{};
  std::map<std::string, Money> buurten;
  std::map<std::string, std::array<Money, model::kThemeCount>> parts;
  for (const std::string& id : count.winners) {
    const model::Plan* plan = find_plan(round, id);
    if (plan == nullptr) continue;
    const PlanCount* p = find_count(count, id);
    const Money gets = p == nullptr ? plan->cost : p->gets;
    Money& theme = themes[static_cast<std::size_t>(plan->theme)];
    theme = theme.plus(gets).value_or(theme);
    Money& buurt = buurten[plan->buurt];
    buurt = buurt.plus(gets).value_or(buurt);
    Money& part = parts[plan->buurt][static_cast<std::size_t>(plan->theme)];
    part = part.plus(gets).value_or(part);
  }
  std::vector<std::pair<ResultView::Share, Money>> rows;
  for (std::size_t i = 0; i < themes.size(); ++i) {
    const auto theme = static_cast<model::Theme>(i);
    rows.push_back({{theme_name(theme, lang), "", std::string(theme_icon(theme)), theme_number(theme), 0}, themes[i]});
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first.theme < b.first.theme;
  });
  view.themes_title = lang.tr("result.themes");
  scale(rows, lang, view.themes);
  rows.clear();
  for (const model::Buurt& buurt : state.dossier->neighbourhood.buurten) {
    rows.push_back({{buurt.name, "", "map-2", 0, 0}, buurten[buurt.code]});
  }
  if (buurten.contains("")) rows.push_back({{lang.tr("plan.whole_neighbourhood"), "", "home", 0, 0}, buurten[""]});
  view.buurten_title = lang.tr("result.buurten");
  scale(rows, lang, view.buurten);
  for (const model::Buurt& buurt : state.dossier->neighbourhood.buurten) {
    const Money sum = buurten[buurt.code];
    if (sum.cents <= 0 || buurt.rings.empty()) continue;
    ResultView::Donut donut{buurt.code, lang.money(sum), middle_of(buurt), {}};
    for (std::size_t i = 0; i < model::kThemeCount; ++i) {
      const Money part = parts[buurt.code][i];
      if (part.cents > 0) donut.parts.push_back({static_cast<int>(i) + 1, share_of(part, sum), "", ""});
    }
    view.donuts.push_back(std::move(donut));
  }
  view.map_title = lang.tr("result.map_title");
  view.map_name = lang.tr("result.map_name") + " ";
  for (const ResultView::Share& share : view.buurten) view.map_name += share.words + " " + share.amount + ". ";
  if (state.map != nullptr) {
    for (const std::string& words : state.map->attributions) {
      view.map_attribution += (view.map_attribution.empty() ? "" : ", ") + words;
    }
  }
}

void fill_figures(const RuleCount& count, const Lang& lang, ResultView& view) {
  const OutcomeFigures& f = count.figures;
  view.figures_title = lang.tr("result.figures");
  view.meaning_show = lang.tr("result.meaning_show");
  view.meaning_hide = lang.tr("result.meaning_hide");
  view.figures = {
      {lang.tr("figure.empty"), lang.number(f.empty_handed), lang.tr("figure.empty.meaning")},
      {lang.tr("figure.winners"), lang.tenths(f.winners_tenths), lang.tr("figure.winners.meaning")},
      {lang.tr("figure.gini"), lang.number(f.gini_percent), lang.tr("figure.gini.meaning")},
      {lang.tr("figure.exhaustive"), lang.tr(f.exhaustive ? "figure.yes" : "figure.no"),
       lang.tr("figure.exhaustive.meaning")},
  };
}

void fill_rounds(const model::Round& round, const RuleCount& count, const Lang& lang, ResultView& view) {
  const bool shares = count.money == MoneyModel::kPurses;
  const bool loads = count.money == MoneyModel::kLoads;
  view.rounds_title = lang.tr("result.rounds");
  view.rounds_words = rounds_words(count, lang);
  view.col_plan = lang.tr("result.col_plan");
  view.col_votes = lang.tr("result.col_votes");
  view.col_per_person = lang.tr(shares ? "result.col_per_person" : loads ? "result.col_load" : "result.col_left");
  view.axis_from = lang.money(Money{});
  view.axis_to = lang.money(round.budget);
  view.left_title = lang.tr("result.left_title");
  view.left_amount = lang.money(count.left);
  Money used;
  std::int64_t number = 0;
  for (const std::string& id : count.winners) {
    const model::Plan* plan = find_plan(round, id);
    const PlanCount* figures = find_count(count, id);
    if (plan == nullptr || figures == nullptr) continue;
    ResultView::Round row;
    row.label = std::to_string(++number);
    row.title = lang.of(plan->title);
    row.votes = lang.number(figures->votes);
    row.filled = figures->filled;
    row.per_person = row.filled                                    ? lang.tr("result.extra")
                     : loads || (shares && figures->pay_rest == 0) ? lang.money(figures->share)
                     : shares ? lang.tr("result.at_most", {{"amount", lang.money(figures->share)}})
                              : lang.money(figures->left_before);
    row.amount = lang.money(figures->gets);
    row.theme = theme_number(plan->theme);
    row.icon = plan->icon.empty() ? std::string(theme_icon(plan->theme)) : plan->icon;
    row.from = share_of(used, round.budget);
    row.share = share_of(figures->gets, round.budget);
    used = used.plus(figures->gets).value_or(used);
    view.rounds.push_back(std::move(row));
  }
  view.left_from = share_of(used, round.budget);
}

void fill_counted(const State& state, const model::Round& round, const Lang& lang, ResultView& view) {
  const CountResult& result = *state.result;
  const RuleCount& count = result.counted;
  const std::string rule = rule_name(count.rule.id, lang);
  view.subline = lang.count("result.votes", result.ballots) + " · " + lang.tr("result.subline", {{"rule", rule}});
  if (result.blank > 0) {
    view.subline = lang.count("result.votes_blank", result.ballots, {{"blank", lang.number(result.blank)}}) + " · " +
                   lang.tr("result.subline", {{"rule", rule}});
  }
  view.headline = lang.count("result.headline", static_cast<std::int64_t>(count.winners.size()));
  view.spent = lang.tr("result.spent", {{"amount", lang.money(count.spent)}});
  view.left = lang.tr("result.left", {{"amount", lang.money(count.left)}});
  view.bar_name = view.spent + ", " + view.left;
  if (count.ties) view.ties = lang.tr("result.ties", {{"how", tie_order_words(count.rule, lang)}});
  if (count.replaced) view.replaced = lang.tr("result.replaced");
  if (count.money == MoneyModel::kPurses && count.purse_final != count.purse_first && count.parts.size() < 2) {
    view.purse_words = lang.tr("result.purse", {{"first", lang.money(count.purse_first)},
                                                {"final", lang.money(count.purse_final)},
                                                {"budget", lang.money(round.budget)}});
  }
  fill_lists(round, count, lang, view);
  fill_money(state, round, count, lang, view);
  fill_rounds(round, count, lang, view);
  fill_figures(count, lang, view);
  view.fair = make_fair_view(state, round, count.rule, lang);
  view.how_title = lang.tr("result.how_title");
  view.how_name = rule;
  view.how_words = rule_about(count.rule.id, lang);
  view.replay_link = lang.tr("result.replay_link");
  view.compare_link = lang.tr("result.compare_link");
  view.rule_link = lang.tr("result.rule_link");
  view.recount_title = lang.tr("result.recount_title");
  view.recount_words = lang.tr("result.recount_words");
  view.recount_button = lang.tr("result.recount_button");
  view.recount_command = "stoepkrijt tally stemmen.pb " + command_of(count.rule);
}

void fill_waiting(const State& state, const model::Round& round, const Lang& lang, ResultView& view) {
  view.busy = busy_view(state, CountJob::Kind::kCount, lang);
  if (!view.busy.title.empty()) return;
  view.failed = state.counting.failed.has_value();
  view.stopped_title = lang.tr(view.failed ? "result.failed_title" : "result.stopped_title");
  view.stopped_words = view.failed ? lang.error(*state.counting.failed)
                                   : lang.tr("result.rule_will", {{"rule", rule_name(round.rule.id, lang)}});
  view.again_button = lang.count("result.count_button", state.urn->total());
  view.rule_link = lang.tr("result.rule_link");
}

}  // namespace

ResultView make_result_view(const State& state, const Lang& lang) {
  ResultView view;
  const model::Round* round = current_round(state);
  const std::int64_t votes = round == nullptr ? 0 : votes_here(state, *round);
  view.has_round = round != nullptr;
  view.has_votes = round != nullptr && votes > 0;
  if (!view.has_votes) {
    view.empty_title = lang.tr(round == nullptr ? "start.no_round_title" : "result.no_votes_title");
    view.empty_words = lang.tr(round == nullptr ? "start.no_round" : "result.no_votes");
    if (round != nullptr && station::round_of(state) != nullptr) {
      view.empty_title = lang.tr("result.sealed_title");
      view.empty_words = lang.tr("result.sealed", {{"day", lang.day(round->result_on)}});
    }
    view.page = make_page(state, lang, lang.tr("result.page"), view.empty_title + ". " + view.empty_words);
    return view;
  }
  const VoteStatus status = vote_status(state, *round);
  if (status == VoteStatus::kPractice) view.trial = lang.tr("result.practice");
  if (status == VoteStatus::kOpen || status == VoteStatus::kNotYet || status == VoteStatus::kNeedsCode) {
    view.trial = lang.tr("result.trial", {{"day", lang.day(round->closes)}});
  }
  view.counted = state.result != nullptr && state.result->round_id == round->id;
  if (!view.counted) fill_waiting(state, *round, lang, view);
  std::string read = view.trial;
  if (view.counted) {
    fill_counted(state, *round, lang, view);
    read = view.headline + ". " + view.spent + ", " + view.left + ". ";
    for (const ResultView::Row& row : view.winners) read += row.title + ", " + row.small + ". ";
    read += view.losers_title + ". ";
    for (const ResultView::Row& row : view.losers) read += row.title + ". " + row.reason + " ";
  }
  view.page = make_page(state, lang, lang.tr("result.page"), read);
  return view;
}

}  // namespace stoepkrijt::app
