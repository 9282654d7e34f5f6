// Pots, minima and part funding: a count in phases, each an election of its own, by the same rule.
//
//  1. Each pot in the order of the list: its own projects (Pot), its own money, the ballots that name any of them. A
//     ballot that names none takes no part in the pot, so that money per voter is that of those who had a say.
//  2. Each minimum (CategoryLimit::least) not reached so far: the rule runs on the category's projects alone with all
//  the
//     money that no pot holds; its winners are taken in order of selection until the minimum is reached.
//  3. The rest: all projects not chosen, all ballots, and the money that is left: the budget less what was chosen.
//  4. Part funding: of the supported projects that cost more than what is left, while their owner can do it for that
//     (Project::least_cost), the one with most utility gets all that is left. At most one.
// Exclusions, requirements and maxima (feasibility.hpp) hold over all phases together. Every phase follows the same tie
// order. The whole never costs more than the budget. Works for every rule; a rule without kTakesLimits still refuses
// exclusions, requirements and maxima.
// Source: practice (Polish district and city-wide pots, Pabulib's budget_per_category and max_sum_cost_per_category);
// for proportional rules with pots see Jain, Sornat, Talmon, Zehavi, "Participatory Budgeting with Project Groups",
// IJCAI 2021.
//
// Example: budget 100, pot "groen" of 30: trees 25 and pond 20 compete for 30; trees win; pond goes on to the rest,
// where 75 is left for everything else.
#pragma once

#include <vector>

#include "rules/registry.hpp"

namespace stoepkrijt::rules {

/// The election needs more than one phase.
[[nodiscard]] bool has_phases(const Election& election);
/// Errors: kContradiction (pots larger than the budget, a minimum above its maximum or above the budget, a negative
/// amount, the same pot or limit twice); those of the rule.
[[nodiscard]] Result<Outcome> tally_in_phases(const RuleEntry& rule, const Election& election, const RuleParams& params,
                                              Trace& trace);

/// A phase's own election, and which project each of its projects is in the whole.
struct PhaseElection {
  Election election;
  std::vector<ProjectIndex> whole;
};
/// The election of phase `index` of a trace of tally_in_phases: for explanations and recounts.
[[nodiscard]] PhaseElection phase_election(const Election& election, const Trace& trace, std::size_t index);

}  // namespace stoepkrijt::rules
