// How many steps of growing purses cannot change who wins, for Equal Shares with any utility, ballots and limits.
//
// Follows a finished run with every amount as a + s·k, where k is how many steps larger all purses are. As long as
// every decision of the run stays the same (who pays all they have, which project is best, which cannot be paid), the
// winners stay the same; each decision is a linear inequality in k. A project that lost a round is held by a lower
// bound of its price, which is linear too; where roots or logarithms are compared, by certified bounds. Fractions only.
// Source: the idea of outcome-changing budgets in Boehmer et al., arXiv 2502.11797, applied to Equal Shares.
#pragma once

#include <cstdint>

#include "rules/utility.hpp"

namespace stoepkrijt::rules {

/// The largest k <= limit such that with purses purse + step, purse + 2·step, ... purse + k·step the run has the
/// winners that it has with `purse`, in the same order. A safe lower bound: 0 means "not known".
[[nodiscard]] std::uint64_t steps_without_change(const Election& election, const Utilities& utilities,
                                                 const RuleParams& params, const std::vector<ProjectIndex>& winners,
                                                 const Ratio& purse, const Ratio& step, std::uint64_t limit);

}  // namespace stoepkrijt::rules
