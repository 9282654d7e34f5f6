// Cumulative support transfer voting (CSTV): points are money that moves on where it is not needed or cannot win.
//
// Everyone holds purse = budget / voters and gives it to the projects on the ballot in proportion to their points; the
// support of a project is what it is given in all. In turns, with P the projects that are still in the running:
//  * Some project of P has support >= cost (and support at all). The best is funded: the largest excess support − cost
//    (EwT, MT), the largest support / cost (EwTC, MTC) or the largest support (EwTS, MTS). Givers who have no other
//    project to give to pay their whole gift, or in proportion when together they give more than the cost; the others
//    pay what is missing, each the same part of their gift. What they keep moves to their other projects in proportion.
//  * None has, elimination with transfers (EwT…): the worst by the same measure is eliminated and what it was given
//    moves to its givers' other projects in proportion; it is lost to those who have none.
//  * None has, minimal transfers (MT…): first every project goes out whose givers hold less than its cost all together.
//    Then the best by the measure is funded: its givers raise their gift to it by the same factor, no one above all
//    they hold, so that it just reaches the cost; they take it from their other gifts in proportion.
// When P is empty: EwT… takes the eliminated back in reverse order while they fit in the money that is left; MT… takes
// those that went out, best support first by the measure, while they fit. These rounds have `completed` and no amounts.
// In EwT… gifts move only among projects in the running; in MT… a project that went out keeps its gifts, and money may
// still be taken from it. The order of ties: a tie for best falls to its first project, a tie for worst to its last.
// RuleParams::min_votes leaves out projects with fewer votes from the start; RuleParams::variant says which of the six.
//
// Exact: because everything moves in proportion, one number per ballot says it all: what its people still hold. These
// are fractions whose size can double with every funding. While they are short (kExactBits) they are kept whole; beyond
// that the run is done again in whole numbers with certified bounds on both sides, at 256, 1,024 and 4,096 bits behind
// the point, until every comparison is certain. Part of the definition: what 4,096 bits cannot separate is equal.
// Trace: Payments::kListed. Amounts are exact fractions in the first case; in the second they are rounded down, added
// up per person, to 2^-64 of the currency. Trace::eliminations in order. WhyOut: kEliminated, kTooDear, kNoSupport.
// Errors: those of validate(); kNoBallots; kRuleNotDefined on ballots without points; kCancelled.
// Source: Skowron, Slinko, Szufa, Talmon, "Participatory Budgeting with Cumulative Votes", arXiv 2009.02690, sections 4
// and 5; the handling of givers without another project as in pabutools.
//
// Example: budget 120, 3 voters, purses of 40. a costs 60, b 50, c 60. Points: 3 on a, 1 on b (twice); 4 on c. Supports
// 60, 20, 40. EwT: a has excess 0, is funded and takes 30 of each of two; b then has 20 of 50, c 40 of 60. The excess
// of c is −20, of b −30: b is eliminated (its givers have nothing else), then c. Back in reverse order: c fits.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> cstv(const Election& election, const RuleParams& params, Trace& trace);
/// With another purse per person than budget / voters: for comparison with programs that take points as money unscaled.
[[nodiscard]] Result<Outcome> cstv_with_purse(const Election& election, const RuleParams& params, const Ratio& purse,
                                              Trace& trace);

}  // namespace stoepkrijt::rules
