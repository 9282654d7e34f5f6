// Two outcomes on the same ballots, side by side.
//
// "Approved" is: on the ballot, with points above zero where it has points. Money per theme and buurt is the cost of
// the winners; a project counts whole under each of its own themes, so themes may add up to more than was spent.
// Buurten do not overlap.
//
// Example: compare_outcomes(e, greedy, shares).only_b: voters with a winner under B and none under A.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

struct CategorySpending {
  std::string category;  // empty: projects without a category, or for the whole wijk
  Ratio under_a;
  Ratio under_b;

  friend bool operator==(const CategorySpending&, const CategorySpending&) = default;
};

struct Comparison {
  std::uint64_t more_under_a = 0;  // voters with more approved winners under A
  std::uint64_t more_under_b = 0;
  std::uint64_t equal = 0;           // blank votes included
  std::uint64_t empty_handed_a = 0;  // voters who approved something, but no winner
  std::uint64_t empty_handed_b = 0;
  std::uint64_t only_a = 0;  // voters with a winner under A and none under B
  std::uint64_t only_b = 0;
  std::uint64_t blank = 0;
  Ratio average_winners_a;  // approved winners per voter, blank votes included
  Ratio average_winners_b;
  Ratio average_cost_a;  // what the approved winners of a voter cost together, on average
  Ratio average_cost_b;
  std::vector<ProjectIndex> in_both;  // ascending
  std::vector<ProjectIndex> in_a;     // winners under A alone
  std::vector<ProjectIndex> in_b;
  std::vector<CategorySpending> spending;  // by theme, bytes ascending; a project counts whole under each of its own
  std::vector<CategorySpending> areas;     // by buurt, bytes ascending

  friend bool operator==(const Comparison&, const Comparison&) = default;
};

[[nodiscard]] Comparison compare_outcomes(const Election& election, const Outcome& a, const Outcome& b);

}  // namespace stoepkrijt::rules
