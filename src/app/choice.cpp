#include "app/choice.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace stoepkrijt::app {

namespace {

constexpr std::int64_t kEnoughVoters = 50;
constexpr std::int64_t kExampleVoters = 500;

Money difference(Money a, Money b) { return a.minus(b).value_or(Money{}); }

}  // namespace

Choice choice_of(const State& state, const model::Round& round) {
  Choice choice;
  choice.form = round.form;
  choice.plans = static_cast<std::int64_t>(state.ballot.chosen.size());
  for (const std::string& id : state.ballot.chosen) {
    if (const model::Plan* plan = find_plan(round, id)) {
      choice.cost = choice.cost.plus(plan->cost).value_or(choice.cost);
    }
  }
  choice.money_left = difference(round.budget, choice.cost);
  choice.points = std::accumulate(state.ballot.points.begin(), state.ballot.points.end(), std::int64_t{0});
  choice.points_left = round.form.points - choice.points;
  return choice;
}

std::optional<std::size_t> place_of(const BallotDraft& draft, std::string_view plan_id) {
  const auto it = std::find(draft.chosen.begin(), draft.chosen.end(), plan_id);
  if (it == draft.chosen.end()) return std::nullopt;
  return static_cast<std::size_t>(it - draft.chosen.begin());
}

std::int64_t points_on(const BallotDraft& draft, std::string_view plan_id) {
  const std::optional<std::size_t> place = place_of(draft, plan_id);
  return place && *place < draft.points.size() ? draft.points[*place] : 0;
}

Limit limit_for(const State& state, const model::Round& round, const model::Plan& plan) {
  const Choice choice = choice_of(state, round);
  const bool chosen = place_of(state.ballot, plan.id).has_value();
  const model::VoteForm& form = round.form;
  if (!chosen && form.most_plans > 0 && choice.plans >= form.most_plans) return Limit::kPlans;
  if (model::gives_points(form.method)) {
    if (form.most_per_plan > 0 && points_on(state.ballot, plan.id) >= form.most_per_plan) return Limit::kPerPlan;
    return choice.points_left <= 0 ? Limit::kPoints : Limit::kNone;
  }
  if (form.method == model::VoteMethod::kKnapsack && !chosen && plan.cost > choice.money_left) return Limit::kMoney;
  return Limit::kNone;
}

std::string limit_words(Limit limit, const State& state, const model::Round& round, const model::Plan& plan,
                        const Lang& lang) {
  const bool vouchers = round.form.method == model::VoteMethod::kVouchers;
  switch (limit) {
    case Limit::kNone:
      return {};
    case Limit::kMoney:
      return lang.tr("vote.limit_money",
                     {{"left", lang.money(choice_of(state, round).money_left)}, {"cost", lang.money(plan.cost)}});
    case Limit::kPlans:
      return lang.count("vote.limit_plans", round.form.most_plans);
    case Limit::kPoints:
      return lang.tr(vouchers ? "vote.limit_vouchers" : "vote.limit_points");
    case Limit::kPerPlan:
      return lang.count(vouchers ? "vote.limit_vouchers_per_plan" : "vote.limit_per_plan", round.form.most_per_plan);
  }
  return {};
}

std::int64_t most_points(const State& state, const model::Round& round, const model::Plan& plan) {
  const std::int64_t now = points_on(state.ballot, plan.id);
  if (now == 0 && limit_for(state, round, plan) != Limit::kNone) return 0;
  const std::int64_t most = now + std::max<std::int64_t>(0, choice_of(state, round).points_left);
  return round.form.most_per_plan > 0
             ? std::max<std::int64_t>(now, std::min<std::int64_t>(most, round.form.most_per_plan))
             : most;
}

VoucherWorth voucher_worth(const State& state, const model::Round& round) {
  VoucherWorth worth;
  const std::int64_t cast = state.urn == nullptr ? 0 : state.urn->total();
  worth.voters = cast >= kEnoughVoters ? cast : kExampleVoters;
  worth.each = vouchers_worth(state, round, 1);
  return worth;
}

Money vouchers_worth(const State& state, const model::Round& round, std::int64_t vouchers) {
  const std::int64_t cast = state.urn == nullptr ? 0 : state.urn->total();
  const std::int64_t voters = cast >= kEnoughVoters ? cast : kExampleVoters;
  const Ratio all = Ratio(voters) * Ratio(round.form.points);
  return Money::nearest(round.budget.to_ratio() * Ratio(vouchers) / all).value_or(Money{});
}

std::string points_words(const model::VoteForm& form, std::int64_t n, const Lang& lang) {
  return lang.count(form.method == model::VoteMethod::kVouchers ? "vote.vouchers" : "vote.points", n);
}

Result<void> may_change_form(const State& state) {
  const std::int64_t cast = state.urn == nullptr ? 0 : state.urn->total();
  if (state.example || cast == 0) return {};
  return fail(Error(ErrorCode::kNotAllowed, "error.form_has_ballots").with("n", std::to_string(cast)));
}

bool is_current(const State& state, const model::Round& round) {
  const model::Round* current = current_round(state);
  return current != nullptr && current->id == round.id;
}

Result<void> may_change_form(const State& state, const model::Round& round) {
  if (is_current(state, round)) return may_change_form(state);
  if (is_prepared(round)) return {};
  return fail(ErrorCode::kNotAllowed, "error.round_over");
}

model::Ballot make_ballot(const BallotDraft& draft, const model::VoteForm& form) {
  model::Ballot ballot;
  if (form.method == model::VoteMethod::kRanking) {
    ballot.approved = draft.chosen;
    return ballot;
  }
  ballot.approved = draft.chosen;
  std::sort(ballot.approved.begin(), ballot.approved.end());
  if (!model::gives_points(form.method)) return ballot;
  for (const std::string& id : ballot.approved) ballot.points.push_back(points_on(draft, id));
  return ballot;
}

BallotDraft tidied(BallotDraft draft, const model::Round* round) {
  BallotDraft out;
  out.round_id = draft.round_id;
  if (round == nullptr) return out;
  const bool points = model::gives_points(round->form.method);
  if (points != !draft.points.empty()) return out;  // filled in for another form
  for (const std::string& id : draft.chosen) {
    if (find_plan(*round, id) == nullptr || place_of(out, id)) continue;
    const std::int64_t n = points_on(draft, id);
    if (points && n < 1) continue;
    out.chosen.push_back(id);
    if (points) out.points.push_back(n);
  }
  return out;
}

}  // namespace stoepkrijt::app
