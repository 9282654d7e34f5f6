// The records of several documents in one order; for join.cpp only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/short_text.hpp"
#include "merge/document.hpp"
#include "merge/merge.hpp"

namespace stoepkrijt::merge {

struct Entry {
  std::uint64_t start;  ///< of the kind and the id: most records are told apart by it, without looking at them
  Record* record;
  std::uint32_t side;
};

inline Entry entry_of(Record& record, std::uint32_t side) {
  static_assert(kMaxKinds <= 0x100);
  std::uint64_t start = record.kind;
  // No byte of an id is 0, so that one that ends comes before one that goes on.
  for (std::size_t i = 0; i < 7; ++i) {
    start = (start << 8U) | (i < record.id.size() ? static_cast<unsigned char>(record.id[i]) : 0U);
  }
  return {start, &record, side};
}

/// By kind and id.
inline int compare(const Entry& a, const Entry& b) {
  if (a.start != b.start) return a.start < b.start ? -1 : 1;
  const std::string& x = a.record->id;
  const std::string& y = b.record->id;
  return same_text(x, y) ? 0 : text_before(x, y) ? -1 : 1;
}

/// The other records of all sides by kind and id, and of equal ones by side. Those of a side stand in order: sides are
/// merged two by two.
inline std::vector<Entry> entries_in_order(std::vector<Side>& sides) {
  std::vector<Entry> entries;
  std::vector<std::size_t> ends = {0};
  for (std::uint32_t s = 0; s < sides.size(); ++s) {
    for (Record& record : sides[s].rest.records) entries.push_back(entry_of(record, s));
    ends.push_back(entries.size());
  }
  const auto before = [](const Entry& a, const Entry& b) { return compare(a, b) < 0; };
  std::vector<Entry> merged(ends.size() > 2 ? entries.size() : 0);
  while (ends.size() > 2) {
    std::vector<std::size_t> fewer = {0};
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
      const std::size_t end = ends[std::min(i + 2, ends.size() - 1)];
      Entry* const from = entries.data();
      std::merge(from + ends[i], from + ends[i + 1], from + ends[i + 1], from + end, merged.data() + ends[i], before);
      fewer.push_back(end);
    }
    entries.swap(merged);
    ends = std::move(fewer);
  }
  return entries;
}

}  // namespace stoepkrijt::merge
