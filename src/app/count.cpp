#include "app/count.hpp"

#include <algorithm>
#include <utility>

#include "app/ballots.hpp"
#include "app/count_params.hpp"
#include "app/count_phases.hpp"
#include "app/count_purses.hpp"
#include "rules/figures.hpp"
#include "rules/registry.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::app {

namespace {

using rules::Election;
using rules::Outcome;
using rules::ProjectIndex;
using rules::Trace;

Fate fate_of(rules::WhyOut why) {
  switch (why) {
    case rules::WhyOut::kSelected:
      return Fate::kChosen;
    case rules::WhyOut::kNoSupport:
      return Fate::kNoVotes;
    case rules::WhyOut::kDidNotFit:
      return Fate::kDoesNotFit;
    case rules::WhyOut::kSupportersTooPoor:
      return Fate::kTooLittleLeft;
    case rules::WhyOut::kTooDear:
      return Fate::kTooDear;
    case rules::WhyOut::kExcluded:
      return Fate::kExcluded;
    case rules::WhyOut::kLacksRequired:
      return Fate::kLacksRequired;
    case rules::WhyOut::kCategoryFull:
      return Fate::kCategoryFull;
    case rules::WhyOut::kAfterStop:
      return Fate::kAfterStop;
    case rules::WhyOut::kEliminated:
      return Fate::kEliminated;
    case rules::WhyOut::kNotBest:
      return Fate::kNotBest;
  }
  return Fate::kNoVotes;
}

MoneyModel money_model(const Trace& trace) {
  if (trace.replaced_by_greedy || trace.payments == rules::Payments::kNone) return MoneyModel::kBudget;
  return trace.payments == rules::Payments::kLoads ? MoneyModel::kLoads : MoneyModel::kPurses;
}

void describe_payments(const Election& election, const Trace& trace, RuleCount& count) {
  const auto voters = static_cast<std::int64_t>(trace.voters);
  if (count.money == MoneyModel::kPurses && voters > 0) {
    count.purse_first = to_money(election.budget / Ratio(voters));
    count.purse_final = to_money(trace.purse);
  }
  if (!trace.phases.empty()) return describe_parts(election, trace, count);
  Purses purses(election, trace);
  for (const rules::Round& round : trace.rounds) {
    PlanCount& plan = count.plans[round.project];
    purses.describe(round.project, plan);
    purses.pay(round, plan);
    plan.filled = round.completed && plan.pay_share + plan.pay_rest == 0;
  }
  for (std::size_t p = 0; p < count.plans.size(); ++p) {
    if (count.plans[p].fate != Fate::kChosen) purses.describe(static_cast<ProjectIndex>(p), count.plans[p]);
  }
  count.equal_price = count.money == MoneyModel::kPurses && purses.equal_price();
}

OutcomeFigures outcome_figures(const Election& election, const Outcome& outcome) {
  OutcomeFigures figures;
  std::vector<bool> won(election.projects.size());
  for (const ProjectIndex w : outcome.winners) won[w] = true;
  std::int64_t voters = 0;
  std::int64_t got = 0;
  std::vector<bool> supported(election.projects.size());
  for (const rules::Ballot& ballot : election.ballots) {
    const auto people = static_cast<std::int64_t>(ballot.count);
    std::int64_t here = 0;
    for (const ProjectIndex p : ballot.projects) {
      here += won[p] ? 1 : 0;
      supported[p] = true;
    }
    voters += people;
    got += here * people;
    if (here == 0 && !ballot.projects.empty()) figures.empty_handed += people;
  }
  if (voters > 0) figures.winners_tenths = (got * 10 + voters / 2) / voters;
  const Ratio left = election.budget - outcome.cost;
  figures.exhaustive = true;
  for (std::size_t p = 0; p < won.size(); ++p) {
    const Ratio& cost = election.projects[p].cost;
    if (!won[p] && supported[p] && !cost.is_zero() && cost <= left) figures.exhaustive = false;
  }
  if (const auto all = rules::figures_of(election, outcome)) {
    const auto percent = (all->gini_money * Ratio(200) + Ratio(1)) / Ratio(2);
    figures.gini_percent = percent.floor().to_int64().value_or(0);
  }
  return figures;
}

void fill_rounds(const Election& election, const Outcome& outcome, const Trace& trace, RuleCount& count) {
  for (const ProjectIndex w : outcome.winners) {
    count.winners.push_back(election.projects[w].id);
    count.plans[w].gets = to_money(election.projects[w].cost);
  }
  if (outcome.part_paid && !outcome.winners.empty()) {
    count.plans[outcome.winners.back()].gets = to_money(*outcome.part_paid);
  }
  for (const rules::Round& round : trace.rounds) {
    PlanCount& plan = count.plans[round.project];
    plan.filled = round.completed;
    for (const ProjectIndex p : round.tied) {
      if (p != round.project) plan.tied.push_back(election.projects[p].id);
    }
    count.ties = count.ties || !plan.tied.empty();
  }
}

std::vector<bool> winner_flags(const Election& election, const RuleCount& count) {
  std::vector<bool> flags(election.projects.size());
  for (std::size_t p = 0; p < flags.size(); ++p) flags[p] = count.plans[p].fate == Fate::kChosen;
  return flags;
}

void compare(const Election& election, CountResult& result) {
  const std::vector<bool> a = winner_flags(election, result.counted);
  const std::vector<bool> b = winner_flags(election, result.other);
  for (const rules::Ballot& ballot : election.ballots) {
    std::int64_t balance = 0;
    for (const ProjectIndex p : ballot.projects) balance += (a[p] ? 1 : 0) - (b[p] ? 1 : 0);
    const auto people = static_cast<std::int64_t>(ballot.count);
    (balance > 0 ? result.prefer_counted : balance < 0 ? result.prefer_other : result.same) += people;
  }
}

}  // namespace

Result<Election> round_election(const model::Round& round, const model::Urn& urn) {
  if (urn.total() <= 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  if (!urn.round_id.empty() && urn.round_id != round.id) {
    return fail(Error(ErrorCode::kUnknownId, "error.urn_of_other_round").with("round", urn.round_id));
  }
  SK_TRY(election, election_of(round, urn));
  SK_TRY_VOID(rules::validate(election));
  return election;
}

Result<RuleCount> count_by(const Election& election, const model::CountingRule& rule, rules::Watcher* watcher) {
  SK_TRY(params, params_of(rule));
  params.watcher = watcher;
  RuleCount count;
  count.rule = normalised(rule);
  Trace trace;
  SK_TRY(outcome, rules::tally(rule.id, election, params, trace));
  if (rule.id == kRuleEqualShares && trace.payments == rules::Payments::kNone) {
    trace.payments = rules::Payments::kShares;
    trace.utility = rules::resolve_utility(election, params.utility);
  }
  count.money = money_model(trace);
  count.replaced = trace.replaced_by_greedy;
  count.spent = to_money(outcome.cost);
  count.left = to_money(election.budget - outcome.cost);
  count.next_budget = to_money(trace.next_budget);
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    const rules::ProjectTrace& t = trace.projects[p];
    PlanCount plan;
    plan.plan_id = election.projects[p].id;
    plan.votes = static_cast<std::int64_t>(t.votes);
    plan.fate = fate_of(t.why);
    plan.turn = static_cast<std::int32_t>(t.turn);
    plan.left_before = to_money(t.money_then);
    count.plans.push_back(std::move(plan));
  }
  fill_rounds(election, outcome, trace, count);
  if (count.money != MoneyModel::kBudget) describe_payments(election, trace, count);
  count.figures = outcome_figures(election, outcome);
  return count;
}

Result<std::shared_ptr<const CountResult>> count_round(const model::Round& round, const model::Urn& urn,
                                                       const model::CountingRule& rule,
                                                       const model::CountingRule& other, rules::Watcher* watcher) {
  SK_TRY(election, round_election(round, urn));
  auto result = std::make_shared<CountResult>();
  result->round_id = round.id;
  result->ballots = static_cast<std::int64_t>(rules::count_voters(election));
  for (const rules::Ballot& ballot : election.ballots) {
    if (ballot.projects.empty()) result->blank += static_cast<std::int64_t>(ballot.count);
  }
  SK_TRY(counted, count_by(election, rule, watcher));
  SK_TRY(beside, count_by(election, other, watcher));
  result->counted = std::move(counted);
  result->other = std::move(beside);
  compare(election, *result);
  return std::shared_ptr<const CountResult>(std::move(result));
}

Result<std::shared_ptr<const CountResult>> count_round(const model::Round& round, const model::Urn& urn,
                                                       std::string_view rule_id) {
  const model::CountingRule rule = offered(rule_id);
  return count_round(round, urn, rule, default_other(rule, round.form.method));
}

Money purse_of(const RuleCount& count, const PlanCount& plan) {
  const auto part = static_cast<std::size_t>(plan.part);
  return plan.part >= 0 && part < count.parts.size() ? count.parts[part].purse : count.purse_final;
}

const PlanCount* find_count(const RuleCount& count, std::string_view plan_id) {
  for (const PlanCount& plan : count.plans) {
    if (plan.plan_id == plan_id) return &plan;
  }
  return nullptr;
}

}  // namespace stoepkrijt::app
