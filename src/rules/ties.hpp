// The tie order as one number per project: the lowest goes first. Computed once, so it is the same in every run.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// rank[p] in 0..projects-1, all different. See TieOrder for the orders.
[[nodiscard]] std::vector<std::uint32_t> tie_ranks(const Election& election, const RuleParams& params);

}  // namespace stoepkrijt::rules
