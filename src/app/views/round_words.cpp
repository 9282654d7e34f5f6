#include "app/views/round_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace stoepkrijt::app {

namespace {

struct ThemeRow {
  std::string_view key;
  std::string_view icon;
};
constexpr std::array<ThemeRow, model::kThemeCount> kThemes = {{{"plan.theme.outdoor", "plant-2"},
                                                               {"plan.theme.work", "tools"},
                                                               {"plan.theme.safety", "bulb"},
                                                               {"plan.theme.language", "abc"},
                                                               {"plan.theme.health", "heartbeat"},
                                                               {"plan.theme.together", "users-group"}}};

std::string two_digits(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

// Days to civil date: H. Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
std::string iso_day(std::int64_t time_ms, std::int32_t offset_minutes) {
  const std::int64_t local_ms = time_ms + std::int64_t{offset_minutes} * 60'000;
  constexpr std::int64_t kDay = 86'400'000;
  std::int64_t days = local_ms / kDay;
  if (local_ms % kDay < 0) --days;
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::int64_t doe = days - era * 146'097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const std::int64_t day = doy - (153 * mp + 2) / 5 + 1;
  const std::int64_t month = mp < 10 ? mp + 3 : mp - 9;
  const std::int64_t year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day);
}

VoteStatus vote_status(const State& state, const model::Round& round) {
  if (state.example) return VoteStatus::kPractice;
  if (round.phase == model::RoundPhase::kPreparing) return VoteStatus::kNotYet;
  if (round.phase == model::RoundPhase::kCounted) return VoteStatus::kCounted;
  if (round.phase == model::RoundPhase::kClosed) return VoteStatus::kClosed;
  if (state.device.now_ms == 0) return VoteStatus::kOpen;  // the device has not said what day it is
  const std::string today = iso_day(state.device.now_ms, state.device.offset_minutes);
  if (today < round.opens) return VoteStatus::kNotYet;
  return today > round.closes ? VoteStatus::kClosed : VoteStatus::kOpen;
}

int theme_number(model::Theme theme) { return static_cast<int>(theme) + 1; }
std::string_view theme_icon(model::Theme theme) { return kThemes[static_cast<std::size_t>(theme)].icon; }
std::string theme_name(model::Theme theme, const Lang& lang) {
  return lang.tr(kThemes[static_cast<std::size_t>(theme)].key);
}

std::string buurt_name(const State& state, const model::Plan& plan, const Lang& lang) {
  if (!plan.buurt.empty() && state.dossier != nullptr) {
    if (const model::Buurt* buurt = find_buurt(*state.dossier, plan.buurt)) return buurt->name;
  }
  return lang.tr("plan.whole_neighbourhood");
}

Tiles tiles_of(Money budget) {
  for (std::int64_t power = 100; power <= budget.cents; power *= 10) {
    for (const std::int64_t step : {power, power * 2, power * 5}) {
      const std::int64_t count = budget.cents / step;
      if (budget.cents % step == 0 && count >= 4 && count <= 10) return {static_cast<int>(count), Money{step}};
    }
    if (power > INT64_MAX / 100) break;
  }
  return {5, Money{budget.cents / 5}};  // no round amount divides it
}

float share_of(Money part, Money whole) {
  return whole.cents <= 0 ? 0.0F
                          : static_cast<float>(static_cast<double>(part.cents) / static_cast<double>(whole.cents));
}

Money minus(Money a, Money b) {
  const Result<Money> difference = a.minus(b);
  return difference ? *difference : Money{};
}

PlanItem plan_item(const State& state, const model::Round& round, const model::Plan& plan, const Lang& lang) {
  PlanItem item;
  item.id = plan.id;
  item.title = lang.of(plan.title);
  item.summary = lang.of(plan.summary);
  item.price = lang.money(plan.cost);
  item.buurt_code = plan.buurt;
  item.buurt = buurt_name(state, plan, lang);
  item.theme = theme_number(plan.theme);
  item.theme_name = theme_name(plan.theme, lang);
  item.theme_icon = theme_icon(plan.theme);
  item.icon = plan.icon.empty() ? item.theme_icon : plan.icon;
  item.share = share_of(plan.cost, round.budget);
  item.cost = plan.cost;
  item.chosen = std::find(state.ballot.chosen.begin(), state.ballot.chosen.end(), plan.id) != state.ballot.chosen.end();
  const Money left = minus(round.budget, chosen_cost(state));
  if (!item.chosen && plan.cost > left) {
    item.reason = lang.tr("vote.does_not_fit", {{"amount", lang.money(minus(plan.cost, left))}});
  }
  item.open_name = item.title + ", " + item.price + ", " + item.theme_name + ", " + item.buurt;
  item.choose_name = lang.tr(item.chosen ? "vote.remove_name" : "vote.choose_name", {{"plan", item.title}});
  return item;
}

Purse make_purse(const State& state, const model::Round& round, const Lang& lang) {
  Purse purse;
  purse.tiles = tiles_of(round.budget);
  purse.tile_words = lang.tr("vote.tile", {{"amount", lang.money(purse.tiles.each)}});
  for (const std::string& id : state.ballot.chosen) {
    if (const model::Plan* plan = find_plan(round, id)) {
      purse.parts.push_back({theme_number(plan->theme), share_of(plan->cost, round.budget),
                             plan->icon.empty() ? std::string(theme_icon(plan->theme)) : plan->icon,
                             lang.of(plan->title)});
    }
  }
  const Money used = chosen_cost(state);
  const Money left = minus(round.budget, used);
  purse.over = left.cents < 0;
  purse.left_amount = lang.money(purse.over ? Money{-left.cents} : left);
  purse.left_word = lang.tr(purse.over ? "vote.too_much" : left.cents == 0 ? "vote.all_used" : "vote.left");
  purse.of_words = lang.tr("vote.of", {{"amount", lang.money(round.budget)}});
  purse.together = lang.money(used);
  purse.name = lang.tr(purse.over ? "vote.meter_over" : "vote.meter",
                       {{"used", purse.together}, {"left", purse.left_amount}, {"budget", lang.money(round.budget)}});
  return purse;
}

}  // namespace stoepkrijt::app
