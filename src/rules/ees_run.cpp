// One run of Exact Equal Shares. The number of payers of a project never rises, so an old number is an upper bound and
// only projects that may still be the best are counted again.
#include <algorithm>

#include "rules/ees.hpp"
#include "rules/feasibility.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

class EesRunner {
 public:
  EesRunner(const EesSetting& setting, const Ratio& purse)
      : setting_(setting),
        election_(setting.election),
        book_(kFractions, setting.election.ballots.size(), purse, setting.supporters),
        may_(setting.election),
        supporters_(setting.supporters.of),
        payers_(setting.supporters.people) {
    run_.purse = purse;
    run_.why.assign(election_.projects.size(), WhyOut::kSupportersTooPoor);
    for (ProjectIndex p = 0; p < election_.projects.size(); ++p) {
      costs_.push_back(bounds_of(election_.projects[p].cost));
      if (payers_[p] == 0 || payers_[p] < setting.params.min_votes) {
        drop(p, WhyOut::kNoSupport);
      } else {
        open_.push_back(p);
      }
    }
  }

  Result<EesRun> run() {
    for (;;) {
      take_free_projects();
      std::vector<ProjectIndex> tied;
      const std::optional<ProjectIndex> best = choose(tied);
      if (!best) break;
      buy(*best, std::move(tied));
      if (setting_.params.watcher != nullptr && !setting_.params.watcher->on_progress(run_.rounds.size(), 0)) {
        return fail(ErrorCode::kCancelled, "error.cancelled");
      }
    }
    for (const ProjectIndex p : open_) run_.why[p] = may_.why(p);  // what waits for a requirement waits in vain
    return std::move(run_);
  }

 private:
  void drop(ProjectIndex p, WhyOut why) {
    run_.why[p] = why;
    may_.drop(p);
  }

  /// Free projects go as soon as they may, in tie order; taking one may open the way for another.
  void take_free_projects() {
    for (;;) {
      std::optional<ProjectIndex> first;
      for (const ProjectIndex p : open_) {
        if (!election_.projects[p].cost.is_zero() || may_.verdict(p) != Verdict::kYes) continue;
        if (!first || setting_.ranks[p] < setting_.ranks[*first]) first = p;
      }
      if (!first) return;
      run_.rounds.push_back({*first, {}, 0, {}});
      finish(*first);
    }
  }

  void finish(ProjectIndex p) {
    run_.why[p] = WhyOut::kSelected;
    may_.take(p);
    std::erase(open_, p);
  }

  /// The largest number of supporters who can each pay an equal part; 0: none. Only falls from round to round.
  std::uint64_t count_payers(ProjectIndex p) {
    std::vector<Supporter>& list = supporters_[p];
    std::erase_if(list, [&](const Supporter& s) { return book_.state(s.ballot) == PurseBook::kEmpty; });
    std::uint64_t count = payers_[p];
    while (count > 0) {
      std::uint64_t can_pay = 0;
      visit_payers(p, count, [&](std::uint32_t ballot) { can_pay += election_.ballots[ballot].count; });
      if (can_pay >= count) break;
      count = can_pay;
    }
    return count;
  }

  /// Calls `visit` with the ballots whose members can each pay cost/count.
  template <typename Visit>
  void visit_payers(ProjectIndex p, std::uint64_t count, Visit visit) {
    const Bounds price = costs_[p] / bounds_of(count);
    const Ratio exact_price = election_.projects[p].cost / whole(count);
    PurseBook::State last = PurseBook::kEmpty;
    bool last_pays = false;
    for (const Supporter& supporter : supporters_[p]) {
      const PurseBook::State state = book_.state(supporter.ballot);
      const Bounds& purse = book_.bounds(state);
      if (purse.certainly_below(price)) continue;
      if (!price.certainly_below(purse)) {
        if (state != last) {
          last = state;
          last_pays = book_.exact(state) >= exact_price;
        }
        if (!last_pays) continue;
      }
      visit(supporter.ballot);
    }
  }

  std::optional<ProjectIndex> choose(std::vector<ProjectIndex>& tied) {
    std::vector<ProjectIndex> waiting;
    std::vector<ProjectIndex> best;  // equally good, counted in this round
    for (const ProjectIndex p : std::vector<ProjectIndex>(open_)) {
      const Verdict verdict = may_.verdict(p);
      if (verdict == Verdict::kYes && !election_.projects[p].cost.is_zero()) waiting.push_back(p);
      if (verdict == Verdict::kNever) {
        drop(p, may_.why(p));
        std::erase(open_, p);
      }
    }
    while (!waiting.empty()) {
      const auto most = std::max_element(waiting.begin(), waiting.end(), [&](ProjectIndex a, ProjectIndex b) {
        return bounds_of(payers_[a]).high * setting_.gains[a].high <
               bounds_of(payers_[b]).high * setting_.gains[b].high;
      });
      const ProjectIndex p = *most;
      waiting.erase(most);
      if (!best.empty() && setting_.compare(p, payers_[p], best.front(), payers_[best.front()]) < 0) continue;
      payers_[p] = count_payers(p);
      if (payers_[p] == 0) {
        drop(p, WhyOut::kSupportersTooPoor);
        std::erase(open_, p);
        continue;
      }
      const auto order = best.empty() ? std::strong_ordering::greater
                                      : setting_.compare(p, payers_[p], best.front(), payers_[best.front()]);
      if (order > 0) best.clear();
      if (order >= 0) best.push_back(p);
    }
    if (best.empty()) return std::nullopt;
    std::sort(best.begin(), best.end());
    tied = best.size() > 1 ? best : std::vector<ProjectIndex>{};
    return *std::min_element(best.begin(), best.end(),
                             [&](ProjectIndex a, ProjectIndex b) { return setting_.ranks[a] < setting_.ranks[b]; });
  }

  void buy(ProjectIndex p, std::vector<ProjectIndex> tied) {
    EesRound round{p, {}, payers_[p], std::move(tied)};
    visit_payers(p, round.people, [&](std::uint32_t ballot) { round.payers.push_back(ballot); });
    book_.open_round(election_.projects[p].cost / whole(round.people));
    for (const std::uint32_t ballot : round.payers) book_.pay(ballot, 0);
    run_.rounds.push_back(std::move(round));
    run_.cost += election_.projects[p].cost;
    finish(p);
  }

  const EesSetting& setting_;
  const Election& election_;
  PurseBook book_;
  Feasibility may_;
  std::vector<std::vector<Supporter>> supporters_;  // with something left
  std::vector<std::uint64_t> payers_;               // by project: an upper bound from an earlier round, or this one's
  std::vector<Bounds> costs_;
  std::vector<ProjectIndex> open_;
  EesRun run_;
};

}  // namespace

std::strong_ordering EesSetting::compare(ProjectIndex project, std::uint64_t count, ProjectIndex other,
                                         std::uint64_t other_count) const {
  const Bounds one = bounds_of(count) * gains[project];
  const Bounds two = bounds_of(other_count) * gains[other];
  if (one.certainly_below(two)) return std::strong_ordering::less;
  if (two.certainly_below(one)) return std::strong_ordering::greater;
  return compare_products(whole(count) / election.projects[project].cost, utilities.factors[project],
                          whole(other_count) / election.projects[other].cost, utilities.factors[other]);
}

Result<EesRun> run_ees(const EesSetting& setting, const Ratio& purse) { return EesRunner(setting, purse).run(); }

}  // namespace stoepkrijt::rules
