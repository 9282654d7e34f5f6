// Add1: equal shares with ever larger purses, the usual completion.
//
// Run with every purse at B/n. While the outcome is not exhaustive, run again from nothing with every purse one
// currency unit larger; a run that costs more than B is dropped and the one before it stands. Exhaustive: no supported
// project with positive cost outside the outcome fits in B minus its cost. In any case it ends once every supported
// project is in. RuleParams: add1_start, add1_stop; the watcher is asked between blocks of runs, in steps done. Many
// runs are computed at once (mes_levels.hpp), and steps that are proved to change nothing are not computed
// (add1_skip.hpp); the outcome is that of every step computed one by one. Source: Peters, Pierczyński, Skowron, NeurIPS
// 2021; equalshares.net ("Add1").
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// Approval ballots, cost or cardinality as utility, no limits of Feasibility.
/// Errors: those of equal_shares; kTooLarge after a million runs (purses would have to grow for ever); kCancelled.
[[nodiscard]] Result<Outcome> equal_shares_add1(const Election& election, const RuleParams& params, Trace& trace);

}  // namespace stoepkrijt::rules
