#include "render/clusters.hpp"

#include <algorithm>
#include <set>

#include "render/scene_layout.hpp"
#include "render_fixtures.hpp"

namespace stoepkrijt::render {
namespace {

using test::Dice;

std::vector<glm::dvec2> scattered(std::size_t n, double size, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<glm::dvec2> out;
  for (std::size_t i = 0; i < n; ++i) out.emplace_back(dice.between(-size, size), dice.between(-size, size));
  return out;
}

TEST(Clusters, HaveEveryMarkerExactlyOnce) {
  for (const double radius : {0.0, 5.0, 60.0, 400.0, 1e6}) {
    const auto places = scattered(3000, 1000, 7);
    const Clusters c = cluster_markers(places, {}, radius);
    EXPECT_EQ(c.members.size(), places.size());
    EXPECT_EQ(std::set<std::uint32_t>(c.members.begin(), c.members.end()).size(), places.size());
    std::size_t total = 0;
    for (std::size_t g = 0; g < c.count(); ++g) {
      EXPECT_FALSE(c.of(g).empty());
      EXPECT_TRUE(std::is_sorted(c.of(g).begin(), c.of(g).end()));
      total += c.of(g).size();
    }
    EXPECT_EQ(total, places.size());
  }
}

TEST(Clusters, StandAtTheMeanOfTheirMembers) {
  const auto places = scattered(500, 300, 8);
  const Clusters c = cluster_markers(places, {}, 80);
  for (std::size_t g = 0; g < c.count(); ++g) {
    glm::dvec2 sum(0.0);
    for (const std::uint32_t i : c.of(g)) sum += places[i];
    EXPECT_NEAR(sum.x / static_cast<double>(c.of(g).size()), c.centres[g].x, 1e-6);
    EXPECT_NEAR(sum.y / static_cast<double>(c.of(g).size()), c.centres[g].y, 1e-6);
  }
}

TEST(Clusters, GatherWhatIsNearAndLeaveApartWhatIsFar) {
  const std::vector<glm::dvec2> places{{0, 0}, {1, 0}, {1000, 0}, {0, 1}};
  const Clusters c = cluster_markers(places, {}, 10);
  ASSERT_EQ(c.count(), 2U);
  EXPECT_EQ(std::vector<std::uint32_t>(c.of(0).begin(), c.of(0).end()), (std::vector<std::uint32_t>{0, 1, 3}));
  EXPECT_EQ(std::vector<std::uint32_t>(c.of(1).begin(), c.of(1).end()), (std::vector<std::uint32_t>{2}));
}

TEST(Clusters, LeaveAChosenMarkerAlone) {
  const std::vector<glm::dvec2> places{{0, 0}, {1, 0}, {2, 0}};
  const std::vector<std::uint8_t> alone{0, 1, 0};
  const Clusters c = cluster_markers(places, alone, 100);
  ASSERT_EQ(c.count(), 2U);
  EXPECT_EQ(c.of(1).size(), 1U);
  EXPECT_EQ(c.of(1).front(), 1U);
}

TEST(Clusters, DoNotExistWithoutARadius) { EXPECT_EQ(cluster_markers(scattered(50, 1, 9), {}, 0.0).count(), 50U); }

TEST(Clusters, OfNothingAreNothing) { EXPECT_EQ(cluster_markers({}, {}, 50).count(), 0U); }

TEST(Clusters, BringAHundredThousandMarkersDownToAScreenful) {
  const auto places = scattered(100'000, 1000, 10);
  const Clusters c = cluster_markers(places, {}, 60);
  EXPECT_LT(c.count(), 2500U);
  EXPECT_EQ(c.members.size(), places.size());
}

TEST(ClusterStep, KeepsStillBetweenStepsAndNeverGathersLessThanTheDesignSays) {
  for (float zoom = 0.06F; zoom < 0.9F; zoom *= 1.07F) {
    const ClusterStep step = cluster_step(zoom);
    EXPECT_GE(step.radius_m * static_cast<double>(zoom), 59.9);  // 60 px in the wijk and buurt bands
    EXPECT_LE(step.radius_m * static_cast<double>(zoom), 60.0 * 1.4143);
  }
  EXPECT_EQ(cluster_step(0.51F).step, cluster_step(0.69F).step);
  EXPECT_NE(cluster_step(0.51F).step, cluster_step(0.75F).step);
}

TEST(MarkerItems, ShowEveryVisibleMarkerOnceAndChosenOnesOnTop) {
  MapScene scene;
  scene.camera = {test::kOrigin, 0.8F, 0.3F};
  scene.viewport = {0, 0, 900, 700, 0, 0, 0, 0};
  Dice dice(11);
  for (std::uint32_t i = 0; i < 400; ++i) {
    Marker m;
    m.id = i;
    m.place = test::at_m(dice.between(-250, 250), dice.between(-250, 250));
    m.chosen = i == 17;
    scene.markers.push_back(m);
  }
  const Plane plane(test::kOrigin);
  ClusterCache cache;
  const auto items = place_markers(scene, plane, cache.get(scene, plane, hash_markers(scene)));
  std::size_t total = 0;
  for (const MarkerItem& item : items) total += item.markers.size();
  EXPECT_EQ(total, 400U);
  EXPECT_EQ(items.back().markers, std::vector<std::uint32_t>{17});
}

TEST(MarkerItems, AreNeverSmallerThanATouchTarget) {
  const Rect touch = touch_rect({100, 100, 20, 10});
  EXPECT_EQ(touch, (Rect{86, 81, 48, 48}));
  EXPECT_EQ(touch_rect({0, 0, 60, 80}), (Rect{0, 0, 60, 80}));
}

TEST(SceneHash, ChangesWithEverythingThatIsDrawn) {
  MapScene scene;
  scene.markers.resize(2);
  const auto hash = [](const MapScene& s) { return hash_scene(s, hash_markers(s)); };
  std::set<std::uint64_t> seen{hash(scene)};
  const auto expect_new = [&](auto change) {
    MapScene other = scene;
    change(other);
    EXPECT_TRUE(seen.insert(hash(other)).second);
  };
  expect_new([](MapScene& s) { s.markers[1].chosen = true; });
  expect_new([](MapScene& s) { s.markers[1].level = 3; });
  expect_new([](MapScene& s) { s.markers.pop_back(); });
  expect_new([](MapScene& s) { s.camera.rotation = 0.1F; });
  expect_new([](MapScene& s) { s.theme = MapTheme::kDark; });
  expect_new([](MapScene& s) { s.own.shown = true; });
  expect_new([](MapScene& s) { s.stops.push_back({{}, 1}); });
  expect_new([](MapScene& s) { s.routes.push_back({{{1, 1}, {2, 2}}, true}); });
  expect_new([](MapScene& s) { s.keep_clear.push_back({1, 2, 3, 4}); });
  expect_new([](MapScene& s) { s.donuts.push_back({}); });
  expect_new([](MapScene& s) { s.highlighted_buurt = "BU00000001"; });
  EXPECT_EQ(hash(scene), hash(MapScene(scene)));
}

}  // namespace
}  // namespace stoepkrijt::render
