// The general engine of the Method of Equal Shares: any additive utility, any ballots, exclusions, requirements and
// maxima. (mes_engine.hpp is the faster one for plain approvals.)
//
// With u_i(c) = w_i · f and q = rho · f the price q of a project is the least with sum of min(b_i, q·w_i) = cost; the
// project with the least q / f is bought. Prices and purses are fractions; only comparing q / f of two projects can
// involve roots or logarithms (compare_products).
// How it is exact: purses are kept as floating-point numbers with a proved bound on their error; what those cannot
// separate is decided in whole numbers over one common denominator, or in FineNumbers where that would be too long. A
// purse is always either zero or the start minus price times weight of the winners on that ballot, so its exact value
// needs no storage.
// Projects wait while they lack what they require, and are out for good when that cannot come any more, when a chosen
// one excludes them, when their category is full, or when their supporters cannot pay them.
// Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021.
//
// Example: purses 10, cost 12, weights 1 and 3 (points): q = 3, they pay 3 and 9.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "rules/feasibility.hpp"
#include "rules/fine_number.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

struct WeightedRun {
  std::vector<ProjectIndex> winners;
  std::vector<Ratio> prices;                    // parallel to winners, per unit of weight; 0 for free projects
  bool rounded = false;                         // prices are rounded down to 2^-64: the weights are too fine
  std::vector<std::vector<ProjectIndex>> tied;  // parallel to winners; empty when there was no tie
  std::vector<WhyOut> why;                      // by project
  Ratio cost;
};

class WeightedMesEngine {
 public:
  /// The election must be valid and have voters; `utilities` must be of it and outlive the engine.
  WeightedMesEngine(const Election& election, const Utilities& utilities, const RuleParams& params);

  /// False when a weight is not within 2^-900 to 2^900.
  [[nodiscard]] bool usable() const noexcept { return usable_; }
  /// One run with every purse at `purse` > 0 or = 0, in currency units; `without` stays on the ballots but is not for
  /// sale.
  [[nodiscard]] WeightedRun run(const Ratio& purse, std::optional<ProjectIndex> without = std::nullopt);

  [[nodiscard]] std::uint64_t voters() const noexcept { return voters_; }
  [[nodiscard]] const std::vector<std::uint64_t>& votes() const noexcept { return votes_; }
  [[nodiscard]] const std::vector<std::uint64_t>& supporters() const noexcept { return supporters_; }

 private:
  static constexpr double kRounding = 0x1p-50;  // of a fraction made a double, relative
  struct Entry {                                // a project on a ballot, or a ballot among a project's supporters
    std::uint32_t other = 0;
    std::uint32_t weight = 0;  // in weights_
  };
  struct Candidate {
    ProjectIndex project = 0;
    double cost = 0;    // in start purses; relative error kRounding
    double factor = 1;  // relative error kRounding
    double low = 0;     // bounds of the price, in start purses per unit of weight
    double high = 0;
  };
  /// price = numerator / (payers · denominator_), per unit of weight, exact; payers is a sum of weights.
  struct ExactPrice {
    BigInt numerator;
    BigInt payers;
  };
  struct Scan {
    double people = 0;
    double money = 0;
    double poor_people = 0;
    double poor_money = 0;
    double rich_weight = 0;
    double least_rich = 0;  // the least purse per weight not below the threshold
  };

  /// result · (1 ± kRounding); 0 or infinite outside of what a double holds.
  [[nodiscard]] static double nearest_double(const BigInt& numerator, const BigInt& denominator);
  void list_entries(const Election& election, const Utilities& utilities);
  void make_weights();
  void start(const Ratio& purse);
  [[nodiscard]] std::optional<ProjectIndex> choose(std::vector<ProjectIndex>& tied);
  [[nodiscard]] bool evaluate(Candidate& c, const Candidate* best);
  [[nodiscard]] Scan scan(const Candidate& c, double threshold) const;
  [[nodiscard]] bool suffices(const Candidate& c, double price) const;
  [[nodiscard]] static bool certainly_worse(const Candidate& a, const Candidate& b);
  void take_free(WeightedRun& run);
  void drop_impossible(WeightedRun& run);
  void drop(ProjectIndex project, WhyOut why, WeightedRun& run);

  // weighted_exact.cpp
  void begin_sum();
  void add_history(std::uint32_t ballot);
  [[nodiscard]] BigInt money_of_sum(const BigInt& people) const;
  [[nodiscard]] bool can_pay_exactly(const Candidate& c);
  [[nodiscard]] BigInt exact_purse(std::uint32_t ballot) const;
  [[nodiscard]] ExactPrice exact_price(const Candidate& c);
  [[nodiscard]] std::strong_ordering compare_exactly(const Candidate& a, const Candidate& b);
  [[nodiscard]] Ratio buy(const Candidate& c);
  void charge(const Candidate& c, double paid);

  // weighted_fine.cpp: the same where the weights are too fine for one denominator.
  struct Fine {
    explicit Fine(unsigned bits) : context(bits) {}

    FineContext context;
    std::vector<FineNumber> weights;  // parallel to weight_values_
    std::vector<FineNumber> prices;   // of the paid winners, per unit of weight
    FineNumber start;
    Ratio purse;
  };
  struct FinePrice {
    FineNumber numerator;  // price = numerator / payers, in currency units
    FineNumber payers;
  };
  [[nodiscard]] WeightedRun fine_run(const Ratio& purse, std::optional<ProjectIndex> without);
  void make_fine(unsigned bits);
  [[nodiscard]] FineNumber fine_money(const std::vector<std::uint32_t>& ballots);
  [[nodiscard]] FineNumber fine_purse(std::uint32_t ballot) const;
  [[nodiscard]] bool fine_can_pay(const Candidate& c);
  [[nodiscard]] FinePrice fine_price(const Candidate& c);
  [[nodiscard]] std::strong_ordering fine_compare(const Candidate& a, const Candidate& b);
  [[nodiscard]] Ratio fine_buy(const Candidate& c);

  [[nodiscard]] WeightedRun attempt(const Ratio& purse, std::optional<ProjectIndex> without);

  const Election& election_;
  const Utilities& utilities_;
  std::uint64_t min_votes_;
  bool usable_ = true;
  std::vector<std::uint32_t> rank_;
  std::uint64_t voters_ = 0;
  std::vector<std::uint64_t> votes_;
  std::vector<std::uint64_t> supporters_;
  BigInt unit_;                       // money in 1/unit_ of a currency unit
  std::vector<BigInt> costs_;         // in those
  BigInt weight_unit_ = BigInt(1);    // weights in 1/weight_unit_
  std::vector<Ratio> weight_values_;  // the different weights
  std::vector<BigInt> weights_;       // in units
  std::vector<double> weight_doubles_;
  std::vector<double> factor_doubles_;
  std::vector<Entry> on_ballot_;  // projects with a weight above zero, ballot after ballot
  std::vector<std::uint32_t> ballot_begin_;
  std::vector<Entry> for_project_;  // the same, project after project
  std::vector<std::uint32_t> project_begin_;
  double summing_;  // relative error of adding up

  // State of one run.
  std::optional<Feasibility> may_;
  std::vector<double> purses_;  // in start purses; negative: exactly zero
  double error_ = 0;            // of each purse, absolute
  std::vector<Candidate> candidates_;
  BigInt denominator_;
  BigInt start_purse_;               // over denominator_, in units of money
  std::vector<BigInt> prices_;       // of the paid winners, over denominator_, per unit of weight
  std::vector<std::int32_t> won_;    // by project: index in prices_, or -1
  std::vector<BigInt> sums_;         // scratch: weight by paid winner
  std::vector<std::uint32_t> poor_;  // supporters that exact_price found to pay all they have
  std::unique_ptr<Fine> fine_;       // none: the weights have a common denominator
};

}  // namespace stoepkrijt::rules
