// The engine of the Method of Equal Shares: one run for given purses, exact and fast. Used by equal_shares and Add1.
//
// How it is exact: purses and prices are first kept as 64-bit fixed-point numbers with a proved error bound; what those
// cannot separate is decided in whole numbers of any length over one common denominator. A voter's purse is always
// either zero or the start minus the full prices of the winners on that ballot, so the exact value needs no storage.
// How it is fast: the price of a project never falls, so an old price is a lower bound (lazy evaluation); the price is
// found by a few passes over the supporters without sorting; those who have nothing left drop out of the lists.
// Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/bigint.hpp"
#include "base/ratio.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// One run. Prices are `price_numerators[i] / price_denominator` units; a unit is 1/MesEngine::unit() currency.
struct MesRun {
  std::vector<ProjectIndex> winners;
  std::vector<BigInt> price_numerators;  // parallel to winners; 0 for free projects
  BigInt price_denominator;
  std::vector<std::vector<ProjectIndex>> tied;  // parallel to winners; empty when there was no tie
  BigInt cost;                                  // of the winners, in units
};

class MesEngine {
 public:
  /// The election must be valid and of approval type, with at least one ballot.
  MesEngine(const Election& election, const RuleParams& params);

  /// All purses are numerator/denominator units at the start.
  [[nodiscard]] MesRun run(const BigInt& purse_numerator, const BigInt& purse_denominator);

  [[nodiscard]] const BigInt& unit() const noexcept { return unit_; }
  [[nodiscard]] const BigInt& budget() const noexcept { return budget_; }
  [[nodiscard]] std::uint64_t voters() const noexcept { return voters_; }
  [[nodiscard]] const std::vector<BigInt>& costs() const noexcept { return costs_; }
  [[nodiscard]] const std::vector<std::uint64_t>& votes() const noexcept { return votes_; }
  [[nodiscard]] const Election& election() const noexcept { return election_; }
  [[nodiscard]] Utility utility() const noexcept { return utility_; }
  [[nodiscard]] std::uint32_t tie_rank(ProjectIndex project) const { return tie_rank_[project]; }
  /// Ballots with people on them that hold the project.
  [[nodiscard]] std::span<const std::uint32_t> supporters(ProjectIndex project) const {
    return std::span(all_supporters_)
        .subspan(first_supporter_[project], first_supporter_[project + 1] - first_supporter_[project]);
  }
  /// Supported projects that cost nothing, in order of ties: they come before all others.
  [[nodiscard]] std::vector<ProjectIndex> free_projects() const;

 private:
  struct Candidate {
    ProjectIndex project = 0;
    std::int64_t cost_low = 0;  // fixed point
    std::int64_t cost_high = 0;
    std::int64_t value_low = 1;  // the utility of one voter
    std::int64_t value_high = 1;
    std::int64_t price_low = 0;  // fixed point bounds; low stays valid in later rounds
    std::int64_t price_high = 0;
    std::uint32_t begin = 0;  // its supporters in supporters_
    std::uint32_t end = 0;
    std::uint32_t round = 0;  // last evaluated in
    bool fresh = true;        // its supporters are still only in all_supporters_
    bool out = false;
  };
  struct Purse {
    std::int64_t money = 0;   // fixed point: the true purse is in [money, money + error_]; kEmpty: exactly zero
    std::int64_t weight = 0;  // people with this ballot
  };
  static constexpr std::int64_t kEmpty = -1;
  struct Scan {
    std::int64_t people = 0;
    std::int64_t money = 0;
    std::int64_t poor = 0;        // people below the threshold
    std::int64_t poor_money = 0;  // what they have
    std::int64_t least_rich = 0;  // the least purse not below it
  };
  /// price = numerator / (payers · denominator_), exact.
  struct ExactPrice {
    BigInt numerator;
    std::int64_t payers = 1;
  };

  void start(const BigInt& purse_numerator, const BigInt& purse_denominator);
  [[nodiscard]] std::int64_t fixed(const BigInt& numerator, const BigInt& denominator, bool& exact) const;
  void add_candidates();
  [[nodiscard]] std::size_t next_unevaluated(std::uint32_t round) const;
  [[nodiscard]] static bool certainly_worse(const Candidate& a, const Candidate& b);
  [[nodiscard]] Scan scan(Candidate& c, std::int64_t threshold);
  void evaluate(Candidate& c, const Candidate* best);
  [[nodiscard]] bool can_pay_exactly(const Candidate& c);
  [[nodiscard]] ExactPrice exact_price(const Candidate& c);
  void count_history(std::uint32_t ballot);
  [[nodiscard]] BigInt money_of_counted(std::int64_t people) const;
  void collect_history(std::uint32_t ballot, std::vector<std::uint32_t>& history) const;
  [[nodiscard]] int compare_exactly(const Candidate& a, const Candidate& b);
  [[nodiscard]] std::size_t choose(std::uint32_t round, std::vector<ProjectIndex>& tied);
  void buy(const Candidate& c);

  const Election& election_;
  Utility utility_;
  std::vector<std::uint32_t> tie_rank_;
  BigInt unit_;
  BigInt budget_;
  std::uint64_t voters_ = 0;
  std::vector<BigInt> costs_;
  std::vector<std::uint64_t> votes_;
  // Supporters per project, as indices of ballots; supporters_ is the working
  // copy of a run, in which those with an empty purse are dropped.
  std::vector<std::uint32_t> all_supporters_;
  std::vector<std::uint32_t> first_supporter_;

  // State of one run.
  std::vector<std::uint32_t> supporters_;
  std::vector<Purse> purses_;  // by ballot
  std::int64_t error_ = 0;
  int shift_ = 0;  // fixed point: value · 2^shift
  std::vector<Candidate> candidates_;
  BigInt denominator_;
  BigInt start_purse_;                  // over denominator_
  std::vector<BigInt> prices_;          // of the paid winners, over denominator_
  std::vector<std::int32_t> won_;       // by project: index in prices_, or -1
  std::vector<std::int64_t> counts_;    // scratch of exact arithmetic, by paid winner
  std::vector<std::uint32_t> emptied_;  // supporters that exact_price found to pay all they have
};

}  // namespace stoepkrijt::rules
