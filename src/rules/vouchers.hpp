// Vouchers: everyone gets the same number of vouchers worth the same money, and gives them to projects.
//
// Definition (this project's own; there is no paper). n voters, purse = budget / n each.
//  1. A voucher is worth purse / handed out, where handed out is Election::vouchers (0: the most that any ballot
//  gives).
//     A ballot that gives more than that has its vouchers made worth purse / its own sum. Vouchers not given stay in
//     the purse.
//  2. A project is carried when the vouchers it holds are worth its cost. Those that are carried are taken in the order
//     of worth / cost, highest first (a free project before all), then by the order of ties. What a project holds above
//     its cost goes back to its givers in proportion: each pays (given by it) · cost / worth.
//  3. Vouchers on projects that were not carried go back to their givers whole. With what is left of each purse the
//  rest
//     is chosen by equal shares among the projects on the ballot, with the vouchers given as utility: a project needs
//     that its givers together still have its cost; rho is the least with sum of min(purse, rho · vouchers) = cost;
//     the least rho is bought, each giver pays min(purse, rho · vouchers); until nothing can be bought.
// Money never goes to a project that its owner gave no voucher. RuleParams::min_votes leaves out projects with fewer
// votes. Constraints (feasibility.hpp): what is excluded or full when its turn comes is passed over, its vouchers go
// back; what waits is looked at again after every choice.
// Trace: Payments::kListed; price is the largest payment. WhyOut: kSupportersTooPoor, kTooDear, kNoSupport (no
// voucher), and those of constraints. Errors: those of validate(); kNoBallots; kRuleNotDefined on ballots without
// points; kCancelled. Source of step 3: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with
// Additive Utilities", NeurIPS 2021; of steps 1 and 2: practice (neighbourhood vouchers), compare Skowron, Slinko,
// Szufa, Talmon, "Participatory Budgeting with Cumulative Votes", arXiv 2009.02690.
//
// Example: budget 120, 3 voters, 4 vouchers of 10 each. A: 3 on x, 1 on y. B: 3 on x, 1 on y. C: 4 on y. x costs 45,
// y 50. x holds 60: carried, A and B pay 22.50 each. y holds 60: 60/50 = 1.2 < 60/45: carried second; A and B pay 10 ·
// 50/60 each, C 40 · 50/60.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> vouchers(const Election& election, const RuleParams& params, Trace& trace);

}  // namespace stoepkrijt::rules
