#include "formats/gml/gml.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "formats/gml/arcs.hpp"
#include "geo/geometry.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::formats {
namespace {

using model::BaseMap;
using model::MapClass;

/// As the Kadaster hands out the BGT: CityGML with IMGeo, RD New.
std::string imgeo(std::string_view members) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<cit:CityModel xmlns:cit=\"http://www.opengis.net/citygml/2.0\" "
      "xmlns:gml=\"http://www.opengis.net/gml\" xmlns:imgeo=\"http://www.geostandaarden.nl/imgeo/2.1\" "
      "xmlns:tra=\"http://www.opengis.net/citygml/transportation/2.0\" "
      "xmlns:bui=\"http://www.opengis.net/citygml/building/2.0\" "
      "xmlns:veg=\"http://www.opengis.net/citygml/vegetation/2.0\">\n<gml:boundedBy><gml:Envelope/></gml:boundedBy>";
  return text + std::string(members) + "</cit:CityModel>";
}
std::string member(std::string_view name, std::string_view inside) {
  const std::string n(name);
  return "<cit:cityObjectMember><" + n +
         " gml:id=\"b1\"><imgeo:relatieveHoogteligging>0</imgeo:relatieveHoogteligging>" + std::string(inside) + "</" +
         n + "></cit:cityObjectMember>\n";
}
std::string polygon(std::string_view positions) {
  return "<gml:Polygon srsName=\"urn:ogc:def:crs:EPSG::28992\"><gml:exterior><gml:LinearRing><gml:posList>" +
         std::string(positions) + "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>";
}
constexpr std::string_view kSquare = "92000 437000 92010 437000 92010 437010 92000 437010 92000 437000";

BaseMap read(const std::string& text, GmlReport* report = nullptr) {
  const Result<BaseMap> map = read_gml(text, "bgt.gml", report);
  EXPECT_TRUE(map) << (map ? "" : map.error().key + " " + std::to_string(map.error().where.line));
  return map ? *map : BaseMap();
}

TEST(Gml, ReadsTheBgtByItsOwnNames) {
  GmlReport report;
  const BaseMap map = read(
      imgeo(
          member("tra:TrafficArea",
                 "<tra:function codeSpace=\"x\">fietspad</tra:function><tra:surfaceMaterial>open "
                 "verharding</tra:surfaceMaterial><imgeo:geometrie2dWegdeel>" +
                     polygon(kSquare) + "</imgeo:geometrie2dWegdeel>") +
          member("tra:AuxiliaryTrafficArea",
                 "<tra:function>berm</tra:function><tra:surfaceMaterial>groenvoorziening</tra:surfaceMaterial>"
                 "<imgeo:geometrie2dOndersteunendWegdeel>" +
                     polygon(kSquare) + "</imgeo:geometrie2dOndersteunendWegdeel>") +
          member("veg:PlantCover",
                 "<veg:class>struiken</veg:class><imgeo:kruinlijnBegroeidTerreindeel><gml:LineString>"
                 "<gml:posList>92000 437000 92010 437000</gml:posList></gml:LineString>"
                 "</imgeo:kruinlijnBegroeidTerreindeel><imgeo:geometrie2dBegroeidTerreindeel>" +
                     polygon(kSquare) + "</imgeo:geometrie2dBegroeidTerreindeel>") +
          member("imgeo:Waterdeel", "<imgeo:bgt-type>waterloop</imgeo:bgt-type><imgeo:geometrie2dWaterdeel>" +
                                        polygon(kSquare) + "</imgeo:geometrie2dWaterdeel>") +
          member("imgeo:Paal",
                 "<imgeo:bgt-type>niet-bgt</imgeo:bgt-type><imgeo:plus-type>lichtmast</imgeo:plus-type>"
                 "<imgeo:geometrie2dPaal><gml:Point><gml:pos>92005 437005 3</gml:pos></gml:Point>"
                 "</imgeo:geometrie2dPaal>") +
          member("bui:BuildingPart",
                 "<imgeo:identificatieBAGPND>0599100000000001</imgeo:identificatieBAGPND><imgeo:geometrie2dGrondvlak>" +
                     polygon(kSquare) +
                     "</imgeo:geometrie2dGrondvlak><imgeo:nummeraanduidingreeks><imgeo:Nummeraanduidingreeks>"
                     "<imgeo:nummeraanduidingreeks><imgeo:Label><imgeo:tekst>12</imgeo:tekst><imgeo:positie>"
                     "<imgeo:Labelpositie><imgeo:plaatsingspunt><gml:Point><gml:pos>92005 437005</gml:pos></gml:Point>"
                     "</imgeo:plaatsingspunt><imgeo:hoek>30.5</imgeo:hoek></imgeo:Labelpositie></imgeo:positie>"
                     "</imgeo:Label></imgeo:nummeraanduidingreeks></imgeo:Nummeraanduidingreeks>"
                     "</imgeo:nummeraanduidingreeks>")),
      &report);
  std::map<MapClass, std::string> kinds;
  for (const model::MapFeature& f : map.features) kinds[f.cls] += f.kind + "|" + f.name;
  EXPECT_EQ(kinds, (std::map<MapClass, std::string>{{MapClass::kRoadArea, "fietspad, open verharding|"},
                                                    {MapClass::kGreen, "berm|struiken|"},
                                                    {MapClass::kWater, "waterloop|"},
                                                    {MapClass::kLamp, "lichtmast|"},
                                                    {MapClass::kBuilding, "pand|"},
                                                    {MapClass::kLabel, "huisnummer|12"}}));
  EXPECT_TRUE(report.shapes.rd);
  EXPECT_EQ(map.attributions, std::vector<std::string>{"BGT, Kadaster (CC BY 4.0)"});
  const geo::XY rd = geo::to_rd(map.features[0].lines[0][0]);
  EXPECT_NEAR(rd.x, 92000, 0.05);
  EXPECT_NEAR(rd.y, 437000, 0.05);
}

TEST(Gml, LeavesOutWhatEndedAndWhatLiesBelow) {
  GmlReport report;
  std::string below = member("imgeo:Waterdeel", "<imgeo:bgt-type>waterloop</imgeo:bgt-type>" + polygon(kSquare));
  below.replace(below.find(">0<"), 3, ">-1<");
  const BaseMap map =
      read(imgeo(below + member("imgeo:Waterdeel",
                                "<imgeo:eindRegistratie>2020-01-01</imgeo:eindRegistratie>" + polygon(kSquare))),
           &report);
  EXPECT_EQ(map.features.size(), 0U);
  EXPECT_EQ(report.shapes.below, 1U);
  EXPECT_EQ(report.shapes.past, 1U);
}

TEST(Gml, ReadsSurfacesOfPatchesAndHolesAndWfsMembers) {
  const std::string hole =
      "<gml:Surface srsName=\"EPSG:28992\"><gml:patches><gml:PolygonPatch><gml:exterior><gml:LinearRing><gml:posList "
      "srsDimension=\"3\">92000 437000 1 92010 437000 1 92010 437010 1 92000 437000 1</gml:posList></gml:LinearRing>"
      "</gml:exterior><gml:interior><gml:LinearRing><gml:posList>92006 437002 92008 437002 92008 437004 92006 437002"
      "</gml:posList></gml:LinearRing></gml:interior></gml:PolygonPatch></gml:patches></gml:Surface>";
  const BaseMap map = read(
      "<wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" "
      "xmlns:gml=\"http://www.opengis.net/gml/3.2\" "
      "xmlns:bgt=\"urn:bgt\"><wfs:member><wfs:FeatureCollection><wfs:member><bgt:waterdeel "
      "gml:id=\"w.1\"><bgt:type>waterloop</bgt:type>"
      "<bgt:geom>" +
      hole + "</bgt:geom></bgt:waterdeel></wfs:member></wfs:FeatureCollection></wfs:member></wfs:FeatureCollection>");
  ASSERT_EQ(map.features.size(), 1U);
  ASSERT_EQ(map.features[0].lines.size(), 2U);
  EXPECT_EQ(geo::ring_sign(map.features[0].lines[1]), -1);
}

TEST(Gml, KnowsWhichDegreeComesFirst) {
  const auto point = [](std::string_view srs) {
    return read(
               "<c "
               "xmlns:gml=\"http://www.opengis.net/gml/3.2\"><gml:featureMember><boom><natural>tree</"
               "natural><gml:Point "
               "srsName=\"" +
               std::string(srs) + "\"><gml:pos>52.5 4.5</gml:pos></gml:Point></boom></gml:featureMember></c>")
        .features.at(0)
        .lines[0][0];
  };
  EXPECT_EQ(point("urn:ogc:def:crs:EPSG::4326"), (geo::LonLat{45000000, 525000000}));
  EXPECT_EQ(point("http://www.opengis.net/def/crs/EPSG/0/4258"), (geo::LonLat{45000000, 525000000}));
  EXPECT_EQ(point("EPSG:4326"), (geo::LonLat{525000000, 45000000}));
}

TEST(Gml, MakesChordsOfArcs) {
  using gml::Pair;
  constexpr std::int64_t kMetre = 10'000'000;
  const auto far = [](const std::vector<Pair>& points, double radius) {  // how far chords leave the circle round 0,0
    double most = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
      const double x = static_cast<double>(points[i].x + points[i - 1].x) / 2e7;
      const double y = static_cast<double>(points[i].y + points[i - 1].y) / 2e7;
      most = std::max(most, std::abs(std::hypot(x, y) - radius));
      const double end = std::hypot(static_cast<double>(points[i].x) / 1e7, static_cast<double>(points[i].y) / 1e7);
      EXPECT_NEAR(end, radius, 1e-4);
    }
    return most;
  };
  const Pair east{10 * kMetre, 0};
  const Pair north{0, 10 * kMetre};
  const Pair west{-10 * kMetre, 0};
  const Pair south{0, -10 * kMetre};
  const std::vector<Pair> half = gml::arc_points(east, north, west, kMetre / 20);
  EXPECT_GT(half.size(), 10U);
  EXPECT_LE(far(half, 10), 0.05);
  const std::vector<Pair> other_way = gml::arc_points(east, south, west, kMetre / 20);
  EXPECT_LE(far(other_way, 10), 0.05);
  EXPECT_LT(other_way[3].y, 0);
  const std::vector<Pair> most = gml::arc_points(east, {7'071'068 * 10, 7'071'068 * 10}, south, kMetre / 20);
  EXPECT_LE(far(most, 10), 0.05) << "three quarters of a circle, of which the second part is more than half";
  EXPECT_GT(most.size(), half.size());
  const std::vector<Pair> full = gml::arc_points(east, north, west, kMetre / 20, true);
  EXPECT_EQ(full.front(), full.back());
  EXPECT_LE(far(full, 10), 0.05);
  EXPECT_EQ(gml::arc_points({0, 0}, {5, 5}, {10, 10}, 1).size(), 3U);

  GmlReport report;
  const BaseMap map =
      read(imgeo(member("imgeo:Waterdeel",
                        "<imgeo:bgt-type>waterloop</imgeo:bgt-type><gml:Surface><gml:patches><gml:PolygonPatch>"
                        "<gml:exterior><gml:Ring><gml:curveMember><gml:Curve><gml:segments><gml:Arc><gml:posList>"
                        "92010 437000 92000 437010 91990 437000</gml:posList></gml:Arc><gml:LineStringSegment>"
                        "<gml:posList>91990 437000 92010 437000</gml:posList></gml:LineStringSegment>"
                        "</gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior>"
                        "</gml:PolygonPatch></gml:patches></gml:Surface>")),
           &report);
  ASSERT_EQ(map.features.size(), 1U);
  EXPECT_EQ(map.features[0].lines[0].size(), half.size());
  EXPECT_EQ(report.arcs, 1U);
}

Error error_of(const std::string& text, const GmlLimits& limits = {}) {
  const Result<BaseMap> map = read_gml(text, "bgt.gml", nullptr, limits);
  return map ? Error() : map.error();
}

TEST(Gml, RefusesBadFilesWithAPlace) {
  EXPECT_EQ(error_of("<a xmlns=\"http://www.opengis.net/gml\"/>").key, "error.wrong_format_gml");
  const Error odd = error_of(imgeo(member("imgeo:Waterdeel", polygon("1 2 3 4 5"))));
  EXPECT_EQ(odd.key, "error.gml_numbers");
  EXPECT_EQ(odd.where.line, 3U);
  EXPECT_EQ(odd.where.file, "bgt.gml");
  EXPECT_EQ(error_of(imgeo(member("imgeo:Waterdeel", polygon("")))).key, "error.gml_numbers");
  EXPECT_EQ(error_of(imgeo(member("imgeo:Waterdeel", polygon("a b")))).key, "error.gml_numbers");
  EXPECT_EQ(error_of(imgeo(member("imgeo:Waterdeel", polygon("500000 6800000")))).key, "error.outside_world")
      << "Web Mercator";
  EXPECT_EQ(error_of(imgeo("<x>")).key, "error.not_xml");
  GmlLimits limits;
  limits.max_features = 1;
  const std::string two = member("imgeo:Waterdeel", polygon(kSquare));
  EXPECT_EQ(error_of(imgeo(two + two), limits).key, "error.map_too_many");
  EXPECT_TRUE(looks_like_gml(imgeo("")));
  EXPECT_FALSE(looks_like_gml("<osm/>"));
}

}  // namespace
}  // namespace stoepkrijt::formats
