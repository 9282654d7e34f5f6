#include "app/views/replay_view.hpp"

#include <algorithm>
#include <utility>

namespace stoepkrijt::app {

namespace {

// Winners in order of choosing; where plans have turns in one order, also those that did not fit at theirs.
std::vector<const PlanCount*> order_of(const RuleCount& count) {
  std::vector<const PlanCount*> order;
  for (const std::string& id : count.winners) {
    if (const PlanCount* p = find_count(count, id)) order.push_back(p);
  }
  if (count.money != MoneyModel::kBudget || !count.rule.id.starts_with(kRuleGreedy)) return order;
  for (const PlanCount& p : count.plans) {
    if (p.fate == Fate::kDoesNotFit || p.fate == Fate::kTooDear) order.push_back(&p);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const PlanCount* a, const PlanCount* b) { return a->turn < b->turn; });
  return order;
}

std::string step_words(const RuleCount& count, const PlanCount& p, const model::Plan& plan, const Lang& lang) {
  const std::string cost = lang.money(p.fate == Fate::kChosen ? p.gets : plan.cost);
  if (p.fate != Fate::kChosen) {
    return lang.tr("replay.skipped", {{"left", lang.money(p.left_before)}, {"cost", cost}});
  }
  if (p.filled) return lang.tr("replay.filled", {{"cost", cost}});
  if (count.money == MoneyModel::kBudget) {
    return count.rule.id.starts_with(kRuleGreedy) || count.replaced
               ? lang.tr("replay.fits", {{"left", lang.money(p.left_before)}, {"cost", cost}})
               : lang.tr("replay.in_set", {{"cost", cost}});
  }
  const std::int64_t payers = p.pay_share + p.pay_rest;
  const std::string share = lang.money(p.share);
  if (count.money == MoneyModel::kLoads) return lang.count("replay.loads", payers, {{"cost", cost}, {"share", share}});
  return lang.count(p.pay_rest == 0 ? "replay.pay_same" : "replay.pay_most", payers,
                    {{"cost", cost}, {"share", share}});
}

void add_purses(const model::Round& round, const RuleCount& count, const PlanCount& p, const Lang& lang,
                ReplayStep& step) {
  if (count.money != MoneyModel::kPurses || p.filled || p.fate != Fate::kChosen) return;
  for (const PurseBand& band : p.bands) {
    if (band.paid.cents <= 0) continue;
    PurseBandView view = make_band(round, purse_of(count, p), band, lang);
    view.people = lang.count("replay.people_pay", band.people, {{"amount", lang.money(band.paid)}});
    const double all = static_cast<double>(purse_of(count, p).cents) * static_cast<double>(band.people);
    step.paid.push_back(all <= 0 ? 0.0F : static_cast<float>(static_cast<double>(band.paid.cents) / all));
    step.before.push_back(std::move(view));
  }
}

void fill_steps(const model::Round& round, const RuleCount& count, const Lang& lang, ReplayView& view) {
  const std::vector<const PlanCount*> order = order_of(count);
  Money used;
  for (const PlanCount* p : order) {
    const model::Plan* plan = find_plan(round, p->plan_id);
    if (plan == nullptr) continue;
    ReplayStep step;
    step.plan_id = p->plan_id;
    step.title = lang.of(plan->title);
    step.theme = theme_number(plan->theme);
    step.icon = plan->icon.empty() ? std::string(theme_icon(plan->theme)) : plan->icon;
    step.chosen = p->fate == Fate::kChosen;
    step.amount = lang.money(step.chosen ? p->gets : plan->cost);
    step.words = step_words(count, *p, *plan, lang);
    step.from = share_of(used, round.budget);
    if (step.chosen) {
      step.share = share_of(p->gets, round.budget);
      used = used.plus(p->gets).value_or(used);
    }
    step.left = lang.tr("replay.left", {{"amount", lang.money(minus(round.budget, used))}});
    add_purses(round, count, *p, lang, step);
    view.steps.push_back(std::move(step));
  }
  const std::string total = lang.number(static_cast<std::int64_t>(view.steps.size()));
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    view.steps[i].label = lang.tr("replay.step", {{"n", lang.number(static_cast<std::int64_t>(i) + 1)}, {"of", total}});
  }
}

}  // namespace

ReplayView make_replay_view(const State& state, const Lang& lang) {
  ReplayView view;
  const model::Round* round = current_round(state);
  view.found = round != nullptr && state.result != nullptr && state.result->round_id == round->id;
  if (!view.found) {
    view.busy = busy_view(state, CountJob::Kind::kCount, lang);
    view.empty_title = lang.tr("why.not_counted_title");
    view.empty_words = lang.tr("why.not_counted");
    view.empty_button = lang.tr("why.to_result");
    view.page = make_page(state, lang, lang.tr("replay.page"), view.empty_words);
    return view;
  }
  const RuleCount& count = state.result->counted;
  view.title = rule_name(count.rule.id, lang);
  view.words = rounds_words(count, lang);
  if (count.money == MoneyModel::kPurses) {
    view.legend = count.parts.size() > 1 ? lang.tr("replay.legend_parts")
                                         : lang.tr("replay.legend", {{"amount", lang.money(count.purse_final)}});
  }
  fill_steps(*round, count, lang, view);
  view.end_title = lang.count("result.headline", static_cast<std::int64_t>(count.winners.size()));
  view.end_words = lang.tr("result.spent", {{"amount", lang.money(count.spent)}}) + ", " +
                   lang.tr("result.left", {{"amount", lang.money(count.left)}}) + ".";
  view.steps_title = lang.tr("replay.steps");
  view.steps_count = lang.count("replay.count", static_cast<std::int64_t>(view.steps.size()));
  view.play = lang.tr("replay.play");
  view.pause = lang.tr("replay.pause");
  view.again = lang.tr("replay.again");
  view.next = lang.tr("replay.next");
  view.previous = lang.tr("replay.previous");
  view.slower = lang.tr("replay.slow");
  view.faster = lang.tr("replay.fast");
  view.bar_name = view.end_words;
  std::string read = view.words + " ";
  for (const ReplayStep& step : view.steps) read += step.label + ". " + step.title + ". " + step.words + " ";
  view.page = make_page(state, lang, lang.tr("replay.page"), read + view.end_words);
  return view;
}

}  // namespace stoepkrijt::app
