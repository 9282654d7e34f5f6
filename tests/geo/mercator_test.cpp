#include "geo/mercator.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::geo {
namespace {

TEST(Mercator, IsThatOfTheStandardToTheNearestUnit) {
  constexpr double kMetres = 6378137.0 * 3.14159265358979323846 / 1.8e9;  // of a unit
  Random random(1);
  for (int i = 0; i < 20'000; ++i) {
    const auto lat = static_cast<std::int32_t>(random.between(-850'000'000, 850'000'000));
    const XY metres = to_web_mercator({0, lat});
    ASSERT_NEAR(mercator_y(lat), metres.y / kMetres + 1.8e9, 0.501) << lat;
  }
}

TEST(Mercator, GrowsWithTheLatitudeAndEndsAtTheEdges) {
  EXPECT_EQ(mercator_y(-900'000'000), 0U);
  EXPECT_EQ(mercator_y(-850'511'288), 0U);
  EXPECT_EQ(mercator_y(0), 1'800'000'000U);
  EXPECT_EQ(mercator_y(850'511'288), kMercatorWorld);
  EXPECT_EQ(mercator_y(900'000'000), kMercatorWorld);
  EXPECT_EQ(mercator_x(-1'800'000'000), 0U);
  EXPECT_EQ(mercator_x(1'800'000'000), kMercatorWorld);
  Random random(2);
  for (int i = 0; i < 20'000; ++i) {
    const auto lat = static_cast<std::int32_t>(random.between(-850'511'288, 850'511'287));
    ASSERT_LT(mercator_y(lat), mercator_y(lat + 1)) << lat;
  }
}

/// Natively and in WebAssembly.
TEST(Mercator, GivesTheSameNumbersInEveryBuild) {
  std::uint64_t sum = 0;
  for (std::int64_t lat = -900'000'000; lat <= 900'000'000; lat += 12'347) {
    const auto at = static_cast<std::int32_t>(lat);
    sum = sum * 1'000'003 + mercator_y(at);
    sum = sum * 1'000'003 + cosine_q30(at);
  }
  EXPECT_EQ(sum, 12027694469440276435U);
}

TEST(Mercator, KnowsTheCosine) {
  EXPECT_EQ(cosine_q30(0), 1U << 30U);
  EXPECT_EQ(cosine_q30(900'000'000), 0U);
  EXPECT_EQ(cosine_q30(-900'000'000), 0U);
  EXPECT_EQ(cosine_q30(600'000'000), 1U << 29U);
  EXPECT_EQ(cosine_q30(-519'239'147), cosine_q30(519'239'147));
  EXPECT_NEAR(cosine_q30(519'239'147), std::cos(0.906243272) * 1073741824.0, 10.0);
}

}  // namespace
}  // namespace stoepkrijt::geo
