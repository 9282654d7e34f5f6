#include "render/heat_grid.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "render/scene_layout.hpp"

namespace stoepkrijt::render {
namespace {

constexpr geo::LonLat kOrigin{45'000'000, 519'000'000};

Marker marker(const Plane& plane, double x, double y) {
  Marker m;
  m.place = plane.to_lonlat({x, y});
  return m;
}

std::uint8_t at(const HeatGrid& grid, float x, float y) {
  const float w = (grid.east - grid.west) / static_cast<float>(grid.w);
  const auto i = static_cast<std::size_t>((x - grid.west) / w);
  const auto j = static_cast<std::size_t>((y - grid.south) / w);
  return grid.density[j * static_cast<std::size_t>(grid.w) + i];
}

TEST(HeatGrid, IsHottestWhereMostLie) {
  const Plane plane(kOrigin);
  std::vector<Marker> markers;
  for (int i = 0; i < 40; ++i) markers.push_back(marker(plane, i % 5, i % 7));
  for (int i = 0; i < 8; ++i) markers.push_back(marker(plane, 600 + i, 300));
  const HeatGrid grid = make_heat_grid(markers, plane, 1.0F);
  ASSERT_FALSE(grid.empty());
  EXPECT_EQ(grid.density.size(), static_cast<std::size_t>(grid.w) * static_cast<std::size_t>(grid.h));
  EXPECT_EQ(*std::max_element(grid.density.begin(), grid.density.end()), 255);
  EXPECT_GT(at(grid, 2, 3), 240);
  EXPECT_GT(at(grid, 604, 300), 50);
  EXPECT_LT(at(grid, 604, 300), 160);
  EXPECT_EQ(at(grid, 300, 150), 0) << "nothing between them";
  EXPECT_LT(grid.density.front(), 8) << "soft at its edge";
}

TEST(HeatGrid, OfAFewFarApartIsNotHot) {
  const Plane plane(kOrigin);
  const HeatGrid grid = make_heat_grid(std::vector{marker(plane, 0, 0), marker(plane, 900, 900)}, plane, 1.0F);
  EXPECT_LT(*std::max_element(grid.density.begin(), grid.density.end()), 120);
  EXPECT_GT(*std::max_element(grid.density.begin(), grid.density.end()), 60);
}

TEST(HeatGrid, LeavesOutWhatDoesNotCount) {
  const Plane plane(kOrigin);
  std::vector<Marker> markers{marker(plane, 0, 0)};
  markers[0].warm = false;
  EXPECT_TRUE(make_heat_grid(markers, plane, 1.0F).empty());
  EXPECT_TRUE(make_heat_grid({}, plane, 1.0F).empty());
}

TEST(HeatGrid, StaysSmallHoweverWideTheLand) {
  const Plane plane(kOrigin);
  std::vector<Marker> markers;
  for (int i = 0; i < 1000; ++i) markers.push_back(marker(plane, i * 40.0, i * 25.0));
  const HeatGrid grid = make_heat_grid(markers, plane, 10.0F);
  EXPECT_LE(grid.w, kMostCells);
  EXPECT_LE(grid.h, kMostCells);
  EXPECT_LE(grid.west, 0.0F);
  EXPECT_GE(grid.east, 999 * 40.0F);
  EXPECT_EQ(grid.density, make_heat_grid(markers, plane, 10.0F).density);
}

TEST(HeatLook, DiffersWithoutItsHueToo) {
  const auto light = [](std::uint32_t rgb) {
    return 0.2126 * ((rgb >> 16U) & 0xFFU) + 0.7152 * ((rgb >> 8U) & 0xFFU) + 0.0722 * (rgb & 0xFFU);
  };
  const HeatLook day = heat_look(MapTheme::kLight);
  EXPECT_GT(light(day.low), light(day.middle) + 30);
  EXPECT_GT(light(day.middle), light(day.high) + 30);
  const HeatLook night = heat_look(MapTheme::kDark);
  EXPECT_LT(light(night.low) + 30, light(night.middle));
  EXPECT_LT(light(night.middle) + 30, light(night.high));
  EXPECT_GT(heat_look(MapTheme::kContrast).steps, 0.0F) << "flat steps with lines around them";
}

TEST(MarkerSet, IsDrawnAsTheSameMarkersWouldBe) {
  const Plane plane(kOrigin);
  MapScene one;
  one.camera = {kOrigin, 1.0F, 0.0F};
  one.viewport = {0, 0, 900, 700, 0, 0, 0, 0};
  for (int i = 0; i < 500; ++i) {
    one.markers.push_back(marker(plane, i % 23 * 37.0 - 400, i % 19 * 33.0 - 300));
    one.markers.back().id = static_cast<std::uint32_t>(i);
    one.markers.back().shape = static_cast<MarkerShape>(i % 3);
  }
  MapScene many = one;
  many.many = make_marker_set(std::exchange(many.markers, {}));
  const auto items = [&](const MapScene& scene) {
    MarkerGroups groups;
    groups.gather(scene.all(), plane, hash_markers(scene).places);
    return place_markers(scene, plane, groups);
  };
  const auto same = [&](const MapScene& a, const MapScene& b) {
    const auto x = items(a);
    const auto y = items(b);
    ASSERT_EQ(x.size(), y.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_EQ(x[i].marker, y[i].marker);
      EXPECT_EQ(x[i].count, y[i].count);
      EXPECT_EQ(x[i].rect, y[i].rect);
    }
  };
  EXPECT_EQ(hash_markers(one).places, hash_markers(many).places);
  same(one, many);
  const std::uint64_t before = hash_scene(many, hash_markers(many));
  one.markers[7].chosen = true;
  many.chosen = 7;
  same(one, many);
  EXPECT_NE(hash_scene(many, hash_markers(many)), before);
  EXPECT_EQ(hash_markers(one).places, hash_markers(many).places) << "choosing gathers nothing anew";
  MapScene other = many;
  other.heat = true;
  EXPECT_NE(hash_scene(other, hash_markers(other)), hash_scene(many, hash_markers(many)));
  EXPECT_LT(marker_scale(other), marker_scale(many));
  other = many;
  other.area = {{1, 1}, {2, 2}, {3, 1}};
  EXPECT_NE(hash_scene(other, hash_markers(other)), hash_scene(many, hash_markers(many)));
}

}  // namespace
}  // namespace stoepkrijt::render
