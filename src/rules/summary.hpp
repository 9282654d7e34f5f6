// What a count comes down to: welfare, whether anything could still be added, and where a tie decided.
//
// Welfare: Σ over the voters of their utility of the winners, exact text ("995079", "12.5", "7/3"); rounded to 6
// decimals where roots or logarithms make it no fraction, or where the fraction has more than 100 characters. With
// Chamberlin-Courant the number of voters with a winner.
// Exhaustive: no supported project with positive cost outside the winners, that constraints still allow, fits in what
// is left of the budget.
// A tie decides when letting another of the tied projects go first changes the set of winners. That is tried with each
// of them by counting again (RuleParams::ties_won), up to a fixed number of counts; beyond those a tie is taken to have
// decided when one of the tied did not win.
#pragma once

#include <string>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

struct TieDecided {
  ProjectIndex chosen = 0;
  std::vector<ProjectIndex> tied;  // as in Round::tied

  friend bool operator==(const TieDecided&, const TieDecided&) = default;
};

struct Summary {
  std::string welfare;
  bool exhaustive = false;
  std::vector<TieDecided> ties_decided;

  friend bool operator==(const Summary&, const Summary&) = default;
};

/// `outcome` and `trace` must be those of tally() with these parameters. Errors: those of the utility and of the rule.
[[nodiscard]] Result<Summary> summarise(const Election& election, const RuleParams& params, const Outcome& outcome,
                                        const Trace& trace);

}  // namespace stoepkrijt::rules
