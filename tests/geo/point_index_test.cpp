#include "geo/point_index.hpp"

#include <gtest/gtest.h>

#include "geo/mercator.hpp"
#include "places.hpp"

namespace stoepkrijt::geo {
namespace {

using test::kSpreads;
using test::Spread;

std::vector<std::uint32_t> sorted(std::vector<std::uint32_t> ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

TEST(PointIndex, FindsWhatLiesInAWindow) {
  Random random(1);
  for (const Spread spread : kSpreads) {
    for (const std::size_t n : {0U, 1U, 15U, 600U, 3000U}) {
      const std::vector<Point> points = test::points_of(random, spread, n);
      const PointIndex index(points);
      EXPECT_EQ(index.size(), n);
      for (int i = 0; i < 60; ++i) {
        const Window window = test::window_of(random, points);
        std::vector<std::uint32_t> wanted;
        for (const Point& p : points) {
          if (window.contains(p.place)) wanted.push_back(p.id);
        }
        std::vector<std::uint32_t> found;
        index.in(window, found);
        ASSERT_EQ(sorted(found), sorted(wanted)) << "spread " << static_cast<int>(spread) << " of " << n;
      }
    }
  }
}

std::int64_t squared(LonLat a, LonLat b) {
  std::int64_t east = std::abs(std::int64_t{b.lon_e7} - a.lon_e7);
  east = std::min(east, 3'600'000'000 - east);
  const std::int64_t x = (east * cosine_q30(a.lat_e7) + (1 << 29)) >> 30U;
  const std::int64_t y = std::int64_t{b.lat_e7} - a.lat_e7;
  return x * x + y * y;
}

TEST(PointIndex, CountsAWindowAndGivesTheNearestOfIt) {
  Random random(7);
  for (const Spread spread : kSpreads) {
    for (const std::size_t n : {0U, 1U, 40U, 3000U}) {
      const std::vector<Point> points = test::points_of(random, spread, n);
      const PointIndex index(points);
      for (int i = 0; i < 40; ++i) {
        const Window window = random.chance(1, 3) ? Window{} : test::window_of(random, points);
        const LonLat centre =
            !points.empty() && random.chance(3, 4) ? points[random.index(n)].place : test::place_of(random, spread);
        std::vector<Point> inside;
        for (const Point& p : points) {
          if (window.contains(p.place)) inside.push_back(p);
        }
        ASSERT_EQ(index.count(window), inside.size());
        std::sort(inside.begin(), inside.end(), [&](const Point& a, const Point& b) {
          const std::int64_t da = squared(centre, a.place);
          const std::int64_t db = squared(centre, b.place);
          return da != db ? da < db : a.id < b.id;
        });
        for (const std::size_t most : {0U, 1U, 7U, 50U}) {
          std::vector<std::uint32_t> found;
          index.nearest(centre, most, window, found);
          ASSERT_EQ(found.size(), std::min(most, inside.size()));
          for (std::size_t k = 0; k < found.size(); ++k) ASSERT_EQ(found[k], inside[k].id);
        }
      }
    }
  }
}

/// The definition, place by place: in a plane at the latitude of the centre.
bool is_near(LonLat centre, std::int64_t radius_mm, LonLat p) {
  const std::int64_t radius = std::min<std::int64_t>(radius_mm, 20'000'000'000) * 10'000'000 / 111'319'491;
  std::int64_t east = std::abs(std::int64_t{p.lon_e7} - centre.lon_e7);
  east = std::min(east, 3'600'000'000 - east);
  const std::int64_t x = (east * cosine_q30(centre.lat_e7) + (1 << 29)) >> 30U;
  const std::int64_t y = std::int64_t{p.lat_e7} - centre.lat_e7;
  return radius_mm >= 0 && x * x + y * y <= radius * radius;
}

TEST(PointIndex, FindsWhatIsNearAPlace) {
  Random random(2);
  std::size_t all = 0;
  for (const Spread spread : kSpreads) {
    for (const std::size_t n : {0U, 1U, 600U, 3000U}) {
      const std::vector<Point> points = test::points_of(random, spread, n);
      const PointIndex index(points);
      for (int i = 0; i < 60; ++i) {
        const LonLat centre =
            !points.empty() && random.chance(3, 4) ? points[random.index(n)].place : test::place_of(random, spread);
        const std::int64_t radius_mm = random.between(-1, std::int64_t{1} << random.index(36));
        std::vector<std::uint32_t> wanted;
        for (const Point& p : points) {
          if (is_near(centre, radius_mm, p.place)) wanted.push_back(p.id);
        }
        std::vector<std::uint32_t> found;
        index.near(centre, radius_mm, found);
        ASSERT_EQ(sorted(found), sorted(wanted)) << "spread " << static_cast<int>(spread) << " of " << n;
        all += wanted.size();
      }
    }
  }
  EXPECT_GT(all, 10'000U);
}

TEST(PointIndex, MeasuresInMetres) {
  const std::vector<Point> points = {
      {{44'912'346, 519'239'147}, 0}, {{44'912'346, 519'243'639}, 1}, {{44'919'629, 519'239'147}, 2}};
  const PointIndex index(points);  // 50.0 m to the north and 50.0 m to the east
  std::vector<std::uint32_t> ids;
  index.near(points[0].place, 49'800, ids);
  EXPECT_EQ(ids.size(), 1U);
  ids.clear();
  index.near(points[0].place, 50'200, ids);
  EXPECT_EQ(ids.size(), 3U);
}

TEST(PointIndex, AnswersTheSameInAnyOrderOfThePlaces) {
  Random random(3);
  for (const Spread spread : kSpreads) {
    std::vector<Point> points = test::points_of(random, spread, 2000);
    const PointIndex index(points);
    test::shuffle(random, points);
    const PointIndex other(points);
    for (int i = 0; i < 30; ++i) {
      const Window window = test::window_of(random, points);
      std::vector<std::uint32_t> a;
      std::vector<std::uint32_t> b;
      index.in(window, a);
      other.in(window, b);
      ASSERT_EQ(a, b);
      index.near(points[7].place, std::int64_t{1} << (i + 3), a);
      other.near(points[7].place, std::int64_t{1} << (i + 3), b);
      ASSERT_EQ(a, b);
    }
  }
}

TEST(PointIndex, TakesTwelveBytesAPlaceAndLittleMore) {
  Random random(4);
  const PointIndex index(test::points_of(random, Spread::kWijk, 50'000));
  EXPECT_LE(index.bytes(), 50'000U * 12 + 50'000U / 2);
}

TEST(Window, OverTheAntimeridianIsWhatIsNotBetween) {
  const Window window{1'790'000'000, -10, -1'790'000'000, 10};
  EXPECT_TRUE(window.contains({1'800'000'000, 0}));
  EXPECT_TRUE(window.contains({-1'800'000'000, 0}));
  EXPECT_FALSE(window.contains({0, 0}));
  EXPECT_FALSE(window.contains({1'800'000'000, 11}));
}

}  // namespace
}  // namespace stoepkrijt::geo
