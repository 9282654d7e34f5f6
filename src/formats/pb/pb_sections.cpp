#include <algorithm>
#include <unordered_set>
#include <utility>

#include "formats/pb/pb_draft.hpp"
#include "formats/pb/pb_rows.hpp"
#include "formats/pb/pb_text.hpp"

namespace stoepkrijt::formats {

namespace {

enum class Section : std::uint8_t { kNone, kMeta, kProjects, kVotes };

Section section_of(const PbRow& row) {
  if (row.quoted || row.cells.front().size() > 20) return Section::kNone;
  for (std::size_t i = 1; i < row.cells.size(); ++i) {
    if (!trimmed(row.cells[i]).empty()) return Section::kNone;
  }
  const std::string name = lower(trimmed(row.cells.front()));
  if (name == "meta") return Section::kMeta;
  if (name == "projects") return Section::kProjects;
  if (name == "votes") return Section::kVotes;
  return Section::kNone;
}

class Sections {
 public:
  explicit Sections(PbDraft& draft) : draft_(draft), file_(draft.out.file) {}

  bool read() {
    PbRows rows(draft_.bytes);
    PbRow row;
    Section section = Section::kNone;
    bool header = false;
    for (;;) {
      Result<bool> more = rows.next(row);
      if (!more) return broken(std::move(more).error());
      if (!*more) break;
      const Section next = header ? Section::kNone : section_of(row);
      if (next != Section::kNone) {
        if (static_cast<int>(next) != static_cast<int>(section) + 1) return broken(row, "error.pb_section_order");
        section = next;
        header = true;
      } else if (section == Section::kNone) {
        return broken(row, "error.pb_no_section");
      } else if (header) {
        if (!read_header(row, section)) return false;
        header = false;
      } else if (section == Section::kMeta) {
        read_meta_row(row);
      } else {
        read_table_row(row, section == Section::kProjects ? file_.projects : file_.votes);
      }
    }
    if (section == Section::kVotes && !header) return true;
    return broken(
        Error(ErrorCode::kMissing, "error.pb_missing_section").at(where_in(draft_.bytes, draft_.bytes.size())));
  }

 private:
  bool broken(Error error) {
    draft_.add(PbGrade::kFault, std::move(error));
    return false;
  }
  bool broken(const PbRow& row, std::string_view key) {
    draft_.about_place(row.offset, ErrorCode::kWrongFormat, key, row.cells.front());
    return false;
  }

  bool read_header(PbRow& row, Section section) {
    if (section == Section::kMeta) return true;  // "key;value"
    // Spreadsheets write empty cells behind every row.
    while (row.cells.size() > 1 && trimmed(row.cells.back()).empty()) row.cells.pop_back();
    const bool projects = section == Section::kProjects;
    PbTable& table = projects ? file_.projects : file_.votes;
    bool good = true;
    std::unordered_set<std::string_view> seen;
    for (const std::string& cell : row.cells) {
      const std::string_view name = trimmed(cell);
      if (!seen.insert(name).second) {
        draft_.about_place(row.offset, ErrorCode::kDuplicateKey, "error.pb_repeated_column", name);
        good = false;
      }
      table.columns.emplace_back(name);
    }
    for (const std::string_view needed : {projects ? "project_id" : "voter_id", projects ? "cost" : "vote"}) {
      if (table.column(needed) != PbTable::npos) continue;
      draft_.about_place(row.offset, ErrorCode::kMissing, "error.pb_missing_column", needed);
      good = false;
    }
    return good;
  }

  void read_meta_row(PbRow& row) {
    const bool narrow = row.cells.size() < 2;
    const auto extra = narrow ? row.cells.begin()
                              : std::find_if(row.cells.begin() + 2, row.cells.end(),
                                             [](const std::string& cell) { return !trimmed(cell).empty(); });
    if (narrow || extra != row.cells.end()) {
      return draft_.about_place(row.offset, ErrorCode::kWrongFormat, "error.pb_row_width", *extra);
    }
    const std::string key(trimmed(row.cells[0]));
    if (!meta_keys_.insert(key).second) {
      return draft_.about_place(row.offset, ErrorCode::kDuplicateKey, "error.pb_repeated_key", key);
    }
    file_.meta.emplace_back(key, std::move(row.cells[1]));
    draft_.meta_offsets.push_back(row.offset);
  }

  void read_table_row(PbRow& row, PbTable& table) {
    const std::size_t width = table.columns.size();
    while (row.cells.size() > width && trimmed(row.cells.back()).empty()) row.cells.pop_back();
    if (row.cells.size() > width) {
      draft_.about_place(row.offset, ErrorCode::kWrongFormat, "error.pb_row_width", row.cells.front());
    }
    // Spreadsheets leave out empty cells at the end of a row.
    row.cells.resize(width);
    table.rows.push_back(std::move(row.cells));
    table.offsets.push_back(row.offset);
    row.cells = {};
  }

  PbDraft& draft_;
  PbFile& file_;
  std::unordered_set<std::string> meta_keys_;
};

}  // namespace

bool read_sections(PbDraft& draft) { return Sections(draft).read(); }

}  // namespace stoepkrijt::formats
