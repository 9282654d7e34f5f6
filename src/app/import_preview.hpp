// What an import would do, found out before it is done: the candidate is merged beside the dossier, and compared.
#pragma once

#include <memory>

#include "app/state.hpp"
#include "base/result.hpp"
#include "merge/delta.hpp"

namespace stoepkrijt::app {

/// A file with a dossier, as it stands to the dossier of `state`. Changes nothing. Errors: those of merge::merge (too
/// much together) and of formats::dossier_of (what came cannot be shown at all).
[[nodiscard]] Result<PendingImport> preview_import(const State& state, std::shared_ptr<const merge::Document> incoming);

/// A small change (formats/delta). Errors: those of merge::apply ("error.delta_gap" when this device has not seen what
/// it builds on), kNotAllowed with "error.other_dossier".
[[nodiscard]] Result<PendingImport> preview_delta(const State& state, std::shared_ptr<const merge::Delta> delta);

/// The same file once more, against the dossier as it is by now. Errors: as above.
[[nodiscard]] Result<PendingImport> preview_anew(const State& state, const PendingImport& import);

}  // namespace stoepkrijt::app
