// What would have helped a plan that was not chosen: found by counting again, never by reasoning alone.
#pragma once

#include <string_view>

#include "app/count.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::app {

/// Runs the rule as this app's rounds use it. Error: kRuleNotDefined.
[[nodiscard]] Result<rules::Outcome> run_rule(const rules::Election& election, std::string_view rule,
                                              rules::Trace& trace);

/// Fills `cheaper` and `more_voters` of the plans of `count` that were not chosen. Does nothing for an election so
/// large that counting it some dozens of times would keep people waiting.
void find_help(const rules::Election& election, RuleCount& count);

}  // namespace stoepkrijt::app
