// The code on a voter's card: XXXXX-XXXXX-XXXXX in Crockford's base 32, 65 random bits and two symbols that check them
// (code_check.hpp), bound to one election.
//
// The code is a seed: keys.hpp makes the voter's signing pair of it. It is the same text on paper and in the QR code.
//
// Example: SK_TRY(code, read_code("7k3q9 mwv2o...", election)); text_of(code) == "7K3Q9-MWV20-..."
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "ballotbox/bytes.hpp"
#include "ballotbox/code_check.hpp"
#include "base/result.hpp"

namespace stoepkrijt::ballotbox {

struct Code {
  Row symbols{};
  friend bool operator==(const Code&, const Code&) = default;
};

/// Of 72 random bits the first 65 are used.
[[nodiscard]] Code make_code(const std::array<std::uint8_t, 9>& random, const ElectionId& election);
/// "XXXXX-XXXXX-XXXXX", upper case.
[[nodiscard]] std::string text_of(const Code& code);

/// Tolerant of case, blanks, dashes, and O, I and L. Errors, each with what to do in its sentence: kEmpty
/// "error.vote_code_empty"; kUnknownValue "error.vote_code_symbol" {place, letter}; kMissing "error.vote_code_short"
/// {n}; kTooLong "error.vote_code_long" {n}; kDamaged "error.vote_code_letter" {place, letter}, where one symbol is
/// probably wrong, "error.vote_code_swapped" {place, letters}, or "error.vote_code_wrong". Places count from 1, without
/// dashes. A code of another round is refused in 1,023 of 1,024 cases, by one of the last three; the rest by its tag,
/// which is not in the package.
[[nodiscard]] Result<Code> read_code(std::string_view text, const ElectionId& election);

}  // namespace stoepkrijt::ballotbox
