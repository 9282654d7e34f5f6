// What a file says of records that are known already, for formats/merged only: a record that stands in the file as it
// is held here is compared where it stands and not taken apart. Ten files of one dossier mostly say the same.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "formats/merged/dot_runs.hpp"
#include "formats/merged/scanner.hpp"
#include "formats/merged/stood.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::formats {

class Beside {
 public:
  /// `mine` is well formed, and stays as it is. With `stood` its records are looked for as they stood in the files
  /// before this one, and noted for those after it.
  Beside(const merge::Document& mine, Stood* stood);

  /// The actors of the file, sorted, with what it has seen.
  void begin(const std::vector<merge::Dot>& actors);
  void begin_kind(std::string_view kind);
  /// The record of mine that stands in the file at `in`, with all that is held in it and nothing else, each dot listed
  /// and seen there; `in` goes behind it. Else nothing, and `in` stays. Ids of a kind come upwards.
  [[nodiscard]] const merge::Record* take(std::string_view id, Scanner& in);

  /// Places in `mine` of what was taken, upwards.
  [[nodiscard]] const std::vector<std::uint32_t>& same() const { return same_; }
  /// Whether no dot of `rest`, the other records of the file, stands in another record or field of the file.
  [[nodiscard]] bool dots_once(const merge::Document& rest);

 private:
  using Index = std::uint32_t;
  static constexpr Index kNone = std::numeric_limits<Index>::max();
  struct Span {
    std::size_t first = 0;
    std::size_t last = 0;
    [[nodiscard]] bool empty() const { return first == last; }
  };

  [[nodiscard]] bool stands_as_before(Index place, Scanner& in);
  [[nodiscard]] bool matches(const merge::Record& record, Scanner& in);
  void split();
  [[nodiscard]] bool open(Scanner& in, std::string_view key);
  [[nodiscard]] bool listed(Scanner& in);
  [[nodiscard]] bool all_listed() const;
  [[nodiscard]] bool plain(Scanner& in, const merge::Held& at) const;
  [[nodiscard]] bool group(Scanner& in, Span fields);
  [[nodiscard]] bool dots(Scanner& in, Span field);
  [[nodiscard]] bool stamp(Scanner& in, merge::Held& held);
  [[nodiscard]] std::size_t end_of_field(std::size_t first, std::size_t last) const;

  const merge::Document& mine_;
  Stood* stood_;
  std::vector<std::string> keys_;  // of each field of mine: its name with quotes and colon
  std::vector<merge::Seq> seen_;   // by the file
  std::vector<Index> to_mine_;     // from an actor of the file
  std::vector<Index> to_file_;     // from an actor of mine
  std::size_t at_ = 0;             // the next record of mine, of this kind
  std::size_t end_ = 0;
  std::vector<Index> same_;
  DotRuns runs_;
  // Of the record that is compared:
  const merge::Record* record_ = nullptr;
  std::size_t start_ = 0;           // where it stands
  std::vector<Stood::Mark> marks_;  // where its actors stand
  Span registers_;
  Span events_;
  Span sets_;
  Span deleted_;
  bool first_ = true;  // no key has come yet
  bool any_listed_ = false;
  std::vector<bool> listed_;  // of what is held in registers, the first of a field: it stood in "dots"
};

}  // namespace stoepkrijt::formats
