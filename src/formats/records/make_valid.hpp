// What came together by merging may be more than a dossier can hold: a signal of a walk that was deleted, two rounds'
// dates that do not fit. For the .cpp files of formats/records only.
#pragma once

#include "base/result.hpp"
#include "formats/records/records.hpp"

namespace stoepkrijt::formats {

/// Drops references to what is not there and leaves out what is not valid, until model::validate agrees; tells each in
/// `not_shown`. Error: that of model::validate where nothing can be left out (the neighbourhood, the dossier itself).
[[nodiscard]] Result<void> make_valid(DossierView& view);

}  // namespace stoepkrijt::formats
