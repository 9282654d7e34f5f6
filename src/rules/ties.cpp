#include "rules/ties.hpp"

#include <algorithm>
#include <numeric>

#include "base/sha256.hpp"

namespace stoepkrijt::rules {

std::vector<std::uint32_t> tie_ranks(const Election& election, const RuleParams& params) {
  const std::vector<std::uint64_t> votes = count_votes(election);
  std::vector<Hash256> lots(election.projects.size());
  if (params.ties == TieOrder::kCostVotesLot || params.ties == TieOrder::kLot) {
    for (std::size_t p = 0; p < lots.size(); ++p) {
      std::string text = params.seed;
      text.push_back('\0');
      text += election.projects[p].id;
      lots[p] = sha256(text);
    }
  }
  const bool by_votes =
      params.ties == TieOrder::kCostVotes || params.ties == TieOrder::kCostVotesLot || params.ties == TieOrder::kVotes;
  const bool by_cost = params.ties == TieOrder::kCostVotes || params.ties == TieOrder::kCostVotesLot;
  // Who wins every tie goes first, in the order given.
  std::vector<std::size_t> front(election.projects.size(), params.ties_won.size());
  for (std::size_t i = params.ties_won.size(); i-- > 0;) front[params.ties_won[i]] = i;
  std::vector<ProjectIndex> order(election.projects.size());
  std::iota(order.begin(), order.end(), ProjectIndex{0});
  std::sort(order.begin(), order.end(), [&](ProjectIndex a, ProjectIndex b) {
    const Project& x = election.projects[a];
    const Project& y = election.projects[b];
    if (front[a] != front[b]) return front[a] < front[b];
    if (by_cost && x.cost != y.cost) return x.cost < y.cost;
    if (by_votes && votes[a] != votes[b]) return votes[a] > votes[b];
    if (lots[a] != lots[b]) return lots[a] < lots[b];
    return x.id < y.id;  // std::string compares as unsigned bytes
  });
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  return rank;
}

}  // namespace stoepkrijt::rules
