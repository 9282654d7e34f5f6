// A part of a dossier, or one with what is personal taken out: to publish or to hand to others. Marked
// `mergeable: false`, because what is not in it would read as deleted.
//
// What it holds is what is shown: of each register the value that counts, no conflicts, nothing that was deleted or
// that a dossier cannot show. Its dots and clocks are new: one actor, made of what is in it, that wrote everything in
// the order of the file, at the start of 1970 (status events at their own time). So nobody can tell from it who wrote
// what, in which order, how often, or how much was left out. What redacting does to each field:
// formats/records/redaction.hpp; in words: docs/formats/export.md.
//
// Guarantees: deterministic; the document is well formed, dossier_of shows all of it, and it is not mergeable.
//
// Example:
//   Extract how;
//   how.redaction.grid_m = 100;
//   how.only = {"signal"};
//   SK_TRY(out, extract(document, how));
//   save(write_merged(out.document));
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "formats/records/records.hpp"
#include "formats/records/redaction.hpp"

namespace stoepkrijt::formats {

/// The neighbourhood and all its buurten come along always.
struct Extract {
  bool redacts = true;  ///< false: only a part is taken, as it is
  Redaction redaction;
  /// Only these kinds: "round" (with its plans), "walk", "signal", "issue" (with the signals that it is about). Empty:
  /// all.
  std::vector<std::string> only;
  std::string buurt;  ///< only what lies in this buurt: plans (with their rounds), signals (with their walks), issues
  std::string round;  ///< only this round
};
inline constexpr std::int32_t kMostGridMetres = 10'000;

struct Extracted {
  merge::Document document;
  std::vector<NotShown> not_shown;  ///< of the source: could not be shown, so it is not in it
};

/// Errors: those of dossier_of; kUnknownValue with "error.export_kind" (`only` names another kind); kUnknownId with
/// "error.export_no_buurt" or "error.export_no_round"; kNotAllowed with "error.export_grid" (beyond 0 to
/// kMostGridMetres).
[[nodiscard]] Result<Extracted> extract(const merge::Document& document, const Extract& how);

}  // namespace stoepkrijt::formats
