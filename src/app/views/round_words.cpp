#include "app/views/round_words.hpp"

#include "app/choice.hpp"
#include "app/station/station.hpp"
#include "app/views/choice_words.hpp"

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

std::string points_words(const std::vector<model::Words>& points, const Lang& lang) {
  std::string out;
  for (const model::Words& point : points) out += (out.empty() ? "" : " ") + lang.of(point);
  return out;
}

std::int64_t votes_here(const State& state, const model::Round& round) {
  if (state.urn == nullptr || (!state.urn->round_id.empty() && state.urn->round_id != round.id)) return 0;
  return state.urn->total();
}

VoteStatus vote_status(const State& state, const model::Round& round) {
  if (state.station != nullptr) return station::is_voting(state) ? VoteStatus::kOpen : VoteStatus::kNeedsCode;
  // What was counted in the evening is no practice, in whatever dossier it was put.
  if (state.example && round.phase != model::RoundPhase::kCounted) return VoteStatus::kPractice;
  if (round.phase == model::RoundPhase::kPreparing) return VoteStatus::kNotYet;
  if (round.phase == model::RoundPhase::kCounted) return VoteStatus::kCounted;
  if (round.phase == model::RoundPhase::kClosed) return VoteStatus::kClosed;
  if (state.device.now_ms == 0) return VoteStatus::kOpen;  // the device has not said what day it is
  const std::string today = iso_day(state.device.now_ms, state.device.offset_minutes);
  if (today < round.opens) return VoteStatus::kNotYet;
  return today > round.closes ? VoteStatus::kClosed : VoteStatus::kOpen;
}

bool may_change_rule(const State& state, const model::Round& round) {
  if (is_prepared(round)) return true;
  if (!is_current(state, round)) return false;
  const VoteStatus status = vote_status(state, round);
  return status == VoteStatus::kPractice || status == VoteStatus::kNotYet;
}

std::string prepared_words(const model::Round& round, const Lang& lang) {
  if (!is_prepared(round)) return {};
  return lang.tr("round.prepared", {{"round", lang.of(round.title)}});
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

bool read_amount(const std::string& text, Money& into, bool& wrong) {
  const Result<Money> amount = text.empty() ? Result<Money>(Money{}) : Money::parse_typed(text);
  wrong = !amount || amount->cents < 0 || amount->cents > model::kMaxCents;
  if (!wrong) into = *amount;
  return !wrong;
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
  item.open_name = item.title + ", " + item.price + ", " + item.theme_name + ", " + item.buurt;
  fill_choice(state, round, plan, lang, item);
  return item;
}

}  // namespace stoepkrijt::app
