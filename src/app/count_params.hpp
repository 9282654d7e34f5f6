// A round's announced counting rule as parameters, and as words for people and for the command line.
//
// Words that a rule does not take are left out, so that "greedy" with a completion left over from another rule is just
// greedy. Errors: kUnknownId (no such rule) and those of rules::set_param.
//
// Example: command_of({.id = "equal-shares", .completion = "add1"})   // "--rule equal-shares --completion add1"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/round.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::app {

/// The rule with only the words that it takes.
[[nodiscard]] model::CountingRule normalised(model::CountingRule rule);
[[nodiscard]] Result<rules::RuleParams> params_of(const model::CountingRule& rule);
/// The options of `stoepkrijt tally` that count the same again, behind the file.
[[nodiscard]] std::string command_of(const model::CountingRule& rule);

/// Whether the rule can count ballots of this form at all.
[[nodiscard]] bool defined_on(const rules::RuleEntry& entry, model::VoteMethod method);
/// A rule of the registry as the app offers it: equal shares with Add1, greedy without plans that nobody chose, points
/// and rankings with the utility that they mean.
[[nodiscard]] model::CountingRule offered(std::string_view id);
/// What a result is compared with until someone chooses: greedy, or equal shares beside greedy; else the first rule
/// that is defined on the ballots and differs.
[[nodiscard]] model::CountingRule default_other(const model::CountingRule& rule, model::VoteMethod method);

}  // namespace stoepkrijt::app
