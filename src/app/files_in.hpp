// A file that the user gave, whatever it is: told apart by its content, read whole, checked, and only then offered.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.hpp"
#include "base/result.hpp"

namespace stoepkrijt::app {

/// Packed with gzip or not. A dossier (JSON with our format name), ballots (.pb of the present round), signals of
/// another program (formats/reports) or a map layer (GeoJSON). Errors: those of the readers; kWrongFormat when it is
/// none of these; kUnknownId for ballots of another round.
[[nodiscard]] Result<PendingImport> read_given_file(std::string_view name, std::string_view bytes, const State& state);

/// One map of several layers. Errors: those of the GeoJSON reader, with the layer's file name.
[[nodiscard]] Result<std::shared_ptr<const model::BaseMap>> read_map(const std::vector<MapFile>& files);

}  // namespace stoepkrijt::app
