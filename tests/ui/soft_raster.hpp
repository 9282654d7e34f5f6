// Draws ImGui's draw data into a picture without a graphics card, so that a person can look at what the tests draw.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

namespace stoepkrijt::tests {

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};

/// `ground`: 0xRRGGBB. Textures other than the font atlas are drawn white.
[[nodiscard]] Picture rasterise(const ImDrawData& data, float ratio, std::uint32_t ground);
/// PNG with stored (uncompressed) blocks. False when the file cannot be written.
bool write_png(const Picture& picture, const std::string& path);

}  // namespace stoepkrijt::tests
