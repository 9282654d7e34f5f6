#include "render/heat_grid.hpp"

#include <algorithm>
#include <cmath>

#include "render/clusters.hpp"

namespace stoepkrijt::render {

namespace {

/// Weights of a Gaussian from its middle outwards, up to three standard deviations.
std::vector<float> kernel_of(float spot_cells) {
  std::vector<float> kernel;
  for (int i = 0; static_cast<float>(i) <= spot_cells * 3; ++i) {
    const float x = static_cast<float>(i) / spot_cells;
    kernel.push_back(std::exp(-0.5F * x * x));
  }
  return kernel;
}

/// Along rows; what comes out stands with rows and columns swapped, so that twice gives both directions.
std::vector<float> blurred(const std::vector<float>& from, int w, int h, const std::vector<float>& kernel) {
  std::vector<float> to(from.size(), 0.0F);
  const int reach = static_cast<int>(kernel.size()) - 1;
  for (int y = 0; y < h; ++y) {
    const float* row = from.data() + static_cast<std::ptrdiff_t>(y) * w;
    for (int x = 0; x < w; ++x) {
      if (row[x] == 0.0F) continue;  // most cells are empty
      for (int k = std::max(0, x - reach); k <= std::min(w - 1, x + reach); ++k) {
        to[static_cast<std::size_t>(k) * static_cast<std::size_t>(h) + static_cast<std::size_t>(y)] +=
            row[x] * kernel[static_cast<std::size_t>(std::abs(k - x))];
      }
    }
  }
  return to;
}

}  // namespace

HeatGrid make_heat_grid(std::span<const Marker> markers, const Plane& plane, float px_per_m) {
  HeatGrid grid;
  Box box;
  std::vector<glm::vec2> places;
  for (const Marker& m : markers) {
    if (!m.warm) continue;
    places.emplace_back(plane.to_m(m.place));
    box.add(places.back(), 0.0F);
  }
  if (places.empty()) return grid;
  float spot = std::max(kSpotPx / zoom_of_step(cluster_step(px_per_m).step), kLeastSpotM);
  const float longest = std::max(box.high.x - box.low.x, box.high.y - box.low.y);
  // Three cells to a standard deviation are smooth enough; with the soft edge around it all must fit.
  constexpr float kRoom = kMostCells - 2;
  float cell = std::max(spot / 3.0F, (longest + 6.0F * spot) / kRoom);
  if (cell > spot) cell = spot = longest / (kRoom - 6.0F);
  const float edge = 3.0F * spot;
  grid.west = box.low.x - edge;
  grid.south = box.low.y - edge;
  grid.w = std::clamp(static_cast<int>(std::ceil((box.high.x - box.low.x + 2 * edge) / cell)) + 1, 2, kMostCells);
  grid.h = std::clamp(static_cast<int>(std::ceil((box.high.y - box.low.y + 2 * edge) / cell)) + 1, 2, kMostCells);
  grid.east = grid.west + static_cast<float>(grid.w) * cell;
  grid.north = grid.south + static_cast<float>(grid.h) * cell;
  std::vector<float> cells(static_cast<std::size_t>(grid.w) * static_cast<std::size_t>(grid.h), 0.0F);
  for (const glm::vec2 p : places) {
    const int x = std::clamp(static_cast<int>((p.x - grid.west) / cell), 0, grid.w - 1);
    const int y = std::clamp(static_cast<int>((p.y - grid.south) / cell), 0, grid.h - 1);
    cells[static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.w) + static_cast<std::size_t>(x)] += 1.0F;
  }
  const std::vector<float> kernel = kernel_of(spot / cell);
  cells = blurred(blurred(cells, grid.w, grid.h, kernel), grid.h, grid.w, kernel);
  const float most = std::max(*std::max_element(cells.begin(), cells.end()), kHot);
  grid.density.reserve(cells.size());
  for (const float c : cells) {
    grid.density.push_back(static_cast<std::uint8_t>(std::lround(255.0F * std::pow(c / most, 0.85F))));
  }
  return grid;
}

HeatLook heat_look(MapTheme theme) {
  switch (theme) {
    case MapTheme::kLight:
      return {0xF2B134, 0xC8403A, 0x3D1457, 0.78F, 0.0F};
    case MapTheme::kDark:
      return {0x6A3FA0, 0xE2603A, 0xFFF1A8, 0.80F, 0.0F};
    case MapTheme::kContrast:
      return {0x000000, 0x000000, 0x000000, 0.62F, 4.0F};
  }
  return {};
}

}  // namespace stoepkrijt::render
