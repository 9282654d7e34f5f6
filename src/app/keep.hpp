// How small things are kept on the device between two visits: settings, the ballot and the signal being made, the
// practice ballots, map files. Own JSON, one object each, version 1; ballots with points or in an order of preference:
// version 2, so that an app of before sets them aside instead of misreading them. The dossier has its own format
// (formats/dossier).
//
// Errors of the readers: those of json::Document and of the values; the caller sets the bytes aside and goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.hpp"
#include "base/result.hpp"

namespace stoepkrijt::app {

struct KeptDraft {
  BallotDraft ballot;
  std::optional<TagDraft> tag;
  std::vector<TagDraft> later = {};
  friend bool operator==(const KeptDraft&, const KeptDraft&) = default;
};

[[nodiscard]] std::string write_settings(const Settings& settings);
[[nodiscard]] Result<Settings> read_settings(std::string_view json);

[[nodiscard]] std::string write_draft(const KeptDraft& draft);
[[nodiscard]] Result<KeptDraft> read_draft(std::string_view json);

[[nodiscard]] std::string write_urn(const model::Urn& urn);
[[nodiscard]] Result<model::Urn> read_urn(std::string_view json);

[[nodiscard]] std::string write_map_files(const std::vector<MapFile>& files);
[[nodiscard]] Result<std::vector<MapFile>> read_map_files(std::string_view json);

}  // namespace stoepkrijt::app
