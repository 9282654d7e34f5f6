#include <algorithm>
#include <array>

#include "formats/pb/pb.hpp"
#include "formats/pb/pb_text.hpp"

namespace stoepkrijt::formats {

namespace {

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

Result<void> write_table(std::string& out, const PbTable& table, std::string_view section,
                         std::array<std::string_view, 2> needed) {
  for (const std::string_view key : needed) {
    if (table.column(key) != PbTable::npos) continue;
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

}  // namespace

Result<std::string> write_pb(const PbFile& file) {
  for (const std::string_view key : kPbRequired) {
    const bool there =
        std::any_of(file.meta.begin(), file.meta.end(), [&](const auto& row) { return row.first == key; });
    if (!there) return fail(Error(ErrorCode::kMissing, "error.pb_missing_meta").with("field", key));
  }
  std::string out = "META\nkey;value\n";
  for (const auto& [key, value] : file.meta) write_row(out, std::array<std::string_view, 2>{key, value});
  SK_TRY_VOID(write_table(out, file.projects, "PROJECTS", {"project_id", "cost"}));
  SK_TRY_VOID(write_table(out, file.votes, "VOTES", {"voter_id", "vote"}));
  return out;
}

}  // namespace stoepkrijt::formats
