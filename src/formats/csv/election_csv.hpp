// An election as CSV (RFC 4180) for spreadsheets and statistics: one row per project, then one per ballot. Only
// written.
//
// Columns, always all of them (docs/formats/csv.md):
//   record        "project" or "ballot"
//   number        from 1, per kind of record
//   count         ballots: how many people cast exactly this one; projects: how many have it on their ballot
//   project_id, name, cost, categories, area, cofunding, least_cost, excludes, requires     of a project
//   vote          of a ballot: project ids separated by spaces, on a ranking best first; empty: blank
//   points        of a ballot: beside vote, separated by spaces
// UTF-8 with a byte order mark (without it spreadsheets guess another encoding), CRLF, quotes where needed. A cell of
// free text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an
// apostrophe in front (OWASP, "CSV injection").
#pragma once

#include <string>
#include <string_view>

#include "rules/election.hpp"

namespace stoepkrijt::formats {

[[nodiscard]] std::string write_election_csv(const rules::Election& election);

/// One cell as it is written; `text` of people, never a number.
[[nodiscard]] std::string csv_text(std::string_view text);

}  // namespace stoepkrijt::formats
