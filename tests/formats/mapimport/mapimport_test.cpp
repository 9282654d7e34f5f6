#include "formats/mapimport/mapimport.hpp"

#include <gtest/gtest.h>

#include <string>

#include "formats/gzip/gzip.hpp"
#include "formats/mapfile/mapfile.hpp"
#include "formats/mapimport/map_check.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::formats {
namespace {

std::string collection(std::string_view features) {
  return "{\"type\":\"FeatureCollection\",\"features\":[" + std::string(features) + "]}";
}
std::string shape(std::string_view properties, std::string_view type, std::string_view coordinates) {
  return "{\"type\":\"Feature\",\"properties\":" + std::string(properties) + ",\"geometry\":{\"type\":\"" +
         std::string(type) + "\",\"coordinates\":" + std::string(coordinates) + "}}";
}
const std::string kStreet =
    shape(R"({"highway":"residential","name":"Dorpsstraat"})", "LineString", "[[4.5,52],[4.501,52]]");

ImportedMap import_one(const std::string& text, std::string_view name = "kaart.geojson") {
  const Result<ImportedMap> made = import_map({{name, text}});
  EXPECT_TRUE(made) << (made ? "" : made.error().key);
  return made ? *made : ImportedMap();
}

TEST(MapImport, SaysWhatWasFoundAndWhatIsMissing) {
  const ImportedMap made = import_one(collection(
      kStreet + "," +
      shape(R"({"building":"house","height":7})", "Polygon", "[[[4.5,52],[4.501,52],[4.501,52.001],[4.5,52]]]") + "," +
      shape(R"({"shop":"bakery"})", "Point", "[4.5,52]")));
  EXPECT_EQ(made.report.of(MapPart::kStreets), 1U);
  EXPECT_EQ(made.report.of(MapPart::kBuildings), 1U);
  EXPECT_EQ(made.report.of(MapPart::kHeights), 1U);
  EXPECT_EQ(made.report.of(MapPart::kStreetNames), 1U);
  EXPECT_EQ(made.report.of(MapLeftOut::kUnknown).count, 1U);
  EXPECT_EQ(made.report.missing(), (std::vector<MapPart>{MapPart::kWater, MapPart::kGreen, MapPart::kBuurten}));
  EXPECT_EQ(made.map.attributions, std::vector<std::string>{"© OpenStreetMap contributors (ODbL)"});
  ASSERT_EQ(made.report.files.size(), 1U);
  EXPECT_EQ(made.report.files[0].shapes, 2U);
  EXPECT_FALSE(made.report.files[0].rd);
  const Result<model::BaseMap> kept = read_map_file(made.bytes);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->features.size(), made.map.features.size());
}

TEST(MapImport, ReadsRdAndSaysSo) {
  const ImportedMap made = import_one(
      collection(shape(R"({"highway":"residential"})", "LineString", "[[92000.5,437000],[92100,437050.25]]")));
  EXPECT_TRUE(made.report.files.at(0).rd);
  const geo::XY rd = geo::to_rd(made.map.features.at(0).lines[0][0]);
  EXPECT_NEAR(rd.x, 92000.5, 0.1);
  EXPECT_NEAR(rd.y, 437000, 0.1);
}

TEST(MapImport, ReadsTheBgtOfThePdokInOneCollection) {
  const std::string square = "[[[92000,437000],[92010,437000],[92010,437010],[92000,437000]]]";
  const ImportedMap made = import_one(collection(
      shape(
          R"({"layer":"wegdeel","functie":"voetpad","fysiek_voorkomen":"open verharding","eind_registratie":null,"relatieve_hoogteligging":0})",
          "Polygon", square) +
      "," +
      shape(
          R"({"layer":"begroeidterreindeel","fysiek_voorkomen":"groenvoorziening","plus_fysiek_voorkomen":"bosplantsoen"})",
          "Polygon", square) +
      "," + shape(R"({"layer":"waterdeel","type":"waterloop","plus_type":"sloot"})", "Polygon", square) + "," +
      shape(R"({"layer":"pand","identificatie_bag_pnd":"0599"})", "MultiPolygon", "[" + square + "]") + "," +
      shape(R"({"layer":"wegdeel","functie":"voetpad","eind_registratie":"2021-01-01"})", "Polygon", square) + "," +
      shape(R"({"layer":"wegdeel","functie":"voetpad","relatieve_hoogteligging":-1})", "Polygon", square)));
  EXPECT_EQ(made.report.of(MapPart::kRoadAreas), 1U);
  EXPECT_EQ(made.report.of(MapPart::kGreen), 1U);
  EXPECT_EQ(made.report.of(MapPart::kWater), 1U);
  EXPECT_EQ(made.report.of(MapPart::kBuildings), 1U);
  EXPECT_EQ(made.report.of(MapLeftOut::kPast).count, 1U);
  EXPECT_EQ(made.report.of(MapLeftOut::kBelow).count, 1U);
  std::string kinds;
  for (const model::MapFeature& f : made.map.features) kinds += f.kind + "|";
  EXPECT_EQ(kinds, "groenvoorziening, bosplantsoen|waterloop, sloot|voetpad, open verharding|pand|");
}

TEST(MapImport, LeavesOutWhatNoMapCanShowAndSaysWhereItLies) {
  const ImportedMap made =
      import_one(collection(kStreet + "," + kStreet + "," + kStreet + "," +
                            shape(R"({"building":"yes","name":"Strik"})", "Polygon",
                                  "[[[4.5,52],[4.501,52.001],[4.501,52],[4.5,52.002],[4.5,52]]]") +
                            "," + shape(R"({"highway":"residential"})", "LineString", "[[179.99,52],[-179.99,52]]") +
                            "," + shape(R"({"highway":"residential"})", "LineString", "[[0,0],[0.001,0]]") + "," +
                            shape(R"({"building":"yes"})", "Polygon", "[[[4.5,52],[4.501,52],[4.502,52],[4.5,52]]]")));
  EXPECT_EQ(made.report.of(MapLeftOut::kCrossing).count, 1U);
  EXPECT_EQ(made.report.of(MapLeftOut::kCrossing).first_name, "Strik");
  EXPECT_EQ(made.report.of(MapLeftOut::kCrossing).first, (geo::LonLat{45000000, 520000000}));
  EXPECT_EQ(made.report.of(MapLeftOut::kMeridian).count, 1U);
  EXPECT_EQ(made.report.of(MapLeftOut::kFar).count, 1U);
  EXPECT_EQ(made.report.of(MapLeftOut::kFlat).count, 1U);
  EXPECT_EQ(made.map.features.size(), 3U);
}

TEST(MapImport, OfACityKeepsTheBuurtenThatLieAtTheStreets) {
  const std::string here = shape(R"({"code":"BU05990001","naam":"Hier"})", "Polygon",
                                 "[[[4.49,51.99],[4.51,51.99],[4.51,52.01],[4.49,51.99]]]");
  const std::string there = shape(R"({"code":"BU05990002","naam":"Daar"})", "Polygon",
                                  "[[[4.55,51.99],[4.57,51.99],[4.57,52.01],[4.55,51.99]]]");
  const std::string streets = collection(kStreet);
  const std::string buurten = collection(here + "," + there);
  const Result<ImportedMap> made = import_map({{"roads.geojson", streets}, {"buurten.geojson", buurten}});
  ASSERT_TRUE(made);
  ASSERT_EQ(made->map.neighbourhood.buurten.size(), 1U);
  EXPECT_EQ(made->map.neighbourhood.buurten[0].name, "Hier");
  EXPECT_EQ(made->report.of(MapLeftOut::kFar).count, 1U);
  const ImportedMap alone = import_one(buurten);
  EXPECT_EQ(alone.report.of(MapPart::kBuurten), 2U) << "boundaries alone are a map too";
}

TEST(MapImport, TakesSeveralFormatsAtOnceAndPackedOnes) {
  const std::string osm =
      "<osm><node id='1' lat='52' lon='4.5'/><node id='2' lat='52.001' lon='4.5'/><way id='1'><nd ref='1'/><nd "
      "ref='2'/>"
      "<tag k='highway' v='cycleway'/></way></osm>";
  const std::string packed = gzip(collection(kStreet));
  const Result<ImportedMap> made = import_map({{"a.osm", osm}, {"b.geojson.gz", packed}});
  ASSERT_TRUE(made) << made.error().key;
  EXPECT_EQ(made->report.of(MapPart::kPaths), 1U);
  EXPECT_EQ(made->report.of(MapPart::kStreets), 1U);
  EXPECT_EQ(made->report.files[0].format, MapFormat::kOsm);
  const ImportedMap again = import_one(made->bytes, "buurt.skmap");
  EXPECT_EQ(again.bytes, made->bytes);
  const ImportedMap other = with_attributions(again, {"Wijkraad"});
  EXPECT_EQ(read_map_file(other.bytes)->attributions, std::vector<std::string>{"Wijkraad"});
}

TEST(MapImport, RefusesWhatIsNoMapAndSaysWhichFile) {
  const std::string good = collection(kStreet);
  const Result<ImportedMap> other = import_map({{"goed.geojson", good}, {"foto.jpg", "\xFF\xD8"}});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().key, "error.wrong_format_any_map");
  EXPECT_EQ(other.error().where.file, "foto.jpg");
  EXPECT_EQ(import_map({{"leeg.geojson", collection("")}}).error().key, "error.map_empty");
  EXPECT_EQ(import_map({}).error().key, "error.map_empty");
}

TEST(CrossesItself, FindsCrossingsAndLetsTouchesBe) {
  using mapimport::crosses_itself;
  EXPECT_FALSE(crosses_itself({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}}));
  EXPECT_TRUE(crosses_itself({{{0, 0}, {10, 10}, {10, 0}, {0, 10}}}));
  EXPECT_FALSE(crosses_itself({{{0, 0}, {10, 0}, {5, 5}, {10, 10}, {0, 10}, {5, 5}}})) << "touches in a point";
  EXPECT_TRUE(crosses_itself({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{5, 5}, {15, 5}, {15, 8}}}))
      << "a hole that sticks out";
  model::Line comb;  // many edges: by the grid
  for (int i = 0; i < 100; ++i) {
    comb.push_back({i * 20, 0});
    comb.push_back({i * 20 + 10, 1000});
  }
  comb.push_back({3000, -100});
  EXPECT_FALSE(crosses_itself({comb}));
  comb[60].lat_e7 = -200;
  EXPECT_TRUE(crosses_itself({comb}));
}

}  // namespace
}  // namespace stoepkrijt::formats
