// Exact Equal Shares: as equal shares, but all who pay for a project pay exactly the same.
//
// Every voter starts with B/n. For a project of cost c let V be the largest set of its supporters who can each pay
// c/|V|. Bought is the project with most |V|·u/c (cost utility: most payers; cardinality: the lowest price); V pays
// c/|V| each. A project that no set of supporters can pay is out for good. Supported free projects are bought first, in
// tie order. Because of the equal payments it can be said exactly at which larger budget the outcome first changes:
// Trace::next_budget, where *outcome* means who wins in which order and who pays for what. At every budget in between
// the outcome is the same; 0 when no larger budget changes it.
// Completion::kAdd1 is the exact alternative to Add1: it walks these budgets instead of steps of one unit per voter.
// It starts as Add1 does (add1_start) and stops as Add1 does: when nothing supported fits any more (unless
// Add1Stop::kNever), when everything supported is in, or at the first run that costs more than B, which is dropped.
// Trace::add1_steps counts the budgets walked.
// Defined where all supporters of a project gain the same. The registry offers it on approvals; called as it is, it
// also counts other ballots with an approval utility. Errors: kRuleNotDefined, kNoBallots, kCancelled, kTooLarge after
// a million budgets, and those of validate(). Source: Kraiczy, Robinson, Elkind, "Streamlining Equal Shares", arXiv
// 2502.11797 (rule: algorithm 1; next budget: the certificates of instability of sections 4 and 5).
//
// Example: 9 euros, voters a, b, c with 3 each; p (4) of a and b, q (6) of b and c. Both have two payers who can pay 2
// and 3; with cost utility it is a tie. If p is bought, b has 1 left and q is out; with 3 × 2 more, b has 3 left and q
// is bought too: next_budget is 15.
#pragma once

#include "rules/purses.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::rules {

[[nodiscard]] Result<Outcome> ees(const Election& election, const RuleParams& params, Trace& trace);

/// What every run on the same election shares.
struct EesSetting {
  const Election& election;
  const RuleParams& params;
  Utilities utilities;
  Supporters supporters;
  std::vector<std::uint32_t> ranks;
  std::vector<Bounds> gains;  // by project: factor / cost
  std::uint64_t voters = 0;

  /// Whether `count` payers for a project are better than `other_count` for another, worse, or as good.
  [[nodiscard]] std::strong_ordering compare(ProjectIndex project, std::uint64_t count, ProjectIndex other,
                                             std::uint64_t other_count) const;
};

struct EesRound {
  ProjectIndex project = 0;
  std::vector<std::uint32_t> payers;  // ballots; empty for a free project
  std::uint64_t people = 0;           // of the payers
  std::vector<ProjectIndex> tied;
};

struct EesRun {
  Ratio purse;
  std::vector<EesRound> rounds;
  std::vector<WhyOut> why;  // by project
  Ratio cost;
};

[[nodiscard]] Result<EesRun> run_ees(const EesSetting& setting, const Ratio& purse);
/// How much larger every purse must be for the outcome to change; nothing: no larger purse changes it.
[[nodiscard]] std::optional<Ratio> next_ees_step(const EesSetting& setting, const EesRun& run);

}  // namespace stoepkrijt::rules
