// Why a plan won or lost, as data. No words here: the screens and the command line make the sentences.
//
// Every claim is verified by counting again: `enough_cost` and `enough_votes` are true statements about reruns of the
// whole rule, with its completion.
// - enough_cost: with this cost, in whole currency units and everything else unchanged, the project is carried; with
// one
//   unit more it is not. (A rule need not be monotone, so there may be other such costs.)
// - enough_votes: with this many extra voters who vote for this project alone, the budget unchanged (so under equal
//   shares everybody's purse is a little smaller), the project is carried; with one fewer it is not.
// Errors: kUnknownId (no such rule or project) and those of the rule.
//
// Example (mockup c): 160 supporters of a 16,000 plan have 9,200 left together: groups {24 × 125, 56 × 75, 80 × 25},
// money_together 9200, shortfall 6800, enough_cost 9200.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/replay.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::rules {

struct Explanation {
  ProjectIndex project = 0;
  bool selected = false;
  WhyOut why = WhyOut::kSelected;
  std::uint64_t votes = 0;
  std::uint32_t turn = 0;  // greedy: its place by votes; equal shares: its round, 0 for losers

  // Equal shares, winners: what each supporter paid who could; others paid all they had.
  Ratio price;
  Ratio effective_votes;
  std::uint64_t paid_price = 0;  // people who paid the price
  std::uint64_t paid_less = 0;   // people who paid less than the price, but something
  /// Equal shares: its supporters by money left; of a winner just after its round, of a loser at the end.
  std::vector<PurseGroup> groups;
  Ratio money_together;  // of the groups
  /// Per cent; winners 100 or more, losers less, or 100 exactly when a tie was lost.
  std::optional<std::int64_t> effective_support;

  Ratio money_then;  // greedy: what was left when its turn came
  Ratio shortfall;   // losers: cost minus money_together (equal shares) or money_then (greedy); never below zero

  // Losers.
  std::optional<Ratio> enough_cost;
  std::optional<std::uint64_t> enough_votes;
};

enum class WhatIf : std::uint8_t {
  kSkip,    ///< leaves out effective_support, enough_cost, enough_votes: no reruns
  kVerify,  ///< some tens of reruns
};

/// `outcome` and `trace` are of tally(rule, election, params, trace).
[[nodiscard]] Result<Explanation> explain(std::string_view rule, const Election& election, const RuleParams& params,
                                          const Trace& trace, ProjectIndex project, WhatIf what_if);

/// Whether the rule carries the project.
[[nodiscard]] Result<bool> carries(std::string_view rule, const Election& election, const RuleParams& params,
                                   ProjectIndex project);
/// The election as it is named in `enough_cost` and `enough_votes`, for anyone who wants to check.
[[nodiscard]] Election with_cost(Election election, ProjectIndex project, const Ratio& cost);
[[nodiscard]] Election with_extra_votes(Election election, ProjectIndex project, std::uint64_t votes);
/// The election as if nobody had voted for the project; everybody still counts as a voter.
[[nodiscard]] Election without_votes_for(Election election, ProjectIndex project);

}  // namespace stoepkrijt::rules
