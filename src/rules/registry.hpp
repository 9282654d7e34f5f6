// The table of voting rules: everything that lists, runs or describes rules reads it from here.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

using RuleFunction = Result<Outcome> (*)(const Election&, const RuleParams&, Trace&);

/// On which ballots a rule is defined; bits.
enum RuleBallots : std::uint8_t { kOnApprovals = 1, kOnPoints = 2, kOnRankings = 4 };
/// What else it takes; bits.
enum RuleTraits : std::uint8_t {
  kTakesUtility = 1,     ///< RuleParams::utility is not ignored
  kTakesCompletion = 2,  ///< RuleParams::completion
  kTakesLimits = 4,      ///< exclusions, requirements and maxima per category (feasibility.hpp)
};

// lang-prefix: rule.
struct RuleEntry {
  std::string_view id;  // of the command line and of files; never changes
  std::string_view
      name_key;  // its name in the language files; "<name_key>" with ".about" behind "rule.x": what it does
  RuleFunction run = nullptr;
  std::uint8_t ballots = kOnApprovals;
  std::uint8_t traits = 0;
  std::string_view citation;
};

[[nodiscard]] std::span<const RuleEntry> registry();
/// nullptr when there is no rule of that id.
[[nodiscard]] const RuleEntry* find_rule(std::string_view id);
/// Runs a rule by id with all that the parameters and the election's constraints ask: completion, Then, comparison
/// step, pots. Errors: kUnknownId; kRuleNotDefined (ballots, utility, completion or constraints that the rule is not
/// defined on, with the reason in "error.rule_not_on_…"); kCancelled; and those of the rule.
[[nodiscard]] Result<Outcome> tally(std::string_view rule, const Election& election, const RuleParams& params,
                                    Trace& trace);

}  // namespace stoepkrijt::rules
