// The real maps of ../shared/data (or STOEPKRIJT_DATA) as map files.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "formats/mapfile/mapfile.hpp"
#include "formats/mapimport/mapimport.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

/// All files of a folder of real maps; empty when it is not there.
std::vector<std::pair<std::string, std::string>> files_of(std::string_view folder) {
  std::vector<std::pair<std::string, std::string>> out;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(test::real_data() / "maps" / folder, missing)) {
    out.emplace_back(entry.path().filename().string(), test::read_file(entry.path()).value_or(""));
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<ImportedMap> import_folder(const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<MapSource> sources;
  for (const auto& [name, bytes] : files) sources.push_back({name, bytes});
  return import_map(sources);
}

TEST(RealMapFiles, CrooswijkTakesLessThan150Kilobytes) {
  const auto files = files_of("crooswijk");
  if (files.empty()) GTEST_SKIP() << "no data: " << test::real_data() / "maps" / "crooswijk";
  const Result<ImportedMap> made = import_folder(files);
  ASSERT_TRUE(made) << made.error().key;
  EXPECT_LT(made->bytes.size(), 150'000U);
  EXPECT_GE(made->report.of(MapPart::kBuildings), 2780U);
  EXPECT_GE(
      made->report.of(MapPart::kMainRoads) + made->report.of(MapPart::kStreets) + made->report.of(MapPart::kPaths),
      1740U);
  EXPECT_EQ(made->report.missing(), (std::vector<MapPart>{MapPart::kGreen, MapPart::kBuurten}));
  EXPECT_EQ(made->map.attributions,
            (std::vector<std::string>{"3D BAG (CC BY 4.0)", "© OpenStreetMap contributors (ODbL)"}));
  EXPECT_EQ(write_map(made->map), made->bytes);
  for (const model::MapFeature& f : made->map.features) {
    EXPECT_TRUE(f.cls != model::MapClass::kBuilding || f.triangles.size() >= 3U);
  }
}

TEST(RealMapFiles, OtterloIsWhole) {
  const auto files = files_of("otterlo");
  if (files.empty()) GTEST_SKIP() << "no data: " << test::real_data() / "maps" / "otterlo";
  const Result<ImportedMap> made = import_folder(files);
  ASSERT_TRUE(made) << made.error().key;
  EXPECT_GE(made->report.of(MapPart::kRoadAreas), 1250U);
  EXPECT_GE(made->report.of(MapPart::kTrees), 2100U);
  EXPECT_EQ(made->report.missing(), std::vector<MapPart>{MapPart::kBuurten});
  EXPECT_LE(made->report.of(MapLeftOut::kCrossing).count, 3U);
  EXPECT_EQ(write_map(made->map), made->bytes);
}

}  // namespace
}  // namespace stoepkrijt::formats
