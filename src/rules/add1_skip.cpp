#include "rules/add1_skip.hpp"

#include <algorithm>
#include <optional>

#include "rules/ties.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

namespace {

/// value + slope · d
struct Line {
  Ratio value;
  Ratio slope;
};

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

class Follower {
 public:
  Follower(const Election& election, const RuleParams& params, const Ratio& purse, std::uint64_t limit)
      : election_(election), params_(params), rank_(tie_ranks(election, params)), most_(whole(limit)) {
    purses_.assign(election.ballots.size(), Line{purse, Ratio(1)});
    supporters_.resize(election.projects.size());
    for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
      if (election.ballots[b].count == 0) continue;
      for (const ProjectIndex p : election.ballots[b].projects) supporters_[p].push_back(b);
    }
    for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
      if (!supporters_[p].empty() && !election.projects[p].cost.is_zero()) open_.push_back(p);
    }
  }

  std::uint64_t follow(const std::vector<ProjectIndex>& winners) {
    for (const ProjectIndex winner : winners) {
      if (election_.projects[winner].cost.is_zero()) continue;
      drop_unaffordable();
      const std::optional<Line> price = winner_price(winner);
      if (!price) return 0;
      std::erase(open_, winner);
      for (const ProjectIndex loser : open_) keep_worse(loser, winner, *price);
      if (most_.is_zero()) return 0;
      pay(winner, *price);
    }
    drop_unaffordable();
    if (!open_.empty() || most_.is_negative()) return 0;
    const auto steps = most_.floor().to_int64();
    return steps ? static_cast<std::uint64_t>(*steps) : 0;
  }

 private:
  /// d stays where value + slope·d >= 0, or > 0; it holds for d = 0.
  void keep(const Line& line, bool strictly) {
    if (!line.slope.is_negative()) return;
    const Ratio zero_at = line.value / -line.slope;
    Ratio largest(zero_at.floor(), BigInt(1));
    if (strictly && largest == zero_at) largest -= Ratio(1);
    most_ = std::min(most_, std::max(largest, Ratio(0)));
  }

  [[nodiscard]] Line money_of(ProjectIndex project) const {
    Line sum;
    for (const std::uint32_t b : supporters_[project]) {
      const Ratio people = whole(election_.ballots[b].count);
      sum.value += purses_[b].value * people;
      sum.slope += purses_[b].slope * people;
    }
    return sum;
  }

  /// Projects that cannot be paid are out for good, as long as that stays so.
  void drop_unaffordable() {
    std::erase_if(open_, [&](ProjectIndex p) {
      const Line money = money_of(p);
      const Ratio& cost = election_.projects[p].cost;
      if (money.value >= cost) return false;
      keep({cost - money.value, -money.slope}, true);
      return true;
    });
  }

  /// The price at d = 0 as a line: those poorer than it pay all, the others share the rest.
  [[nodiscard]] Line price_line(ProjectIndex project) const {
    std::vector<std::uint32_t> order = supporters_[project];
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return purses_[a].value < purses_[b].value; });
    Line rest{election_.projects[project].cost, Ratio(0)};
    std::uint64_t payers = 0;
    for (const std::uint32_t b : order) payers += election_.ballots[b].count;
    for (const std::uint32_t b : order) {
      if (purses_[b].value * whole(payers) >= rest.value) break;
      const std::uint64_t count = election_.ballots[b].count;
      rest.value -= purses_[b].value * whole(count);
      rest.slope -= purses_[b].slope * whole(count);
      payers -= count;
    }
    SK_CHECK(payers > 0);
    return {rest.value / whole(payers), rest.slope / whole(payers)};
  }

  std::optional<Line> winner_price(ProjectIndex winner) {
    if (std::find(open_.begin(), open_.end(), winner) == open_.end()) return std::nullopt;
    Line price = price_line(winner);
    for (const std::uint32_t b : supporters_[winner]) {
      const Line& purse = purses_[b];
      if (purse.value < price.value) {
        keep({price.value - purse.value, price.slope - purse.slope}, false);
      } else {
        keep({purse.value - price.value, purse.slope - price.slope}, false);
      }
    }
    return price;
  }

  void keep_worse(ProjectIndex loser, ProjectIndex winner, const Line& winner_price) {
    const Line price = price_line(loser);
    Ratio by(1);  // what makes the two prices comparable
    if (resolve_utility(election_, params_.utility) == Utility::kCost)
      by = election_.projects[winner].cost / election_.projects[loser].cost;
    keep({price.value * by - winner_price.value, price.slope * by - winner_price.slope}, rank_[loser] < rank_[winner]);
  }

  void pay(ProjectIndex winner, const Line& price) {
    for (const std::uint32_t b : supporters_[winner]) {
      Line& purse = purses_[b];
      if (purse.value < price.value) {
        purse = Line{};
      } else {
        purse.value -= price.value;
        purse.slope -= price.slope;
      }
    }
  }

  const Election& election_;
  const RuleParams& params_;
  std::vector<std::uint32_t> rank_;
  Ratio most_;
  std::vector<Line> purses_;  // by ballot
  std::vector<std::vector<std::uint32_t>> supporters_;
  std::vector<ProjectIndex> open_;
};

}  // namespace

std::uint64_t add1_steps_without_change(const Election& election, const RuleParams& params, const Outcome& outcome,
                                        const Ratio& purse, std::uint64_t limit) {
  return Follower(election, params, purse, limit).follow(outcome.winners);
}

}  // namespace stoepkrijt::rules
