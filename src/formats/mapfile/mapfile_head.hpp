// What stands before the deflated body of a map file.
#pragma once

#include <cstdint>
#include <string_view>

namespace stoepkrijt::formats::mapfile {

inline constexpr std::string_view kMagic = "SKMAP";
inline constexpr char kVersion = 1;
inline constexpr int kWindow = 15;  ///< bits of zlib's window
/// The classes of version 1 are numbered from 0; a later one is a later version.
inline constexpr std::uint64_t kClasses = 25;

/// CRC-32 (ISO 3309), as in gzip.
[[nodiscard]] std::uint32_t sum_of(std::string_view bytes);

}  // namespace stoepkrijt::formats::mapfile
