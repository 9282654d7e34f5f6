// The dossier as a file: JSON, format "stoepkrijt-dossier", version 1 (docs/formats/dossier.md and its JSON Schema).
//
// Written canonically: UTF-8, no white space, keys sorted by bytes, shortest escapes, integers only (cents, 1e-7
// degree, millimetres, milliseconds), so that equal dossiers are equal bytes and their SHA-256 names the state. Read
// strictly: every field is there, no other field is, and model::validate agrees; white space and the order of keys are
// free. Nothing is read by half.
//
// Guarantees: for a valid dossier d, *read_dossier(write_dossier(d)) == d; for canonical bytes b,
// write_dossier(*read_dossier(b)) == b.
#pragma once

#include <string>
#include <string_view>

#include "base/json.hpp"
#include "base/json_writer.hpp"
#include "base/result.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::formats {

inline constexpr std::string_view kDossierFormat = "stoepkrijt-dossier";
inline constexpr std::int64_t kDossierVersion = 1;

/// Errors, each with path, line and column: those of json::Document::parse; kWrongFormat (no dossier), kNewerVersion
/// (before anything else in the document is judged), kMissing, kUnknownKey, kWrongType, kUnknownValue, kOverflow,
/// kOutsideWorld, and those of model::validate. The first fault is returned.
[[nodiscard]] Result<model::Dossier> read_dossier(std::string_view text, const json::Limits& limits = {});

/// Domain: a dossier for which model::validate holds. (Text that is not UTF-8 is mended with U+FFFD.)
[[nodiscard]] std::string write_dossier(const model::Dossier& dossier, json::Style style = json::Style::kCanonical);

/// SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits.
[[nodiscard]] std::string state_hash(const model::Dossier& dossier);

}  // namespace stoepkrijt::formats
