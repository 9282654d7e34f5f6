// What is done with the money that Equal Shares leaves, for every utility and all ballots (RuleParams::completion).
//
//  - Add1: while the outcome is not exhaustive, run again from nothing with every purse one currency unit larger; a run
//    that costs more than B is dropped and the one before it stands. Exhaustive: no supported project with positive
//    cost outside the outcome, that constraints still allow, fits in B minus its cost. In any case it ends once every
//    such project is in. Starts at B/n exactly or at whole units; the exhaustive stop can be left out (add1_start,
//    add1_stop). On plain approvals by add1.hpp.
//  - Budget increase: as Add1, with purses of B·(100 + k)/(100·n); trace.add1_steps is k, so per cents of the budget.
//  - Utilitarian: the plain run, then greedy by votes. Add1u: Add1, then greedy by votes.
// Steps that are proved to change nothing are not computed (shares_skip.hpp).
// Sources: Peters, Pierczyński, Skowron, NeurIPS 2021; equalshares.net; Faliszewski et al., IJCAI 2023 (budget
// increase).
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// The election must be valid and have voters. Errors: those of the utility; kTooLarge after a million runs or when a
/// weight is not within 2^-900 to 2^900; kCancelled.
[[nodiscard]] Result<Outcome> complete_equal_shares(const Election& election, const RuleParams& params, Trace& trace);

}  // namespace stoepkrijt::rules
