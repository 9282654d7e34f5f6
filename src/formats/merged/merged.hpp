// The document that merges as a file: JSON, format "stoepkrijt-dossier", version 2 (docs/formats/merge.md).
//
// Written canonically: equal states are equal bytes on every device, and their SHA-256 names the state. Read strictly
// and as a stream: every field is there, no other field is, all invariants of merge/document.hpp hold; white space and
// the order of keys are free, but for the form with tables. Nothing is read by half.
//
// Guarantees: for a well-formed document d, read_merged(write_merged(d)) and read_merged(write_as_tables(d)) are the
// same state; for any text t that is
// read, write_merged of it is read again and gives itself.
//
// Example:
//   SK_TRY(theirs, read_merged(bytes));
//   SK_TRY_VOID(merge::merge(mine, std::move(theirs)));    // or at once: merge_merged(mine, {&bytes, 1})
//   const std::string name = state_name(mine);
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/json_sax.hpp"
#include "base/json_writer.hpp"
#include "base/result.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::formats {

inline constexpr std::string_view kMergedFormat = "stoepkrijt-dossier";
inline constexpr std::int64_t kMergedVersion = 2;

/// The reader's limits: all that merge::fits() allows can be read. Beside those of merge/document.hpp and
/// merge/value.hpp.
[[nodiscard]] inline json::Limits merged_limits() {
  json::Limits limits;
  limits.max_bytes = 512 * json::kMiB;
  limits.max_depth = 48;
  return limits;
}

/// Errors, each with line and column, those of content with path as well: those of json::parse; kWrongFormat (no
/// dossier, or an older version) and kNewerVersion, before anything else in the document is judged; kMissing,
/// kUnknownKey, kDuplicateKey, kWrongType, kOverflow, kNegative, kNotAllowed, kUnknownId (an actor that is not listed),
/// kDuplicateId (a dot in two fields, or twice the same) and kTooLarge. The first fault is returned.
[[nodiscard]] Result<merge::Document> read_merged(std::string_view text, const json::Limits& limits = merged_limits());

/// The same as merge::merge(into, *read_merged(text)) for one text after the other, many times as fast where they
/// mostly say what `into` holds: such records are compared where they stand. All or nothing. Errors: those of both,
/// with the argument "file": which text it was, from 1, where it could not be read. Domain: `into` is well formed.
[[nodiscard]] Result<void> merge_merged(merge::Document& into, std::span<const std::string_view> texts,
                                        const json::Limits& limits = merged_limits());

/// Domain: a well-formed document.
[[nodiscard]] std::string write_merged(const merge::Document& document, json::Style style = json::Style::kCanonical);

/// The same document in the form that gzip makes smallest, for packed files: equal states are equal bytes here too, but
/// not those that name the state. Domain: a well-formed document.
[[nodiscard]] std::string write_as_tables(const merge::Document& document);

/// SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits.
[[nodiscard]] std::string state_name(const merge::Document& document);

}  // namespace stoepkrijt::formats
