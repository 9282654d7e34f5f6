#include "formats/pb/pb_rows.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace stoepkrijt::formats {

namespace {

Unexpected wrong(std::string_view bytes, std::size_t at, ErrorCode code, std::string_view key) {
  return fail(Error(code, key).at(where_in(bytes, at)));
}

bool is_blank(const PbRow& row) {
  return !row.quoted && row.cells.size() == 1 && row.cells[0].find_first_not_of(" \t") == std::string::npos;
}

}  // namespace

Where where_in(std::string_view bytes, std::uint64_t offset) {
  const std::size_t at = std::min(static_cast<std::size_t>(offset), bytes.size());
  const std::string_view before = bytes.substr(0, at);
  const std::size_t newline = before.rfind('\n');
  std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  if (start == 0 && bytes.starts_with("\xEF\xBB\xBF")) start = std::min<std::size_t>(3, at);
  Where where;
  where.offset = offset;
  where.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  where.column = static_cast<std::uint32_t>(count_code_points(before.substr(start)) + 1);
  return where;
}

/// at_ is behind the opening quote; ends behind the closing one.
Result<bool> PbRows::quoted_cell(std::string& cell) {
  const std::size_t opened = at_ - 1;
  for (;;) {
    const std::size_t quote = bytes_.find('"', at_);
    if (quote == std::string_view::npos) {
      return wrong(bytes_, opened, ErrorCode::kWrongFormat, "error.pb_quote_never_closes");
    }
    cell.append(bytes_.substr(at_, quote - at_));
    at_ = quote + 1;
    if (at_ >= bytes_.size() || bytes_[at_] != '"') return true;
    cell.push_back('"');
    ++at_;
  }
}

Result<bool> PbRows::next(PbRow& row) {
  if (at_ == 0 && bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  while (at_ < bytes_.size()) {
    row.cells.clear();
    row.quoted = false;
    row.offset = at_;
    for (bool more = true; more;) {
      if (row.cells.size() == kMaxCells) return wrong(bytes_, at_, ErrorCode::kTooLarge, "error.pb_too_many_cells");
      std::string cell;
      if (at_ < bytes_.size() && bytes_[at_] == '"') {
        ++at_;
        row.quoted = true;
        SK_TRY(closed, quoted_cell(cell));
        static_cast<void>(closed);
        if (at_ < bytes_.size() && bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
        if (at_ < bytes_.size() && bytes_[at_] != ';' && bytes_[at_] != '\n') {
          return wrong(bytes_, at_, ErrorCode::kWrongFormat, "error.pb_text_after_quote");
        }
      } else {
        const std::size_t end = std::min(bytes_.find_first_of(";\n", at_), bytes_.size());
        std::size_t length = end - at_;
        const bool ends_row = end == bytes_.size() || bytes_[end] == '\n';
        if (ends_row && length > 0 && bytes_[end - 1] == '\r') --length;
        cell.assign(bytes_.substr(at_, length));
        at_ = end;
      }
      row.cells.push_back(std::move(cell));
      more = at_ < bytes_.size() && bytes_[at_] == ';';
      if (at_ < bytes_.size()) ++at_;  // the separator or the end of the line
    }
    if (!is_blank(row)) return true;
  }
  return false;
}

std::uint64_t PbRows::cell_offset(std::string_view bytes, std::uint64_t offset, std::size_t index) {
  std::size_t at = static_cast<std::size_t>(offset);
  bool quoted = false;
  for (; at < bytes.size() && index > 0; ++at) {
    if (bytes[at] == '"') quoted = !quoted;
    if (!quoted && bytes[at] == '\n') break;
    if (!quoted && bytes[at] == ';') --index;
  }
  return at;
}

}  // namespace stoepkrijt::formats
