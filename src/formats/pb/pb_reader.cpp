#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "formats/pb/pb_draft.hpp"
#include "formats/pb/pb_rows.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 30U;

}  // namespace

std::size_t PbTable::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  return found == columns.end() ? npos : static_cast<std::size_t>(found - columns.begin());
}

std::string_view PbFile::meta_value(std::string_view key) const {
  for (const auto& [name, value] : meta) {
    if (name == key) return value;
  }
  return {};
}

Result<PbElection> read_pb(std::string_view bytes, PbReport& report) {
  report = PbReport{};
  PbDraft draft(bytes, report);
  if (bytes.size() > kMaxBytes) {
    draft.add(PbGrade::kFault, Error(ErrorCode::kTooLarge, "error.pb_too_large"));
  } else if (const auto bad = first_invalid_utf8(bytes)) {
    draft.about_place(*bad, ErrorCode::kNotUtf8, "error.not_utf8", "");
  } else if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    draft.about_place(nul, ErrorCode::kNotUtf8, "error.pb_nul", "");
  } else if (read_sections(draft)) {
    read_meta(draft);
    read_projects(draft);
    read_votes(draft);
  }
  if (report.fault_count != 0) return fail(report.faults.front());
  return std::move(draft.out);
}

}  // namespace stoepkrijt::formats
