#include "geo/projection.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace stoepkrijt::geo {
namespace {

struct TestPoint {
  const char* name;
  double lat, lon, x, y;
};
// Official test points of RDNAPTRANS2008 (NSGI).
constexpr TestPoint kPoints[] = {
    {"Texel", 53.160753042, 4.824761912, 117380.12, 575040.34},
    {"Noord-Groningen", 53.419482050, 6.776726674, 247380.56, 604580.78},
    {"Zeeuws-Vlaanderen", 51.368607152, 3.397588595, 16460.91, 377380.23},
    {"Zuid-Limburg", 50.792584916, 5.773795548, 182260.45, 311480.67},
    {"Maasvlakte", 51.947393898, 4.072887101, 64640.89, 440700.01},
};

TEST(RdNew, IsWithinTwoDecimetresOfTheOfficialTestPoints) {
  for (const TestPoint& p : kPoints) {
    const XY rd = to_rd_degrees({p.lon, p.lat});
    EXPECT_LT(std::hypot(rd.x - p.x, rd.y - p.y), 0.20) << p.name;
    const XY back = from_rd_degrees({p.x, p.y});
    EXPECT_LT(std::hypot((back.x - p.lon) * 68000, (back.y - p.lat) * 111300), 0.20) << p.name;
  }
}

TEST(RdNew, ComesBackWithinFourMillimetres) {
  for (double x = 20000; x <= 270000; x += 12500) {
    for (double y = 310000; y <= 610000; y += 12500) {
      const XY degrees = from_rd_degrees({x, y});
      const XY rd = to_rd_degrees(degrees);
      EXPECT_LT(std::hypot(rd.x - x, rd.y - y), 0.02) << x << ' ' << y;
    }
  }
  for (const TestPoint& p : kPoints) {
    const XY rd = to_rd_degrees(from_rd_degrees({p.x, p.y}));
    EXPECT_LT(std::hypot(rd.x - p.x, rd.y - p.y), 0.004) << p.name;
  }
}

TEST(RdNew, KnowsItsArea) {
  EXPECT_TRUE(in_rd_area(to_rd({53872040, 521551730})));
  EXPECT_FALSE(in_rd_area({400000, 463000}));
  EXPECT_FALSE(in_rd_area({155000, 100000}));
}

TEST(RdNew, PutsItsOriginInAmersfoort) {
  const LonLat amersfoort = from_rd({155000, 463000});
  EXPECT_EQ(amersfoort, (LonLat{53872037, 521551729}));
}

TEST(WebMercator, AgreesWithKnownValues) {
  const XY zero = to_web_mercator({0, 0});
  EXPECT_NEAR(zero.x, 0, 1e-9);
  EXPECT_NEAR(zero.y, 0, 1e-9);
  const XY corner = to_web_mercator({1'800'000'000, 900'000'000});
  EXPECT_NEAR(corner.x, 20037508.342789, 1e-3);
  EXPECT_NEAR(corner.y, 20037508.342789, 0.5);
}

TEST(WebMercator, ComesBackToTheSamePosition) {
  for (const LonLat p : {LonLat{44912345, 519239147}, LonLat{-703456789, -334567891}, LonLat{0, 850000000}}) {
    EXPECT_EQ(from_web_mercator(to_web_mercator(p)), p);
  }
}

TEST(LocalPlane, ComesBackToTheSamePosition) {
  const LocalPlane plane({44900000, 519200000});
  for (std::int32_t d = -1000000; d <= 1000000; d += 99991) {
    const LonLat p{44900000 + d, 519200000 - d / 2};
    EXPECT_EQ(plane.to_lon_lat(plane.to_metres(p)), p);
  }
}

TEST(LocalPlane, AgreesWithRdOnDistances) {
  // 2,000 m east and 1,000 m north in the middle of the RD plane (scale there: 0.99991).
  const LonLat a = from_rd({155000, 463000});
  EXPECT_NEAR(distance_m(a, from_rd({157000, 463000})), 2000, 0.4);
  EXPECT_NEAR(distance_m(a, from_rd({155000, 464000})), 1000, 0.3);
  EXPECT_NEAR(distance_m(a, from_rd({157000, 464000})), std::hypot(2000, 1000), 0.5);
}

TEST(LocalPlane, SurvivesThePoles) {
  const LocalPlane plane({0, 900'000'000});
  EXPECT_TRUE(std::isfinite(plane.to_metres({1'800'000'000, 0}).x));
  EXPECT_EQ(plane.to_lon_lat({1e300, 1e300}), (LonLat{1'800'000'000, 900'000'000}));
  EXPECT_EQ(plane.to_lon_lat({std::nan(""), -1e300}), (LonLat{-1'800'000'000, -900'000'000}));
}

TEST(Distance, ToASegmentIsToItsNearestPoint) {
  const LocalPlane plane({44900000, 519200000});
  const LonLat a = plane.to_lon_lat({0, 0});
  const LonLat b = plane.to_lon_lat({100, 0});
  EXPECT_NEAR(distance_to_segment_m(plane.to_lon_lat({50, 30}), a, b), 30, 0.02);
  EXPECT_NEAR(distance_to_segment_m(plane.to_lon_lat({-40, 30}), a, b), 50, 0.02);
  EXPECT_NEAR(distance_to_segment_m(plane.to_lon_lat({103, -4}), a, b), 5, 0.02);
  EXPECT_NEAR(distance_to_segment_m(plane.to_lon_lat({3, 4}), a, a), 5, 0.02);
}

}  // namespace
}  // namespace stoepkrijt::geo
