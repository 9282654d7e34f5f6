// The next budget at which Exact Equal Shares gives another outcome.
//
// With every purse larger by d the run stays the same until, at some round, a project p has t supporters who can each
// pay c/t while (p, t) is better than what is bought there (or p is what is bought there, with more payers than it
// has; or nothing is bought any more). Up to that round everybody has paid the same, so the t-th richest supporter of p
// has s + d, with s known from the run: the least such d is c/t − s. For each t only the first round at which (p, t)
// is better counts, since purses only fall. The answer is the least d over rounds, projects and t; within people who
// have the same left only the largest t can be the least.
// Work: for each round and project with such t, one pass over its supporters and a sort of their different purses.
#include <algorithm>

#include "base/check.hpp"
#include "rules/ees.hpp"
#include "rules/feasibility.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

class NextStep {
 public:
  NextStep(const EesSetting& setting, const EesRun& run)
      : setting_(setting),
        run_(run),
        book_(kFractions, setting.election.ballots.size(), run.purse, setting.supporters),
        may_(setting.election),
        upper_(setting.supporters.people) {
    for (std::uint64_t& t : upper_) t = t < setting.params.min_votes ? 0 : t + 1;
    people_.resize(2);
  }

  std::optional<Ratio> find() {
    for (const EesRound& round : run_.rounds) {
      if (round.people > 0) look(&round);
      replay(round);
    }
    look(nullptr);
    return best_;
  }

 private:
  void replay(const EesRound& round) {
    if (round.people > 0) {
      book_.open_round(setting_.election.projects[round.project].cost / whole(round.people));
      for (const std::uint32_t ballot : round.payers) book_.pay(ballot, 0);
    }
    may_.take(round.project);
    upper_[round.project] = 0;
  }

  /// `round`: what is bought now; nullptr: nothing is.
  void look(const EesRound* round) {
    for (ProjectIndex p = 0; p < upper_.size(); ++p) {
      if (upper_[p] <= 1 || setting_.election.projects[p].cost.is_zero()) continue;
      if (may_.verdict(p) != Verdict::kYes) continue;
      const std::uint64_t least = round == nullptr ? 1 : least_better(p, *round);
      if (least >= upper_[p]) continue;
      consider(p, least, upper_[p] - 1);
      upper_[p] = least;
    }
  }

  /// The least number of payers with which `p` would be bought instead.
  [[nodiscard]] std::uint64_t least_better(ProjectIndex p, const EesRound& round) const {
    if (p == round.project) return round.people + 1;
    const bool wins_tie = setting_.ranks[p] < setting_.ranks[round.project];
    std::uint64_t low = 1;
    std::uint64_t high = upper_[p];  // good enough, or none below it is
    while (low < high) {
      const std::uint64_t middle = low + (high - low) / 2;
      const auto order = setting_.compare(p, middle, round.project, round.people);
      if (order > 0 || (order == 0 && wins_tie)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// The least d for `p` with `least` to `most` payers.
  void consider(ProjectIndex p, std::uint64_t least, std::uint64_t most) {
    levels_.clear();
    for (const Supporter& supporter : setting_.supporters.of[p]) {
      const PurseBook::State state = book_.state(supporter.ballot);
      if (state >= people_.size()) people_.resize(state + 1);
      if (people_[state] == 0) levels_.push_back(state);
      people_[state] += setting_.election.ballots[supporter.ballot].count;
    }
    std::sort(levels_.begin(), levels_.end(), [&](PurseBook::State a, PurseBook::State b) { return richer(a, b); });
    std::uint64_t together = 0;
    const Ratio& cost = setting_.election.projects[p].cost;
    const Bounds cost_bounds = bounds_of(cost);
    bool passed = false;
    for (const PurseBook::State state : levels_) {
      together += people_[state];
      people_[state] = 0;
      if (together < least || passed) continue;
      const std::uint64_t t = std::min(together, most);
      passed = together >= most;
      const Bounds step = cost_bounds / bounds_of(t) - book_.bounds(state);
      if (best_ && best_bounds_.certainly_below(step)) continue;
      const Ratio exact = cost / whole(t) - book_.exact(state);
      SK_CHECK(!exact.is_negative() && !exact.is_zero());  // else it would have been bought in this run
      if (!best_ || exact < *best_) {
        best_ = exact;
        best_bounds_ = bounds_of(exact);
      }
    }
  }

  bool richer(PurseBook::State a, PurseBook::State b) {
    const Bounds& x = book_.bounds(a);
    const Bounds& y = book_.bounds(b);
    if (y.certainly_below(x)) return true;
    if (x.certainly_below(y) || a == b) return false;
    return book_.exact(a) > book_.exact(b);
  }

  const EesSetting& setting_;
  const EesRun& run_;
  PurseBook book_;
  Feasibility may_;
  std::vector<std::uint64_t> upper_;   // by project: so many payers would have been better earlier; 0: bought
  std::vector<std::uint64_t> people_;  // scratch, by state; zero between uses
  std::vector<PurseBook::State> levels_;
  std::optional<Ratio> best_;
  Bounds best_bounds_;
};

}  // namespace

std::optional<Ratio> next_ees_step(const EesSetting& setting, const EesRun& run) {
  return NextStep(setting, run).find();
}

}  // namespace stoepkrijt::rules
