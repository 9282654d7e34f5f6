// A ballot sealed so that any two of three holders open it together, and one alone reads nothing.
//
// All randomness comes of one seed of 32 random bytes, fresh for every ballot: d(label, i) = BLAKE2b keyed with the
// seed, of "stoepkrijt seal 1", a zero byte, the label as one byte and i as one byte.
//   K = d(0, 0);  for the pairs of holders p = 0 (1 and 2), 1 (1 and 3), 2 (2 and 3): one share is d(1, p), the other
//   K xor d(1, p); the one-time pair of sealed share i is crypto_box_seed_keypair(d(2, i))
// The sealed ballot C is
//   1 byte      version, 1
//   n + 16      crypto_secretbox of the content with K and a nonce of zeros (K is used once)
//   6 x 80      sealed shares, of pair 0, 1, 2, each first for its lower holder: the public key of the one-time pair
//               and crypto_box of the share, nonce BLAKE2b-192(one-time key, holder's key): as crypto_box_seal makes
// and the content: version 1 (one byte), the election's id (16), the seed (32), the ballot (ballot_bytes.hpp).
//
// The seed lies inside: whoever opens seals again, and refuses C when a byte differs. So it can make no difference
// which two open, and a C that only some pairs could open is a ballot for none.
//
// Example:
//   const Bytes c = seal(election, to_bytes(ballot, round), package.holders, seed);
//   const auto one = open_shares(c, 0, first_holder);   // on two devices
//   SK_TRY(bytes, open_sealed(c, election, package.holders, {0, 2}, {(*one)[1], (*three)[0]}));
#pragma once

#include <array>
#include <optional>

#include "ballotbox/bytes.hpp"
#include "ballotbox/keys.hpp"
#include "base/result.hpp"

namespace stoepkrijt::ballotbox {

inline constexpr std::uint8_t kSealVersion = 1;
inline constexpr std::size_t kPairs = 3;

/// Bytes of C for a ballot of so many bytes.
[[nodiscard]] constexpr std::size_t sealed_size(std::size_t ballot_size) {
  constexpr std::size_t kMac = 16;
  return 1 + kMac + 1 + 16 + 32 + ballot_size + 2 * kPairs * (32 + kMac + 32);
}

[[nodiscard]] Bytes seal(const ElectionId& election, View ballot, const HolderKeys& holders, const Secret<32>& seed);

/// A holder's share for each of the two others, the lower one first.
using OwnShares = std::array<Key32, 2>;
/// `holder` counts from 0. Nothing when C has not the size or one of the two does not open: then it is no ballot,
/// whoever opens it.
[[nodiscard]] std::optional<OwnShares> open_shares(View sealed, std::size_t holder, const HolderPair& pair);

/// The ballot's bytes. `who`: two different holders, from 0; `shares`: of each the one for the other.
/// Errors: kNewerVersion "error.sealed_newer"; kDamaged "error.sealed_damaged" (size, key, or a byte that differs);
/// kOtherElection "error.sealed_other_election".
[[nodiscard]] Result<Bytes> open_sealed(View sealed, const ElectionId& election, const HolderKeys& holders,
                                        const std::array<std::size_t, 2>& who, const std::array<Key32, 2>& shares);

/// Which of a holder's two shares is for `other`.
[[nodiscard]] constexpr std::size_t share_for(std::size_t holder, std::size_t other) {
  return other < holder ? other : other - 1;
}

}  // namespace stoepkrijt::ballotbox
