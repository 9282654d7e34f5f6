// A few records of a document by themselves: what a step changed, small enough to be kept at every tap.
//
// A part is no document to merge with (it is silent about all other records, and silence reads as deletion):
// `mergeable` is false. Laid over an earlier state of the same document it gives the later one, as long as nobody else
// wrote in between.
//
// Example, the log of a device:
//   const Document part = part_of(document, touched, pen.clock.actor);
//   put_part(snapshot, part);   // snapshot, an earlier state of this document, now holds these records as document
//   does
#pragma once

#include <compare>
#include <span>
#include <string>
#include <vector>

#include "merge/document.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::merge {

struct RecordKey {
  std::string kind;
  std::string id;
  friend auto operator<=>(const RecordKey&, const RecordKey&) = default;
};

/// The records that these writes are about, sorted, each once.
[[nodiscard]] std::vector<RecordKey> touched_by(std::span<const Write> writes);

/// The named records as the document holds them; those that it does not hold are left out. Of the version vector: what
/// was seen of the actors that have a dot in them, and of `also`.
[[nodiscard]] Document part_of(const Document& document, std::span<const RecordKey> keys, const ActorId& also);

/// Puts the records of a part in the place of those of `into`, and raises the version vector to what it has seen.
void put_part(Document& into, const Document& part);

}  // namespace stoepkrijt::merge
