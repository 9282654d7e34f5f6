// Building blocks for the readers and writers of the ballot box's files; for this folder only.
//
// Bytes of a fixed length are lower-case hexadecimal; sealed ballots are base 64 (formats/photos/base64.hpp).
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ballotbox/bytes.hpp"
#include "base/json.hpp"
#include "base/json_writer.hpp"

namespace stoepkrijt::formats::ballotbox_members {

using ballotbox::Bytes;

/// What a file of ours begins to be judged by.
struct Kind {
  std::string_view format;
  std::string_view wrong_key;  ///< "error.wrong_format_…"
};
inline constexpr std::int64_t kVersion = 1;  ///< of all of them, until one changes

/// Is it this kind, of a version that is known, and with these members only, all of them?
/// Errors: kWrongFormat, kNewerVersion "error.newer_version", kMissing, kUnknownKey.
[[nodiscard]] Result<void> check_envelope(json::Cursor root, const Kind& kind,
                                          std::initializer_list<std::string_view> members,
                                          std::string_view optional = {});  // `optional`: may be left out
/// The last of these.
[[nodiscard]] Result<void> only_members(json::Cursor object, std::initializer_list<std::string_view> members,
                                        std::string_view optional = {});  // `optional`: may be left out

/// Error: kDamaged "error.not_hex" {digits}.
[[nodiscard]] Result<void> read_hex(json::Cursor at, std::span<std::uint8_t> out);
template <std::size_t N>
[[nodiscard]] Result<std::array<std::uint8_t, N>> hex_value(json::Cursor at) {
  std::array<std::uint8_t, N> out{};
  SK_TRY_VOID(read_hex(at, out));
  return out;
}
template <std::size_t N>
[[nodiscard]] Result<std::array<std::uint8_t, N>> hex_at(json::Cursor object, std::string_view key) {
  SK_TRY(member, object.get(key));
  return hex_value<N>(member);
}
/// The text of base/ids.hpp. Error: kDamaged "error.bad_election".
[[nodiscard]] Result<ballotbox::ElectionId> election_at(json::Cursor root);
/// Error: kDamaged "error.not_base64"; kTooLong "error.sealed_too_long" above kMostSealed bytes.
inline constexpr std::size_t kMostSealed = 4'096;
[[nodiscard]] Result<Bytes> sealed_value(json::Cursor at);
[[nodiscard]] Result<std::string> text_at(json::Cursor object, std::string_view key);
/// An array of at most so many. Error: kTooLarge "error.too_many_values".
[[nodiscard]] Result<json::Cursor> list_at(json::Cursor object, std::string_view key, std::size_t most);
/// The place of a word in a list of names. Error: kUnknownValue "error.unknown_value" {value}.
[[nodiscard]] Result<std::size_t> word_value(json::Cursor at, std::span<const std::string_view> names);

void write_hex(json::Writer& out, std::string_view key, std::span<const std::uint8_t> bytes);
void write_text(json::Writer& out, std::string_view key, std::string_view text);
void write_number(json::Writer& out, std::string_view key, std::int64_t number);
void write_election(json::Writer& out, const ballotbox::ElectionId& election);
void write_sealed(json::Writer& out, std::span<const std::uint8_t> sealed);

}  // namespace stoepkrijt::formats::ballotbox_members
