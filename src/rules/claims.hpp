// Everything that is said about an outcome, as typed data: who paid what, why a plan won or lost, what would have
// helped. The words are made from it elsewhere; verify.hpp recomputes every claim from the ballots.
//
// Driven by the trace (how the voters pay, why a project is out, ties), so it is the same for every rule. Amounts are
// exact, in currency units. A claim holds only what was counted: what would have helped is found by counting again.
//
// Example (mockup c): Explainer("equal-shares", …).project(playground) tells kVotes {160}, kOut {kSupportersTooPoor,
// people 160, amount 9,200 of 16,000}, kMoneyWent {benches 6,800, …}, kSupport, kEnoughCost, kEnoughVotes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/replay.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// What a claim says, and which fields it fills. "people of of_people", "amount of of_amount".
enum class ClaimKind : std::uint8_t {
  // The whole outcome
  kVoters,           ///< people cast a ballot, of_people of them a blank one
  kPurse,            ///< each of `people` voters had `amount` in the run that stands; of_amount: the budget
  kPurseGrown,       ///< purses began at of_amount and grew to `amount`, because money was left
  kGrowthExhausted,  ///< they stopped growing: no supported plan fits in what is left, `amount`
  kGrowthAllIn,      ///< they stopped growing: every supported plan was in
  kGrowthOverran,    ///< they stopped growing: with `amount` per voter the plans would cost more than the budget
  kSpent,            ///< `number` winners cost `amount` of of_amount (the budget)
  kFilled,           ///< `projects` (with costs) were chosen by the completion, with what the rule itself had left
  kReplaced,         ///< the comparison step: `people` are better off with greedy, of_people without it
  kTie,              ///< at the turn of `project`, number-th chosen, `projects` were exactly as good; `by` decided
  kTieOtherwise,     ///< had `project` won every tie: `projects` would be in, `lost` would be out (none: the same)
  kNextBudget,       ///< the outcome first changes at a budget of `amount`
  kEmptyHanded,      ///< `people` of of_people voters who chose something have no winner on their ballot
  kPhase,            ///< `amount` of of_amount, set aside for theme or buurt `name`, was spent in its own count
  kLeastUnmet,       ///< the minimum of_amount for `name` was not reached: winners of it cost `amount`
  kGroupMoney,       ///< `people` of of_people voters chose something of `name`; their share of the spent of_amount is
                     ///< `amount` (the cost of every winner divided equally over those who chose it)
  kGroupEmpty,       ///< `people` of the of_people voters who chose something of `name` have no winner
  // A project, won or lost
  kVotes,      ///< `people` have it on their ballot; amount: with how many points together (ballots with points)
  kVotersGot,  ///< `people` of its of_people voters have a winner on their ballot
  // A winner
  kChosen,          ///< it is the number-th of of_people winners
  kTurn,            ///< when its turn came `amount` was left; it costs of_amount
  kInBestSet,       ///< it is in the set with the most utility
  kFilling,         ///< it was chosen by the completion
  kPaidSame,        ///< `people` paid `amount` each
  kPaidMost,        ///< `people` paid `amount` each, nobody more
  kPaidRest,        ///< `people` paid less: all they had left, together `amount`
  kPaidLess,        ///< `people` paid less than the others, together `amount`
  kPaidNothing,     ///< `people` of its supporters had nothing left to pay with
  kPaidAverage,     ///< the `people` who paid, paid `amount` on average
  kPaidTogether,    ///< together they paid `amount` of its cost of_amount
  kLoadSame,        ///< after it each of its `people` supporters carries `amount`
  kLoadMost,        ///< after it none of its `people` supporters carries more than `amount`
  kEffectiveVotes,  ///< it counted `amount` full votes
  kMoneyAfter,      ///< its `people` supporters had `amount` left together after paying
  kPartPaid,        ///< it gets `amount` of its cost of_amount
  // A loser
  kOut,         ///< see `why`; people: supporters; amount, of_amount, projects, name as told at out_claim (claims.cpp)
  kPartBought,  ///< its supporters bought the share `amount` (0 to 1) of it, which was not enough
  kMoneyWent,   ///< its of_people supporters paid `amount` together for others, most of it for `projects`
  // What would have been
  kSupport,        ///< effective support, number per cent
  kEnoughCost,     ///< with a cost of `amount` it is carried, with one currency unit more not; of_amount: its cost
  kEnoughVotes,    ///< with `people` extra voters for it alone it is carried, with one fewer not
  kNoEnoughCost,   ///< also at `amount` it is not carried
  kNoEnoughVotes,  ///< also with `people` extra voters it is not carried
  kNotSearched,    ///< the election is too large to search what would have helped
};

/// What put one of several equally good projects first.
enum class TieBy : std::uint8_t { kCost, kVotes, kLot, kId, kGiven };

inline constexpr ProjectIndex kNoProject = static_cast<ProjectIndex>(-1);

struct ProjectAmount {
  ProjectIndex project = 0;
  Ratio amount;

  friend bool operator==(const ProjectAmount&, const ProjectAmount&) = default;
};

struct Claim {
  ClaimKind kind = ClaimKind::kVoters;
  ProjectIndex project = kNoProject;
  WhyOut why = WhyOut::kSelected;
  TieBy by = TieBy::kId;
  std::uint64_t people = 0;
  std::uint64_t of_people = 0;
  std::uint64_t number = 0;
  Ratio amount = {};
  Ratio of_amount = {};
  std::vector<ProjectAmount> projects = {};
  std::vector<ProjectIndex> lost = {};
  std::string name = {};  // of a theme or buurt
  bool area = false;

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// How far to look for what would have helped. One count of an election takes about (entries on ballots + ballots) ·
/// projects steps; above `most_work` such searches are left out and kNotSearched says so.
struct WhatIfBound {
  std::uint64_t most_work = 3'000'000;
  bool search = true;  // false: leaves out kSupport and all that would have helped, without a word

  [[nodiscard]] bool allows(const Election& election) const;
};

class Explainer {
 public:
  /// `outcome` and `trace` are of tally(rule, election, params, trace). Keeps references to all of them.
  Explainer(std::string_view rule, const Election& election, const RuleParams& params, const Outcome& outcome,
            const Trace& trace);

  /// The count as a whole: purses, how they grew and why that ended, what was spent, who has nothing. Errors: those of
  /// the rule (the comparison step is counted again).
  [[nodiscard]] Result<std::vector<Claim>> result() const;
  /// Every tie, what decided it, and what would have been otherwise.
  [[nodiscard]] Result<std::vector<Claim>> ties(const WhatIfBound& bound) const;
  /// Per theme, then per buurt, bytes ascending: their voters' share of the money and who of them has nothing.
  [[nodiscard]] std::vector<Claim> groups() const;
  /// Why this project won or lost. Errors: kUnknownId; kCancelled by the watcher; those of the rule.
  [[nodiscard]] Result<std::vector<Claim>> project(ProjectIndex project, const WhatIfBound& bound) const;

 private:
  void growth(std::vector<Claim>& out) const;
  void phases(std::vector<Claim>& out) const;
  [[nodiscard]] Result<Claim> replaced() const;
  void winner(ProjectIndex project, std::vector<Claim>& out) const;
  void payments(ProjectIndex project, std::size_t round, std::vector<Claim>& out) const;
  [[nodiscard]] Claim out_claim(ProjectIndex project) const;
  void out_limits(ProjectIndex project, Claim& claim) const;
  void money_went(ProjectIndex project, std::vector<Claim>& out) const;
  [[nodiscard]] std::vector<bool> winner_marks() const;

  std::string_view rule_;
  const Election& election_;
  const RuleParams& params_;
  const Outcome& outcome_;
  const Trace& trace_;
  PurseReplay at_end_;
};

}  // namespace stoepkrijt::rules
