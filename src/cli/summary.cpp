#include "cli/summary.hpp"

#include "rules/completions.hpp"
#include "rules/exact_real.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::cli {

namespace {

/// Chamberlin-Courant: people with at least one winner on their ballot.
std::string covered_voters(const rules::Election& election, const std::vector<bool>& wins) {
  std::uint64_t covered = 0;
  for (const rules::Ballot& ballot : election.ballots) {
    for (const rules::ProjectIndex p : ballot.projects) {
      if (!wins[p]) continue;
      covered += ballot.count;
      break;
    }
  }
  return std::to_string(covered);
}

}  // namespace

Result<Summary> summarise(const rules::Election& election, const rules::RuleParams& params,
                          const rules::Outcome& outcome, const rules::Trace& trace) {
  Summary out;
  std::vector<bool> wins(election.projects.size(), false);
  for (const rules::ProjectIndex p : outcome.winners) wins[p] = true;
  const rules::Utility utility =
      trace.utility == rules::Utility::kDefault ? rules::resolve_utility(election, params.utility) : trace.utility;
  if (utility == rules::Utility::kCc) {
    out.welfare = covered_voters(election, wins);
  } else {
    SK_TRY(utilities, rules::utilities_of(election, utility));
    std::vector<Ratio> totals(election.projects.size());
    for (std::size_t b = 0; b < election.ballots.size(); ++b) {
      const rules::Ballot& ballot = election.ballots[b];
      for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
        if (!wins[ballot.projects[i]]) continue;
        totals[ballot.projects[i]] += utilities.weight(b, i) * Ratio(static_cast<std::int64_t>(ballot.count));
      }
    }
    std::vector<rules::Term> terms;
    for (const rules::ProjectIndex p : outcome.winners) terms.push_back({totals[p], utilities.factors[p]});
    out.welfare = rules::text_of_sum(terms, 6);
  }
  out.exhaustive = rules::is_exhaustive(election, outcome.winners);
  for (const rules::Round& round : trace.rounds) {
    if (round.tied.size() > 1) out.ties_decided.push_back({round.project, round.tied});
  }
  return out;
}

}  // namespace stoepkrijt::cli
