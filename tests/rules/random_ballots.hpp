// Random elections on every form of ballot, some with exclusions, requirements and maxima per theme.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/random_elections.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {

/// One of the forms of ballot on which the rule is defined.
inline BallotType random_type(const RuleEntry& rule, Random& random) {
  std::vector<BallotType> types;
  if ((rule.ballots & kOnApprovals) != 0) types.push_back(BallotType::kApproval);
  if ((rule.ballots & kOnPoints) != 0) {
    types.push_back(BallotType::kCumulative);
    types.push_back(BallotType::kScoring);
  }
  if ((rule.ballots & kOnRankings) != 0) types.push_back(BallotType::kOrdinal);
  return types[random.index(types.size())];
}

inline void add_limits(Election& election, Random& random) {
  const auto any = [&] { return static_cast<ProjectIndex>(random.index(election.projects.size())); };
  if (election.projects.size() < 2) return;
  for (int i = 0; i < 2; ++i) {
    const ProjectIndex a = any();
    const ProjectIndex b = any();
    if (a == b) continue;
    if (random.chance(1, 2)) {
      election.projects[a].excludes.push_back(b);
    } else {
      election.projects[a].requires_.push_back(b);
    }
  }
  for (Project& project : election.projects) {
    std::sort(project.excludes.begin(), project.excludes.end());
    project.excludes.erase(std::unique(project.excludes.begin(), project.excludes.end()), project.excludes.end());
    std::sort(project.requires_.begin(), project.requires_.end());
    project.requires_.erase(std::unique(project.requires_.begin(), project.requires_.end()), project.requires_.end());
  }
  election.constraints.limits.push_back({"green", false, std::nullopt, election.budget / Ratio(2)});
}

/// A pot, a minimum and part funding: a count in phases.
inline void add_phases(Election& election, Random& random) {
  const Ratio third = election.budget / Ratio(3);
  if (random.chance(1, 2)) election.constraints.pots.push_back({"green", false, third});
  if (random.chance(1, 2)) election.constraints.limits.push_back({"south", true, third, std::nullopt});
  election.constraints.part_funding = random.chance(1, 2);
  for (Project& project : election.projects) {
    if (random.chance(1, 2)) project.least_cost = project.cost / Ratio(2);
  }
}

inline Election random_election_of(BallotType type, std::uint64_t seed, bool limits) {
  Election election = random_election(seed);
  Random random(seed + 1'000'003);
  election.type = type;
  election.score_threshold = Ratio(random.between(0, 8));
  for (Project& project : election.projects) project.area = random.chance(1, 2) ? "north" : "south";
  if (election.budget.is_zero()) election.budget = Ratio(50);
  for (Ballot& ballot : election.ballots) {
    if (type == BallotType::kCumulative || type == BallotType::kScoring) {
      for (std::size_t i = 0; i < ballot.projects.size(); ++i) ballot.points.push_back(random.between(0, 5));
    } else if (type == BallotType::kOrdinal) {
      for (std::size_t i = ballot.projects.size(); i > 1; --i) {
        std::swap(ballot.projects[i - 1], ballot.projects[random.index(i)]);
      }
    }
  }
  if (limits) add_limits(election, random);
  return election;
}

}  // namespace stoepkrijt::rules
