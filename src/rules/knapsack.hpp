// The 0/1 knapsack problem in whole numbers, solved with proof: which items of total cost at most the capacity have
// the greatest total value.
//
// Costs and values are >= 0. The states (cost, value) grow outward from the break item of the greedy solution; a state
// is dropped only when another is no dearer and no worse, or when the bound of the relaxation shows that it cannot
// lead above what is known. Work grows with the number of states, not with 2^items; real elections need thousands.
// Source: Pisinger, "A minimal algorithm for the 0-1 knapsack problem", Operations Research 45(5), 1997.
//
// Example: solve_knapsack({{3, 30}, {2, 18}, {2, 18}}, 4, BigInt(-1), true) is kFound with value 36, items {1, 2}.
#pragma once

#include <cstdint>
#include <vector>

#include "base/bigint.hpp"

namespace stoepkrijt::rules {

struct KnapsackItem {
  BigInt cost;
  BigInt value;
};

struct KnapsackAnswer {
  enum class Kind : std::uint8_t {
    kFound,    ///< an optimum above the floor
    kNone,     ///< proved: nothing is above the floor
    kTooHard,  ///< more states than memory allows
  } kind = Kind::kNone;
  BigInt value;
  std::vector<std::uint32_t> items;  // ascending; only when asked for
};

/// An item set of the greatest value, when that is above `floor`.
[[nodiscard]] KnapsackAnswer solve_knapsack(const std::vector<KnapsackItem>& items, const BigInt& capacity,
                                            const BigInt& floor, bool with_items);

}  // namespace stoepkrijt::rules
