#include "app/views/vote_read_points.hpp"

#include "app/choice.hpp"

namespace stoepkrijt::app {

namespace {

using Points = std::vector<VoteReadView::Point>;

void money_points(const model::Round& round, const Lang& lang, Points& out) {
  const std::string budget = lang.money(round.budget);
  const std::string tile = lang.money(tiles_of(round.budget).each);
  const auto plans = static_cast<std::int64_t>(round.plans.size());
  if (round.form.method == model::VoteMethod::kKnapsack) {
    out.push_back(
        {"coin-euro", lang.tr("vote.point_money", {{"amount", budget}}), lang.count("vote.point_money_words", plans)});
  } else {
    out.push_back({"circle-check", lang.tr("vote.point_approval"), lang.count("vote.point_approval_words", plans)});
    out.push_back(
        {"coin-euro", lang.tr("vote.point_budget", {{"amount", budget}}), lang.tr("vote.point_budget_words")});
  }
  out.push_back({"plus", lang.tr("vote.point_tile", {{"amount", tile}}), lang.tr("vote.point_tile_words")});
}

void given_points(const State& state, const model::Round& round, const Lang& lang, Points& out) {
  const std::string budget = lang.money(round.budget);
  const std::string all = points_words(round.form, round.form.points, lang);
  if (round.form.method == model::VoteMethod::kPoints) {
    out.push_back({"plus", lang.tr("vote.point_points", {{"n", all}}), lang.tr("vote.point_points_words")});
    out.push_back(
        {"coin-euro", lang.tr("vote.point_budget", {{"amount", budget}}), lang.tr("vote.point_points_money")});
  } else {
    const VoucherWorth worth = voucher_worth(state, round);
    out.push_back({"plus", lang.tr("vote.point_points", {{"n", all}}),
                   lang.tr("vote.point_vouchers_words", {{"amount", budget}})});
    out.push_back({"coin-euro", lang.tr("vote.point_worth", {{"amount", lang.money(worth.each)}}),
                   lang.tr("vote.point_worth_words", {{"voters", lang.number(worth.voters)}})});
  }
  if (round.form.most_per_plan > 0) {
    const std::string most = points_words(round.form, round.form.most_per_plan, lang);
    out.push_back({"info-circle", lang.tr("vote.point_per_plan", {{"n", most}}), lang.tr("vote.point_per_plan_words")});
  }
}

}  // namespace

Points read_points(const State& state, const model::Round& round, const Lang& lang) {
  Points out;
  if (model::gives_points(round.form.method)) {
    given_points(state, round, lang, out);
  } else if (round.form.method == model::VoteMethod::kRanking) {
    out.push_back({"list-details", lang.tr("vote.point_ranking"), lang.tr("vote.point_ranking_words")});
    out.push_back({"coin-euro", lang.tr("vote.point_budget", {{"amount", lang.money(round.budget)}}),
                   lang.tr("vote.point_ranking_money")});
  } else {
    money_points(round, lang, out);
  }
  if (round.form.most_plans > 0) {
    out.push_back({"info-circle", lang.count("vote.point_most_plans", round.form.most_plans),
                   lang.tr("vote.point_most_plans_words")});
  }
  out.push_back({"lock", lang.tr("vote.point_secret"), lang.tr("vote.point_secret_words")});
  out.push_back({"mail-check", lang.tr("vote.point_final"), lang.tr("vote.point_final_words")});
  out.push_back({"circle", lang.tr("vote.point_blank"), lang.tr("vote.point_blank_words")});
  return out;
}

}  // namespace stoepkrijt::app
