// What was read becomes a document, with the checks that need the whole file; for the readers of formats/merged and
// formats/delta.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "formats/merged/handler.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::formats {

/// `text` is the file that `handler` has read, with all its keys. Errors: kDuplicateKey (an actor twice), kUnknownId
/// (an actor that is not listed, a dot that is not seen), kDuplicateId (a dot in two fields, a record twice).
[[nodiscard]] Result<merge::Document> assembled(std::string_view text, MergedHandler& handler);

}  // namespace stoepkrijt::formats
