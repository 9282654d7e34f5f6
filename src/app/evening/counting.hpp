// Opening and counting the sealed urn: the same function for the app and for `stoepkrijt box open`, so that a second
// person gets the same bytes.
//
// Example:
//   SK_TRY(counted, count_evening(package, urn, {one, two}, amendments, ""));
//   SK_TRY(pb, write_ballots(counted.round, counted.ballots));
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ballotbox/deciding.hpp"
#include "ballotbox/opening.hpp"
#include "ballotbox/package.hpp"
#include "base/result.hpp"

namespace stoepkrijt::app::evening {

/// What a merge has to tell, in the order in which it is told: language keys of sentences with a number. Conflicts are
/// always told, the others where there are any.
[[nodiscard]] std::vector<std::pair<std::string_view, std::int64_t>> told_of(const ballotbox::MergeReport& report);

struct Counted {
  ballotbox::Opening opening;
  ballotbox::Decided decided;
  model::Round round;  ///< without the plans that amendments took out, with the lot for ties where one was drawn
  model::Urn ballots;  ///< without those plans
};
/// Does the round decide ties by a lot that is drawn after closing?
[[nodiscard]] bool needs_ties_lot(const model::Round& round);
/// `ties_lot` is used where needs_ties_lot(). Errors: those of ballotbox::open_urn(), of ballotbox::amended(), of the
/// round's rule; kMissing "error.evening_ties_lot".
[[nodiscard]] Result<Counted> count_evening(const ballotbox::SignedPackage& package, const ballotbox::Urn& urn,
                                            const std::array<ballotbox::ShareFile, 2>& shares,
                                            const std::vector<ballotbox::Amendment>& amendments,
                                            std::string_view ties_lot);
/// The urn without the plans that the round has no more.
[[nodiscard]] model::Urn amended(const model::Urn& urn, const model::Round& round);
/// Winners by the rule of the round, sorted; the urn may hold plans that the round has no more.
[[nodiscard]] Result<std::vector<std::string>> winners_of(const model::Round& round, const model::Urn& urn);

}  // namespace stoepkrijt::app::evening
