// The rules that spread loads or spend purses, as the papers write them: slow, one person at a time, fractions only.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "rules/reference_rules.hpp"

namespace stoepkrijt::rules::reference {

inline std::vector<ProjectIndex> phragmen(const Election& election) {
  std::vector<Person> people = people_of(election, Ratio(0));  // the purse is the load
  std::vector<ProjectIndex> left;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    if (election.projects[p].cost <= election.budget) left.push_back(p);
  }
  std::sort(left.begin(), left.end(), [&](auto a, auto b) { return id_before(election, a, b); });
  std::vector<ProjectIndex> winners;
  Ratio money = election.budget;
  while (!left.empty()) {
    const auto level = [&](ProjectIndex p) -> std::optional<Ratio> {
      Ratio sum = election.projects[p].cost;
      std::int64_t supporters = 0;
      for (const Person& person : people) {
        if (!person.approves[p]) continue;
        sum += person.purse;
        ++supporters;
      }
      if (supporters == 0) return std::nullopt;
      return sum / Ratio(supporters);
    };
    const auto lower = [&](ProjectIndex a, ProjectIndex b) {
      const auto x = level(a);
      const auto y = level(b);
      return x && (!y || *x < *y);
    };
    const ProjectIndex best = *std::min_element(left.begin(), left.end(), lower);
    for (const ProjectIndex p : left) {
      if (level(p) == level(best) && election.projects[p].cost > money) return winners;
    }
    const auto reached = level(best);
    for (Person& person : people) {
      if (person.approves[best]) person.purse = *reached;
    }
    money -= election.projects[best].cost;
    winners.push_back(best);
    std::erase(left, best);
  }
  return winners;
}

}  // namespace stoepkrijt::rules::reference
