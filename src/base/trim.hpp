// Text without white space at both ends.
#pragma once

#include <string_view>

namespace stoepkrijt {

/// Example: trimmed("  Weg \n") is "Weg". `space`: the bytes that count as white space.
[[nodiscard]] inline std::string_view trimmed(std::string_view text, std::string_view space = " \t\r\n") {
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

}  // namespace stoepkrijt
