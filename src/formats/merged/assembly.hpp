// What was read becomes a document, with the checks that need the whole file; for the readers of formats/merged and
// formats/delta.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "formats/merged/handler.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::formats {

/// Takes the records out of `read`, which has all the keys of its file; `text` is that file, and `fields` the names in
/// the order in which they came. Errors, with place: kDuplicateKey (an actor twice), kUnknownId (an actor that is not
/// listed, a dot that is not seen), kDuplicateId (a dot in two fields, a record twice).
[[nodiscard]] Result<merge::Document> assembled(std::string_view text, Read& read,
                                                const std::vector<merge::FieldName>& fields);

}  // namespace stoepkrijt::formats
