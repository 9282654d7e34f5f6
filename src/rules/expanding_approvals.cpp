#include "rules/expanding_approvals.hpp"

#include <algorithm>
#include <utility>

#include "rules/feasibility.hpp"
#include "rules/ties.hpp"
#include "rules/unequal_purses.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

namespace {

class ExpandingApprovals {
 public:
  ExpandingApprovals(const Election& election, const RuleParams& params, Trace& trace)
      : election_(election),
        params_(params),
        trace_(trace),
        units_(units_of(election)),
        may_(election),
        votes_(count_votes(election)),
        rank_(tie_ranks(election, params)),
        alive_(election.projects.size(), true),
        supporters_(election.projects.size()),
        purses_(election, std::vector<BigInt>(election.ballots.size(), units_.budget),
                BigInt::from_unsigned(count_voters(election))),
        left_(units_.budget) {}

  Result<Outcome> run();

 private:
  void start();
  void add_rank(std::size_t ballot);
  void drop(ProjectIndex p, WhyOut why);
  [[nodiscard]] std::vector<ProjectIndex> affordable();
  void choose(ProjectIndex p, std::vector<ProjectIndex> tied);
  void finish();

  const Election& election_;
  const RuleParams& params_;
  Trace& trace_;
  Units units_;
  Feasibility may_;
  std::vector<std::uint64_t> votes_;
  std::vector<std::uint32_t> rank_;
  std::vector<bool> alive_;
  std::vector<std::vector<Backer>> supporters_;                              // by project, up to the rank so far
  std::vector<std::vector<std::pair<ProjectIndex, std::uint32_t>>> coming_;  // by rank - 1: projects and ballots
  UnequalPurses purses_;
  BigInt left_;
  Outcome outcome_;
};

void ExpandingApprovals::drop(ProjectIndex p, WhyOut why) {
  alive_[p] = false;
  may_.drop(p);
  trace_.projects[p].why = why;
  trace_.projects[p].money_then = Ratio(left_, units_.unit);
}

/// Sorts the projects of one ballot by the rank at which it comes to support them.
void ExpandingApprovals::add_rank(std::size_t index) {
  const Ballot& ballot = election_.ballots[index];
  for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
    std::size_t before = 0;
    if (election_.type == BallotType::kOrdinal) {
      before = i;
    } else if (election_.type != BallotType::kApproval) {
      if (ballot.points[i] <= 0) continue;
      before = static_cast<std::size_t>(std::count_if(ballot.points.begin(), ballot.points.end(),
                                                      [&](std::int64_t other) { return other > ballot.points[i]; }));
    }
    if (coming_.size() <= before) coming_.resize(before + 1);
    coming_[before].emplace_back(ballot.projects[i], static_cast<std::uint32_t>(index));
  }
}

void ExpandingApprovals::start() {
  trace_ = Trace{};
  trace_.rule = "expanding-approvals";
  trace_.payments = Payments::kListed;
  trace_.utility = resolve_utility(election_, params_.utility);  // of a rule that fills what is left
  trace_.voters = count_voters(election_);
  trace_.purse = election_.budget / Ratio(BigInt::from_unsigned(trace_.voters), BigInt(1));
  trace_.projects.resize(votes_.size());
  for (ProjectIndex p = 0; p < votes_.size(); ++p) {
    trace_.projects[p].votes = votes_[p];
    if (votes_[p] < params_.min_votes) {
      drop(p, WhyOut::kNoSupport);
    } else if (units_.costs[p] > units_.budget) {
      drop(p, WhyOut::kTooDear);
    }
  }
  for (std::size_t b = 0; b < election_.ballots.size(); ++b) {
    if (election_.ballots[b].count > 0) add_rank(b);
  }
}

/// What may be chosen and can be paid now, in the order of ties.
std::vector<ProjectIndex> ExpandingApprovals::affordable() {
  std::vector<ProjectIndex> found;
  for (ProjectIndex p = 0; p < alive_.size(); ++p) {
    if (!alive_[p] || supporters_[p].empty()) continue;
    const Verdict verdict = may_.verdict(p);
    if (verdict == Verdict::kNever) drop(p, may_.why(p));
    if (verdict == Verdict::kYes && purses_.can_pay(supporters_[p], units_.costs[p])) found.push_back(p);
  }
  std::sort(found.begin(), found.end(), [&](ProjectIndex a, ProjectIndex b) { return rank_[a] < rank_[b]; });
  return found;
}

void ExpandingApprovals::choose(ProjectIndex p, std::vector<ProjectIndex> tied) {
  Round round;
  round.project = p;
  round.money_before = Ratio(left_, units_.unit);
  if (const auto price = purses_.price(supporters_[p], units_.costs[p])) {
    round.amounts = purses_.pay(supporters_[p], *price, units_.unit);
  }
  for (const BallotAmount& amount : round.amounts) round.price = std::max(round.price, amount.amount);
  if (!round.price.is_zero()) round.effective_votes = election_.projects[p].cost / round.price;
  if (tied.size() > 1) round.tied = std::move(tied);
  trace_.rounds.push_back(std::move(round));
  trace_.projects[p].why = WhyOut::kSelected;
  trace_.projects[p].turn = static_cast<std::uint32_t>(trace_.rounds.size());
  alive_[p] = false;
  may_.take(p);
  left_ -= units_.costs[p];
  outcome_.winners.push_back(p);
}

void ExpandingApprovals::finish() {
  for (ProjectIndex p = 0; p < alive_.size(); ++p) {
    if (!alive_[p]) continue;
    const Verdict verdict = may_.verdict(p);
    if (supporters_[p].empty()) {
      drop(p, WhyOut::kNoSupport);
    } else if (verdict == Verdict::kYes) {
      drop(p, WhyOut::kSupportersTooPoor);
    } else {
      drop(p, may_.why(p));
    }
  }
  outcome_.cost = Ratio(units_.budget - left_, units_.unit);
}

Result<Outcome> ExpandingApprovals::run() {
  start();
  for (std::size_t j = 0; j < coming_.size(); ++j) {
    for (const auto& [project, ballot] : coming_[j]) supporters_[project].push_back({ballot, 1});
    for (;;) {
      if (params_.watcher != nullptr && !params_.watcher->on_progress(j, coming_.size())) {
        return fail(ErrorCode::kCancelled, "error.cancelled");
      }
      std::vector<ProjectIndex> found = affordable();
      if (found.empty()) break;
      const ProjectIndex best = found.front();
      choose(best, std::move(found));
    }
  }
  finish();
  return std::move(outcome_);
}

}  // namespace

Result<Outcome> expanding_approvals(const Election& election, const RuleParams& params, Trace& trace) {
  SK_TRY_VOID(validate(election));
  const bool with_points = election.type == BallotType::kCumulative || election.type == BallotType::kScoring;
  for (const Ballot& ballot : election.ballots) {
    if (!with_points || ballot.points.size() == ballot.projects.size()) continue;
    return fail(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", "expanding-approvals"));
  }
  if (count_voters(election) == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  return ExpandingApprovals(election, params, trace).run();
}

}  // namespace stoepkrijt::rules
