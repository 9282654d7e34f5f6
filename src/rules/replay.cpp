#include "rules/replay.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace stoepkrijt::rules {

namespace {

/// Rounds (from 0) of the winners on a ballot, ascending, with the number of people.
using Histories = std::map<std::vector<std::uint32_t>, std::uint64_t>;

Histories histories_of(const Election& election, const Trace& trace, ProjectIndex project, std::size_t rounds) {
  std::vector<std::uint32_t> round_of(election.projects.size(), static_cast<std::uint32_t>(rounds));
  for (std::uint32_t r = 0; r < rounds; ++r) round_of[trace.rounds[r].project] = r;
  Histories histories;
  for (const Ballot& ballot : election.ballots) {
    if (std::find(ballot.projects.begin(), ballot.projects.end(), project) == ballot.projects.end()) continue;
    std::vector<std::uint32_t> history;
    for (const ProjectIndex p : ballot.projects) {
      if (round_of[p] < rounds) history.push_back(round_of[p]);
    }
    std::sort(history.begin(), history.end());
    histories[std::move(history)] += ballot.count;
  }
  return histories;
}

Ratio people_ratio(std::uint64_t people) { return Ratio(BigInt::from_unsigned(people), BigInt(1)); }

/// Several ways of paying that leave the same: the average payment per project, in order of selection.
void merge_group(PurseGroup& into, const PurseGroup& other, const std::vector<std::uint32_t>& round_of) {
  if (into.paid == other.paid && into.same_payments && other.same_payments) {
    into.people += other.people;
    return;
  }
  into.same_payments = false;
  const Ratio a = people_ratio(into.people);
  const Ratio b = people_ratio(other.people);
  for (Payment& payment : into.paid) payment.amount *= a / (a + b);
  for (const Payment& payment : other.paid) {
    const Ratio amount = payment.amount * b / (a + b);
    const auto same = std::find_if(into.paid.begin(), into.paid.end(),
                                   [&](const Payment& mine) { return mine.project == payment.project; });
    if (same != into.paid.end()) {
      same->amount += amount;
    } else {
      into.paid.push_back({payment.project, amount});
    }
  }
  std::sort(into.paid.begin(), into.paid.end(),
            [&](const Payment& x, const Payment& y) { return round_of[x.project] < round_of[y.project]; });
  into.people += other.people;
}

}  // namespace

std::vector<PurseGroup> purse_groups(const Election& election, const Trace& trace, ProjectIndex project,
                                     std::size_t rounds) {
  rounds = std::min(rounds, trace.rounds.size());
  std::vector<std::uint32_t> round_of(election.projects.size(), 0);
  for (std::uint32_t r = 0; r < rounds; ++r) round_of[trace.rounds[r].project] = r;
  std::vector<PurseGroup> all;
  for (const auto& [history, people] : histories_of(election, trace, project, rounds)) {
    PurseGroup group;
    group.people = people;
    group.left = trace.purse;
    for (const std::uint32_t r : history) {
      const Ratio amount = std::min(group.left, trace.rounds[r].price);
      if (amount.is_zero()) continue;
      group.left -= amount;
      group.paid.push_back({trace.rounds[r].project, amount});
    }
    all.push_back(std::move(group));
  }
  // Groups that leave the same are merged below, in any order with the same result.
  std::sort(all.begin(), all.end(), [](const PurseGroup& a, const PurseGroup& b) { return a.left > b.left; });
  std::vector<PurseGroup> groups;
  for (PurseGroup& group : all) {
    if (!groups.empty() && groups.back().left == group.left) {
      merge_group(groups.back(), group, round_of);
    } else {
      groups.push_back(std::move(group));
    }
  }
  return groups;
}

Ratio money_of(const std::vector<PurseGroup>& groups) {
  Ratio sum;
  for (const PurseGroup& group : groups) sum += group.left * people_ratio(group.people);
  return sum;
}

std::optional<std::int64_t> effective_support(const Election& election, const Trace& trace, ProjectIndex project,
                                              Utility utility) {
  const Ratio& cost = election.projects[project].cost;
  if (cost.is_zero()) return std::nullopt;
  const std::size_t rounds = trace.rounds.size();
  std::vector<Ratio> together(rounds + 1);
  for (const auto& [history, people] : histories_of(election, trace, project, rounds)) {
    Ratio purse = trace.purse;
    std::size_t next = 0;
    for (std::size_t r = 0; r <= rounds; ++r) {
      Ratio offered = purse;
      if (r < rounds) {
        const Round& round = trace.rounds[r];
        const Ratio& their_cost = election.projects[round.project].cost;
        Ratio terms = round.price;  // what one pays per unit of utility, times the utility of the project
        if (utility == Utility::kCost && !their_cost.is_zero()) terms = terms / their_cost * cost;
        offered = std::min(purse, terms);
      }
      together[r] += offered * people_ratio(people);
      if (next < history.size() && history[next] == r) {
        purse -= std::min(purse, trace.rounds[r].price);
        ++next;
      }
    }
  }
  const Ratio most = *std::max_element(together.begin(), together.end());
  return (most * Ratio(100) / cost).floor().to_int64();
}

}  // namespace stoepkrijt::rules
