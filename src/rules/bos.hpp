// Equal Shares with bounded overspending (BOS): as equal shares, but supporters may carry a project that they can pay
// only in part; the more of it is missing, the dearer it counts.
//
// Every voter starts with B/n. Only projects that fit in the money left (B minus the cost of what is chosen) and whose
// supporters have something left take part. Suppose the supporters of c pay min(b_i, λ·u_i) together; that funds the
// part α = min(1, sum/c) at a price per utility of ρ = λ/α. Bought is the project and λ with the least ρ/α; its
// supporters pay min(b_i, ρ·u_i), which may be less than c: the rest is money of others that would have been left over.
// Whole projects are carried out, so the winners never cost more than B. With α = 1 for all it is equal shares.
// ρ/α as a function of λ falls and then rises between the values at which one more supporter pays all, so only those
// values and the one that funds c whole have to be looked at. Equal values of one project: the largest part.
// Supported free projects are chosen first, in tie order. u_i is any additive utility; the cost utility gives the form
// of the paper's experiments (and of pabutools, whose u_i counts per unit of cost).
// The trace: Round::price is the largest payment, amounts are what each pays of the own purse; the sum may be below the
// cost. effective_votes is cost / largest payment.
// Errors: kRuleNotDefined (the utility does not fit the ballots), kNoBallots, kCancelled, and those of validate().
// Source: Papasotiropoulos, Pishbin, Skibski, Skowron, Wąs, "Method of Equal Shares with Bounded Overspending", EC
// 2025, arXiv 2409.15005, section 5.
//
// Example: 10 euros, 5 voters with 2 each; p (5) has 2 supporters, q (10) all but one. p: α = 4/5, price 2/(4/5) = 2.5;
// q: α = 8/10, price 2.5. Per unit of cost q is cheaper, so q is carried; its 4 supporters pay all they have, 8.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> bos(const Election& election, const RuleParams& params, Trace& trace);

}  // namespace stoepkrijt::rules
