// The names of the photos that the signals of a document hold.
#pragma once

#include <set>
#include <string>

#include "merge/document.hpp"

namespace stoepkrijt::formats {

/// `deleted`: also of signals that were deleted (their names can come back by undo).
void add_photo_names(const merge::Document& document, bool deleted, std::set<std::string>& out);

}  // namespace stoepkrijt::formats
