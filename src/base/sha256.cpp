#include "base/sha256.hpp"

#include <sodium.h>

#include "base/check.hpp"

namespace stoepkrijt {

Hash256 sha256(std::span<const std::uint8_t> bytes) {
  static_assert(crypto_hash_sha256_BYTES == 32);
  Hash256 out{};
  SK_CHECK(crypto_hash_sha256(out.data(), bytes.data(), bytes.size()) == 0);
  return out;
}

Hash256 sha256(std::string_view bytes) {
  // char and unsigned char may alias; a copy would double the memory of a large dossier.
  return sha256(std::span<const std::uint8_t>(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    out.push_back(kDigits[byte >> 4U]);
    out.push_back(kDigits[byte & 15U]);
  }
  return out;
}

}  // namespace stoepkrijt
