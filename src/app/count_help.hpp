// What would have helped a plan that was not chosen: found by counting again, never by reasoning alone.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/count.hpp"

namespace stoepkrijt::app {

/// Some tens of counts. The plan must be one of the election's. Errors: kUnknownId (no such plan or rule), kCancelled.
[[nodiscard]] Result<PlanHelp> find_help(const rules::Election& election, const model::CountingRule& rule,
                                         std::string_view plan_id, rules::Watcher* watcher = nullptr);

struct PeoplesNames {
  std::vector<model::Words> plans;                           ///< of the election's projects
  std::vector<std::pair<std::string, std::string>> buurten;  ///< code and name
};

/// Why the plan won or lost, in sentences of both languages. One count and no more. Errors: kUnknownId and those of the
/// rule.
[[nodiscard]] Result<void> add_words(const rules::Election& election, const model::CountingRule& rule,
                                     const PeoplesNames& names, PlanHelp& help);

}  // namespace stoepkrijt::app
