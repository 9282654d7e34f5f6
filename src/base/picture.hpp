// Pixels in memory: what the device decodes a photo into, what the brush works on, what the canvas shows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace stoepkrijt {

/// Rows from the top, four bytes a pixel: red, green, blue, alpha.
struct Picture {
  std::int32_t width = 0;
  std::int32_t height = 0;
  std::string rgba;  ///< width × height × 4 bytes
  friend bool operator==(const Picture&, const Picture&) = default;
};
/// Large, so shared and never changed in place.
using PicturePtr = std::shared_ptr<const Picture>;

[[nodiscard]] inline bool is_whole(const Picture& picture) {
  return picture.width > 0 && picture.height > 0 &&
         picture.rgba.size() == static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
}

}  // namespace stoepkrijt
