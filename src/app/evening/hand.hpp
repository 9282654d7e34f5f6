// What two people typed of an open meeting or of paper ballots, read and held against each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/evening/evening.hpp"
#include "app/state.hpp"

namespace stoepkrijt::app::evening {

/// The round that is counted by hand: that of the package of the evening, else of the dossier. nullptr: there is none.
[[nodiscard]] const model::Round* hand_round(const State& s);
/// The field in which person 1 or 2 types a total: of a plan, or "people".
[[nodiscard]] std::string total_field(int person, std::string_view plan);
/// And the one for all paper ballots.
[[nodiscard]] std::string paper_field(int person);
/// A line a ballot: "12: 1 3 5" is ballot 12 for the plans 1, 3 and 5 of the round's list (a ranking: best first);
/// points as "1=3 2=7"; nothing behind the colon is a blank vote.
/// Errors: kWrongFormat "error.evening_paper_line" {line}; kUnknownId "error.evening_paper_plan" {line, plan}.
[[nodiscard]] Result<std::vector<ballotbox::PaperBallot>> read_paper(std::string_view text, const model::Round& round);

}  // namespace stoepkrijt::app::evening
