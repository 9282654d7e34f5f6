// Made elections: how the cost of a count grows, and what a million ballots need. The same election for the same
// numbers.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/random.hpp"
#include "benches.hpp"
#include "measure.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::bench {

namespace {

/// Costs from 0.5 to 40 per voter, cheap ones more often; 1 to 15 plans on a ballot (8 on average), some plans far more
/// popular than others. As in real elections most ballots of many are different.
rules::Election make(const Made& made) {
  Random random(made.projects);
  rules::Election election;
  election.budget = Ratio(std::int64_t{made.voters} * made.per_voter);
  for (std::uint32_t p = 0; p < made.projects; ++p) {
    rules::Project project;
    project.id = std::to_string(p + 1);
    const std::int64_t permille = random.between(500, random.between(1'000, 40'000));
    project.cost = Ratio(std::max<std::int64_t>(1, std::int64_t{made.voters} * permille / 1000));
    election.projects.push_back(project);
  }
  election.ballots.reserve(made.voters);
  std::vector<rules::ProjectIndex> approved;
  for (std::uint32_t v = 0; v < made.voters; ++v) {
    approved.clear();
    for (std::int64_t left = random.between(1, 15); left > 0; --left) {
      const std::size_t a = random.index(made.projects);
      approved.push_back(
          static_cast<rules::ProjectIndex>(random.chance(1, 2) ? a : std::min(a, random.index(made.projects))));
    }
    rules::add_ballot(election, approved);
  }
  return election;
}

void run(std::string_view name, const rules::Election& merged, const rules::RuleParams& params, int runs, bool warm) {
  rules::Trace trace;
  rules::Outcome outcome;
  const Times times = measure(
      runs, [] {},
      [&] {
        Result<rules::Outcome> result = rules::tally("equal-shares", merged, params, trace);
        if (!result) {
          std::fprintf(stderr, "stoepkrijt_bench: %s\n", result.error().key.c_str());
          std::exit(2);
        }
        outcome = std::move(*result);
      },
      warm);
  Line(name)
      .times(times)
      .count("winners", outcome.winners.size())
      .count("add1_steps", trace.add1_steps)
      .count("add1_runs", trace.add1_runs);
}

}  // namespace

void synthetic(const Made& made, int runs) {
  if (made.voters == 0 || made.projects == 0) std::exit(2);
  const bool big = made.voters > 200'000;
  rules::Election election = make(made);
  std::uint64_t approvals = 0;
  for (const rules::Ballot& ballot : election.ballots) approvals += ballot.projects.size();
  const Times merging = measure(1, [] {}, [&] { rules::merge_ballots(election); }, false);
  Line("synthetic.merge")
      .times(merging)
      .count("voters", made.voters)
      .count("projects", made.projects)
      .count("per_voter", made.per_voter)
      .count("approvals", approvals)
      .count("different_ballots", election.ballots.size());
  rules::RuleParams params;
  run("synthetic.equal_shares", election, params, big ? 1 : runs, !big);
  params.completion = rules::Completion::kAdd1;
  run("synthetic.add1", election, params, big ? 1 : runs, !big);
}

}  // namespace stoepkrijt::bench
