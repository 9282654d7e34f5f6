// Exact conversion of decimal text to scaled integers. No double is involved, so "51.9239147" means the same
// 1e-7 degrees on every device.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.hpp"

namespace stoepkrijt {

/// What to do with digits beyond the scale.
enum class Excess : std::uint8_t {
  kRefuse,  ///< error kTooPrecise, unless the excess digits are zeros
  kRound,   ///< half away from zero
};

/// `text` is a number as JSON writes it (RFC 8259, section 6: -12.5e3); the result is text × 10^decimals.
/// Errors: kNotANumber (not such a number), kTooPrecise, kOverflow (outside int64). `decimals` is 0 to 18.
/// Example: parse_decimal("4.4912345", 7, Excess::kRound) is 44912345.
[[nodiscard]] Result<std::int64_t> parse_decimal(std::string_view text, int decimals, Excess excess);

}  // namespace stoepkrijt
