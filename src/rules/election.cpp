#include "rules/election.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace stoepkrijt::rules {

namespace {
constexpr std::uint64_t kMaxVoters = std::uint64_t{1} << 40U;
}

void add_ballot(Election& election, std::vector<ProjectIndex> projects, std::uint64_t count) {
  std::sort(projects.begin(), projects.end());
  projects.erase(std::unique(projects.begin(), projects.end()), projects.end());
  election.ballots.push_back(Ballot{std::move(projects), {}, count});
}

void merge_ballots(Election& election) {
  std::vector<Ballot>& ballots = election.ballots;
  std::sort(ballots.begin(), ballots.end(), [](const Ballot& a, const Ballot& b) {
    if (a.projects != b.projects) return a.projects < b.projects;
    return a.points < b.points;
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < ballots.size(); ++i) {
    if (kept > 0 && ballots[kept - 1].projects == ballots[i].projects &&
        ballots[kept - 1].points == ballots[i].points) {
      ballots[kept - 1].count += ballots[i].count;
    } else {
      if (kept != i) ballots[kept] = std::move(ballots[i]);
      ++kept;
    }
  }
  ballots.resize(kept);
}

Result<void> validate(const Election& election) {
  if (election.budget.is_negative()) return fail(ErrorCode::kNegative, "error.negative_budget");
  std::unordered_set<std::string_view> ids;
  for (const Project& project : election.projects) {
    if (project.cost.is_negative()) {
      return fail(Error(ErrorCode::kNegative, "error.negative_cost").with("project", project.id));
    }
    if (!ids.insert(project.id).second) {
      return fail(Error(ErrorCode::kDuplicateId, "error.duplicate_project").with("project", project.id));
    }
  }
  for (const Project& project : election.projects) {
    const auto unknown = [&](ProjectIndex other) { return other >= election.projects.size(); };
    if (std::any_of(project.excludes.begin(), project.excludes.end(), unknown) ||
        std::any_of(project.requires_.begin(), project.requires_.end(), unknown)) {
      return fail(Error(ErrorCode::kUnknownId, "error.link_unknown_project").with("project", project.id));
    }
    if (project.cofunding.is_negative() || (project.least_cost && project.least_cost->is_negative())) {
      return fail(Error(ErrorCode::kNegative, "error.negative_cost").with("project", project.id));
    }
  }
  std::uint64_t voters = 0;
  std::vector<std::uint32_t> last_seen(election.projects.size(), 0);
  std::uint32_t number = 0;
  for (const Ballot& ballot : election.ballots) {
    ++number;
    for (const ProjectIndex project : ballot.projects) {
      if (project >= election.projects.size()) return fail(ErrorCode::kUnknownId, "error.ballot_unknown_project");
      if (last_seen[project] == number) return fail(ErrorCode::kDuplicateId, "error.ballot_repeats_project");
      last_seen[project] = number;
    }
    if (ballot.count > kMaxVoters || (voters += ballot.count) > kMaxVoters) {
      return fail(ErrorCode::kOverflow, "error.too_many_ballots");
    }
  }
  return {};
}

std::uint64_t count_voters(const Election& election) {
  std::uint64_t voters = 0;
  for (const Ballot& ballot : election.ballots) voters += ballot.count;
  return voters;
}

std::vector<std::uint64_t> count_votes(const Election& election) {
  std::vector<std::uint64_t> votes(election.projects.size(), 0);
  for (const Ballot& ballot : election.ballots) {
    for (const ProjectIndex project : ballot.projects) votes[project] += ballot.count;
  }
  return votes;
}

Ratio total_cost(const Election& election, const std::vector<ProjectIndex>& projects) {
  Ratio sum;
  for (const ProjectIndex project : projects) sum += election.projects[project].cost;
  return sum;
}

}  // namespace stoepkrijt::rules
