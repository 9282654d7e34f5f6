// From the round and its urn to what the voting rules count, and to a .pb file and back.
//
// Shapes: projects follow the round's printed order, costs in euros; ballots are merged and sorted, so the order says
// nothing about who voted when. approval and knapsack -> kApproval, points and vouchers -> kCumulative with points_unit
// 1, ranking -> kOrdinal. Only ballots that fit the round's form are in it (model::fits_form).
// Errors: kUnknownId for plans that the round does not have.
//
// Example: SK_TRY(election, election_of(round, urn)); election.ballots.front().count;  // people who agree
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/round.hpp"
#include "rules/election.hpp"

namespace stoepkrijt::app {

[[nodiscard]] rules::BallotType ballot_type(model::VoteMethod method);
[[nodiscard]] Result<rules::Election> election_of(const model::Round& round, const model::Urn& urn);

/// The ballots of a round as a strict .pb file, with the limits of its form in META.
[[nodiscard]] Result<std::string> write_ballots(const model::Round& round, const model::Urn& urn);
/// And back. Further errors: those of formats::read_pb; kWrongFormat when the file's ballots are of another form;
/// kNotAllowed when a ballot breaks the form's limits.
[[nodiscard]] Result<model::Urn> read_ballots(const model::Round& round, std::string_view pb);

}  // namespace stoepkrijt::app
