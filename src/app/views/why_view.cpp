#include "app/views/why_view.hpp"

#include <algorithm>
#include <utility>

#include "app/views/why_steps.hpp"

namespace stoepkrijt::app {

namespace {

std::string plan_title(const model::Round& round, std::string_view id, const Lang& lang) {
  const model::Plan* plan = find_plan(round, id);
  return plan == nullptr ? std::string(id) : lang.of(plan->title);
}

// Chosen with what the rule itself had left.
void filled_steps(const PlanCount& p, const Lang& lang, WhyView& view) {
  view.steps.push_back(people_step(p, "", lang));
  WhyStep step;
  step.title = lang.tr("why.filled_title");
  step.text = lang.tr("why.filled", {{"amount", lang.money(p.gets)}});
  view.steps.push_back(std::move(step));
}

// No order of plans decides: the best set as a whole.
void best_set_steps(const PlanCount& p, const Lang& lang, WhyView& view) {
  view.steps.push_back(people_step(p, "", lang));
  WhyStep step;
  step.title = lang.tr("why.best_title");
  step.text = lang.tr(view.won ? "why.best_in" : "why.best_out");
  view.steps.push_back(std::move(step));
}

WhyStep ranking_step(const model::Round& round, const RuleCount& count, std::string_view self, const Lang& lang) {
  WhyStep step;
  step.title = lang.tr("why.ranking_title");
  step.text = lang.tr("why.ranking");
  step.picture = WhyStep::Picture::kRanking;
  std::vector<const PlanCount*> order;
  for (const PlanCount& p : count.plans) {
    if (p.fate != Fate::kNoVotes) order.push_back(&p);
  }
  std::sort(order.begin(), order.end(), [](const PlanCount* a, const PlanCount* b) { return a->turn < b->turn; });
  for (const PlanCount* p : order) {
    const model::Plan* plan = find_plan(round, p->plan_id);
    if (plan == nullptr) continue;
    const bool chosen = p->fate == Fate::kChosen;
    step.ranking.push_back({std::to_string(p->turn), lang.of(plan->title), lang.count("result.votes", p->votes),
                            lang.money(plan->cost), lang.tr(chosen ? "why.state_yes" : "why.state_no"),
                            plan->icon.empty() ? std::string(theme_icon(plan->theme)) : plan->icon,
                            theme_number(plan->theme), chosen, plan->id == self});
  }
  step.ranking_count = lang.count("plans.count", static_cast<std::int64_t>(step.ranking.size()));
  step.picture_name = step.title;
  return step;
}

void greedy_steps(const model::Round& round, const CountResult& result, const model::Plan& plan, const PlanCount& p,
                  const Lang& lang, WhyView& view) {
  const std::string cost = lang.money(plan.cost);
  WhyStep people;
  people.title = lang.count("why.chose", p.votes);
  people.text = lang.tr("why.greedy_place", {{"place", lang.number(p.turn)}});
  add_dots(p.votes, lang, people);
  view.steps.push_back(std::move(people));
  view.steps.push_back(ranking_step(round, result.counted, plan.id, lang));
  if (p.fate != Fate::kChosen && p.fate != Fate::kDoesNotFit) {
    view.steps.push_back(reason_step(p, plan, lang));
    return;
  }
  WhyStep turn;
  turn.text = lang.tr("why.turn", {{"left", lang.money(p.left_before)}, {"cost", cost}});
  if (p.fate == Fate::kChosen) {
    turn.title = lang.tr("why.turn_fits");
    turn.picture = WhyStep::Picture::kPaid;
    turn.theme = view.theme;
    turn.bar_words = lang.money(p.left_before) + " − " + cost + " = " + lang.money(minus(p.left_before, p.gets));
    turn.foot_left = lang.tr("why.needed", {{"amount", cost}});
    turn.foot_right = lang.tr("why.enough_short");
    turn.foot_good = true;
  } else {
    const Money shortfall = minus(plan.cost, p.left_before);
    turn.title = lang.tr("why.turn_no");
    turn.picture = WhyStep::Picture::kShortfall;
    turn.have_share = share_of(p.left_before, plan.cost);
    turn.bar_words = lang.money(p.left_before);
    turn.short_words = lang.tr("why.short", {{"amount", lang.money(shortfall)}});
    turn.foot_left = lang.tr("why.budget_left");
    turn.foot_right = lang.tr("why.needed", {{"amount", cost}});
    turn.picture_name =
        lang.tr("why.short_name", {{"have", turn.bar_words}, {"cost", cost}, {"short", lang.money(shortfall)}});
  }
  view.steps.push_back(std::move(turn));
}

void fill_help(const State& state, const PlanCount& p, const Lang& lang, WhyView& view) {
  const auto& running = state.counting.running;
  if (p.fate != Fate::kChosen && running && running->kind == CountJob::Kind::kHelp && running->plan_id == p.plan_id) {
    view.help_title = lang.tr("why.help_title");
    view.help_words = lang.tr("why.help_busy");
    return;
  }
  const auto found = state.counting.help.find(p.plan_id);
  if (found == state.counting.help.end()) return;
  const PlanHelp& help = found->second;
  view.words_title = lang.tr("why.words_title");
  view.words = lang.code() == LangCode::kNl ? help.words_nl : help.words_en;
  if (p.fate == Fate::kChosen || state.result->counted.replaced) return;
  view.help_title = lang.tr("why.help_title");
  if (help.cheaper) view.help_words = lang.tr("why.help_cheaper", {{"amount", lang.money(*help.cheaper)}});
  if (help.more_voters) {
    view.help_words += (view.help_words.empty() ? "" : " ") +
                       lang.count(help.cheaper ? "why.help_or_voters" : "why.help_voters", *help.more_voters);
  }
  view.help_words += view.help_words.empty() ? lang.tr("why.help_none") : " " + lang.tr("why.help_tried");
}

// Exactly as good as another, and how that was settled.
void fill_ties(const model::Round& round, const RuleCount& count, const PlanCount& p, const Lang& lang, WhyView& view) {
  if (p.tied.empty()) return;
  std::string others;
  for (const std::string& id : p.tied) others += (others.empty() ? "" : ", ") + plan_title(round, id, lang);
  view.tie_words = lang.tr("why.tied", {{"plans", others}, {"how", tie_order_words(count.rule, lang)}});
}

void fill_steps(const State& state, const model::Round& round, const CountResult& result, const model::Plan& plan,
                const PlanCount& p, const Lang& lang, WhyView& view) {
  const RuleCount& count = result.counted;
  if (p.fate == Fate::kNoVotes) {
    view.steps.push_back({});
    view.steps.back().title = lang.count("why.chose", p.votes);
    view.steps.back().text = lang.tr(p.votes == 0 ? "result.why_no_votes" : "result.why_few_votes");
  } else if (p.filled) {
    filled_steps(p, lang, view);
  } else if (count.money == MoneyModel::kLoads) {
    loads_steps(round, plan, p, lang, view);
  } else if (count.money == MoneyModel::kPurses) {
    const PurseWords purse = purse_words(state, round, result, p, lang);
    view.won ? shares_winner(round, result, p, purse, lang, view)
             : shares_loser(round, result, plan, p, purse, lang, view);
  } else if (count.rule.id.starts_with(kRuleGreedy) || count.replaced) {
    greedy_steps(round, result, plan, p, lang, view);
  } else {
    best_set_steps(p, lang, view);
  }
}

void nothing(const State& state, const Lang& lang, bool counted, WhyView& view) {
  view.empty_title = lang.tr(counted ? "plan.not_found_title" : "why.not_counted_title");
  view.empty_words = lang.tr(counted ? "plan.not_found" : "why.not_counted");
  view.empty_button = lang.tr("why.to_result");
  view.page = make_page(state, lang, lang.tr("why.page"), view.empty_words);
}

}  // namespace

WhyView make_why_view(const State& state, const Lang& lang) {
  WhyView view;
  const model::Round* round = current_round(state);
  const bool counted = round != nullptr && state.result != nullptr && state.result->round_id == round->id;
  const model::Plan* plan = round == nullptr ? nullptr : find_plan(*round, state.route.id);
  const PlanCount* p = counted ? find_count(state.result->counted, state.route.id) : nullptr;
  if (plan == nullptr || p == nullptr) {
    nothing(state, lang, counted, view);
    return view;
  }
  const CountResult& result = *state.result;
  view.found = true;
  view.plan_id = plan->id;
  view.title = plan_title(*round, plan->id, lang);
  view.theme = theme_number(plan->theme);
  view.icon = plan->icon.empty() ? std::string(theme_icon(plan->theme)) : plan->icon;
  view.won = p->fate == Fate::kChosen;
  view.label = lang.tr(view.won ? "why.goes" : "why.does_not_go");
  view.rule_words = lang.tr("why.rule", {{"rule", rule_name(result.counted.rule.id, lang)}});
  fill_steps(state, *round, result, *plan, *p, lang, view);
  fill_ties(*round, result.counted, *p, lang, view);
  fill_help(state, *p, lang, view);
  const PlanCount* there = find_count(result.other, plan->id);
  const bool wins_there = there != nullptr && there->fate == Fate::kChosen;
  const std::string other = rule_name(result.other.rule.id, lang);
  view.other_words = lang.tr(wins_there == view.won ? (view.won ? "why.other_same_yes" : "why.other_same_no")
                                                    : (wins_there ? "why.other_yes" : "why.other_no"),
                             {{"rule", other}});
  view.recount_link = lang.tr("result.recount_title");
  view.plan_link = lang.tr("why.plan_link");
  std::string read = view.title + ". " + view.label + ". ";
  for (const WhyStep& step : view.steps) read += step.title + ". " + step.text + " " + step.note + " ";
  view.page = make_page(state, lang, lang.tr("why.page"), read + view.help_words);
  return view;
}

}  // namespace stoepkrijt::app
