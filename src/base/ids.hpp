// Ids: 128 bits that the host's random source gave, written as 26 characters of Crockford's base 32 in lower case.
// Deterministic: the same bytes give the same id. Ids sort as their bytes do.
//
// Example: make_id({0, ... , 0, 1}) == "00000000000000000000000001"
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stoepkrijt {

using IdBytes = std::array<std::uint8_t, 16>;

[[nodiscard]] std::string make_id(const IdBytes& bytes);
/// The bytes of an id; nothing when the text is not one. Strict: lower case, no i, l, o, u.
[[nodiscard]] std::optional<IdBytes> parse_id(std::string_view text);

}  // namespace stoepkrijt
