// Thirteen symbols and two that check them: a Reed-Solomon code over GF(32), so that what is typed from paper is never
// silently another code.
//
// GF(32) is made with x^5 + x^2 + 1; a = x. A row c0 ... c14 is sound when, with the mask taken off its last two
// symbols, c0 + ... + c14 = 0 and the sum of ci * a^i = 0. Its distance is 3: one or two wrong symbols are always
// noticed, so is a swap of any two that differ. A single wrong one can be told apart by its place, but so can some
// patterns of more: the place is pointed out to a person and nothing is ever mended. A row made with another mask is
// noticed in 1,023 of 1,024 cases (of all pairs of masks that differ: always, unless symbols were also mistyped).
//
// Source: Reed and Solomon, "Polynomial Codes over Certain Finite Fields", 1960; alphabet: Crockford's base 32, which
// reads O as 0, and I and L as 1, and has no U.
//
// Example: judge(row, mask).verdict == Verdict::kOneWrong, .place == 4: the fifth symbol is probably wrong.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace stoepkrijt::ballotbox {

using Symbol = std::uint8_t;  ///< 0 to 31
inline constexpr std::size_t kRowData = 13;
inline constexpr std::size_t kRowSize = 15;
using RowData = std::array<Symbol, kRowData>;
using Row = std::array<Symbol, kRowSize>;
/// Two symbols, added to the two that check: rows of different rounds do not fit each other.
using CheckMask = std::array<Symbol, 2>;

[[nodiscard]] Row with_check(const RowData& data, const CheckMask& mask);

enum class Verdict : std::uint8_t {
  kSound,
  kOneWrong,  ///< as if one symbol is wrong, at `place`
  kSwapped,   ///< as if the symbols at `place` and behind it changed places
  kWrong,     ///< two or more are wrong, or the row is of another round
};
struct Judgement {
  Verdict verdict = Verdict::kSound;
  std::size_t place = 0;  ///< from 0
};
[[nodiscard]] Judgement judge(const Row& row, const CheckMask& mask);

/// The first ten bits of the hash, as two symbols.
[[nodiscard]] CheckMask mask_of(std::span<const std::uint8_t> hash);

[[nodiscard]] char letter_of(Symbol symbol);
/// Any case; O is 0, I and L are 1; nothing for any other character.
[[nodiscard]] std::optional<Symbol> symbol_of(char letter);
/// What a person may put between symbols: blanks and dashes.
[[nodiscard]] bool is_between(char c);

}  // namespace stoepkrijt::ballotbox
