#include <algorithm>
#include <utility>

#include "formats/pb/pb.hpp"
#include "formats/pb/pb_constraints.hpp"
#include "formats/pb/pb_text.hpp"

namespace stoepkrijt::formats {

namespace {

using rules::BallotType;
using rules::Project;
using rules::ProjectIndex;

std::string_view vote_type_of(BallotType type) {
  switch (type) {
    case BallotType::kApproval:
      return "approval";
    case BallotType::kCumulative:
      return "cumulative";
    case BallotType::kScoring:
      return "scoring";
    case BallotType::kOrdinal:
      return "ordinal";
  }
  return "approval";
}

std::string ids_of(const rules::Election& election, const std::vector<ProjectIndex>& projects) {
  std::vector<std::string> ids;
  for (const ProjectIndex p : projects) ids.push_back(election.projects[p].id);
  return joined(ids);
}

PbTable projects_of(const rules::Election& election) {
  const std::vector<std::uint64_t> votes = rules::count_votes(election);
  const auto any = [&](auto has) { return std::any_of(election.projects.begin(), election.projects.end(), has); };
  const bool excludes = any([](const Project& p) { return !p.excludes.empty(); });
  const bool needs = any([](const Project& p) { return !p.requires_.empty(); });
  const bool least = any([](const Project& p) { return p.least_cost.has_value(); });
  const bool cofunding = any([](const Project& p) { return !p.cofunding.is_zero(); });
  PbTable table;
  table.columns = {"project_id", "cost", "votes", "name", "category", "neighborhood"};
  if (excludes) table.columns.emplace_back("excludes");
  if (needs) table.columns.emplace_back("requires");
  if (least) table.columns.emplace_back("least_cost");
  if (cofunding) table.columns.emplace_back("cofunding");
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    const Project& project = election.projects[p];
    std::vector<std::string>& row = table.rows.emplace_back();
    row = {project.id,   project.cost.to_string(),   std::to_string(votes[p]),
           project.name, joined(project.categories), project.area};
    if (excludes) row.push_back(ids_of(election, project.excludes));
    if (needs) row.push_back(ids_of(election, project.requires_));
    if (least) row.push_back(project.least_cost ? project.least_cost->to_string() : "");
    if (cofunding) row.push_back(project.cofunding.is_zero() ? "" : project.cofunding.to_string());
  }
  return table;
}

PbTable votes_of(const rules::Election& election) {
  const bool with_points = election.type == BallotType::kCumulative || election.type == BallotType::kScoring;
  PbTable table;
  table.columns = {"voter_id", "vote"};
  if (with_points) table.columns.emplace_back("points");
  for (const rules::Ballot& ballot : election.ballots) {
    std::vector<std::string> row{"", ids_of(election, ballot.projects)};
    if (with_points) {
      std::vector<std::string> points;
      for (const std::int64_t each : ballot.points) {
        points.push_back(Ratio(BigInt(each), BigInt(election.points_unit)).to_string());
      }
      row.push_back(joined(points));
    }
    for (std::uint64_t i = 0; i < ballot.count; ++i) {
      row[0] = "v" + std::to_string(table.rows.size() + 1);
      table.rows.push_back(row);
    }
  }
  return table;
}

/// Default scores come on top of what people could give out: then the file does not name that as a limit.
bool within_vouchers(const rules::Election& election) {
  return std::all_of(election.ballots.begin(), election.ballots.end(), [&](const rules::Ballot& ballot) {
    BigInt sum;
    for (const std::int64_t each : ballot.points) sum += BigInt(each);
    return sum <= BigInt(election.vouchers);
  });
}

}  // namespace

PbFile make_pb(const rules::Election& election, const std::vector<std::pair<std::string, std::string>>& meta) {
  PbFile file;
  for (const std::string_view key : kPbRequired) file.meta.emplace_back(key, "");
  const auto set = [&](std::string_view key, std::string value) {
    const auto row = std::find_if(file.meta.begin(), file.meta.end(), [&](const auto& r) { return r.first == key; });
    if (row != file.meta.end()) {
      row->second = std::move(value);
    } else {
      file.meta.emplace_back(key, std::move(value));
    }
  };
  set("num_projects", std::to_string(election.projects.size()));
  set("num_votes", std::to_string(rules::count_voters(election)));
  set("budget", election.budget.to_string());
  set("vote_type", std::string(vote_type_of(election.type)));
  set("rule", "unknown");
  if (!election.score_threshold.is_zero()) set("min_project_score_threshold", election.score_threshold.to_string());
  if (election.vouchers > 0 && within_vouchers(election)) {
    set("max_sum_points", Ratio(BigInt(election.vouchers), BigInt(election.points_unit)).to_string());
  }
  for (auto& [key, value] : write_constraints(election.constraints)) set(key, std::move(value));
  for (const auto& [key, value] : meta) set(key, value);
  file.projects = projects_of(election);
  file.votes = votes_of(election);
  return file;
}

std::vector<std::pair<std::string, std::string>> describing_meta(const PbFile& file) {
  std::vector<std::pair<std::string, std::string>> rows;
  const bool defaults = !trimmed(file.meta_value("default_score")).empty();
  for (const auto& [key, value] : file.meta) {
    if (defaults && key == "max_points") continue;  // it did not bound them
    // Default scores are on the ballots already.
    const bool own = key == "num_projects" || key == "num_votes" || key == "budget" || key == "default_score" ||
                     key == "max_sum_points" || key == "min_project_score_threshold" ||
                     key.starts_with("stoepkrijt_") || key.starts_with("budget_per_");
    const bool same_type =
        key == "vote_type" && lower(trimmed(value)) != "choose-1" && lower(trimmed(value)) != "knapsack";
    if (!own && !same_type) rows.emplace_back(key, value);
  }
  return rows;
}

}  // namespace stoepkrijt::formats
