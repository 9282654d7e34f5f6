// BOS, FrES and EES as they are defined, person by person, with fractions only: what the fast ones are held against.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "rules/rule.hpp"
#include "rules/ties.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules::reference {

struct Spender {
  std::vector<Ratio> weight;  // by project; 0: no supporter
  Ratio purse;
};

/// A selection with what each person pays.
struct Bought {
  ProjectIndex project = 0;
  std::vector<Ratio> paid;  // by person

  friend bool operator==(const Bought&, const Bought&) = default;
};

inline std::vector<Spender> spenders(const Election& election, const Utilities& utilities, const Ratio& purse) {
  std::vector<Spender> people;
  for (std::size_t b = 0; b < election.ballots.size(); ++b) {
    Spender person{std::vector<Ratio>(election.projects.size()), purse};
    for (std::size_t i = 0; i < election.ballots[b].projects.size(); ++i) {
      person.weight[election.ballots[b].projects[i]] = utilities.weight(b, i);
    }
    people.insert(people.end(), static_cast<std::size_t>(election.ballots[b].count), person);
  }
  return people;
}

inline Ratio purse_of(const Election& election) {
  return election.budget / Ratio(static_cast<std::int64_t>(count_voters(election)));
}

/// Supported free projects in tie order, as selections for which nobody pays.
inline std::vector<Bought> free_ones(const Election& election, const std::vector<Spender>& people,
                                     const std::vector<std::uint32_t>& ranks, std::vector<ProjectIndex>& left) {
  std::vector<Bought> out;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    if (std::all_of(people.begin(), people.end(), [&](const Spender& s) { return s.weight[p].is_zero(); })) continue;
    if (election.projects[p].cost.is_zero()) {
      out.push_back({p, std::vector<Ratio>(people.size())});
    } else {
      left.push_back(p);
    }
  }
  std::sort(out.begin(), out.end(),
            [&](const Bought& a, const Bought& b) { return ranks[a.project] < ranks[b.project]; });
  return out;
}

inline Ratio collected(const std::vector<Spender>& people, ProjectIndex p, const Ratio& q) {
  Ratio sum;
  for (const Spender& s : people) sum += std::min(s.purse, q * s.weight[p]);
  return sum;
}

/// All q that the definition of BOS looks at: where one more supporter pays all, and where the whole cost is collected.
inline std::vector<Ratio> bos_prices(const std::vector<Spender>& people, ProjectIndex p, const Ratio& cost) {
  std::vector<Ratio> ratios;
  for (const Spender& s : people) {
    if (!s.weight[p].is_zero() && !s.purse.is_zero()) ratios.push_back(s.purse / s.weight[p]);
  }
  std::sort(ratios.begin(), ratios.end());
  std::vector<Ratio> out = ratios;
  Ratio below;
  for (const Ratio& ratio : ratios) {
    const Ratio above = collected(people, p, ratio);
    if (above >= cost) {  // linear between two neighbours
      const Ratio least = collected(people, p, below);
      out.push_back(below + (cost - least) * (ratio - below) / (above - least));
      break;
    }
    below = ratio;
  }
  return out;
}

inline std::vector<Bought> bos(const Election& election, const RuleParams& params) {
  const Utilities utilities = utilities_of(election, resolve_utility(election, params.utility)).value();
  std::vector<Spender> people = spenders(election, utilities, purse_of(election));
  const std::vector<std::uint32_t> ranks = tie_ranks(election, params);
  std::vector<ProjectIndex> left;
  std::vector<Bought> out = free_ones(election, people, ranks, left);
  Ratio money = election.budget;
  for (;;) {
    std::optional<ProjectIndex> best;
    Ratio best_score;
    Ratio best_price;
    for (const ProjectIndex p : left) {
      const Ratio& cost = election.projects[p].cost;
      if (cost > money) continue;
      for (const Ratio& q : bos_prices(people, p, cost)) {
        const Ratio alpha = std::min(Ratio(1), collected(people, p, q) / cost);
        const Ratio price = q / alpha;
        const Ratio score = price / alpha;
        bool better = !best;
        if (best) {
          const auto order = compare_products(score, utilities.factors[*best], best_score, utilities.factors[p]);
          better = order < 0 || (order == 0 && (p == *best ? price > best_price : ranks[p] < ranks[*best]));
        }
        if (!better) continue;
        best = p;
        best_score = score;
        best_price = price;
      }
    }
    if (!best) return out;
    Bought bought{*best, {}};
    for (Spender& s : people) {
      bought.paid.push_back(std::min(s.purse, best_price * s.weight[*best]));
      s.purse -= bought.paid.back();
    }
    out.push_back(bought);
    money -= election.projects[*best].cost;
    std::erase(left, *best);
  }
}

struct Fractions {
  std::vector<Ratio> parts;         // by project
  std::vector<ProjectIndex> whole;  // in the order in which they became so
};

inline Fractions fres_parts(const Election& election, const RuleParams& params) {
  const Utilities utilities = utilities_of(election, resolve_utility(election, params.utility)).value();
  std::vector<Spender> people = spenders(election, utilities, purse_of(election));
  const std::vector<std::uint32_t> ranks = tie_ranks(election, params);
  std::vector<ProjectIndex> left;
  Fractions out;
  out.parts.resize(election.projects.size());
  for (const Bought& free : free_ones(election, people, ranks, left)) {
    out.parts[free.project] = Ratio(1);
    out.whole.push_back(free.project);
  }
  std::erase_if(left, [&](ProjectIndex p) { return election.projects[p].cost > election.budget; });
  const auto weight = [&](ProjectIndex p) {
    Ratio sum;
    for (const Spender& s : people) sum += s.purse.is_zero() ? Ratio(0) : s.weight[p];
    return sum;
  };
  for (;;) {
    std::optional<ProjectIndex> best;
    for (const ProjectIndex p : left) {
      if (out.parts[p] == Ratio(1) || weight(p).is_zero()) continue;
      if (!best) {
        best = p;
        continue;
      }
      const auto order = compare_products(weight(p) / election.projects[p].cost, utilities.factors[p],
                                          weight(*best) / election.projects[*best].cost, utilities.factors[*best]);
      if (order > 0 || (order == 0 && ranks[p] < ranks[*best])) best = p;
    }
    if (!best) return out;
    const Ratio& cost = election.projects[*best].cost;
    const Ratio all = weight(*best);
    Ratio fraction = Ratio(1) - out.parts[*best];
    for (const Spender& s : people) {
      if (!s.purse.is_zero() && !s.weight[*best].is_zero()) {
        fraction = std::min(fraction, s.purse * all / (s.weight[*best] * cost));
      }
    }
    for (Spender& s : people) {
      if (!s.purse.is_zero()) s.purse -= fraction * cost * s.weight[*best] / all;
    }
    out.parts[*best] += fraction;
    if (out.parts[*best] == Ratio(1)) out.whole.push_back(*best);
  }
}

inline std::vector<ProjectIndex> fres(const Election& election, const RuleParams& params) {
  const Fractions fractions = fres_parts(election, params);
  const std::vector<std::uint32_t> ranks = tie_ranks(election, params);
  std::vector<ProjectIndex> winners = fractions.whole;
  std::vector<ProjectIndex> rest;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    if (!fractions.parts[p].is_zero() && fractions.parts[p] != Ratio(1)) rest.push_back(p);
  }
  std::sort(rest.begin(), rest.end(), [&](ProjectIndex a, ProjectIndex b) {
    if (fractions.parts[a] != fractions.parts[b]) return fractions.parts[a] > fractions.parts[b];
    return ranks[a] < ranks[b];
  });
  for (const ProjectIndex p : rest) {
    if (total_cost(election, winners) + election.projects[p].cost <= election.budget) winners.push_back(p);
  }
  return winners;
}

inline std::vector<Bought> ees(const Election& election, const RuleParams& params, const Ratio& purse) {
  const Utilities utilities = utilities_of(election, resolve_utility(election, params.utility)).value();
  std::vector<Spender> people = spenders(election, utilities, purse);
  const std::vector<std::uint32_t> ranks = tie_ranks(election, params);
  std::vector<ProjectIndex> left;
  std::vector<Bought> out = free_ones(election, people, ranks, left);
  for (;;) {
    std::optional<ProjectIndex> best;
    std::int64_t best_size = 0;
    for (const ProjectIndex p : left) {
      const Ratio& cost = election.projects[p].cost;
      std::int64_t size = 0;
      for (std::int64_t k = static_cast<std::int64_t>(people.size()); k > 0 && size == 0; --k) {
        const auto able = std::count_if(people.begin(), people.end(), [&](const Spender& s) {
          return !s.weight[p].is_zero() && s.purse >= cost / Ratio(k);
        });
        if (able >= k) size = k;
      }
      if (size == 0) continue;
      if (best) {
        const auto order = compare_products(Ratio(size) / cost, utilities.factors[p],
                                            Ratio(best_size) / election.projects[*best].cost, utilities.factors[*best]);
        if (order < 0 || (order == 0 && ranks[p] > ranks[*best])) continue;
      }
      best = p;
      best_size = size;
    }
    if (!best) return out;
    const Ratio share = election.projects[*best].cost / Ratio(best_size);
    Bought bought{*best, {}};
    for (Spender& s : people) {
      const bool pays = !s.weight[*best].is_zero() && s.purse >= share;
      bought.paid.push_back(pays ? share : Ratio(0));
      s.purse -= bought.paid.back();
    }
    out.push_back(bought);
    std::erase(left, *best);
  }
}

}  // namespace stoepkrijt::rules::reference
