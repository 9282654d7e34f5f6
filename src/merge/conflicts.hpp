// What people have to look at: fields in which more than one value stands, deletions that somebody did not know of, and
// what is odd about a file.
//
// Guarantees: conflicts() is a function of the document alone, in the order of records and fields, without those of
// records that are hidden; resolving one is an ordinary write. Views live as long as the document is not changed.
//
// Example: for (const Conflict& c : conflicts(document)) if (!c.agree) ask(c.record->id, c.field, c.values);
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "merge/document.hpp"
#include "merge/view.hpp"

namespace stoepkrijt::merge {

struct Conflict {
  enum class What : std::uint8_t {
    kValues,    ///< more than one dot in a register
    kDeletion,  ///< deleted by one, changed or put back by another; the record is shown
  };
  What what = What::kValues;
  const Record* record = nullptr;
  std::string_view kind;   ///< of the record
  std::string_view field;  ///< of a deletion: empty
  std::vector<Content>
      values;  ///< each with who and when, the shown one first; of a deletion: what stands in its register
  std::vector<Content> unknown;  ///< of a deletion: what no deletion knew, in the order of clocks
  bool agree = false;            ///< all values are the same: nothing to choose
};

[[nodiscard]] std::vector<Conflict> conflicts(const Document& document);

struct Warning {
  enum class What : std::uint8_t {
    kSameDot,  ///< a dot with more contents than one: an actor wrote on in two places, or the file was tampered with
    kAhead,    ///< a clock more than 24 h ahead of the wall
  };
  What what = What::kSameDot;
  const Record* record = nullptr;
  std::string_view kind;
  std::string_view field;
  Dot dot;
  Clock clock;
};

/// Never a reason to refuse. `wall_ms` is the present time of this device.
[[nodiscard]] std::vector<Warning> warnings(const Document& document, std::int64_t wall_ms);

}  // namespace stoepkrijt::merge
