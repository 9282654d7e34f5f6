// From the question to the outcome: is the rule defined here, the rule itself, what fills the rest, what it is compared
// with. tally() in registry.hpp is this, after the phases of pots and minima (constraints.hpp).
//
//  1. Checks: ballots, completion and limits against what the registry says of the rule.
//  2. The rule, with its completion.
//  3. RuleParams::then: a greedy rule or max welfare fills what is left of the budget, with the same utility and ties.
//     What was chosen stays; projects without support come last.
//  4. RuleParams::comparison: the outcome of greedy (same utility, ties and limits) replaces it when strictly more
//     voters prefer that than the other way round: by winners on the ballot, or by having any. Trace::rule stays the
//     rule that was asked for; Trace::replaced_by_greedy tells, and the rounds are those of greedy.
#pragma once

#include "rules/registry.hpp"

namespace stoepkrijt::rules {

/// Errors: kRuleNotDefined, with the reason: "error.rule_not_on_approvals", "error.rule_not_on_points",
/// "error.rule_not_on_rankings", "error.rule_without_completion", "error.rule_without_limits".
[[nodiscard]] Result<void> check_rule(const RuleEntry& rule, const Election& election, const RuleParams& params);
/// Steps 2 to 4, for an election without phases.
[[nodiscard]] Result<Outcome> run_rule(const RuleEntry& rule, const Election& election, const RuleParams& params,
                                       Trace& trace);

}  // namespace stoepkrijt::rules
