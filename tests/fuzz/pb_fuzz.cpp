// Any bytes at all: the .pb reader gives an election or faults, nothing half-loaded, and what it gives survives
// writing, making anew and counting.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "formats/pb/pb.hpp"
#include "rules/registry.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace stoepkrijt;

void check(bool holds) {
  if (!holds) std::abort();
}

/// A report tells what it found: the first twenty of each, each with a reason; a fault if and only if nothing was read.
void check_report(const formats::PbReport& report, bool read) {
  check(read == (report.fault_count == 0));
  check(report.faults.size() == std::min<std::uint64_t>(report.fault_count, formats::PbReport::kListed));
  check(report.warnings.size() == std::min<std::uint64_t>(report.warning_count, formats::PbReport::kListed));
  for (const auto* list : {&report.faults, &report.warnings}) {
    for (const Error& error : *list) check(error.code != ErrorCode::kUnknown && error.key.starts_with("error."));
  }
}

/// Whole: every index leads to a project, every ballot names a project once, points stand beside their projects.
void check_whole(const formats::PbElection& read) {
  const rules::Election& election = read.election;
  check(rules::validate(election).has_value());
  check(election.projects.size() == read.file.projects.rows.size());
  check(election.ballots.size() == read.file.votes.rows.size());
  check(election.constraints.empty());
  const bool points = election.type == rules::BallotType::kCumulative || election.type == rules::BallotType::kScoring;
  for (const rules::Ballot& ballot : election.ballots) {
    check(ballot.points.size() == (points ? ballot.projects.size() : 0));
    for (const std::int64_t each : ballot.points) check(each >= 0);
  }
  for (const rules::Project& project : election.projects) {
    check(!project.id.empty() && !project.cofunding.is_negative());
    check(!project.least_cost || (*project.least_cost <= project.cost && !project.least_cost->is_negative()));
    for (const auto* list : {&project.excludes, &project.requires_}) {
      for (const rules::ProjectIndex other : *list) check(other < election.projects.size());
    }
  }
}

void check_writing(const formats::PbElection& read) {
  const auto written = formats::write_pb(read.file);
  if (!written) return;  // a required key is absent
  formats::PbReport report;
  const auto again = formats::read_pb(*written, report);
  check(again && again->file == read.file && again->election.ballots == read.election.ballots);
  check(formats::write_pb(again->file).value() == *written);
}

/// The same election from a file that is made of it. (An id may hold what only quotes of the old file could say.)
void check_making(const formats::PbElection& read) {
  rules::Election election = read.election;
  election.constraints = read.constraints;
  const auto written = formats::write_pb(formats::make_pb(election, {}));
  check(written.has_value());
  formats::PbReport report;
  const auto again = formats::read_pb(*written, report);
  for (const rules::Project& project : election.projects) {
    if (project.id.find(',') != std::string::npos) return;
  }
  check(again && again->election.ballots.size() == election.ballots.size());
  check(again->constraints.limits.size() == election.constraints.limits.size());
  check(again->constraints.pots.size() == election.constraints.pots.size());
  for (std::size_t i = 0; i < election.ballots.size(); ++i) {
    check(again->election.ballots[i].projects == election.ballots[i].projects);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  formats::PbReport report;
  const auto read = formats::read_pb(std::string_view(reinterpret_cast<const char*>(data), size), report);
  check_report(report, read.has_value());
  if (!read) return 0;
  check_whole(*read);
  check_writing(*read);
  check_making(*read);
  if (read->election.projects.size() > 12) return 0;  // some rules look at sets of projects
  for (const rules::RuleEntry& rule : rules::registry()) {
    rules::Trace trace;
    const auto outcome = rule.run(read->election, {}, trace);
    check(!outcome || outcome->cost <= read->election.budget);
  }
  return 0;
}
