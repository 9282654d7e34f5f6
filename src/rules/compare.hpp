// Two outcomes on the same ballots, side by side.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

struct CategorySpending {
  std::string category;  // empty: projects without a category
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
  std::uint64_t blank = 0;
  Ratio average_winners_a;  // approved winners per voter, blank votes included
  Ratio average_winners_b;
  std::vector<CategorySpending> spending;  // by category, bytes ascending; a project counts whole under each of its own

  friend bool operator==(const Comparison&, const Comparison&) = default;
};

[[nodiscard]] Comparison compare_outcomes(const Election& election, const Outcome& a, const Outcome& b);

}  // namespace stoepkrijt::rules
