// The expanding approvals rule for participatory budgeting (PB-EAR).
//
// Everyone holds budget / voters. Rank by rank, j = 1, 2, ...: a voter supports a project that the ballot puts at rank
// j or better. While any project can be paid by its supporters together, one such is chosen and they pay it; when none
// is left that can, j goes up by one. After the last rank of the longest ballot the rule ends. Ranks: on rankings the
// place on the ballot; on approvals all are at rank 1; on points 1 + the number of projects with more points on that
// ballot (zero points count as not on it). The paper leaves open which affordable project is chosen and who pays how
// much of it. Here: the first in the order of ties, all others that could be paid being reported as tied with it; and
// all supporters pay the same, but no one more than what is left in the purse. The paper lets every voter support what
// the ballot leaves out at the very end, which makes it use all the money; here nobody pays for what is not on the
// ballot, and Then fills up when that is wanted. RuleParams::min_votes leaves out projects with fewer votes.
// Constraints (feasibility.hpp): what is excluded, full or still waits is passed over. Trace: Payments::kListed; price
// is the largest payment. WhyOut: kSupportersTooPoor, kTooDear, kNoSupport, and those of constraints. Errors: those of
// validate(); kNoBallots; kCancelled. Guarantee (the paper's theorem, for any choice and any such payments): inclusion
// PSC, among the ranked projects. Source: Aziz, Lee, "Proportionally Representative Participatory Budgeting with
// Ordinal Preferences", AAAI 2021 (arXiv 1911.00864), algorithm 1.
//
// Example: budget 90, rankings a b (2 voters) and c b (1 voter), a costs 70, b 60, c 30. Purses of 30. Rank 1: c can be
// paid, a cannot. Rank 2: a still has 60 < 70; b has 30 + 30 + 0 = 60: chosen. a is out.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> expanding_approvals(const Election& election, const RuleParams& params, Trace& trace);

}  // namespace stoepkrijt::rules
