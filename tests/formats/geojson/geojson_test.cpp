#include "formats/geojson/geojson.hpp"

#include <gtest/gtest.h>

#include "geo/geometry.hpp"

namespace stoepkrijt::formats {
namespace {

using model::BaseMap;
using model::Line;
using model::MapClass;

BaseMap read(std::string_view text, std::string_view file = {}, GeoJsonReport* report = nullptr) {
  auto map = read_geojson(text, file, geojson_limits(), report);
  EXPECT_TRUE(map) << map.error().key << " at " << map.error().where.path;
  return map ? std::move(*map) : BaseMap();
}

Error error_of(std::string_view text) {
  auto map = read_geojson(text, "kaart.geojson");
  EXPECT_FALSE(map) << text;
  return map ? Error() : map.error();
}

/// A collection of one feature with these properties and geometry.
std::string one(std::string_view properties, std::string_view geometry) {
  return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)" + std::string(properties) +
         R"(,"geometry":)" + std::string(geometry) + "}]}";
}

TEST(GeoJson, ReadsPositionsExactly) {
  const BaseMap map =
      read(one(R"({"natural":"tree","d":7.5})", R"({"type":"Point","coordinates":[4.48751405,51.92630219999,12.5]})"));
  ASSERT_EQ(map.features.size(), 1U);
  EXPECT_EQ(map.features[0].lines, (std::vector<Line>{{{44875141, 519263022}}}));
  EXPECT_EQ(map.features[0].size_mm, 7500);
  EXPECT_EQ(map.bounds, (geo::Bounds{44875141, 519263022, 44875141, 519263022}));
}

TEST(GeoJson, TurnsRingsTheRightWayAndDropsTheClosingPoint) {
  const Line exterior = {{0, 0}, {40000000, 0}, {40000000, 40000000}, {0, 40000000}};
  for (const char* rings : {"[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]",
                            "[[0,0],[0,4],[4,4],[4,0],[0,0]],[[1,1],[2,2],[1,2],[1,1]]"}) {
    const BaseMap map = read(one(R"({"leisure":"park","name":"Zwanenpark"})",
                                 R"({"type":"Polygon","coordinates":[)" + std::string(rings) + "]}"));
    ASSERT_EQ(map.features.size(), 1U);
    EXPECT_EQ(map.features[0].name, "Zwanenpark");
    ASSERT_EQ(map.features[0].lines.size(), 2U);
    EXPECT_EQ(map.features[0].lines[0].size(), 4U);
    EXPECT_EQ(geo::ring_sign(map.features[0].lines[0]), 1);
    EXPECT_EQ(map.features[0].lines[1].size(), 3U);
    EXPECT_EQ(geo::ring_sign(map.features[0].lines[1]), -1);
  }
}

TEST(GeoJson, ReadsEveryGeometryTypeAndABareFeatureOrGeometry) {
  const std::string all =
      R"({"type":"Feature","geometry":{"geometries":[
        {"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]},
        {"coordinates":[[[7,7],[8,7],[8,8],[7,7]]],"type":"Polygon"},
        {"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[2,2],[3,2],[3,3],[2,2]]]}]}
      ],"type":"GeometryCollection"},"properties":{"natural":"water"}})";
  const BaseMap water = read(all);
  EXPECT_EQ(water.features.size(), 4U);
  EXPECT_EQ(water.features[3].lines[0][0], (geo::LonLat{20000000, 20000000}));

  const BaseMap roads = read(one(R"({"highway":"residential","name":"Kade"})",
                                 R"({"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3],[4,4]]]})"));
  ASSERT_EQ(roads.features.size(), 2U);
  EXPECT_EQ(roads.features[1].lines[0].size(), 3U);
  EXPECT_EQ(roads.features[1].cls, MapClass::kRoadStreet);
  EXPECT_EQ(roads.features[1].name, "Kade");

  const BaseMap trees = read(R"({"coordinates":[[1,2],[3,4]],"type":"MultiPoint"})", "trees.json");
  ASSERT_EQ(trees.features.size(), 2U);
  EXPECT_EQ(trees.features[1].cls, MapClass::kTree);
}

TEST(GeoJson, TakesMembersInAnyOrder) {
  const BaseMap map = read(
      R"({"features":[{"geometry":{"coordinates":[[0,0],[1,0]],"type":"LineString"},"id":7,"bbox":[0,0,1,0],)"
      R"("properties":{"extra":{"deep":[1,{"type":"x"}]},"railway":"tram","list":[1,"a",null,[2]]},"type":"Feature"}],)"
      R"("name":"x","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"type":"FeatureCollection"})");
  ASSERT_EQ(map.features.size(), 1U);
  EXPECT_EQ(map.features[0].cls, MapClass::kTram);
}

TEST(GeoJson, KeepsOneAngleForEachPlaceOfALabel) {
  const BaseMap two = read(one(R"({"tekst":"Bospad","hoek":[16.7,-50.5],"ortype":"Weg"})",
                               R"({"type":"MultiPoint","coordinates":[[5,52],[5.1,52]]})"),
                           "street_labels.geojson");
  ASSERT_EQ(two.features.size(), 2U);
  EXPECT_EQ(two.features[0].cls, MapClass::kLabel);
  EXPECT_EQ(two.features[0].kind, "straat");
  EXPECT_EQ(two.features[0].angle_mdeg, -16700);
  EXPECT_EQ(two.features[1].angle_mdeg, 50500);
  const BaseMap list =
      read(one(R"({"tekst":["5","1"],"hoek":[-4.1,-6.0]})", R"({"type":"Point","coordinates":[5,52]})"));
  EXPECT_EQ(list.features.at(0).name, "5");
  EXPECT_EQ(list.features.at(0).angle_mdeg, 4100);
  const BaseMap number = read(one(R"({"tekst":"12a","hoek":-8.3})", R"({"type":"Point","coordinates":[5,52]})"),
                              "maps/otterlo/buildings.geojson");
  ASSERT_EQ(number.features.size(), 1U);
  EXPECT_EQ(number.features[0].kind, "huisnummer");
  EXPECT_EQ(number.features[0].name, "12a");
  EXPECT_EQ(number.features[0].angle_mdeg, 8300);
}

struct ClassCase {
  const char* properties;
  const char* geometry;
  const char* file;
  MapClass cls;
  const char* kind;
};
constexpr const char* kPoint = R"({"type":"Point","coordinates":[5,52]})";
constexpr const char* kLine = R"({"type":"LineString","coordinates":[[5,52],[5,53]]})";
constexpr const char* kArea = R"({"type":"Polygon","coordinates":[[[5,52],[6,52],[6,53],[5,52]]]})";

TEST(GeoJson, KnowsWhatThingsAre) {
  const ClassCase cases[] = {
      {R"({"highway":"primary_link"})", kLine, "", MapClass::kRoadMain, "primary_link"},
      {R"({"highway":"cycleway"})", kLine, "", MapClass::kCycleway, "cycleway"},
      {R"({"highway":"pedestrian"})", kLine, "", MapClass::kFootway, "pedestrian"},
      {R"({"highway":"pedestrian"})", kArea, "", MapClass::kSquare, "pedestrian"},
      {R"({"highway":"street_lamp"})", kPoint, "", MapClass::kLamp, "street_lamp"},
      {R"({"railway":"rail"})", kLine, "", MapClass::kRail, "rail"},
      {R"({"railway":"tram_stop"})", kPoint, "", MapClass::kStop, "tram_stop"},
      {R"({"building":"school","amenity":"school","h":9})", kArea, "", MapClass::kBuilding, "school"},
      {R"({"building":"yes"})", kArea, "", MapClass::kBuilding, ""},
      {R"({"leisure":"garden"})", kArea, "", MapClass::kGarden, "garden"},
      {R"({"landuse":"meadow"})", kArea, "", MapClass::kField, "meadow"},
      {R"({"landuse":"residential"})", kArea, "", MapClass::kLand, "residential"},
      {R"({"place":"square"})", kArea, "", MapClass::kSquare, "square"},
      {R"({"amenity":"bench"})", kPoint, "", MapClass::kBench, "bench"},
      {R"({"amenity":"parking"})", kArea, "", MapClass::kSquare, "parking"},
      {R"({"barrier":"hedge"})", kLine, "", MapClass::kTree, "haag"},
      {R"({"functie":"fietspad","materiaal":"gesloten verharding"})", kArea, "", MapClass::kRoadArea,
       "fietspad, gesloten verharding"},
      {R"({"functie":"rijbaan lokale weg","materiaal":"onverhard"})", kArea, "", MapClass::kRoadArea,
       "rijbaan lokale weg, onverhard"},
      {R"({"functie":"berm","materiaal":"groenvoorziening"})", kArea, "verge.geojson", MapClass::kGreen, "berm"},
      {R"({"functie":"verkeerseiland","materiaal":"open verharding"})", kArea, "verge.geojson", MapClass::kSquare,
       "verkeerseiland, open verharding"},
      {R"({"klasse":"erf"})", kArea, "paved_terrain.geojson", MapClass::kGarden, "erf"},
      {R"({"klasse":"onverhard","detail":"zand"})", kArea, "paved_terrain.geojson", MapClass::kSquare,
       "onverhard, zand"},
      {R"({"klasse":"waterloop","type":"sloot"})", kArea, "water.geojson", MapClass::kWater, "waterloop, sloot"},
      {R"({"klasse":"greppel, droge sloot"})", kArea, "water.geojson", MapClass::kGreen, "greppel, droge sloot"},
      {R"({"klasse":"loofbos"})", kArea, "green.geojson", MapClass::kGreen, "loofbos"},
      {R"({"klasse":"niet-bgt","type":"boom"})", kPoint, "trees.geojson", MapClass::kTree, "boom"},
      {R"({"klasse":"niet-bgt","type":"haag"})", kLine, "trees.geojson", MapClass::kTree, "haag"},
      {R"({"klasse":"hek"})", kLine, "fences.geojson", MapClass::kFence, "hek"},
      {R"({"functie":"niet-bgt","type":"lichtmast"})", kPoint, "poles.geojson", MapClass::kLamp, "lichtmast"},
      {R"({"pand":"228100000031255"})", kArea, "buildings.geojson", MapClass::kBuilding, "pand"},
      {R"({"h":11.2})", kArea, "crooswijk/buildings.geojson", MapClass::kBuilding, ""},
      {"null", kArea, "water.geojson", MapClass::kWater, ""},
  };
  for (const ClassCase& c : cases) {
    const BaseMap map = read(one(c.properties, c.geometry), c.file);
    ASSERT_EQ(map.features.size(), 1U) << c.properties;
    EXPECT_EQ(map.features[0].cls, c.cls) << c.properties;
    EXPECT_EQ(map.features[0].kind, c.kind) << c.properties;
  }
}

TEST(GeoJson, LeavesOutAndCountsWhatTheMapHasNoUseFor) {
  GeoJsonReport report;
  const BaseMap map = read(
      R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"functie":"niet-bgt","type":"kolk"},"geometry":{"type":"Point","coordinates":[5,52]}},
        {"type":"Feature","properties":{"building":"no"},"geometry":null},
        {"type":"Feature","properties":{"building":"yes"},"geometry":{"type":"Polygon","coordinates":[]}},
        {"type":"Feature","properties":{"building":"yes"},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,2],[3,3],[1,1]]]}},
        {"type":"Feature","properties":{"building":"yes"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[1,1]]]}},
        {"type":"Feature","properties":{"highway":"path"},"geometry":{"type":"LineString","coordinates":[[1,1],[1,1]]}}]})",
      "x", &report);
  EXPECT_EQ(map.features.size(), 1U);
  EXPECT_EQ(report.features, 6U);
  EXPECT_EQ(report.unclassified, 1U);
  EXPECT_EQ(report.without_geometry, 2U);
  EXPECT_EQ(report.dropped_rings, 2U);
  EXPECT_EQ(report.dropped_lines, 1U);
}

TEST(GeoJson, ReadsHeightsAndWidths) {
  const auto height = [](const char* properties) { return read(one(properties, kArea)).features.at(0).height_mm; };
  EXPECT_EQ(height(R"({"building":"yes","h":11.2})"), 11200);
  EXPECT_EQ(height(R"({"building":"yes","height":"12 m"})"), 12000);
  EXPECT_EQ(height(R"({"building":"yes","building:levels":"4"})"), 12000);
  EXPECT_EQ(height(R"({"building":"yes","h":1e99})"), 0);
  EXPECT_EQ(height(R"({"building":"yes","h":-3})"), 0);
  EXPECT_EQ(read(one(R"({"highway":"service","width":"3.5"})", kLine)).features.at(0).size_mm, 3500);
}

TEST(GeoJson, FindsTheNeighbourhoodInItsBoundaries) {
  const BaseMap map = read(
      R"({"type":"FeatureCollection","attribution":"Verzonnen wijk","features":[
        {"type":"Feature","properties":{"boundary":"wijk","code":"WK999901","name":"Lindewaard","gemeente":"Voorbeeldstad"},
         "geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}},
        {"type":"Feature","properties":{"boundary":"buurt","code":"BU99990102","name":"Parkbuurt","inwoners":10,"huishoudens":4,"jaar":2026},
         "geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}},
        {"type":"Feature","properties":{"boundary":"buurt","code":"BU99990101","name":"Singelbuurt","inwoners_2015":2310,"huishoudens_2015":-1},
         "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]})");
  const model::Neighbourhood& n = neighbourhood_of(map);
  EXPECT_EQ(n.id, "WK999901");
  EXPECT_EQ(n.name, "Lindewaard");
  EXPECT_EQ(n.municipality, "Voorbeeldstad");
  ASSERT_EQ(n.buurten.size(), 2U);
  EXPECT_EQ(n.buurten[0].name, "Singelbuurt");
  EXPECT_EQ(n.buurten[0].inhabitants, 2310);
  EXPECT_EQ(n.buurten[0].households, 0);
  EXPECT_EQ(n.buurten[0].year, 2015);
  EXPECT_EQ(n.buurten[1].rings.size(), 2U);
  EXPECT_EQ(n.buurten[1].year, 2026);
  EXPECT_EQ(map.attributions, std::vector<std::string>{"Verzonnen wijk"});
}

TEST(GeoJson, MergesFilesIntoOneMap) {
  std::vector<BaseMap> maps;
  maps.push_back(read(one(R"({"highway":"path"})", kLine)));
  maps.push_back(read(one(R"({"functie":"fietspad"})", kArea)));
  maps.push_back(read(one(R"({"natural":"water"})", kArea)));
  maps.push_back(read(one(R"({"code":"BU05990814","naam":"Rubroek","wijkcode":"WK059908"})", kArea)));
  maps.push_back(read(one(R"({"code":"BU05990814","naam":"Dubbel","wijkcode":"WK059908"})", kArea)));
  const BaseMap map = merge_maps(std::move(maps));
  EXPECT_EQ(map.features.size(), 5U);
  EXPECT_EQ(map.features[1].cls, MapClass::kRoadArea);
  EXPECT_EQ(map.attributions, (std::vector<std::string>{"© OpenStreetMap contributors (ODbL)",
                                                        "BGT, Kadaster (CC BY 4.0)", "CBS/Kadaster (CC BY 4.0)"}));
  EXPECT_EQ(map.bounds, (geo::Bounds{50000000, 520000000, 60000000, 530000000}));
  ASSERT_EQ(map.neighbourhood.buurten.size(), 1U);
  EXPECT_EQ(map.neighbourhood.buurten[0].name, "Rubroek");
  EXPECT_EQ(map.neighbourhood.id, "WK059908");
  EXPECT_TRUE(merge_maps({}).features.empty());
}

TEST(GeoJson, GivesAHouseWithOnlyANumberTheHoleInItsYard) {
  const char* yards =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"klasse":"erf"},"geometry":{"type":"Polygon",
      "coordinates":[[[5,52],[5.001,52],[5.001,52.001],[5,52.001],[5,52]],
        [[5.0001,52.0001],[5.0001,52.0002],[5.0002,52.0002],[5.0002,52.0001],[5.0001,52.0001]],
        [[5.0005,52.0005],[5.0005,52.0006],[5.0006,52.0006],[5.0006,52.0005],[5.0005,52.0005]],
        [[5.0008,52.0008],[5.0008,52.0009],[5.0009,52.0009],[5.0009,52.0008],[5.0008,52.0008]]]}}]})";
  const char* numbers =
      R"({"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"tekst":"1"},"geometry":{"type":"Point","coordinates":[5.00015,52.00015]}},
      {"type":"Feature","properties":{"tekst":"1a"},"geometry":{"type":"Point","coordinates":[5.00016,52.00015]}},
      {"type":"Feature","properties":{"tekst":"3"},"geometry":{"type":"Point","coordinates":[5.00055,52.00055]}},
      {"type":"Feature","properties":{"tekst":"5"},"geometry":{"type":"Point","coordinates":[5.5,52.5]}},
      {"type":"Feature","properties":{"pand":"7"},"geometry":{"type":"Polygon","coordinates":
        [[[5.0005,52.0005],[5.0006,52.0005],[5.0006,52.0006],[5.0005,52.0006],[5.0005,52.0005]]]}}]})";
  std::vector<BaseMap> maps;
  maps.push_back(read(yards, "paved_terrain.geojson"));
  maps.push_back(read(numbers, "buildings.geojson"));
  const BaseMap map = merge_maps(std::move(maps));
  // Of the three holes one has a building, one a number alone, one nothing.
  ASSERT_EQ(map.features.size(), 1U + 5 + 1);
  const model::MapFeature& house = map.features.back();
  EXPECT_EQ(house.cls, MapClass::kBuilding);
  EXPECT_EQ(geo::ring_sign(house.lines[0]), 1);
  EXPECT_EQ(geo::bounds_of(house.lines[0]), (geo::Bounds{50001000, 520001000, 50002000, 520002000}));
}

struct BadCase {
  const char* text;
  ErrorCode code;
  const char* path;
};

TEST(GeoJson, RefusesBadFilesWithPlaceAndReason) {
  const std::string far = one("{}", R"({"type":"Point","coordinates":[4.5,91]})");
  const std::string rd = one("{}", R"({"type":"LineString","coordinates":[[4,52],[155000,463000]]})");
  const std::string nan = one("{}", R"({"type":"Point","coordinates":[NaN,1]})");
  const std::string unclosed = one("{}", R"({"type":"Point","coordinates":[1,2)");
  const std::string single = one("{}", R"({"type":"LineString","coordinates":[[4,52],[5]]})");
  const std::string nested = one("{}", R"({"type":"Point","coordinates":[[4,52]]})");
  const std::string too_nested = one("{}", R"({"type":"MultiPolygon","coordinates":[[[[[4,52]]]]]})");
  const std::string mixed = one("{}", R"({"type":"LineString","coordinates":[[4,52],[[4,52]]]})");
  const std::string words = one("{}", R"({"type":"Point","coordinates":["4","52"]})");
  const std::string no_type = one("{}", R"({"coordinates":[4,52]})");
  const std::string no_coordinates = one("{}", R"({"type":"Point"})");
  const std::string twice = one("{}", R"({"type":"Point","coordinates":[1,2],"coordinates":[3,4]})");
  const std::string keys = one(R"({"a":1,"a":2})", kPoint);
  const BadCase cases[] = {
      {far.c_str(), ErrorCode::kOutsideWorld, "features[0].geometry.coordinates[1]"},
      {rd.c_str(), ErrorCode::kOutsideWorld, "features[0].geometry.coordinates[1][1]"},
      {nan.c_str(), ErrorCode::kNotANumber, ""},
      {unclosed.c_str(), ErrorCode::kNotJson, ""},
      {single.c_str(), ErrorCode::kBadGeometry, "features[0].geometry.coordinates[1]"},
      {nested.c_str(), ErrorCode::kBadGeometry, "features[0].geometry"},
      {too_nested.c_str(), ErrorCode::kBadGeometry, "features[0].geometry.coordinates[0][0][0][0]"},
      {mixed.c_str(), ErrorCode::kBadGeometry, "features[0].geometry.coordinates[1][0]"},
      {words.c_str(), ErrorCode::kWrongType, "features[0].geometry.coordinates[0]"},
      {no_type.c_str(), ErrorCode::kWrongType, "features[0].geometry"},
      {no_coordinates.c_str(), ErrorCode::kMissing, "features[0].geometry"},
      {twice.c_str(), ErrorCode::kDuplicateKey, "features[0].geometry.coordinates"},
      {keys.c_str(), ErrorCode::kDuplicateKey, "features[0].properties"},
      {R"({"format":"stoepkrijt-dossier","version":1})", ErrorCode::kWrongFormat, ""},
      {R"({"type":"Topology"})", ErrorCode::kWrongFormat, ""},
      {"[]", ErrorCode::kWrongFormat, ""},
      {"7", ErrorCode::kWrongFormat, ""},
      {"\"x\"", ErrorCode::kWrongFormat, ""},
      {R"({"type":"FeatureCollection"})", ErrorCode::kMissing, ""},
      {R"({"type":"FeatureCollection","features":{}})", ErrorCode::kWrongType, "features"},
      {R"({"type":"FeatureCollection","features":[7]})", ErrorCode::kWrongType, "features[0]"},
      {R"({"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1,2]}]})", ErrorCode::kWrongType,
       "features[0]"},
      {R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{}}]})", ErrorCode::kMissing,
       "features[0]"},
      {R"({"type":7})", ErrorCode::kWrongType, "type"},
      {R"({"type":"Feature","geometry":"x"})", ErrorCode::kWrongType, "geometry"},
      {R"({"type":"Feature","geometry":null,"geometry":null})", ErrorCode::kDuplicateKey, "geometry"},
      {R"({"type":"GeometryCollection","geometries":[[1]]})", ErrorCode::kWrongType, "geometries[0]"},
      {"", ErrorCode::kNotJson, ""},
  };
  for (const BadCase& c : cases) {
    const Error error = error_of(c.text);
    EXPECT_EQ(error.code, c.code) << c.text << ' ' << error.key;
    EXPECT_EQ(error.where.path, c.path) << c.text;
    EXPECT_EQ(error.where.file, "kaart.geojson") << c.text;
    EXPECT_EQ(error.where.line, 1U) << c.text;
  }
  EXPECT_EQ(error_of(std::string(3'000'000, '[')).code, ErrorCode::kWrongFormat);
  std::string deep = one("{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}", kPoint);
  EXPECT_EQ(error_of(deep).code, ErrorCode::kTooDeep);
  const auto large = read_geojson(far, "x", json::Limits{20, 64, 10});
  EXPECT_EQ(large.error().code, ErrorCode::kTooLarge);
}

TEST(GeoJson, PointsAtTheVeryNumber) {
  const std::string text = "{\"type\":\"Point\",\n \"coordinates\": [4.5,\n   -90.00000005]}";
  const Error error = error_of(text);
  EXPECT_EQ(error.code, ErrorCode::kOutsideWorld);
  EXPECT_EQ(error.where.line, 3U);
  EXPECT_EQ(error.where.column, 4U);
  EXPECT_EQ(error.where.path, "coordinates[1]");
}

}  // namespace
}  // namespace stoepkrijt::formats
