// The dossiers on this device: a line about each, kept beside it so that the list needs no dossier to be read.
#pragma once

#include <string>
#include <string_view>

#include "app/state.hpp"
#include "base/result.hpp"

namespace stoepkrijt::app {

/// Names a document in the storage. A part or a redacted export has the id of its dossier, and a name of its own: it
/// never takes the place of the whole.
[[nodiscard]] std::string slug_of(const merge::Document& document);
/// The line about the dossier that is open.
[[nodiscard]] ShelfItem shelf_item_of(const State& state);
[[nodiscard]] const ShelfItem* find_on_shelf(const State& state, std::string_view slug);

/// JSON, version 1. Errors of the reader: those of json::Document and its values.
[[nodiscard]] std::string write_shelf_item(const ShelfItem& item);
[[nodiscard]] Result<ShelfItem> read_shelf_item(std::string_view slug, std::string_view json);

}  // namespace stoepkrijt::app
