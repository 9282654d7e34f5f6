// The rules as the papers write them, slow and with fractions only: what the fast ones are held against.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules::reference {

struct Person {
  std::vector<bool> approves;
  Ratio purse;
};

inline bool id_before(const Election& election, ProjectIndex a, ProjectIndex b) {
  return election.projects[a].id < election.projects[b].id;
}

inline std::vector<Person> people_of(const Election& election, const Ratio& purse) {
  std::vector<Person> people;
  for (const Ballot& ballot : election.ballots) {
    Person person{std::vector<bool>(election.projects.size(), false), purse};
    for (const ProjectIndex p : ballot.projects) person.approves[p] = true;
    people.insert(people.end(), static_cast<std::size_t>(ballot.count), person);
  }
  return people;
}

/// Least q with sum of min(purse, q) = cost: tries every number of poorest who pay all they have.
inline std::optional<Ratio> price_of(const std::vector<Person>& people, ProjectIndex project, Ratio cost) {
  std::vector<Ratio> purses;
  for (const Person& person : people) {
    if (person.approves[project]) purses.push_back(person.purse);
  }
  std::sort(purses.begin(), purses.end());
  std::size_t left = purses.size();
  for (const Ratio& purse : purses) {
    const Ratio share = cost / Ratio(static_cast<std::int64_t>(left));
    if (share <= purse) return share;
    cost -= purse;
    --left;
  }
  return std::nullopt;
}

inline std::vector<ProjectIndex> equal_shares(const Election& election, const Ratio& purse, Utility utility) {
  std::vector<Person> people = people_of(election, purse);
  std::vector<ProjectIndex> left;
  std::vector<ProjectIndex> winners;
  std::vector<ProjectIndex> by_id;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) by_id.push_back(p);
  std::sort(by_id.begin(), by_id.end(), [&](auto a, auto b) { return id_before(election, a, b); });
  for (const ProjectIndex p : by_id) {
    const bool supported =
        std::any_of(people.begin(), people.end(), [&](const Person& person) { return person.approves[p]; });
    if (!supported) continue;
    (election.projects[p].cost.is_zero() ? winners : left).push_back(p);
  }
  for (;;) {
    std::optional<ProjectIndex> best;
    Ratio best_price;
    Ratio best_rho;
    for (const ProjectIndex p : left) {
      const auto price = price_of(people, p, election.projects[p].cost);
      if (!price) continue;
      const Ratio rho = utility == Utility::kCost ? *price / election.projects[p].cost : *price;
      if (!best || rho < best_rho) {
        best = p;
        best_price = *price;
        best_rho = rho;
      }
    }
    if (!best) return winners;
    for (Person& person : people) {
      if (person.approves[*best]) person.purse -= std::min(person.purse, best_price);
    }
    winners.push_back(*best);
    std::erase(left, *best);
  }
}

inline bool something_fits(const Election& election, const std::vector<ProjectIndex>& winners, bool any_cost) {
  const std::vector<std::uint64_t> votes = count_votes(election);
  const Ratio money = election.budget - total_cost(election, winners);
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    const Ratio& cost = election.projects[p].cost;
    const bool out = std::find(winners.begin(), winners.end(), p) == winners.end();
    if (out && votes[p] > 0 && !cost.is_zero() && (any_cost || cost <= money)) return true;
  }
  return false;
}

inline std::vector<ProjectIndex> add1(const Election& election, const RuleParams& params) {
  Ratio purse = election.budget / Ratio(static_cast<std::int64_t>(count_voters(election)));
  if (params.add1_start == Add1Start::kIntegral) purse = Ratio(purse.floor(), BigInt(1));
  std::vector<ProjectIndex> winners = equal_shares(election, purse, params.utility);
  while (something_fits(election, winners, params.add1_stop == Add1Stop::kNever)) {
    purse += Ratio(1);
    std::vector<ProjectIndex> next = equal_shares(election, purse, params.utility);
    if (total_cost(election, next) > election.budget) break;
    winners = std::move(next);
  }
  return winners;
}

inline std::vector<ProjectIndex> greedy(const Election& election, const RuleParams& params) {
  const std::vector<std::uint64_t> votes = count_votes(election);
  std::vector<ProjectIndex> left;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) left.push_back(p);
  std::vector<ProjectIndex> winners;
  Ratio money = election.budget;
  const auto better = [&](ProjectIndex a, ProjectIndex b) {
    const Ratio x(static_cast<std::int64_t>(votes[a]));
    const Ratio y(static_cast<std::int64_t>(votes[b]));
    const Ratio& cost_a = election.projects[a].cost;
    const Ratio& cost_b = election.projects[b].cost;
    if (params.utility == Utility::kCost) return x != y ? x > y : id_before(election, a, b);
    const bool free_a = cost_a.is_zero() && !x.is_zero();
    const bool free_b = cost_b.is_zero() && !y.is_zero();
    if (free_a != free_b) return free_a;
    // a free project without votes scores nothing
    const Ratio score_a = cost_a.is_zero() ? Ratio(0) : x / cost_a;
    const Ratio score_b = cost_b.is_zero() ? Ratio(0) : y / cost_b;
    return free_a || score_a == score_b ? id_before(election, a, b) : score_a > score_b;
  };
  while (!left.empty()) {
    const auto best = std::min_element(left.begin(), left.end(), better);
    const ProjectIndex p = *best;
    left.erase(best);
    if (votes[p] < params.min_votes || election.projects[p].cost > money) continue;
    money -= election.projects[p].cost;
    winners.push_back(p);
  }
  return winners;
}

}  // namespace stoepkrijt::rules::reference
