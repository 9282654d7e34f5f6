#include "render/labels.hpp"

#include <glm/geometric.hpp>
#include <numbers>

#include "map_files.hpp"
#include "render/base_mesh.hpp"
#include "render_fixtures.hpp"

namespace stoepkrijt::render {
namespace {

constexpr Viewport kView{0, 0, 1000, 700, 0, 0, 0, 0};

/// About the width of Atkinson: good enough, and no font needed.
float rough_width(const LabelSource& s) {
  return static_cast<float>(s.text.size()) * label_style(s.kind).size_px * 0.52F;
}

/// What must hold for every layout, whatever the map and the camera.
void expect_sound(const std::vector<LabelSource>& sources, const std::vector<PlacedLabel>& labels,
                  const LabelRoom& room) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const PlacedLabel& a = labels[i];
    EXPECT_GT(a.box.angle, -std::numbers::pi_v<float> / 2 - 1e-4F);
    EXPECT_LE(a.box.angle, std::numbers::pi_v<float> / 2 + 1e-4F);
    EXPECT_TRUE(room.free.contains({a.box.centre.x, a.box.centre.y}));
    for (const TurnedBox& t : room.taken) EXPECT_FALSE(overlap(a.box, t)) << sources[a.source].text;
    for (std::size_t k = i + 1; k < labels.size(); ++k) {
      EXPECT_FALSE(overlap(a.box, labels[k].box)) << sources[a.source].text << " / " << sources[labels[k].source].text;
      if (a.source == labels[k].source) {
        EXPECT_GT(glm::length(a.box.centre - labels[k].box.centre), 400.0F) << sources[a.source].text;
      }
    }
  }
}

std::size_t check_cameras(const model::BaseMap& map, const model::Neighbourhood& neighbourhood, geo::LonLat origin) {
  const CameraControl control(origin);
  const auto sources = make_label_sources(map, neighbourhood, control.plane());
  test::Dice dice(5);
  std::size_t placed = 0;
  for (const float zoom : {0.2F, 0.55F, 0.84F, 1.18F, 2.5F, 6.0F}) {
    for (int i = 0; i < 6; ++i) {
      const Camera camera{control.plane().to_lonlat({dice.between(-250, 250), dice.between(-250, 250)}), zoom,
                          i == 0 ? 0.0F : static_cast<float>(dice.between(-3, 3))};
      std::vector<TurnedBox> taken;
      for (int k = 0; k < 12; ++k)
        taken.push_back(
            box_of({static_cast<float>(dice.between(0, 950)), static_cast<float>(dice.between(0, 650)), 48, 58}));
      const LabelRoom room{{6, 6, 988, 600}, taken, i == 5 ? 1.5F : 1.0F};
      const auto labels = place_labels(sources, ViewTransform(control.plane(), camera, kView), room, rough_width);
      expect_sound(sources, labels, room);
      placed += labels.size();
    }
  }
  return placed;
}

TEST(Labels, NeverTouchEachOtherOrWhatIsTakenOnASyntheticMap) {
  EXPECT_GT(check_cameras(test::grid_map(9, 110), test::two_buurten(480), test::kOrigin), 100U);
}

TEST(Labels, NeverTouchEachOtherOnTheExample) {
  const auto map = test::read_map_folder(std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "assets" / "example");
  ASSERT_TRUE(map.has_value());
  EXPECT_GT(check_cameras(*map, map->neighbourhood, map_origin(*map, map->neighbourhood)), 150U);
}

TEST(Labels, NeverTouchEachOtherInCrooswijkAndOtterlo) {
  std::size_t maps = 0;
  for (const char* name : {"crooswijk", "otterlo"}) {
    const auto map = test::read_map_folder(test::data_folder() / "maps" / name);
    if (!map) continue;
    ++maps;
    EXPECT_GT(check_cameras(*map, {}, map_origin(*map, {})), 30U) << name;
  }
  if (maps == 0) GTEST_SKIP() << "the real maps are not beside the repository (" << test::data_folder() << ")";
}

std::vector<PlacedLabel> labels_of(const std::vector<LabelSource>& sources, float zoom, float rotation = 0.0F) {
  const Plane plane(test::kOrigin);
  return place_labels(sources, ViewTransform(plane, {test::kOrigin, zoom, rotation}, kView),
                      {{0, 0, 1000, 700}, {}, 1.0F}, rough_width);
}

TEST(Labels, FollowTheStraightestRunOfTheStreet) {
  // A zigzag and then a long straight piece to the north east.
  model::BaseMap map;
  map.features.push_back(test::feature(
      model::MapClass::kRoadStreet,
      {test::line_m({{-300, 0}, {-270, 30}, {-240, 0}, {-210, 30}, {-180, 0}, {20, 200}})}, "Krijtstraat"));
  const auto sources = make_label_sources(map, {}, Plane(test::kOrigin));
  const auto labels = labels_of(sources, 1.2F);
  ASSERT_EQ(labels.size(), 1U);
  EXPECT_NEAR(labels[0].box.angle, std::numbers::pi_v<float> / 4, 0.02F);
}

TEST(Labels, StayUprightWhenTheMapIsTurned) {
  model::BaseMap map;
  map.features.push_back(
      test::feature(model::MapClass::kRoadStreet, {test::line_m({{-200, 0}, {200, 0}})}, "Krijtstraat"));
  const auto sources = make_label_sources(map, {}, Plane(test::kOrigin));
  for (const float rotation : {0.0F, 1.0F, 2.0F, 3.0F, -2.0F}) {
    const auto labels = labels_of(sources, 1.2F, rotation);
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_NEAR(std::sin(labels[0].box.angle - rotation), 0.0F, 0.01F);
    EXPECT_LE(std::abs(labels[0].box.angle), std::numbers::pi_v<float> / 2 + 1e-4F);
  }
}

TEST(Labels, LeaveOutWhatDoesNotFit) {
  model::BaseMap map;
  map.features.push_back(test::feature(model::MapClass::kRoadStreet, {test::line_m({{0, 0}, {30, 0}})},
                                       "Burgemeester van der Krijtensteinlaan"));
  const auto sources = make_label_sources(map, {}, Plane(test::kOrigin));
  EXPECT_TRUE(labels_of(sources, 1.2F).empty());
  EXPECT_EQ(labels_of(sources, 11.0F).size(), 1U);
}

TEST(Labels, ShowOnlyBuurtenInTheWijkBandAndOnlyLongStreetsInTheBuurtBand) {
  const auto sources = make_label_sources(test::grid_map(7, 100), test::two_buurten(300), Plane(test::kOrigin));
  for (const PlacedLabel& label : labels_of(sources, 0.4F)) EXPECT_EQ(sources[label.source].kind, LabelKind::kBuurt);
  EXPECT_EQ(labels_of(sources, 0.4F).size(), 2U);
  EXPECT_GT(labels_of(sources, 0.7F).size(), 6U);
}

TEST(Labels, WriteBuurtenInCapitals) {
  EXPECT_EQ(upper_case("Het Speelkwartier"), "HET SPEELKWARTIER");
  EXPECT_EQ(upper_case("Groß-Café ÿ"), "GROß-CAFÉ ÿ");
}

TEST(Labels, PutTheNameOfAParkBesideItsPond) {
  model::BaseMap map;
  map.features.push_back(test::feature(model::MapClass::kGreen, {test::square_m(-200, -200, 400)}, "Krijtpark"));
  map.features.push_back(test::feature(model::MapClass::kWater, {test::square_m(-80, -80, 160)}, "Vijver"));
  const auto sources = make_label_sources(map, {}, Plane(test::kOrigin));
  const auto labels = labels_of(sources, 1.0F);
  ASSERT_EQ(labels.size(), 2U);
  const PlacedLabel& park = labels[0];
  ASSERT_EQ(sources[park.source].text, "Krijtpark");
  EXPECT_FALSE(overlap(park.box, {{500, 350}, {80, 80}, 0.0F}) && std::abs(park.box.centre.x - 500) < 80 &&
               std::abs(park.box.centre.y - 350) < 80);
}

TEST(Chains, JoinPiecesOfAStreetWhicheverWayTheyRun) {
  const auto joined = chained({{{0, 0}, {10, 0}}, {{20, 0}, {10, 0}}, {{20, 0}, {30, 5}}, {{500, 0}, {510, 0}}});
  ASSERT_EQ(joined.size(), 2U);
  EXPECT_EQ(joined[0].size(), 4U);
}

TEST(Chains, GoStraightOnAtACrossing) {
  const auto joined = chained({{{0, 0}, {10, 0}}, {{10, 0}, {10, 10}}, {{10, 0}, {19, 1}}});
  ASSERT_EQ(joined.size(), 2U);
  EXPECT_EQ(joined[0].size(), 3U);
  const glm::vec2 far_end = joined[0].front().x > joined[0].back().x ? joined[0].front() : joined[0].back();
  EXPECT_EQ(far_end, glm::vec2(19, 1));
}

TEST(TurnedBoxes, OverlapAsTheirCornersSay) {
  const TurnedBox level{{0, 0}, {10, 5}, 0.0F};
  EXPECT_TRUE(overlap(level, {{15, 0}, {6, 1}, 0.0F}));
  EXPECT_FALSE(overlap(level, {{17, 0}, {6, 1}, 0.0F}));
  // Boxes around overlap, the turned boxes do not.
  EXPECT_FALSE(overlap(level, {{15, 12}, {12, 2}, std::numbers::pi_v<float> / 4}));
  EXPECT_TRUE(overlap(level, {{12, -4}, {12, 2}, std::numbers::pi_v<float> / 4}));
}

}  // namespace
}  // namespace stoepkrijt::render
