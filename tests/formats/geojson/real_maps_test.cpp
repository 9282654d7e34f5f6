// The real maps and boundaries of ../shared/data (or STOEPKRIJT_DATA): the counts were taken with another program.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "formats/geojson/geojson.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::formats {
namespace {

using model::BaseMap;
using model::MapClass;

std::string data_folder() {
  const char* folder = std::getenv("STOEPKRIJT_DATA");
  return folder != nullptr ? folder : std::string(STOEPKRIJT_SOURCE_DIR) + "/../shared/data";
}

std::optional<std::string> file_text(const std::string& path) {
  std::ifstream in(data_folder() + "/" + path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::map<MapClass, std::size_t> counts_of(const BaseMap& map) {
  std::map<MapClass, std::size_t> counts;
  for (const model::MapFeature& f : map.features) ++counts[f.cls];
  return counts;
}

#define READ_OR_SKIP(map, path)                                                                        \
  const std::optional<std::string> text_of_##map = file_text(path);                                    \
  if (!text_of_##map) GTEST_SKIP() << "no data: " << data_folder() << "/" << (path);                   \
  GeoJsonReport report_of_##map;                                                                       \
  const auto result_of_##map = read_geojson(*text_of_##map, path, geojson_limits(), &report_of_##map); \
  ASSERT_TRUE(result_of_##map) << result_of_##map.error().key;                                         \
  const BaseMap& map = *result_of_##map

TEST(RealMaps, CrooswijkHasItsBuildingsWithHeights) {
  READ_OR_SKIP(map, "maps/crooswijk/buildings.geojson");
  EXPECT_EQ(report_of_map.features, 2803U);
  EXPECT_GE(counts_of(map)[MapClass::kBuilding], 2803U);
  EXPECT_EQ(report_of_map.unclassified, 0U);
  for (const auto& f : map.features) EXPECT_GT(f.height_mm, 0);
  EXPECT_EQ(map.attributions, std::vector<std::string>{"3D BAG (CC BY 4.0)"});
  EXPECT_EQ(map.features[0].lines[0][0].lon_e7 / 10, 4487514);
}

TEST(RealMaps, CrooswijkHasItsStreetsByClass) {
  READ_OR_SKIP(map, "maps/crooswijk/roads.geojson");
  auto counts = counts_of(map);
  EXPECT_GE(counts[MapClass::kFootway], 701U);
  EXPECT_GE(counts[MapClass::kRoadStreet], 469U);
  EXPECT_GE(counts[MapClass::kCycleway], 266U);
  EXPECT_GE(counts[MapClass::kRoadService], 124U);
  EXPECT_GE(counts[MapClass::kRoadMain], 94U + 88 + 2);
  EXPECT_EQ(report_of_map.unclassified, 1U + 66);  // and 66 in tunnels
  std::size_t named = 0;
  for (const auto& f : map.features) named += f.name.empty() ? 0U : 1U;
  EXPECT_GE(named, 634U);
}

TEST(RealMaps, CrooswijkHasTramAndWater) {
  READ_OR_SKIP(rail, "maps/crooswijk/rail.geojson");
  EXPECT_EQ(counts_of(rail), (std::map<MapClass, std::size_t>{{MapClass::kTram, 62}}));
  READ_OR_SKIP(water, "maps/crooswijk/water.geojson");
  EXPECT_GE(counts_of(water)[MapClass::kWater], 18U);
}

struct Layer {
  const char* file;
  std::size_t features;
  std::size_t unclassified;
  std::map<MapClass, std::size_t> at_least;
};

TEST(RealMaps, OtterloIsKnownLayerByLayer) {
  const Layer layers[] = {
      {"bank", 87, 0, {{MapClass::kGreen, 87}}},
      {"bins", 2, 0, {{MapClass::kBin, 2}}},
      {"bridges", 1, 0, {{MapClass::kBridge, 1}}},
      {"buildings", 1708, 0, {{MapClass::kBuilding, 762}, {MapClass::kLabel, 946}}},
      {"cabinets", 12, 12, {}},
      {"drains", 1009, 1009, {}},
      {"fences", 302, 0, {{MapClass::kFence, 302}}},
      {"furniture", 16, 4, {{MapClass::kBench, 6}, {MapClass::kStop, 6}}},
      {"green", 638, 0, {{MapClass::kGreen, 565}, {MapClass::kField, 73}}},
      {"paved_terrain", 427, 0, {{MapClass::kGarden, 193}, {MapClass::kSquare, 234}}},
      {"poles", 398, 0, {{MapClass::kLamp, 388}, {MapClass::kStop, 10}}},
      {"road_area", 1252, 0, {{MapClass::kRoadArea, 1252}}},
      {"road_fittings", 51, 19, {{MapClass::kFence, 32}}},  // 8 of the 40 "geleideconstructies" are points
      {"signs", 53, 53, {}},
      {"street_labels", 51, 0, {{MapClass::kLabel, 51}}},
      {"structures", 24, 0, {{MapClass::kWater, 15}, {MapClass::kBuilding, 9}}},
      {"trees", 2104, 0, {{MapClass::kTree, 2104}}},
      {"verge", 627, 0, {{MapClass::kGreen, 525}, {MapClass::kSquare, 102}}},
      {"water", 296, 0, {{MapClass::kWater, 282}, {MapClass::kGreen, 14}}},
  };
  for (const Layer& layer : layers) {
    const std::string path = "maps/otterlo/" + std::string(layer.file) + ".geojson";
    READ_OR_SKIP(map, path);
    EXPECT_EQ(report_of_map.features, layer.features) << layer.file;
    EXPECT_EQ(report_of_map.unclassified, layer.unclassified) << layer.file;
    std::map<MapClass, std::size_t> counts = counts_of(map);
    for (const auto& [cls, number] : layer.at_least) {
      EXPECT_GE(counts[cls] + report_of_map.dropped_rings, number) << layer.file;
      counts.erase(cls);
    }
    EXPECT_TRUE(counts.empty()) << layer.file;
    if (map.features.empty()) continue;
    EXPECT_EQ(map.attributions, std::vector<std::string>{"BGT, Kadaster (CC BY 4.0)"}) << layer.file;
    for (const auto& f : map.features) {
      EXPECT_TRUE(f.cls != MapClass::kRoadArea || geo::ring_sign(f.lines[0]) == 1);
    }
  }
}

TEST(RealMaps, OtterloGetsTheHousesBackThatAreOnlyNumbers) {
  READ_OR_SKIP(buildings, "maps/otterlo/buildings.geojson");
  READ_OR_SKIP(yards, "maps/otterlo/paved_terrain.geojson");
  std::vector<BaseMap> maps{buildings, yards};
  auto counts = counts_of(merge_maps(std::move(maps)));
  EXPECT_GT(counts[MapClass::kBuilding], 762U + 400);  // 785 of the 946 numbers lie in a hole, some rows share one
  EXPECT_LE(counts[MapClass::kBuilding], 762U + 785);
}

TEST(RealMaps, CbsBoundariesAreBuurtenAndWijken) {
  READ_OR_SKIP(buurten, "boundaries/cbs2015_rotterdam_buurten.geojson");
  READ_OR_SKIP(wijken, "boundaries/cbs2015_rotterdam_wijken.geojson");
  EXPECT_EQ(counts_of(buurten)[MapClass::kBuurt], 92U);
  EXPECT_EQ(report_of_wijken.features, 22U);
  EXPECT_EQ(counts_of(wijken)[MapClass::kWijk], wijken.features.size());
  const model::Neighbourhood& n = neighbourhood_of(buurten);
  EXPECT_EQ(n.municipality, "Rotterdam");
  EXPECT_TRUE(n.id.empty());  // 22 wijken
  ASSERT_EQ(n.buurten.size(), 92U);
  const auto rubroek =
      std::find_if(n.buurten.begin(), n.buurten.end(), [](const auto& b) { return b.code == "BU05990814"; });
  ASSERT_NE(rubroek, n.buurten.end());
  EXPECT_EQ(rubroek->name, "Rubroek");
  EXPECT_EQ(rubroek->year, 2015);
  EXPECT_GT(rubroek->inhabitants, 1000);
  // The first building of the map of Crooswijk lies in one buurt, and in one alone.
  const auto around = std::count_if(n.buurten.begin(), n.buurten.end(), [](const auto& b) {
    return geo::side_of_polygon({44875140, 519263020}, b.rings) == geo::Side::kInside;
  });
  EXPECT_EQ(around, 1);
}

TEST(RealMaps, EveryBuurtOfDelftAndZwolleIsRead) {
  READ_OR_SKIP(delft, "boundaries/cbs2015_delft_buurten.geojson");
  READ_OR_SKIP(zwolle, "boundaries/cbs2015_zwolle_buurten.geojson");
  EXPECT_EQ(delft.neighbourhood.buurten.size(), 91U);
  EXPECT_EQ(zwolle.neighbourhood.buurten.size(), 78U);
}

}  // namespace
}  // namespace stoepkrijt::formats
