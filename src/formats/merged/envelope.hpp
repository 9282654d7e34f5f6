// Format and version of a file, judged before anything else in it; for the readers of formats/merged and formats/delta.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.hpp"
#include "base/json_sax.hpp"

namespace stoepkrijt::formats {

struct Envelope {
  std::string_view format;
  std::int64_t version = 0;
};

/// What is wrong with a file in which a reader found `fault`: another format, another version, or that fault.
[[nodiscard]] Error judged(std::string_view text, const Envelope& meant, const json::Limits& limits, Error fault);

}  // namespace stoepkrijt::formats
