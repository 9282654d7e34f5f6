// What every voting rule takes and gives: parameters in, an outcome and a trace out. All exact, all data, no words.
//
// Guarantees of every rule: the winners cost at most the budget; the outcome does not depend on the order of projects
// or ballots; ties are settled by RuleParams::ties alone and reported in the trace.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ratio.hpp"
#include "base/result.hpp"
#include "rules/election.hpp"

namespace stoepkrijt::rules {

/// What an approved project is worth to a voter when it is carried out.
enum class Utility : std::uint8_t { kCost, kCardinality };
enum class Completion : std::uint8_t { kNone, kAdd1 };
/// Add1 begins at exactly B/n, or at B/n rounded down to whole currency units.
enum class Add1Start : std::uint8_t { kExact, kIntegral };
/// Add1 ends as soon as nothing supported fits any more, or only when a run costs more than the budget.
enum class Add1Stop : std::uint8_t { kExhaustive, kNever };
/// Which of equally good projects comes first. What an order leaves open falls to the id (UTF-8 bytes ascending, so
/// "10" before "9"). The lot orders by SHA-256 of seed, a zero byte and the id, lowest first.
enum class TieOrder : std::uint8_t { kId, kCostVotes, kCostVotesLot, kVotes };

struct RuleParams {
  Utility utility = Utility::kCost;
  Completion completion = Completion::kNone;
  Add1Start add1_start = Add1Start::kExact;
  Add1Stop add1_stop = Add1Stop::kExhaustive;
  TieOrder ties = TieOrder::kId;
  std::string seed;             // of TieOrder::kCostVotesLot; published
  std::uint64_t min_votes = 0;  // greedy leaves out projects with fewer; the app's own rounds use 1
};

struct Outcome {
  std::vector<ProjectIndex> winners;  // in order of selection
  Ratio cost;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// Why a project is not among the winners.
enum class WhyOut : std::uint8_t {
  kSelected,           ///< it is
  kNoSupport,          ///< nobody voted for it (equal shares), or fewer than the threshold (greedy)
  kDidNotFit,          ///< greedy: dearer than the money left when its turn came
  kSupportersTooPoor,  ///< equal shares: its supporters together cannot pay it any more
};

/// One selection. Amounts in currency units.
struct Round {
  ProjectIndex project = 0;
  Ratio money_before;              // greedy: money left when its turn came; equal shares: all purses together
  Ratio price;                     // equal shares: what each supporter pays who can; the others pay all they have
  Ratio effective_votes;           // equal shares: cost / price; greedy: votes; 0 for a free project
  std::vector<ProjectIndex> tied;  // projects exactly as good, itself included; empty when there was no tie
};

struct ProjectTrace {
  WhyOut why = WhyOut::kSelected;
  std::uint64_t votes = 0;
  std::uint32_t turn = 0;  // greedy: its place in the order of votes, from 1; equal shares: its round, 0 for losers
  Ratio money_then;        // greedy: money left when its turn came
};

/// The run as data. With Add1 it is the run that stands.
struct Trace {
  std::string rule;
  std::uint64_t voters = 0;
  Ratio purse;  // equal shares: money per voter at the start of the run that stands
  std::vector<Round> rounds;
  std::vector<ProjectTrace> projects;  // by project index
  std::uint64_t add1_steps = 0;        // purses are this many currency units larger than at the start
  std::uint64_t add1_runs = 0;         // runs computed; fewer than steps + 1 when steps were proved to change nothing
  bool add1_overran = false;           // a further step would have cost more than the budget
};

}  // namespace stoepkrijt::rules
