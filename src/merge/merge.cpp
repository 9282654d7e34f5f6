#include "merge/merge.hpp"

#include <utility>

#include "merge/join.hpp"

namespace stoepkrijt::merge {

Result<void> merge(Document& into, Document from) {
  std::vector<Side> sides;
  sides.push_back({std::move(from), {}});
  return merge(into, std::move(sides));
}

Result<void> merge(Document& into, std::vector<Side> sides) {
  for (const Side& side : sides) {
    if (into.id != side.rest.id) return fail(ErrorCode::kNotAllowed, "error.other_dossier");
    if (!into.mergeable || !side.rest.mergeable) return fail(ErrorCode::kNotAllowed, "error.not_mergeable");
  }
  SK_TRY_VOID(join(into, std::move(sides), nullptr));
  return {};
}

}  // namespace stoepkrijt::merge
