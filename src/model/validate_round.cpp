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
  SK_TRY_VOID(money(plan.least_cost, "least_cost"));
  SK_TRY_VOID(each(plan.comes_from, "comes_from", [](const std::string& signal) { return id(signal, ""); }));
  SK_TRY_VOID(sorted_unique(plan.comes_from, "comes_from"));
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

/// Plans that a plan names exist, are others, and are named once.
Result<void> check_links(const Round& round) {
  std::vector<std::string_view> ids;
  for (const Plan& plan : round.plans) ids.emplace_back(plan.id);
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 0; i < round.plans.size(); ++i) {
    const Plan& plan = round.plans[i];
    const std::string path = "plans[" + std::to_string(i) + "].";
    for (const auto& [list, name] : {std::pair{&plan.excludes, "excludes"}, {&plan.requires_plans, "requires"}}) {
      for (std::size_t j = 0; j < list->size(); ++j) {
        const std::string& other = (*list)[j];
        const std::string at = path + name + "[" + std::to_string(j) + "]";
        if (!std::binary_search(ids.begin(), ids.end(), std::string_view(other))) {
          return refuse(ErrorCode::kUnknownId, "error.unknown_plan", at);
        }
        if (other == plan.id) return refuse(ErrorCode::kNotAllowed, "error.plan_names_itself", at);
        if (std::find(list->begin(), list->end(), other) != list->begin() + static_cast<std::ptrdiff_t>(j)) {
          return refuse(ErrorCode::kDuplicateId, "error.duplicate_id", at);
        }
      }
    }
    if (plan.least_cost > plan.cost) {
      return refuse(ErrorCode::kNotAllowed, "error.least_above_cost", path + "least_cost");
    }
  }
  return {};
}

Result<void> check_limit(const SpendingLimit& limit) {
  SK_TRY_VOID(optional_id(limit.buurt, "buurt"));
  SK_TRY_VOID(money(limit.pot, "pot"));
  SK_TRY_VOID(money(limit.least, "least"));
  return money(limit.most, "most");
}

Result<void> check_limits(const Round& round) {
  Money in_pots;
  for (std::size_t i = 0; i < round.limits.size(); ++i) {
    const SpendingLimit& limit = round.limits[i];
    const std::string path = "limits[" + std::to_string(i) + "]";
    for (std::size_t j = 0; j < i; ++j) {
      const SpendingLimit& before = round.limits[j];
      if (before.buurt == limit.buurt && (!limit.buurt.empty() || before.theme == limit.theme)) {
        return refuse(ErrorCode::kDuplicateId, "error.duplicate_limit", path);
      }
    }
    if (limit.most.cents > 0 && limit.least > limit.most) {
      return refuse(ErrorCode::kNotAllowed, "error.round_least_above_most", path + ".least");
    }
    if (limit.least > round.budget) return refuse(ErrorCode::kOverBudget, "error.limit_above_budget", path + ".least");
    const Result<Money> sum = in_pots.plus(limit.pot);
    if (!sum || *sum > round.budget) {
      return refuse(ErrorCode::kOverBudget, "error.round_pots_above_budget", path + ".pot");
    }
    in_pots = *sum;
  }
  return {};
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

constexpr std::int64_t kMostVotes = 1'000'000'000;

Result<void> each_once(const std::vector<std::string>& values, std::string_view path) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (std::find(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(i), values[i]) ==
        values.begin() + static_cast<std::ptrdiff_t>(i)) {
      continue;
    }
    return refuse(ErrorCode::kDuplicateId, "error.duplicate_id", std::string(path) + "[" + std::to_string(i) + "]");
  }
  return {};
}

/// Known plans, which on a knapsack ballot together cost at most the budget.
Result<void> check_plans(const Ballot& ballot, const Round& round) {
  Money together;
  for (std::size_t i = 0; i < ballot.approved.size(); ++i) {
    const std::string path = "approved[" + std::to_string(i) + "]";
    const auto plan =
        std::find_if(round.plans.begin(), round.plans.end(), [&](const Plan& p) { return p.id == ballot.approved[i]; });
    if (plan == round.plans.end()) return refuse(ErrorCode::kUnknownId, "error.unknown_plan", path);
    if (round.form.method != VoteMethod::kKnapsack) continue;
    const Result<Money> sum = together.plus(plan->cost);
    if (!sum || *sum > round.budget) return refuse(ErrorCode::kOverBudget, "error.over_budget", path);
    together = *sum;
  }
  return {};
}

Result<void> check_points(const Ballot& ballot, const VoteForm& form) {
  if (!gives_points(form.method)) {
    return ballot.points.empty() ? Result<void>() : refuse(ErrorCode::kNotAllowed, "error.points_not_asked", "points");
  }
  if (ballot.points.size() != ballot.approved.size()) {
    return refuse(ErrorCode::kNotAllowed, "error.points_count", "points");
  }
  std::int64_t left = form.points;
  for (std::size_t i = 0; i < ballot.points.size(); ++i) {
    const std::string path = "points[" + std::to_string(i) + "]";
    if (ballot.points[i] < 1) return refuse(ErrorCode::kNotAllowed, "error.points_too_few", path);
    if (form.most_per_plan > 0 && ballot.points[i] > form.most_per_plan) {
      return refuse(ErrorCode::kTooLarge, "error.points_per_plan", path);
    }
    if (ballot.points[i] > left) return refuse(ErrorCode::kTooLarge, "error.points_too_many", path);
    left -= ballot.points[i];
  }
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
  SK_TRY_VOID(within(validate(round.form), "form"));
  SK_TRY_VOID(id(round.rule.id, "rule"));
  SK_TRY_VOID(within(validate(round.rule), "counting"));
  SK_TRY_VOID(each(round.plans, "plans", check_plan));
  SK_TRY_VOID(check_plan_ids(round));
  SK_TRY_VOID(check_links(round));
  SK_TRY_VOID(each(round.limits, "limits", check_limit));
  return check_limits(round);
}

Result<void> validate(const VoteForm& form) {
  SK_TRY_VOID(not_negative(form.most_plans, "most_plans"));
  SK_TRY_VOID(not_negative(form.most_per_plan, "most_per_plan"));
  if (form.points < 1 || form.points > kMaxPoints) {
    return refuse(ErrorCode::kNotAllowed, "error.form_points", "points");
  }
  return {};
}

Result<void> validate(const CountingRule& rule) {
  SK_TRY_VOID(id(rule.id, "id"));
  SK_TRY_VOID(optional_id(rule.utility, "utility"));
  SK_TRY_VOID(optional_id(rule.completion, "completion"));
  SK_TRY_VOID(optional_id(rule.add1_start, "add1_start"));
  SK_TRY_VOID(optional_id(rule.add1_stop, "add1_stop"));
  SK_TRY_VOID(optional_id(rule.then, "then"));
  SK_TRY_VOID(optional_id(rule.comparison, "comparison"));
  SK_TRY_VOID(optional_id(rule.variant, "variant"));
  SK_TRY_VOID(optional_id(rule.ties, "ties"));
  SK_TRY_VOID(text(rule.seed, kMaxTitle, "seed"));
  SK_TRY_VOID(not_negative(rule.min_votes, "min_votes"));
  if (rule.min_votes > kMostVotes) return refuse(ErrorCode::kTooLarge, "error.min_votes", "min_votes");
  return {};
}

Result<void> validate(const Ballot& ballot, const Round& round) {
  const VoteForm& form = round.form;
  if (form.method == VoteMethod::kRanking) {
    SK_TRY_VOID(each_once(ballot.approved, "approved"));
  } else {
    SK_TRY_VOID(sorted_unique(ballot.approved, "approved"));
  }
  SK_TRY_VOID(check_plans(ballot, round));
  if (form.most_plans > 0 && ballot.approved.size() > static_cast<std::size_t>(form.most_plans)) {
    return refuse(ErrorCode::kTooLarge, "error.too_many_plans", "approved[" + std::to_string(form.most_plans) + "]");
  }
  return check_points(ballot, form);
}

}  // namespace stoepkrijt::model
