#include "app/count.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "app/count_help.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::app {

namespace {

using rules::Election;
using rules::Outcome;
using rules::ProjectIndex;
using rules::Trace;

Money to_money(const Ratio& euros) {
  const Result<Money> money = Money::nearest(euros);
  return money ? *money : Money{};
}

Result<Election> make_election(const model::Round& round, const model::Urn& urn) {
  Election election;
  election.budget = round.budget.to_ratio();
  std::map<std::string, ProjectIndex, std::less<>> index;
  for (const model::Plan& plan : round.plans) {
    index.emplace(plan.id, static_cast<ProjectIndex>(election.projects.size()));
    election.projects.push_back(
        {.id = plan.id, .name = plan.title.nl, .cost = plan.cost.to_ratio(), .categories = {}, .area = plan.buurt});
  }
  for (const model::Urn::Entry& entry : urn.entries) {
    if (entry.count <= 0) continue;
    std::vector<ProjectIndex> projects;
    for (const std::string& id : entry.ballot.approved) {
      const auto it = index.find(id);
      if (it == index.end()) return fail(Error(ErrorCode::kUnknownId, "error.ballot_unknown_plan").with("plan", id));
      projects.push_back(it->second);
    }
    rules::add_ballot(election, std::move(projects), static_cast<std::uint64_t>(entry.count));
  }
  rules::merge_ballots(election);
  return election;
}

bool approves(const rules::Ballot& ballot, ProjectIndex project) {
  return std::binary_search(ballot.projects.begin(), ballot.projects.end(), project);
}

// Replays the purses of every ballot along the rounds of a run: what each group of equal voters has and has paid.
class Purses {
 public:
  Purses(const Election& election, const Ratio& start)
      : election_(election), left_(election.ballots.size(), start), paid_(election.ballots.size()) {}

  void describe(ProjectIndex project, PlanCount& plan) const {
    Ratio have;
    std::array<Band, 3> bands;
    for (std::size_t b = 0; b < left_.size(); ++b) {
      if (!approves(election_.ballots[b], project)) continue;
      const auto people = static_cast<std::int64_t>(election_.ballots[b].count);
      const std::size_t kind = paid_[b].empty() ? 0U : left_[b].is_zero() ? 2U : 1U;
      bands[kind].people += people;
      bands[kind].left += left_[b] * Ratio(people);
      have += left_[b] * Ratio(people);
      for (const auto& [paid_project, amount] : paid_[b]) bands[kind].spent[paid_project] += amount * Ratio(people);
    }
    plan.have = to_money(have);
    for (std::size_t kind = 0; kind < bands.size(); ++kind) {
      if (bands[kind].people == 0) continue;
      PurseBand band{static_cast<PurseBand::Kind>(kind), bands[kind].people, to_money(bands[kind].left), {}};
      for (const auto& [paid_project, amount] : bands[kind].spent) {
        band.spent.push_back({election_.projects[paid_project].id, to_money(amount)});
      }
      plan.bands.push_back(std::move(band));
    }
  }

  void buy(const rules::Round& round, PlanCount& plan) {
    Ratio rest;
    plan.share = to_money(round.price);
    for (std::size_t b = 0; b < left_.size(); ++b) {
      if (!approves(election_.ballots[b], round.project)) continue;
      const auto people = static_cast<std::int64_t>(election_.ballots[b].count);
      const bool whole = left_[b] >= round.price;
      const Ratio amount = whole ? round.price : left_[b];
      (whole ? plan.pay_share : plan.pay_rest) += people;
      if (!whole) rest += amount * Ratio(people);
      if (!amount.is_zero()) paid_[b].emplace_back(round.project, amount);
      left_[b] -= amount;
    }
    plan.rest_together = to_money(rest);
  }

 private:
  struct Band {
    std::int64_t people = 0;
    Ratio left;
    std::map<ProjectIndex, Ratio> spent;
  };
  const Election& election_;
  std::vector<Ratio> left_;
  std::vector<std::vector<std::pair<ProjectIndex, Ratio>>> paid_;
};

Fate fate_of(rules::WhyOut why) {
  switch (why) {
    case rules::WhyOut::kSelected:
      return Fate::kChosen;
    case rules::WhyOut::kNoSupport:
      return Fate::kNoVotes;
    case rules::WhyOut::kDidNotFit:
    case rules::WhyOut::kTooDear:
    case rules::WhyOut::kExcluded:
    case rules::WhyOut::kLacksRequired:
    case rules::WhyOut::kCategoryFull:
    case rules::WhyOut::kAfterStop:
    case rules::WhyOut::kEliminated:
    case rules::WhyOut::kNotBest:
      return Fate::kDoesNotFit;
    case rules::WhyOut::kSupportersTooPoor:
      return Fate::kTooLittleLeft;
  }
  return Fate::kNoVotes;
}

void describe_equal_shares(const Election& election, const Trace& trace, RuleCount& count) {
  const auto voters = static_cast<std::int64_t>(trace.voters);
  count.purse_first = to_money(election.budget / Ratio(voters));
  count.purse_final = to_money(trace.purse);
  Purses purses(election, trace.purse);
  for (const rules::Round& round : trace.rounds) {
    PlanCount& plan = count.plans[round.project];
    purses.describe(round.project, plan);
    purses.buy(round, plan);
  }
  for (std::size_t p = 0; p < count.plans.size(); ++p) {
    if (count.plans[p].fate != Fate::kChosen) purses.describe(static_cast<ProjectIndex>(p), count.plans[p]);
  }
}

Result<RuleCount> count_by(const Election& election, std::string_view rule) {
  RuleCount count;
  count.rule = rule;
  Trace trace;
  SK_TRY(outcome, run_rule(election, rule, trace));
  for (const ProjectIndex winner : outcome.winners) count.winners.push_back(election.projects[winner].id);
  count.spent = to_money(outcome.cost);
  count.left = to_money(election.budget - outcome.cost);
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
  for (const rules::Round& round : trace.rounds) count.ties = count.ties || !round.tied.empty();
  if (rule == kRuleEqualShares) describe_equal_shares(election, trace, count);
  for (const rules::Ballot& ballot : election.ballots) {
    const bool served = std::any_of(outcome.winners.begin(), outcome.winners.end(),
                                    [&](ProjectIndex w) { return approves(ballot, w); });
    if (!served && !ballot.projects.empty()) count.empty_handed += static_cast<std::int64_t>(ballot.count);
  }
  return count;
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

Result<Outcome> run_rule(const Election& election, std::string_view rule, Trace& trace) {
  rules::RuleParams params;
  params.utility = rules::Utility::kCost;
  params.ties = rules::TieOrder::kId;
  if (rule == kRuleEqualShares) params.completion = rules::Completion::kAdd1;
  if (rule == kRuleGreedy) params.min_votes = 1;
  return rules::tally(rule, election, params, trace);
}

Result<std::shared_ptr<const CountResult>> count_round(const model::Round& round, const model::Urn& urn,
                                                       std::string_view rule_id) {
  if (urn.total() <= 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  if (!urn.round_id.empty() && urn.round_id != round.id) {
    return fail(Error(ErrorCode::kUnknownId, "error.urn_of_other_round").with("round", urn.round_id));
  }
  SK_TRY(election, make_election(round, urn));
  SK_TRY_VOID(rules::validate(election));
  auto result = std::make_shared<CountResult>();
  result->round_id = round.id;
  result->ballots = urn.total();
  for (const rules::Ballot& ballot : election.ballots) {
    if (ballot.projects.empty()) result->blank += static_cast<std::int64_t>(ballot.count);
  }
  SK_TRY(counted, count_by(election, rule_id));
  SK_TRY(other, count_by(election, rule_id == kRuleGreedy ? kRuleEqualShares : kRuleGreedy));
  find_help(election, counted);
  result->counted = std::move(counted);
  result->other = std::move(other);
  compare(election, *result);
  return std::shared_ptr<const CountResult>(std::move(result));
}

const PlanCount* find_count(const RuleCount& count, std::string_view plan_id) {
  for (const PlanCount& plan : count.plans) {
    if (plan.plan_id == plan_id) return &plan;
  }
  return nullptr;
}

}  // namespace stoepkrijt::app
