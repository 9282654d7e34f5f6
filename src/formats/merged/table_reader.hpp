// Reads the value of "tables" (docs/formats/merge.md, "Tables"), for the readers of formats/merged only: the same
// records by the same RecordReader as the other form gives. Takes the canonical form only, as no person writes tables.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/merged/handler.hpp"
#include "formats/merged/record_reader.hpp"
#include "formats/merged/scanner.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::formats {

class TableReader {
 public:
  /// All of them outlive it; records and kinds are added to `read`.
  TableReader(Scanner& in, NameTable& fields, RecordReader& record, Read& read)
      : in_(in), fields_(fields), record_(record), read_(read) {}

  /// `in` stands behind the bracket that opens the tables, and then behind the one that closes them. False: something
  /// is wrong at fault_at(). Domain: the text is UTF-8.
  [[nodiscard]] bool read();
  [[nodiscard]] std::size_t fault_at() const { return fault_at_ != 0 ? fault_at_ : in_.offset(); }

 private:
  enum class Group : std::uint8_t { kAt, kDeleted, kDots, kEvents, kPlain, kPlainTimes, kSets };
  struct Column {
    Group group = Group::kAt;
    std::uint32_t field = 0;
    std::array<std::vector<std::int64_t>, 4> stamps;              // each as what it is more than the one before
    std::vector<std::pair<std::uint32_t, std::uint32_t>> values;  // from, to
    std::size_t size = 0;
    std::size_t next = 0;
  };
  using Shape = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // column, how many; never 0

  bool table();
  bool named_columns(Group group, merge::FieldKind kind);
  bool column(Group group, std::uint32_t field);
  bool values(Column& column);
  bool ids();
  bool shape_of();
  bool shapes();
  bool shape();
  template <class Take>
  bool list(Take take);
  bool difference(std::vector<std::int64_t>& out);
  bool records();
  bool record(std::size_t i);
  void plain(Column& column, const merge::Held& at);
  bool dots(Column& column, std::uint32_t count, const merge::Held& at);
  void copy(const std::pair<std::uint32_t, std::uint32_t>& value) {
    record_.values() += in_.text().substr(value.first, value.second - value.first);
  }
  static bool step(const Column& column, std::size_t i, merge::Held& held);

  Scanner& in_;
  NameTable& fields_;
  RecordReader& record_;
  Read& read_;
  std::vector<Column> columns_;
  std::vector<std::uint32_t> ids_;  // where each stands
  std::vector<Shape> shapes_;
  std::vector<std::uint32_t> shape_of_;
  merge::Held last_at_;
  std::size_t held_ = 0;
  std::size_t fault_at_ = 0;
};

}  // namespace stoepkrijt::formats
