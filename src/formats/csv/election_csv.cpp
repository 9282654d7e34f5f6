#include "formats/csv/election_csv.hpp"

#include <utility>
#include <vector>

namespace stoepkrijt::formats {

namespace {

using rules::Election;
using rules::ProjectIndex;

constexpr std::string_view kHeader =
    "record,number,count,project_id,name,cost,categories,area,cofunding,least_cost,excludes,requires,vote,points\r\n";

std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  return out + "\"";
}

std::string spaced(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? "" : " ") + parts[i];
  return out;
}

std::vector<std::string> ids_of(const Election& election, const std::vector<ProjectIndex>& projects) {
  std::vector<std::string> ids;
  for (const ProjectIndex p : projects) ids.push_back(election.projects[p].id);
  return ids;
}

void add_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + cells[i];
  out += "\r\n";
}

}  // namespace

std::string csv_text(std::string_view text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
  return quoted(formula ? "'" + std::string(text) : std::string(text));
}

std::string write_election_csv(const Election& election) {
  std::string out = "\xEF\xBB\xBF";
  out += kHeader;
  const std::vector<std::uint64_t> votes = rules::count_votes(election);
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    const rules::Project& project = election.projects[p];
    std::string categories;
    for (const std::string& each : project.categories) categories += (categories.empty() ? "" : ";") + each;
    add_row(out, {"project", std::to_string(p + 1), std::to_string(votes[p]), csv_text(project.id),
                  csv_text(project.name), project.cost.to_string(), csv_text(categories), csv_text(project.area),
                  project.cofunding.is_zero() ? "" : project.cofunding.to_string(),
                  project.least_cost ? project.least_cost->to_string() : "",
                  csv_text(spaced(ids_of(election, project.excludes))),
                  csv_text(spaced(ids_of(election, project.requires_))), "", ""});
  }
  std::size_t number = 0;
  for (const rules::Ballot& ballot : election.ballots) {
    std::vector<std::string> points;
    for (const std::int64_t each : ballot.points) {
      points.push_back(Ratio(BigInt(each), BigInt(election.points_unit)).to_string());
    }
    add_row(out, {"ballot", std::to_string(++number), std::to_string(ballot.count), "", "", "", "", "", "", "", "", "",
                  csv_text(spaced(ids_of(election, ballot.projects))), csv_text(spaced(points))});
  }
  return out;
}

}  // namespace stoepkrijt::formats
