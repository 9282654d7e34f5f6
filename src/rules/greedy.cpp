#include "rules/greedy.hpp"

#include <algorithm>
#include <numeric>

#include "rules/ties.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

namespace {

/// Votes, or votes per euro; a free project counts as infinitely cheap when it has votes.
struct Score {
  bool infinite = false;
  Ratio value;

  friend bool operator==(const Score&, const Score&) = default;
};

bool better(const Score& a, const Score& b) {
  if (a.infinite != b.infinite) return a.infinite;
  return a.value > b.value;
}

std::vector<Score> scores_of(const Election& election, const RuleParams& params,
                             const std::vector<std::uint64_t>& votes) {
  std::vector<Score> scores(votes.size());
  for (std::size_t p = 0; p < votes.size(); ++p) {
    const Ratio supporters(BigInt::from_unsigned(votes[p]), BigInt(1));
    const Ratio& cost = election.projects[p].cost;
    if (resolve_utility(election, params.utility) == Utility::kCost) {
      scores[p].value = supporters;
    } else if (cost.is_zero()) {
      scores[p].infinite = votes[p] > 0;
    } else {
      scores[p].value = supporters / cost;
    }
  }
  return scores;
}

}  // namespace

Result<Outcome> greedy(const Election& election, const RuleParams& params, Trace& trace) {
  if (election.type != BallotType::kApproval) {
    return fail(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", "greedy"));
  }
  SK_TRY_VOID(validate(election));
  const std::vector<std::uint64_t> votes = count_votes(election);
  const std::vector<Score> scores = scores_of(election, params, votes);
  const std::vector<std::uint32_t> rank = tie_ranks(election, params);
  std::vector<ProjectIndex> order(votes.size());
  std::iota(order.begin(), order.end(), ProjectIndex{0});
  std::sort(order.begin(), order.end(), [&](ProjectIndex a, ProjectIndex b) {
    if (scores[a] != scores[b]) return better(scores[a], scores[b]);
    return rank[a] < rank[b];
  });

  trace = Trace{};
  trace.rule = "greedy";
  trace.voters = count_voters(election);
  trace.projects.resize(votes.size());
  Outcome outcome;
  Ratio left = election.budget;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const ProjectIndex p = order[i];
    ProjectTrace& project = trace.projects[p];
    project.votes = votes[p];
    project.turn = static_cast<std::uint32_t>(i + 1);
    project.money_then = left;
    if (votes[p] < params.min_votes) {
      project.why = WhyOut::kNoSupport;
    } else if (election.projects[p].cost > left) {
      project.why = WhyOut::kDidNotFit;
    } else {
      Round round;
      round.project = p;
      round.money_before = left;
      round.effective_votes = Ratio(BigInt::from_unsigned(votes[p]), BigInt(1));
      for (const ProjectIndex other : order) {
        if (scores[other] == scores[p] && votes[other] >= params.min_votes) round.tied.push_back(other);
      }
      if (round.tied.size() == 1) round.tied.clear();
      trace.rounds.push_back(std::move(round));
      left -= election.projects[p].cost;
      outcome.winners.push_back(p);
    }
  }
  outcome.cost = election.budget - left;
  return outcome;
}

}  // namespace stoepkrijt::rules
