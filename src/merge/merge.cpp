#include "merge/merge.hpp"

#include <utility>

#include "merge/join.hpp"

namespace stoepkrijt::merge {

Result<void> merge(Document& into, Document from) {
  if (into.id != from.id) return fail(ErrorCode::kNotAllowed, "error.other_dossier");
  if (!into.mergeable || !from.mergeable) return fail(ErrorCode::kNotAllowed, "error.not_mergeable");
  SK_TRY_VOID(join(into, std::move(from), nullptr));
  return {};
}

}  // namespace stoepkrijt::merge
