#include <algorithm>
#include <utility>

#include "rules/claims.hpp"
#include "rules/feasibility.hpp"
#include "rules/what_if.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio people_ratio(std::uint64_t people) { return Ratio(BigInt::from_unsigned(people), BigInt(1)); }

Claim about(ProjectIndex project, ClaimKind kind) {
  Claim claim;
  claim.kind = kind;
  claim.project = project;
  return claim;
}

/// What some people paid: how many of them, together, and whether it was all they had.
struct Paid {
  std::uint64_t people = 0;
  Ratio together;
  bool all_they_had = true;

  void add(const ReplayGroup& group) {
    people += group.people;
    together += group.amount * people_ratio(group.people);
    all_they_had = all_they_had && group.after.is_zero();
  }
};

bool plain_approvals(const Election& election, const Trace& trace) {
  return election.type == BallotType::kApproval && trace.utility != Utility::kRelativeCost &&
         trace.utility != Utility::kRelativeCardinality;
}

}  // namespace

Result<std::vector<Claim>> Explainer::project(ProjectIndex project, const WhatIfBound& bound) const {
  if (project >= election_.projects.size() || project >= trace_.projects.size()) {
    return fail(ErrorCode::kUnknownId, "error.unknown_project");
  }
  std::vector<Claim> out;
  Claim votes = about(project, ClaimKind::kVotes);
  Claim got = about(project, ClaimKind::kVotersGot);
  const std::vector<bool> won = winner_marks();
  for (const Ballot& ballot : election_.ballots) {
    const auto at = std::find(ballot.projects.begin(), ballot.projects.end(), project);
    if (at == ballot.projects.end()) continue;
    votes.people += ballot.count;
    if (!ballot.points.empty()) {
      const std::int64_t points = ballot.points[static_cast<std::size_t>(at - ballot.projects.begin())];
      votes.amount += Ratio(BigInt(points), BigInt(election_.points_unit)) * people_ratio(ballot.count);
    }
    const bool served = std::any_of(ballot.projects.begin(), ballot.projects.end(), [&](auto p) { return won[p]; });
    if (served) got.people += ballot.count;
  }
  got.of_people = votes.people;
  out.push_back(std::move(votes));
  if (won[project]) {
    winner(project, out);
  } else {
    out.push_back(out_claim(project));
    if (project < trace_.parts.size() && !trace_.parts[project].is_zero() && trace_.phases.empty()) {
      out.push_back(about(project, ClaimKind::kPartBought));
      out.back().amount = trace_.parts[project];
    }
    money_went(project, out);
    if (got.of_people > 0) out.push_back(std::move(got));
  }
  if (!bound.search) return out;
  if (!bound.allows(election_)) {
    out.push_back(about(project, ClaimKind::kNotSearched));
    return out;
  }
  const bool filled = std::any_of(trace_.rounds.begin(), trace_.rounds.end(), [&](const Round& round) {
    return round.project == project && round.completed;  // not chosen by the rule itself
  });
  std::optional<Claim> support;
  if (!filled) {
    SK_TRY(found, find_support(election_, params_, trace_, project));
    support = std::move(found);
  }
  if (support) out.push_back(std::move(*support));
  if (won[project]) return out;
  const Payments payments = payments_of(trace_);
  const bool purses = payments == Payments::kShares || payments == Payments::kListed;
  const Ratio hint = purses ? money_of(at_end_.groups(project)) : trace_.projects[project].money_then;
  SK_TRY(cost, search_cost(rule_, election_, params_, project, hint));
  if (cost) out.push_back(std::move(*cost));
  SK_TRY(more, search_votes(rule_, election_, params_, project));
  if (more) out.push_back(std::move(*more));
  return out;
}

void Explainer::winner(ProjectIndex project, std::vector<Claim>& out) const {
  const auto place = std::find(outcome_.winners.begin(), outcome_.winners.end(), project) - outcome_.winners.begin();
  const auto found = std::find_if(trace_.rounds.begin(), trace_.rounds.end(),
                                  [&](const Round& round) { return round.project == project; });
  const Ratio& cost = election_.projects[project].cost;
  const bool one_set = trace_.rule == "max-welfare" && (found == trace_.rounds.end() || !found->completed);
  if (one_set) {
    out.push_back(about(project, ClaimKind::kInBestSet));
  } else {
    Claim chosen = about(project, ClaimKind::kChosen);
    chosen.number = static_cast<std::uint64_t>(place) + 1;
    chosen.of_people = outcome_.winners.size();
    out.push_back(std::move(chosen));
  }
  if (outcome_.part_paid && outcome_.winners.back() == project) {
    out.push_back(about(project, ClaimKind::kPartPaid));
    out.back().amount = *outcome_.part_paid;
    out.back().of_amount = cost;
  }
  if (found == trace_.rounds.end()) return;
  if (found->completed && trace_.phases.empty()) out.push_back(about(project, ClaimKind::kFilling));
  const bool nobody = payments_of(trace_) == Payments::kNone || found->completed;
  if (nobody && !one_set && trace_.phases.empty() && !outcome_.part_paid) {
    Claim turn = about(project, ClaimKind::kTurn);
    turn.amount = election_.budget;
    for (std::ptrdiff_t i = 0; i < place; ++i) {
      turn.amount -= election_.projects[outcome_.winners[static_cast<std::size_t>(i)]].cost;
    }
    turn.of_amount = cost;
    out.push_back(std::move(turn));
  }
  if (!nobody && !cost.is_zero()) payments(project, static_cast<std::size_t>(found - trace_.rounds.begin()), out);
}

void Explainer::payments(ProjectIndex project, std::size_t round, std::vector<Claim>& out) const {
  PurseReplay book(election_, trace_);
  book.play_to(round);
  const std::vector<ReplayGroup> groups = book.play();
  const auto say = [&](ClaimKind kind, std::uint64_t people, const Ratio& amount) {
    if (people == 0) return;
    out.push_back(about(project, kind));
    out.back().people = people;
    out.back().amount = amount;
  };
  if (payments_of(trace_) == Payments::kLoads) {
    const std::vector<PurseGroup> carry = book.groups(project);
    Ratio most;
    for (const PurseGroup& group : carry) most = std::max(most, -group.left);
    const bool same = carry.size() == 1;
    say(same ? ClaimKind::kLoadSame : ClaimKind::kLoadMost, people_of(carry), most);
    return;
  }
  Ratio most;
  for (const ReplayGroup& group : groups) most = std::max(most, group.amount);
  Paid full;
  Paid less;
  std::uint64_t nothing = 0;
  for (const ReplayGroup& group : groups) {
    if (group.amount == most) {
      full.add(group);
    } else if (!group.amount.is_zero()) {
      less.add(group);
    } else if (group.before.is_zero() && knows_what_is_left(trace_)) {
      nothing += group.people;
    }
  }
  if (full.people == 0 || most.is_zero()) return;
  const std::uint64_t payers = full.people + less.people;
  const Ratio together = full.together + less.together;
  say(less.people == 0 ? ClaimKind::kPaidSame : ClaimKind::kPaidMost, full.people, most);
  say(less.all_they_had && knows_what_is_left(trace_) ? ClaimKind::kPaidRest : ClaimKind::kPaidLess, less.people,
      less.together);
  say(ClaimKind::kPaidNothing, nothing, Ratio(0));
  if (less.people > 0) say(ClaimKind::kPaidAverage, payers, together / people_ratio(payers));
  const Ratio& cost = election_.projects[project].cost;
  say(ClaimKind::kPaidTogether, payers, together);
  out.back().of_amount = cost;
  if (payments_of(trace_) == Payments::kShares && plain_approvals(election_, trace_)) {
    out.push_back(about(project, ClaimKind::kEffectiveVotes));
    out.back().amount = cost / most;
  }
  if (!knows_what_is_left(trace_)) return;
  const std::vector<PurseGroup> after = book.groups(project);
  say(ClaimKind::kMoneyAfter, people_of(after), money_of(after));
}

Claim Explainer::out_claim(ProjectIndex project) const {
  const ProjectTrace& traced = trace_.projects[project];
  Claim claim = about(project, ClaimKind::kOut);
  const Ratio& cost = election_.projects[project].cost;
  const Ratio left = election_.budget - outcome_.cost;
  // Too dear for a pot is not too dear for the budget: the rest of the money was there for it as well. And where no
  // plan of a ballot fits in a part of the money, relative utilities of that part are zero: again, it did not fit.
  const bool voted = people_of(at_end_.groups(project)) >= std::max<std::uint64_t>(1, params_.min_votes);
  const bool no_worth = traced.why == WhyOut::kNoSupport && !trace_.phases.empty() && voted && cost > left;
  const bool for_a_part = (traced.why == WhyOut::kTooDear && cost <= election_.budget) || no_worth;
  claim.why = for_a_part ? WhyOut::kDidNotFit : traced.why;
  claim.of_amount = cost;
  switch (claim.why) {
    case WhyOut::kNoSupport:  // people: on its ballots; number: needed; of_amount: the score it needs, else 0
      claim.people = count_votes(election_)[project];
      claim.number = std::max<std::uint64_t>(1, params_.min_votes);
      claim.of_amount = Ratio(0);
      if (people_of(at_end_.groups(project)) > 0 &&
          (rule_ == "greedy-threshold" || params_.then == Then::kGreedyThreshold)) {
        claim.of_amount = election_.score_threshold;
      }
      break;
    case WhyOut::kDidNotFit:  // amount: left at its turn, or at the end; of_amount: its cost
      claim.amount = traced.money_then > left && traced.money_then < cost ? traced.money_then : left;
      break;
    case WhyOut::kSupportersTooPoor: {  // people: who could pay; amount: what they had at the end; of_amount: its cost
      const std::vector<PurseGroup> groups = at_end_.groups(project);
      claim.people = people_of(groups);
      if (knows_what_is_left(trace_)) claim.amount = money_of(groups);
      break;
    }
    case WhyOut::kTooDear:  // amount: the budget
      claim.amount = election_.budget;
      break;
    case WhyOut::kExcluded:
    case WhyOut::kLacksRequired:
    case WhyOut::kCategoryFull:
      out_limits(project, claim);
      break;
    case WhyOut::kAfterStop:  // amount: left at the end
    case WhyOut::kEliminated:
    case WhyOut::kNotBest:
    case WhyOut::kSelected:
      claim.amount = left;
      break;
  }
  return claim;
}

/// kExcluded: `projects` are the winners that exclude it. kLacksRequired: those it needs that were not chosen.
/// kCategoryFull: winners of `name` cost `amount`, at most of_amount is allowed.
void Explainer::out_limits(ProjectIndex project, Claim& claim) const {
  const std::vector<bool> won = winner_marks();
  const Project& mine = election_.projects[project];
  if (claim.why == WhyOut::kCategoryFull) {
    for (const CategoryLimit& limit : election_.constraints.limits) {
      if (!limit.most || !belongs_to(mine, limit.name, limit.area)) continue;
      Ratio spent;
      for (ProjectIndex p = 0; p < won.size(); ++p) {
        if (won[p] && belongs_to(election_.projects[p], limit.name, limit.area)) spent += election_.projects[p].cost;
      }
      if (spent + mine.cost <= *limit.most) continue;
      claim.name = limit.name;
      claim.area = limit.area;
      claim.amount = spent;
      claim.of_amount = *limit.most;
      return;
    }
    return;
  }
  for (ProjectIndex p = 0; p < won.size(); ++p) {
    const auto names = [](const std::vector<ProjectIndex>& list, ProjectIndex q) {
      return std::find(list.begin(), list.end(), q) != list.end();
    };
    const bool excludes = won[p] && (names(mine.excludes, p) || names(election_.projects[p].excludes, project));
    const bool lacks = !won[p] && names(mine.requires_, p);
    if (claim.why == WhyOut::kExcluded ? excludes : lacks) claim.projects.push_back({p, election_.projects[p].cost});
  }
}

void Explainer::money_went(ProjectIndex project, std::vector<Claim>& out) const {
  if (payments_of(trace_) == Payments::kNone || payments_of(trace_) == Payments::kLoads) return;
  const std::vector<PurseGroup> groups = at_end_.groups(project);
  std::vector<Ratio> amounts(election_.projects.size());
  Claim claim = about(project, ClaimKind::kMoneyWent);
  for (const PurseGroup& group : groups) {
    claim.of_people += group.people;
    for (const Payment& payment : group.paid) {
      const Ratio together = payment.amount * people_ratio(group.people);
      amounts[payment.project] += together;
      claim.amount += together;
    }
  }
  if (claim.amount.is_zero()) return;
  std::vector<ProjectAmount> all;
  for (ProjectIndex p = 0; p < amounts.size(); ++p) {
    if (!amounts[p].is_zero()) all.push_back({p, amounts[p]});
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.amount > b.amount; });
  constexpr std::size_t kMostTold = 3;
  if (all.size() > kMostTold) all.resize(kMostTold);
  claim.projects = std::move(all);
  out.push_back(std::move(claim));
}

}  // namespace stoepkrijt::rules
