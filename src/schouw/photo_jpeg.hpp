// A photo as it is kept and passed on: a JPEG that holds the picture and nothing else. No EXIF, no place, no make of
// the camera, no thumbnail, no comment, nothing after its end.
//
// Source: ITU-T T.81 (JPEG), annex B, for markers and segments; JFIF 1.02 for APP0. Only the frame is read, never the
// picture itself.
//
// Example:
//   SK_TRY(jpeg, schouw::without_metadata(bytes));   // of the device's encoder
//   const std::string name = schouw::photo_name(jpeg);  // "9f86d081…", 64 digits
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace stoepkrijt::schouw {

/// The longest side of what is kept.
inline constexpr std::int32_t kMostPhotoSide = 1600;
/// What a photo of others may be at most, in pixels a side and in bytes.
inline constexpr std::int32_t kMostPhotoSideRead = 4096;
inline constexpr std::size_t kMostPhotoBytes = std::size_t{8} << 20U;

/// The same picture with only the segments that it is decoded from (and the mark of JFIF). Errors: kUnreadable with
/// "error.photo_broken" when it is no JPEG or breaks off; kTooLarge with "error.photo_too_large" beyond the limits
/// above.
[[nodiscard]] Result<std::string> without_metadata(std::string_view jpeg);

/// Is it a JPEG that without_metadata() leaves as it is?
[[nodiscard]] Result<void> check_photo(std::string_view jpeg);

/// The name of a photo: the SHA-256 of its bytes, 64 hexadecimal digits in lower case.
[[nodiscard]] std::string photo_name(std::string_view jpeg);
[[nodiscard]] bool is_photo_name(std::string_view text);

}  // namespace stoepkrijt::schouw
