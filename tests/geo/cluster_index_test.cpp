#include "geo/cluster_index.hpp"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <set>

#include "geo/mercator.hpp"
#include "places.hpp"

namespace stoepkrijt::geo {
namespace {

using test::kSpreads;
using test::Spread;
using Node = ClusterIndex::Node;

std::vector<std::uint32_t> radii_for(Random& random) {
  if (random.chance(1, 2)) return radii_of_zooms({40, 512, 18});
  std::vector<std::uint32_t> radii;
  for (std::uint32_t r = 1U << random.index(32); r >= 3; r = static_cast<std::uint32_t>(std::uint64_t{r} * 2 / 3)) {
    radii.push_back(r);
    if (random.chance(1, 8)) radii.push_back(r);
  }
  return radii;
}

std::vector<Node> all_at(const ClusterIndex& index, int level) {
  std::vector<Node> nodes;
  index.in(level, {}, nodes);
  return nodes;
}

std::vector<std::uint32_t> ids_of(const ClusterIndex& index, Node node) {
  return {index.ids(node).begin(), index.ids(node).end()};
}

TEST(ClusterIndex, HoldsEveryPlaceOnceAtEveryLevelWithItsKind) {
  Random random(1);
  for (const Spread spread : kSpreads) {
    for (const std::size_t n : {0U, 1U, 2U, 700U, 2500U}) {
      const std::vector<Point> points = test::points_of(random, spread, n);
      std::map<std::uint32_t, Point> by_id;
      for (const Point& p : points) by_id[p.id] = p;
      const ClusterIndex index(points, radii_for(random), 1 + static_cast<int>(random.index(4)));
      EXPECT_EQ(index.size(), n);
      for (int level = 0; level <= index.levels(); ++level) {
        const std::vector<Node> nodes = all_at(index, level);
        ASSERT_EQ(nodes.size(), index.count_at(level));
        std::set<std::uint32_t> seen;
        for (const Node node : nodes) {
          ClusterIndex::Mix mix{};
          std::int64_t lon = 0;
          std::int64_t lat = 0;
          for (const std::uint32_t id : index.ids(node)) {
            ASSERT_TRUE(seen.insert(id).second);
            ++mix[by_id.at(id).kind];
            lon += by_id.at(id).place.lon_e7;
            lat += by_id.at(id).place.lat_e7;
          }
          ASSERT_EQ(index.ids(node).size(), index.count(node));
          ASSERT_EQ(index.kinds(node), mix);
          ASSERT_EQ(index.is_cluster(node), index.count(node) > 1);
          ASSERT_LE(std::abs(index.place(node).lon_e7 * std::int64_t{index.count(node)} - lon) * 2, index.count(node));
          ASSERT_LE(std::abs(index.place(node).lat_e7 * std::int64_t{index.count(node)} - lat) * 2, index.count(node));
        }
        ASSERT_EQ(seen.size(), n);
      }
      EXPECT_EQ(index.count_at(index.levels()), n);
    }
  }
}

TEST(ClusterIndex, FindsWhatStandsInAWindow) {
  Random random(2);
  for (const Spread spread : kSpreads) {
    const std::vector<Point> points = test::points_of(random, spread, 2000);
    const ClusterIndex index(points, radii_for(random));
    for (int i = 0; i < 200; ++i) {
      const int level = static_cast<int>(random.index(static_cast<std::size_t>(index.levels()) + 1));
      const Window window = test::window_of(random, points);
      std::vector<Node> wanted;
      for (const Node node : all_at(index, level)) {
        if (window.contains(index.place(node))) wanted.push_back(node);
      }
      std::vector<Node> found;
      index.in(level, window, found);
      std::sort(found.begin(), found.end());
      std::sort(wanted.begin(), wanted.end());
      ASSERT_EQ(found, wanted) << "spread " << static_cast<int>(spread) << " level " << level;
    }
  }
}

/// The definition in the header, without rows or sorting tricks: one round over nodes that are given by their ids.
struct Plain {
  std::uint64_t lon = 0, lat = 0;  // sums
  std::vector<std::uint32_t> ids;
  std::uint32_t born = 0;  // orders what stands at one place
  [[nodiscard]] LonLat place() const {
    const std::uint64_t n = ids.size();
    return {static_cast<std::int32_t>(static_cast<std::int64_t>((lon + n / 2) / n) - 1'800'000'000),
            static_cast<std::int32_t>(static_cast<std::int64_t>((lat + n / 2) / n) - 900'000'000)};
  }
};

std::vector<Plain> gathered(std::vector<Plain> nodes, std::uint32_t radius, std::uint32_t height) {
  std::vector<std::size_t> order(nodes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto at = [&](std::size_t i) { return to_mercator(nodes[i].place()); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const std::uint32_t row_a = at(a).y / height;
    const std::uint32_t row_b = at(b).y / height;
    return row_a != row_b ? row_a < row_b : at(a).x < at(b).x;
  });
  std::vector<bool> taken(nodes.size(), false);
  std::vector<Plain> out;
  for (const std::size_t i : order) {
    if (taken[i]) continue;
    taken[i] = true;
    Plain sum = nodes[i];
    for (const std::size_t k : order) {
      const std::int64_t dx = std::int64_t{at(k).x} - at(i).x;
      const std::int64_t dy = std::int64_t{at(k).y} - at(i).y;
      if (taken[k] || std::abs(dx) > radius || std::abs(dy) > radius) continue;
      if (static_cast<std::uint64_t>(dx * dx) + static_cast<std::uint64_t>(dy * dy) > std::uint64_t{radius} * radius)
        continue;
      taken[k] = true;
      sum.lon += nodes[k].lon;
      sum.lat += nodes[k].lat;
      sum.ids.insert(sum.ids.end(), nodes[k].ids.begin(), nodes[k].ids.end());
    }
    out.push_back(std::move(sum));
  }
  return out;
}

std::multiset<std::set<std::uint32_t>> groups_of(const std::vector<Plain>& nodes) {
  std::multiset<std::set<std::uint32_t>> groups;
  for (const Plain& node : nodes) groups.insert({node.ids.begin(), node.ids.end()});
  return groups;
}

TEST(ClusterIndex, GathersAsItsDefinitionSays) {
  Random random(3);
  for (const Spread spread : kSpreads) {
    for (int i = 0; i < 6; ++i) {
      std::vector<Point> points = test::points_of(random, spread, 120);
      const std::vector<std::uint32_t> radii = radii_for(random);
      const int rounds = 1 + static_cast<int>(random.index(3));
      const ClusterIndex index(points, radii, rounds);
      // Places at one point are in the order of their latitude (beyond the edge of the world) and id.
      std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) {
        return a.place.lat_e7 != b.place.lat_e7 ? a.place.lat_e7 < b.place.lat_e7 : a.id < b.id;
      });
      std::vector<Plain> nodes;
      const std::uint32_t high = mercator_y(points.back().place.lat_e7) - mercator_y(points.front().place.lat_e7);
      const std::uint32_t row = high / (120 / ClusterIndex::kPlacesOfARow + 1) + 1;
      for (const Point& p : points) {
        nodes.push_back({static_cast<std::uint64_t>(p.place.lon_e7 + std::int64_t{1'800'000'000}),
                         static_cast<std::uint64_t>(p.place.lat_e7 + std::int64_t{900'000'000}),
                         {p.id}});
      }
      for (int level = index.levels() - 1; level >= 0; --level) {
        const std::uint32_t radius = radii[static_cast<std::size_t>(level)];
        for (int round = 0; round < rounds; ++round) nodes = gathered(std::move(nodes), radius, std::max(radius, row));
        std::multiset<std::set<std::uint32_t>> found;
        for (const Node node : all_at(index, level)) {
          const auto ids = ids_of(index, node);
          found.insert({ids.begin(), ids.end()});
        }
        ASSERT_EQ(found, groups_of(nodes)) << "spread " << static_cast<int>(spread) << " level " << level;
      }
    }
  }
}

TEST(ClusterIndex, OpensWhereItSays) {
  Random random(4);
  for (const Spread spread : kSpreads) {
    const std::vector<Point> points = test::points_of(random, spread, 600);
    const ClusterIndex index(points, radii_for(random), 2);
    for (int level = 0; level <= index.levels(); ++level) {
      for (const Node node : all_at(index, level)) {
        if (!index.is_cluster(node)) {
          EXPECT_EQ(index.opens_at(node), index.levels());
          continue;
        }
        // Whole at the level before, in pieces at that one; each piece is a piece of its ids.
        const int opens = index.opens_at(node);
        ASSERT_GT(opens, level);
        const auto parts_at = [&](int at) {
          std::size_t parts = 0;
          for (const Node part : all_at(index, at)) {
            parts += index.first(part) >= index.first(node) && index.first(part) < index.first(node) + index.count(node)
                         ? 1U
                         : 0U;
          }
          return parts;
        };
        ASSERT_EQ(parts_at(opens - 1), 1U);
        ASSERT_GT(parts_at(opens), 1U);
      }
      if (level > 3 && level + 1 < index.levels()) level += 2;
    }
  }
}

TEST(ClusterIndex, IsTheSameInAnyOrderOfThePlaces) {
  Random random(5);
  for (const Spread spread : kSpreads) {
    std::vector<Point> points = test::points_of(random, spread, 1500);
    const std::vector<std::uint32_t> radii = radii_for(random);
    const ClusterIndex index(points, radii, 3);
    for (int i = 0; i < 3; ++i) {
      test::shuffle(random, points);
      const ClusterIndex other(points, radii, 3);
      for (int level = 0; level <= index.levels(); ++level) {
        const std::vector<Node> nodes = all_at(index, level);
        ASSERT_EQ(nodes, all_at(other, level));
        for (const Node node : nodes) {
          ASSERT_EQ(index.place(node), other.place(node));
          ASSERT_EQ(index.kinds(node), other.kinds(node));
          ASSERT_EQ(ids_of(index, node), ids_of(other, node));
        }
      }
    }
  }
}

TEST(ClusterIndex, GathersNothingOverTheAntimeridianAndAllOfOneLongitudeBeyondTheEdge) {
  const std::vector<Point> points = {
      {{1'800'000'000, 0}, 1}, {{-1'800'000'000, 0}, 2}, {{5, 880'000'000}, 3}, {{5, 899'000'000}, 4}};
  const ClusterIndex index(points, radii_of_zooms({40, 512, 16}));
  EXPECT_EQ(index.count_at(16), 3U);
  std::vector<Node> nodes;
  index.in(16, {1'799'000'000, -1, -1'799'000'000, 1}, nodes);
  EXPECT_EQ(nodes.size(), 2U);
  nodes.clear();
  index.in(16, {0, 880'000'000, 10, 900'000'000}, nodes);
  ASSERT_EQ(nodes.size(), 1U);
  EXPECT_EQ(index.place(nodes[0]), (LonLat{5, 889'500'000}));
}

TEST(ClusterIndex, TakesAsMuchMemoryAsItSays) {
  Random random(6);
  for (const Spread spread : kSpreads) {
    const std::size_t n = 20'000;
    const ClusterIndex index(test::points_of(random, spread, n), radii_of_zooms({}), 1);
    EXPECT_LE(index.bytes(), n * 42 + n * 5 * static_cast<std::size_t>(index.levels() + 1));
  }
}

/// A number of all levels and nodes, natively and in WebAssembly.
TEST(ClusterIndex, IsTheSameInEveryBuild) {
  Random random(7);
  std::uint64_t sum = 0;
  for (const Spread spread : kSpreads) {
    const ClusterIndex index(test::points_of(random, spread, 3000), radii_of_zooms({}), 4);
    for (int level = 0; level <= index.levels(); ++level) {
      for (const Node node : all_at(index, level)) {
        sum = (sum * 1'000'003 + static_cast<std::uint32_t>(index.place(node).lon_e7)) * 1'000'003 +
              static_cast<std::uint32_t>(index.place(node).lat_e7);
        sum = sum * 1'000'003 + index.first(node);
      }
    }
  }
  EXPECT_EQ(sum, 18120389279219225534U);
}

TEST(ClusterIndex, HasTheRadiiOfMapTiles) {
  const std::vector<std::uint32_t> radii = radii_of_zooms({40, 512, 16});
  ASSERT_EQ(radii.size(), 17U);
  EXPECT_EQ(radii[0], 281'250'000U);
  EXPECT_EQ(radii[16], 4'291U);
}

}  // namespace
}  // namespace stoepkrijt::geo
