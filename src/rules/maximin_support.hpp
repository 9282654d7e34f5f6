// Maximin support: each step adds the project that keeps the largest load of any voter lowest.
//
// For a set W of projects, load(W) is the least z such that every cost in W can be split among the project's approvers
// with no voter carrying more than z in all (a linear program). Unlike in sequential Phragmén, what was split before
// may be split anew. Each step adds, of the projects that still fit in the money left, the p with the lowest load(W +
// p); equals go by the order of ties. Projects that no longer fit are skipped. A project without approvers cannot be
// split: such come last, in the order of ties, while they fit; RuleParams::min_votes leaves out projects with fewer
// votes.
//
// Exact: by duality (Hall, Gale) load(W) is the largest of cost(S) / voters(S) over all S in W, voters(S) being those
// who approve any of S. Found by Newton's (Dinkelbach's) iteration: at a bound z = P/Q a maximum flow in whole numbers,
// costs times Q against P times people, either carries all costs, and z is the load, or its minimum cut is a set S of
// higher cost per voter. Voters are grouped by their approvals among the chosen; loads never fall as W grows, so an old
// load is a lower bound and most projects need no flow. Constraints (feasibility.hpp): what is excluded, full or still
// waits is passed over. Trace: Payments::kNone (the split is not unique); price is the load after the round. WhyOut:
// kDidNotFit, kTooDear, kNoSupport, and those of constraints. Errors: those of validate(); kRuleNotDefined; kCancelled.
// Sources: Sánchez-Fernández, Fernández-García, Fisteus, Brill, "The maximin support method: an extension of the
// D'Hondt method to approval-based multiwinner elections", Mathematical Programming 203 (2024); with costs: Aziz, Lee,
// Talmon, "Proportionally Representative Participatory Budgeting: Axioms and Algorithms", AAMAS 2018, algorithm 1
// (GPseq).
//
// Example: budget 100; a costs 60 with voters {1, 2}, b costs 40 with {2, 3}, c costs 36 with {1}. First b: 20 per
// voter. With b, adding a: 100 over three voters, 100/3; adding c: 36 on voter 1. So a; then c no longer fits.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> maximin_support(const Election& election, const RuleParams& params, Trace& trace);

}  // namespace stoepkrijt::rules
