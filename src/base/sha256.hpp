// SHA-256 (FIPS 180-4), by libsodium.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace stoepkrijt {

using Hash256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Hash256 sha256(std::span<const std::uint8_t> bytes);
[[nodiscard]] Hash256 sha256(std::string_view bytes);
/// Lower-case hexadecimal, two digits a byte.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);

}  // namespace stoepkrijt
