// A small change as a file: JSON, format "stoepkrijt-delta", version 1 (docs/formats/delta.md). Its records are written
// as those of the document that merges.
//
// Written canonically; read strictly and as a stream: every field is there, no other field is, all invariants of
// merge/delta.hpp hold; white space and the order of keys are free. Nothing is read by half.
//
// Guarantees: for a well-formed delta d, read_delta(write_delta(d)) says the same; for any text that is read,
// write_delta of it is read again and gives itself.
//
// Example:
//   const std::string bytes = pack_delta(*merge::delta(mine, since));   // for codes or a message
//   SK_TRY(news, unpack_delta(bytes));
//   SK_TRY(applied, merge::apply(theirs, std::move(news), remembered));
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json_sax.hpp"
#include "base/json_writer.hpp"
#include "base/result.hpp"
#include "formats/merged/merged.hpp"
#include "merge/delta.hpp"

namespace stoepkrijt::formats {

inline constexpr std::string_view kDeltaFormat = "stoepkrijt-delta";
inline constexpr std::int64_t kDeltaVersion = 1;
/// A change that came packed is small; what unpacks to more is refused.
inline constexpr std::size_t kMostUnpacked = std::size_t{64} << 20U;

/// Errors: as read_merged() (formats/merged/merged.hpp), for its own keys too.
[[nodiscard]] Result<merge::Delta> read_delta(std::string_view text, const json::Limits& limits = merged_limits());

/// Domain: a well-formed delta.
[[nodiscard]] std::string write_delta(const merge::Delta& delta, json::Style style = json::Style::kCanonical);

/// write_delta() and gzip() in one.
[[nodiscard]] std::string pack_delta(const merge::Delta& delta);
/// Errors: those of gunzip() with kMostUnpacked, and of read_delta(). Takes bytes that are not packed too.
[[nodiscard]] Result<merge::Delta> unpack_delta(std::string_view bytes);

}  // namespace stoepkrijt::formats
