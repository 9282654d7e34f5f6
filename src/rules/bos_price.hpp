// What a project costs its supporters under bounded overspending: the λ with the least ρ/α. See bos.hpp.
//
// λ is written q = λ · factor, the payment per unit of weight; then ρ/α · factor = q / α², a fraction.
#pragma once

#include <optional>
#include <vector>

#include "rules/purses.hpp"

namespace stoepkrijt::rules {

/// The best offer of one project, exact.
struct BosOffer {
  Ratio score;  // q / α²: least is best; to be divided by the project's factor
  Ratio price;  // q / α: the payment per unit of weight of those who can
};

/// Finds the offer of one project: first as bounds, exactly only when asked.
class BosPricer {
 public:
  BosPricer(const Election& election, const Supporters& supporters, PurseBook& book);

  /// Looks at the supporters as they are now. False: they have nothing left.
  [[nodiscard]] bool look(ProjectIndex project, const std::vector<Supporter>& supporters);
  /// Of the score, after look().
  [[nodiscard]] const Bounds& score() const { return score_; }
  /// After look(): the exact offer.
  [[nodiscard]] BosOffer offer();
  /// After look(): the exact price per unit of weight, or nothing when all supporters certainly pay all they have; then
  /// the price need not be known, which spares numbers of thousands of digits.
  [[nodiscard]] std::optional<Ratio> price_if_anything_is_left();

 private:
  /// Supporters with the same history and weight.
  struct Level {
    PurseBook::State state = PurseBook::kEmpty;
    std::uint32_t weight = 0;
    std::uint64_t people = 0;
    Bounds purse;
    Bounds ratio;  // purse / weight: with q above it they pay all
    Bounds people_bounds;
  };
  /// A q to be looked at: that of a level, or the one that funds the whole project.
  struct Candidate {
    std::size_t level = 0;
    bool whole = false;
    Bounds price;  // q / α
    Bounds score;  // q / α²
  };
  void gather(const std::vector<Supporter>& supporters);
  void scan();
  [[nodiscard]] Bounds whole_bounds(std::size_t level, const Bounds& paid, const Bounds& weight, bool certain) const;
  void keep(const Candidate& candidate);
  [[nodiscard]] Ratio ratio_of(const Level& level);
  [[nodiscard]] Ratio collected(const Ratio& q);
  [[nodiscard]] std::optional<Ratio> whole_price();

  const Election& election_;
  const Supporters& supporters_;
  PurseBook& book_;
  Ratio cost_;
  Bounds cost_bounds_;
  std::vector<Level> levels_;  // ascending by the lower bound of `ratio`
  std::vector<Candidate> candidates_;
  Bounds score_;
  std::vector<std::uint32_t> place_;  // scratch: of a state among the levels, plus one; for weight 1
};

}  // namespace stoepkrijt::rules
