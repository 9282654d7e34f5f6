#include "app/views/why_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace stoepkrijt::app {

namespace {

constexpr std::int64_t kMostDots = 480;

std::string plan_title(const model::Round& round, std::string_view id, const Lang& lang) {
  const model::Plan* plan = find_plan(round, id);
  return plan == nullptr ? std::string(id) : lang.of(plan->title);
}

void add_dots(std::int64_t votes, const Lang& lang, WhyStep& step) {
  const std::int64_t each = std::max<std::int64_t>(1, (votes + kMostDots - 1) / kMostDots);
  step.picture = WhyStep::Picture::kDots;
  step.dots = static_cast<int>((votes + each - 1) / each);
  if (each > 1) step.dot_words = lang.tr("why.dot", {{"n", lang.number(each)}});
  step.picture_name = lang.count("why.people", votes);
}

// One purse of a band: the mean of what its people spent, plan by plan, then what is left.
WhyStep::Band make_band(const model::Round& round, const RuleCount& count, const PurseBand& band, const Lang& lang) {
  WhyStep::Band out;
  const double all = static_cast<double>(count.purse_final.cents) * static_cast<double>(band.people);
  const auto part = [&](Money m) { return all <= 0 ? 0.0F : static_cast<float>(static_cast<double>(m.cents) / all); };
  for (const Spending& spending : band.spent) {
    const model::Plan* plan = find_plan(round, spending.plan_id);
    if (plan == nullptr) continue;
    const int theme = theme_number(plan->theme);
    const auto same =
        std::find_if(out.parts.begin(), out.parts.end(), [&](const BarPart& p) { return p.theme == theme; });
    if (same != out.parts.end())
      same->share += part(spending.amount);
    else
      out.parts.push_back({theme, part(spending.amount), std::string(theme_icon(plan->theme)), ""});
  }
  const Money mean{band.people == 0 ? 0 : (band.left.cents + band.people / 2) / band.people / 100 * 100};
  if (band.left.cents > 0)
    out.parts.push_back({0, part(band.left), "", part(band.left) > 0.28F ? lang.money(mean) : ""});
  out.people = lang.count(band.kind == PurseBand::Kind::kAll    ? "why.band_all"
                          : band.kind == PurseBand::Kind::kSome ? "why.band_some"
                                                                : "why.band_nothing",
                          band.people);
  out.amount = lang.money(band.left);
  return out;
}

void add_bands(const model::Round& round, const RuleCount& count, const PlanCount& plan, const Lang& lang,
               WhyStep& step) {
  step.picture = WhyStep::Picture::kBands;
  std::array<bool, model::kThemeCount + 1> seen{};
  for (const PurseBand& band : plan.bands) {
    step.bands.push_back(make_band(round, count, band, lang));
    for (const BarPart& part : step.bands.back().parts) seen[static_cast<std::size_t>(part.theme)] = true;
  }
  if (seen[0]) step.legend.push_back({0, 0, "", lang.tr("why.legend_left")});
  for (std::size_t i = 0; i < model::kThemeCount; ++i) {
    const auto theme = static_cast<model::Theme>(i);
    if (seen[i + 1]) {
      step.legend.push_back({theme_number(theme), 0, std::string(theme_icon(theme)), theme_name(theme, lang)});
    }
  }
}

WhyStep purse_step(const model::Round& round, const CountResult& result, const Lang& lang) {
  const RuleCount& count = result.counted;
  WhyStep step;
  const std::string first = lang.money(count.purse_first);
  const std::string last = lang.money(count.purse_final);
  const std::string budget = lang.money(round.budget);
  step.title = lang.tr("why.purse_title");
  step.text = lang.tr("why.purse", {{"budget", budget}, {"n", lang.number(result.ballots)}, {"amount", first}});
  if (count.purse_final != count.purse_first) {
    step.note = lang.tr("why.purse_more", {{"first", first}, {"final", last}, {"budget", budget}});
  }
  step.number = last;
  step.picture = WhyStep::Picture::kPurses;
  step.picture_name = lang.tr("why.purse_name", {{"amount", last}});
  step.bands.push_back({{{0, 1, "", last}}, "", ""});
  return step;
}

void shares_winner(const model::Round& round, const CountResult& result, const model::Plan& plan, const PlanCount& p,
                   const Lang& lang, WhyView& view) {
  const std::string cost = lang.money(plan.cost);
  const std::string share = lang.money(p.share);
  view.steps.push_back(purse_step(round, result, lang));
  WhyStep people;
  people.title = lang.count("why.chose", p.votes);
  add_dots(p.votes, lang, people);
  people.number = share;
  people.text = p.pay_rest == 0
                    ? lang.tr("why.pay_same", {{"cost", cost}, {"n", lang.number(p.votes)}})
                    : lang.tr("why.pay_part", {{"n", lang.number(p.pay_share)}, {"rest", lang.number(p.pay_rest)}});
  view.steps.push_back(std::move(people));
  WhyStep enough;
  enough.title = lang.tr("why.enough");
  add_bands(round, result.counted, p, lang, enough);
  enough.text = lang.tr("why.enough_words", {{"have", lang.money(p.have)}, {"cost", cost}});
  enough.picture = WhyStep::Picture::kPaid;
  enough.theme = view.theme;
  enough.bar_words = lang.number(p.pay_share) + " × " + share;
  if (p.pay_rest > 0) enough.bar_words += " + " + lang.money(p.rest_together);
  // The cents of the shown share are rounded: "=" only where the sum is exact.
  const bool exact = p.share.cents * p.pay_share + p.rest_together.cents == plan.cost.cents;
  enough.bar_words += " = " + cost + (exact ? "" : " " + lang.tr("why.rounded"));
  enough.foot_left = lang.tr("why.needed", {{"amount", cost}});
  enough.foot_right = lang.tr("why.just_enough");
  enough.foot_good = true;
  view.steps.push_back(std::move(enough));
}

void shares_loser(const model::Round& round, const CountResult& result, const model::Plan& plan, const PlanCount& p,
                  const Lang& lang, WhyView& view) {
  const Money shortfall = minus(plan.cost, p.have);
  view.steps.push_back(purse_step(round, result, lang));
  WhyStep people;
  people.title = lang.count("why.chose", p.votes);
  people.text = lang.tr("why.had_left");
  add_bands(round, result.counted, p, lang, people);
  people.picture_name = lang.tr("why.had_left_name", {{"amount", lang.money(p.have)}});
  view.steps.push_back(std::move(people));
  WhyStep few;
  few.title = lang.tr("why.too_little");
  few.picture = WhyStep::Picture::kShortfall;
  few.have_share = share_of(p.have, plan.cost);
  few.bar_words = lang.money(p.have);
  few.short_words = lang.tr("why.short", {{"amount", lang.money(shortfall)}});
  few.foot_left = lang.tr("why.together_left");
  few.foot_right = lang.tr("why.needed", {{"amount", lang.money(plan.cost)}});
  few.picture_name = lang.tr(
      "why.short_name", {{"have", few.bar_words}, {"cost", lang.money(plan.cost)}, {"short", lang.money(shortfall)}});
  view.steps.push_back(std::move(few));
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
  WhyStep turn;
  turn.text = lang.tr("why.turn", {{"left", lang.money(p.left_before)}, {"cost", cost}});
  if (p.fate == Fate::kChosen) {
    turn.title = lang.tr("why.turn_fits");
    turn.picture = WhyStep::Picture::kPaid;
    turn.theme = view.theme;
    turn.bar_words = lang.money(p.left_before) + " − " + cost + " = " + lang.money(minus(p.left_before, plan.cost));
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

void fill_help(const PlanCount& p, const Lang& lang, WhyView& view) {
  if (p.fate == Fate::kChosen || !p.help_tried) return;
  view.help_title = lang.tr("why.help_title");
  if (p.cheaper) view.help_words = lang.tr("why.help_cheaper", {{"amount", lang.money(*p.cheaper)}});
  if (p.more_voters) {
    view.help_words += (view.help_words.empty() ? "" : " ") +
                       lang.count(p.cheaper ? "why.help_or_voters" : "why.help_voters", *p.more_voters);
  }
  view.help_words += view.help_words.empty() ? lang.tr("why.help_none") : " " + lang.tr("why.help_tried");
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
  view.rule_words = lang.tr("why.rule", {{"rule", rule_name(result.counted.rule, lang)}});
  if (p->fate == Fate::kNoVotes) {
    view.steps.push_back({});
    view.steps.back().title = lang.count("why.chose", 0);
    view.steps.back().text = lang.tr("result.why_no_votes");
  } else if (result.counted.rule == kRuleGreedy) {
    greedy_steps(*round, result, *plan, *p, lang, view);
  } else if (view.won) {
    shares_winner(*round, result, *plan, *p, lang, view);
  } else {
    shares_loser(*round, result, *plan, *p, lang, view);
  }
  fill_help(*p, lang, view);
  const PlanCount* there = find_count(result.other, plan->id);
  const bool wins_there = there != nullptr && there->fate == Fate::kChosen;
  const std::string other = rule_name(result.other.rule, lang);
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
