// The steps of an answer to "why" where voters hold money or carry loads.
#include <algorithm>
#include <array>
#include <utility>

#include "app/views/why_steps.hpp"
#include "model/names.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::int64_t kMostDots = 480;

void add_bands(const model::Round& round, Money purse, const PlanCount& plan, const Lang& lang, WhyStep& step) {
  step.picture = WhyStep::Picture::kBands;
  std::array<bool, model::kThemeCount + 1> seen{};
  for (const PurseBand& band : plan.bands) {
    step.bands.push_back(make_band(round, purse, band, lang));
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

// Bars of what each group carries, on the scale of the most that a person of any group carries.
void add_load_bands(const model::Round& round, const PlanCount& plan, const Lang& lang, WhyStep& step) {
  Money scale;
  for (const PurseBand& band : plan.bands) {
    if (band.people > 0) scale.cents = std::max(scale.cents, band.left.cents / band.people);
  }
  PlanCount carried = plan;
  for (PurseBand& band : carried.bands) band.left = Money{};
  add_bands(round, scale, carried, lang, step);
  for (std::size_t i = 0; i < step.bands.size(); ++i) {
    step.bands[i].people = lang.count("why.people", plan.bands[i].people);
    step.bands[i].amount = lang.money(plan.bands[i].left);
  }
}

WhyStep purse_step(const PurseWords& purse, const Lang& lang) {
  WhyStep step;
  step.title = lang.tr(purse.part ? "why.purse_title_part" : "why.purse_title");
  step.text = purse.text;
  step.note = purse.note;
  step.number = purse.amount;
  step.picture = WhyStep::Picture::kPurses;
  step.picture_name = lang.tr("why.purse_name", {{"amount", purse.amount}});
  step.bands.push_back({{{0, 1, "", purse.amount}}, "", ""});
  return step;
}

std::string part_name(const State& state, const CountPart& part, const Lang& lang) {
  if (part.area) {
    const model::Buurt* buurt = find_buurt(*state.dossier, part.name);
    return buurt == nullptr ? part.name : buurt->name;
  }
  for (std::size_t i = 0; i < model::kThemeCount; ++i) {
    const auto theme = static_cast<model::Theme>(i);
    if (model::name_of(theme) == part.name) return theme_name(theme, lang);
  }
  return part.name;
}

}  // namespace

void add_dots(std::int64_t votes, const Lang& lang, WhyStep& step) {
  const std::int64_t each = std::max<std::int64_t>(1, (votes + kMostDots - 1) / kMostDots);
  step.picture = WhyStep::Picture::kDots;
  step.dots = static_cast<int>((votes + each - 1) / each);
  if (each > 1) step.dot_words = lang.tr("why.dot", {{"n", lang.number(each)}});
  step.picture_name = lang.count("why.people", votes);
}

// In words alone: what no bar can show.
WhyStep reason_step(const PlanCount& p, const model::Plan& plan, const Lang& lang) {
  WhyStep step;
  const bool enough = p.fate == Fate::kTooLittleLeft;  // together enough, but not in equal parts
  step.title = lang.tr(enough ? "why.cannot_share_title" : "why.reason_title");
  step.text = enough ? lang.tr("why.cannot_share", {{"have", lang.money(p.have)}, {"cost", lang.money(plan.cost)}})
                     : loser_words(p, plan, lang);
  return step;
}

WhyStep people_step(const PlanCount& p, std::string text, const Lang& lang) {
  WhyStep step;
  step.title = lang.count("why.chose", p.votes);
  step.text = std::move(text);
  add_dots(p.votes, lang, step);
  return step;
}

PurseWords purse_words(const State& state, const model::Round& round, const CountResult& result, const PlanCount& p,
                       const Lang& lang) {
  const RuleCount& count = result.counted;
  PurseWords out;
  out.amount = lang.money(purse_of(count, p));
  const auto at = static_cast<std::size_t>(p.part);
  if (count.parts.size() > 1 && p.part >= 0 && at < count.parts.size()) {
    const CountPart& part = count.parts[at];
    const std::string_view key = part.kind == CountPart::Kind::kPot     ? "why.purse_pot"
                                 : part.kind == CountPart::Kind::kLeast ? "why.purse_least"
                                                                        : "why.purse_rest";
    out.part = part.kind != CountPart::Kind::kRest;
    out.text =
        lang.count(key, part.voters, {{"name", part_name(state, part, lang)}, {"budget", lang.money(part.budget)}});
    return out;
  }
  const std::string first = lang.money(count.purse_first), budget = lang.money(round.budget);
  out.text = lang.tr("why.purse", {{"budget", budget}, {"n", lang.number(result.ballots)}, {"amount", first}});
  if (count.purse_final != count.purse_first) {
    out.note = lang.tr("why.purse_more", {{"first", first}, {"final", out.amount}, {"budget", budget}});
  }
  return out;
}

// The costs lie on the voters: what they carried already, and what this plan adds.
void loads_steps(const model::Round& round, const model::Plan& plan, const PlanCount& p, const Lang& lang,
                 WhyView& view) {
  WhyStep how;
  how.title = lang.tr("why.loads_title");
  how.text = lang.tr("why.loads");
  view.steps.push_back(std::move(how));
  WhyStep people = people_step(p, lang.tr("why.loads_carry"), lang);
  people.bands.clear();
  const bool some = std::any_of(p.bands.begin(), p.bands.end(), [](const PurseBand& b) { return b.left.cents > 0; });
  if (some) add_load_bands(round, p, lang, people);
  if (!some) people.text = lang.tr("why.loads_none");
  view.steps.push_back(std::move(people));
  if (!view.won) {
    view.steps.push_back(reason_step(p, plan, lang));
    return;
  }
  WhyStep turn;
  turn.title = lang.tr("why.loads_won");
  turn.text = lang.tr("why.loads_share", {{"cost", lang.money(p.gets)}, {"n", lang.number(p.pay_share + p.pay_rest)}});
  turn.number = lang.money(p.share);
  view.steps.push_back(std::move(turn));
}

void shares_winner(const model::Round& round, const CountResult& result, const PlanCount& p, const PurseWords& purse,
                   const Lang& lang, WhyView& view) {
  const std::string cost = lang.money(p.gets);
  const std::string share = lang.money(p.share);
  view.steps.push_back(purse_step(purse, lang));
  WhyStep people;
  people.title = lang.count("why.chose", p.votes);
  add_dots(p.votes, lang, people);
  people.number = share;
  const std::string key_people = lang.number(p.pay_share);
  const std::string rest_people = lang.number(p.pay_rest);
  people.text = p.pay_rest == 0              ? lang.tr("why.pay_same", {{"cost", cost}, {"n", key_people}})
                : result.counted.equal_price ? lang.tr("why.pay_part", {{"n", key_people}, {"rest", rest_people}})
                                             : lang.tr("why.pay_unequal", {{"n", key_people}, {"rest", rest_people}});
  view.steps.push_back(std::move(people));
  WhyStep enough;
  enough.title = lang.tr("why.enough");
  add_bands(round, purse_of(result.counted, p), p, lang, enough);
  enough.text = lang.tr("why.enough_words", {{"have", lang.money(p.have)}, {"cost", cost}});
  enough.picture = WhyStep::Picture::kPaid;
  enough.theme = view.theme;
  enough.bar_words = lang.number(p.pay_share) + " × " + share;
  if (p.pay_rest > 0) enough.bar_words += " + " + lang.money(p.rest_together);
  if (p.unpaid.cents > 100) {
    enough.title = lang.tr("why.almost");
    enough.text = lang.tr("why.almost_words", {{"have", lang.money(p.have)}, {"rest", lang.money(p.unpaid)}});
    enough.bar_words += " + " + lang.money(p.unpaid);
  }
  // The cents of the shown share are rounded: "=" only where the sum is exact.
  const bool exact = p.share.cents * p.pay_share + p.rest_together.cents + p.unpaid.cents == p.gets.cents;
  enough.bar_words += " = " + cost + (exact ? "" : " " + lang.tr("why.rounded"));
  enough.foot_left = lang.tr("why.needed", {{"amount", cost}});
  enough.foot_right = lang.tr("why.just_enough");
  enough.foot_good = true;
  view.steps.push_back(std::move(enough));
}

void shares_loser(const model::Round& round, const CountResult& result, const model::Plan& plan, const PlanCount& p,
                  const PurseWords& purse, const Lang& lang, WhyView& view) {
  if (p.bands.empty()) {  // no part of the count could choose it
    view.steps.push_back(people_step(p, "", lang));
    view.steps.push_back(reason_step(p, plan, lang));
    return;
  }
  const Money shortfall = minus(plan.cost, p.have);
  view.steps.push_back(purse_step(purse, lang));
  WhyStep people;
  people.title = lang.count("why.chose", p.votes);
  people.text = lang.tr("why.had_left");
  add_bands(round, purse_of(result.counted, p), p, lang, people);
  people.picture_name = lang.tr("why.had_left_name", {{"amount", lang.money(p.have)}});
  view.steps.push_back(std::move(people));
  if (p.fate != Fate::kTooLittleLeft || shortfall.cents <= 0) {
    view.steps.push_back(reason_step(p, plan, lang));
    return;
  }
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

}  // namespace stoepkrijt::app
