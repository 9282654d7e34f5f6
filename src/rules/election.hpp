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
#include <string>
#include <vector>

#include "base/ratio.hpp"
#include "base/result.hpp"

namespace stoepkrijt::rules {

using ProjectIndex = std::uint32_t;

struct Project {
  std::string id;
  std::string name;
  Ratio cost;
  std::vector<std::string> categories;  // themes
  std::string area;                     // buurt; empty: the whole wijk
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
