// The committed files in assets/example are what the generator writes, and what the app's own readers accept.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "ballots.hpp"
#include "dossier.hpp"
#include "example/example_world.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/geojson/geojson.hpp"
#include "write.hpp"

namespace stoepkrijt::example {
namespace {

std::string committed(const std::string& name) {
  std::ifstream file(std::string(STOEPKRIJT_SOURCE_DIR) + "/assets/example/" + name, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Not EXPECT_EQ: nobody wants 300 KiB of difference on the screen.
void expect_same(const std::string& name, const std::string& made) {
  const std::string there = committed(name);
  ASSERT_FALSE(there.empty()) << name;
  std::size_t i = 0;
  while (i < made.size() && i < there.size() && made[i] == there[i]) ++i;
  EXPECT_TRUE(made == there) << name << " differs from byte " << i << ": run make_example assets/example";
}

TEST(ExampleFiles, AreByteForByteWhatTheGeneratorWrites) {
  const World& world = example_world();
  expect_same("map.geojson", map_geojson(world));
  expect_same("buildings.geojson", buildings_geojson(world));
  expect_same("trees.geojson", trees_geojson(world));
  expect_same("ballots.pb", ballots_pb());
  expect_same("dossier.json", dossier_json(world));
}

TEST(ExampleFiles, AreEachSmallerThan400Kibibytes) {
  for (const char* name : {"map.geojson", "buildings.geojson", "trees.geojson", "ballots.pb", "dossier.json"})
    EXPECT_LT(committed(name).size(), 400U * 1024) << name;
}

TEST(ExampleFiles, HoldADossierInCanonicalForm) {
  const std::string text = committed("dossier.json");
  const auto dossier = formats::read_dossier(text);
  ASSERT_TRUE(dossier) << dossier.error().key << " " << dossier.error().where.path;
  EXPECT_EQ(formats::write_dossier(*dossier), text);
}

TEST(ExampleFiles, HoldAMapThatIsReadWithoutLosses) {
  std::vector<model::BaseMap> maps;
  for (const char* name : {"map.geojson", "buildings.geojson", "trees.geojson"}) {
    formats::GeoJsonReport report;
    auto map = formats::read_geojson(committed(name), name, formats::geojson_limits(), &report);
    ASSERT_TRUE(map) << name << ": " << map.error().key << " " << map.error().where.path;
    EXPECT_GT(report.features, 100U) << name;
    EXPECT_EQ(report.unclassified, 0U) << name;
    EXPECT_EQ(report.without_geometry + report.dropped_lines + report.dropped_rings, 0U) << name;
    maps.push_back(std::move(*map));
  }
  const model::BaseMap map = formats::merge_maps(std::move(maps));
  ASSERT_EQ(map.attributions.size(), 1U);
  EXPECT_EQ(map.attributions[0], "Verzonnen wijk, gemaakt voor Stoepkrijt (EUPL-1.2)");
  EXPECT_EQ(map.neighbourhood.id, "WK999901");
  ASSERT_EQ(map.neighbourhood.buurten.size(), 3U);
  EXPECT_EQ(map.neighbourhood.buurten[1].name, "Het Speelkwartier");
}

TEST(ExampleFiles, LieInTheMarkermeerWhereNobodyLives) {
  const auto dossier = formats::read_dossier(committed("dossier.json"));
  ASSERT_TRUE(dossier);
  for (const model::Buurt& buurt : dossier->neighbourhood.buurten)
    for (const geo::LonLat p : buurt.rings.at(0)) {
      EXPECT_GT(p.lon_e7, 51800000);
      EXPECT_LT(p.lon_e7, 52200000);
      EXPECT_GT(p.lat_e7, 525200000);
      EXPECT_LT(p.lat_e7, 525400000);
    }
}

}  // namespace
}  // namespace stoepkrijt::example
