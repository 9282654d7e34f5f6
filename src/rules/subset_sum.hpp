// Which of some whole numbers add up to as much as possible, but not more than a limit: the knapsack problem in which
// every value is like its cost, which is hard for a method that lives by bounds.
//
// One bit for each sum up to the limit: exact, and as quick for easy as for hard numbers. Memory: about 2 bytes and a
// bit for each unit of the limit. Source: Bellman, "Dynamic Programming", 1957.
//
// Example: largest_sum({5, 4, 4}, 9) is 9, with the numbers 0 and 1.
#pragma once

#include <cstdint>
#include <vector>

namespace stoepkrijt::rules {

struct LargestSum {
  static constexpr std::int64_t kMostLimit = std::int64_t{1} << 25;
  static constexpr std::size_t kMostNumbers = 65'535;
  std::int64_t sum = 0;
  std::vector<std::uint32_t> numbers;  // ascending places
};

/// At most kMostNumbers numbers, none below zero; 0 <= limit <= kMostLimit.
[[nodiscard]] LargestSum largest_sum(const std::vector<std::int64_t>& numbers, std::int64_t limit);

}  // namespace stoepkrijt::rules
