// Warns when free text seems to hold personal data (design: schouw, "Privacy"): a warning, never a block.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/schouw.hpp"

namespace stoepkrijt::schouw {

enum class PersonalData : std::uint8_t { kNone, kEmail, kPhone, kAddress, kPlate };

/// The first kind found: an e-mail address; a telephone number (10 digits from 0, or +31 and 9); a postcode with a
/// house number ("1234 AB 12"); a Dutch licence plate in its written form with hyphens ("AB-123-C"). Example:
/// look_for_personal_data("bel 06-12345678") == PersonalData::kPhone
[[nodiscard]] PersonalData look_for_personal_data(std::string_view text);
/// In what it says of itself: title and words.
[[nodiscard]] bool seems_personal(const model::Signal& signal);

}  // namespace stoepkrijt::schouw
