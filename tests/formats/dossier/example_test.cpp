// The files that are shipped are what the reader and writer say they are.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "formats/dossier/dossier.hpp"
#include "formats/geojson/geojson.hpp"
#include "geo/geometry.hpp"
#include "model/sample.hpp"

namespace stoepkrijt::formats {
namespace {

std::string file_text(const std::string& name) {
  std::ifstream in(std::string(STOEPKRIJT_SOURCE_DIR) + "/" + name, std::ios::binary);
  EXPECT_TRUE(in) << name;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Example, IsADossierInCanonicalForm) {
  const std::string text = file_text("assets/example/dossier.json");
  const auto dossier = read_dossier(text);
  ASSERT_TRUE(dossier) << dossier.error().key << " at " << dossier.error().where.path;
  EXPECT_EQ(write_dossier(*dossier), text);
  EXPECT_EQ(dossier->neighbourhood.buurten.size(), 3U);
  ASSERT_EQ(dossier->rounds.size(), 1U);
  EXPECT_GE(dossier->rounds[0].plans.size(), 8U);
  EXPECT_GE(dossier->signals.size(), 25U);
}

TEST(Example, HasAMapThatIsWhollyUnderstoodAndCreditedToNoOneElse) {
  std::vector<model::BaseMap> maps;
  for (const char* name : {"map", "buildings", "trees"}) {
    GeoJsonReport report;
    const std::string file = "assets/example/" + std::string(name) + ".geojson";
    auto map = read_geojson(file_text(file), file, geojson_limits(), &report);
    ASSERT_TRUE(map) << file << ' ' << map.error().key << " at " << map.error().where.path;
    EXPECT_EQ(report.unclassified, 0U) << file;
    EXPECT_EQ(report.without_geometry, 0U) << file;
    EXPECT_EQ(report.dropped_rings, 0U) << file;
    EXPECT_EQ(report.dropped_lines, 0U) << file;
    maps.push_back(std::move(*map));
  }
  const model::BaseMap map = merge_maps(std::move(maps));
  EXPECT_EQ(map.attributions.size(), 1U);
  EXPECT_GE(map.features.size(), 1500U);
  const auto dossier = read_dossier(file_text("assets/example/dossier.json"));
  ASSERT_TRUE(dossier);
  // The map has six decimals, the dossier seven: all but the last digit of the boundaries is the same.
  model::Neighbourhood of_map = neighbourhood_of(map);
  ASSERT_EQ(of_map.buurten.size(), dossier->neighbourhood.buurten.size());
  for (std::size_t i = 0; i < of_map.buurten.size(); ++i) {
    const model::Buurt& of_dossier = dossier->neighbourhood.buurten[i];
    ASSERT_EQ(of_map.buurten[i].rings.size(), of_dossier.rings.size());
    ASSERT_EQ(of_map.buurten[i].rings[0].size(), of_dossier.rings[0].size());
    EXPECT_NEAR(of_map.buurten[i].rings[0][0].lon_e7, of_dossier.rings[0][0].lon_e7, 10);
    of_map.buurten[i].rings = of_dossier.rings;
    EXPECT_TRUE(of_map.buurten[i] == of_dossier) << of_dossier.name;
  }
  EXPECT_EQ(neighbourhood_of(map).id, dossier->neighbourhood.id);
  for (const model::Signal& signal : dossier->signals) EXPECT_TRUE(map.bounds.contains(signal.place)) << signal.id;
}

TEST(Example, PutsEverySignalInItsBuurt) {
  const auto dossier = read_dossier(file_text("assets/example/dossier.json"));
  ASSERT_TRUE(dossier);
  for (const model::Signal& signal : dossier->signals) {
    for (const model::Buurt& buurt : dossier->neighbourhood.buurten) {
      const bool inside = geo::side_of_polygon(signal.place, buurt.rings) == geo::Side::kInside;
      EXPECT_EQ(inside, buurt.code == signal.buurt) << signal.id << ' ' << buurt.name;
    }
  }
}

TEST(Example, OfTheSchemaTestIsWhatTheWriterWrites) {
  EXPECT_EQ(file_text("tests/fuzz/corpus/dossier/sample.json"), write_dossier(testing::sample_dossier()));
}

}  // namespace
}  // namespace stoepkrijt::formats
