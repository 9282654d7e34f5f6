// Fractional Equal Shares (FrES), and the whole projects that follow from it.
//
// Every voter starts with B/n. Step by step the project is bought that is cheapest per utility: with the least
// c / (sum of u_i over its supporters with money left). Its supporters pay in proportion to u_i, until the project is
// bought whole or the first of them has nothing left; then the next step begins. A project dearer than B takes no part.
// Every step buys a project whole or empties at least one ballot, exactly, so there are at most projects + ballots
// steps: it always ends. (With rounding a step may buy next to nothing and a program may go round for ever.)
// Trace::parts holds the fraction of each project that was bought: the outcome of the paper.
// Whole projects: those bought whole, in the order in which they became so; then the others by the fraction bought,
// largest first (equal ones in tie order), each if it still fits in B minus the cost of those before; nothing of which
// no part was bought. The second kind has Round::completed set; its supporters pay only the part. (pabutools counts
// every project of which some part was bought as funded, which may cost more than B.)
// Exclusions, requirements and maxima: a project is bought, in part or whole, only while it might be chosen.
// Supported free projects are chosen first, in tie order.
// Errors: kRuleNotDefined (the utility does not fit the ballots), kNoBallots, kCancelled, and those of validate().
// Source: Papasotiropoulos, Pishbin, Skibski, Skowron, Wąs, "Method of Equal Shares with Bounded Overspending", EC
// 2025, arXiv 2409.15005, section 4.
//
// Example: 6 euros, 3 voters with 2 each; p (4) of a, b, c; q (4) of c alone. p is bought whole for 4/3 each; c has 2/3
// left, which buys 1/6 of q. The winners are p, and not q, which does not fit in the 2 that are left.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> fres(const Election& election, const RuleParams& params, Trace& trace);

}  // namespace stoepkrijt::rules
