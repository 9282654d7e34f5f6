// Bytes as text of the 45 characters that a QR code packs tightest: two bytes are three characters.
//
// Guarantees: *from_base45(to_base45(b)) == b for all b; each text is that of one string of bytes or of none.
// Source: RFC 9285, "The Base45 Data Encoding".
//
// Example: to_base45("AB") == "BB8"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stoepkrijt::formats {

[[nodiscard]] std::string to_base45(std::string_view bytes);
/// Nothing when the text is not what to_base45 gives.
[[nodiscard]] std::optional<std::string> from_base45(std::string_view text);

}  // namespace stoepkrijt::formats
