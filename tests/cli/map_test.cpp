#include <gtest/gtest.h>

#include "cli/cli_run.hpp"
#include "formats/mapfile/mapfile.hpp"

namespace stoepkrijt::cli {
namespace {

constexpr std::string_view kRoads =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"highway":"residential","name":"Dorpsstraat"},)"
    R"("geometry":{"type":"LineString","coordinates":[[92000,437000],[92100,437000]]}}]})";
constexpr std::string_view kOwn =
    R"({"type":"Feature","properties":{"h":7},"geometry":{"type":"Polygon","coordinates":[[[92000,437000],[92010,437000],)"
    R"([92010,437010],[92000,437000]]]}})";

TEST(MapCommand, MakesAMapFileAndSaysWhatIsInIt) {
  Computer computer;
  computer.files["wegen.geojson"] = kRoads;
  computer.files["huizen.geojson"] = kOwn;
  const Answer answer = computer.run({"map", "wegen.geojson", "huizen.geojson", "--output", "buurt.skmap"});
  EXPECT_EQ(answer.exit_code, kDone) << answer.err;
  EXPECT_NE(answer.out.find("1 building\n"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("1 street name\n"), std::string::npos) << answer.out;
  EXPECT_NE(answer.err.find("No green was found."), std::string::npos) << answer.err;
  EXPECT_NE(answer.err.find("wegen.geojson has its places in RD."), std::string::npos) << answer.err;
  const Result<model::BaseMap> map = formats::read_map_file(computer.files["buurt.skmap"]);
  ASSERT_TRUE(map);
  EXPECT_EQ(map->features.size(), 2U);
}

TEST(MapCommand, SaysItAsJson) {
  Computer computer;
  computer.files["wegen.geojson"] = kRoads;
  const Answer answer =
      computer.run({"map", "wegen.geojson", "--output", "uit", "--attribution", "Wijkraad", "--json"});
  EXPECT_TRUE(answer.out.starts_with("{\"attributions\":[\"Wijkraad\"],\"bytes\":")) << answer.out;
  EXPECT_NE(answer.out.find("\"missing\":[\"buildings\",\"water\",\"green\",\"buurten\"]"), std::string::npos)
      << answer.out;
}

TEST(MapCommand, WantsAnAttributionAndAnOutput) {
  Computer computer;
  computer.files["huizen.geojson"] = kOwn;
  const Answer none = computer.run({"map", "huizen.geojson", "--output", "uit"});
  EXPECT_EQ(none.exit_code, kFault);
  EXPECT_NE(none.err.find("--attribution"), std::string::npos) << none.err;
  EXPECT_EQ(computer.files.count("uit"), 0U);
  EXPECT_EQ(computer.run({"map", "huizen.geojson"}).exit_code, kFault);
  EXPECT_EQ(computer.run({"map", "x.pb", "--output", "uit"}).exit_code, kFault);
}

}  // namespace
}  // namespace stoepkrijt::cli
