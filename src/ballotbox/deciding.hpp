// Could the conflicts have decided the outcome? No result is declared where they could.
//
// Rules such as equal shares have no margin that can be computed, so the count itself is asked: the winners must be the
// same by the announced rule, with the ballots of all k groups left out, with the other ballot of each taken instead
// (of all groups at once, and of one group at a time), whichever other there is.
// Only winners are compared, as a set.
//
// Example: SK_TRY(answer, decided(opening, count)); if (!answer.declared) say(answer.fails);
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ballotbox/opening.hpp"
#include "base/result.hpp"

namespace stoepkrijt::ballotbox {

/// Counts an urn by the announced rule, with amendments applied; the ids of winners, sorted. The box does not know the
/// rules.
using CountWinners = std::function<Result<std::vector<std::string>>(const model::Urn&)>;

/// More counts than this are not made: so many conflicts are a reason not to declare a result.
inline constexpr std::size_t kMostScenarios = 500;

enum class Scenario : std::uint8_t { kNone, kLeftOut, kAllOthers, kOneOther, kTooMany };
struct Decided {
  std::vector<std::string> winners;  ///< by the rule, whatever the scenarios say
  std::size_t conflicts = 0;         ///< k
  std::size_t scenarios = 0;         ///< counts beside the first
  bool declared = true;
  Scenario fails = Scenario::kNone;        ///< the first in which others win
  std::vector<std::string> winners_there;  ///< in that scenario
};
/// Errors: those of `count`.
[[nodiscard]] Result<Decided> decided(const Opening& opening, const CountWinners& count);

}  // namespace stoepkrijt::ballotbox
