#include "schouw/pixelate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/check.hpp"

namespace stoepkrijt::schouw {

namespace {

std::size_t index(const Hidden& hidden, std::int32_t column, std::int32_t row) {
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(hidden.columns) + static_cast<std::size_t>(column);
}

/// How far a point is from the line between two others, squared.
float distance2(Point p, Point a, Point b) {
  const float dx = b.x - a.x, dy = b.y - a.y;
  const float length2 = dx * dx + dy * dy;
  const float t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0F, 1.0F) : 0.0F;
  const float x = a.x + t * dx - p.x, y = a.y + t * dy - p.y;
  return x * x + y * y;
}

/// Cells that hang together, and the rectangle around them.
struct Blob {
  std::vector<std::pair<std::int32_t, std::int32_t>> cells;  ///< column, row
  std::int32_t left = 0, top = 0, right = 0, bottom = 0;     ///< right and bottom beyond the last
};

std::vector<Blob> blobs_of(const Hidden& hidden) {
  std::vector<Blob> out;
  std::vector<std::uint8_t> seen(hidden.cells.size(), 0);
  for (std::int32_t row = 0; row < hidden.rows; ++row) {
    for (std::int32_t column = 0; column < hidden.columns; ++column) {
      if (!hidden.at(column, row) || seen[index(hidden, column, row)] != 0) continue;
      Blob blob{{{column, row}}, column, row, column + 1, row + 1};
      seen[index(hidden, column, row)] = 1;
      for (std::size_t i = 0; i < blob.cells.size(); ++i) {
        const auto [x, y] = blob.cells[i];
        blob.left = std::min(blob.left, x);
        blob.top = std::min(blob.top, y);
        blob.right = std::max(blob.right, x + 1);
        blob.bottom = std::max(blob.bottom, y + 1);
        // Corners too: two halves of a face that meet at a corner are one face.
        for (std::int32_t dy = -1; dy <= 1; ++dy) {
          for (std::int32_t dx = -1; dx <= 1; ++dx) {
            if (!hidden.at(x + dx, y + dy) || seen[index(hidden, x + dx, y + dy)] != 0) continue;
            seen[index(hidden, x + dx, y + dy)] = 1;
            blob.cells.emplace_back(x + dx, y + dy);
          }
        }
      }
      out.push_back(std::move(blob));
    }
  }
  return out;
}

/// Calls `each(offset)` for every pixel of a cell.
template <class Each>
void pixels_of(const Picture& picture, const Hidden& hidden, std::int32_t column, std::int32_t row, Each each) {
  const std::int32_t right = std::min(picture.width, (column + 1) * hidden.cell);
  const std::int32_t bottom = std::min(picture.height, (row + 1) * hidden.cell);
  for (std::int32_t y = row * hidden.cell; y < bottom; ++y) {
    for (std::int32_t x = column * hidden.cell; x < right; ++x) {
      each((static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4);
    }
  }
}

void cover(std::vector<Colour>& out, const Hidden& hidden, const CellSums& sums, const Blob& blob) {
  const std::int32_t longest = std::max(blob.right - blob.left, blob.bottom - blob.top);
  const std::int32_t side = (longest + kMostSquares - 1) / kMostSquares;  // of a square, in cells
  std::array<CellSums::Sum, static_cast<std::size_t>(kMostSquares) * kMostSquares> squares{};
  const auto square = [&](std::int32_t column, std::int32_t row) -> CellSums::Sum& {
    return squares[static_cast<std::size_t>((row - blob.top) / side * kMostSquares + (column - blob.left) / side)];
  };
  for (const auto& [column, row] : blob.cells) {
    const CellSums::Sum& cell = sums.cells[index(hidden, column, row)];
    CellSums::Sum& sum = square(column, row);
    for (std::size_t c = 0; c < 3; ++c) sum.colour[c] += cell.colour[c];
    sum.pixels += cell.pixels;
  }
  for (const auto& [column, row] : blob.cells) {
    const CellSums::Sum& sum = square(column, row);
    const auto average = [&](std::size_t c) {
      return static_cast<std::uint8_t>((sum.colour[c] + sum.pixels / 2) / std::max<std::uint64_t>(1, sum.pixels));
    };
    out[index(hidden, column, row)] = {average(0), average(1), average(2)};
  }
}

}  // namespace

bool Hidden::any() const {
  return std::any_of(cells.begin(), cells.end(), [](std::uint8_t one) { return one != 0; });
}

bool Hidden::at(std::int32_t column, std::int32_t row) const {
  return column >= 0 && row >= 0 && column < columns && row < rows && cells[index(*this, column, row)] != 0;
}

Hidden nothing_hidden(const Picture& picture) {
  Hidden hidden;
  const std::int32_t longest = std::max({picture.width, picture.height, 1});
  hidden.cell = (longest + kMostCells - 1) / kMostCells;
  hidden.columns = (picture.width + hidden.cell - 1) / hidden.cell;
  hidden.rows = (picture.height + hidden.cell - 1) / hidden.cell;
  hidden.cells.assign(static_cast<std::size_t>(hidden.columns) * static_cast<std::size_t>(hidden.rows), 0);
  return hidden;
}

void paint(Hidden& hidden, Point from, Point to, float width) {
  const auto side = static_cast<float>(hidden.cell);
  const float reach = width / 2;
  const auto first = [&](float v) { return std::max(0, static_cast<std::int32_t>(std::floor((v - reach) / side))); };
  const auto last = [&](float v, std::int32_t most) {
    return std::min(most, static_cast<std::int32_t>(std::floor((v + reach) / side)) + 1);
  };
  for (std::int32_t row = first(std::min(from.y, to.y)); row < last(std::max(from.y, to.y), hidden.rows); ++row) {
    for (std::int32_t column = first(std::min(from.x, to.x)); column < last(std::max(from.x, to.x), hidden.columns);
         ++column) {
      // The circle around a cell is within reach of the line: so is every cell that the brush touches.
      const Point middle{(static_cast<float>(column) + 0.5F) * side, (static_cast<float>(row) + 0.5F) * side};
      const float near = reach + side * 0.7072F;
      if (distance2(middle, from, to) <= near * near) hidden.cells[index(hidden, column, row)] = 1;
    }
  }
}

Part part_of(const Hidden& hidden, std::int32_t across, std::int32_t down, std::int32_t column, std::int32_t row) {
  return {hidden.columns * column / across, hidden.columns * (column + 1) / across, hidden.rows * row / down,
          hidden.rows * (row + 1) / down};
}

void set_part(Hidden& hidden, const Part& part, bool on) {
  for (std::int32_t row = part.first_row; row < part.last_row; ++row) {
    for (std::int32_t column = part.first_column; column < part.last_column; ++column) {
      hidden.cells[index(hidden, column, row)] = on ? 1 : 0;
    }
  }
}

bool is_hidden(const Hidden& hidden, const Part& part) {
  for (std::int32_t row = part.first_row; row < part.last_row; ++row) {
    for (std::int32_t column = part.first_column; column < part.last_column; ++column) {
      if (!hidden.at(column, row)) return false;
    }
  }
  return part.first_row < part.last_row && part.first_column < part.last_column;
}

CellSums sums_of(const Picture& picture) {
  SK_CHECK(is_whole(picture));
  const Hidden grid = nothing_hidden(picture);
  CellSums out;
  out.cells.resize(grid.cells.size());
  for (std::int32_t row = 0; row < grid.rows; ++row) {
    for (std::int32_t column = 0; column < grid.columns; ++column) {
      CellSums::Sum& sum = out.cells[index(grid, column, row)];
      pixels_of(picture, grid, column, row, [&](std::size_t at) {
        for (std::size_t c = 0; c < 3; ++c) sum.colour[c] += static_cast<std::uint8_t>(picture.rgba[at + c]);
        ++sum.pixels;
      });
    }
  }
  return out;
}

std::vector<Colour> covers(const Hidden& hidden, const CellSums& sums) {
  std::vector<Colour> out(hidden.cells.size());
  for (const Blob& blob : blobs_of(hidden)) cover(out, hidden, sums, blob);
  return out;
}

Picture pixelated(const Picture& picture, const Hidden& hidden) {
  Picture out = picture;
  const std::vector<Colour> colours = covers(hidden, sums_of(picture));
  for (std::int32_t row = 0; row < hidden.rows; ++row) {
    for (std::int32_t column = 0; column < hidden.columns; ++column) {
      if (!hidden.at(column, row)) continue;
      const Colour colour = colours[index(hidden, column, row)];
      pixels_of(picture, hidden, column, row, [&](std::size_t at) {
        out.rgba[at] = static_cast<char>(colour.red);
        out.rgba[at + 1] = static_cast<char>(colour.green);
        out.rgba[at + 2] = static_cast<char>(colour.blue);
      });
    }
  }
  return out;
}

}  // namespace stoepkrijt::schouw
