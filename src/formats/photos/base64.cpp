#include "formats/photos/base64.hpp"

#include <array>
#include <cstdint>

namespace stoepkrijt::formats {

namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNone = 255;

constexpr std::array<std::uint8_t, 256> make_values() {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNone);
  for (std::size_t i = 0; i < kLetters.size(); ++i) {
    values[static_cast<std::uint8_t>(kLetters[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}
constexpr std::array<std::uint8_t, 256> kValues = make_values();

}  // namespace

std::string base64_of(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t k) -> std::uint32_t {
      return i + k < bytes.size() ? static_cast<std::uint8_t>(bytes[i + k]) : 0U;
    };
    const std::uint32_t all = byte(0) << 16U | byte(1) << 8U | byte(2);
    out += kLetters[all >> 18U];
    out += kLetters[all >> 12U & 63U];
    out += i + 1 < bytes.size() ? kLetters[all >> 6U & 63U] : '=';
    out += i + 2 < bytes.size() ? kLetters[all & 63U] : '=';
  }
  return out;
}

std::optional<std::string> bytes_of_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string out;
  out.reserve(text.size() / 4 * 3);
  for (std::size_t i = 0; i < text.size(); i += 4) {
    std::string_view four = text.substr(i, 4);
    std::size_t letters = 4;
    if (i + 4 == text.size()) {
      if (four.ends_with('=')) --letters;
      if (four.ends_with("==")) --letters;
    }
    std::uint32_t all = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::uint8_t value = k < letters ? kValues[static_cast<std::uint8_t>(four[k])] : std::uint8_t{0};
      if (value == kNone) return std::nullopt;
      all = all << 6U | value;
    }
    // What padding cuts off has to be zero: one text for the same bytes.
    if ((letters == 2 && (all & 0xFFFFU) != 0) || (letters == 3 && (all & 0xFFU) != 0)) return std::nullopt;
    out += static_cast<char>(all >> 16U);
    if (letters > 2) out += static_cast<char>(all >> 8U & 0xFFU);
    if (letters > 3) out += static_cast<char>(all & 0xFFU);
  }
  return out;
}

}  // namespace stoepkrijt::formats
