// Rows and cells of a .pb file: the lexical half of the reader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace stoepkrijt::formats {

struct PbRow {
  std::vector<std::string> cells;
  std::uint64_t offset = 0;  // of the row
  bool quoted = false;       // any cell was quoted: then it is no section name
};

/// Takes one row after another. A row with only white space is skipped. Errors: kWrongFormat (text after a closing
/// quote, a quote that never closes), kTooLarge (more than kMaxCells cells).
class PbRows {
 public:
  static constexpr std::size_t kMaxCells = 4096;

  explicit PbRows(std::string_view bytes) : bytes_(bytes) {}
  /// False at the end of the file.
  [[nodiscard]] Result<bool> next(PbRow& row);
  /// Byte offset of cell `index` in the row that starts at `offset`.
  [[nodiscard]] static std::uint64_t cell_offset(std::string_view bytes, std::uint64_t offset, std::size_t index);

 private:
  [[nodiscard]] Result<bool> quoted_cell(std::string& cell);
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// Line and column (code points) of a byte offset, both from 1.
[[nodiscard]] Where where_in(std::string_view bytes, std::uint64_t offset);

}  // namespace stoepkrijt::formats
