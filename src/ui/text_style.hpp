// The type scale of the product. One font face per style; sizes are CSS pixels and grow with the user's text size.
#pragma once

#include <cstdint>

namespace stoepkrijt::ui {

/// Size/line height/weight on phone and desktop. The kiosk has its own, larger scale.
enum class TextStyle : std::uint8_t {
  kDisplay,    ///< 34/38 800
  kH1,         ///< 30/34 800
  kH2,         ///< 22/26 700
  kH3,         ///< 18/23 700
  kLead,       ///< 19/27 400
  kLeadBold,   ///< 19/27 700 (also the price on a plan card)
  kBody,       ///< 17/25 400
  kBodyBold,   ///< 17/25 700
  kSmall,      ///< 16/22 400: the floor
  kSmallBold,  ///< 16/22 700
  kButton,     ///< 18/23 700
  kMoney,      ///< 26/31 800: what is left
  kNumber,     ///< 30/34 800: stepper, "€ 125"
  kCaption,    ///< 12/15 400: map attribution only
  kCount
};

}  // namespace stoepkrijt::ui
