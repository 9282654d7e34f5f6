// Places as people write them: "52.0116, 4.3571", "52,0116 4,3571", "52.0116N 4.3571E", "RD 84500, 447600". And the
// same places as such words.
//
// Read: latitude first, as Dutch maps and phones show it; of RD x first. Which of both it is follows from the size of
// the numbers (geo/placed.hpp), so "RD" before them may be left out. Decimals have a dot or a comma; the two numbers
// are separated by white space, a semicolon, or a comma that is followed by white space.
// Units: 1e-7 degree. Example: place_from_words("RD 84500, 447600") is a place in Delft.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/position.hpp"

namespace stoepkrijt::geo {

/// Nothing when it is no such place: other words, one number or three, a place that is not on earth.
[[nodiscard]] std::optional<LonLat> place_from_words(std::string_view words);

/// "52.0116000, 4.3571000": degrees WGS84, latitude first, to a centimetre.
[[nodiscard]] std::string wgs84_words(LonLat place);
/// "RD 84500, 447600": RD New in whole metres. Empty outside the area of RD.
[[nodiscard]] std::string rd_words(LonLat place);

}  // namespace stoepkrijt::geo
