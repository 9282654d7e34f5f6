// Method of Equal Shares: the budget is divided equally over the voters; a project is carried when its supporters can
// pay it together; the project that gives its supporters most per euro is bought first.
//
// Every voter starts with b = B/n (blank votes count in n). With u_i(c) = w_i·f the price of a project is the least q
// with sum over supporters of min(b_i, q·w_i) = cost; the project with the least q/f is bought. So with cost utility
// the project with most effective votes (cost / q) is bought, with cardinality utility the one with the least q.
// Supported free projects are bought first, in tie order. A project that its supporters cannot pay is out for good.
// Any additive utility, any ballots. Exclusions, requirements and maxima per category are obeyed: a project that lacks
// what it requires waits. Nothing decides by rounding.
// Errors: kRuleNotDefined and kNegative of the utility, kNoBallots, kTooLarge (weights beyond 2^900),
// kCancelled, and those of validate().
// Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021.
//
// Example: 60,000 over 480 voters is 125 each; a plan of 9,600 with 192 supporters costs each of them 50.
#pragma once

#include <optional>

#include "rules/mes_engine.hpp"
#include "rules/rule.hpp"
#include "rules/weighted_mes.hpp"

namespace stoepkrijt::rules {

/// With RuleParams::completion other than kNone the completion is applied (completions.hpp).
[[nodiscard]] Result<Outcome> equal_shares(const Election& election, const RuleParams& params, Trace& trace);

/// One run with every purse at `purse`, without completion. `without` stays on the ballots, so weights do not change,
/// but is not for sale: what effective support asks.
[[nodiscard]] Result<Outcome> equal_shares_at(const Election& election, const RuleParams& params, const Ratio& purse,
                                              std::optional<ProjectIndex> without, Trace& trace);

/// What all forms of the rule ask of an election.
[[nodiscard]] Result<void> check_equal_shares(const Election& election);
/// The run as outcome and trace; `purse` in currency units.
[[nodiscard]] Outcome report_run(const Election& election, const MesEngine& engine, const MesRun& run,
                                 const Ratio& purse, Trace& trace);
[[nodiscard]] Outcome report_run(const Election& election, Utility utility, const WeightedRun& run, const Ratio& purse,
                                 Trace& trace);

}  // namespace stoepkrijt::rules
