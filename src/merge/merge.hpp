// Merging two documents: the one function by which all devices come to the same state.
//
// Per field a dot of either side stays iff the other side holds it in that field too, or has not seen it; the version
// vector is the pointwise maximum. A dot that both hold with different content keeps both contents (broken or hostile
// files only; warnings() in merge/conflicts.hpp names them).
//
// Guarantees, for documents that are well formed, hostile ones included: commutative, associative, idempotent (in the
// canonical bytes); the result is well formed. Time is linear in what both hold.
// Why the laws hold for every set of documents: docs/formats/merge.md, "Why it converges".
//
// Example: SK_TRY_VOID(merge(mine, std::move(theirs)));
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::merge {

/// `into` becomes the merge of both. Errors, after which `into` is as it was: kNotAllowed with "error.other_dossier"
/// (another id) or "error.not_mergeable" (a partial or redacted export on either side); kTooLarge with
/// "error.too_many_names" (together more kinds or fields than a document may have) or "error.too_many_records" (fits()
/// would not hold).
[[nodiscard]] Result<void> merge(Document& into, Document from);

/// A document that a reader found beside another without copying what both hold: `rest` has its id, tables, vector and
/// its other records; the records of the other document at the places `same` (upwards, each once) are its too, as they
/// are.
struct Side {
  Document rest;
  std::vector<std::uint32_t> same = {};
};

/// As merge(into, side) for one after the other, but all places are those in `into` as it is given. All or nothing;
/// errors as above.
[[nodiscard]] Result<void> merge(Document& into, std::vector<Side> sides);

}  // namespace stoepkrijt::merge
