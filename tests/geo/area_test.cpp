#include "geo/area.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "geo/geometry.hpp"

namespace stoepkrijt::geo {
namespace {

using Ring = std::vector<LonLat>;

std::string why(const Ring& drawn) {
  const auto area = area_of(drawn);
  return area ? "" : area.error().key;
}

TEST(Area, HoldsWhatLiesInItAndOnItsEdge) {
  const Ring square = {{0, 0}, {100, 0}, {100, 100}, {0, 100}};
  EXPECT_TRUE(in_area({50, 50}, square));
  for (const LonLat edge : {LonLat{0, 0}, {50, 0}, {100, 50}, {0, 37}, {100, 100}, {3, 100}})
    EXPECT_TRUE(in_area(edge, square)) << edge.lon_e7 << " " << edge.lat_e7;
  for (const LonLat out : {LonLat{-1, 0}, {101, 0}, {50, -1}, {50, 101}, {200, 100}, {-5, 50}, {-1, 100}})
    EXPECT_FALSE(in_area(out, square)) << out.lon_e7 << " " << out.lat_e7;
  EXPECT_FALSE(in_area({0, 0}, Ring{}));
}

TEST(Area, HoldsBothHalvesOfAFigureOfEight) {
  const Ring eight = {{0, 0}, {100, 100}, {100, 0}, {0, 100}};
  EXPECT_TRUE(in_area({10, 50}, eight));
  EXPECT_TRUE(in_area({90, 50}, eight));
  EXPECT_TRUE(in_area({50, 50}, eight));
  EXPECT_FALSE(in_area({50, 80}, eight));
  EXPECT_FALSE(in_area({50, 20}, eight));
}

TEST(Area, HoldsWhatALineGoesRoundTwice) {
  const Ring twice = {{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}, {60, 0}, {60, 60}, {0, 60}};
  EXPECT_TRUE(in_area({30, 30}, twice)) << "even-odd would leave a hole";
  EXPECT_TRUE(in_area({80, 80}, twice));
  EXPECT_FALSE(in_area({120, 30}, twice));
}

TEST(Area, AgreesWithThePolygonsOfTheMapOnPlainRings) {
  std::mt19937 random(5);
  std::uniform_int_distribution<int> place(-20, 20);
  for (int round = 0; round < 200; ++round) {
    const Ring triangle = {
        {place(random), place(random)}, {place(random), place(random)}, {place(random), place(random)}};
    if (ring_sign(triangle) == 0) continue;
    for (std::int32_t x = -21; x <= 21; x += 2) {
      for (std::int32_t y = -21; y <= 21; y += 2)
        ASSERT_EQ(in_area({x, y}, triangle), side_of_ring({x, y}, triangle) != Side::kOutside);
    }
  }
}

TEST(Area, IsExactAtTheEndsOfTheWorld) {
  const Ring half = {{-kMaxLonE7, -kMaxLatE7}, {0, -kMaxLatE7}, {0, kMaxLatE7}, {-kMaxLonE7, kMaxLatE7}};
  EXPECT_TRUE(in_area({0, 0}, half));
  EXPECT_FALSE(in_area({1, 0}, half));
  const Ring slope = {{-kMaxLonE7, -kMaxLatE7}, {0, 0}, {0, -kMaxLatE7}};
  EXPECT_TRUE(in_area({-2, -1}, slope));
  EXPECT_FALSE(in_area({-3, -1}, slope));
  EXPECT_TRUE(area_of(half).has_value());
}

TEST(Area, KeepsTheShapeOfALineWithFewCorners) {
  Ring drawn;
  for (int i = 0; i < 3000; ++i) {
    const double a = i * 2 * 3.14159265358979 / 2900;  // a little further than once around
    drawn.push_back({45'000'000 + static_cast<std::int32_t>(std::lround(20'000 * std::cos(a))),
                     519'000'000 + static_cast<std::int32_t>(std::lround(12'000 * std::sin(a)))});
  }
  const auto area = area_of(drawn);
  ASSERT_TRUE(area.has_value());
  EXPECT_LE(area->size(), kMostCorners);
  EXPECT_GE(area->size(), 12U);
  EXPECT_TRUE(in_area({45'000'000, 519'000'000}, *area));
  EXPECT_TRUE(in_area({45'019'500, 519'000'000}, *area));
  EXPECT_TRUE(in_area({45'000'000, 519'011'700}, *area));
  EXPECT_FALSE(in_area({45'020'300, 519'000'000}, *area));
  EXPECT_EQ(*area, *area_of(drawn)) << "the same every time";
}

TEST(Area, StaysSmallHoweverWildTheLine) {
  std::mt19937 random(9);
  std::uniform_int_distribution<int> place(0, 1'000'000);
  Ring drawn;
  for (int i = 0; i < 2000; ++i) drawn.push_back({place(random), place(random)});
  const auto area = area_of(drawn);
  ASSERT_TRUE(area.has_value());
  EXPECT_LE(area->size(), kMostCorners);
  EXPECT_GE(area->size(), 3U);
}

TEST(Area, RefusesWhatHoldsNothingAndSaysWhy) {
  EXPECT_EQ(why({}), "error.area_flat");
  EXPECT_EQ(why({{5, 5}}), "error.area_flat");
  EXPECT_EQ(why({{5, 5}, {5, 5}, {5, 5}}), "error.area_flat");
  EXPECT_EQ(why({{0, 0}, {10, 10}, {20, 20}, {5, 5}}), "error.area_flat");
  EXPECT_EQ(why({{0, 0}, {10, 0}, {0, 10}}), "");
  EXPECT_EQ(why({{0, 0}, {10, 0}, {0, 10}, {0, 0}}), "") << "closed by the hand itself";
  EXPECT_EQ(why({{1'799'000'000, 0}, {-1'799'000'000, 0}, {-1'799'000'000, 9'000'000}, {1'799'000'000, 9'000'000}}),
            "error.area_meridian");
  EXPECT_EQ(why({{kMaxLonE7 + 1, 0}, {0, 0}, {0, 10}}), "error.area_world");
  EXPECT_EQ(why({{0, kMaxLatE7 + 1}, {0, 0}, {9, 10}}), "error.area_world");
}

}  // namespace
}  // namespace stoepkrijt::geo
