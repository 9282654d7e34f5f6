#include "formats/pb/pb_draft.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "formats/pb/pb_rows.hpp"

namespace stoepkrijt::formats {

namespace {

std::string_view shown(std::string_view text) { return first_code_points(text, 40); }

}  // namespace

bool PbDraft::listing(PbGrade grade) const {
  return (grade == PbGrade::kWarning ? report.warning_count : report.fault_count) < PbReport::kListed;
}

void PbDraft::add(PbGrade grade, Error error) {
  const bool list = listing(grade);
  ++(grade == PbGrade::kWarning ? report.warning_count : report.fault_count);
  if (list) (grade == PbGrade::kWarning ? report.warnings : report.faults).push_back(std::move(error));
}

void PbDraft::about_cell(PbGrade grade, const PbTable& table, std::size_t row, std::size_t column, ErrorCode code,
                         std::string_view key, std::string_view value) {
  Error error(code, key);
  if (listing(grade)) {
    error.where = where_in(bytes, PbRows::cell_offset(bytes, table.offsets[row], column));
    if (column < table.columns.size()) error.args.emplace_back("field", table.columns[column]);
    error.args.emplace_back("value", shown(value));
  }
  add(grade, std::move(error));
}

void PbDraft::about_meta(PbGrade grade, std::string_view name, ErrorCode code, std::string_view key,
                         std::string_view value) {
  Error error = Error(code, key).with("field", name);
  error.args.emplace_back("value", shown(value));
  for (std::size_t i = 0; i < out.file.meta.size(); ++i) {
    if (out.file.meta[i].first == name) error.where = where_in(bytes, PbRows::cell_offset(bytes, meta_offsets[i], 1));
  }
  add(grade, std::move(error));
}

void PbDraft::about_place(std::uint64_t offset, ErrorCode code, std::string_view key, std::string_view value) {
  Error error(code, key);
  if (listing(PbGrade::kFault)) {
    error.where = where_in(bytes, offset);
    if (!value.empty()) error.args.emplace_back("value", shown(value));
  }
  add(PbGrade::kFault, std::move(error));
}

}  // namespace stoepkrijt::formats
