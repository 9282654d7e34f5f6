// The best set under exclusions, requirements and maxima per category: branch and bound.
#pragma once

#include <vector>

#include "rules/feasibility.hpp"
#include "rules/knapsack.hpp"

namespace stoepkrijt::rules {

/// As solve_knapsack with items, but only sets that, together with `chosen`, obey `may`. Items are projects:
/// `projects[i]` is item i.
[[nodiscard]] KnapsackAnswer solve_with_limits(const Election& election, const std::vector<ProjectIndex>& chosen,
                                               const std::vector<ProjectIndex>& projects,
                                               const std::vector<KnapsackItem>& items, const BigInt& capacity,
                                               const BigInt& floor);

}  // namespace stoepkrijt::rules
