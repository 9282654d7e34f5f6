// The walk over several documents that merge() and apply() share, for the .cpp files of merge only.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "merge/document.hpp"
#include "merge/merge.hpp"
#include "merge/version_vector.hpp"

namespace stoepkrijt::merge {

/// What makes a document a part and not the whole (merge/delta.hpp).
struct Part {
  std::vector<Seq> base;        ///< with the part's actors: of dots up to here it speaks only in the records it holds
  std::vector<ActorId> unseen;  ///< sorted: never seen by its writer
  const VersionVector* since = nullptr;  ///< what its writer had seen of all other actors; null: not known here
};

/// `into` becomes the merge of all, one side after the other; `part` is null when they are whole documents, else it
/// speaks of the only side. Answers how many dots of `into` were kept although they may have been replaced (only of a
/// part without `since`). Errors, after which `into` is as it was: kTooLarge with "error.too_many_names" or
/// "error.too_many_records". Ids and `mergeable` are not looked at.
[[nodiscard]] Result<std::size_t> join(Document& into, std::vector<Side> sides, const Part* part);

}  // namespace stoepkrijt::merge
