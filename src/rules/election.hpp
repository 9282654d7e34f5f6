// An election as the voting rules see it: projects with exact costs, ballots with multiplicity, a budget.
//
// Amounts are in currency units (euros), exact. A ballot with no projects is a blank vote: it counts as a voter.
// Order never matters: a rule gives the same outcome for the ballots in any order, merged or not.
// Errors of validate(): kNegative, kUnknownId (an index outside the projects), kDuplicateId, kOverflow (more than
// 2^40 ballots).
//
// Example: Election e; e.budget = 100; e.projects = {{.id = "1", .name = "", .cost = 60}}; add_ballot(e, {0}, 3);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ratio.hpp"
#include "base/result.hpp"

namespace stoepkrijt::rules {

using ProjectIndex = std::uint32_t;

struct Project {
  std::string id;
  std::string name;
  Ratio cost;                                // what is asked of the budget: cofunding is deducted already
  std::vector<std::string> categories;       // themes
  std::string area;                          // buurt; empty: the whole wijk
  Ratio cofunding = {};                      // paid by others beforehand; only shown
  std::vector<ProjectIndex> excludes = {};   // at most one of the two is chosen; holds both ways
  std::vector<ProjectIndex> requires_ = {};  // chosen only when all of these are
  std::optional<Ratio> least_cost = {};      // the owner can do it smaller, for at least this much
};

/// A share of the budget for one theme or buurt. A project belongs to the first pot that names its category or area.
struct Pot {
  std::string name;
  bool area = false;  // `name` is a buurt, else a theme
  Ratio budget;
};

/// Spending per theme or buurt, over the whole election.
struct CategoryLimit {
  std::string name;
  bool area = false;
  std::optional<Ratio> least;
  std::optional<Ratio> most;
};

/// What a municipality asks beyond the papers (constraints.hpp). Empty: the plain rule.
struct Constraints {
  std::vector<Pot> pots;  // together at most the budget; what is left of the budget and the pots is for the whole wijk
  std::vector<CategoryLimit> limits;
  bool part_funding = false;  // the last plan may be carried out smaller where its owner agreed

  [[nodiscard]] bool empty() const noexcept { return pots.empty() && limits.empty() && !part_funding; }
};

enum class BallotType : std::uint8_t {
  kApproval,    ///< also choose-1 and knapsack: `projects` ascending, `points` empty
  kCumulative,  ///< points with a bounded sum: `points` parallel to `projects`
  kScoring,     ///< points each
  kOrdinal,     ///< `projects` in order of preference, best first
};

struct Ballot {
  std::vector<ProjectIndex> projects;
  std::vector<std::int64_t> points;  // in 1/Election::points_unit
  std::uint64_t count = 1;           // how many people cast exactly this ballot

  friend bool operator==(const Ballot&, const Ballot&) = default;
};

struct Election {
  BallotType type = BallotType::kApproval;
  Ratio budget;
  std::vector<Project> projects;
  std::vector<Ballot> ballots;
  std::int64_t points_unit = 1;
  // Points that each person could give out in all, in 1/points_unit; 0: unknown, then the most that any ballot gives.
  std::int64_t vouchers = 0;
  Ratio score_threshold;  // of the greedy rule with threshold (min_project_score_threshold)
  Constraints constraints;
};

/// Adds an approval ballot; its projects may be in any order, repeats count once.
void add_ballot(Election& election, std::vector<ProjectIndex> projects, std::uint64_t count = 1);
/// Sorts the ballots and makes equal ones one with the sum of their counts: the canonical form.
void merge_ballots(Election& election);
[[nodiscard]] Result<void> validate(const Election& election);

/// People who voted, blank votes included.
[[nodiscard]] std::uint64_t count_voters(const Election& election);
/// People per project who have it on their ballot.
[[nodiscard]] std::vector<std::uint64_t> count_votes(const Election& election);
[[nodiscard]] Ratio total_cost(const Election& election, const std::vector<ProjectIndex>& projects);

}  // namespace stoepkrijt::rules
