// Makes parts of a photo unrecognisable: faces, number plates, house numbers.
//
// A picture is divided into cells, at most kMostCells along its longest side. What a finger passed over is a set of
// cells. Cells that touch are one hidden part; each part is filled with squares of the average colour of what was
// hidden under them, and no part has more than kMostSquares squares a side, however large it is: a face that fills the
// picture would else still be a face of forty squares. Nothing of the pixels but these averages is in the result.
//
// Guarantees: pure; pixels outside the hidden cells stay as they are, the order of painting does not matter.
//
// Example:
//   Hidden hidden = nothing_hidden(*picture);
//   paint(hidden, {120, 80}, {200, 90}, 60);
//   const Picture safe = pixelated(*picture, hidden);
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/picture.hpp"

namespace stoepkrijt::schouw {

inline constexpr std::int32_t kMostCells = 40;
inline constexpr std::int32_t kMostSquares = 6;

struct Hidden {
  std::int32_t cell = 1;  ///< pixels a side
  std::int32_t columns = 0, rows = 0;
  std::vector<std::uint8_t> cells;  ///< by row; 1: hidden
  [[nodiscard]] bool any() const;
  [[nodiscard]] bool at(std::int32_t column, std::int32_t row) const;
  friend bool operator==(const Hidden&, const Hidden&) = default;
};
/// Pixels from the top left of the picture; may lie outside it.
struct Point {
  float x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

[[nodiscard]] Hidden nothing_hidden(const Picture& picture);
/// Every cell that the way from `from` to `to`, `width` pixels wide, touches.
void paint(Hidden& hidden, Point from, Point to, float width);
/// A rectangle of cells: columns [first, last), rows likewise.
struct Part {
  std::int32_t first_column = 0, last_column = 0;
  std::int32_t first_row = 0, last_row = 0;
};
/// The picture in `across` by `down` parts, as equal as cells allow; the part in this column and row.
[[nodiscard]] Part part_of(const Hidden& hidden, std::int32_t across, std::int32_t down, std::int32_t column,
                           std::int32_t row);
void set_part(Hidden& hidden, const Part& part, bool on);
[[nodiscard]] bool is_hidden(const Hidden& hidden, const Part& part);  ///< all of it

/// Of each cell the sum of its pixels: with these what a square will look like is known without the picture.
struct CellSums {
  struct Sum {
    std::array<std::uint64_t, 3> colour{};  ///< red, green, blue
    std::uint64_t pixels = 0;
  };
  std::vector<Sum> cells;  ///< as Hidden::cells
};
[[nodiscard]] CellSums sums_of(const Picture& picture);
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};
/// Of each cell what covers it; of those that are not hidden it means nothing. Domain: `sums` is of the same picture.
[[nodiscard]] std::vector<Colour> covers(const Hidden& hidden, const CellSums& sums);

/// Domain: `hidden` is of a picture of this size.
[[nodiscard]] Picture pixelated(const Picture& picture, const Hidden& hidden);

}  // namespace stoepkrijt::schouw
