// What the commands on dossiers share: reading a file of either version, packed or not, or a small change; writing one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cli/session.hpp"
#include "formats/photos/photos_member.hpp"
#include "merge/conflicts.hpp"
#include "merge/delta.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::cli {

/// One of both.
struct DossierFile {
  std::optional<merge::Document> dossier;
  std::int64_t version = 0;  // of the file
  std::optional<merge::Delta> change;
  formats::PhotoBytes photos;  // of a dossier: those that came along and are whole
  std::vector<Error> wrong_photos;
};

/// Faults are told. The bytes of the file are gone when this returns: only what was read is in memory.
[[nodiscard]] Result<DossierFile> load_any(Session& session, std::string_view file);
/// A whole dossier; a change is a fault.
[[nodiscard]] Result<DossierFile> load_dossier(Session& session, std::string_view file);

/// To --output, packed when its name ends in .gz; "-" is left to the caller. Answers how many bytes were written;
/// faults are told.
[[nodiscard]] Result<std::size_t> write_output(Session& session, std::string_view bytes);
/// The same for a dossier, of which `bytes` are the canonical ones: packed it is written as tables.
[[nodiscard]] Result<std::size_t> write_output(Session& session, std::string_view bytes,
                                               const merge::Document& document);

/// Those in which there is something to choose.
[[nodiscard]] std::size_t open_conflicts(const std::vector<merge::Conflict>& conflicts);

[[nodiscard]] inline std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

}  // namespace stoepkrijt::cli
