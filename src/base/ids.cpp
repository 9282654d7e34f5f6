#include "base/ids.hpp"

#include <cstddef>

namespace stoepkrijt {

namespace {

constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kLength = 26;  // 130 bits: the first character holds the top three

}  // namespace

std::string make_id(const IdBytes& bytes) {
  std::string out(kLength, '0');
  std::uint32_t held = 0;
  unsigned bits = 0;
  std::size_t at = kLength;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    held |= static_cast<std::uint32_t>(bytes[i]) << bits;
    bits += 8;
    while (bits >= 5) {
      out[--at] = kAlphabet[held & 31U];
      held >>= 5U;
      bits -= 5;
    }
  }
  out[--at] = kAlphabet[held & 31U];
  return out;
}

std::optional<IdBytes> parse_id(std::string_view text) {
  if (text.size() != kLength || text.front() > '7') return std::nullopt;
  IdBytes out{};
  std::uint32_t held = 0;
  unsigned bits = 0;
  std::size_t at = out.size();
  for (std::size_t i = kLength; i-- > 0;) {
    const std::size_t digit = kAlphabet.find(text[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    held |= static_cast<std::uint32_t>(digit) << bits;
    bits += 5;
    if (bits >= 8 && at > 0) {
      out[--at] = static_cast<std::uint8_t>(held & 255U);
      held >>= 8U;
      bits -= 8;
    }
  }
  return out;
}

}  // namespace stoepkrijt
