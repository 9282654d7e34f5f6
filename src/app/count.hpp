// The count of a round by a rule, with everything that the result screens say about it, as plain data.
//
// Amounts are rounded to the cent here, once, for people; what decides is exact (rules). The same round, urn and rule
// give the same CountResult on every device. Shapes: `plans` follow the round's printed order; `winners` follow the
// order of choosing.
//
// Example:
//   Result<std::shared_ptr<const CountResult>> r = count_round(round, urn, round.rule, other);
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
#include "rules/rule.hpp"

namespace stoepkrijt::app {

inline constexpr std::string_view kRuleEqualShares = "equal-shares";
inline constexpr std::string_view kRuleGreedy = "greedy";

/// As rules::WhyOut, by what the screens say.
enum class Fate : std::uint8_t {
  kChosen,
  kNoVotes,        ///< nobody chose it
  kTooLittleLeft,  ///< its supporters had less left together than it costs
  kDoesNotFit,     ///< less left of the amount than it costs, at its turn
  kTooDear,        ///< dearer than the whole amount
  kExcluded,       ///< a plan was chosen that excludes it
  kLacksRequired,  ///< a plan that it requires was not chosen
  kCategoryFull,   ///< its theme or buurt has reached its maximum
  kAfterStop,      ///< the rule had ended before its turn
  kEliminated,     ///< its points went on to other plans
  kNotBest,        ///< the best set of plans does not hold it
};

/// Who pays for a plan, by what the screens draw.
enum class MoneyModel : std::uint8_t {
  kBudget,  ///< nobody in particular: one amount for all
  kPurses,  ///< each voter holds a part of the amount
  kLoads,   ///< the costs are laid on the voters, as evenly as can be
};

struct Spending {
  std::string plan_id;
  Money amount;  ///< together, by all people of the band
};

/// The supporters of one plan, divided by what is left in their purse (kPurses) or what they carry already (kLoads).
struct PurseBand {
  enum class Kind : std::uint8_t { kAll, kSome, kNothing } kind = Kind::kAll;
  std::int64_t people = 0;
  Money left;                   ///< together; kLoads: what they carry together
  Money paid;                   ///< together, for this plan (chosen plans)
  std::vector<Spending> spent;  ///< before, in order of choosing, together
};

/// A part of a count with pots or minima: money of its own, over voters of its own (rules::Phase).
struct CountPart {
  enum class Kind : std::uint8_t { kPot, kLeast, kRest } kind = Kind::kRest;
  std::string name;  ///< word of the theme or code of the buurt; kRest: empty
  bool area = false;
  Money budget;
  std::int64_t voters = 0;
  Money purse;  ///< per voter, as it was counted with
};

struct PlanCount {
  std::string plan_id;
  std::int64_t votes = 0;
  Fate fate = Fate::kNoVotes;
  std::int32_t turn = 0;          ///< from 1. kBudget: place in the order. Else: order of choosing (0: not chosen).
  Money gets;                     ///< chosen plans: what it costs, or less when its owner agreed to do it smaller
  bool filled = false;            ///< chosen with what the rule itself had left
  std::vector<std::string> tied;  ///< exactly as good when it was chosen, itself left out
  // kPurses and kLoads, in the run that stands
  Money share;                   ///< the most that one supporter pays; kLoads: what the heaviest loaded carries then
  std::int64_t pay_share = 0;    ///< so many pay just that ...
  std::int64_t pay_rest = 0;     ///< ... and so many less (all they had left, or a smaller part),
  Money rest_together;           ///< together this
  Money unpaid;                  ///< what of it the supporters did not pay: money that would have been left
  Money have;                    ///< what the supporters had: just before it was chosen, else at the end
  std::vector<PurseBand> bands;  ///< the same, divided; only bands with people
  std::int32_t part = -1;        ///< of RuleCount::parts, that of these purses; -1: a count without parts
  // kBudget
  Money left_before;  ///< of the amount, when its turn came
};

/// Why a plan won or lost, in sentences, and what would have carried it: each number was tried by counting again with
/// it. Absent: none was found.
struct PlanHelp {
  std::string plan_id;
  std::optional<Money> cheaper;             ///< a lower cost at which it is chosen, in hundreds of euros where possible
  std::optional<std::int64_t> more_voters;  ///< so many extra ballots with only this plan
  std::vector<std::string> words_nl, words_en;  ///< why it won or lost, in sentences (explain_words.hpp)
};

/// Figures of an outcome, for people.
struct OutcomeFigures {
  std::int64_t empty_handed = 0;    ///< ballots that chose something and got nothing
  std::int64_t winners_tenths = 0;  ///< chosen plans that were on the ballot, on average, in tenths
  std::int64_t gini_percent = 0;    ///< of the money of the chosen plans on each ballot; 0: everyone the same
  bool exhaustive = false;          ///< nothing that anybody chose would still fit in what is left
};

struct RuleCount {
  model::CountingRule rule;  ///< as it was used
  MoneyModel money = MoneyModel::kBudget;
  bool equal_price = false;  ///< each supporter pays the same or all that is left (equal shares on approvals)
  std::vector<std::string> winners;
  Money spent;
  Money left;
  Money purse_first;      ///< kPurses: amount / ballots
  Money purse_final;      ///< kPurses: in the run that stands
  bool ties = false;      ///< a tie decided something
  bool replaced = false;  ///< the comparison step took the outcome of greedy
  Money next_budget;      ///< the least larger amount at which the outcome changes; 0: not known
  std::vector<PlanCount> plans;
  std::vector<CountPart> parts;  ///< kPurses and kLoads with pots, minima or part funding; else empty
  OutcomeFigures figures;
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
/// lacks, or the urn is of another round), kCancelled (the watcher said no) and those of the rules.
[[nodiscard]] Result<std::shared_ptr<const CountResult>> count_round(const model::Round& round, const model::Urn& urn,
                                                                     const model::CountingRule& rule,
                                                                     const model::CountingRule& other,
                                                                     rules::Watcher* watcher = nullptr);
/// With the rule that it is compared with by default.
[[nodiscard]] Result<std::shared_ptr<const CountResult>> count_round(const model::Round& round, const model::Urn& urn,
                                                                     std::string_view rule_id);

/// What each voter held in the part of the count that these purses of the plan are of.
[[nodiscard]] Money purse_of(const RuleCount& count, const PlanCount& plan);
[[nodiscard]] const PlanCount* find_count(const RuleCount& count, std::string_view plan_id);

/// One election counted by one rule: for count_round and for past elections.
[[nodiscard]] Result<RuleCount> count_by(const rules::Election& election, const model::CountingRule& rule,
                                         rules::Watcher* watcher);
/// The ballots of a round as the rules see them. Errors as count_round.
[[nodiscard]] Result<rules::Election> round_election(const model::Round& round, const model::Urn& urn);

}  // namespace stoepkrijt::app
