// How records that are known already stood in a file that was read before, for formats/merged only: where they stand in
// the next file by the same bytes, they say the same and need not be taken apart again. The devices of one dossier
// mostly write the same bytes; what differs from file to file is the number that each gives to an actor.
//
// Why a file cannot get anything past the reader by this: noted are only bytes that Beside compared with the record, so
// they are canonical and say what the record holds, given which actor each number means. That is looked up in the table
// of the file at hand, number by number. What else a reader checks depends on the rest of the file: whether its table
// covers each dot, and whether a dot stands twice. Both are checked by the runs of the record, as for any other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "formats/merged/dot_runs.hpp"
#include "formats/merged/scanner.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::formats {

class Stood {
 public:
  /// The number of an actor in a text, from the record's first byte.
  struct Mark {
    std::uint32_t at = 0;
    std::uint32_t end = 0;
    std::uint32_t actor = 0;  ///< of the document that knows the records
  };

  /// The texts live as long as this does.
  explicit Stood(std::size_t records) : spots_(records) {}

  /// The record at this place stands as `text`, and its actors at the marks; only the first time counts.
  void note(std::size_t place, std::string_view text, std::span<const Mark> marks, std::span<const merge::Held> held);

  [[nodiscard]] bool noted(std::size_t place) const { return spots_[place].text != nullptr; }

  /// Does it stand at `in` by the bytes that were noted, each actor meaning the same by `to_known` (from the numbers of
  /// the file)? Then `in` goes behind it; else it stays.
  [[nodiscard]] bool take(std::size_t place, Scanner& in, const std::vector<std::uint32_t>& to_known) const;

  /// The dots of a record that take() answered true for, with actors of the document that knows the record.
  [[nodiscard]] std::span<const DotRun> runs(std::size_t place) const {
    return {runs_.data() + spots_[place].run, spots_[place].runs};
  }

 private:
  struct Spot {
    const char* text = nullptr;  // null: not noted
    std::uint32_t size = 0;
    std::uint32_t mark = 0;
    std::uint32_t marks = 0;
    std::uint32_t run = 0;
    std::uint32_t runs = 0;
  };
  std::vector<Spot> spots_;
  std::vector<Mark> marks_;
  std::vector<DotRun> runs_;
};

}  // namespace stoepkrijt::formats
