#include "render/map_picker.hpp"

#include "render_fixtures.hpp"

namespace stoepkrijt::render {
namespace {

MapPicker make_picker(const model::BaseMap& map, const model::Neighbourhood& neighbourhood) {
  const Plane plane(test::kOrigin);
  return {neighbourhood, make_label_sources(map, neighbourhood, plane), plane};
}

TEST(Picking, FindsTheBuurtUnderTheFinger) {
  const MapPicker picker = make_picker({}, test::two_buurten(300));
  EXPECT_EQ(picker.buurt_at({-100, 50}), "BU00000001");
  EXPECT_EQ(picker.buurt_at({100, -50}), "BU00000002");
  EXPECT_EQ(picker.buurt_at({400, 0}), "");
  EXPECT_EQ(picker.index_of("BU00000002"), 1);
  EXPECT_EQ(picker.index_of("BU99999999"), -1);
  EXPECT_EQ(picker.index_of(""), -1);
}

TEST(Picking, NamesTheNearestStreetWithinFortyMetres) {
  const MapPicker picker = make_picker(test::grid_map(3, 200), {});
  EXPECT_EQ(picker.street_at({12, 100}).name, "Langestraat 1");
  EXPECT_NEAR(picker.street_at({12, 100}).distance_m, 12.0F, 0.1F);
  EXPECT_EQ(picker.street_at({100, 100}).name, "");
  EXPECT_EQ(picker.street_at({100, 100}).distance_m, 0.0F);
}

TEST(Picking, NamesAStreetByItsPlacedNameWhenThatIsAllThereIs) {
  model::BaseMap map;
  map.features.push_back(test::feature(model::MapClass::kLabel, {test::line_m({{50, 50}})}, "Krijtlaan"));
  const MapPicker picker = make_picker(map, {});
  EXPECT_EQ(picker.street_at({60, 50}).name, "Krijtlaan");
  EXPECT_EQ(picker.street_at({95, 50}).name, "");
}

TEST(Picking, TakesTheMarkerWhoseMiddleIsNearest) {
  std::vector<MarkerItem> items(3);
  items[0].rect = {100, 100, 48, 56};
  items[1].rect = {130, 100, 48, 56};
  items[2].rect = {400, 400, 10, 10};
  EXPECT_EQ(item_at(items, {120, 128}), items.data());
  EXPECT_EQ(item_at(items, {146, 128}), items.data() + 1);
  EXPECT_EQ(item_at(items, {300, 300}), nullptr);
  EXPECT_EQ(item_at(items, {385, 385}), items.data() + 2);  // within the touch target, outside what is drawn
}

TEST(Picking, TakesTheUpperOneOfMarkersAtOnePlace) {
  std::vector<MarkerItem> items(2);
  items[0].rect = items[1].rect = {100, 100, 48, 56};
  EXPECT_EQ(item_at(items, {120, 120}), items.data() + 1);
}

}  // namespace
}  // namespace stoepkrijt::render
