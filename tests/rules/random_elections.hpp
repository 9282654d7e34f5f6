// Random elections for property tests: small, with ties, poor voters, blank votes, decimals, free and dear projects.
#pragma once

#include <string>
#include <vector>

#include "base/random.hpp"
#include "rules/election.hpp"

namespace stoepkrijt::rules {

inline Election random_election(std::uint64_t seed) {
  Random random(seed);
  Election election;
  const std::int64_t projects = random.between(1, 9);
  const std::int64_t ballots = random.between(1, 14);
  const bool decimals = random.chance(1, 3);
  const std::int64_t grain = random.chance(1, 2) ? 1 : 10;  // coarse costs make ties
  const auto amount = [&](std::int64_t low, std::int64_t high) {
    const Ratio whole(random.between(low, high) * grain);
    return decimals ? whole + Ratio(BigInt(random.between(0, 99)), BigInt(100)) : whole;
  };
  election.budget = amount(0, 120);
  for (std::int64_t p = 0; p < projects; ++p) {
    Project project;
    project.id = std::to_string(p * 7 % 11);
    project.cost = random.chance(1, 12) ? Ratio(0) : amount(1, random.chance(1, 8) ? 200 : 40);
    project.categories = {random.chance(1, 2) ? "green" : "play"};
    election.projects.push_back(project);
  }
  for (std::int64_t b = 0; b < ballots; ++b) {
    std::vector<ProjectIndex> approved;
    const std::uint64_t density = 1 + random.below(4);
    for (ProjectIndex p = 0; p < static_cast<ProjectIndex>(projects); ++p) {
      if (random.chance(density, 6)) approved.push_back(p);
    }
    add_ballot(election, approved, static_cast<std::uint64_t>(random.between(1, 6)));
  }
  return election;
}

/// The same election with every person on a ballot of their own, in an order drawn by the seed.
inline Election shuffled_people(const Election& election, std::uint64_t seed) {
  Random random(seed);
  Election out = election;
  out.ballots.clear();
  for (const Ballot& ballot : election.ballots) {
    for (std::uint64_t i = 0; i < ballot.count; ++i) add_ballot(out, ballot.projects);
  }
  for (std::size_t i = out.ballots.size(); i > 1; --i) std::swap(out.ballots[i - 1], out.ballots[random.index(i)]);
  return out;
}

}  // namespace stoepkrijt::rules
