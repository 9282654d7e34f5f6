#include <algorithm>
#include <array>

#include "formats/pb/pb.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::array<std::string_view, 11> kRequired{"description",  "country",    "unit",    "instance",
                                                     "num_projects", "num_votes",  "budget",  "vote_type",
                                                     "rule",         "date_begin", "date_end"};

bool is_section(std::string_view cell) {
  std::string lower;
  for (const char c : cell) {
    if (c == ' ' || c == '\t') continue;
    lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return lower == "meta" || lower == "projects" || lower == "votes";
}

void write_cell(std::string& out, std::string_view cell, bool always) {
  if (!always && cell.find_first_of(";\"\n\r") == std::string_view::npos) {
    out += cell;
    return;
  }
  out.push_back('"');
  for (const char c : cell) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

template <class Cells>
void write_row(std::string& out, const Cells& cells) {
  // A row that would read as a blank line or as the name of a section is told apart by quotes.
  const bool rest_empty = std::all_of(cells.begin() + 1, cells.end(), [](const auto& cell) { return cell.empty(); });
  const bool quote = rest_empty && (is_section(cells[0]) ||
                                    (cells.size() == 1 && cells[0].find_first_not_of(" \t") == std::string::npos));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out.push_back(';');
    write_cell(out, cells[i], quote && i == 0);
  }
  out.push_back('\n');
}

Result<void> write_table(std::string& out, const PbTable& table, std::string_view section, std::string_view key) {
  if (table.columns.empty() || table.column(key) == PbTable::npos) {
    return fail(Error(ErrorCode::kMissing, "error.pb_missing_column").with("field", key));
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.column(table.columns[i]) != i) {
      return fail(Error(ErrorCode::kWrongFormat, "error.pb_repeated_column").with("field", table.columns[i]));
    }
  }
  out += section;
  out.push_back('\n');
  write_row(out, table.columns);
  for (const std::vector<std::string>& row : table.rows) {
    if (row.size() != table.columns.size()) {
      return fail(Error(ErrorCode::kWrongFormat, "error.pb_row_width").with("field", row.empty() ? "" : row.front()));
    }
    write_row(out, row);
  }
  return {};
}

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ",") + part;
  return out;
}

}  // namespace

Result<std::string> write_pb(const PbFile& file) {
  for (const std::string_view key : kRequired) {
    const bool there =
        std::any_of(file.meta.begin(), file.meta.end(), [&](const auto& row) { return row.first == key; });
    if (!there) return fail(Error(ErrorCode::kMissing, "error.pb_missing_meta").with("field", key));
  }
  std::string out = "META\nkey;value\n";
  for (const auto& [key, value] : file.meta) write_row(out, std::array<std::string_view, 2>{key, value});
  SK_TRY_VOID(write_table(out, file.projects, "PROJECTS", "project_id"));
  SK_TRY_VOID(write_table(out, file.votes, "VOTES", "voter_id"));
  return out;
}

PbFile make_pb(const rules::Election& election, const std::vector<std::pair<std::string, std::string>>& meta) {
  PbFile file;
  for (const std::string_view key : kRequired) file.meta.emplace_back(key, "");
  const auto set = [&](std::string_view key, std::string value) {
    for (auto& row : file.meta) {
      if (row.first == key) {
        row.second = std::move(value);
        return;
      }
    }
    file.meta.emplace_back(key, std::move(value));
  };
  set("num_projects", std::to_string(election.projects.size()));
  set("num_votes", std::to_string(rules::count_voters(election)));
  set("budget", election.budget.to_string());
  set("vote_type", "approval");
  set("rule", "unknown");
  for (const auto& [key, value] : meta) set(key, value);

  const std::vector<std::uint64_t> votes = rules::count_votes(election);
  file.projects.columns = {"project_id", "cost", "votes", "name", "category", "neighborhood"};
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    const rules::Project& project = election.projects[p];
    file.projects.rows.push_back({project.id, project.cost.to_string(), std::to_string(votes[p]), project.name,
                                  join(project.categories), project.area});
  }
  file.votes.columns = {"voter_id", "vote"};
  for (const rules::Ballot& ballot : election.ballots) {
    std::string vote;
    for (const rules::ProjectIndex p : ballot.projects) vote += (vote.empty() ? "" : ",") + election.projects[p].id;
    for (std::uint64_t i = 0; i < ballot.count; ++i) {
      file.votes.rows.push_back({"v" + std::to_string(file.votes.rows.size() + 1), vote});
    }
  }
  return file;
}

}  // namespace stoepkrijt::formats
