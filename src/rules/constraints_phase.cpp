#include "rules/constraints_phase.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "rules/feasibility.hpp"

namespace stoepkrijt::rules {

namespace {

/// The pot of a project: the first that names its category or area.
std::optional<std::size_t> pot_of(const Election& election, ProjectIndex project) {
  const std::vector<Pot>& pots = election.constraints.pots;
  for (std::size_t i = 0; i < pots.size(); ++i) {
    if (belongs_to(election.projects[project], pots[i].name, pots[i].area)) return i;
  }
  return std::nullopt;
}

/// The election of the projects in `members` with what is still allowed. `all_voters`: ballots without any of them
/// stay.
PhaseElection make_phase(const Election& election, const Progress& progress, const std::vector<ProjectIndex>& members,
                         const Ratio& budget, bool all_voters) {
  constexpr ProjectIndex kNowhere = static_cast<ProjectIndex>(-1);
  PhaseElection phase;
  phase.election.type = election.type;
  phase.election.budget = budget;
  phase.election.points_unit = election.points_unit;
  phase.election.vouchers = election.vouchers;
  phase.election.score_threshold = election.score_threshold;
  std::vector<ProjectIndex> inside(election.projects.size(), kNowhere);
  const std::set<ProjectIndex> in(members.begin(), members.end());
  for (const ProjectIndex p : members) {
    const std::vector<ProjectIndex>& required = election.projects[p].requires_;
    const bool possible = std::all_of(required.begin(), required.end(),
                                      [&](ProjectIndex q) { return progress.taken(q) || in.contains(q); });
    if (progress.taken(p) || progress.excluded(p) || !possible) continue;
    inside[p] = static_cast<ProjectIndex>(phase.whole.size());
    phase.whole.push_back(p);
  }
  for (const ProjectIndex p : phase.whole) {
    Project project = election.projects[p];
    project.excludes.clear();
    project.requires_.clear();
    for (const ProjectIndex q : election.projects[p].excludes) {
      if (inside[q] != kNowhere) project.excludes.push_back(inside[q]);
    }
    for (const ProjectIndex q : election.projects[p].requires_) {
      // One that is neither taken nor here was excluded: a requirement that nothing meets, so of itself.
      if (!progress.taken(q)) project.requires_.push_back(inside[inside[q] != kNowhere ? q : p]);
    }
    phase.election.projects.push_back(std::move(project));
  }
  for (const Ballot& ballot : election.ballots) {
    Ballot mine;
    mine.count = ballot.count;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if (inside[ballot.projects[i]] == kNowhere) continue;
      mine.projects.push_back(inside[ballot.projects[i]]);
      if (!ballot.points.empty()) mine.points.push_back(ballot.points[i]);
    }
    if (all_voters || !mine.projects.empty()) phase.election.ballots.push_back(std::move(mine));
  }
  for (std::size_t i = 0; i < election.constraints.limits.size(); ++i) {
    CategoryLimit limit = election.constraints.limits[i];
    if (!limit.most) continue;
    limit.least.reset();
    limit.most = std::max(Ratio(0), *limit.most - progress.spent(i));
    phase.election.constraints.limits.push_back(std::move(limit));
  }
  return phase;
}

std::vector<ProjectIndex> members_of(const Election& election, const Phase& phase) {
  if (phase.kind == Phase::Kind::kRest || phase.kind == Phase::Kind::kPart) return every_project(election);
  std::vector<ProjectIndex> members;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    if (!belongs_to(election.projects[p], phase.name, phase.area)) continue;
    if (phase.kind == Phase::Kind::kPot) {
      const Pot& pot = election.constraints.pots[*pot_of(election, p)];
      if (pot.name != phase.name || pot.area != phase.area) continue;
    }
    members.push_back(p);
  }
  return members;
}

}  // namespace

std::vector<ProjectIndex> every_project(const Election& election) {
  std::vector<ProjectIndex> all(election.projects.size());
  for (ProjectIndex p = 0; p < all.size(); ++p) all[p] = p;
  return all;
}

Progress::Progress(const Election& election) : election_(election), taken_(election.projects.size(), false) {
  spent_.resize(election.constraints.limits.size());
}

void Progress::take(ProjectIndex project) {
  taken_[project] = true;
  cost_ += election_.projects[project].cost;
  for (std::size_t i = 0; i < spent_.size(); ++i) {
    const CategoryLimit& limit = election_.constraints.limits[i];
    if (belongs_to(election_.projects[project], limit.name, limit.area)) spent_[i] += election_.projects[project].cost;
  }
}

bool Progress::excluded(ProjectIndex project) const {
  const std::vector<ProjectIndex>& own = election_.projects[project].excludes;
  if (std::any_of(own.begin(), own.end(), [&](ProjectIndex other) { return taken_[other]; })) return true;
  for (ProjectIndex other = 0; other < taken_.size(); ++other) {
    const std::vector<ProjectIndex>& list = election_.projects[other].excludes;
    if (taken_[other] && std::find(list.begin(), list.end(), project) != list.end()) return true;
  }
  return false;
}

PhaseElection election_of(const Election& election, const Progress& progress, const Phase& phase) {
  return make_phase(election, progress, members_of(election, phase), phase.budget,
                    phase.kind == Phase::Kind::kRest || phase.kind == Phase::Kind::kPart);
}

}  // namespace stoepkrijt::rules
