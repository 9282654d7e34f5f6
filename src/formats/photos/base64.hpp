// Base64 (RFC 4648, section 4), with padding, without line ends. The reader takes one form only: what it takes is what
// base64_of() gives of the result.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stoepkrijt::formats {

[[nodiscard]] std::string base64_of(std::string_view bytes);
[[nodiscard]] std::optional<std::string> bytes_of_base64(std::string_view text);

}  // namespace stoepkrijt::formats
