// A neighbourhood's own map: made of files, kept as one map file, passed on in the dossier's file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.hpp"
#include "base/result.hpp"
#include "formats/mapimport/mapimport.hpp"

namespace stoepkrijt::app {

/// Files that were chosen together as one map that waits for the user's yes. Errors: those of formats::import_map.
[[nodiscard]] Result<PendingImport> pending_map(std::vector<MapFile> files);

/// The map file of what is shown; empty while it is the built-in map.
[[nodiscard]] std::string map_file_of(const State& state);

/// The map that a screen draws: on the page of an import the map that is offered there.
[[nodiscard]] const model::BaseMap* map_shown(const State& state);

/// A map that came with a dossier, if it is whole. nullptr: none, or damaged.
[[nodiscard]] std::shared_ptr<const model::BaseMap> map_that_came(const PendingImport& import);

/// "2.810 gebouwen", what there is, in the order of the parts.
[[nodiscard]] std::vector<std::string> found_words(const formats::MapReport& report, const Lang& lang);
/// "Er is geen groen gevonden."
[[nodiscard]] std::vector<std::string> missing_words(const formats::MapReport& report, const Lang& lang);
/// What was left out with its reason and first place, and what was converted.
[[nodiscard]] std::vector<std::string> left_out_words(const formats::MapReport& report, const Lang& lang);

/// The lines of attribution as one text for a field, and back.
[[nodiscard]] std::string joined(const std::vector<std::string>& lines);

}  // namespace stoepkrijt::app
