// The fractional purchase of FrES: who pays what for which part, exact. See fres.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/feasibility.hpp"
#include "rules/purses.hpp"

namespace stoepkrijt::rules {

/// `Numbers`: Fractions, or FineNumbers where those would be too long.
template <class Numbers>
class FresRun {
 public:
  using Number = typename Numbers::Number;
  struct Step {
    ProjectIndex project = 0;
    Number payment;  // of each supporter with money left, per unit of weight
  };
  static constexpr std::uint32_t kNever = 0xFFFFFFFF;

  FresRun(const Numbers& numbers, const Election& election, const RuleParams& params, const Utilities& utilities,
          const Supporters& supporters, Feasibility& may, const std::vector<std::uint32_t>& ranks);

  /// Buys until nothing can be bought. `takes_part`: by project. False: cancelled.
  [[nodiscard]] bool run(const std::vector<bool>& takes_part);

  [[nodiscard]] const std::vector<ProjectIndex>& whole() const { return whole_; }  // in order
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  [[nodiscard]] Number part(ProjectIndex project) const;
  [[nodiscard]] const Number& weight(std::uint32_t index) const { return weights_[index]; }
  /// By ballot: the step that emptied it; later ones it does not pay.
  [[nodiscard]] const std::vector<std::uint32_t>& emptied_in() const { return emptied_in_; }
  /// Whether the last step of that buying was a tie between projects; by step, empty when it was none.
  [[nodiscard]] const std::vector<std::vector<ProjectIndex>>& tied() const { return tied_; }

 private:
  [[nodiscard]] std::optional<ProjectIndex> choose(std::vector<ProjectIndex>& tied);
  [[nodiscard]] std::strong_ordering compare(ProjectIndex a, ProjectIndex b) const;
  void step(ProjectIndex project);
  /// The supporters who would be emptied first, when that may happen before `rest` per weight is paid; their ratio.
  [[nodiscard]] std::optional<Number> first_emptied(ProjectIndex project, const Number& rest);
  [[nodiscard]] Number money_of(std::uint32_t ballot) const;
  void charge(ProjectIndex project, const Number& payment);
  void list_ballots();
  [[nodiscard]] Number least_of(ProjectIndex project, double least_high);
  void add_paid(ProjectIndex project, const Number& payment);
  void empty(std::uint32_t ballot);

  const Numbers& numbers_;
  const Election& election_;
  const RuleParams& params_;
  const Utilities& utilities_;
  const Supporters& supporters_;
  Feasibility& may_;
  const std::vector<std::uint32_t>& ranks_;
  std::vector<ProjectIndex> open_;
  std::vector<std::vector<Supporter>> payers_;  // by project, with money left
  std::vector<Number> weights_;                 // parallel to Supporters::weights
  std::vector<Number> weight_;                  // by project: of the payers together
  std::vector<Bounds> gain_;                    // by project: weight · factor / cost
  std::vector<Bounds> worth_;                   // by project: factor / cost
  std::vector<Number> collected_;               // by project
  std::vector<Bounds> money_;                   // by ballot
  std::vector<std::uint32_t> emptied_in_;
  std::vector<std::uint32_t> emptying_;  // ballots that the present step empties, if it is not the end of the project
  // What a payer has paid per unit of weight, by project. Fractions: as numerators over one denominator, and the first
  // purse likewise.
  std::vector<BigInt> paid_;
  BigInt denominator_;
  BigInt start_;
  struct OnBallot {
    ProjectIndex project = 0;
    std::uint32_t weight = 0;
  };
  // FineNumbers: what a payer has paid per unit of weight, by project; and what is on each ballot.
  std::vector<Number> fine_paid_;
  std::vector<std::vector<OnBallot>> on_ballot_;
  Number purse_;
  std::vector<ProjectIndex> whole_;
  std::vector<Step> steps_;
  std::vector<std::vector<ProjectIndex>> tied_;
};

extern template class FresRun<Fractions>;
extern template class FresRun<FineNumbers>;

}  // namespace stoepkrijt::rules
