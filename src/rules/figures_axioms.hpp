// Which guarantees of proportionality an outcome keeps, with a worked example of each that it breaks. Exact.
//
// A project on a ballot counts as approved (figures.hpp). u is cost or cardinality: u(T) is what T costs, or how many
// projects it has. A group S of voters is entitled to |S|·B/n. People on merged ballots count with their number.
// Exclusions, requirements, pots and maxima are not known to these notions: they say what would be fair without them.
//
// - EJR+ up to any project (here for additive utilities in the form that Equal Shares keeps for each u): broken by a
//   project p outside the outcome W and a group S of its supporters when for all of S
//   u_i(W) + u(p) <= |S|·(B/n)·u(p)/cost(p): for its money S deserves that many times p, and not even p itself would
//   bring anybody above it. *Up to one project*: with the best project outside W on the voter's ballot in place of p.
//   In committee elections this is EJR+. Found in one pass per project.
//   Source: Brill, Peters, "Robust and Verifiable Proportionality Axioms for Multiwinner Voting", EC 2023.
// - EJR: broken by a set T of projects and a group S that approves all of T and is entitled to its cost, when for all
// of
//   S u_i(W) < u(T). *Up to one project*: when also u_i(W) + u(a) <= u(T) for every project a on the ballot outside W.
//   Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021.
// - PJR: as EJR, when all that any of S approves in W is together less than u(T). Source: Aziz, Lee, Talmon,
//   "Proportionally Representative Participatory Budgeting", AAMAS 2018; Brill et al., arXiv 2302.03672.
// - Priceable: there are equal purses from which voters pay for chosen projects that they approve, each is paid
// exactly,
//   and no project outside W could be paid from what its supporters have left: they have at most its cost. Source:
//   Peters, Skowron, "Proportionality and the Limits of Welfarism", EC 2020; Brill et al., arXiv 2302.03672.
// EJR, PJR and priceability can take exponential time or large linear programs; when the work limit is reached the
// answer is kNotComputed, never a guess.
//
// Example: 100 euros, 10 voters; 6 approve only p (50) and are entitled to 60. If p is not chosen and they have
// nothing: EJR+ is broken by {p}, 6 people, entitled 60, deserved 60 (cost utility), got 0.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

enum class Finding : std::uint8_t { kHolds, kBroken, kNotComputed };
enum class UpTo : std::uint8_t { kNothing, kAny, kOne };

/// A group that gets less than the axiom promises it.
struct Shortfall {
  std::vector<ProjectIndex> projects;  // ascending: p alone (EJR+), or T
  std::uint64_t people = 0;
  std::vector<std::uint32_t> ballots;  // of the group, ascending
  Ratio entitled;                      // money: people · B / n
  Ratio deserved;                      // utility that the axiom promises
  Ratio got;                           // utility of the best-off in the group; PJR: of all that the group approves in W

  friend bool operator==(const Shortfall&, const Shortfall&) = default;
};

struct AxiomFinding {
  Finding finding = Finding::kNotComputed;
  std::uint64_t broken = 0;        // EJR+: by how many projects; EJR, PJR: by how many sets of projects
  std::optional<Shortfall> worst;  // most people, then the largest gap, then the smallest ids
  std::uint64_t work = 0;          // ballots visited
};

struct AxiomOptions {
  Utility utility = Utility::kCost;  // or kCardinality; others count as kCost
  std::uint64_t work_limit = 20'000'000;
};

/// `up_to`: kAny or kOne (kNothing counts as kAny). Never kNotComputed. Errors: kNoBallots and those of validate().
[[nodiscard]] Result<AxiomFinding> check_ejr_plus(const Election& election, const std::vector<ProjectIndex>& winners,
                                                  UpTo up_to, const AxiomOptions& options);
/// `up_to`: kNothing or kOne (kAny counts as kOne).
[[nodiscard]] Result<AxiomFinding> check_ejr(const Election& election, const std::vector<ProjectIndex>& winners,
                                             UpTo up_to, const AxiomOptions& options);
[[nodiscard]] Result<AxiomFinding> check_pjr(const Election& election, const std::vector<ProjectIndex>& winners,
                                             const AxiomOptions& options);

struct Priceability {
  Finding finding = Finding::kNotComputed;
  Ratio purse;              // of each voter, when it holds
  bool from_trace = false;  // the payments of the count prove it
};

/// First the payments of the trace, if they prove it; else the linear program, exact, within the work limit (numbers
/// changed). `trace` may be of any rule.
[[nodiscard]] Result<Priceability> check_priceable(const Election& election, const Outcome& outcome, const Trace& trace,
                                                   const AxiomOptions& options);

}  // namespace stoepkrijt::rules
