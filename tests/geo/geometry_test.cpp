#include "geo/geometry.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "geo/grid.hpp"

namespace stoepkrijt::geo {
namespace {

using Ring = std::vector<LonLat>;

TEST(Geometry, TellsWhichWayARingGoesRound) {
  const Ring square = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
  EXPECT_EQ(ring_sign(square), 1);
  EXPECT_EQ(ring_sign(Ring(square.rbegin(), square.rend())), -1);
  EXPECT_EQ(ring_sign(Ring{{0, 0}, {5, 5}, {10, 10}}), 0);
  EXPECT_EQ(ring_sign(Ring{{0, 0}, {5, 5}}), 0);
}

TEST(Geometry, IsExactAtTheEndsOfTheWorld) {
  const Ring world = {
      {-kMaxLonE7, -kMaxLatE7}, {kMaxLonE7, -kMaxLatE7}, {kMaxLonE7, kMaxLatE7}, {-kMaxLonE7, kMaxLatE7}};
  EXPECT_EQ(ring_sign(world), 1);
  EXPECT_EQ(orientation({-kMaxLonE7, -kMaxLatE7}, {kMaxLonE7, kMaxLatE7}, {0, 0}), 0);
  EXPECT_EQ(orientation({-kMaxLonE7, -kMaxLatE7}, {kMaxLonE7, kMaxLatE7}, {0, 1}), 1);
  EXPECT_EQ(orientation({-kMaxLonE7, -kMaxLatE7}, {kMaxLonE7, kMaxLatE7}, {1, 0}), -1);
}

TEST(Geometry, TellsInsideFromOutsideAndEdge) {
  const Ring l_shape = {{0, 0}, {20, 0}, {20, 10}, {10, 10}, {10, 20}, {0, 20}};
  EXPECT_EQ(side_of_ring({5, 5}, l_shape), Side::kInside);
  EXPECT_EQ(side_of_ring({5, 10}, l_shape), Side::kInside);
  EXPECT_EQ(side_of_ring({15, 15}, l_shape), Side::kOutside);
  EXPECT_EQ(side_of_ring({15, 10}, l_shape), Side::kEdge);
  EXPECT_EQ(side_of_ring({10, 10}, l_shape), Side::kEdge);
  EXPECT_EQ(side_of_ring({20, 0}, l_shape), Side::kEdge);
  EXPECT_EQ(side_of_ring({0, 15}, l_shape), Side::kEdge);
  EXPECT_EQ(side_of_ring({25, 10}, l_shape), Side::kOutside);
  EXPECT_EQ(side_of_ring({-5, 10}, l_shape), Side::kOutside);
  EXPECT_EQ(side_of_ring({-5, 20}, l_shape), Side::kOutside);
  EXPECT_EQ(side_of_ring({0, 0}, Ring{}), Side::kOutside);
}

TEST(Geometry, LeavesHolesOut) {
  const std::vector<Ring> ring_with_hole = {{{0, 0}, {30, 0}, {30, 30}, {0, 30}},
                                            {{10, 10}, {10, 20}, {20, 20}, {20, 10}}};
  EXPECT_EQ(side_of_polygon({5, 5}, ring_with_hole), Side::kInside);
  EXPECT_EQ(side_of_polygon({15, 15}, ring_with_hole), Side::kOutside);
  EXPECT_EQ(side_of_polygon({10, 15}, ring_with_hole), Side::kEdge);
}

TEST(Geometry, AgreesWithACountByHandOnATriangleGrid) {
  // Pick's theorem: A = I + B/2 - 1. Triangle (0,0) (12,0) (0,8): A = 48, B = 12 + 8 + gcd(12,8) = 24, so I = 37.
  const Ring triangle = {{0, 0}, {12, 0}, {0, 8}};
  int inside = 0;
  int edge = 0;
  for (std::int32_t x = -2; x <= 14; ++x) {
    for (std::int32_t y = -2; y <= 10; ++y) {
      const Side side = side_of_ring({x, y}, triangle);
      inside += side == Side::kInside ? 1 : 0;
      edge += side == Side::kEdge ? 1 : 0;
    }
  }
  EXPECT_EQ(inside, 37);
  EXPECT_EQ(edge, 24);
}

TEST(Geometry, KnowsBounds) {
  const Ring points = {{3, 4}, {-1, 9}, {2, -5}};
  const Bounds b = bounds_of(points);
  EXPECT_EQ(b, (Bounds{-1, -5, 3, 9}));
  EXPECT_EQ(centre(b), (LonLat{1, 2}));
  EXPECT_EQ(centre(Bounds{-4, -3, -1, 0}), (LonLat{-3, -2}));
  EXPECT_EQ(widened(Bounds{-kMaxLonE7, 0, 5, kMaxLatE7}, 10), (Bounds{-kMaxLonE7, -10, 15, kMaxLatE7}));
  EXPECT_TRUE(widened(Bounds{}, 10).empty());
  EXPECT_EQ(united(b, Bounds{}), b);
  EXPECT_TRUE(intersects(b, {3, 9, 8, 12}));
  EXPECT_FALSE(intersects(b, {4, 0, 8, 12}));
  EXPECT_FALSE(intersects(b, Bounds{}));
}

TEST(Geometry, KnowsTheWorld) {
  EXPECT_TRUE(on_earth({kMaxLonE7, -kMaxLatE7}));
  EXPECT_FALSE(on_earth({kMaxLonE7 + 1, 0}));
  EXPECT_FALSE(on_earth({0, -kMaxLatE7 - 1}));
}

TEST(Grid, FindsExactlyWhatASearchOfEverythingFinds) {
  std::mt19937 random(7);
  const auto number = [&](std::int32_t below) {
    return static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(below));
  };
  const Bounds bounds{0, 0, 100000, 50000};
  Grid grid(bounds, cell_for(bounds, 500));
  std::vector<Bounds> boxes;
  for (std::uint32_t id = 0; id < 500; ++id) {
    const std::int32_t x = number(110000) - 5000;  // some lie outside
    const std::int32_t y = number(60000) - 5000;
    boxes.push_back({x, y, x + number(3000), y + number(3000)});
    grid.insert(id, boxes.back());
  }
  for (int i = 0; i < 200; ++i) {
    const std::int32_t x = number(120000) - 10000;
    const std::int32_t y = number(70000) - 10000;
    const Bounds box{x, y, x + number(20000), y + number(20000)};
    std::vector<std::uint32_t> expected;
    for (std::uint32_t id = 0; id < boxes.size(); ++id) {
      if (intersects(boxes[id], box)) expected.push_back(id);
    }
    EXPECT_EQ(grid.query(box), expected);
  }
}

TEST(Grid, SurvivesEmptyAndEnormousBounds) {
  Grid none(Bounds{}, 5);
  none.insert(3, LonLat{1, 1});
  EXPECT_EQ(none.query({0, 0, 2, 2}), std::vector<std::uint32_t>{3});
  EXPECT_TRUE(none.query(Bounds{}).empty());
  Grid world({-kMaxLonE7, -kMaxLatE7, kMaxLonE7, kMaxLatE7}, 1);
  world.insert(1, LonLat{kMaxLonE7, kMaxLatE7});
  EXPECT_EQ(world.query({kMaxLonE7, kMaxLatE7, kMaxLonE7, kMaxLatE7}), std::vector<std::uint32_t>{1});
}

}  // namespace
}  // namespace stoepkrijt::geo
