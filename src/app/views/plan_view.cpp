#include "app/views/plan_view.hpp"

#include <algorithm>

#include "app/count.hpp"

namespace stoepkrijt::app {

namespace {

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

void fill_choice(const State& state, const model::Round& round, const Lang& lang, PlanView& view) {
  const VoteStatus status = vote_status(state, round);
  view.can_choose = may_vote(status);
  if (!view.can_choose) {
    view.fits = lang.tr(status == VoteStatus::kNotYet ? "plan.not_open_yet" : "plan.not_open",
                        {{"day", lang.day(status == VoteStatus::kNotYet ? round.opens : round.closes)}});
    return;
  }
  const Money left = minus(round.budget, chosen_cost(state));
  const Money after = minus(left, view.plan.cost);
  view.fits_budget = view.plan.chosen || after.cents >= 0;
  if (view.plan.chosen) {
    view.fits = lang.tr("plan.chosen_left", {{"amount", lang.money(left)}});
    view.button = lang.tr("plan.remove");
  } else if (view.fits_budget) {
    view.fits = lang.tr("plan.fits", {{"amount", lang.money(after)}});
    view.button = lang.tr("plan.choose");
  } else {
    view.fits = lang.tr("plan.does_not_fit", {{"amount", lang.money(Money{-after.cents})}});
    view.button = lang.tr("vote.does_not_fit", {{"amount", lang.money(Money{-after.cents})}});
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
  fill_checks(*plan, lang, view);
  fill_choice(state, *round, lang, view);
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
