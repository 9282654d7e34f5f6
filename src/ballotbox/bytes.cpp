#include "ballotbox/bytes.hpp"

#include <sodium.h>

#include "base/check.hpp"

namespace stoepkrijt::ballotbox {

Hash256 blake2b(View bytes) {
  Hash256 out{};
  SK_CHECK(crypto_generichash(out.data(), out.size(), bytes.data(), bytes.size(), nullptr, 0) == 0);
  return out;
}

Hash256 blake2b(const Key32& key, View bytes) {
  Hash256 out{};
  SK_CHECK(crypto_generichash(out.data(), out.size(), bytes.data(), bytes.size(), key.data(), key.size()) == 0);
  return out;
}

bool from_hex(std::string_view text, std::span<std::uint8_t> out) {
  if (text.size() != out.size() * 2) return false;
  const auto digit = [](char c) -> unsigned {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
    return 16U;
  };
  for (const char c : text) {
    if (digit(c) > 15U) return false;
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = static_cast<std::uint8_t>(digit(text[2 * i]) * 16U + digit(text[2 * i + 1]));
  }
  return true;
}

Message::Message(std::string_view domain) {
  add(view_of(domain));
  bytes_.push_back(0);
}

Message& Message::add(View bytes) {
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  return *this;
}

Message& Message::add_number(std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) bytes_.push_back(static_cast<std::uint8_t>(value >> (8U * i)));
  return *this;
}

Message& Message::add_counted(View bytes) {
  SK_CHECK(bytes.size() <= UINT32_MAX);
  return add_number(bytes.size(), 4).add(bytes);
}

void wipe(std::span<std::uint8_t> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

}  // namespace stoepkrijt::ballotbox
