// One change of the dossier that can be turned round. Undo, redo, the journal and (later) merge are built on it.
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
/// Another dossier in place of the whole: import, wipe, example.
struct WholeEdit {
  std::shared_ptr<const model::Dossier> before;
  std::shared_ptr<const model::Dossier> after;
};

using Edit = std::variant<RecordEdit<model::Signal>, RecordEdit<model::Issue>, RecordEdit<model::Walk>,
                          RecordEdit<model::Round>, WholeEdit>;

[[nodiscard]] Edit inverse(Edit edit);

/// The dossier after `edit`. Errors: kUnknownId when `before` is not what the dossier holds (the edit is of another
/// dossier), kDuplicateId when an added record exists. The lists stay sorted by id.
[[nodiscard]] Result<std::shared_ptr<const model::Dossier>> apply_edit(
    const std::shared_ptr<const model::Dossier>& dossier, const Edit& edit);

}  // namespace stoepkrijt::app
