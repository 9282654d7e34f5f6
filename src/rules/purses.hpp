// Voters' purses during a run in which supporters pay for one project after another: exact, compact, with bounds.
//
// Everybody starts with the same purse. In a round each payer pays min(what is left, price · weight). So a purse is
// either empty or the start minus the full prices of the rounds that were paid: voters with the same history share one
// state, and the exact amount is computed only when somebody asks for it. Used by BOS and EES.
// Amounts in currency units, in fractions or, where those would be too long, in FineNumbers.
//
// Example: PurseBook book(2, Ratio(10)); book.open_round(Ratio(4)); book.pay(0, 1 weight) leaves 6 to the first ballot.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/bounds.hpp"
#include "rules/fine_number.hpp"
#include "rules/rule.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

/// The members of one ballot who support a project.
struct Supporter {
  std::uint32_t ballot = 0;
  std::uint32_t weight = 0;  // index in Supporters::weights
};

/// Who supports what, with what weight. Ballots that nobody cast and weights of zero are left out.
struct Supporters {
  std::vector<std::vector<Supporter>> of;  // by project
  std::vector<std::uint64_t> people;       // by project
  std::vector<Ratio> weights;              // the different weights; the first is 1
  std::vector<Bounds> weight_bounds;       // parallel
};
[[nodiscard]] Supporters supporters_of(const Election& election, const Utilities& utilities);

/// `Numbers`: Fractions or FineNumbers.
template <class Numbers>
class PurseBookIn {
 public:
  using Number = typename Numbers::Number;
  using State = std::uint32_t;
  static constexpr State kEmpty = 0;  // nothing left, certainly

  PurseBookIn(const Numbers& numbers, std::size_t ballots, const Ratio& purse, const Supporters& supporters);

  [[nodiscard]] State state(std::uint32_t ballot) const { return of_ballot_[ballot]; }
  [[nodiscard]] const Bounds& bounds(State state) const { return states_[state].bounds; }
  [[nodiscard]] const Number& exact(State state);
  [[nodiscard]] const Number& weight(std::uint32_t index) const { return weights_[index]; }
  /// The money of so many people in so many states, together.
  [[nodiscard]] Number sum(const std::vector<std::pair<State, std::uint64_t>>& people) const;

  /// The price per unit of weight of the payments that follow.
  void open_round(const Number& price);
  /// What one member of the ballot pays in this round.
  Number pay(std::uint32_t ballot, std::uint32_t weight);
  /// What one member of the ballot has left is paid whole.
  Number pay_all(std::uint32_t ballot);

 private:
  struct Entry {
    Bounds bounds;
    State parent = kEmpty;
    std::uint32_t round = 0;
    std::uint32_t weight = 0;
    std::optional<Number> exact;
  };
  void add_price(const Number& price);
  [[nodiscard]] State child(State state, std::uint32_t weight);

  const Numbers& numbers_;
  const Supporters& supporters_;
  std::vector<Number> weights_;  // parallel to Supporters::weights
  std::vector<Entry> states_;
  std::vector<State> of_ballot_;
  // Fractions: prices by round as numerators over one denominator, so that long sums need no reduction; start likewise.
  BigInt denominator_;
  BigInt start_;
  std::vector<BigInt> prices_;
  std::vector<Number> fine_prices_;  // FineNumbers: prices by round
  Number price_;
  Bounds price_bounds_;
  std::unordered_map<std::uint64_t, State> children_;  // of this round, by state and weight
};

using PurseBook = PurseBookIn<Fractions>;
extern template class PurseBookIn<Fractions>;
extern template class PurseBookIn<FineNumbers>;

}  // namespace stoepkrijt::rules
