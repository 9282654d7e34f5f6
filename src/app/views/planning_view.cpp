#include "app/views/planning_view.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "app/planning.hpp"
#include "app/views/round_words.hpp"
#include "app/views/schouw_words.hpp"
#include "model/date.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::int32_t kMostPeople = 1'000'000;

/// As one types it: "9600", "9600,50". Nothing: empty.
std::string typed(Money amount, LangCode lang) {
  if (amount.cents == 0) return {};
  std::string out = std::to_string(amount.cents / 100);
  if (const std::int64_t rest = amount.cents % 100; rest != 0) {
    out += (lang == LangCode::kNl ? "," : ".") + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
  }
  return out;
}
std::string typed(std::int32_t number) { return number == 0 ? std::string() : std::to_string(number); }

bool read_number(const std::string& text, std::int32_t& into, bool& wrong) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  wrong =
      !text.empty() && (error != std::errc() || end != text.data() + text.size() || number < 0 || number > kMostPeople);
  if (!wrong) into = number;
  return !wrong;
}

PlanningView::Field field(const Lang& lang, std::string_view name) {
  const std::string key = "planning." + std::string(name);  // lang-prefix: planning.
  return {lang.tr(key), lang.has(key + "_hint") ? lang.tr(key + "_hint") : std::string()};
}

void add_fields(PlanningView& v, const Lang& lang) {
  v.title = field(lang, "title");
  v.summary = field(lang, "summary");
  v.description = field(lang, "description");
  v.proposer = field(lang, "proposer");
  v.cost = field(lang, "cost");
  v.third_party = field(lang, "third_party");
  v.third_party_who = field(lang, "third_party_who");
  v.people = field(lang, "people");
  v.hours = field(lang, "hours");
  v.own_words = field(lang, "own_words");
  v.households = field(lang, "households");
  v.asked = field(lang, "asked");
  v.reason = field(lang, "reason");
  v.not_money = lang.tr("limits.not_money");
  v.not_number = lang.tr("planning.not_number");
  v.money_title = lang.tr("planning.money_title");
  v.money_words = lang.tr("planning.money_words");
  v.theme_title = lang.tr("planning.theme_title");
  v.where_title = lang.tr("planning.where_title");
  v.people_title = lang.tr("planning.people_title");
  v.support_title = lang.tr("planning.support_title");
  v.rules_title = lang.tr("planning.rules_title");
  v.rules_words = lang.tr("planning.rules_words");
}

std::string names_of(const State& state, const model::Plan& plan) {
  std::string names;
  for (const std::string& id : plan.comes_from) {
    const model::Signal* signal = find_signal(*state.dossier, id);
    if (signal == nullptr || signal->title.empty()) continue;
    names += (names.empty() ? "“" : ", “") + signal->title + "”";
  }
  return names;
}

constexpr std::int64_t kWeek = 7;

NextRoundView::Day day(const Lang& lang, std::string_view name, const std::string& iso) {
  NextRoundView::Day out;
  out.name = lang.tr("next_round." + std::string(name));  // lang-prefix: next_round.
  out.words = lang.day_and_year(iso);
  out.less = lang.tr("next_round.earlier");
  out.more = lang.tr("next_round.later");
  out.before = model::moved(iso, -kWeek);
  out.after = model::moved(iso, kWeek);
  out.day_less = lang.tr("next_round.day_earlier");
  out.day_more = lang.tr("next_round.day_later");
  out.day_before = model::moved(iso, -1);
  out.day_after = model::moved(iso, 1);
  return out;
}

RoundWordsForm words_form(const std::string& slug, const model::Round& round, LangCode lang) {
  const auto one = [&](const model::Words& words) { return lines_of({words}, lang); };
  return {slug,
          lang,
          round.ladder,
          one(round.who_may_vote),
          lines_of(round.open_points, lang),
          lines_of(round.fixed_points, lang),
          one(round.afterwards)};
}

NextRoundView::Told told_view(const State& state, const model::Round& shown, const Lang& lang) {
  NextRoundView::Told v;
  v.now = words_form(state.slug, shown, lang.code());
  v.title = lang.tr("next_round.told_title");
  v.words = lang.tr("next_round.told_words");
  v.old_words = words_of_before(state, shown, lang, "next_round.told_before");
  v.ladder = lang.tr("office.fact_ladder");
  for (int i = 1; i <= 4; ++i) {
    const std::string n = std::to_string(i);
    v.steps.push_back(lang.tr("ladder.title_" + n) + ". " + lang.tr("ladder.words_" + n));
  }
  v.who_may_vote = {lang.tr("next_round.who"), lang.tr("next_round.who_hint")};
  v.open_points = {lang.tr("next_round.open_points"), lang.tr("next_round.line_each")};
  v.fixed_points = {lang.tr("next_round.fixed_points"), lang.tr("next_round.line_each")};
  v.afterwards = {lang.tr("next_round.afterwards"), lang.tr("next_round.afterwards_hint")};
  v.save = lang.tr("next_round.told_save");
  return v;
}

}  // namespace

bool is_kept(const RoundWordsForm& form, const RoundWordsForm& kept) {
  if (form.of != kept.of || form.lang != kept.lang || form.ladder != kept.ladder) return false;
  const auto same = [](const std::string& one, const std::string& other) {
    return points_of(one, {}, LangCode::kNl) == points_of(other, {}, LangCode::kNl);
  };
  return same(form.who_may_vote, kept.who_may_vote) && same(form.open_points, kept.open_points) &&
         same(form.fixed_points, kept.fixed_points) && same(form.afterwards, kept.afterwards);
}

std::string words_of_before(const State& state, const model::Round& round, const Lang& lang, std::string_view key) {
  const model::Round* before = current_round(state);
  if (before == nullptr || before->id == round.id) return {};
  std::string out;
  const auto add = [&](bool same, bool is_empty, std::string_view which) {
    if (same && !is_empty) out += (out.empty() ? "" : ", ") + lang.tr(which);
  };
  add(round.open_points == before->open_points, round.open_points.empty(), "next_round.old_open");
  add(round.fixed_points == before->fixed_points, round.fixed_points.empty(), "next_round.old_fixed");
  add(round.who_may_vote == before->who_may_vote, round.who_may_vote.nl.empty(), "next_round.old_who");
  add(round.afterwards == before->afterwards, round.afterwards.nl.empty(), "next_round.old_after");
  return out.empty() ? out : lang.tr(key, {{"which", out}});
}

PlanForm form_of(const model::Plan& plan, LangCode lang) {
  PlanForm form;
  form.of = plan.id;
  form.cost = typed(plan.cost, lang);
  form.third_party = typed(plan.third_party, lang);
  form.people = typed(plan.own_people);
  form.hours = typed(plan.own_hours);
  form.households = typed(plan.support_households);
  form.asked = typed(plan.support_of);
  return form;
}

bool read_form(PlanForm& form, model::Plan& plan) {
  bool all = read_amount(form.cost, plan.cost, form.cost_wrong);
  all = read_amount(form.third_party, plan.third_party, form.third_party_wrong) && all;
  all = read_number(form.people, plan.own_people, form.people_wrong) && all;
  all = read_number(form.hours, plan.own_hours, form.hours_wrong) && all;
  all = read_number(form.households, plan.support_households, form.households_wrong) && all;
  return read_number(form.asked, plan.support_of, form.asked_wrong) && all;
}

PlanningView make_planning_view(const State& state, const Lang& lang) {
  PlanningView v;
  v.page = make_page(state, lang, lang.tr("screen.plan-maken"), lang.tr("planning.intro"));
  if (!state.plan_draft) return v;
  v.present = true;
  v.plan = state.plan_draft->plan;
  v.lang = lang.code();
  v.intro = lang.tr("planning.intro");
  if (const std::string names = names_of(state, v.plan); !names.empty()) {
    v.from = lang.tr("planning.from", {{"idea", names}});
  }
  add_fields(v, lang);
  for (std::size_t i = 0; i < model::kThemeCount; ++i) {
    const auto theme = static_cast<model::Theme>(i);
    v.themes.push_back({theme_name(theme, lang), std::string(theme_icon(theme)), ""});
  }
  v.buurten.push_back({lang.tr("plan.whole_neighbourhood"), "", ""});
  for (const model::Buurt& buurt : state.dossier->neighbourhood.buurten) {
    v.buurten.push_back({buurt.name, "", buurt.code});
  }
  if (v.plan.place) {
    v.map_name = lang.tr("plan.map_name");
    v.attribution = attribution_words(state);
    v.place_words = lang.tr("planning.place");
    v.place_off = lang.tr("planning.place_off");
  }
  for (std::size_t i = 1; i <= model::kRuleChecks; ++i) v.rules.push_back(lang.tr("plan.check_" + std::to_string(i)));
  v.save = lang.tr("planning.save");
  v.drop = lang.tr("planning.drop");
  if (!state.plan_draft->is_new) v.remove = lang.tr("planning.remove");
  return v;
}

NextRoundView make_next_round_view(const State& state, const Lang& lang, const NextRoundForm& form) {
  NextRoundView v;
  const model::Round* round = next_round(state);
  const model::Round fresh =
      round_after(current_round(state), "-", iso_day(state.device.now_ms, state.device.offset_minutes));
  const model::Round& shown = round == nullptr ? fresh : *round;
  v.now = {shown.id, shown.title, typed(shown.budget, lang.code()), shown.opens, shown.closes, shown.result_on, false};
  const NextRoundForm& days = form.of == v.now.of ? form : v.now;
  v.intro = lang.tr("next_round.intro");
  v.state_label = lang.tr("next_round.state");
  v.facts_title = lang.tr("next_round.facts");
  v.title_label = lang.tr("next_round.title");
  v.budget_label = lang.tr("next_round.budget");
  v.budget_hint = lang.tr("next_round.budget_hint");
  v.not_money = lang.tr("limits.not_money");
  v.save = lang.tr("next_round.save");
  v.opens = day(lang, "opens", days.opens);
  v.closes = day(lang, "closes", days.closes);
  v.result_on = day(lang, "result_on", days.result_on);
  v.plans_title = lang.tr("next_round.plans");
  v.plans_count = lang.count("plans.count", static_cast<std::int64_t>(shown.plans.size()));
  v.none_title = lang.tr("next_round.none_title");
  v.none_words = lang.tr("next_round.none_words");
  Money together;
  std::string read;
  for (const model::Plan& plan : shown.plans) {
    NextRoundView::Line line;
    line.id = plan.id;
    line.title = lang.of(plan.title);
    line.words = lang.money(plan.cost) + " · " + buurt_name(state, plan, lang);
    line.icon = plan.icon.empty() ? std::string(theme_icon(plan.theme)) : plan.icon;
    line.theme = theme_number(plan.theme);
    line.open_name = lang.tr("next_round.change", {{"plan", line.title}}) + ", " + line.words;
    together = together.plus(plan.cost).value_or(together);
    read += line.title + ", " + line.words + ". ";
    v.plans.push_back(std::move(line));
  }
  if (!shown.plans.empty()) {
    v.together =
        lang.tr("next_round.together", {{"amount", lang.money(together)}, {"budget", lang.money(shown.budget)}});
  }
  if (state.plan_draft) {
    const std::string& title = state.plan_draft->plan.title.nl;
    v.draft = title.empty() ? lang.tr("next_round.draft_untitled") : lang.tr("next_round.draft", {{"plan", title}});
    v.draft_button = lang.tr("next_round.draft_on");
    if (!state.plan_draft->is_new) v.draft_plan = state.plan_draft->plan.id;
    if (state.plan_draft->is_new && !state.plan_draft->plan.comes_from.empty()) {
      v.draft_idea = state.plan_draft->plan.comes_from.front();
    }
  }
  v.told = told_view(state, shown, lang);
  v.make = lang.tr("next_round.make");
  v.ideas = lang.tr("next_round.ideas");
  v.page = make_page(state, lang, lang.tr("screen.volgende-ronde"), v.intro + " " + read + v.together);
  return v;
}

}  // namespace stoepkrijt::app
