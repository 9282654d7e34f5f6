// Replays a run from its trace alone: who had what, who paid what, and what was left.
//
// Works for every way of paying (Payments). kShares: each supporter pays min(left, price · weight) for every winner on
// the ballot, in order of selection, so that anyone can check a result from the published ballots and the trace.
// kListed and kLoads: the amounts are those of the trace. kNone, rounds of a completion, and counts in phases
// (Trace::phases): nobody in particular pays. Amounts per person, in currency units.
// Voters who had and paid the same are kept as one group: a large election costs memory for its different histories,
// not for its ballots.
//
// Example: Replay r = replay(election, outcome, trace); r.rounds[0].groups: {192 people, before 125, amount 50}.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/rule.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

struct Payment {
  ProjectIndex project = 0;
  Ratio amount;  // per person; the average where the people of a group paid different projects

  friend bool operator==(const Payment&, const Payment&) = default;
};

/// People with exactly the same money left. purse == left + sum of the amounts. With kLoads `left` is minus the load.
struct PurseGroup {
  std::uint64_t people = 0;
  Ratio left;                 // per person
  std::vector<Payment> paid;  // in order of selection; no zero amounts
  bool same_payments = true;  // all of them paid exactly these amounts

  friend bool operator==(const PurseGroup&, const PurseGroup&) = default;
};

/// Supporters of a winner who had the same and paid the same. kLoads: the load before, and what was added.
struct ReplayGroup {
  std::uint64_t people = 0;
  Ratio before;
  Ratio amount;
  Ratio after;

  friend bool operator==(const ReplayGroup&, const ReplayGroup&) = default;
};

struct ReplayRound {
  ProjectIndex project = 0;
  bool completed = false;           // by the completion or by Then
  Ratio cost;                       // what it gets: less than its cost when it is paid in part
  Ratio left_before;                // of the budget
  Ratio left_after;                 // of the budget
  std::vector<ReplayGroup> groups;  // of its supporters, most money (least load) first; empty where nobody pays
};

struct Replay {
  Payments payments = Payments::kNone;
  std::uint64_t voters = 0;
  Ratio purse;
  std::vector<ReplayRound> rounds;
};

[[nodiscard]] Replay replay(const Election& election, const Outcome& outcome, const Trace& trace);

/// The payments that can be replayed: kNone for a count in phases.
[[nodiscard]] Payments payments_of(const Trace& trace) noexcept;

/// Whether what voters have left can be told: not where they also paid for parts of projects that were never finished.
[[nodiscard]] bool knows_what_is_left(const Trace& trace) noexcept;

/// The purses of all voters, moved along the rounds of a trace. Keeps references to both.
class PurseReplay {
 public:
  PurseReplay(const Election& election, const Trace& trace);

  /// Plays the next round and tells what its supporters paid; empty where nobody in particular pays.
  std::vector<ReplayGroup> play();
  /// Plays on until `rounds` rounds have been played.
  void play_to(std::size_t rounds);
  [[nodiscard]] std::size_t played() const noexcept { return played_; }
  /// The voters who support the project, as they stand now; richest first.
  [[nodiscard]] std::vector<PurseGroup> groups(ProjectIndex project) const;
  /// What one voter with this ballot has left (kLoads: minus the load).
  [[nodiscard]] const Ratio& left(std::size_t ballot) const { return nodes_[node_of_[ballot]].left; }
  /// Payments of one voter with this ballot, in order of selection.
  [[nodiscard]] std::vector<Payment> paid(std::size_t ballot) const { return payments_at(node_of_[ballot]); }

 private:
  struct Node {
    Ratio left;
    std::uint32_t parent = 0;
    ProjectIndex project = 0;
    Ratio paid;
  };
  struct Supporter {
    std::uint32_t ballot = 0;
    std::uint32_t place = 0;  // of the project on the ballot
  };
  [[nodiscard]] std::vector<Payment> payments_at(std::uint32_t node) const;

  const Election& election_;
  const Trace& trace_;
  Payments payments_;
  std::optional<Utilities> weighted_;  // only where voters may differ in weight
  std::vector<std::vector<Supporter>> supporters_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> node_of_;  // by ballot
  std::size_t played_ = 0;
};

/// The voters who support `project`, after the first `rounds` rounds of the trace; richest first.
[[nodiscard]] std::vector<PurseGroup> purse_groups(const Election& election, const Trace& trace, ProjectIndex project,
                                                   std::size_t rounds);
[[nodiscard]] Ratio money_of(const std::vector<PurseGroup>& groups);
[[nodiscard]] std::uint64_t people_of(const std::vector<PurseGroup>& groups);

/// The most that any round would have brought together for the project at the terms of that round's winner, in whole
/// per cent of its cost, rounded down: max over rounds of 100·sum of min(b_i, rho·u_i)/cost, the last time with all
/// that is left. `trace` is of a run without the project (Payments::kShares). Exact for every utility, as far as the
/// trace is (Trace::rounded). Nothing for a free project.
[[nodiscard]] std::optional<std::int64_t> effective_support(const Election& election, const Trace& trace,
                                                            ProjectIndex project, Utility utility);

}  // namespace stoepkrijt::rules
