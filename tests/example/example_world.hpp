// The example neighbourhood, made once for all tests of this folder.
#pragma once

#include "compose.hpp"

namespace stoepkrijt::example {

inline const World& example_world() {
  static const World made = compose();
  return made;
}

}  // namespace stoepkrijt::example
