// The hand-drawn part of Lindewaard: the singel, the streets, and where each quarter lies.
#pragma once

#include <vector>

#include "network.hpp"

namespace stoepkrijt::example {

inline constexpr const char* kWijk = "Lindewaard";

Line singel();  // centre line, flowing from west to south
inline constexpr double kSingelHalf = 9.5;
Line ringvaart();
inline constexpr double kRingvaartHalf = 15;
Line markerlaan();                   // the main road with the tram, from south to north
std::vector<Street> draw_streets();  // not joined yet
Line wijk_outline();                 // counter-clockwise

}  // namespace stoepkrijt::example
