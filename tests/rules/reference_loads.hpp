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

/// The largest cost per voter of any subset that holds the last project; nothing when nobody approves it.
inline std::optional<Ratio> load_of(const Election& election, const std::vector<Person>& people,
                                    const std::vector<ProjectIndex>& set) {
  std::optional<Ratio> most;
  for (std::uint32_t mask = 1; mask < (1U << set.size()); ++mask) {
    Ratio cost;
    std::int64_t voters = 0;
    for (std::size_t i = 0; i < set.size(); ++i) {
      if ((mask >> i & 1U) != 0) cost += election.projects[set[i]].cost;
    }
    for (const Person& person : people) {
      bool in = false;
      for (std::size_t i = 0; i < set.size(); ++i) in = in || ((mask >> i & 1U) != 0 && person.approves[set[i]]);
      voters += in ? 1 : 0;
    }
    if (voters == 0) return std::nullopt;
    most = std::max(most.value_or(Ratio(0)), cost / Ratio(voters));
  }
  return most;
}

inline std::vector<ProjectIndex> by_id(const Election& election) {
  std::vector<ProjectIndex> all;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) all.push_back(p);
  std::sort(all.begin(), all.end(), [&](auto a, auto b) { return id_before(election, a, b); });
  return all;
}

inline std::vector<ProjectIndex> maximin_support(const Election& election) {
  const std::vector<Person> people = people_of(election, Ratio(0));
  std::vector<ProjectIndex> left = by_id(election);
  std::vector<ProjectIndex> winners;
  std::vector<ProjectIndex> carried;  // those that somebody approves
  Ratio money = election.budget;
  for (;;) {
    std::erase_if(left, [&](ProjectIndex p) { return election.projects[p].cost > money; });
    if (left.empty()) return winners;
    std::optional<ProjectIndex> best;
    std::optional<Ratio> lowest;
    for (const ProjectIndex p : left) {
      std::vector<ProjectIndex> set = carried;
      set.push_back(p);
      const std::optional<Ratio> load = load_of(election, people, set);
      if (load && (!lowest || *load < *lowest)) {
        best = p;
        lowest = load;
      }
    }
    if (best) carried.push_back(*best);
    winners.push_back(best.value_or(left.front()));
    money -= election.projects[winners.back()].cost;
    std::erase(left, winners.back());
  }
}

/// One voter with points or ranks by project; 0: not on the ballot.
struct Giver {
  std::vector<std::int64_t> points;
  std::vector<std::int64_t> rank;
  std::vector<Ratio> gifts;
  Ratio purse;
};

inline std::vector<Giver> givers_of(const Election& election) {
  std::vector<Giver> out;
  const std::size_t count = election.projects.size();
  const Ratio purse = election.budget / Ratio(static_cast<std::int64_t>(count_voters(election)));
  for (const Ballot& ballot : election.ballots) {
    Giver giver{std::vector<std::int64_t>(count, 0), std::vector<std::int64_t>(count, 0), std::vector<Ratio>(count),
                purse};
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      const ProjectIndex p = ballot.projects[i];
      if (!ballot.points.empty()) giver.points[p] = ballot.points[i];
      giver.rank[p] = election.type == BallotType::kOrdinal ? static_cast<std::int64_t>(i) + 1 : 1;
    }
    if (!ballot.points.empty()) {
      for (const ProjectIndex p : ballot.projects) {
        giver.rank[p] = giver.points[p] == 0 ? 0 : 1;
        for (const ProjectIndex q : ballot.projects) {
          if (giver.points[p] > 0 && giver.points[q] > giver.points[p]) ++giver.rank[p];
        }
      }
    }
    out.insert(out.end(), static_cast<std::size_t>(ballot.count), giver);
  }
  return out;
}

inline std::vector<ProjectIndex> expanding_approvals(const Election& election) {
  std::vector<Giver> givers = givers_of(election);
  std::vector<ProjectIndex> left = by_id(election);
  std::vector<ProjectIndex> winners;
  for (std::int64_t j = 1; j <= static_cast<std::int64_t>(election.projects.size()); ++j) {
    for (bool again = true; again;) {
      again = false;
      for (const ProjectIndex p : left) {
        std::vector<Person> people;
        for (const Giver& giver : givers) {
          const bool supports = giver.rank[p] > 0 && giver.rank[p] <= j;
          people.push_back({{supports}, giver.purse});
        }
        const bool any = std::any_of(people.begin(), people.end(), [](const Person& x) { return x.approves[0]; });
        const auto price = price_of(people, 0, election.projects[p].cost);
        if (!any || !price) continue;
        for (std::size_t i = 0; i < givers.size(); ++i) {
          if (people[i].approves[0]) givers[i].purse -= std::min(givers[i].purse, *price);
        }
        winners.push_back(p);
        std::erase(left, p);
        again = true;
        break;
      }
    }
  }
  return winners;
}

inline std::vector<ProjectIndex> vouchers(const Election& election) {
  std::vector<Giver> givers = givers_of(election);
  const Ratio purse = givers.front().purse;
  std::int64_t most = election.vouchers;
  for (const Giver& giver : givers) {
    std::int64_t sum = 0;
    for (const std::int64_t points : giver.points) sum += points;
    if (election.vouchers == 0) most = std::max(most, sum);
  }
  for (Giver& giver : givers) {
    std::int64_t sum = 0;
    for (const std::int64_t points : giver.points) sum += points;
    for (std::size_t p = 0; p < giver.gifts.size(); ++p) {
      if (sum > 0) giver.gifts[p] = purse * Ratio(giver.points[p], std::max(sum, most));
    }
  }
  std::vector<ProjectIndex> winners;
  std::vector<ProjectIndex> left = by_id(election);
  std::erase_if(left, [&](ProjectIndex p) {
    return std::all_of(givers.begin(), givers.end(), [&](const Giver& giver) { return giver.points[p] == 0; });
  });
  const auto worth = [&](ProjectIndex p) {
    Ratio sum;
    for (const Giver& giver : givers) sum += giver.gifts[p];
    return sum;
  };
  const auto more = [&](ProjectIndex a, ProjectIndex b) {
    const Ratio& x = election.projects[a].cost;
    const Ratio& y = election.projects[b].cost;
    if (x.is_zero() || y.is_zero()) return x.is_zero() && !y.is_zero();
    return worth(a) / x > worth(b) / y;
  };
  std::vector<ProjectIndex> carried;
  for (const ProjectIndex p : left) {
    if (worth(p) >= election.projects[p].cost) carried.push_back(p);
  }
  std::stable_sort(carried.begin(), carried.end(), more);
  for (const ProjectIndex p : carried) {
    const Ratio held = worth(p);
    if (!held.is_zero()) {
      for (Giver& giver : givers) giver.purse -= giver.gifts[p] * election.projects[p].cost / held;
    }
    winners.push_back(p);
    std::erase(left, p);
  }
  for (;;) {
    std::optional<ProjectIndex> best;
    Ratio lowest;
    for (const ProjectIndex p : left) {
      std::vector<std::pair<Ratio, Ratio>> supporters;  // purse per point, points
      Ratio cost = election.projects[p].cost;
      Ratio points;
      for (const Giver& giver : givers) {
        if (giver.points[p] == 0 || giver.purse.is_zero()) continue;
        supporters.emplace_back(giver.purse / Ratio(giver.points[p]), Ratio(giver.points[p]));
        points += supporters.back().second;
      }
      std::sort(supporters.begin(), supporters.end());
      for (const auto& [each, weight] : supporters) {
        if (cost / points <= each) {
          if (!best || cost / points < lowest) {
            best = p;
            lowest = cost / points;
          }
          break;
        }
        cost -= each * weight;
        points -= weight;
      }
    }
    if (!best) return winners;
    for (Giver& giver : givers) giver.purse -= std::min(giver.purse, lowest * Ratio(giver.points[*best]));
    winners.push_back(*best);
    std::erase(left, *best);
  }
}

/// CSTV with every gift of every voter kept on its own.
class Cstv {
 public:
  Cstv(const Election& election, CstvVariant variant) : election_(election), variant_(variant) {
    givers_ = givers_of(election);
    for (Giver& giver : givers_) {
      std::int64_t sum = 0;
      for (const std::int64_t points : giver.points) sum += points;
      for (std::size_t p = 0; p < giver.gifts.size(); ++p) {
        if (sum > 0) giver.gifts[p] = giver.purse * Ratio(giver.points[p], sum);
      }
    }
    left_ = by_id(election);
  }

  std::vector<ProjectIndex> run() {
    const bool transfer =
        variant_ == CstvVariant::kMt || variant_ == CstvVariant::kMtc || variant_ == CstvVariant::kMts;
    while (!left_.empty()) {
      std::vector<ProjectIndex> eligible = left_;
      std::erase_if(eligible, [&](ProjectIndex p) { return !given(p) || support(p) < election_.projects[p].cost; });
      if (eligible.empty() && !transfer) {
        eliminate(worst());
        continue;
      }
      if (eligible.empty()) {
        for (const ProjectIndex p : std::vector<ProjectIndex>(left_)) {
          if (held(p) >= election_.projects[p].cost && given(p)) continue;
          out_.push_back(p);
          std::erase(left_, p);
        }
        if (left_.empty()) break;
        bring_together(best(left_));
        continue;
      }
      fund(best(eligible));
    }
    Ratio money = election_.budget - total_cost(election_, winners_);
    std::reverse(out_.begin(), out_.end());
    while (!out_.empty()) {
      const ProjectIndex p = transfer ? best(out_) : out_.front();
      std::erase(out_, p);
      if (election_.projects[p].cost > money) continue;
      money -= election_.projects[p].cost;
      winners_.push_back(p);
    }
    return winners_;
  }

 private:
  Ratio support(ProjectIndex p) const {
    Ratio sum;
    for (const Giver& giver : givers_) sum += giver.gifts[p];
    return sum;
  }
  static Ratio all(const Giver& giver) {
    Ratio sum;
    for (const Ratio& gift : giver.gifts) sum += gift;
    return sum;
  }
  bool given(ProjectIndex p) const {
    return std::any_of(givers_.begin(), givers_.end(), [&](const Giver& giver) { return giver.points[p] > 0; });
  }
  Ratio held(ProjectIndex p) const {
    Ratio sum;
    for (const Giver& giver : givers_) {
      if (giver.points[p] > 0) sum += all(giver);
    }
    return sum;
  }
  /// Larger is better; free projects that are given to before all, those that are not after all.
  std::pair<int, Ratio> measure(ProjectIndex p) const {
    const Ratio& cost = election_.projects[p].cost;
    if (variant_ == CstvVariant::kEwts || variant_ == CstvVariant::kMts) return {0, support(p)};
    if (variant_ == CstvVariant::kEwt || variant_ == CstvVariant::kMt) return {0, support(p) - cost};
    if (cost.is_zero()) return {given(p) ? 1 : -1, Ratio(0)};
    return {0, support(p) / cost};
  }
  ProjectIndex best(std::vector<ProjectIndex> among) const {
    std::sort(among.begin(), among.end(), [&](auto a, auto b) { return id_before(election_, a, b); });
    return *std::max_element(among.begin(), among.end(), [&](auto a, auto b) { return measure(a) < measure(b); });
  }
  ProjectIndex worst() const {  // of equals the last
    ProjectIndex found = left_.front();
    for (const ProjectIndex p : left_) {
      if (measure(p) <= measure(found)) found = p;
    }
    return found;
  }
  static void move_on(Giver& giver, ProjectIndex p, Ratio amount) {
    giver.gifts[p] = Ratio(0);
    const Ratio rest = all(giver);
    if (rest.is_zero()) return;
    for (Ratio& gift : giver.gifts) gift += amount * gift / rest;
  }
  void eliminate(ProjectIndex p) {
    for (Giver& giver : givers_) move_on(giver, p, giver.gifts[p]);
    std::erase(left_, p);
    out_.push_back(p);
  }
  void fund(ProjectIndex p) {
    const Ratio cost = election_.projects[p].cost;
    Ratio alone;
    for (const Giver& giver : givers_) {
      if (all(giver) == giver.gifts[p]) alone += giver.gifts[p];
    }
    const Ratio others = support(p) - alone;
    const Ratio part = alone >= cost || others.is_zero() ? Ratio(0) : (cost - alone) / others;
    for (Giver& giver : givers_) {
      if (all(giver) == giver.gifts[p]) {
        giver.gifts[p] = Ratio(0);
      } else {
        move_on(giver, p, giver.gifts[p] * (Ratio(1) - part));
      }
    }
    winners_.push_back(p);
    std::erase(left_, p);
  }
  void bring_together(ProjectIndex p) {
    Ratio cost = election_.projects[p].cost;
    Ratio raised = support(p);
    std::vector<bool> everything(givers_.size(), false);
    for (bool again = true; again;) {
      again = false;
      for (std::size_t i = 0; i < givers_.size(); ++i) {
        const Giver& giver = givers_[i];
        if (everything[i] || giver.gifts[p].is_zero() || giver.gifts[p] * cost <= all(giver) * raised) continue;
        everything[i] = again = true;
        cost -= all(giver);
        raised -= giver.gifts[p];
      }
    }
    for (std::size_t i = 0; i < givers_.size(); ++i) {
      Giver& giver = givers_[i];
      if (giver.gifts[p].is_zero()) continue;
      const Ratio total = all(giver);
      const Ratio pays = everything[i] ? total : giver.gifts[p] * cost / raised;
      giver.gifts[p] = Ratio(0);
      const Ratio rest = all(giver);
      for (Ratio& gift : giver.gifts) gift = rest.is_zero() ? Ratio(0) : gift * (total - pays) / rest;
    }
    winners_.push_back(p);
    std::erase(left_, p);
  }

  const Election& election_;
  CstvVariant variant_;
  std::vector<Giver> givers_;
  std::vector<ProjectIndex> left_;
  std::vector<ProjectIndex> out_;
  std::vector<ProjectIndex> winners_;
};

}  // namespace stoepkrijt::rules::reference
