// Greedy by utility per cost: the rule most cities use, in the four variants of the Pabulib format.
//
// Takes the project with the most utility per euro (totals.hpp) that is left; what does not fit in the money left is
// skipped (plain), ends the count (no-skip), and what has a score below Election::score_threshold is left out
// beforehand (threshold: votes on approvals, points on points, Borda points on rankings). With cost utility the order
// is by votes, with cardinality by votes per euro. Chamberlin-Courant: the voters who get their first winner, per euro,
// counted anew after each choice. A project without utility scores 0: it comes last and is still taken if it fits,
// unless RuleParams::min_votes says otherwise. Projects that exclude a chosen one, lack what they require or overfill
// their category are passed over in every variant (Election::projects, Constraints); "exclusive" is the name by which
// files ask for that. A project whose requirement may still be chosen waits and is looked at again after each choice.
// Sources: Talmon, Faliszewski, "A Framework for Approval-Based Budgeting Methods", AAAI 2019; Pabulib format,
// "greedy-no-skip", "greedy-threshold", "greedy-exclusive".
//
// Example: budget 100, a (70, 4 votes), b (50, 3), c (30, 1): takes a, skips b, takes c; no-skip ends after a.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> greedy(const Election& election, const RuleParams& params, Trace& trace);
[[nodiscard]] Result<Outcome> greedy_no_skip(const Election& election, const RuleParams& params, Trace& trace);
[[nodiscard]] Result<Outcome> greedy_threshold(const Election& election, const RuleParams& params, Trace& trace);
[[nodiscard]] Result<Outcome> greedy_exclusive(const Election& election, const RuleParams& params, Trace& trace);

/// Fills what `outcome` leaves of the budget: greedy of that variant over all that is not chosen. Adds winners and
/// rounds (completed) and says of each loser why it is still out. With `by_votes` the order is by number of supporters
/// whatever the utility. Errors: those of the utility.
[[nodiscard]] Result<void> fill_greedily(Then variant, bool by_votes, const Election& election,
                                         const RuleParams& params, Outcome& outcome, Trace& trace);

}  // namespace stoepkrijt::rules
