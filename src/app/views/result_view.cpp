#include "app/views/result_view.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace stoepkrijt::app {

namespace {

void fill_rules(const State& state, const Lang& lang, ResultView& view) {
  view.rule_title = lang.tr("result.rule_title");
  for (const std::string_view rule : {kRuleEqualShares, kRuleGreedy}) {
    view.rules.push_back({std::string(rule), rule_name(rule, lang),
                          lang.tr(rule == kRuleGreedy ? "result.rule_greedy_words" : "result.rule_shares_words"),
                          state.rule == rule});
  }
  view.count_button = lang.count("result.count_button", state.urn->total());
  view.count_words = lang.tr("result.count_words");
}

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
    view.bar.push_back({theme_number(plan->theme), share_of(plan->cost, round.budget),
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

void fill_money(const State& state, const model::Round& round, const RuleCount& count, const Lang& lang,
                ResultView& view) {
  std::array<Money, model::kThemeCount> themes{};
  std::map<std::string, Money> buurten;
  for (const std::string& id : count.winners) {
    const model::Plan* plan = find_plan(round, id);
    if (plan == nullptr) continue;
    Money& theme = themes[static_cast<std::size_t>(plan->theme)];
    theme = theme.plus(plan->cost).value_or(theme);
    Money& buurt = buurten[plan->buurt];
    buurt = buurt.plus(plan->cost).value_or(buurt);
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
}

void fill_rounds(const model::Round& round, const RuleCount& count, const Lang& lang, ResultView& view) {
  const bool shares = count.rule == kRuleEqualShares;
  view.rounds_title = lang.tr("result.rounds");
  view.rounds_words = lang.tr(shares ? "result.rounds_shares" : "result.rounds_greedy");
  view.col_plan = lang.tr("result.col_plan");
  view.col_votes = lang.tr("result.col_votes");
  view.col_per_person = lang.tr(shares ? "result.col_per_person" : "result.col_left");
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
    row.per_person = !shares                 ? lang.money(figures->left_before)
                     : figures->pay_rest > 0 ? lang.tr("result.at_most", {{"amount", lang.money(figures->share)}})
                                             : lang.money(figures->share);
    row.amount = lang.money(plan->cost);
    row.theme = theme_number(plan->theme);
    row.icon = plan->icon.empty() ? std::string(theme_icon(plan->theme)) : plan->icon;
    row.from = share_of(used, round.budget);
    row.share = share_of(plan->cost, round.budget);
    used = used.plus(plan->cost).value_or(used);
    view.rounds.push_back(std::move(row));
  }
  view.left_from = share_of(used, round.budget);
}

void fill_counted(const State& state, const model::Round& round, const Lang& lang, ResultView& view) {
  const CountResult& result = *state.result;
  const RuleCount& count = result.counted;
  const std::string rule = rule_name(count.rule, lang);
  view.subline = lang.count("result.votes", result.ballots) + " · " + lang.tr("result.subline", {{"rule", rule}});
  if (result.blank > 0) {
    view.subline = lang.count("result.votes_blank", result.ballots, {{"blank", lang.number(result.blank)}}) + " · " +
                   lang.tr("result.subline", {{"rule", rule}});
  }
  view.headline = lang.count("result.headline", static_cast<std::int64_t>(count.winners.size()));
  view.spent = lang.tr("result.spent", {{"amount", lang.money(count.spent)}});
  view.left = lang.tr("result.left", {{"amount", lang.money(count.left)}});
  view.bar_name = view.spent + ", " + view.left;
  if (count.ties) view.ties = lang.tr("result.ties");
  if (count.rule == kRuleEqualShares && count.purse_final != count.purse_first) {
    view.purse_words = lang.tr("result.purse", {{"first", lang.money(count.purse_first)},
                                                {"final", lang.money(count.purse_final)},
                                                {"budget", lang.money(round.budget)}});
  }
  fill_lists(round, count, lang, view);
  fill_money(state, round, count, lang, view);
  fill_rounds(round, count, lang, view);
  view.compare_link = lang.tr("result.compare_link");
  view.recount_title = lang.tr("result.recount_title");
  view.recount_words = lang.tr("result.recount_words");
  view.recount_button = lang.tr("result.recount_button");
  view.recount_command = count.rule == kRuleEqualShares
                             ? "stoepkrijt tally stemmen.pb --rule equal-shares --completion add1"
                             : "stoepkrijt tally stemmen.pb --rule greedy --min-votes 1";
}

}  // namespace

std::string rule_name(std::string_view rule, const Lang& lang) {
  return lang.tr(rule == kRuleGreedy ? "result.rule_greedy" : "result.rule_shares");
}

std::string loser_words(const PlanCount& plan, const model::Plan& of, const Lang& lang) {
  switch (plan.fate) {
    case Fate::kChosen:
      return {};
    case Fate::kNoVotes:
      return lang.tr("result.why_no_votes");
    case Fate::kTooLittleLeft:
      return lang.tr("result.why_too_little", {{"have", lang.money(plan.have)}, {"cost", lang.money(of.cost)}});
    case Fate::kDoesNotFit:
      return lang.tr("result.why_does_not_fit",
                     {{"left", lang.money(plan.left_before)}, {"cost", lang.money(of.cost)}});
  }
  return {};
}

ResultView make_result_view(const State& state, const Lang& lang) {
  ResultView view;
  const model::Round* round = current_round(state);
  const std::int64_t votes = state.urn == nullptr ? 0 : state.urn->total();
  view.has_round = round != nullptr;
  view.has_votes = round != nullptr && votes > 0;
  if (!view.has_votes) {
    view.empty_title = lang.tr(round == nullptr ? "start.no_round_title" : "result.no_votes_title");
    view.empty_words = lang.tr(round == nullptr ? "start.no_round" : "result.no_votes");
    view.page = make_page(state, lang, lang.tr("result.page"), view.empty_title + ". " + view.empty_words);
    return view;
  }
  fill_rules(state, lang, view);
  const VoteStatus status = vote_status(state, *round);
  if (status == VoteStatus::kPractice) view.trial = lang.tr("result.practice");
  if (status == VoteStatus::kOpen || status == VoteStatus::kNotYet) {
    view.trial = lang.tr("result.trial", {{"day", lang.day(round->closes)}});
  }
  view.counted = state.result != nullptr && state.result->round_id == round->id;
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
