// What several rules would have done with the ballots of one election, side by side: for whoever chooses a rule.
//
// Example: past_of(*read_pb(bytes), rules)   // one row per rule, in the order of `rules`
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/count.hpp"

namespace stoepkrijt::app {

struct PastRow {
  model::CountingRule rule;
  std::optional<Error> error;  ///< it is not defined on these ballots, or failed; then the rest is empty
  std::int64_t winners = 0;
  Money spent;
  OutcomeFigures figures;
  std::vector<Money> of_category;  ///< parallel to PastResult::categories
};

struct PastResult {
  std::string name;   ///< of the file; empty: the example
  std::string about;  ///< as the file describes itself; may be empty
  std::int64_t voters = 0;
  std::int64_t projects = 0;
  Money budget;
  std::vector<std::string> categories;  ///< the largest first, at most ten; words of the file
  std::vector<PastRow> rows;
};

/// Counts by each rule. Errors: those of validate(), kNoBallots, kCancelled; a rule that fails has its error in its
/// row.
[[nodiscard]] Result<PastResult> past_of(const rules::Election& election, const std::vector<model::CountingRule>& rules,
                                         rules::Watcher* watcher = nullptr);
/// The same of a .pb file. Errors as well: those of the reader, with line and column.
[[nodiscard]] Result<PastResult> past_of_pb(std::string_view pb, const std::vector<model::CountingRule>& rules,
                                            rules::Watcher* watcher = nullptr);

}  // namespace stoepkrijt::app
