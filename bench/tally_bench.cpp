#include <cstdio>
#include <cstdlib>
#include <utility>

#include "base/json_writer.hpp"
#include "benches.hpp"
#include "formats/pb/pb.hpp"
#include "measure.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::bench {

namespace {

rules::Election read_election(const std::string& bytes, const std::string& file) {
  formats::PbReport report;
  Result<formats::PbElection> read = formats::read_pb(bytes, report);
  if (!read) {
    std::fprintf(stderr, "stoepkrijt_bench: %s: %s\n", file.c_str(), read.error().key.c_str());
    std::exit(2);
  }
  return std::move(read->election);
}

/// From the ballots as they stand in the file to the outcome: merging equal ballots is part of the count.
void count(std::string_view name, const rules::Election& election, std::string_view rule,
           const rules::RuleParams& params, int runs) {
  rules::Election copy;
  rules::Outcome outcome;
  rules::Trace trace;
  const Times times = measure(
      runs, [&] { copy = election; },
      [&] {
        rules::merge_ballots(copy);
        Result<rules::Outcome> result = rules::tally(rule, copy, params, trace);
        if (!result) {
          std::fprintf(stderr, "stoepkrijt_bench: %s\n", result.error().key.c_str());
          std::exit(2);
        }
        outcome = std::move(*result);
      });
  std::vector<std::string> winners;
  for (const rules::ProjectIndex p : outcome.winners) winners.push_back(election.projects[p].id);
  Line(name)
      .times(times)
      .count("add1_steps", trace.add1_steps)
      .count("add1_runs", trace.add1_runs)
      .list("cost", {outcome.cost.to_string()})
      .list("winners", winners);
}

}  // namespace

void tally(const std::string& pb_file, int runs) {
  const std::string bytes = read_file(pb_file);
  rules::Election election;
  const Times reading = measure(runs, [&] { election = read_election(bytes, pb_file); });
  Line("tally.read").times(reading).count("bytes", bytes.size());
  rules::Election merged = election;
  rules::merge_ballots(merged);
  Line("tally.election")
      .count("voters", rules::count_voters(election))
      .count("projects", election.projects.size())
      .count("different_ballots", merged.ballots.size());
  rules::RuleParams params;
  count("tally.greedy", election, "greedy", params, runs);
  count("tally.equal_shares", election, "equal-shares", params, runs);
  params.completion = rules::Completion::kAdd1;
  count("tally.add1", election, "equal-shares", params, runs);
}

void print_election(const std::string& pb_file) {
  const std::string bytes = read_file(pb_file);
  const rules::Election election = read_election(bytes, pb_file);
  json::Writer out;
  out.begin_object();
  out.key("budget");
  out.string(election.budget.to_string());
  out.key("projects");
  out.begin_array();
  for (const rules::Project& project : election.projects) {
    out.begin_object();
    out.key("cost");
    out.string(project.cost.to_string());
    out.key("id");
    out.string(project.id);
    out.end_object();
  }
  out.end_array();
  out.key("votes");
  out.begin_array();
  for (const rules::Ballot& ballot : election.ballots) {
    for (std::uint64_t i = 0; i < ballot.count; ++i) {
      out.begin_array();
      for (const rules::ProjectIndex p : ballot.projects) out.integer(static_cast<std::int64_t>(p));
      out.end_array();
    }
  }
  out.end_array();
  out.end_object();
  std::printf("%s\n", out.take().c_str());
}

}  // namespace stoepkrijt::bench
