// Claims as JSON, for machines: every number exact, projects by id.
//
// One object per claim, in order: "kind" and those of amount, area, by, lost, name, number, of_amount, of_people,
// people, project, projects (id and amount), why that the kind fills (ClaimKind). Amounts are texts: "12.5", "7/3".
// Names of kinds never change.
//
// Example: [{"kind":"votes","people":160,"project":"4"},{"amount":"9200",…,"kind":"out","why":"supporters_too_poor"}]
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.hpp"
#include "rules/claims.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] std::string_view kind_name(ClaimKind kind);
[[nodiscard]] std::string_view why_name(WhyOut why);
/// Writes one array.
void write_claims(json::Writer& writer, const std::vector<Claim>& claims, const Election& election);
[[nodiscard]] std::string claims_json(const std::vector<Claim>& claims, const Election& election,
                                      json::Style style = json::Style::kCanonical);

}  // namespace stoepkrijt::rules
