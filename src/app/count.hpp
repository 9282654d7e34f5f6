// The count of a round by a rule, with everything that the result screens say about it, as plain data.
//
// Amounts are rounded to the cent here, once, for people; what decides is exact (rules). The same round, urn and rule
// give the same CountResult on every device. Shapes: `plans` follow the round's printed order; `winners` follow the
// order of choosing.
//
// Example:
//   Result<std::shared_ptr<const CountResult>> r = count_round(round, urn, "equal-shares");
//   r.value()->counted.winners.size();   // plans that go ahead
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/result.hpp"
#include "model/round.hpp"

namespace stoepkrijt::app {

/// The rules that the app offers, in the order in which they are offered.
inline constexpr std::string_view kRuleEqualShares = "equal-shares";
inline constexpr std::string_view kRuleGreedy = "greedy";

enum class Fate : std::uint8_t {
  kChosen,
  kNoVotes,        ///< nobody chose it
  kTooLittleLeft,  ///< Equal Shares: its supporters had less left together than it costs
  kDoesNotFit,     ///< greedy: less left of the amount than it costs, at its turn
};

struct Spending {
  std::string plan_id;
  Money amount;  ///< together, by all people of the band
};

/// The supporters of one plan, divided by what is left in their purse.
struct PurseBand {
  enum class Kind : std::uint8_t { kAll, kSome, kNothing } kind = Kind::kAll;
  std::int64_t people = 0;
  Money left;                   ///< together
  std::vector<Spending> spent;  ///< before, in order of choosing, together
};

struct PlanCount {
  std::string plan_id;
  std::int64_t votes = 0;
  Fate fate = Fate::kNoVotes;
  std::int32_t turn = 0;  ///< from 1. Equal Shares: order of choosing (0: not chosen). Greedy: place by votes.
  // Equal Shares, in the final run
  Money share;                   ///< the most that one supporter pays (chosen plans)
  std::int64_t pay_share = 0;    ///< so many pay just that ...
  std::int64_t pay_rest = 0;     ///< ... and so many all they had left, which was less,
  Money rest_together;           ///< together this
  Money have;                    ///< what the supporters had: just before it was chosen, else at the end
  std::vector<PurseBand> bands;  ///< the same, divided; only bands with people
  // Greedy
  Money left_before;  ///< of the amount, when its turn came
  // What would have carried it: each number was tried by counting again with it. Absent: none was found.
  bool help_tried = false;                  ///< false for chosen plans, and when counting again takes too long
  std::optional<Money> cheaper;             ///< a lower cost at which it is chosen, in hundreds of euros where possible
  std::optional<std::int64_t> more_voters;  ///< so many extra ballots with only this plan
};

struct RuleCount {
  std::string rule;
  std::vector<std::string> winners;
  Money spent;
  Money left;
  Money purse_first;  ///< Equal Shares: amount / ballots
  Money purse_final;  ///< Equal Shares: in the run that stands
  bool ties = false;  ///< a tie decided something
  std::vector<PlanCount> plans;
  std::int64_t empty_handed = 0;  ///< ballots that chose something and got nothing
};

struct CountResult {
  std::string round_id;
  std::int64_t ballots = 0;  ///< blank ones included
  std::int64_t blank = 0;
  RuleCount counted;                ///< by the rule that was asked for
  RuleCount other;                  ///< by the other rule, on the same ballots
  std::int64_t prefer_counted = 0;  ///< ballots with more chosen plans in `counted`
  std::int64_t prefer_other = 0;
  std::int64_t same = 0;
};

/// Errors: kUnknownId (unknown rule), kNoBallots (an empty urn), kUnknownId (a ballot names a plan that the round
/// lacks, or the urn is of another round), and those of the rules.
[[nodiscard]] Result<std::shared_ptr<const CountResult>> count_round(const model::Round& round, const model::Urn& urn,
                                                                     std::string_view rule_id);

[[nodiscard]] const PlanCount* find_count(const RuleCount& count, std::string_view plan_id);

}  // namespace stoepkrijt::app
