// Greedy, greatest welfare, Equal Shares and their completions as the papers write them, for every utility, all ballots
// and limits: person by person, set by set, with fractions. What the fast ones are held against.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "base/random.hpp"
#include "rules/exact_real.hpp"
#include "rules/random_elections.hpp"
#include "rules/ties.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules::reference {

/// The random approvals of random_election, with points or an order of preference given to them, and perhaps limits.
inline Election random_election_of(std::uint64_t seed, BallotType type, bool limits) {
  Election election = random_election(seed);
  Random random(seed + 77'777);
  election.type = type;
  for (Ballot& ballot : election.ballots) {
    if (type == BallotType::kOrdinal) {
      for (std::size_t i = ballot.projects.size(); i > 1; --i) {
        std::swap(ballot.projects[i - 1], ballot.projects[random.index(i)]);
      }
    } else if (type != BallotType::kApproval) {
      for (std::size_t i = 0; i < ballot.projects.size(); ++i) ballot.points.push_back(random.between(0, 5));
    }
  }
  if (type != BallotType::kApproval && random.chance(1, 3)) election.points_unit = 2;
  election.score_threshold = Ratio(random.between(0, 8));
  if (!limits) return election;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    const ProjectIndex other = static_cast<ProjectIndex>(random.index(election.projects.size()));
    if (other < p && random.chance(1, 3)) election.projects[p].excludes.push_back(other);
    if (other > p && random.chance(1, 3)) election.projects[p].requires_.push_back(other);
  }
  if (random.chance(1, 2)) {
    election.constraints.limits.push_back(
        {"green", false, std::nullopt, election.budget / Ratio(random.between(1, 4))});
  }
  return election;
}

struct Voter {
  std::vector<Ratio> weights;  // by project
  Ratio purse;
};

class World {
 public:
  World(const Election& election, const RuleParams& params) : election_(election), params_(params) {
    const bool cc = resolve_utility(election, params.utility) == Utility::kCc;
    utilities_ = *utilities_of(election, cc ? Utility::kCardinality : params.utility);
    rank_ = tie_ranks(election, params);
    for (std::size_t b = 0; b < election.ballots.size(); ++b) {
      Voter voter{std::vector<Ratio>(election.projects.size()), Ratio(0)};
      const Ballot& ballot = election.ballots[b];
      for (std::size_t i = 0; i < ballot.projects.size(); ++i)
        voter.weights[ballot.projects[i]] = utilities_.weight(b, i);
      voters_.insert(voters_.end(), static_cast<std::size_t>(ballot.count), voter);
    }
    votes_ = count_votes(election);
    approvals_.assign(election.projects.size(), 0);
    for (const Ballot& ballot : election.ballots) {
      for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
        if (ballot.points.empty() || ballot.points[i] > 0) {
          approvals_[ballot.projects[i]] += static_cast<std::int64_t>(ballot.count);
        }
      }
    }
  }

  [[nodiscard]] bool named(ProjectIndex p) const { return votes_[p] >= params_.min_votes; }
  [[nodiscard]] Ratio total(ProjectIndex p) const {
    Ratio sum;
    for (const Voter& voter : voters_) sum += voter.weights[p];
    return sum;
  }
  [[nodiscard]] std::int64_t supporters(ProjectIndex p) const {
    return std::count_if(voters_.begin(), voters_.end(), [&](const Voter& v) { return !v.weights[p].is_zero(); });
  }
  [[nodiscard]] const Ratio& cost(ProjectIndex p) const { return election_.projects[p].cost; }

  /// May it join the chosen ones?
  [[nodiscard]] bool may_join(const std::vector<ProjectIndex>& chosen, ProjectIndex p, bool for_good = true) const {
    const auto in = [&](ProjectIndex q) { return std::find(chosen.begin(), chosen.end(), q) != chosen.end(); };
    for (ProjectIndex q = 0; q < election_.projects.size(); ++q) {
      const auto& a = election_.projects[p].excludes;
      const auto& b = election_.projects[q].excludes;
      const bool exclude = std::find(a.begin(), a.end(), q) != a.end() || std::find(b.begin(), b.end(), p) != b.end();
      if (in(q) && exclude) return false;
    }
    for (const CategoryLimit& limit : election_.constraints.limits) {
      Ratio spent;
      for (const ProjectIndex q : chosen) spent += is_of(q, limit) ? cost(q) : Ratio(0);
      if (is_of(p, limit) && spent + cost(p) > *limit.most) return false;
    }
    const auto& needs = election_.projects[p].requires_;
    return !for_good || std::all_of(needs.begin(), needs.end(), in);
  }

  // Greedy.
  [[nodiscard]] std::vector<ProjectIndex> greedy(Then variant, std::vector<ProjectIndex> chosen, bool by_votes) const {
    std::vector<ProjectIndex> left;
    for (ProjectIndex p = 0; p < election_.projects.size(); ++p) {
      if (std::find(chosen.begin(), chosen.end(), p) != chosen.end() || !named(p)) continue;
      if (variant == Then::kGreedyThreshold && file_score(p) < election_.score_threshold) continue;
      left.push_back(p);
    }
    for (;;) {
      std::optional<ProjectIndex> best;
      for (const ProjectIndex p : left) {
        if (may_join(chosen, p) && (!best || better(p, *best, chosen, by_votes))) best = p;
      }
      if (!best) return chosen;
      std::erase(left, *best);
      if (total_cost(election_, chosen) + cost(*best) <= election_.budget) {
        chosen.push_back(*best);
      } else if (variant == Then::kGreedyNoSkip) {
        return chosen;
      }
    }
  }

  // Greatest welfare: every set, the first in tie order of the best ones.
  [[nodiscard]] std::vector<ProjectIndex> max_welfare() const {
    std::vector<ProjectIndex> order;
    for (ProjectIndex p = 0; p < election_.projects.size(); ++p) {
      if (supporters(p) > 0 && named(p)) order.push_back(p);
    }
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return rank_[a] < rank_[b]; });
    std::vector<ProjectIndex> best;
    for (std::uint32_t mask = (1U << order.size()); mask-- > 0;) {  // high bit: first in tie order
      std::vector<ProjectIndex> set;
      for (std::size_t i = 0; i < order.size(); ++i) {
        if (((mask >> (order.size() - 1 - i)) & 1U) != 0) set.push_back(order[i]);
      }
      if (total_cost(election_, set) > election_.budget || !consistent(set)) continue;
      if (set.empty() && best.empty()) continue;
      if (best.empty() || welfare(set, best) > 0) best = set;
    }
    return best;
  }

  // Equal Shares.
  [[nodiscard]] std::vector<ProjectIndex> shares(const Ratio& purse) {
    for (Voter& voter : voters_) voter.purse = purse;
    std::vector<ProjectIndex> chosen;
    std::vector<ProjectIndex> left;
    for (ProjectIndex p = 0; p < election_.projects.size(); ++p) {
      if (supporters(p) > 0 && named(p)) left.push_back(p);
    }
    for (;;) {
      std::optional<ProjectIndex> best;
      Ratio best_price;
      for (const ProjectIndex p : left) {
        if (!may_join(chosen, p)) continue;
        const std::optional<Ratio> price = price_of(p);
        if (!price) continue;
        if (!best || dearer(*best, best_price, p, *price)) {
          best = p;
          best_price = *price;
        }
      }
      if (!best) return chosen;
      for (Voter& voter : voters_) voter.purse -= std::min(voter.purse, voter.weights[*best] * best_price);
      chosen.push_back(*best);
      std::erase(left, *best);
    }
  }

  [[nodiscard]] std::vector<ProjectIndex> grown(Ratio purse, const Ratio& step, Add1Stop stop) {
    std::vector<ProjectIndex> chosen = shares(purse);
    for (int steps = 0; something_left(chosen, stop == Add1Stop::kNever) && steps < 3000; ++steps) {
      purse += step;
      std::vector<ProjectIndex> next = shares(purse);
      if (total_cost(election_, next) > election_.budget) break;
      chosen = std::move(next);
    }
    return chosen;
  }

  [[nodiscard]] std::vector<ProjectIndex> equal_shares() {
    const Ratio first = election_.budget / Ratio(static_cast<std::int64_t>(voters_.size()));
    switch (params_.completion) {
      case Completion::kNone:
        return shares(first);
      case Completion::kUtilitarian:
        return greedy(Then::kGreedy, shares(first), true);
      case Completion::kBudgetIncrease:
        return first.is_zero() ? shares(first) : grown(first, first / Ratio(100), params_.add1_stop);
      default:
        break;
    }
    const bool whole = params_.add1_start == Add1Start::kIntegral;
    std::vector<ProjectIndex> out = grown(whole ? Ratio(first.floor(), BigInt(1)) : first, Ratio(1), params_.add1_stop);
    return params_.completion == Completion::kAdd1u ? greedy(Then::kGreedy, std::move(out), true) : out;
  }

 private:
  [[nodiscard]] bool is_of(ProjectIndex p, const CategoryLimit& limit) const {
    const auto& categories = election_.projects[p].categories;
    return std::find(categories.begin(), categories.end(), limit.name) != categories.end();
  }
  [[nodiscard]] bool consistent(const std::vector<ProjectIndex>& set) const {
    for (const ProjectIndex p : set) {
      std::vector<ProjectIndex> others = set;
      std::erase(others, p);
      if (!may_join(others, p)) return false;
    }
    return true;
  }
  [[nodiscard]] Ratio file_score(ProjectIndex p) const {
    const bool approvals = election_.type == BallotType::kApproval;
    RuleParams plain;
    plain.utility = approvals ? Utility::kCardinality : Utility::kDefault;
    return World(election_, plain).total(p);
  }
  [[nodiscard]] std::strong_ordering welfare(const std::vector<ProjectIndex>& a,
                                             const std::vector<ProjectIndex>& b) const {
    std::vector<Term> terms;
    for (const ProjectIndex p : a) terms.push_back({total(p), utilities_.factors[p]});
    for (const ProjectIndex p : b) terms.push_back({-total(p), utilities_.factors[p]});
    return sign_of_sum(terms);
  }
  [[nodiscard]] Ratio uncovered(ProjectIndex p, const std::vector<ProjectIndex>& chosen) const {
    std::int64_t count = 0;
    for (const Voter& v : voters_) {
      const bool covered = std::any_of(chosen.begin(), chosen.end(), [&](auto q) { return !v.weights[q].is_zero(); });
      if (!covered && !v.weights[p].is_zero()) ++count;
    }
    return Ratio(count);
  }
  /// Utility per cost; the limit for costs towards zero; nothing: infinite.
  struct Value {
    bool infinite = false;
    Ratio coefficient;
    Factor factor;
  };
  [[nodiscard]] Value value(ProjectIndex p, const std::vector<ProjectIndex>& chosen, bool by_votes) const {
    const Utility kind = resolve_utility(election_, params_.utility);
    const Ratio people(supporters(p));
    if (by_votes) return {false, Ratio(approvals_[p]), {}};
    const Ratio sum = kind == Utility::kCc ? uncovered(p, chosen) : total(p);
    if (sum.is_zero()) return {};
    if (kind == Utility::kCost || kind == Utility::kRelativeCost) return {false, sum, {}};
    if (kind == Utility::kEffort) return {false, sum / people, {}};
    if (!cost(p).is_zero()) return {false, sum / cost(p), utilities_.factors[p]};
    if (kind == Utility::kLogCost) return {false, sum, {}};
    return {true, {}, {}};
  }
  [[nodiscard]] bool better(ProjectIndex a, ProjectIndex b, const std::vector<ProjectIndex>& chosen,
                            bool by_votes) const {
    const Value x = value(a, chosen, by_votes);
    const Value y = value(b, chosen, by_votes);
    if (x.infinite != y.infinite) return x.infinite;
    if (!x.infinite) {
      const auto order = compare_products(x.coefficient, x.factor, y.coefficient, y.factor);
      if (order != 0) return order > 0;
    }
    const bool a_backed = (by_votes ? approvals_[a] : supporters(a)) > 0;
    const bool b_backed = (by_votes ? approvals_[b] : supporters(b)) > 0;
    if (a_backed != b_backed) return a_backed;
    return rank_[a] < rank_[b];
  }
  /// Least q with sum of min(purse, q·weight) = cost: the poorest per weight pay all they have.
  [[nodiscard]] std::optional<Ratio> price_of(ProjectIndex p) const {
    std::vector<const Voter*> payers;
    Ratio weight;
    for (const Voter& voter : voters_) {
      if (voter.weights[p].is_zero()) continue;
      payers.push_back(&voter);
      weight += voter.weights[p];
    }
    std::sort(payers.begin(), payers.end(),
              [&](const Voter* a, const Voter* b) { return a->purse / a->weights[p] < b->purse / b->weights[p]; });
    Ratio rest = cost(p);
    for (const Voter* voter : payers) {
      const Ratio q = rest / weight;
      if (q * voter->weights[p] <= voter->purse) return q;
      rest -= voter->purse;
      weight -= voter->weights[p];
    }
    return std::nullopt;
  }
  [[nodiscard]] bool dearer(ProjectIndex a, const Ratio& price_a, ProjectIndex b, const Ratio& price_b) const {
    const bool free_a = cost(a).is_zero();
    const bool free_b = cost(b).is_zero();
    if (free_a != free_b) return free_b;
    if (!free_a) {
      const auto order = compare_products(price_a, utilities_.factors[b], price_b, utilities_.factors[a]);
      if (order != 0) return order > 0;
    }
    return rank_[b] < rank_[a];
  }
  [[nodiscard]] bool something_left(const std::vector<ProjectIndex>& chosen, bool dear_ones_too) const {
    const Ratio money = election_.budget - total_cost(election_, chosen);
    for (ProjectIndex p = 0; p < election_.projects.size(); ++p) {
      const bool in = std::find(chosen.begin(), chosen.end(), p) != chosen.end();
      if (in || supporters(p) == 0 || cost(p).is_zero() || !named(p)) continue;
      if (may_join(chosen, p) && (dear_ones_too || cost(p) <= money)) return true;
    }
    return false;
  }

  const Election& election_;
  const RuleParams& params_;
  Utilities utilities_;
  std::vector<std::uint32_t> rank_;
  std::vector<Voter> voters_;
  std::vector<std::uint64_t> votes_;     // people who have it on the ballot
  std::vector<std::int64_t> approvals_;  // and give it more than no points
};

}  // namespace stoepkrijt::rules::reference
