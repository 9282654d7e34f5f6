// Value noise without state: the same place always gives the same value, so that chalk never flickers.
#pragma once

#include <cmath>
#include <cstdint>

namespace stoepkrijt::ui {

[[nodiscard]] inline std::uint32_t hash_cell(std::int32_t x, std::int32_t y, std::uint32_t seed) {
  std::uint32_t h =
      static_cast<std::uint32_t>(x) * 374761393U + static_cast<std::uint32_t>(y) * 668265263U + seed * 2246822519U;
  h = (h ^ (h >> 13U)) * 1274126177U;
  return h ^ (h >> 16U);
}
/// 0 to 1.
[[nodiscard]] inline float white_noise(std::int32_t x, std::int32_t y, std::uint32_t seed) {
  return static_cast<float>(hash_cell(x, y, seed) & 0xFFFFFFU) / 16777215.0F;
}
/// 0 to 1, smooth, one cell per unit.
[[nodiscard]] inline float value_noise(float x, float y, std::uint32_t seed) {
  const float fx = std::floor(x);
  const float fy = std::floor(y);
  const auto ix = static_cast<std::int32_t>(fx);
  const auto iy = static_cast<std::int32_t>(fy);
  const float tx = (x - fx) * (x - fx) * (3 - 2 * (x - fx));
  const float ty = (y - fy) * (y - fy) * (3 - 2 * (y - fy));
  const float a = white_noise(ix, iy, seed) + (white_noise(ix + 1, iy, seed) - white_noise(ix, iy, seed)) * tx;
  const float b =
      white_noise(ix, iy + 1, seed) + (white_noise(ix + 1, iy + 1, seed) - white_noise(ix, iy + 1, seed)) * tx;
  return a + (b - a) * ty;
}

}  // namespace stoepkrijt::ui
