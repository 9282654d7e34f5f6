// One phase of a count with constraints: what was chosen before, and the election that is left. Inside constraints.cpp
// only.
#pragma once

#include <vector>

#include "rules/constraints.hpp"

namespace stoepkrijt::rules {

/// What has been chosen so far, and what that leaves.
class Progress {
 public:
  explicit Progress(const Election& election);

  void take(ProjectIndex project);
  /// Of all that was taken.
  [[nodiscard]] const Ratio& cost() const noexcept { return cost_; }
  [[nodiscard]] bool taken(ProjectIndex project) const { return taken_[project]; }
  /// Towards the limit of that index.
  [[nodiscard]] const Ratio& spent(std::size_t limit) const { return spent_[limit]; }
  [[nodiscard]] bool excluded(ProjectIndex project) const;

 private:
  const Election& election_;
  std::vector<bool> taken_;
  std::vector<Ratio> spent_;
  Ratio cost_;
};

[[nodiscard]] std::vector<ProjectIndex> every_project(const Election& election);
/// The election of a phase (its kind, name and budget), after what was taken before it.
[[nodiscard]] PhaseElection election_of(const Election& election, const Progress& progress, const Phase& phase);

}  // namespace stoepkrijt::rules
