#include "rules/maximin_support.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/feasibility.hpp"
#include "rules/load_network.hpp"
#include "rules/ties.hpp"
#include "rules/units.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

namespace {

/// What adding one project would come to.
template <class T>
struct Addition {
  LoadNetwork<T> network;
  std::vector<std::uint32_t> without;
  std::vector<std::uint32_t> with;
};

template <class T>
class MaximinSupport {
 public:
  MaximinSupport(const Election& election, const RuleParams& params, Trace& trace, Units units)
      : election_(election),
        params_(params),
        trace_(trace),
        units_(std::move(units)),
        may_(election),
        votes_(count_votes(election)),
        rank_(tie_ranks(election, params)),
        group_of_(election.ballots.size(), 0),
        supporters_(election.projects.size()),
        alive_(election.projects.size(), true),
        network_(static_cast<std::int64_t>(count_voters(election))) {
    for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
      for (const ProjectIndex p : election.ballots[b].projects) supporters_[p].push_back(b);
    }
    for (ProjectIndex p = 0; p < votes_.size(); ++p) {
      least_.push_back({units_.costs[p], std::max<std::int64_t>(1, static_cast<std::int64_t>(votes_[p]))});
    }
  }

  Result<Outcome> run();

 private:
  void start();
  void drop(ProjectIndex p, WhyOut why);
  [[nodiscard]] std::vector<ProjectIndex> open();
  [[nodiscard]] std::vector<ProjectIndex> best_of(std::vector<ProjectIndex> open, std::optional<Addition<T>>& best);
  [[nodiscard]] Addition<T> addition(ProjectIndex p) const;
  [[nodiscard]] bool settle(ProjectIndex p, Addition<T>& addition, const LoadBound* best);
  void choose(ProjectIndex p, std::optional<Addition<T>> addition, std::vector<ProjectIndex> tied);

  const Election& election_;
  const RuleParams& params_;
  Trace& trace_;
  Units units_;
  Feasibility may_;
  std::vector<std::uint64_t> votes_;
  std::vector<std::uint32_t> rank_;
  std::vector<std::uint32_t> group_of_;  // by ballot, in network_
  std::vector<std::vector<std::uint32_t>> supporters_;
  std::vector<bool> alive_;
  std::vector<LoadBound> least_;  // by project: a lower bound of the load with it
  LoadNetwork<T> network_;        // of the chosen projects
  BigInt left_;
  Outcome outcome_;
};

template <class T>
void MaximinSupport<T>::drop(ProjectIndex p, WhyOut why) {
  alive_[p] = false;
  may_.drop(p);
  trace_.projects[p].why = why;
  trace_.projects[p].money_then = Ratio(left_, units_.unit);
}

template <class T>
void MaximinSupport<T>::start() {
  trace_ = Trace{};
  trace_.rule = "maximin-support";
  trace_.utility = resolve_utility(election_, params_.utility);  // of a rule that fills what is left
  trace_.voters = count_voters(election_);
  trace_.projects.resize(votes_.size());
  left_ = units_.budget;
  for (ProjectIndex p = 0; p < votes_.size(); ++p) {
    trace_.projects[p].votes = votes_[p];
    if (votes_[p] < params_.min_votes) drop(p, WhyOut::kNoSupport);
  }
}

template <class T>
std::vector<ProjectIndex> MaximinSupport<T>::open() {
  std::vector<ProjectIndex> open;
  for (ProjectIndex p = 0; p < alive_.size(); ++p) {
    if (!alive_[p]) continue;
    const Verdict verdict = may_.verdict(p);
    if (units_.costs[p] > units_.budget) {
      drop(p, WhyOut::kTooDear);
    } else if (verdict == Verdict::kNever) {
      drop(p, may_.why(p));
    } else if (units_.costs[p] > left_) {
      drop(p, votes_[p] == 0 ? WhyOut::kNoSupport : WhyOut::kDidNotFit);
    } else if (verdict == Verdict::kYes) {
      open.push_back(p);
    }
  }
  return open;
}

template <class T>
Addition<T> MaximinSupport<T>::addition(ProjectIndex p) const {
  std::vector<std::int64_t> approvers(network_.groups(), 0);
  for (const std::uint32_t b : supporters_[p]) {
    approvers[group_of_[b]] += static_cast<std::int64_t>(election_.ballots[b].count);
  }
  std::vector<std::uint32_t> without;
  std::vector<std::uint32_t> with;
  LoadNetwork<T> network = network_.split(units_.costs[p], approvers, without, with);
  return {std::move(network), std::move(without), std::move(with)};
}

/// Raises the project's lower bound to the load with it; false as soon as that is above `best`.
template <class T>
bool MaximinSupport<T>::settle(ProjectIndex p, Addition<T>& addition, const LoadBound* best) {
  LoadBound denser;
  while (!addition.network.carries(least_[p], denser)) {
    least_[p] = denser;
    if (best != nullptr && compare(least_[p], *best) > 0) return false;
  }
  return true;
}

/// The projects with the lowest load, in the order of ties; `best` belongs to the first of them.
template <class T>
std::vector<ProjectIndex> MaximinSupport<T>::best_of(std::vector<ProjectIndex> open, std::optional<Addition<T>>& best) {
  const auto by_rank = [&](ProjectIndex a, ProjectIndex b) { return rank_[a] < rank_[b]; };
  std::vector<ProjectIndex> supported;
  for (const ProjectIndex p : open) {
    if (votes_[p] > 0) supported.push_back(p);
  }
  if (supported.empty()) {
    std::sort(open.begin(), open.end(), by_rank);
    return open;
  }
  for (const ProjectIndex p : supported) {
    if (compare(least_[p], network_.bound()) < 0) least_[p] = network_.bound();
  }
  std::sort(supported.begin(), supported.end(), [&](ProjectIndex a, ProjectIndex b) {
    const auto order = compare(least_[a], least_[b]);
    return order != 0 ? order < 0 : rank_[a] < rank_[b];
  });
  std::vector<ProjectIndex> tied;
  LoadBound lowest;
  for (const ProjectIndex p : supported) {
    if (!tied.empty() && compare(least_[p], lowest) > 0) continue;
    Addition<T> with_it = addition(p);
    if (!settle(p, with_it, tied.empty() ? nullptr : &lowest)) continue;
    const bool lower = tied.empty() || compare(least_[p], lowest) < 0;
    if (lower) tied.clear();
    if (lower || std::all_of(tied.begin(), tied.end(), [&](ProjectIndex q) { return by_rank(p, q); })) {
      lowest = least_[p];
      best.emplace(std::move(with_it));
    }
    tied.push_back(p);
  }
  std::sort(tied.begin(), tied.end(), by_rank);
  return tied;
}

template <class T>
void MaximinSupport<T>::choose(ProjectIndex p, std::optional<Addition<T>> addition, std::vector<ProjectIndex> tied) {
  Round round;
  round.project = p;
  round.money_before = Ratio(left_, units_.unit);
  if (addition) {
    std::vector<bool> approves(group_of_.size(), false);
    for (const std::uint32_t b : supporters_[p]) approves[b] = true;
    for (std::size_t b = 0; b < group_of_.size(); ++b) {
      group_of_[b] = (approves[b] ? addition->with : addition->without)[group_of_[b]];
    }
    network_ = std::move(addition->network);
    round.price = Ratio(network_.bound().total, BigInt(network_.bound().people) * units_.unit);
    if (!round.price.is_zero()) round.effective_votes = election_.projects[p].cost / round.price;
  }
  if (tied.size() > 1) round.tied = std::move(tied);
  trace_.rounds.push_back(std::move(round));
  trace_.projects[p].why = WhyOut::kSelected;
  trace_.projects[p].turn = static_cast<std::uint32_t>(trace_.rounds.size());
  alive_[p] = false;
  may_.take(p);
  left_ -= units_.costs[p];
  outcome_.winners.push_back(p);
}

template <class T>
Result<Outcome> MaximinSupport<T>::run() {
  start();
  for (;;) {
    if (params_.watcher != nullptr && !params_.watcher->on_progress(outcome_.winners.size(), 0)) {
      return fail(ErrorCode::kCancelled, "error.cancelled");
    }
    std::optional<Addition<T>> best;
    std::vector<ProjectIndex> tied = best_of(open(), best);
    if (tied.empty()) break;
    const ProjectIndex p = tied.front();
    choose(p, std::move(best), std::move(tied));
  }
  for (ProjectIndex p = 0; p < alive_.size(); ++p) {
    if (alive_[p]) drop(p, WhyOut::kLacksRequired);  // waited in vain
  }
  outcome_.cost = Ratio(units_.budget - left_, units_.unit);
  return std::move(outcome_);
}

}  // namespace

Result<Outcome> maximin_support(const Election& election, const RuleParams& params, Trace& trace) {
  if (election.type != BallotType::kApproval) {
    return fail(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", "maximin-support"));
  }
  SK_TRY_VOID(validate(election));
  Units units = units_of(election);
  BigInt all(1);
  for (const BigInt& cost : units.costs) all += cost;
  // Supplies and room are at most all costs together times all people.
  const unsigned bits = all.bit_length() + BigInt::from_unsigned(count_voters(election)).bit_length();
  if (bits <= 62) return MaximinSupport<std::int64_t>(election, params, trace, std::move(units)).run();
  return MaximinSupport<BigInt>(election, params, trace, std::move(units)).run();
}

}  // namespace stoepkrijt::rules
