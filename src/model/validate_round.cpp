#include <algorithm>

#include "model/checks.hpp"
#include "model/date.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::model {
namespace {

using namespace checks;  // NOLINT(google-build-using-namespace): the vocabulary of this file

Result<void> check_contributions(const Plan& plan) {
  SK_TRY_VOID(not_negative(plan.own_people, "own_people"));
  SK_TRY_VOID(not_negative(plan.own_hours, "own_hours"));
  SK_TRY_VOID(text(plan.own_words, kMaxLine, "own_words"));
  SK_TRY_VOID(money(plan.third_party, "third_party"));
  SK_TRY_VOID(text(plan.third_party_who, kMaxLine, "third_party_who"));
  SK_TRY_VOID(not_negative(plan.support_households, "support_households"));
  SK_TRY_VOID(not_negative(plan.support_of, "support_of"));
  if (plan.support_households > plan.support_of) {
    return refuse(ErrorCode::kNotAllowed, "error.support_above_asked", "support_households");
  }
  return {};
}

Result<void> check_plan(const Plan& plan) {
  SK_TRY_VOID(id(plan.id, "id"));
  SK_TRY_VOID(filled_words(plan.title, kMaxTitle, "title"));
  SK_TRY_VOID(words(plan.summary, kMaxLine, "summary"));
  SK_TRY_VOID(words(plan.description, kMaxText, "description"));
  SK_TRY_VOID(text(plan.proposer, kMaxLine, "proposer"));
  SK_TRY_VOID(some_money(plan.cost, "cost"));
  SK_TRY_VOID(text(plan.icon, kMaxTitle, "icon"));
  SK_TRY_VOID(optional_id(plan.buurt, "buurt"));
  if (plan.place) SK_TRY_VOID(place(*plan.place, "place"));
  SK_TRY_VOID(check_contributions(plan));
  for (std::size_t i = 0; i < plan.checks.size(); ++i) {
    SK_TRY_VOID(text(plan.checks[i].reason, kMaxText, "checks[" + std::to_string(i) + "].reason"));
  }
  return {};
}

Result<void> check_plan_ids(const Round& round) {
  std::vector<std::string_view> ids;
  for (const Plan& plan : round.plans) ids.emplace_back(plan.id);
  std::sort(ids.begin(), ids.end());
  const auto twin = std::adjacent_find(ids.begin(), ids.end());
  if (twin == ids.end()) return {};
  std::size_t last = 0;
  for (std::size_t i = 0; i < round.plans.size(); ++i) {
    if (round.plans[i].id == *twin) last = i;
  }
  return refuse(ErrorCode::kDuplicateId, "error.duplicate_id", "plans[" + std::to_string(last) + "].id");
}

Result<void> check_dates(const Round& round) {
  SK_TRY_VOID(date(round.opens, "opens"));
  SK_TRY_VOID(date(round.closes, "closes"));
  SK_TRY_VOID(date(round.result_on, "result_on"));
  // ISO dates sort as text.
  if (round.closes < round.opens) return refuse(ErrorCode::kBadDate, "error.dates_in_wrong_order", "closes");
  if (round.result_on < round.closes) return refuse(ErrorCode::kBadDate, "error.dates_in_wrong_order", "result_on");
  return {};
}

}  // namespace

Result<void> validate(const Round& round) {
  SK_TRY_VOID(id(round.id, "id"));
  SK_TRY_VOID(filled_words(round.title, kMaxTitle, "title"));
  SK_TRY_VOID(some_money(round.budget, "budget"));
  SK_TRY_VOID(check_dates(round));
  SK_TRY_VOID(words(round.who_may_vote, kMaxText, "who_may_vote"));
  const auto point = [](const Words& w) { return filled_words(w, kMaxText, ""); };
  SK_TRY_VOID(each(round.open_points, "open_points", point));
  SK_TRY_VOID(each(round.fixed_points, "fixed_points", point));
  SK_TRY_VOID(words(round.afterwards, kMaxText, "afterwards"));
  SK_TRY_VOID(id(round.rule.id, "rule"));
  SK_TRY_VOID(each(round.plans, "plans", check_plan));
  return check_plan_ids(round);
}

Result<void> validate(const Ballot& ballot, const Round& round) {
  SK_TRY_VOID(sorted_unique(ballot.approved, "approved"));
  Money together;
  for (std::size_t i = 0; i < ballot.approved.size(); ++i) {
    const std::string path = "approved[" + std::to_string(i) + "]";
    const auto plan =
        std::find_if(round.plans.begin(), round.plans.end(), [&](const Plan& p) { return p.id == ballot.approved[i]; });
    if (plan == round.plans.end()) return refuse(ErrorCode::kUnknownId, "error.unknown_plan", path);
    const Result<Money> sum = together.plus(plan->cost);
    if (!sum || *sum > round.budget) return refuse(ErrorCode::kOverBudget, "error.over_budget", path);
    together = *sum;
  }
  return {};
}

}  // namespace stoepkrijt::model
