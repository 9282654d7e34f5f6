#include "rules/summary.hpp"

#include <algorithm>
#include <utility>

#include "rules/feasibility.hpp"
#include "rules/registry.hpp"
#include "rules/totals.hpp"

namespace stoepkrijt::rules {

namespace {

constexpr std::uint64_t kMostReruns = 64;
constexpr std::uint64_t kMostWork = 20'000'000;  // entries on ballots times reruns times runs of each

std::string covered_voters(const Election& election, const Outcome& outcome) {
  std::uint64_t covered = 0;
  for (const Ballot& ballot : election.ballots) {
    bool any = false;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      const bool approved = ballot.points.empty() || ballot.points[i] > 0;
      const auto& winners = outcome.winners;
      any = any || (approved && std::find(winners.begin(), winners.end(), ballot.projects[i]) != winners.end());
    }
    if (any) covered += ballot.count;
  }
  return std::to_string(covered);
}

bool nothing_fits(const Election& election, const Outcome& outcome, const std::vector<std::uint64_t>& supporters) {
  Feasibility may(election);
  for (const ProjectIndex p : outcome.winners) may.take(p);
  const Ratio money = election.budget - outcome.cost;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    const Ratio& cost = election.projects[p].cost;
    const auto& winners = outcome.winners;
    const bool won = std::find(winners.begin(), winners.end(), p) != winners.end();
    if (!won && supporters[p] > 0 && !cost.is_zero() && cost <= money && may.verdict(p) == Verdict::kYes) return false;
  }
  return true;
}

/// Counts again with another project in front, within bounds.
class Recounts {
 public:
  Recounts(const Election& election, const RuleParams& params, const Outcome& outcome, const Trace& trace)
      : election_(election), params_(params), rule_(trace.rule), winners_(outcome.winners) {
    std::sort(winners_.begin(), winners_.end());
    std::uint64_t entries = 1;
    for (const Ballot& ballot : election.ballots) entries += ballot.projects.size();
    left_ = std::min(kMostReruns, kMostWork / entries / std::max<std::uint64_t>(trace.add1_runs, 1));
  }

  Result<bool> decided(const Round& round) {
    for (const ProjectIndex other : round.tied) {
      if (other == round.project) continue;
      if (left_ == 0) {
        const auto lost = [&](ProjectIndex p) { return !std::binary_search(winners_.begin(), winners_.end(), p); };
        return std::any_of(round.tied.begin(), round.tied.end(), lost);
      }
      --left_;
      RuleParams params = params_;
      params.ties_won.insert(params.ties_won.begin(), other);
      Trace trace;
      SK_TRY(outcome, tally(rule_, election_, params, trace));
      std::sort(outcome.winners.begin(), outcome.winners.end());
      if (outcome.winners != winners_) return true;
    }
    return false;
  }

 private:
  const Election& election_;
  const RuleParams& params_;
  std::string rule_;
  std::vector<ProjectIndex> winners_;
  std::uint64_t left_ = 0;
};

}  // namespace

Result<Summary> summarise(const Election& election, const RuleParams& params, const Outcome& outcome,
                          const Trace& trace) {
  Summary summary;
  if (trace.utility == Utility::kCc) {
    summary.welfare = covered_voters(election, outcome);
    summary.exhaustive = nothing_fits(election, outcome, count_votes(election));
  } else {
    SK_TRY(utilities, utilities_of(election, trace.utility));
    summary.welfare = welfare_text(utilities, total_weights(election, utilities), outcome.winners);
    summary.exhaustive = nothing_fits(election, outcome, count_supporters(election, utilities));
  }
  Recounts recounts(election, params, outcome, trace);
  for (const Round& round : trace.rounds) {
    if (round.tied.empty()) continue;
    SK_TRY(decided, recounts.decided(round));
    if (decided) summary.ties_decided.push_back({round.project, round.tied});
  }
  return summary;
}

}  // namespace stoepkrijt::rules
