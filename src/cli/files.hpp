// Files of the computer that the command runs on.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace stoepkrijt::cli {

inline constexpr std::size_t kMostBytes = std::size_t{1} << 30U;

/// The whole file; "-" is standard input. Errors: kNoSuchFile, kUnreadable (a folder, no permission), kTooLarge above
/// `most` bytes, however long it would go on.
[[nodiscard]] Result<std::string> read_file(std::string_view path, std::size_t most = kMostBytes);
/// All of it or nothing: written beside the file first, then moved over it. Error: kNotWritten.
[[nodiscard]] Result<void> write_file(std::string_view path, std::string_view bytes);

}  // namespace stoepkrijt::cli
