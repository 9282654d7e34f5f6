// The public part of a key as a short text, for a QR code or a small file: from the device that made the pair to the
// one on which the organiser makes the package (docs/formats/ballots.md).
//
// "SKP1:" and in base 45: kind (one byte), length of the name (one byte), the name, the public key (32), and 4 bytes of
// check: the first of BLAKE2b of all before. It holds nothing that is secret.
//
// Guarantees: read(code(k)) is k for a k with a good name; code(read(text)) is `text` without line ends around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ballotbox/bytes.hpp"
#include "base/result.hpp"

namespace stoepkrijt::formats {

enum class KeyOwner : std::uint8_t {
  kHolder,  ///< one of the three who open the urn together
  kKiosk,   ///< a box of channel kiosk
  kPhone,   ///< a box of channel phone: whoever gathers what phones give
};
inline constexpr std::size_t kMostKeyName = 40;  ///< bytes

struct PublicKey {
  KeyOwner owner = KeyOwner::kHolder;
  std::string name;  ///< of a person or role; of a box its id
  ballotbox::Key32 key{};
  friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

/// 1 to kMostKeyName bytes of UTF-8 without control characters; of a box: a to z, 0 to 9 and dashes. Errors: kEmpty
/// "error.key_name_empty", kTooLong "error.key_name_long" {n}, kNotAllowed "error.key_name_box".
[[nodiscard]] Result<void> check_key_name(KeyOwner owner, std::string_view name);

/// Domain: a good name.
[[nodiscard]] std::string public_key_code(const PublicKey& key);
/// Errors: kWrongFormat "error.public_key_foreign", kNewerVersion "error.public_key_newer", kDamaged
/// "error.public_key_damaged".
[[nodiscard]] Result<PublicKey> read_public_key_code(std::string_view text);

}  // namespace stoepkrijt::formats
