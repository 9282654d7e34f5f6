#include "rules/shares_skip.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/exact_real.hpp"
#include "rules/feasibility.hpp"
#include "rules/ties.hpp"

namespace stoepkrijt::rules {

namespace {

/// value + slope · k
struct Line {
  Ratio value;
  Ratio slope;
};

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

class Follower {
 public:
  Follower(const Election& election, const Utilities& utilities, const RuleParams& params, const Ratio& purse,
           const Ratio& step, std::uint64_t limit)
      : election_(election),
        utilities_(utilities),
        rank_(tie_ranks(election, params)),
        may_(election),
        most_(BigInt::from_unsigned(limit)) {
    purses_.assign(election.ballots.size(), Line{purse, step});
    supporters_.resize(election.projects.size());
    const std::vector<std::uint64_t> votes = count_votes(election);
    for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
      const Ballot& ballot = election.ballots[b];
      for (std::size_t i = 0; i < ballot.projects.size() && ballot.count > 0; ++i) {
        const Ratio weight = utilities.weight(b, i);
        if (!weight.is_zero()) supporters_[ballot.projects[i]].push_back({b, weight});
      }
    }
    for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
      if (supporters_[p].empty() || votes[p] < params.min_votes) {
        may_.drop(p);
      } else {
        open_.push_back(p);
      }
    }
  }

  std::uint64_t follow(const std::vector<ProjectIndex>& winners) {
    for (const ProjectIndex winner : winners) {
      if (!election_.projects[winner].cost.is_zero()) {
        drop_unaffordable();
        if (std::find(open_.begin(), open_.end(), winner) == open_.end()) return 0;
        const Line price = price_line(winner);
        for (const Supporter& s : supporters_[winner]) keep_side(s, price);
        for (const ProjectIndex loser : open_) {
          if (loser != winner && may_.verdict(loser) == Verdict::kYes) keep_worse(loser, winner, price);
        }
        if (most_.is_zero()) return 0;
        pay(winner, price);
      }
      std::erase(open_, winner);
      may_.take(winner);
    }
    drop_unaffordable();
    const bool more = std::any_of(open_.begin(), open_.end(), [&](auto p) { return may_.verdict(p) == Verdict::kYes; });
    if (more) return 0;
    const auto steps = most_.to_int64();
    return steps ? static_cast<std::uint64_t>(*steps) : 0;
  }

 private:
  struct Supporter {
    std::uint32_t ballot = 0;
    Ratio weight;
  };

  /// k stays where value + slope·k >= 0, or > 0. When it does not even hold at 0, nothing is known.
  void keep(const Line& line, bool strictly) {
    if (line.value.is_negative() || (strictly && line.value.is_zero())) {
      most_ = BigInt(0);
      return;
    }
    if (!line.slope.is_negative()) return;
    const Ratio zero_at = line.value / -line.slope;
    BigInt largest = zero_at.floor();
    if (strictly && zero_at.is_integer()) largest -= BigInt(1);
    most_ = std::min(most_, std::max(largest, BigInt(0)));
  }

  [[nodiscard]] Line money_of(ProjectIndex project) const {
    Line sum;
    for (const auto& [ballot, weight] : supporters_[project]) {
      const Ratio people = whole(election_.ballots[ballot].count);
      sum.value += purses_[ballot].value * people;
      sum.slope += purses_[ballot].slope * people;
    }
    return sum;
  }

  /// Projects that cannot be paid are out for good, as long as that stays so; what requires them as well.
  void drop_unaffordable() {
    std::erase_if(open_, [&](ProjectIndex p) {
      const Ratio& cost = election_.projects[p].cost;
      if (cost.is_zero() || may_.verdict(p) != Verdict::kYes) return false;
      const Line money = money_of(p);
      if (money.value >= cost) return false;
      keep({cost - money.value, -money.slope}, true);
      may_.drop(p);
      return true;
    });
  }

  /// The price at k = 0 as a line: those poorer than it pay all, the others share the rest by weight.
  [[nodiscard]] Line price_line(ProjectIndex project) const {
    std::vector<Supporter> order = supporters_[project];
    std::sort(order.begin(), order.end(), [&](const Supporter& a, const Supporter& b) {
      return purses_[a.ballot].value * b.weight < purses_[b.ballot].value * a.weight;
    });
    Line rest{election_.projects[project].cost, Ratio(0)};
    Ratio payers;
    for (const auto& [ballot, weight] : order) payers += weight * whole(election_.ballots[ballot].count);
    for (const auto& [ballot, weight] : order) {
      const Line& purse = purses_[ballot];
      if (purse.value * payers >= rest.value * weight) break;
      const Ratio count = whole(election_.ballots[ballot].count);
      rest.value -= purse.value * count;
      rest.slope -= purse.slope * count;
      payers -= weight * count;
    }
    SK_CHECK(payers > Ratio(0));
    return {rest.value / payers, rest.slope / payers};
  }

  void keep_side(const Supporter& s, const Line& price) {
    const Line& purse = purses_[s.ballot];
    const Line share{price.value * s.weight, price.slope * s.weight};
    if (purse.value < share.value) {
      keep({share.value - purse.value, share.slope - purse.slope}, false);
    } else {
      keep({purse.value - share.value, purse.slope - share.slope}, false);
    }
  }

  /// At most the factor of `winner` divided by that of `loser`.
  [[nodiscard]] Ratio least_factor_ratio(ProjectIndex winner, ProjectIndex loser) const {
    constexpr unsigned kBits = 96;
    const Factor& f = utilities_.factors[winner];
    const Factor& g = utilities_.factors[loser];
    if (f == g) return Ratio(1);
    const Ratio high = bounds_of(g, kBits).high;
    return high.is_zero() ? Ratio(0) : bounds_of(f, kBits).low / high;
  }

  void keep_worse(ProjectIndex loser, ProjectIndex winner, const Line& winner_price) {
    const Line price = price_line(loser);
    const Ratio by = least_factor_ratio(winner, loser);
    keep({price.value * by - winner_price.value, price.slope * by - winner_price.slope}, rank_[loser] < rank_[winner]);
  }

  void pay(ProjectIndex winner, const Line& price) {
    for (const auto& [ballot, weight] : supporters_[winner]) {
      Line& purse = purses_[ballot];
      if (purse.value < price.value * weight) {
        purse = Line{};
      } else {
        purse.value -= price.value * weight;
        purse.slope -= price.slope * weight;
      }
    }
  }

  const Election& election_;
  const Utilities& utilities_;
  std::vector<std::uint32_t> rank_;
  Feasibility may_;
  BigInt most_;
  std::vector<Line> purses_;  // by ballot
  std::vector<std::vector<Supporter>> supporters_;
  std::vector<ProjectIndex> open_;
};

}  // namespace

std::uint64_t steps_without_change(const Election& election, const Utilities& utilities, const RuleParams& params,
                                   const std::vector<ProjectIndex>& winners, const Ratio& purse, const Ratio& step,
                                   std::uint64_t limit) {
  return Follower(election, utilities, params, purse, step, limit).follow(winners);
}

}  // namespace stoepkrijt::rules
