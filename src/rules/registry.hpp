// The table of voting rules: everything that lists, runs or describes rules reads it from here.
#pragma once

#include <span>
#include <string_view>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

using RuleFunction = Result<Outcome> (*)(const Election&, const RuleParams&, Trace&);

struct RuleEntry {
  std::string_view id;        // of the command line and of files; never changes
  std::string_view name_key;  // its name in the language files
  RuleFunction run = nullptr;
  std::string_view citation;
};

[[nodiscard]] std::span<const RuleEntry> registry();
/// nullptr when there is no rule of that id.
[[nodiscard]] const RuleEntry* find_rule(std::string_view id);
/// Runs a rule by id, with its completion. Error: kUnknownId, and those of the rule.
[[nodiscard]] Result<Outcome> tally(std::string_view rule, const Election& election, const RuleParams& params,
                                    Trace& trace);

}  // namespace stoepkrijt::rules
