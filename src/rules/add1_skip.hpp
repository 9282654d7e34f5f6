// How many Add1 steps cannot change who wins: what keeps Add1 from running a million million times.
//
// Follows a finished run with every amount as a + s·d, where d is how much larger all purses are. As long as every
// decision of the run stays the same (who pays all they have, which project is best, which cannot be paid), the winners
// stay the same; each decision is a linear inequality in d, so the largest whole d follows exactly. Projects that lost
// a round are held by a lower bound of their price, which is linear too. No rounding: fractions only.
// Source: the idea of outcome-changing budgets in Kraiczy, Robinson, Elkind, arXiv 2502.11797, applied to Equal Shares.
#pragma once

#include <cstdint>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// The largest d <= limit, in whole currency units, such that for every whole step up to d the run has the winners that
/// `outcome` has in the same order. A safe lower bound: 0 means "not known". `purse` is that of the run.
[[nodiscard]] std::uint64_t add1_steps_without_change(const Election& election, const RuleParams& params,
                                                      const Outcome& outcome, const Ratio& purse, std::uint64_t limit);

}  // namespace stoepkrijt::rules
