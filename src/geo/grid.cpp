#include "geo/grid.hpp"

#include <algorithm>
#include <cmath>

#include "geo/geometry.hpp"

namespace stoepkrijt::geo {
namespace {
constexpr std::int64_t kMaxCells = 4096;  // per side
}

Grid::Grid(const Bounds& bounds, std::int32_t cell_e7) : bounds_(bounds), cell_(std::max(cell_e7, 1)) {
  if (!bounds_.empty()) {
    const std::int64_t width = std::int64_t{bounds_.max_lon_e7} - bounds_.min_lon_e7;
    const std::int64_t height = std::int64_t{bounds_.max_lat_e7} - bounds_.min_lat_e7;
    cell_ = std::max(cell_, std::max(width, height) / (kMaxCells - 1) + 1);
    columns_ = width / cell_ + 1;
    rows_ = height / cell_ + 1;
  }
  cells_.resize(static_cast<std::size_t>(columns_ * rows_));
}

std::int64_t Grid::column(std::int32_t lon_e7) const {
  if (bounds_.empty()) return 0;
  return std::clamp<std::int64_t>((std::int64_t{lon_e7} - bounds_.min_lon_e7) / cell_, 0, columns_ - 1);
}

std::int64_t Grid::row(std::int32_t lat_e7) const {
  if (bounds_.empty()) return 0;
  return std::clamp<std::int64_t>((std::int64_t{lat_e7} - bounds_.min_lat_e7) / cell_, 0, rows_ - 1);
}

void Grid::insert(std::uint32_t id, const Bounds& box) {
  if (box.empty()) return;
  const auto index = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({id, box});
  for (std::int64_t r = row(box.min_lat_e7); r <= row(box.max_lat_e7); ++r) {
    for (std::int64_t c = column(box.min_lon_e7); c <= column(box.max_lon_e7); ++c) {
      cells_[static_cast<std::size_t>(r * columns_ + c)].push_back(index);
    }
  }
}

std::vector<std::uint32_t> Grid::query(const Bounds& box) const {
  std::vector<std::uint32_t> ids;
  if (box.empty()) return ids;
  for (std::int64_t r = row(box.min_lat_e7); r <= row(box.max_lat_e7); ++r) {
    for (std::int64_t c = column(box.min_lon_e7); c <= column(box.max_lon_e7); ++c) {
      for (const std::uint32_t index : cells_[static_cast<std::size_t>(r * columns_ + c)]) {
        if (intersects(entries_[index].box, box)) ids.push_back(entries_[index].id);
      }
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::int32_t cell_for(const Bounds& bounds, std::size_t count) {
  if (bounds.empty() || count == 0) return 1;
  const double width = static_cast<double>(bounds.max_lon_e7) - static_cast<double>(bounds.min_lon_e7);
  const double height = static_cast<double>(bounds.max_lat_e7) - static_cast<double>(bounds.min_lat_e7);
  const double cell = std::max(std::sqrt(width * height / static_cast<double>(count)),
                               std::max(width, height) / static_cast<double>(kMaxCells));
  return static_cast<std::int32_t>(std::clamp(cell, 1.0, 2e9));
}

}  // namespace stoepkrijt::geo
