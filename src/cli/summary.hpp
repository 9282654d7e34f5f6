// What is told of an outcome beside its winners.
#pragma once

#include <string>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::cli {

struct TieDecided {
  rules::ProjectIndex chosen = 0;
  std::vector<rules::ProjectIndex> tied;  // the chosen one included
};

struct Summary {
  std::string
      welfare;  // sum over the voters of the utility of the winners; exact, or to 6 decimals (roots, logarithms)
  bool exhaustive = false;               // no supported project outside it fits in what is left
  std::vector<TieDecided> ties_decided;  // in order of selection
};

/// Errors: those of utilities_of.
[[nodiscard]] Result<Summary> summarise(const rules::Election& election, const rules::RuleParams& params,
                                        const rules::Outcome& outcome, const rules::Trace& trace);

}  // namespace stoepkrijt::cli
