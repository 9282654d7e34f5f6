// UTF-8: validation and iteration over code points. Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
// Source: The Unicode Standard 15, section 3.9, table 3-7.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stoepkrijt {

/// Byte offset of the first malformed sequence; nothing when the text is well-formed.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept;
[[nodiscard]] inline bool is_utf8(std::string_view text) noexcept { return !first_invalid_utf8(text).has_value(); }

/// Takes the next code point off `text` and advances `at`. A malformed byte gives U+FFFD and advances by one.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;
/// Appends the code point; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);
/// At most `limit` code points of the text (never half a code point).
[[nodiscard]] std::string_view first_code_points(std::string_view text, std::size_t limit) noexcept;

}  // namespace stoepkrijt
