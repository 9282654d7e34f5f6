// What stands where in the example neighbourhood: nothing in the water, nothing on the street, nothing loose.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "compose.hpp"
#include "example/example_world.hpp"
#include "streets.hpp"

namespace stoepkrijt::example {
namespace {

const World& world() { return example_world(); }

std::string at_text(Vec p) { return std::to_string(p.x) + "," + std::to_string(p.y); }

TEST(ExampleMap, HasAboutFifteenHundredBuildings) {
  EXPECT_GE(world().buildings.size(), 1400U);
  EXPECT_LE(world().buildings.size(), 1700U);
  const auto houses = std::count_if(world().buildings.begin(), world().buildings.end(),
                                    [](const Building& b) { return b.kind == "house"; });
  EXPECT_GT(houses, 1000);
}

TEST(ExampleMap, HasBuildingsWithSimpleOutlines) {
  for (const Building& b : world().buildings) {
    EXPECT_TRUE(ring_is_simple(b.ring)) << at_text(b.ring[0]);
    EXPECT_GT(ring_area(b.ring), 4) << at_text(b.ring[0]);
    EXPECT_GT(b.height, 2);
    EXPECT_LT(b.height, 40);
  }
}

TEST(ExampleMap, HasNoBuildingInTheWater) {
  for (const Building& b : world().buildings)
    for (const Line& water : world().water) EXPECT_FALSE(rings_overlap(b.ring, water)) << at_text(b.ring[0]);
}

TEST(ExampleMap, HasNoBuildingInsideAnother) {
  const auto& all = world().buildings;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Line a = shrunk(all[i].ring, 0.25);
    for (std::size_t j = i + 1; j < all.size(); ++j)
      if (boxes_meet(all[i].box, all[j].box, 0)) {
        EXPECT_FALSE(rings_overlap(a, shrunk(all[j].ring, 0.25))) << at_text(a[0]) << " " << all[j].kind;
      }
  }
}

TEST(ExampleMap, HasNoWayThroughABuilding) {
  for (const Street& street : world().streets)
    for (std::size_t i = 1; i < street.line.size(); ++i) {
      const Box box = box_of({street.line[i - 1], street.line[i]});
      for (const Building& b : world().buildings) {
        if (!boxes_meet(box, b.box, 0)) continue;
        for (std::size_t k = 0; k < b.ring.size(); ++k)
          EXPECT_FALSE(
              segments_cross(street.line[i - 1], street.line[i], b.ring[k], b.ring[(k + 1) % b.ring.size()], nullptr))
              << street.name << " " << b.kind << " at " << at_text(b.ring[0]);
      }
    }
}

TEST(ExampleMap, HasStreetsThatAreJoinedAtBothEnds) {
  const auto& all = world().streets;
  for (std::size_t i = 0; i < all.size(); ++i) {
    // A woonerf may be a dead end; footpaths to a front door too. Streets and quays may not.
    if (!all[i].bounds_blocks) continue;
    for (const Vec end : {all[i].line.front(), all[i].line.back()}) {
      if (end.x < -1000 || end.x > 1000 || end.y < -1000 || end.y > 1000) continue;  // leaves the map
      double closest = 1e9;
      for (std::size_t k = 0; k < all.size(); ++k)
        if (k != i) closest = std::min(closest, nearest(all[k].line, end).distance);
      EXPECT_LT(closest, 0.5) << all[i].name << " at " << at_text(end);
    }
  }
}

TEST(ExampleMap, HasANameForEveryStreet) {
  std::set<std::string> names;
  for (const Street& street : world().streets)
    if (half_width(street.road) > 2.5) {
      EXPECT_FALSE(street.name.empty()) << at_text(street.line[0]);
      EXPECT_TRUE(names.insert(street.name).second) << street.name << " twice";
    }
  EXPECT_GT(names.size(), 50U);
}

TEST(ExampleMap, HasNoTreeInAWallOrInTheWater) {
  EXPECT_GT(world().trees.size(), 2500U);
  for (const Tree& tree : world().trees) {
    for (const Line& water : world().water) EXPECT_FALSE(inside(water, tree.p)) << at_text(tree.p);
    EXPECT_GT(world().road_distance(tree.p), 0) << at_text(tree.p);
    for (const Building& b : world().buildings)
      if (boxes_meet({tree.p.x, tree.p.y, tree.p.x, tree.p.y}, b.box, 0)) {
        EXPECT_FALSE(inside(b.ring, tree.p)) << at_text(tree.p);
      }
  }
}

TEST(ExampleMap, HasThreeBuurtenThatTogetherAreTheWijk) {
  const std::vector<Buurt> all = buurten();
  ASSERT_EQ(all.size(), 3U);
  double sum = 0;
  int residents = 0;
  for (const Buurt& b : all) {
    EXPECT_TRUE(ring_is_simple(b.ring)) << b.name;
    double area = ring_area(b.ring);
    sum += area < 0 ? -area : area;
    residents += b.residents;
    EXPECT_GT(b.residents, b.households);
  }
  EXPECT_NEAR(sum, ring_area(wijk_outline()), 1.0);
  EXPECT_EQ(residents, 9940);
  // Points of the wijk lie in exactly one buurt.
  Rng rng(5);
  for (int i = 0; i < 2000; ++i) {
    const double x = rng.range(-700, 700);
    const double y = rng.range(-560, 560);
    int in = 0;
    for (const Buurt& b : all) in += inside(b.ring, {x, y}) ? 1 : 0;
    EXPECT_EQ(in, inside(wijk_outline(), {x, y}) ? 1 : 0) << at_text({x, y});
  }
}

}  // namespace
}  // namespace stoepkrijt::example
