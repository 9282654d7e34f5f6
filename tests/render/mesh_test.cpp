#include <numbers>

#include "render/base_mesh.hpp"
#include "render/polygon_mesh.hpp"
#include "render_fixtures.hpp"

namespace stoepkrijt::render {
namespace {

using test::Dice;

double triangles_area(const Polygon& polygon, const std::vector<std::uint32_t>& triangles) {
  std::vector<glm::vec2> all;
  for (const Ring& ring : polygon) all.insert(all.end(), ring.begin(), ring.end());
  double total = 0;
  for (std::size_t i = 0; i + 2 < triangles.size(); i += 3)
    total += std::abs(signed_area({all[triangles[i]], all[triangles[i + 1]], all[triangles[i + 2]]}));
  return total;
}

/// A star-shaped ring around a point: never crosses itself.
Ring star(Dice& dice, glm::vec2 middle, double low, double high, int n) {
  Ring ring;
  for (int i = 0; i < n; ++i) {
    const double a = 2 * std::numbers::pi * i / n;
    const double r = dice.between(low, high);
    ring.push_back(middle + glm::vec2(static_cast<float>(std::cos(a) * r), static_cast<float>(std::sin(a) * r)));
  }
  return ring;
}

TEST(PolygonMesh, CoversThePolygonAndNotItsHoles) {
  Dice dice(1);
  for (int i = 0; i < 100; ++i) {
    Polygon polygon{star(dice, {100, -50}, 30, 90, 5 + i % 40)};
    if (i % 2 == 0) polygon.push_back(star(dice, {100, -50}, 3, 12, 4 + i % 9));
    const double whole = area(polygon);
    ASSERT_GT(whole, 0.0);
    EXPECT_NEAR(triangles_area(polygon, triangulate(polygon)), whole, whole * 1e-4);
  }
}

TEST(PolygonMesh, TakesTheTrianglesOfAMapFileAndMakesItsOwnWhereTheyDoNotFit) {
  const Plane plane(geo::LonLat{45000000, 520000000});
  model::MapFeature feature;
  feature.lines = {{{45000000, 520000000}, {45001000, 520000000}, {45001000, 520001000}, {45000000, 520001000}}};
  const std::vector<std::uint32_t> own = to_shape(feature, plane).triangles;
  EXPECT_EQ(own.size(), 6U);
  feature.triangles = {3, 0, 1, 3, 1, 2};
  EXPECT_EQ(to_shape(feature, plane).triangles, feature.triangles);
  feature.lines[0].push_back(feature.lines[0].back());  // a repeat, which no map file has
  EXPECT_EQ(to_shape(feature, plane).triangles, own);
}

TEST(PolygonMesh, OfNothingIsNothing) {
  EXPECT_TRUE(triangulate({}).empty());
  EXPECT_TRUE(triangulate({{{0, 0}, {1, 1}}}).empty());
}

TEST(PolygonMesh, DropsRepeatedAndNeedlessPoints) {
  const Ring ring{{0, 0}, {0, 0}, {5, 0.001F}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
  EXPECT_EQ(cleaned(ring, 0.02F).size(), 4U);
  EXPECT_TRUE(cleaned({{0, 0}, {0, 0}, {1, 1}}, 0.02F).empty());
}

TEST(PolygonMesh, FindsTheDeepestPoint) {
  // An L: the deepest point lies at its corner, not at the middle of its box.
  const Polygon l{{{0, 0}, {100, 0}, {100, 40}, {40, 40}, {40, 100}, {0, 100}}};
  const Deepest deepest = deepest_point(l, 0.1F);
  EXPECT_NEAR(deepest.radius, 23.4F, 0.3F);  // r with r = |(40,40) - (r,r)|: 40 / (1 + 1/sqrt 2)
  EXPECT_TRUE(contains(l, deepest.point));
  EXPECT_EQ(deepest_point({}, 1).radius, 0.0F);
}

double layer_area(const BaseMesh& mesh, Layer layer) {
  double total = 0;
  for (const Chunk& chunk : mesh.chunks) {
    if (chunk.layer != layer) continue;
    for (std::uint32_t i = chunk.first; i < chunk.first + chunk.count; i += 3) {
      Ring t;
      for (std::uint32_t k = 0; k < 3; ++k) {
        const FillVertex& v = mesh.fills[mesh.fill_indices[i + k]];
        t.emplace_back(v.x, v.y);
      }
      total += std::abs(signed_area(t));
    }
  }
  return total;
}

TEST(BaseMesh, HasTheAreaOfItsBuildingsAndTheirShadeSouthEast) {
  model::BaseMap map;
  map.features.push_back(
      test::feature(model::MapClass::kBuilding, {test::square_m(0, 0, 20), test::square_m(5, 5, 4)}));
  map.features.back().height_mm = 10'000;
  const Plane plane(test::kOrigin);
  const BaseMesh mesh = build_base_mesh(map, {}, plane);
  EXPECT_NEAR(layer_area(mesh, Layer::kBuilding), 400 - 16, 1.0);
  EXPECT_NEAR(layer_area(mesh, Layer::kShade), 400 - 16, 1.0);
  Box building;
  Box shade;
  for (const Chunk& chunk : mesh.chunks) {
    if (chunk.layer == Layer::kBuilding) building = chunk.box;
    if (chunk.layer == Layer::kShade) shade = chunk.box;
  }
  EXPECT_NEAR(shade.low.x - building.low.x, 1.4F, 0.01F);  // 0.14 of 10 m, to the east
  EXPECT_NEAR(building.low.y - shade.low.y, 1.4F, 0.01F);  // and to the south
}

TEST(BaseMesh, KeepsTheOrderOfTheLayers) {
  const BaseMesh mesh = build_base_mesh(test::grid_map(6, 100), test::two_buurten(300), Plane(test::kOrigin));
  ASSERT_FALSE(mesh.chunks.empty());
  for (std::size_t i = 1; i < mesh.chunks.size(); ++i) EXPECT_LE(mesh.chunks[i - 1].layer, mesh.chunks[i].layer);
}

TEST(BaseMesh, HasOneQuadForEverySegmentOfAStreet) {
  model::BaseMap map;
  map.features.push_back(
      test::feature(model::MapClass::kRoadStreet, {test::line_m({{0, 0}, {50, 0}, {80, 40}})}, "Krijtstraat"));
  map.features.back().size_mm = 7000;
  const BaseMesh mesh = build_base_mesh(map, {}, Plane(test::kOrigin));
  ASSERT_EQ(mesh.strokes.size(), 2U * 2U * 4U);  // edge and road, two segments, four corners
  for (const StrokeVertex& v : mesh.strokes) EXPECT_FLOAT_EQ(v.half_m, 3.5F);
  EXPECT_NEAR(mesh.strokes.back().along_m, 50.0F, 0.05F);
}

TEST(BaseMesh, DotsABoundaryOnceWhereTwoBuurtenShareIt) {
  const BaseMesh mesh = build_base_mesh({}, test::two_buurten(300), Plane(test::kOrigin));
  std::size_t dotted = 0;
  std::size_t lined = 0;
  for (const Chunk& chunk : mesh.chunks) {
    if (chunk.layer == Layer::kBuurtDots) dotted += chunk.count / 6;
    if (chunk.layer == Layer::kBuurtLine) lined += chunk.count / 6;
  }
  EXPECT_EQ(dotted, 7U);
  EXPECT_EQ(lined, 8U);
}

TEST(BaseMesh, GivesTreesGreenGroundOnlyWhereTheSourceSaysNothingOfTheGround) {
  model::BaseMap map;
  map.features.push_back(test::feature(model::MapClass::kTree, {test::line_m({{3, 4}})}));
  const auto grounds = [&] {
    std::size_t n = 0;
    for (const Chunk& c : build_base_mesh(map, {}, Plane(test::kOrigin)).chunks)
      n += c.layer == Layer::kTreeGround ? 1U : 0U;
    return n;
  };
  EXPECT_EQ(grounds(), 1U);
  map.features.push_back(test::feature(model::MapClass::kRoadArea, {test::square_m(50, 50, 10)}));
  EXPECT_EQ(grounds(), 0U);
}

TEST(BaseMesh, SurvivesDegenerateFeatures) {
  model::BaseMap map;
  for (int cls = 0; cls <= static_cast<int>(model::MapClass::kWijk); ++cls) {
    const auto c = static_cast<model::MapClass>(cls);
    map.features.push_back(test::feature(c, {}));
    map.features.push_back(test::feature(c, {{}}));
    map.features.push_back(test::feature(c, {test::line_m({{1, 1}})}, "x"));
    map.features.push_back(test::feature(c, {test::line_m({{1, 1}, {1, 1}, {1, 1}, {1, 1}})}, "x"));
  }
  const BaseMesh mesh = build_base_mesh(map, {}, Plane(test::kOrigin));
  for (const FillVertex& v : mesh.fills) EXPECT_TRUE(std::isfinite(v.x) && std::isfinite(v.y));
  for (const StrokeVertex& v : mesh.strokes) EXPECT_TRUE(std::isfinite(v.ax) && std::isfinite(v.bx));
}

}  // namespace
}  // namespace stoepkrijt::render
