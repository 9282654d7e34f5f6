// A text as a QR code (ISO/IEC 18004, model 2), at error correction M: 15 % of it may be lost.
//
// Guarantees: deterministic; the smallest version that holds the text, up to `largest`. Text of only the 45 characters
// of formats/codes/base45.hpp takes the least room.
// Source: the QR Code generator library of Project Nayuki.
//
// Example: SK_TRY(code, qr_matrix("SK1:…")); if (code.dark(x, y)) paint(x, y);   // with 4 light modules around it
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace stoepkrijt::formats {

inline constexpr int kLargestQr = 20;         ///< version: 97 modules wide; larger ones are hard to read from a screen
inline constexpr int kLargestVoteQr = 22;     ///< of one vote: 105 modules, shown larger than those of a chain
inline constexpr std::size_t kQuietZone = 4;  ///< modules that must stay light on every side

struct QrMatrix {
  std::size_t size = 0;       ///< modules on each side
  std::vector<bool> modules;  ///< row by row from the top, true is dark; without the quiet zone
  [[nodiscard]] bool dark(std::size_t x, std::size_t y) const { return modules[y * size + x]; }
};

/// Domain: `largest` is 1 to kLargestVoteQr. Errors: kTooLong with "error.qr_too_long", kNotAllowed with the same for a
/// text with a NUL.
[[nodiscard]] Result<QrMatrix> qr_matrix(std::string_view text, int largest = kLargestQr);

}  // namespace stoepkrijt::formats
