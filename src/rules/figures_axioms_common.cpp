#include "rules/figures_axioms_common.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "rules/figures.hpp"

namespace stoepkrijt::rules {

namespace {

std::vector<std::string> ids_of(const Election& election, const std::vector<ProjectIndex>& projects) {
  std::vector<std::string> ids;
  for (const ProjectIndex p : projects) ids.push_back(election.projects[p].id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

Result<AxiomSetting> axiom_setting(const Election& election, const std::vector<ProjectIndex>& winners,
                                   const AxiomOptions& options) {
  SK_TRY_VOID(validate(election));
  const std::uint64_t voters = count_voters(election);
  if (voters == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  const std::size_t projects = election.projects.size();
  AxiomSetting out{election, std::vector<bool>(projects, false), {}, approved_projects(election), {}, {}, {}, {}};
  for (const ProjectIndex p : winners) out.won[p] = true;
  for (const Project& project : election.projects) {
    out.worth.push_back(options.utility == Utility::kCardinality ? Ratio(1) : project.cost);
  }
  out.supporters.resize(projects);
  for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
    Ratio satisfaction;
    Ratio outside;
    for (const ProjectIndex p : out.approved[b]) {
      if (out.won[p]) {
        satisfaction += out.worth[p];
      } else {
        outside = std::max(outside, out.worth[p]);
      }
      if (election.ballots[b].count > 0) out.supporters[p].push_back(b);
    }
    out.satisfaction.push_back(std::move(satisfaction));
    out.best_outside.push_back(std::move(outside));
  }
  out.equal_share = election.budget / people(voters);
  return out;
}

void keep_worst(const Election& election, Shortfall found, AxiomFinding& finding) {
  if (finding.worst) {
    const Shortfall& worst = *finding.worst;
    if (found.people < worst.people) return;
    if (found.people == worst.people) {
      const Ratio gap = found.deserved - found.got;
      const Ratio worst_gap = worst.deserved - worst.got;
      if (gap < worst_gap) return;
      if (gap == worst_gap && ids_of(election, found.projects) >= ids_of(election, worst.projects)) return;
    }
  }
  finding.worst = std::move(found);
}

}  // namespace stoepkrijt::rules
