#include "app/views/plan_view.hpp"

#include <algorithm>

#include "app/choice.hpp"
#include "app/count.hpp"

namespace stoepkrijt::app {

namespace {

/// What else must be known of a plan that does not stand alone, or can be done smaller.
void fill_links(const model::Round& round, const model::Plan& plan, const Lang& lang, PlanView& view) {
  const auto named = [&](const std::string& id) {
    const auto at = std::find_if(round.plans.begin(), round.plans.end(), [&](const auto& p) { return p.id == id; });
    return at == round.plans.end() ? id : lang.of(at->title);
  };
  for (const model::Plan& other : round.plans) {
    const bool mine = std::find(plan.excludes.begin(), plan.excludes.end(), other.id) != plan.excludes.end();
    const bool theirs = std::find(other.excludes.begin(), other.excludes.end(), plan.id) != other.excludes.end();
    if (mine || theirs) view.lines.push_back({lang.tr("plan.excludes"), lang.of(other.title)});
  }
  for (const std::string& id : plan.requires_plans) view.lines.push_back({lang.tr("plan.requires"), named(id)});
  if (plan.least_cost.cents > 0 && round.part_funding) {
    view.lines.push_back(
        {lang.tr("plan.smaller"), lang.tr("plan.smaller_from", {{"amount", lang.money(plan.least_cost)}})});
  }
}

void fill_lines(const model::Plan& plan, const Lang& lang, PlanView& view) {
  view.lines.push_back({lang.tr("plan.cost"), view.plan.price});
  if (plan.own_people > 0 || plan.own_hours > 0) {
    view.lines.push_back({lang.tr("plan.own"), lang.count("plan.own_people", plan.own_people) + ", " +
                                                   lang.count("plan.own_hours", plan.own_hours)});
  }
  if (plan.third_party.cents > 0) {
    view.lines.push_back({plan.third_party_who.empty()
                              ? lang.tr("plan.third_party")
                              : lang.tr("plan.third_party_of", {{"who", plan.third_party_who}}),
                          lang.money(plan.third_party)});
  }
  if (plan.support_of > 0) {
    view.lines.push_back(
        {lang.tr("plan.support"), lang.tr("plan.support_value", {{"n", lang.number(plan.support_households)},
                                                                 {"of", lang.number(plan.support_of)}})});
  }
}

void fill_checks(const model::Plan& plan, const Lang& lang, PlanView& view) {
  std::size_t met = 0;
  for (std::size_t i = 0; i < plan.checks.size(); ++i) {
    const model::RuleCheck& check = plan.checks[i];
    met += check.met ? 1U : 0U;
    view.checks.push_back({lang.tr("plan.check_" + std::to_string(i + 1)), check.reason,
                           lang.tr(check.met ? "plan.check_yes" : "plan.check_no"), check.met});
  }
  view.checks_title = lang.tr("plan.checks");
  view.checks_all = met == plan.checks.size();
  view.checks_count =
      lang.tr("plan.checks_count", {{"n", std::to_string(met)}, {"of", std::to_string(plan.checks.size())}});
  view.checks_open = lang.tr("plan.checks_open");
  view.checks_close = lang.tr("plan.checks_close");
}

void fill_by_money(const State& state, const model::Round& round, const Lang& lang, PlanView& view) {
  const bool limited = view.method == model::VoteMethod::kKnapsack;
  const Money together = chosen_cost(state);
  const Money left = minus(round.budget, together);
  const Money after = minus(left, view.plan.cost);
  const Money with_it = view.plan.chosen ? together : together.plus(view.plan.cost).value_or(together);
  view.button = lang.tr(view.plan.chosen ? "plan.remove" : "plan.choose");
  if (!limited) {
    view.fits = lang.tr(view.plan.chosen ? "plan.chosen_together" : "plan.then_together",
                        {{"amount", lang.money(with_it)}, {"budget", lang.money(round.budget)}});
  } else if (view.plan.chosen) {
    view.fits = lang.tr("plan.chosen_left", {{"amount", lang.money(left)}});
  } else if (view.fits_budget) {
    view.fits = lang.tr("plan.fits", {{"amount", lang.money(after)}});
  } else if (after.cents >= 0) {  // it fits, but there are plans enough
    view.fits = view.plan.limit;
    view.button = lang.tr("plan.not_now");
  } else {
    view.fits = lang.tr("plan.does_not_fit", {{"amount", lang.money(Money{-after.cents})}});
    view.button = lang.tr("vote.does_not_fit", {{"amount", lang.money(Money{-after.cents})}});
  }
}

void fill_how_to_choose(const State& state, const model::Round& round, const Lang& lang, PlanView& view) {
  const VoteStatus status = vote_status(state, round);
  view.can_choose = may_vote(status);
  if (status == VoteStatus::kNeedsCode) {
    view.fits = lang.tr("station.needs_code");
    return;
  }
  if (!view.can_choose) {
    view.fits = lang.tr(status == VoteStatus::kNotYet ? "plan.not_open_yet" : "plan.not_open",
                        {{"day", lang.day(status == VoteStatus::kNotYet ? round.opens : round.closes)}});
    return;
  }
  view.method = round.form.method;
  view.fits_budget = view.plan.chosen || view.plan.limit.empty();
  switch (view.method) {
    case model::VoteMethod::kKnapsack:
    case model::VoteMethod::kApproval:
      fill_by_money(state, round, lang, view);
      break;
    case model::VoteMethod::kPoints:
    case model::VoteMethod::kVouchers: {
      const std::string left = points_words(round.form, choice_of(state, round).points_left, lang);
      view.fits =
          view.plan.points == 0 && !view.fits_budget ? view.plan.limit : lang.tr("plan.points_left", {{"left", left}});
      break;
    }
    case model::VoteMethod::kRanking: {
      const auto ranked = static_cast<std::int64_t>(state.ballot.chosen.size());
      const auto place = static_cast<std::int64_t>(view.plan.chosen ? view.plan.place : state.ballot.chosen.size() + 1);
      view.fits = view.plan.chosen ? lang.tr("plan.ranked", {{"n", lang.number(place)}, {"of", lang.number(ranked)}})
                                   : lang.tr("plan.not_ranked");
      view.button = view.plan.chosen ? lang.tr("plan.remove") : lang.tr("plan.rank_at", {{"n", lang.number(place)}});
      break;
    }
  }
  if (!view.fits_budget && view.method != model::VoteMethod::kKnapsack) {
    view.fits = view.plan.limit;
    view.button = lang.tr("plan.not_now");
  }
  view.choice_link = lang.count("plan.choice_link", static_cast<std::int64_t>(state.ballot.chosen.size()));
}

}  // namespace

PlanView make_plan_view(const State& state, const Lang& lang) {
  PlanView view;
  const model::Round* round = current_round(state);
  const model::Plan* plan = round == nullptr ? nullptr : find_plan(*round, state.route.id);
  if (plan == nullptr) {
    view.not_found_title = lang.tr("plan.not_found_title");
    view.not_found_words = lang.tr("plan.not_found");
    view.page = make_page(state, lang, lang.tr("plan.page"), view.not_found_words);
    return view;
  }
  view.found = true;
  view.plan = plan_item(state, *round, *plan, lang);
  view.place = plan->place;
  view.map_name = lang.tr("plan.map_name");
  view.map_words = lang.tr("plan.map_words", {{"plan", view.plan.title}, {"buurt", view.plan.buurt}});
  view.description = lang.of(plan->description);
  if (!plan->proposer.empty()) view.by_words = lang.tr("plan.by", {{"who", plan->proposer}});
  view.own_words = plan->own_words;
  fill_lines(*plan, lang, view);
  fill_links(*round, *plan, lang, view);
  fill_checks(*plan, lang, view);
  fill_how_to_choose(state, *round, lang, view);
  if (state.result != nullptr) view.why_link = lang.tr("plan.why_link");
  const auto number =
      std::find_if(round->plans.begin(), round->plans.end(), [&](const model::Plan& p) { return p.id == plan->id; }) -
      round->plans.begin() + 1;
  view.page = make_page(state, lang,
                        lang.tr("plan.page_of", {{"n", lang.number(number)},
                                                 {"of", lang.number(static_cast<std::int64_t>(round->plans.size()))}}),
                        view.plan.title + ". " + view.plan.summary + " " + view.description + " " +
                            lang.tr("plan.read_cost", {{"amount", view.plan.price}}));
  return view;
}

}  // namespace stoepkrijt::app
