// A vote as it lies in a box, and the receipt that its voter takes home.
//
// The signature is over the domain "stoepkrijt vote 1", the election's id and C, with the key of the voter's code: so a
// record cannot be moved to another round, changed, or made from a tag.
// A record has no time and no number. Where it is stored, its key is 128 random bits (StorageKey), so that a store
// sorted by key says nothing of the order of casting.
//
// Example:
//   const Record record = cast(election, seal(...), pair);
//   receipt_of(record.sealed) == "7K3Q9-MWV20"
#pragma once

#include <string>
#include <string_view>

#include "ballotbox/bytes.hpp"
#include "ballotbox/keys.hpp"
#include "base/result.hpp"

namespace stoepkrijt::ballotbox {

struct Record {
  Key32 public_key{};
  Bytes sealed;  ///< C (seal.hpp)
  Signature signature{};
  friend bool operator==(const Record&, const Record&) = default;
};
using StorageKey = std::array<std::uint8_t, 16>;

[[nodiscard]] Record cast(const ElectionId& election, Bytes sealed, const SigningPair& pair);
[[nodiscard]] bool is_signed(const Record& record, const ElectionId& election);

/// The first 50 bits of BLAKE2b(C), "XXXXX-XXXXX". It says that the ballot is in, not what is on it.
[[nodiscard]] std::string receipt_of(View sealed);
/// As a person types it, in the form that receipt_of() gives. Errors: kDamaged "error.receipt_symbol" {place, letter},
/// "error.receipt_length" {n}.
[[nodiscard]] Result<std::string> read_receipt(std::string_view text);

}  // namespace stoepkrijt::ballotbox
