// Keys: the voter's signing pair out of a code, the signing pairs of organiser and boxes, the holders' pairs for
// sealing, and a secret on paper.
//
// No randomness is made here: 32 bytes of the device's source come in. Parts: Argon2id (RFC 9106), Ed25519 (RFC 8032),
// X25519, all of libsodium.
//
// Example: SK_TRY(pair, pair_of(code, election, package.cost)); tag_of(pair.public_key) stands in the package.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "ballotbox/bytes.hpp"
#include "ballotbox/code.hpp"
#include "base/result.hpp"

namespace stoepkrijt::ballotbox {

/// What a guess costs (Argon2id, one lane). In the package, so that every device derives the same pair.
struct Cost {
  std::uint32_t memory_kib = 65'536;
  std::uint32_t passes = 3;
  friend bool operator==(const Cost&, const Cost&) = default;
};
/// Bounds for reading a package: what a cheap phone can still do. Below the default a code is cheaper to guess; with 65
/// random bits that only matters for tests.
inline constexpr Cost kLeastCost{8, 1};
inline constexpr Cost kMostCost{262'144, 10};
[[nodiscard]] constexpr bool is_within_bounds(const Cost& cost) {
  return cost.memory_kib >= kLeastCost.memory_kib && cost.memory_kib <= kMostCost.memory_kib &&
         cost.passes >= kLeastCost.passes && cost.passes <= kMostCost.passes;
}
/// At least as dear as the default.
[[nodiscard]] constexpr bool is_full(const Cost& cost) {
  return cost.memory_kib >= Cost{}.memory_kib && cost.passes >= Cost{}.passes;
}

/// Ed25519.
struct SigningPair {
  Key32 public_key{};
  Secret<64> secret;
};
using Signature = std::array<std::uint8_t, 64>;
/// Names a public key without giving it: the first 16 bytes of its BLAKE2b.
using Tag = std::array<std::uint8_t, 16>;

[[nodiscard]] SigningPair signing_pair(const Secret<32>& seed);
/// Of a voter's code: Argon2id(the 15 letters, salt = first 16 bytes of BLAKE2b(election)) is the seed. Domain: cost
/// within bounds. Error: kTooLarge "error.vote_key_memory" when the device cannot give the memory.
[[nodiscard]] Result<SigningPair> pair_of(const Code& code, const ElectionId& election, const Cost& cost);
[[nodiscard]] Tag tag_of(const Key32& public_key);
[[nodiscard]] Signature sign(View message, const SigningPair& pair);
[[nodiscard]] bool is_signed(View message, const Signature& signature, const Key32& public_key);

/// X25519: ballots are sealed to the public key.
struct HolderPair {
  Key32 public_key{};
  Secret<32> secret;
};
inline constexpr std::size_t kHolders = 3;
using HolderKeys = std::array<Key32, kHolders>;
[[nodiscard]] HolderPair holder_pair(const Secret<32>& seed);
/// Can something be sealed to it? (Not to a point of small order: everybody could open that.)
[[nodiscard]] bool is_holder_key(const Key32& key);

/// What a secret on paper is for; its rows check only as that.
enum class SecretKind : std::uint8_t { kHolder, kOrganiser, kBox };
/// 32 bytes as four rows "XXXXX-XXXXX-XXXXX", with line ends between them: each row checks itself as a voter's code
/// does, with a mask of its own, so that rows in another order are noticed too. Four bits are left over and zero.
[[nodiscard]] std::string paper_text(const Secret<32>& seed, SecretKind kind);
/// Errors: as read_code() with "error.paper_key_symbol" {row, place, letter}, "error.paper_key_length" {n},
/// "error.paper_key_letter" {row, place, letter}, "error.paper_key_wrong" {row}.
[[nodiscard]] Result<Secret<32>> read_paper_text(std::string_view text, SecretKind kind);

}  // namespace stoepkrijt::ballotbox
