// Sequential Phragmén: every winner is a load that its supporters carry, and the loads are kept even.
//
// All loads start at 0. The level of a project is l_c = (cost + sum of its supporters' loads) / its supporters; the
// project of the lowest level is chosen and its supporters' loads become that level. Told in time: money streams to all
// voters at the same speed, and a project is bought the moment its supporters together can pay it.
// Projects dearer than the budget are left out first. The rule stops as soon as a project of the lowest level, any of
// those that tie, costs more than is left. A project without supporters has an infinite level: it comes last, by the
// order of ties. RuleParams::min_votes leaves out projects with fewer votes.
// Constraints (feasibility.hpp): an excluded or full one is out; one that waits for another is passed over. When it is
// let in late its supporters may already carry more than its level; those pay nothing, and the level is the x with
// sum of max(0, x − load) = cost, which is l_c whenever no supporter carries more.
// Exact: loads are whole numbers over one denominator. Ballots only count by the last winner on them, so a level is a
// sum over winners. A double with a proved error bound says which projects need no exact comparison. Trace:
// Payments::kLoads, amounts are what the round adds to each supporter's load (together the cost); price is the largest
// of them. WhyOut: kTooDear, kNoSupport, kDidNotFit (it ended the rule), kAfterStop, and those of constraints. Errors:
// those of validate(); kRuleNotDefined on ballots other than approvals; kCancelled. Sources: Phragmén 1894; Brill,
// Freeman, Janson, Lackner, "Phragmén's Voting Methods and Justified Representation", AAAI 2017; for costs: Los,
// Christoff, Grossi, "Proportional Budget Allocations: Towards a Systematization", IJCAI 2022, section 2.
//
// Example: budget 100, a costs 60 (3 votes), b costs 40 (2 of those 3 voters and 2 others). Levels 20 and 10: b, then a
// has (60 + 10 + 10)/3 = 80/3, and its third supporter carries 80/3, the other two 50/3 more than before.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> phragmen(const Election& election, const RuleParams& params, Trace& trace);

}  // namespace stoepkrijt::rules
