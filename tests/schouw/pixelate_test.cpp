#include "schouw/pixelate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/random.hpp"

namespace stoepkrijt::schouw {
namespace {

Picture noise(int width, int height, std::uint64_t seed) {
  Random random(seed);
  Picture picture{width, height, {}};
  for (int i = 0; i < width * height * 4; ++i) {
    picture.rgba += i % 4 == 3 ? '\xFF' : static_cast<char>(static_cast<std::uint8_t>(random.next()));
  }
  return picture;
}

using Rgb = std::array<std::uint8_t, 3>;
Rgb at(const Picture& picture, int x, int y) {
  const std::size_t i =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
  Rgb out{};
  for (std::size_t c = 0; c < 3; ++c) out[c] = static_cast<std::uint8_t>(picture.rgba[i + c]);
  return out;
}

TEST(Pixelate, LeavesAPictureAsItIsWhereNothingIsHidden) {
  const Picture picture = noise(64, 48, 1);
  EXPECT_EQ(pixelated(picture, nothing_hidden(picture)), picture);
}

TEST(Pixelate, DividesAnyPictureInAtMostFortyCells) {
  for (const auto& [w, h] :
       {std::pair{1600, 1200}, std::pair{1200, 1600}, std::pair{39, 7}, std::pair{1, 1}, std::pair{4096, 3}}) {
    const Hidden hidden = nothing_hidden(Picture{w, h, {}});
    EXPECT_LE(std::max(hidden.columns, hidden.rows), kMostCells) << w;
    EXPECT_GE(hidden.columns * hidden.cell, w);
    EXPECT_GE(hidden.rows * hidden.cell, h);
    EXPECT_FALSE(hidden.any());
  }
}

TEST(Pixelate, ChangesOnlyWhatIsHidden) {
  const Picture picture = noise(160, 120, 2);
  Hidden hidden = nothing_hidden(picture);
  paint(hidden, {40, 40}, {80, 60}, 12);
  const Picture out = pixelated(picture, hidden);
  for (int y = 0; y < 120; ++y) {
    for (int x = 0; x < 160; ++x) {
      if (hidden.at(x / hidden.cell, y / hidden.cell)) continue;
      ASSERT_EQ(at(out, x, y), at(picture, x, y));
    }
  }
  EXPECT_NE(out, picture);
}

/// Two pictures that differ only in how the hidden pixels are arranged within their squares give the very same bytes:
/// so nothing of that arrangement can be got back.
TEST(Pixelate, KeepsNothingOfThePixelsButTheAveragesOfSquares) {
  Random random(3);
  for (int round = 0; round < 40; ++round) {
    const Picture picture = noise(120, 90, random.next());
    Hidden hidden = nothing_hidden(picture);
    for (int stroke = 0; stroke < 3; ++stroke) {
      const auto one = [&](int most) { return static_cast<float>(random.next() % static_cast<std::uint64_t>(most)); };
      paint(hidden, {one(120), one(90)}, {one(120), one(90)}, 3 + one(20));
    }
    const Picture out = pixelated(picture, hidden);
    Picture mirrored = picture;
    // Turns each hidden cell round: the average of every square stays.
    for (int row = 0; row < hidden.rows; ++row) {
      for (int column = 0; column < hidden.columns; ++column) {
        if (!hidden.at(column, row)) continue;
        const int right = std::min(120, (column + 1) * hidden.cell), bottom = std::min(90, (row + 1) * hidden.cell);
        for (int y = row * hidden.cell; y < bottom; ++y) {
          for (int x = column * hidden.cell; x < right; ++x) {
            const int from_x = column * hidden.cell + right - 1 - x, from_y = row * hidden.cell + bottom - 1 - y;
            for (std::size_t c = 0; c < 4; ++c) {
              mirrored.rgba[static_cast<std::size_t>((y * 120 + x) * 4) + c] =
                  picture.rgba[static_cast<std::size_t>((from_y * 120 + from_x) * 4) + c];
            }
          }
        }
      }
    }
    ASSERT_NE(mirrored, picture);
    EXPECT_EQ(pixelated(mirrored, hidden), out);
    EXPECT_EQ(pixelated(out, hidden), out) << "again is the same";
  }
}

TEST(Pixelate, GivesAFaceThatFillsThePictureNoMoreThanSixSquaresASide) {
  const Picture picture = noise(400, 400, 4);
  Hidden hidden = nothing_hidden(picture);
  set_part(hidden, {0, hidden.columns, 0, hidden.rows}, true);
  const Picture out = pixelated(picture, hidden);
  std::set<Rgb> across;
  for (int x = 0; x < 400; ++x) across.insert(at(out, x, 200));
  EXPECT_LE(across.size(), static_cast<std::size_t>(kMostSquares));
  EXPECT_GE(across.size(), 2U);
}

TEST(Pixelate, HidesEveryCellThatTheFingerPassedOver) {
  const Picture picture = noise(160, 120, 5);
  Random random(6);
  for (int round = 0; round < 200; ++round) {
    Hidden hidden = nothing_hidden(picture);
    const auto one = [&](int most) { return static_cast<float>(random.next() % static_cast<std::uint64_t>(most)); };
    const Point from{one(160), one(120)}, to{one(160), one(120)};
    const float width = 2 + one(40);
    paint(hidden, from, to, width);
    for (int step = 0; step <= 50; ++step) {
      const float t = static_cast<float>(step) / 50;
      const int x = static_cast<int>(from.x + t * (to.x - from.x)), y = static_cast<int>(from.y + t * (to.y - from.y));
      EXPECT_TRUE(hidden.at(x / hidden.cell, y / hidden.cell)) << x << " " << y;
    }
  }
}

TEST(Pixelate, TakesAFingerOutsideThePicture) {
  const Picture picture = noise(40, 30, 7);
  Hidden hidden = nothing_hidden(picture);
  paint(hidden, {-500, -500}, {-400, -600}, 10);
  EXPECT_FALSE(hidden.any());
  paint(hidden, {-1e9F, 15}, {1e9F, 15}, 4);
  EXPECT_TRUE(hidden.any());
  EXPECT_FALSE(Hidden{}.at(0, 0));
}

TEST(Pixelate, DividesAPictureInPartsThatTouchAndNeverOverlap) {
  for (const auto& [w, h] : {std::pair{1600, 1200}, std::pair{1200, 1600}, std::pair{1600, 317}}) {
    const Picture picture{w, h, {}};
    Hidden hidden = nothing_hidden(picture);
    int cells = 0;
    for (int row = 0; row < 4; ++row) {
      for (int column = 0; column < 6; ++column) {
        const Part part = part_of(hidden, 6, 4, column, row);
        EXPECT_FALSE(is_hidden(hidden, part));
        set_part(hidden, part, true);
        EXPECT_TRUE(is_hidden(hidden, part));
        cells += (part.last_column - part.first_column) * (part.last_row - part.first_row);
      }
    }
    EXPECT_EQ(cells, hidden.columns * hidden.rows);
    EXPECT_EQ(std::count(hidden.cells.begin(), hidden.cells.end(), 1), cells);
  }
}

}  // namespace
}  // namespace stoepkrijt::schouw
