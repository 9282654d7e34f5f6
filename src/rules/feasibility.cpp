#include "rules/feasibility.hpp"

#include <algorithm>

namespace stoepkrijt::rules {

bool belongs_to(const Project& project, const std::string& name, bool area) {
  if (area) return project.area == name;
  return std::find(project.categories.begin(), project.categories.end(), name) != project.categories.end();
}

Feasibility::Feasibility(const Election& election) : election_(election) {
  const std::size_t count = election.projects.size();
  fates_.assign(count, Fate::kOpen);
  excludes_.resize(count);
  limits_of_.resize(count);
  for (ProjectIndex p = 0; p < count; ++p) {
    const Project& project = election.projects[p];
    for (const ProjectIndex other : project.excludes) {
      excludes_[p].push_back(other);
      excludes_[other].push_back(p);
    }
    if (!project.excludes.empty() || !project.requires_.empty()) trivial_ = false;
  }
  spent_.resize(election.constraints.limits.size());
  for (std::uint32_t i = 0; i < election.constraints.limits.size(); ++i) {
    const CategoryLimit& limit = election.constraints.limits[i];
    if (!limit.most) continue;
    trivial_ = false;
    for (ProjectIndex p = 0; p < count; ++p) {
      if (belongs_to(election.projects[p], limit.name, limit.area)) limits_of_[p].push_back(i);
    }
  }
}

bool Feasibility::over_limit(ProjectIndex project) const {
  return std::any_of(limits_of_[project].begin(), limits_of_[project].end(), [&](std::uint32_t i) {
    return spent_[i] + election_.projects[project].cost > *election_.constraints.limits[i].most;
  });
}

bool Feasibility::excluded(ProjectIndex project) const {
  return std::any_of(excludes_[project].begin(), excludes_[project].end(),
                     [&](ProjectIndex other) { return fates_[other] == Fate::kTaken; });
}

/// A walk over what it requires. Projects that require one another in a ring can never begin.
bool Feasibility::out_for_good(ProjectIndex project, std::vector<Walk>& walk) const {
  if (fates_[project] == Fate::kTaken || walk[project] == Walk::kPossible) return false;
  if (fates_[project] == Fate::kDropped || walk[project] == Walk::kUnderWay) return true;
  walk[project] = Walk::kUnderWay;  // and stays so when it is out
  if (excluded(project) || over_limit(project)) return true;
  for (const ProjectIndex other : election_.projects[project].requires_) {
    if (out_for_good(other, walk)) return true;
  }
  walk[project] = Walk::kPossible;
  return false;
}

Verdict Feasibility::verdict(ProjectIndex project) const {
  if (trivial_) return Verdict::kYes;
  if (excluded(project) || over_limit(project)) return Verdict::kNever;
  const std::vector<ProjectIndex>& required = election_.projects[project].requires_;
  Verdict verdict = Verdict::kYes;
  if (required.empty()) return verdict;
  std::vector<Walk> walk(fates_.size(), Walk::kUnseen);
  walk[project] = Walk::kUnderWay;
  for (const ProjectIndex other : required) {
    if (fates_[other] == Fate::kTaken) continue;
    if (out_for_good(other, walk)) return Verdict::kNever;
    verdict = Verdict::kNotYet;
  }
  return verdict;
}

WhyOut Feasibility::why(ProjectIndex project) const {
  if (excluded(project)) return WhyOut::kExcluded;
  if (over_limit(project)) return WhyOut::kCategoryFull;
  return WhyOut::kLacksRequired;
}

void Feasibility::take(ProjectIndex project) {
  fates_[project] = Fate::kTaken;
  for (const std::uint32_t i : limits_of_[project]) spent_[i] += election_.projects[project].cost;
}

void Feasibility::drop(ProjectIndex project) { fates_[project] = Fate::kDropped; }

bool Feasibility::allows(const std::vector<ProjectIndex>& set) const {
  if (trivial_) return true;
  if (!extendable(set)) return false;
  std::vector<bool> in(fates_.size(), false);
  for (const ProjectIndex p : set) in[p] = true;
  return std::all_of(set.begin(), set.end(), [&](ProjectIndex p) {
    const std::vector<ProjectIndex>& required = election_.projects[p].requires_;
    return std::all_of(required.begin(), required.end(), [&](ProjectIndex q) { return in[q]; });
  });
}

bool Feasibility::extendable(const std::vector<ProjectIndex>& set) const {
  if (trivial_) return true;
  std::vector<bool> in(fates_.size(), false);
  for (const ProjectIndex p : set) in[p] = true;
  std::vector<Ratio> spent(spent_.size());
  for (const ProjectIndex p : set) {
    if (std::any_of(excludes_[p].begin(), excludes_[p].end(), [&](ProjectIndex q) { return q != p && in[q]; })) {
      return false;
    }
    for (const std::uint32_t i : limits_of_[p]) spent[i] += election_.projects[p].cost;
  }
  for (std::size_t i = 0; i < spent.size(); ++i) {
    const auto& most = election_.constraints.limits[i].most;
    if (most && spent[i] > *most) return false;
  }
  return true;
}

}  // namespace stoepkrijt::rules
