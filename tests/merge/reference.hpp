// The kernel by its definition, slowly: per dot where it stands and what it says. Written apart from src/merge, so that
// the two can only agree by both being right.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>

#include "merge/document.hpp"

namespace stoepkrijt::merge::test {

using Field = std::tuple<std::string, std::string, FieldKind, std::string>;  // kind, id, kind of field, name
using Said = std::tuple<std::int64_t, std::uint32_t, std::string>;           // time, count, value

struct Reference {
  std::map<ActorId, Seq> seen;
  std::map<Field, std::map<Dot, std::set<Said>>> fields;
  friend bool operator==(const Reference&, const Reference&) = default;
};

inline Reference reference_of(const Document& document) {
  Reference out;
  for (std::size_t i = 0; i < document.actors.size(); ++i) out.seen[document.actors[i]] = document.seen[i];
  for (const Record& record : document.records) {
    for (const Held& held : record.held) {
      const FieldName& name = document.fields[held.field];
      out.fields[{document.kinds[record.kind], record.id, name.kind, name.name}][dot_of(document, held)].insert(
          {held.time_ms, held.count, std::string(record.value(held))});
    }
  }
  return out;
}

/// "Keep a dot d of A iff d is in B or d.seq > ccB[d.a]; the same the other way; cc = pointwise maximum."
inline Reference joined(const Reference& a, const Reference& b) {
  Reference out;
  for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    for (const auto& [actor, seq] : one->seen) out.seen[actor] = std::max(out.seen[actor], seq);
    for (const auto& [field, dots] : one->fields) {
      for (const auto& [dot, said] : dots) {
        const auto there = other->fields.find(field);
        const bool held = there != other->fields.end() && there->second.contains(dot);
        const auto seen = other->seen.find(dot.actor);
        const bool covered = seen != other->seen.end() && dot.seq <= seen->second;
        if (held || !covered) out.fields[field][dot].insert(said.begin(), said.end());
      }
    }
  }
  return out;
}

}  // namespace stoepkrijt::merge::test
