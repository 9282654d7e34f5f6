// Greedy by score per cost, skipping what does not fit: the rule most cities use.
//
// With cost utility the order is by votes, with cardinality utility by votes per euro (free projects with votes first).
// A project without votes scores 0: it comes last and is still taken if it fits, unless RuleParams::min_votes says
// otherwise. Defined on approval ballots; other ballots give kRuleNotDefined.
// Source: Talmon and Faliszewski, "A Framework for Approval-Based Budgeting Methods", AAAI 2019.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> greedy(const Election& election, const RuleParams& params, Trace& trace);

}  // namespace stoepkrijt::rules
