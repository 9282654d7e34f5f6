// The walk over two documents that merge() and apply() share, for the .cpp files of merge only.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "merge/document.hpp"
#include "merge/version_vector.hpp"

namespace stoepkrijt::merge {

/// What makes `from` a part of a document and not the whole (merge/delta.hpp).
struct Part {
  std::vector<Seq> base;        ///< with from.actors: of dots up to here it speaks only in the records that it holds
  std::vector<ActorId> unseen;  ///< sorted: never seen by its writer
  const VersionVector* since = nullptr;  ///< what its writer had seen of all other actors; null: not known here
};

/// `into` becomes the merge of both; `part` is null when `from` is a whole document. Answers how many dots of `into`
/// were kept although they may have been replaced (only of a part without `since`). Errors, after which `into` is as it
/// was: kTooLarge with "error.too_many_names" or "error.too_many_records". Ids and `mergeable` are not looked at.
[[nodiscard]] Result<std::size_t> join(Document& into, Document from, const Part* part);

}  // namespace stoepkrijt::merge
