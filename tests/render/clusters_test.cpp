#include "render/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "render/scene_layout.hpp"
#include "render_fixtures.hpp"

namespace stoepkrijt::render {
namespace {

using test::Dice;

constexpr float kZooms[] = {0.05F, 0.1F, 0.8F, 1.2F, 2.5F, 5.0F, 12.0F};

std::vector<Marker> scattered(std::size_t n, double size, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<Marker> out;
  for (std::size_t i = 0; i < n; ++i) {
    Marker m;
    m.id = static_cast<std::uint32_t>(i);
    m.place = test::at_m(dice.between(-size, size), dice.between(-size, size));
    m.shape = static_cast<MarkerShape>(i % 3);
    m.fill = i % 4 == 0 ? 0x111111U : 0x222222U;
    out.push_back(m);
  }
  return out;
}

std::vector<MarkerGroups::Node> all_at(const MarkerGroups& groups, float zoom) {
  return groups.in_view({}, zoom, true);
}

TEST(Clusters, HaveEveryMarkerExactlyOnceWithItsLook) {
  const std::vector<Marker> markers = scattered(3000, 1000, 7);
  MarkerGroups groups;
  groups.gather(markers, Plane(test::kOrigin), 1);
  for (const float zoom : kZooms) {
    std::set<std::uint32_t> seen;
    for (const MarkerGroups::Node node : all_at(groups, zoom)) {
      std::map<std::pair<MarkerShape, std::uint32_t>, std::uint32_t> looks;
      for (const std::uint32_t i : groups.members(node)) {
        EXPECT_TRUE(seen.insert(i).second);
        EXPECT_TRUE(groups.holds(node, i));
        ++looks[{markers[i].shape, markers[i].fill}];
      }
      const std::vector<MixPiece> mix = groups.mix(node);
      ASSERT_EQ(mix.size(), looks.size());
      for (const MixPiece& piece : mix) ASSERT_EQ(piece.count, (looks[{piece.shape, piece.fill}]));
    }
    EXPECT_EQ(seen.size(), markers.size());
  }
}

TEST(Clusters, StandAtTheMeanOfTheirMembers) {
  const std::vector<Marker> markers = scattered(500, 300, 8);
  const Plane plane(test::kOrigin);
  MarkerGroups groups;
  groups.gather(markers, plane, 1);
  for (const MarkerGroups::Node node : all_at(groups, 0.8F)) {
    glm::dvec2 sum(0.0);
    for (const std::uint32_t i : groups.members(node)) sum += plane.to_m(markers[i].place);
    const glm::dvec2 at = plane.to_m(groups.place(node));
    EXPECT_NEAR(sum.x / static_cast<double>(groups.members(node).size()), at.x, 0.02);
    EXPECT_NEAR(sum.y / static_cast<double>(groups.members(node).size()), at.y, 0.02);
  }
}

/// In the bands where a cluster is drawn with a ring of 60 px, hardly any two are nearer than that.
TEST(Clusters, StandApartOnTheScreen) {
  const Plane plane(test::kOrigin);
  MarkerGroups groups;
  groups.gather(scattered(20'000, 2000, 9), plane, 1);
  for (const float zoom : {0.2F, 0.5F, 0.7F}) {
    const double radius = cluster_step(zoom).radius_m;
    std::vector<glm::dvec2> places;
    for (const MarkerGroups::Node node : all_at(groups, zoom)) places.push_back(plane.to_m(groups.place(node)));
    ASSERT_GT(places.size(), 50U);
    std::size_t close = 0;
    for (std::size_t a = 0; a < places.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const glm::dvec2 d = places[a] - places[b];
        const double distance = std::sqrt(d.x * d.x + d.y * d.y);
        close += distance < radius * 0.995 ? 1U : 0U;
        EXPECT_GT(distance, radius * 0.8);
      }
    }
    EXPECT_LE(close * 50, places.size()) << zoom;
  }
}

TEST(Clusters, OfAStepAreMadeOfThoseOfTheNext) {
  MarkerGroups groups;
  groups.gather(scattered(2000, 400, 10), Plane(test::kOrigin), 1);
  for (int step = kFirstStep; step < kLastStep; ++step) {
    const auto wide = all_at(groups, zoom_of_step(step));
    for (const MarkerGroups::Node part : all_at(groups, zoom_of_step(step + 1))) {
      const std::uint32_t one = groups.members(part).front();
      const auto whole =
          std::find_if(wide.begin(), wide.end(), [&](MarkerGroups::Node n) { return groups.holds(n, one); });
      ASSERT_NE(whole, wide.end());
      for (const std::uint32_t i : groups.members(part)) ASSERT_TRUE(groups.holds(*whole, i));
      if (*whole != part) {
        ASSERT_LE(groups.opens_at(*whole), zoom_of_step(step + 1) * 1.0001F);
      }
    }
  }
}

TEST(Clusters, AreTheSameWhateverTheOrderOfTheMarkers) {
  std::vector<Marker> markers = scattered(2000, 400, 11);
  const Plane plane(test::kOrigin);
  MarkerGroups groups;
  groups.gather(markers, plane, 1);
  std::reverse(markers.begin(), markers.end());
  MarkerGroups other;
  other.gather(markers, plane, 1);
  const auto shown = [](const MarkerGroups& g) {
    std::set<std::tuple<std::int32_t, std::int32_t, std::size_t, std::uint32_t>> out;
    for (const MarkerGroups::Node n : all_at(g, 1.2F)) {
      out.insert({g.place(n).lon_e7, g.place(n).lat_e7, g.members(n).size(), g.mix(n).front().count});
    }
    return out;
  };
  EXPECT_EQ(shown(groups), shown(other));
}

TEST(Clusters, AreMadeAnewOnlyForOtherMarkers) {
  const Plane plane(test::kOrigin);
  MarkerGroups groups;
  groups.gather(scattered(50, 10, 12), plane, 1);
  groups.gather(scattered(60, 10, 13), plane, 1);
  EXPECT_EQ(groups.index().size(), 50U);
  groups.gather(scattered(60, 10, 13), plane, 2);
  EXPECT_EQ(groups.index().size(), 60U);
  groups.clear();
  EXPECT_TRUE(all_at(groups, 1.0F).empty());
}

TEST(Clusters, OfNothingAreNothing) {
  MarkerGroups groups;
  groups.gather({}, Plane(test::kOrigin), 1);
  EXPECT_TRUE(all_at(groups, 1.0F).empty());
}

TEST(Clusters, OfManyLooksKeepTheLastForTheRest) {
  std::vector<Marker> markers(40);
  for (std::size_t i = 0; i < markers.size(); ++i) {
    markers[i].place = test::kOrigin;
    markers[i].fill = static_cast<std::uint32_t>(i / 2);
  }
  MarkerGroups groups;
  groups.gather(markers, Plane(test::kOrigin), 1);
  const std::vector<MixPiece> mix = groups.mix(all_at(groups, 1.0F).front());
  ASSERT_EQ(mix.size(), geo::ClusterIndex::kKinds);
  for (std::size_t k = 0; k + 1 < mix.size(); ++k) EXPECT_EQ(mix[k].count, 2U);
  EXPECT_EQ(mix.back().count, 40U - 2 * (geo::ClusterIndex::kKinds - 1));
}

TEST(Clusters, BringAHundredThousandMarkersDownToAScreenful) {
  MarkerGroups groups;
  groups.gather(scattered(100'000, 1000, 10), Plane(test::kOrigin), 1);
  EXPECT_LT(all_at(groups, 1.0F).size(), 2500U);
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

MapScene crowded(std::size_t n, double size) {
  MapScene scene;
  scene.camera = {test::kOrigin, 0.8F, 0.3F};
  scene.viewport = {0, 0, 900, 700, 0, 0, 0, 0};
  scene.markers = scattered(n, size, 11);
  return scene;
}

struct Placed {
  MarkerGroups groups;
  std::vector<MarkerItem> items;
};
Placed placed(const MapScene& scene) {
  const Plane plane(test::kOrigin);
  Placed out;
  out.groups.gather(scene.markers, plane, hash_markers(scene).places);
  out.items = place_markers(scene, plane, out.groups);
  return out;
}

TEST(MarkerItems, ShowEveryVisibleMarkerOnceAndChosenOnesOnTop) {
  MapScene scene = crowded(400, 250);
  for (const float zoom : {0.3F, 0.8F, 1.2F}) {
    for (const std::size_t chosen : {0U, 1U, 3U, 400U}) {
      scene.camera.px_per_m = zoom;
      for (std::size_t i = 0; i < 400; ++i) scene.markers[i].chosen = i < chosen;
      const Placed now = placed(scene);
      std::vector<std::uint32_t> all;
      for (std::size_t i = 0; i < now.items.size(); ++i) {
        const MarkerItem& item = now.items[i];
        const std::vector<std::uint32_t> markers = markers_of(scene, now.groups, item);
        EXPECT_EQ(markers.size(), item.count);
        EXPECT_TRUE(std::is_sorted(markers.begin(), markers.end()));
        EXPECT_NE(std::find(markers.begin(), markers.end(), item.marker), markers.end());
        EXPECT_EQ(scene.markers[item.marker].chosen, i + chosen >= now.items.size());
        std::uint32_t looks = 0;
        for (const MixPiece& piece : item.mix) looks += piece.count;
        EXPECT_EQ(looks, item.cluster() ? item.count : 0U);
        all.insert(all.end(), markers.begin(), markers.end());
      }
      std::sort(all.begin(), all.end());
      ASSERT_EQ(all.size(), 400U);
      EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
    }
  }
}

TEST(MarkerItems, AreThoseOfTheViewAndNoOthers) {
  MapScene scene = crowded(5000, 900);
  for (const float rotation : {0.0F, 0.7F, 3.0F}) {
    scene.camera.rotation = rotation;
    scene.camera.px_per_m = 1.6F;
    const Placed part = placed(scene);
    MapScene wide = scene;
    wide.viewport = {-4000, -4000, 8900, 8700, 0, 0, 0, 0};
    const Placed whole = placed(wide);
    std::set<std::pair<float, float>> wanted;
    for (const MarkerItem& item : whole.items) {
      const bool in_x = item.at.x >= -90.0F && item.at.x <= 990.0F;
      if (in_x && item.at.y >= -90.0F && item.at.y <= 790.0F) wanted.insert({item.at.x, item.at.y});
    }
    std::set<std::pair<float, float>> found;
    for (const MarkerItem& item : part.items) found.insert({item.at.x, item.at.y});
    EXPECT_EQ(found, wanted);
    EXPECT_GT(found.size(), 20U);
    EXPECT_LT(found.size(), whole.items.size());
  }
}

TEST(MarkerItems, StandByThemselvesWhereTheSceneGathersNothing) {
  MapScene scene = crowded(300, 200);
  scene.cluster = false;
  const Placed now = placed(scene);
  EXPECT_EQ(now.items.size(), 300U);
  for (std::size_t i = 1; i < now.items.size(); ++i) EXPECT_GE(now.items[i].at.y, now.items[i - 1].at.y);
}

TEST(MarkerItems, OfAChosenOneAndAnotherAreTwoPins) {
  MapScene scene = crowded(2, 1);
  scene.markers[1].chosen = true;
  const Placed now = placed(scene);
  ASSERT_EQ(now.items.size(), 2U);
  EXPECT_FALSE(now.items[0].cluster());
  EXPECT_EQ(now.items[0].marker, 0U);
  EXPECT_EQ(now.items[1].marker, 1U);
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
  expect_new([](MapScene& s) { s.markers[1].place.lat_e7 = 5; });
  expect_new([](MapScene& s) { s.markers[0].fill = 5; });
  expect_new([](MapScene& s) { s.cluster = false; });
  expect_new([](MapScene& s) { s.camera.rotation = 0.1F; });
  expect_new([](MapScene& s) { s.theme = MapTheme::kDark; });
  expect_new([](MapScene& s) { s.own.shown = true; });
  expect_new([](MapScene& s) { s.stops.push_back({{}, 1}); });
  expect_new([](MapScene& s) { s.routes.push_back({{{1, 1}, {2, 2}}, true}); });
  expect_new([](MapScene& s) { s.keep_clear.push_back({1, 2, 3, 4}); });
  expect_new([](MapScene& s) { s.donuts.push_back({}); });
  expect_new([](MapScene& s) { s.highlighted_buurt = "BU00000001"; });
  EXPECT_EQ(hash(scene), hash(MapScene(scene)));
  // Choosing one gathers nothing anew.
  MapScene chosen = scene;
  chosen.markers[0].chosen = true;
  EXPECT_EQ(hash_markers(chosen).places, hash_markers(scene).places);
  chosen.markers[0].fill = 1;
  EXPECT_NE(hash_markers(chosen).places, hash_markers(scene).places);
}

}  // namespace
}  // namespace stoepkrijt::render
