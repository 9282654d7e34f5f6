// What a project costs its supporters under bounded overspending: the λ with the least ρ/α. See bos.hpp.
//
// λ is written q = λ · factor, the payment per unit of weight; then ρ/α · factor = q / α², a fraction.
#pragma once

#include <optional>
#include <vector>

#include "rules/purses.hpp"

namespace stoepkrijt::rules {

/// The best offer of one project, exact.
template <class Number>
struct BosOffer {
  Number score;  // q / α²: least is best; to be divided by the project's factor
  Number price;  // q / α: the payment per unit of weight of those who can
};

/// Finds the offer of one project: first as bounds, exactly only when asked.
template <class Numbers>
class BosPricer {
 public:
  using Number = typename Numbers::Number;
  using Book = PurseBookIn<Numbers>;

  BosPricer(const Numbers& numbers, const Election& election, const Supporters& supporters, Book& book);

  /// Looks at the supporters as they are now. False: they have nothing left.
  [[nodiscard]] bool look(ProjectIndex project, const std::vector<Supporter>& supporters);
  /// Of the score, after look().
  [[nodiscard]] const Bounds& score() const { return score_; }
  /// After look(): the exact offer.
  [[nodiscard]] BosOffer<Number> offer();
  /// After look(): the exact price per unit of weight, or nothing when all supporters certainly pay all they have; then
  /// the price need not be known, which spares numbers of thousands of digits.
  [[nodiscard]] std::optional<Number> price_if_anything_is_left();

 private:
  /// Supporters with the same history and weight.
  struct Level {
    typename Book::State state = Book::kEmpty;
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
  [[nodiscard]] Number ratio_of(const Level& level);
  [[nodiscard]] Number collected(const Number& q);
  [[nodiscard]] std::optional<Number> whole_price();

  const Numbers& numbers_;
  const Election& election_;
  const Supporters& supporters_;
  Book& book_;
  Number cost_;
  Bounds cost_bounds_;
  std::vector<Level> levels_;  // ascending by the lower bound of `ratio`
  std::vector<Candidate> candidates_;
  Bounds score_;
  std::vector<std::uint32_t> place_;  // scratch: of a state among the levels, plus one; for weight 1
};

extern template class BosPricer<Fractions>;
extern template class BosPricer<FineNumbers>;

}  // namespace stoepkrijt::rules
