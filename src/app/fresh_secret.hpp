// Secrets for the rooms of the secret ballot, out of the device's own randomness.
//
// Example: const auto seed = fresh_secret(r, "seal"); if (!seed) return;
#pragma once

#include <optional>
#include <string_view>

#include "app/reducer.hpp"
#include "ballotbox/bytes.hpp"

namespace stoepkrijt::app {

/// 32 bytes; no two calls give the same. Without randomness: nothing, and the fault is shown ("error.no_random"). What
/// comes after uses fresh randomness of the device. `what` it is for, so that one purpose says nothing of another.
[[nodiscard]] std::optional<ballotbox::Secret<32>> fresh_secret(Reducer& r, std::string_view what);

}  // namespace stoepkrijt::app
