// Words as they are looked for: without capitals, accents and marks, so that "Singelkáde" finds "singelkade" and
// "s gravenweg" finds "'s-Gravenweg". Letters of Latin-1 and Latin Extended-A, and combining marks; of other scripts
// the letters stay as they are.
//
// Example: folded("  Plein '40–'45, Café ") is "plein 40 45 cafe"
#pragma once

#include <string>
#include <string_view>

namespace stoepkrijt {

/// Small letters and digits, one space between words, none at the ends. Apostrophes vanish, other marks part words.
[[nodiscard]] std::string folded(std::string_view text);
/// The same, behind what is there.
void append_folded(std::string& out, std::string_view text);

}  // namespace stoepkrijt
