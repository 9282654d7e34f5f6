// What every voting rule takes and gives: parameters in, an outcome and a trace out. All exact, all data, no words.
//
// Guarantees of every rule: the winners cost at most the budget; the outcome does not depend on the order of projects
// or ballots; ties are settled by RuleParams::ties alone and reported in the trace.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ratio.hpp"
#include "base/result.hpp"
#include "rules/election.hpp"

namespace stoepkrijt::rules {

/// What a project on the ballot is worth to the voter when it is carried out (utility.hpp). kDefault: cost on
/// approvals, points on points, Borda on rankings.
enum class Utility : std::uint8_t {
  kDefault,
  kCost,
  kCardinality,
  kRelativeCost,
  kRelativeCardinality,
  kSqrtCost,
  kLogCost,
  kEffort,
  kCc,
  kPoints,
  kRelativePoints,
  kBorda,
};
/// How money that equal shares leaves is used: larger purses, or greedy by votes behind it (completions.hpp).
enum class Completion : std::uint8_t { kNone, kAdd1, kAdd1u, kUtilitarian, kBudgetIncrease };
/// Add1 begins at exactly B/n, or at B/n rounded down to whole currency units.
enum class Add1Start : std::uint8_t { kExact, kIntegral };
/// Add1 ends as soon as nothing supported fits any more, or only when a run costs more than the budget.
enum class Add1Stop : std::uint8_t { kExhaustive, kNever };
/// A second rule that fills what the first one left, with the same utility and ties. What was chosen stays.
enum class Then : std::uint8_t { kNone, kGreedy, kGreedyNoSkip, kGreedyThreshold, kGreedyExclusive, kMaxWelfare };
/// Replaces the outcome by that of greedy when strictly more voters prefer it: by approved winners, or by having any.
enum class ComparisonStep : std::uint8_t { kNone, kSatisfaction, kNonempty };
enum class CstvVariant : std::uint8_t { kEwt, kEwtc, kEwts, kMt, kMtc, kMts };
/// Which of equally good projects comes first. What an order leaves open falls to the id (UTF-8 bytes ascending, so
/// "10" before "9"). The lot orders by SHA-256 of seed, a zero byte and the id, lowest first.
enum class TieOrder : std::uint8_t { kId, kCostVotes, kCostVotesLot, kVotes, kLot };

/// Long counts tell how far they are and can be stopped. Rules call it between runs or rounds, never decide by it.
class Watcher {
 public:
  Watcher() = default;
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;
  virtual ~Watcher() = default;
  /// `done` of `total` (0: unknown), in a unit of the rule's own. False: stop; the rule then fails with kCancelled.
  virtual bool on_progress(std::uint64_t done, std::uint64_t total) = 0;
};

struct RuleParams {
  Utility utility = Utility::kDefault;
  Completion completion = Completion::kNone;
  Add1Start add1_start = Add1Start::kExact;
  Add1Stop add1_stop = Add1Stop::kExhaustive;
  Then then = Then::kNone;
  ComparisonStep comparison = ComparisonStep::kNone;
  CstvVariant variant = CstvVariant::kEwt;
  TieOrder ties = TieOrder::kId;
  std::string seed;                    // of the lot; published
  std::vector<ProjectIndex> ties_won;  // win every tie, in this order: what would have been if a tie fell otherwise
  std::uint64_t min_votes = 0;         // greedy leaves out projects with fewer; the app's own rounds use 1
  Watcher* watcher = nullptr;          // not owned; may be absent
};

struct Outcome {
  std::vector<ProjectIndex> winners;  // in order of selection
  Ratio cost;                         // of the winners; a winner that is paid in part counts with what it gets
  // The last plan when it is carried out smaller (Project::least_cost): it is also the last of `winners`.
  std::optional<Ratio> part_paid = {};

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// Why a project is not among the winners.
enum class WhyOut : std::uint8_t {
  kSelected,           ///< it is
  kNoSupport,          ///< nobody voted for it (or fewer than the threshold)
  kDidNotFit,          ///< dearer than the money left when its turn came
  kSupportersTooPoor,  ///< its supporters together cannot pay it any more
  kTooDear,            ///< dearer than the whole budget
  kExcluded,           ///< a plan was chosen that excludes it
  kLacksRequired,      ///< a plan that it requires was not chosen
  kCategoryFull,       ///< its theme or buurt has reached its maximum
  kAfterStop,          ///< the rule had ended before its turn came (no-skip, Phragmén)
  kEliminated,         ///< CSTV: dropped, its points went on
  kNotBest,            ///< max welfare: the best set does not hold it
};

/// What the members of one ballot pay for one selection, per person.
struct BallotAmount {
  std::uint32_t ballot = 0;
  Ratio amount;

  friend bool operator==(const BallotAmount&, const BallotAmount&) = default;
};

/// How the voters pay for a selection: how a trace is replayed (replay.hpp).
enum class Payments : std::uint8_t {
  kNone,    ///< nobody in particular pays: greedy, max welfare
  kShares,  ///< each supporter pays min(what is left, price · weight of the project on the ballot)
  kListed,  ///< Round::amounts says it: money of the own purse (BOS, FrES, EES, vouchers, CSTV, expanding approvals)
  kLoads,   ///< Round::amounts is the load that each carries, on top of what the supporters had (Phragmén)
};

/// One selection. Amounts in currency units.
struct Round {
  ProjectIndex project = 0;
  Ratio money_before;                 // money left when its turn came; equal shares: all purses together
  Ratio price;                        // the largest payment; equal shares: what each pays who can, per unit of weight
  Ratio effective_votes;              // equal shares: cost / largest payment; greedy: votes; 0 for a free project
  std::vector<ProjectIndex> tied;     // projects exactly as good, itself included; empty when there was no tie
  std::vector<BallotAmount> amounts;  // of Payments::kListed and kLoads, by ballot, no zeros
  bool completed = false;             // chosen by the completion or by Then, not by the rule itself

  friend bool operator==(const Round&, const Round&) = default;
};

struct ProjectTrace {
  WhyOut why = WhyOut::kSelected;
  std::uint64_t votes = 0;
  std::uint32_t turn = 0;  // greedy: its place in the order, from 1; other rules: its round, 0 for losers
  Ratio money_then;        // greedy: money left when its turn came
};

/// One part of a count with constraints (constraints.hpp): an election of its own, with its own money.
struct Phase {
  enum class Kind : std::uint8_t { kPot, kLeast, kRest, kPart } kind = Kind::kRest;
  std::string name;  // of the theme or buurt; empty for the rest
  bool area = false;
  Ratio budget;
  std::uint64_t voters = 0;     // who took part
  Ratio purse;                  // as Trace::purse
  std::size_t first_round = 0;  // its rounds are those from here to the next phase's first
};

/// CSTV: a project that left the running.
struct Elimination {
  ProjectIndex project = 0;
  std::size_t after_rounds = 0;    // how many had been chosen by then
  Ratio support;                   // what it was given, in currency; rounded down where amounts are
  std::vector<ProjectIndex> tied;  // just as bad, itself included; empty when there was no tie

  friend bool operator==(const Elimination&, const Elimination&) = default;
};

/// The run as data. With Add1 it is the run that stands.
struct Trace {
  std::string rule;
  Payments payments = Payments::kNone;
  Utility utility = Utility::kDefault;  // the one that was used, never kDefault
  std::uint64_t voters = 0;
  Ratio purse;  // money per voter at the start of the run that stands; 0 where voters hold none
  // Prices and amounts are rounded down to 2^-64 of the currency, since the exact fractions are too long to write
  // (many voters with denominators of their own). What was decided was decided by the numbers themselves.
  bool rounded = false;
  std::vector<Round> rounds;
  std::vector<ProjectTrace> projects;    // by project index
  std::uint64_t add1_steps = 0;          // purses are this many currency units larger than at the start
  std::uint64_t add1_runs = 0;           // runs computed; fewer than steps + 1 when steps were proved to change nothing
  bool add1_overran = false;             // a further step would have cost more than the budget
  bool replaced_by_greedy = false;       // the comparison step took the outcome of greedy
  std::vector<Phase> phases;             // with pots, minima or part funding; else empty
  std::vector<std::string> least_unmet;  // themes and buurten whose minimum the rule could not reach
  std::vector<Ratio> parts;              // FrES: by project, the fraction that was bought; other rules: empty
  std::vector<Elimination> eliminations;  // CSTV, in order
  Ratio next_budget;                      // EES: the least larger budget at which the outcome changes; 0: none
};

}  // namespace stoepkrijt::rules
