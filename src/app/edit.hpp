// One change of the dossier as a screen asks it: a value before and after. Writing, the journal and undo are built on
// it (reducer_book.cpp).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "base/result.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::app {

/// Put, replace or remove one record: absent `before` adds, absent `after` removes.
template <class Record>
struct RecordEdit {
  std::optional<Record> before;
  std::optional<Record> after;
};
using Edit = std::variant<RecordEdit<model::Signal>, RecordEdit<model::Issue>, RecordEdit<model::Walk>,
                          RecordEdit<model::Track>, RecordEdit<model::Round>>;

/// The dossier after `edit`. Errors: kUnknownId when `before` is not what the dossier holds (the edit is of another
/// dossier), kDuplicateId when an added record exists. The lists stay sorted by id.
[[nodiscard]] Result<std::shared_ptr<const model::Dossier>> apply_edit(
    const std::shared_ptr<const model::Dossier>& dossier, const Edit& edit);

}  // namespace stoepkrijt::app
