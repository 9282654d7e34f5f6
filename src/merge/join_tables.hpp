// The joint tables of several documents, and the records that are renumbered by them; for join.cpp only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "merge/document.hpp"

namespace stoepkrijt::merge {

using Map = std::vector<std::uint32_t>;  // old index -> index in the joint table

inline bool changes_nothing(const Map& map) {
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (map[i] != i) return false;
  }
  return true;
}

/// The union of two sorted tables, in place of the first.
template <class T>
void join_tables(std::vector<T>& joint, const std::vector<T>& other) {
  std::vector<T> out;
  out.reserve(std::max(joint.size(), other.size()));
  std::set_union(joint.begin(), joint.end(), other.begin(), other.end(), std::back_inserter(out));
  joint = std::move(out);
}

/// Where the entries of a sorted table stand in a larger one.
template <class T>
Map places(const std::vector<T>& table, const std::vector<T>& joint) {
  Map map;
  map.reserve(table.size());
  std::uint32_t at = 0;
  for (const T& entry : table) {
    while (joint[at] != entry) ++at;
    map.push_back(at);
  }
  return map;
}

/// What was seen, by the joint numbers of the actors.
inline std::vector<Seq> seen_by(const std::vector<Seq>& seen, const Map& map, std::size_t actors) {
  std::vector<Seq> out(actors, 0);
  for (std::size_t i = 0; i < seen.size(); ++i) out[map[i]] = seen[i];
  return out;
}

struct Maps {
  Map actors;
  Map kinds;
  Map fields;
};

inline void renumber(std::vector<Record>& records, const Maps& maps) {
  const bool same_kinds = changes_nothing(maps.kinds);
  const bool same_held = changes_nothing(maps.actors) && changes_nothing(maps.fields);
  if (same_kinds && same_held) return;
  for (Record& record : records) {
    record.kind = maps.kinds[record.kind];
    if (same_held) continue;
    for (Held& held : record.held) {
      held.actor = maps.actors[held.actor];
      held.field = maps.fields[held.field];
    }
  }
}

}  // namespace stoepkrijt::merge
