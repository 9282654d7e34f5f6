// Votes that came in by hand: paper ballots that two people typed in, and totals of an open meeting.
//
// Paper: each ballot has a number written on it after the box was emptied and shaken. Two people type all of them, each
// on their own; where the two differ the paper is looked at again. Nothing is taken over while anything differs.
// Open meeting: hands or stickers per plan, and how many people were there. Only totals are known, so only rules that
// look at totals may count them.
//
// Example: compare({{1, ballot}}, {{1, other}}) gives one difference, of number 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/round.hpp"

namespace stoepkrijt::ballotbox {

struct PaperBallot {
  std::int64_t number = 0;  ///< as written on the paper
  model::Ballot ballot;
  friend bool operator==(const PaperBallot&, const PaperBallot&) = default;
};
struct PaperDifference {
  enum class Why : std::uint8_t {
    kOnlyFirst,
    kOnlySecond,
    kDiffers,
    kTwice,  ///< a number that one of the two typed more than once
  };
  std::int64_t number = 0;
  Why why = Why::kDiffers;
  friend bool operator==(const PaperDifference&, const PaperDifference&) = default;
};
/// One difference a number, by number; nothing: both typed the same.
[[nodiscard]] std::vector<PaperDifference> compare(const std::vector<PaperBallot>& first,
                                                   const std::vector<PaperBallot>& second);
/// The urn of what both typed. Errors: kNotAllowed "error.paper_differs" {n}; those of model::validate(ballot, round)
/// with {number}.
[[nodiscard]] Result<model::Urn> urn_of_paper(const std::vector<PaperBallot>& first,
                                              const std::vector<PaperBallot>& second, const model::Round& round);

struct PlanTotal {
  std::string plan;
  std::int64_t votes = 0;
  friend bool operator==(const PlanTotal&, const PlanTotal&) = default;
};
struct MeetingTotals {
  std::int64_t people = 0;
  std::vector<PlanTotal> totals;  ///< sorted by plan
  friend bool operator==(const MeetingTotals&, const MeetingTotals&) = default;
};
inline constexpr std::int64_t kMostPeople = 10'000;  ///< in one meeting

/// May this rule (id of the registry) count totals? Those that only look at votes per plan.
[[nodiscard]] bool counts_totals(std::string_view rule_id);
/// An urn with these totals: person i votes for a plan that more than i people voted for. Who voted for what together
/// is not known, so it is right for rules for which counts_totals() holds, with approval only.
/// Errors: kNotAllowed "error.meeting_rule" {rule}, "error.meeting_form", "error.meeting_votes" {plan} (more than there
/// were people, or below zero), "error.meeting_people"; kUnknownId "error.meeting_plan" {plan}; kDuplicateId
/// "error.meeting_twice" {plan} (or not sorted).
[[nodiscard]] Result<model::Urn> urn_of_totals(const MeetingTotals& totals, const model::Round& round);

}  // namespace stoepkrijt::ballotbox
