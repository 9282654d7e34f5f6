// What the program carries with it: words and the example neighbourhood (assets/).
#pragma once

#include "app/apply.hpp"
#include "base/result.hpp"

namespace stoepkrijt::app {

/// Reads the embedded language files and the embedded example. An error here is a fault of the build, which a test
/// finds.
[[nodiscard]] Result<Fixed> load_fixed();

}  // namespace stoepkrijt::app
