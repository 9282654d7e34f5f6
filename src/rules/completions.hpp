// Completions: what is done with the money that Equal Shares leaves.
//
// Add1: run with every purse at B/n. While the outcome is not exhaustive, run again from nothing with every purse one
// currency unit larger; a run that costs more than B is dropped and the one before it stands. Exhaustive: no supported
// project with positive cost outside the outcome fits in B minus its cost. In any case it ends once every supported
// project is in. RuleParams: add1_start, add1_stop. Steps that are proved to change nothing are not computed
// (add1_skip.hpp); the outcome is that of every step computed.
// Source: Peters, Pierczyński, Skowron, NeurIPS 2021; equalshares.net ("Add1").
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// Errors: those of equal_shares; kTooLarge after a million runs (purses would have to grow for ever).
[[nodiscard]] Result<Outcome> equal_shares_add1(const Election& election, const RuleParams& params, Trace& trace);

/// No supported project with positive cost outside `winners` fits in what is left of the budget.
[[nodiscard]] bool is_exhaustive(const Election& election, const std::vector<ProjectIndex>& winners);

}  // namespace stoepkrijt::rules
