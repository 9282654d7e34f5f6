#include "app/views/choice_words.hpp"

#include <algorithm>
#include <utility>

#include "app/choice.hpp"

namespace stoepkrijt::app {

namespace {

using model::VoteMethod;

void fill_points(const State& state, const model::Round& round, const model::Plan& plan, const Lang& lang,
                 PlanItem& item) {
  const bool vouchers = round.form.method == VoteMethod::kVouchers;
  item.points = points_on(state.ballot, plan.id);
  item.most_points = most_points(state, round, plan);
  const std::string words = points_words(round.form, item.points, lang);
  item.points_words = lang.count(vouchers ? "vote.voucher_word" : "vote.point_word", item.points);
  item.slider_name = lang.tr(vouchers ? "vote.vouchers_for" : "vote.points_for", {{"plan", item.title}});
  item.less_name = lang.tr(vouchers ? "vote.voucher_less" : "vote.point_less", {{"plan", item.title}});
  item.more_name = lang.tr(vouchers ? "vote.voucher_more" : "vote.point_more", {{"plan", item.title}});
  if (vouchers && item.points > 0) {
    item.worth = lang.tr("vote.about", {{"amount", lang.money(vouchers_worth(state, round, item.points))}});
  }
}

void fill_rank(const State& state, const Lang& lang, PlanItem& item) {
  const auto place = place_of(state.ballot, item.id);
  if (!place) {
    const std::string n = lang.number(static_cast<std::int64_t>(state.ballot.chosen.size()) + 1);
    item.choose_name = lang.tr("vote.rank_name", {{"plan", item.title}, {"n", n}});
    return;
  }
  item.place = *place + 1;
  item.last_place = item.place == state.ballot.chosen.size();
  item.up_name = lang.tr("vote.rank_up", {{"plan", item.title}});
  item.down_name = lang.tr("vote.rank_down", {{"plan", item.title}});
  item.out_name = lang.tr("vote.remove_name", {{"plan", item.title}});
}

/// Blocks of the chosen plans by their cost, on a bar that grows by whole tiles when they cost more than there is.
void fill_money_parts(const State& state, const model::Round& round, const Choice& choice, const Lang& lang,
                      Purse& purse) {
  const std::int64_t each = std::max<std::int64_t>(1, purse.tiles.each.cents);
  const bool limited = round.form.method == VoteMethod::kKnapsack;
  if (!limited && choice.cost > round.budget) {
    purse.tiles.count = static_cast<int>(std::min<std::int64_t>(60, (choice.cost.cents + each - 1) / each));
  }
  const Money whole = limited || choice.cost <= round.budget ? round.budget : Money{each * purse.tiles.count};
  for (const std::string& id : state.ballot.chosen) {
    const model::Plan* plan = find_plan(round, id);
    if (plan == nullptr) continue;
    purse.parts.push_back({theme_number(plan->theme), share_of(plan->cost, whole),
                           plan->icon.empty() ? std::string(theme_icon(plan->theme)) : plan->icon,
                           lang.of(plan->title)});
  }
}

void fill_knapsack(const model::Round& round, const Choice& choice, const Lang& lang, Purse& purse) {
  const Money left = choice.money_left;
  purse.over = left.cents < 0;
  purse.left_amount = lang.money(purse.over ? Money{-left.cents} : left);
  purse.left_word = lang.tr(purse.over ? "vote.too_much" : left.cents == 0 ? "vote.all_used" : "vote.left");
  purse.of_words = lang.tr("vote.of", {{"amount", lang.money(round.budget)}});
  purse.together = lang.money(choice.cost);
  purse.name = lang.tr(purse.over ? "vote.meter_over" : "vote.meter",
                       {{"used", purse.together}, {"left", purse.left_amount}, {"budget", lang.money(round.budget)}});
  if (!purse.over) purse.strip = "**" + purse.left_amount + "** " + lang.tr("vote.left") + " " + purse.of_words;
}

void fill_approval(const model::Round& round, const Choice& choice, const Lang& lang, Purse& purse) {
  purse.left_amount = purse.together = lang.money(choice.cost);
  purse.left_word = lang.tr("vote.together_cost");
  purse.of_words = lang.tr("vote.there_is", {{"amount", lang.money(round.budget)}});
  purse.name =
      lang.count("vote.meter_approval", choice.plans, {{"used", purse.together}, {"budget", lang.money(round.budget)}});
  if (choice.money_left.cents < 0) {
    purse.small = lang.tr("vote.more_is_fine");
    purse.name += " " + purse.small;
  }
  purse.strip = lang.tr("vote.strip_cost", {{"amount", purse.together}, {"budget", lang.money(round.budget)}});
}

void fill_ranking(const model::Round& round, const Choice& choice, const Lang& lang, Purse& purse) {
  purse.left_amount = lang.number(choice.plans);
  purse.left_word = lang.count("vote.ranked", choice.plans);
  purse.of_words = lang.tr("vote.of", {{"amount", lang.number(static_cast<std::int64_t>(round.plans.size()))}});
  purse.small =
      lang.tr("vote.together_of", {{"amount", lang.money(choice.cost)}, {"budget", lang.money(round.budget)}});
  purse.together = lang.money(choice.cost);
  purse.strip = lang.tr("vote.strip_cost", {{"amount", purse.together}, {"budget", lang.money(round.budget)}});
  purse.name = lang.tr("vote.meter_ranking", {{"n", purse.left_amount},
                                              {"of", lang.number(static_cast<std::int64_t>(round.plans.size()))},
                                              {"words", purse.small}});
}

void fill_given(const State& state, const model::Round& round, const Choice& choice, const Lang& lang, Purse& purse) {
  const bool vouchers = round.form.method == VoteMethod::kVouchers;
  const std::int64_t all = round.form.points;
  const auto words = [&](std::int64_t n) { return points_words(round.form, n, lang); };
  purse.over = choice.points_left < 0;
  const std::int64_t left = purse.over ? -choice.points_left : choice.points_left;
  purse.left_amount = lang.number(left);
  purse.left_word = lang.count(vouchers ? (purse.over  ? "vote.vouchers_over_limit"
                                           : left == 0 ? "vote.vouchers_all"
                                                       : "vote.vouchers_left")
                                        : (purse.over  ? "vote.points_over_limit"
                                           : left == 0 ? "vote.points_all"
                                                       : "vote.points_left"),
                               left);
  purse.of_words = lang.tr("vote.of", {{"amount", words(all)}});
  purse.together = words(choice.points);
  purse.name =
      lang.tr("vote.meter_points", {{"used", lang.number(choice.points)}, {"all", words(all)}, {"left", words(left)}});
  if (vouchers) {
    const VoucherWorth worth = voucher_worth(state, round);
    purse.small =
        lang.tr("vote.voucher_worth", {{"amount", lang.money(worth.each)}, {"voters", lang.number(worth.voters)}});
  } else {
    purse.small = lang.tr("vote.budget_is", {{"amount", lang.money(round.budget)}});
  }
  purse.name += " " + purse.small;
  purse.tiles.count = all <= 20 ? static_cast<int>(all) : 10;
  for (const std::string& id : state.ballot.chosen) {
    const model::Plan* plan = find_plan(round, id);
    if (plan == nullptr) continue;
    purse.parts.push_back({theme_number(plan->theme), share_of(Money{points_on(state.ballot, id)}, Money{all}),
                           plan->icon.empty() ? std::string(theme_icon(plan->theme)) : plan->icon,
                           lang.of(plan->title)});
  }
}

}  // namespace

void fill_choice(const State& state, const model::Round& round, const model::Plan& plan, const Lang& lang,
                 PlanItem& item) {
  item.chosen = place_of(state.ballot, plan.id).has_value();
  item.choose_name = lang.tr(item.chosen ? "vote.remove_name" : "vote.choose_name", {{"plan", item.title}});
  const Limit limit = limit_for(state, round, plan);
  item.limit = limit_words(limit, state, round, plan, lang);
  if (limit == Limit::kMoney) {
    const Money short_of = minus(plan.cost, choice_of(state, round).money_left);
    item.reason = lang.tr("vote.does_not_fit", {{"amount", lang.money(short_of)}});
  } else if (limit == Limit::kPlans || limit == Limit::kPerPlan) {
    item.reason = item.limit;
  }
  if (model::gives_points(round.form.method)) fill_points(state, round, plan, lang, item);
  if (round.form.method == VoteMethod::kRanking) fill_rank(state, lang, item);
}

Purse make_purse(const State& state, const model::Round& round, const Lang& lang) {
  Purse purse;
  purse.tiles = tiles_of(round.budget);
  purse.tile_words = lang.tr("vote.tile", {{"amount", lang.money(purse.tiles.each)}});
  const Choice choice = choice_of(state, round);
  switch (round.form.method) {
    case VoteMethod::kKnapsack:
      fill_money_parts(state, round, choice, lang, purse);
      fill_knapsack(round, choice, lang, purse);
      break;
    case VoteMethod::kApproval:
      fill_money_parts(state, round, choice, lang, purse);
      fill_approval(round, choice, lang, purse);
      break;
    case VoteMethod::kRanking:
      fill_money_parts(state, round, choice, lang, purse);
      fill_ranking(round, choice, lang, purse);
      break;
    case VoteMethod::kPoints:
    case VoteMethod::kVouchers:
      fill_given(state, round, choice, lang, purse);
      break;
  }
  if (purse.strip.empty()) purse.strip = "**" + purse.left_amount + "** " + purse.left_word;
  return purse;
}

}  // namespace stoepkrijt::app
