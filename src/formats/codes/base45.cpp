#include "formats/codes/base45.hpp"

#include <algorithm>
#include <cstdint>

namespace stoepkrijt::formats {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::uint32_t kBase = 45;

void append(std::string& out, std::uint32_t value, int digits) {
  for (int i = 0; i < digits; ++i) {
    out += kDigits[value % kBase];
    value /= kBase;
  }
}

}  // namespace

std::string to_base45(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() / 2 * 3 + 2);
  const auto byte = [&bytes](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(bytes[i])}; };
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) append(out, byte(i) * 256 + byte(i + 1), 3);
  if (i < bytes.size()) append(out, byte(i), 2);
  return out;
}

std::optional<std::string> from_base45(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 3 * 2 + 1);
  while (!text.empty()) {
    const std::string_view group = text.substr(0, 3);
    text.remove_prefix(group.size());
    std::uint32_t value = 0;
    for (std::size_t i = group.size(); i-- > 0;) {
      const std::size_t digit = kDigits.find(group[i]);
      if (digit == std::string_view::npos) return std::nullopt;
      value = value * kBase + static_cast<std::uint32_t>(digit);
    }
    if (group.size() == 1 || value > (group.size() == 3 ? 0xFFFFU : 0xFFU)) return std::nullopt;
    if (group.size() == 3) out += static_cast<char>(value / 256);
    out += static_cast<char>(value % 256);
  }
  return out;
}

}  // namespace stoepkrijt::formats
