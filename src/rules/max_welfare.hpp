// Greatest total utility: of all sets that the budget can pay, one whose utility, added over all voters, is greatest.
//
// Exact, with the optimum proved: a 0/1 knapsack (knapsack.hpp) in whole numbers; roots and logarithms are rounded down
// to binary places that are doubled until every set that comes near the optimum has been compared with it exactly
// (exact_real.hpp). Of several optimal sets the one is chosen that holds the first project in the tie order, if any
// optimal set does; of those the one that holds the second; and so on. Projects without utility are left out; supported
// free projects are in. With exclusions, requirements or maxima per category: branch and bound over the sets that obey
// them.
// Errors: those of the utility; kTooLarge when the proof would take more memory or steps than a device has.
// Source: Talmon, Faliszewski, "A Framework for Approval-Based Budgeting Methods", AAAI 2019 (rule "max").
//
// Example: budget 100, votes for a (cost 60) 10, b (50) 9, c (50) 9: cost utility takes b and c, 900 against 600.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> max_welfare(const Election& election, const RuleParams& params, Trace& trace);

/// Adds to `outcome` the best set that what is left of the budget pays, as rounds of a completion; nothing that was
/// chosen goes.
[[nodiscard]] Result<void> fill_with_max_welfare(const Election& election, const RuleParams& params, Outcome& outcome,
                                                 Trace& trace);

}  // namespace stoepkrijt::rules
