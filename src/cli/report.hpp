// An outcome as JSON and as text for people.
#pragma once

#include <string>

#include "base/json_writer.hpp"
#include "cli/session.hpp"
#include "rules/summary.hpp"

namespace stoepkrijt::cli {

/// The members of the contract (docs/cli.md) into an object that is open; keys sorted by bytes, "cost" to "winners".
void write_outcome(json::Writer& json, const rules::Election& election, const RuleChoice& choice,
                   const rules::Outcome& outcome, const rules::Summary& summary);
void write_ids(json::Writer& json, std::string_view key, const rules::Election& election,
               const std::vector<rules::ProjectIndex>& projects);

[[nodiscard]] std::string outcome_text(const Session& session, const rules::Election& election,
                                       const RuleChoice& choice, const Counted& counted, const rules::Summary& summary);
/// "equal-shares --completion add1"
[[nodiscard]] std::string rule_text(const RuleChoice& choice);
/// "3 (Meer bankjes)", or the id alone.
[[nodiscard]] std::string project_text(const rules::Project& project);

}  // namespace stoepkrijt::cli
