#include "rules/greedy.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/feasibility.hpp"
#include "rules/ties.hpp"
#include "rules/totals.hpp"

namespace stoepkrijt::rules {

namespace {

/// How good each project is now: fixed scores, or those of Chamberlin-Courant, which fall as voters get a winner.
class Scores {
 public:
  static Result<Scores> of(const Election& election, const RuleParams& params, bool by_votes) {
    Scores scores(election);
    const Utility kind = resolve_utility(election, params.utility);
    scores.covering_ = kind == Utility::kCc && !by_votes;
    // Votes are the scores of cost utility: Σ weight·cost / cost, with weight 1 for each approval.
    const bool votes = by_votes || scores.covering_;
    SK_TRY(utilities, utilities_of(election, votes ? Utility::kCost : kind));
    scores.supporters_ = count_supporters(election, utilities);
    scores.scores_ = scores_per_cost(election, utilities, total_weights(election, utilities));
    if (scores.covering_) scores.cover_nobody();
    return scores;
  }

  [[nodiscard]] const Score& operator[](ProjectIndex p) const { return scores_[p]; }
  [[nodiscard]] std::uint64_t supporters(ProjectIndex p) const { return supporters_[p]; }

  void take(ProjectIndex winner) {
    if (!covering_) return;
    for (std::size_t b = 0; b < election_.ballots.size(); ++b) {
      if (covered_[b] || !names(election_.ballots[b], winner)) continue;
      covered_[b] = true;
      const BigInt people = BigInt::from_unsigned(election_.ballots[b].count);
      for (std::size_t i = 0; i < election_.ballots[b].projects.size(); ++i) {
        if (approved(election_.ballots[b], i)) scores_[election_.ballots[b].projects[i]].total -= people;
      }
    }
    for (Score& score : scores_) score.infinite = score.infinite && !score.total.is_zero();
  }

 private:
  explicit Scores(const Election& election) : election_(election) {}

  static bool approved(const Ballot& ballot, std::size_t place) {
    return ballot.points.empty() || ballot.points[place] > 0;
  }
  static bool names(const Ballot& ballot, ProjectIndex project) {
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if (ballot.projects[i] == project) return approved(ballot, i);
    }
    return false;
  }

  void cover_nobody() {
    covered_.assign(election_.ballots.size(), false);
    for (ProjectIndex p = 0; p < scores_.size(); ++p) {
      const Ratio& cost = election_.projects[p].cost;
      if (cost.is_zero()) {
        scores_[p].infinite = !scores_[p].total.is_zero();
      } else {
        scores_[p].scale = Ratio(1) / cost;
      }
    }
  }

  const Election& election_;
  bool covering_ = false;
  std::vector<Score> scores_;
  std::vector<std::uint64_t> supporters_;
  std::vector<bool> covered_;  // by ballot: has a winner
};

/// What the threshold of a file is held against: votes, points or Borda points.
Result<std::vector<Ratio>> file_scores(const Election& election) {
  const bool approvals = election.type == BallotType::kApproval;
  SK_TRY(utilities, utilities_of(election, approvals ? Utility::kCardinality : Utility::kDefault));
  const Totals totals = total_weights(election, utilities);
  std::vector<Ratio> scores;
  for (const BigInt& total : totals.numerators) scores.emplace_back(total, totals.denominator);
  return scores;
}

class Greedy {
 public:
  Greedy(Then variant, const Election& election, const RuleParams& params, Scores scores, Outcome& outcome,
         Trace& trace)
      : variant_(variant),
        election_(election),
        scores_(std::move(scores)),
        rank_(tie_ranks(election, params)),
        may_(election),
        outcome_(outcome),
        trace_(trace),
        left_(election.budget - outcome.cost),
        filling_(!trace.rule.empty()) {
    std::vector<bool> chosen(election.projects.size(), false);
    for (const ProjectIndex p : outcome.winners) {
      chosen[p] = true;
      may_.take(p);
      scores_.take(p);
    }
    for (ProjectIndex p = 0; p < chosen.size(); ++p) {
      if (!chosen[p]) open_.push_back(p);
    }
  }

  void leave_out(ProjectIndex p, WhyOut why) {
    trace_.projects[p].why = why;
    trace_.projects[p].money_then = left_;
    may_.drop(p);
    std::erase(open_, p);
  }

  [[nodiscard]] const std::vector<ProjectIndex>& open() const { return open_; }
  [[nodiscard]] std::uint64_t votes(ProjectIndex p) const { return scores_.supporters(p); }

  /// False: cancelled.
  bool run(Watcher* watcher) {
    while (const std::optional<ProjectIndex> p = best()) {
      ++turn_;
      if (!filling_) trace_.projects[*p].turn = turn_;
      if (election_.projects[*p].cost <= left_) {
        choose(*p);
      } else if (variant_ == Then::kGreedyNoSkip) {
        leave_out(*p, WhyOut::kDidNotFit);
        for (const ProjectIndex other : std::vector<ProjectIndex>(open_)) leave_out(other, WhyOut::kAfterStop);
        return true;
      } else {
        leave_out(*p, WhyOut::kDidNotFit);
      }
      if (watcher != nullptr && !watcher->on_progress(turn_, election_.projects.size())) return false;
    }
    for (const ProjectIndex p : std::vector<ProjectIndex>(open_)) leave_out(p, WhyOut::kLacksRequired);
    return true;
  }

 private:
  [[nodiscard]] bool before(ProjectIndex a, ProjectIndex b) const {
    const std::strong_ordering order = compare_scores(scores_[a], scores_[b]);
    if (order != 0) return order > 0;
    const bool a_supported = scores_.supporters(a) > 0;
    const bool b_supported = scores_.supporters(b) > 0;
    return a_supported != b_supported ? a_supported : rank_[a] < rank_[b];
  }

  /// The best project that may be chosen now; those that never may any more are dropped.
  std::optional<ProjectIndex> best() {
    std::optional<ProjectIndex> found;
    for (const ProjectIndex p : std::vector<ProjectIndex>(open_)) {
      const Verdict verdict = may_.verdict(p);
      if (verdict == Verdict::kNever) leave_out(p, may_.why(p));
      if (verdict == Verdict::kYes && (!found || before(p, *found))) found = p;
    }
    return found;
  }

  void choose(ProjectIndex p) {
    Round round;
    round.project = p;
    round.money_before = left_;
    if (!filling_) round.effective_votes = Ratio(BigInt::from_unsigned(scores_.supporters(p)), BigInt(1));
    round.completed = filling_;
    for (const ProjectIndex other : open_) {
      const bool as_good = compare_scores(scores_[other], scores_[p]) == 0 &&
                           (scores_.supporters(other) > 0) == (scores_.supporters(p) > 0) &&
                           may_.verdict(other) == Verdict::kYes;
      if (as_good) round.tied.push_back(other);
    }
    if (round.tied.size() == 1) round.tied.clear();
    std::sort(round.tied.begin(), round.tied.end(), [&](auto a, auto b) { return rank_[a] < rank_[b]; });
    trace_.rounds.push_back(std::move(round));
    ProjectTrace& project = trace_.projects[p];
    project.why = WhyOut::kSelected;
    project.money_then = left_;
    left_ -= election_.projects[p].cost;
    outcome_.winners.push_back(p);
    outcome_.cost += election_.projects[p].cost;
    if (filling_) project.turn = static_cast<std::uint32_t>(outcome_.winners.size());
    std::erase(open_, p);
    may_.take(p);
    scores_.take(p);
  }

  Then variant_;
  const Election& election_;
  Scores scores_;
  std::vector<std::uint32_t> rank_;
  Feasibility may_;
  Outcome& outcome_;
  Trace& trace_;
  Ratio left_;
  bool filling_;  // behind another rule: its turns and reasons stay
  std::uint32_t turn_ = 0;
  std::vector<ProjectIndex> open_;
};

Result<Outcome> run_greedy(Then variant, std::string_view rule, const Election& election, const RuleParams& params,
                           Trace& trace) {
  SK_TRY_VOID(validate(election));
  trace = Trace{};
  trace.projects.resize(election.projects.size());
  Outcome outcome;
  SK_TRY_VOID(fill_greedily(variant, false, election, params, outcome, trace));
  trace.rule = rule;
  trace.utility = resolve_utility(election, params.utility);
  trace.voters = count_voters(election);
  return outcome;
}

}  // namespace

Result<void> fill_greedily(Then variant, bool by_votes, const Election& election, const RuleParams& params,
                           Outcome& outcome, Trace& trace) {
  SK_TRY(scores, Scores::of(election, params, by_votes));
  std::vector<Ratio> held;
  if (variant == Then::kGreedyThreshold) {
    SK_TRY(file, file_scores(election));
    held = std::move(file);
  }
  const std::vector<std::uint64_t> votes = count_votes(election);
  Greedy greedy(variant, election, params, std::move(scores), outcome, trace);
  for (const ProjectIndex p : std::vector<ProjectIndex>(greedy.open())) {
    trace.projects[p].votes = votes[p];
    const bool below = !held.empty() && held[p] < election.score_threshold;
    if (below || votes[p] < params.min_votes) greedy.leave_out(p, WhyOut::kNoSupport);
  }
  if (!greedy.run(params.watcher)) return fail(ErrorCode::kCancelled, "error.cancelled");
  return {};
}

Result<Outcome> greedy(const Election& election, const RuleParams& params, Trace& trace) {
  return run_greedy(Then::kGreedy, "greedy", election, params, trace);
}
Result<Outcome> greedy_no_skip(const Election& election, const RuleParams& params, Trace& trace) {
  return run_greedy(Then::kGreedyNoSkip, "greedy-no-skip", election, params, trace);
}
Result<Outcome> greedy_threshold(const Election& election, const RuleParams& params, Trace& trace) {
  return run_greedy(Then::kGreedyThreshold, "greedy-threshold", election, params, trace);
}
Result<Outcome> greedy_exclusive(const Election& election, const RuleParams& params, Trace& trace) {
  return run_greedy(Then::kGreedyExclusive, "greedy-exclusive", election, params, trace);
}

}  // namespace stoepkrijt::rules
