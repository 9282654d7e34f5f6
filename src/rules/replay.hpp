// Replays a run of equal shares from its trace alone: who had what left, and what it was spent on.
//
// A voter pays min(purse, price) for every winner on the ballot, in order of selection. Nothing else is needed, so
// anyone can check a result from the published ballots and the trace.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

struct Payment {
  ProjectIndex project = 0;
  Ratio amount;  // per person; the average where the people of a group paid different projects

  friend bool operator==(const Payment&, const Payment&) = default;
};

/// People with exactly the same money left. purse == left + sum of the amounts.
struct PurseGroup {
  std::uint64_t people = 0;
  Ratio left;                 // per person
  std::vector<Payment> paid;  // in order of selection; no zero amounts
  bool same_payments = true;  // all of them paid exactly these amounts

  friend bool operator==(const PurseGroup&, const PurseGroup&) = default;
};

/// The voters who approve `project`, after the first `rounds` rounds of the trace; richest first.
[[nodiscard]] std::vector<PurseGroup> purse_groups(const Election& election, const Trace& trace, ProjectIndex project,
                                                   std::size_t rounds);
[[nodiscard]] Ratio money_of(const std::vector<PurseGroup>& groups);

/// The most that any round would have brought together for the project at the terms of that round's winner, in whole
/// per cent of its cost, rounded down: max over rounds of 100·sum of min(b_i, rho·u_i)/cost, the last time with all
/// that is left. `trace` is of a run without the project. Nothing for a free project.
[[nodiscard]] std::optional<std::int64_t> effective_support(const Election& election, const Trace& trace,
                                                            ProjectIndex project, Utility utility);

}  // namespace stoepkrijt::rules
