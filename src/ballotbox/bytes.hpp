// Bytes, hashes and the one way in which this folder turns values into bytes that are signed or hashed.
//
// Hash: BLAKE2b with 32 bytes of output (RFC 7693), by libsodium. What is signed or hashed with a meaning begins with a
// domain: its ASCII text and a zero byte, so that bytes made for one purpose are never taken for another.
// Numbers are little-endian; texts and lists of bytes carry their length as 32 bits.
//
// Example: Message m("stoepkrijt vote 1"); m.add(election).add_counted(sealed); sign(m.view(), pair);
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/sha256.hpp"

namespace stoepkrijt::ballotbox {

using Bytes = std::vector<std::uint8_t>;
using View = std::span<const std::uint8_t>;
using Key32 = std::array<std::uint8_t, 32>;  ///< a public key, or 32 random bytes
/// Of one round's election: 128 random bits, in files the text of base/ids.hpp.
using ElectionId = IdBytes;

/// char and unsigned char may alias.
[[nodiscard]] inline View view_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view text_of(View bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

[[nodiscard]] Hash256 blake2b(View bytes);
/// Keyed, as a pseudo-random function.
[[nodiscard]] Hash256 blake2b(const Key32& key, View bytes);

/// Lower-case digits of exactly `out.size()` bytes; false, with `out` as it was, for any other text.
[[nodiscard]] bool from_hex(std::string_view text, std::span<std::uint8_t> out);

class Message {
 public:
  explicit Message(std::string_view domain);
  Message& add(View bytes);
  Message& add_number(std::uint64_t value, std::size_t bytes);
  /// With its length before it.
  Message& add_counted(View bytes);
  Message& add_counted(std::string_view text) { return add_counted(view_of(text)); }
  [[nodiscard]] View view() const { return bytes_; }
  [[nodiscard]] Hash256 hash() const { return blake2b(bytes_); }

 private:
  Bytes bytes_;
};

/// Bytes that are overwritten when they go: keys and seeds. (Copies that the compiler makes are beyond it; so is the
/// memory of a browser, which is why the page is loaded anew after every voter.)
template <std::size_t N>
class Secret {
 public:
  Secret() = default;
  explicit Secret(const std::array<std::uint8_t, N>& bytes) : bytes_(bytes) {}
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  ~Secret() { wipe(bytes_); }
  [[nodiscard]] std::uint8_t* data() { return bytes_.data(); }
  [[nodiscard]] const std::uint8_t* data() const { return bytes_.data(); }
  [[nodiscard]] const std::array<std::uint8_t, N>& bytes() const { return bytes_; }

 private:
  static void wipe(std::span<std::uint8_t> bytes);
  std::array<std::uint8_t, N> bytes_{};
};
void wipe(std::span<std::uint8_t> bytes);
template <std::size_t N>
void Secret<N>::wipe(std::span<std::uint8_t> bytes) {
  ballotbox::wipe(bytes);
}

}  // namespace stoepkrijt::ballotbox
