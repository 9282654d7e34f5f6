#include "rules/claims.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "rules/compare.hpp"
#include "rules/feasibility.hpp"
#include "rules/registry.hpp"
#include "rules/ties.hpp"
#include "rules/what_if.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio people_ratio(std::uint64_t people) { return Ratio(BigInt::from_unsigned(people), BigInt(1)); }

Claim make(ClaimKind kind) {
  Claim claim;
  claim.kind = kind;
  return claim;
}

TieBy decider(const Election& election, const RuleParams& params, const std::vector<std::uint64_t>& votes,
              ProjectIndex first, ProjectIndex second) {
  const auto given = [&](ProjectIndex p) {
    return std::find(params.ties_won.begin(), params.ties_won.end(), p) != params.ties_won.end();
  };
  if (given(first)) return TieBy::kGiven;
  const bool cost = params.ties == TieOrder::kCostVotes || params.ties == TieOrder::kCostVotesLot;
  if (cost && election.projects[first].cost != election.projects[second].cost) return TieBy::kCost;
  if ((cost || params.ties == TieOrder::kVotes) && votes[first] != votes[second]) return TieBy::kVotes;
  return params.ties == TieOrder::kCostVotesLot || params.ties == TieOrder::kLot ? TieBy::kLot : TieBy::kId;
}

/// The first purse of the run, before it grew.
Ratio first_purse(const Election& election, const RuleParams& params, const Trace& trace) {
  const Ratio exact = election.budget / people_ratio(std::max<std::uint64_t>(trace.voters, 1));
  const bool add1 = params.completion == Completion::kAdd1 || params.completion == Completion::kAdd1u;
  return add1 && params.add1_start == Add1Start::kIntegral ? Ratio(exact.floor(), BigInt(1)) : exact;
}

bool grows(const RuleParams& params) {
  return params.completion == Completion::kAdd1 || params.completion == Completion::kAdd1u ||
         params.completion == Completion::kBudgetIncrease;
}

}  // namespace

bool WhatIfBound::allows(const Election& election) const {
  std::uint64_t entries = election.ballots.size();
  for (const Ballot& ballot : election.ballots) entries += ballot.projects.size();
  return search && entries * election.projects.size() <= most_work;
}

Explainer::Explainer(std::string_view rule, const Election& election, const RuleParams& params, const Outcome& outcome,
                     const Trace& trace)
    : rule_(rule), election_(election), params_(params), outcome_(outcome), trace_(trace), at_end_(election, trace) {
  at_end_.play_to(trace.rounds.size());
}

std::vector<bool> Explainer::winner_marks() const {
  std::vector<bool> won(election_.projects.size(), false);
  for (const ProjectIndex p : outcome_.winners) won[p] = true;
  return won;
}

Result<std::vector<Claim>> Explainer::result() const {
  std::vector<Claim> out;
  Claim voters = make(ClaimKind::kVoters);
  Claim empty = make(ClaimKind::kEmptyHanded);
  const std::vector<bool> won = winner_marks();
  for (const Ballot& ballot : election_.ballots) {
    voters.people += ballot.count;
    (ballot.projects.empty() ? voters.of_people : empty.of_people) += ballot.count;
    const bool none = std::none_of(ballot.projects.begin(), ballot.projects.end(), [&](auto p) { return won[p]; });
    if (!ballot.projects.empty() && none) empty.people += ballot.count;
  }
  out.push_back(std::move(voters));
  phases(out);
  growth(out);
  Claim filled = make(ClaimKind::kFilled);
  for (const Round& round : trace_.rounds) {
    if (!round.completed) continue;
    filled.projects.push_back({round.project, election_.projects[round.project].cost});
    filled.amount += election_.projects[round.project].cost;
  }
  if (!filled.projects.empty() && trace_.phases.empty()) out.push_back(std::move(filled));
  if (trace_.replaced_by_greedy && trace_.phases.empty()) {
    SK_TRY(claim, replaced());
    out.push_back(std::move(claim));
  }
  Claim spent = make(ClaimKind::kSpent);
  spent.number = outcome_.winners.size();
  spent.amount = outcome_.cost;
  spent.of_amount = election_.budget;
  out.push_back(std::move(spent));
  out.push_back(std::move(empty));
  const bool alone = params_.completion == Completion::kNone && params_.then == Then::kNone &&
                     params_.comparison == ComparisonStep::kNone && trace_.phases.empty();
  if (!trace_.next_budget.is_zero() && alone) {
    out.push_back(make(ClaimKind::kNextBudget));
    out.back().amount = trace_.next_budget;
  }
  return out;
}

void Explainer::growth(std::vector<Claim>& out) const {
  const Payments payments = payments_of(trace_);
  if (payments == Payments::kNone || trace_.purse.is_zero()) return;
  const Ratio first = first_purse(election_, params_, trace_);
  Claim purse = make(ClaimKind::kPurse);
  purse.people = trace_.voters;
  purse.amount = trace_.purse;
  purse.of_amount = election_.budget;
  out.push_back(std::move(purse));
  if (payments != Payments::kShares || !grows(params_)) return;
  if (trace_.purse > first) {
    Claim grown = make(ClaimKind::kPurseGrown);
    grown.amount = trace_.purse;
    grown.of_amount = first;
    out.push_back(std::move(grown));
  }
  const std::vector<bool> won = winner_marks();
  std::vector<bool> by_rule = won;
  Ratio cost;
  for (const Round& round : trace_.rounds) {
    if (round.completed) by_rule[round.project] = false;
    if (!round.completed) cost += election_.projects[round.project].cost;
  }
  const Ratio left = election_.budget - cost;
  bool any = false;
  bool fits = false;
  for (ProjectIndex p = 0; p < won.size(); ++p) {
    if (by_rule[p] || election_.projects[p].cost.is_zero() || people_of(at_end_.groups(p)) == 0) continue;
    any = true;
    fits = fits || election_.projects[p].cost <= left;
  }
  if (!any) {
    out.push_back(make(ClaimKind::kGrowthAllIn));
  } else if (!fits && params_.add1_stop == Add1Stop::kExhaustive) {
    out.push_back(make(ClaimKind::kGrowthExhausted));
    out.back().amount = left;
  } else if (trace_.add1_overran) {
    out.push_back(make(ClaimKind::kGrowthOverran));
    const Ratio step = params_.completion == Completion::kBudgetIncrease
                           ? election_.budget / Ratio(100) / people_ratio(trace_.voters)
                           : Ratio(1);
    out.back().amount = trace_.purse + step;
  }
}

void Explainer::phases(std::vector<Claim>& out) const {
  for (std::size_t i = 0; i < trace_.phases.size(); ++i) {
    const Phase& phase = trace_.phases[i];
    if (phase.kind != Phase::Kind::kPot) continue;
    Claim claim = make(ClaimKind::kPhase);
    claim.name = phase.name;
    claim.area = phase.area;
    claim.of_amount = phase.budget;
    const std::size_t end = i + 1 < trace_.phases.size() ? trace_.phases[i + 1].first_round : trace_.rounds.size();
    for (std::size_t r = phase.first_round; r < end; ++r) {
      claim.amount += election_.projects[trace_.rounds[r].project].cost;
    }
    out.push_back(std::move(claim));
  }
  const std::vector<bool> won = winner_marks();
  for (const CategoryLimit& limit : election_.constraints.limits) {
    if (!limit.least) continue;
    Claim claim = make(ClaimKind::kLeastUnmet);
    claim.name = limit.name;
    claim.area = limit.area;
    claim.of_amount = *limit.least;
    for (ProjectIndex p = 0; p < won.size(); ++p) {
      if (won[p] && belongs_to(election_.projects[p], limit.name, limit.area)) {
        claim.amount += election_.projects[p].cost;
      }
    }
    if (claim.amount < claim.of_amount) out.push_back(std::move(claim));
  }
}

Result<Claim> Explainer::replaced() const {
  RuleParams params = params_;
  params.comparison = ComparisonStep::kNone;
  Trace other;
  const Result<Outcome> outcome = tally(rule_, election_, params, other);
  if (!outcome) return fail(outcome.error());
  const Comparison c = compare_outcomes(election_, outcome_, *outcome);
  Claim claim = make(ClaimKind::kReplaced);
  const bool nonempty = params_.comparison == ComparisonStep::kNonempty;
  claim.people = nonempty ? c.only_a : c.more_under_a;
  claim.of_people = nonempty ? c.only_b : c.more_under_b;
  claim.number = nonempty ? 1 : 0;
  return claim;
}

Result<std::vector<Claim>> Explainer::ties(const WhatIfBound& bound) const {
  std::vector<Claim> out;
  const std::vector<std::uint64_t> votes = count_votes(election_);
  const std::vector<std::uint32_t> rank = tie_ranks(election_, params_);
  const std::vector<bool> won = winner_marks();
  for (std::size_t r = 0; r < trace_.rounds.size(); ++r) {
    const Round& round = trace_.rounds[r];
    // Ties of whole sets, and of parts of projects that were bought step by step, are no choice of one before another.
    if (!round.completed && (trace_.rule == "max-welfare" || !trace_.parts.empty())) continue;
    std::vector<ProjectIndex> tied = round.tied;
    for (std::size_t before = 0; before < r; ++before) std::erase(tied, trace_.rounds[before].project);
    // What goes before the winner in the tie order had its turn, and was not possible.
    std::erase_if(tied, [&](ProjectIndex p) { return rank[p] < rank[round.project]; });
    if (tied.size() < 2) continue;
    Claim claim = make(ClaimKind::kTie);
    claim.project = round.project;
    claim.number = r + 1;
    std::sort(tied.begin(), tied.end(), [&](ProjectIndex a, ProjectIndex b) { return rank[a] < rank[b]; });
    for (const ProjectIndex p : tied) claim.projects.push_back({p, election_.projects[p].cost});
    const ProjectIndex second = tied[0] == round.project ? tied[1] : tied[0];
    claim.by = decider(election_, params_, votes, round.project, second);
    out.push_back(std::move(claim));
    if (!bound.allows(election_)) continue;
    constexpr std::size_t kMostAsked = 5;  // of one tie: the others are told as a tie only
    std::size_t asked = 0;
    for (const ProjectIndex p : tied) {
      if (p == round.project || won[p] || ++asked > kMostAsked) continue;
      RuleParams params = params_;
      params.ties_won.insert(params.ties_won.begin(), p);
      Trace trace;
      const Result<Outcome> outcome = tally(rule_, election_, params, trace);
      if (!outcome) return fail(outcome.error());
      Claim otherwise = make(ClaimKind::kTieOtherwise);
      otherwise.project = p;
      std::vector<bool> then(won.size(), false);
      for (const ProjectIndex q : outcome->winners) then[q] = true;
      for (ProjectIndex q = 0; q < won.size(); ++q) {
        if (then[q] && !won[q]) otherwise.projects.push_back({q, election_.projects[q].cost});
        if (!then[q] && won[q]) otherwise.lost.push_back(q);
      }
      out.push_back(std::move(otherwise));
    }
  }
  return out;
}

std::vector<Claim> Explainer::groups() const {
  std::map<std::pair<bool, std::string>, std::vector<bool>> members;
  for (std::size_t p = 0; p < election_.projects.size(); ++p) {
    const Project& project = election_.projects[p];
    const auto add = [&](bool area, const std::string& name) {
      if (name.empty()) return;
      members.try_emplace({area, name}, std::vector<bool>(election_.projects.size(), false)).first->second[p] = true;
    };
    for (const std::string& category : project.categories) add(false, category);
    add(true, project.area);
  }
  const std::vector<bool> won = winner_marks();
  const std::vector<std::uint64_t> votes = count_votes(election_);
  const std::uint64_t voters = count_voters(election_);
  std::vector<Claim> out;
  for (const auto& [key, in] : members) {
    Claim money = make(ClaimKind::kGroupMoney);
    Claim empty = make(ClaimKind::kGroupEmpty);
    money.area = empty.area = key.first;
    money.name = empty.name = key.second;
    money.of_people = voters;
    std::vector<std::uint64_t> chose(won.size(), 0);  // people of the group per winner
    for (const Ballot& ballot : election_.ballots) {
      if (std::none_of(ballot.projects.begin(), ballot.projects.end(), [&](auto p) { return in[p]; })) continue;
      money.people += ballot.count;
      bool served = false;
      for (const ProjectIndex p : ballot.projects) {
        if (!won[p]) continue;
        served = true;
        chose[p] += ballot.count;
      }
      if (!served) empty.people += ballot.count;
    }
    for (std::size_t p = 0; p < won.size(); ++p) {
      if (!won[p] || votes[p] == 0) continue;
      const bool in_part = outcome_.part_paid && outcome_.winners.back() == p;
      const Ratio cost = in_part ? *outcome_.part_paid : election_.projects[p].cost;
      money.of_amount += cost;
      money.amount += cost * people_ratio(chose[p]) / people_ratio(votes[p]);
    }
    empty.of_people = money.people;
    out.push_back(std::move(money));
    if (empty.of_people > 0) out.push_back(std::move(empty));
  }
  return out;
}

}  // namespace stoepkrijt::rules
