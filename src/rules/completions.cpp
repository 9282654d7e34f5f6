#include "rules/completions.hpp"

namespace stoepkrijt::rules {

bool is_exhaustive(const Election& election, const std::vector<ProjectIndex>& winners) {
  const std::vector<std::uint64_t> votes = count_votes(election);
  std::vector<bool> won(election.projects.size(), false);
  for (const ProjectIndex p : winners) won[p] = true;
  const Ratio money = election.budget - total_cost(election, winners);
  for (std::size_t p = 0; p < won.size(); ++p) {
    const Ratio& cost = election.projects[p].cost;
    if (!won[p] && votes[p] > 0 && !cost.is_zero() && cost <= money) return false;
  }
  return true;
}

}  // namespace stoepkrijt::rules
