#include "formats/osm/osm.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "geo/geometry.hpp"

namespace stoepkrijt::formats {
namespace {

using model::BaseMap;
using model::MapClass;

// A square of 4 nodes, a street, a tree, a park of two ways with a pond in it as a hole.
constexpr std::string_view kNodes =
    "<node id='1' lat='52.000' lon='4.000'/><node id='2' lat='52.000' lon='4.010'/>"
    "<node id='3' lat='52.010' lon='4.010'/><node id='4' lat='52.010' lon='4.000'/>"
    "<node id='5' lat='52.002' lon='4.002'/><node id='6' lat='52.002' lon='4.004'/>"
    "<node id='7' lat='52.004' lon='4.004'/><node id='8' lat='52.005' lon='4.005'><tag k='natural' v='tree'/></node>";

std::string osm(std::string_view rest) {
  return "<?xml version='1.0' encoding='UTF-8'?><osm version='0.6' generator='x'><bounds minlat='1'/>" +
         std::string(kNodes) + std::string(rest) + "</osm>";
}

std::map<MapClass, std::size_t> counts_of(const BaseMap& map) {
  std::map<MapClass, std::size_t> counts;
  for (const model::MapFeature& f : map.features) ++counts[f.cls];
  return counts;
}

BaseMap read(const std::string& text, OsmReport* report = nullptr) {
  const Result<BaseMap> map = read_osm(text, "wijk.osm", report);
  EXPECT_TRUE(map) << (map ? "" : map.error().key);
  return map ? *map : BaseMap();
}

TEST(Osm, ReadsNodesWaysAndTheirTags) {
  const BaseMap map = read(osm(
      "<way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='residential'/><tag k='name' v='Dorpsstraat'/></way>"
      "<way id='2'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='1'/><tag k='building' v='house'/>"
      "<tag k='building:levels' v='2'/></way>"
      "<way id='3'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='1'/><tag k='highway' v='service'/></way>"
      "<way id='4' visible='false'><nd ref='1'/><nd ref='2'/><tag k='highway' v='service'/></way>"));
  EXPECT_EQ(
      counts_of(map),
      (std::map<MapClass, std::size_t>{
          {MapClass::kTree, 1}, {MapClass::kRoadStreet, 1}, {MapClass::kBuilding, 1}, {MapClass::kRoadService, 1}}));
  EXPECT_EQ(map.features[1].name, "Dorpsstraat");
  EXPECT_EQ(map.features[2].height_mm, 6000);
  EXPECT_EQ(map.features[2].lines[0].size(), 3U) << "closed without repeating";
  EXPECT_EQ(map.features[3].lines[0].size(), 4U) << "a street round a block stays a line";
  EXPECT_EQ(map.attributions, std::vector<std::string>{"© OpenStreetMap contributors (ODbL)"});
}

TEST(Osm, PutsMultipolygonsTogetherFromTheirWays) {
  OsmReport report;
  const BaseMap map =
      read(osm("<way id='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/></way><way id='2'><nd ref='1'/><nd ref='4'/><nd "
               "ref='3'/></way><way id='3'><nd ref='5'/><nd ref='6'/><nd ref='7'/><nd ref='5'/></way>"
               "<relation id='1'><member type='way' ref='1' role='outer'/><member type='way' ref='3' role='inner'/>"
               "<member type='way' ref='2' role='outer'/><member type='node' ref='8' role='label'/>"
               "<tag k='type' v='multipolygon'/><tag k='leisure' v='park'/><tag k='name' v='Zwanenpark'/></relation>"),
           &report);
  ASSERT_EQ(map.features.size(), 2U);
  const model::MapFeature& park = map.features[1];
  EXPECT_EQ(park.cls, MapClass::kGreen);
  EXPECT_EQ(park.name, "Zwanenpark");
  ASSERT_EQ(park.lines.size(), 2U);
  EXPECT_EQ(park.lines[0].size(), 4U);
  EXPECT_EQ(geo::ring_sign(park.lines[0]), 1);
  EXPECT_EQ(geo::ring_sign(park.lines[1]), -1);
  EXPECT_EQ(report.incomplete, 0U);
}

TEST(Osm, CountsWhatAnExtractCutOff) {
  OsmReport report;
  const BaseMap map =
      read(osm("<way id='1'><nd ref='1'/><nd ref='99'/><nd ref='3'/><nd ref='1'/><tag k='building' v='yes'/></way>"
               "<way id='2'><nd ref='1'/><nd ref='99'/><nd ref='2'/><tag k='highway' v='residential'/></way>"
               "<relation id='1'><member type='way' ref='77' role='outer'/><tag k='type' v='multipolygon'/><tag "
               "k='landuse' v='grass'/></relation>"),
           &report);
  EXPECT_EQ(report.incomplete, 2U);
  EXPECT_EQ(counts_of(map)[MapClass::kRoadStreet], 1U) << "of a line the rest stays";
  EXPECT_EQ(counts_of(map)[MapClass::kBuilding], 0U);
}

TEST(Osm, ReadsOverpassWithGeometryAndWithNodesApart) {
  const std::string head = R"({"version":0.6,"generator":"Overpass API","osm3s":{},"elements":[)";
  const std::string with_geometry =
      head + R"({"type":"way","id":1,"nodes":[1,2,3,1],"geometry":[{"lat":52,"lon":4},{"lat":52,"lon":4.01},)" +
      R"({"lat":52.01,"lon":4.01},{"lat":52,"lon":4}],"tags":{"building":"yes"}},)" +
      R"({"type":"relation","id":2,"members":[{"type":"way","ref":5,"role":"outer","geometry":[{"lat":52,"lon":4},)" +
      R"({"lat":52,"lon":4.1},{"lat":52.1,"lon":4.1},{"lat":52,"lon":4}]}],"tags":{"type":"multipolygon","natural":"water"}}]})";
  EXPECT_EQ(counts_of(read(with_geometry)),
            (std::map<MapClass, std::size_t>{{MapClass::kBuilding, 1}, {MapClass::kWater, 1}}));
  const std::string apart = head + R"({"type":"way","id":1,"nodes":[1,2],"tags":{"highway":"footway"}},)" +
                            R"({"type":"node","id":1,"lat":52,"lon":4},{"type":"node","id":2,"lat":52,"lon":4.1}]})";
  EXPECT_EQ(counts_of(read(apart)), (std::map<MapClass, std::size_t>{{MapClass::kFootway, 1}}));
  EXPECT_TRUE(looks_like_osm(apart));
  EXPECT_FALSE(looks_like_osm(R"({"type":"FeatureCollection","features":[]})"));
}

Error error_of(const std::string& text, const OsmLimits& limits = {}) {
  const Result<BaseMap> map = read_osm(text, "wijk.osm", nullptr, limits);
  return map ? Error() : map.error();
}

TEST(Osm, RefusesBadFilesWithAPlace) {
  EXPECT_EQ(error_of("<gpx/>").key, "error.wrong_format_osm");
  const Error far = error_of("<osm>\n<node id='1' lat='91' lon='4'/></osm>");
  EXPECT_EQ(far.code, ErrorCode::kOutsideWorld);
  EXPECT_EQ(far.where.line, 2U);
  EXPECT_EQ(far.where.file, "wijk.osm");
  EXPECT_EQ(error_of("<osm><node id='1' lat='1' lon='4'>").key, "error.not_xml");
  EXPECT_EQ(error_of("{\"elements\":7}").key, "error.wrong_format_osm");
  const Error place = error_of("{\"elements\":[\n{\"type\":\"node\",\"id\":1,\"lat\":\"x\",\"lon\":4}]}");
  EXPECT_EQ(place.code, ErrorCode::kWrongType);
  EXPECT_EQ(place.where.line, 2U);
  OsmLimits limits;
  limits.max_things = 7;
  EXPECT_EQ(error_of(osm(""), limits).key, "error.map_too_many");
}

}  // namespace
}  // namespace stoepkrijt::formats
