// A neighbourhood's own map: chosen, looked at, taken into use, kept, passed on.
#include "app/own_map.hpp"

#include <gtest/gtest.h>

#include "app/keep.hpp"
#include "app/views/import_view.hpp"
#include "app/views/own_map_view.hpp"
#include "book_fixture.hpp"
#include "formats/mapfile/map_member.hpp"
#include "formats/mapfile/mapfile.hpp"

namespace stoepkrijt::app::test {
namespace {

constexpr std::string_view kStreets =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"highway":"residential","name":"Dorpsstraat"},)"
    R"("geometry":{"type":"LineString","coordinates":[[92000,437000],[92100,437000]]}}]})";
constexpr std::string_view kHouses =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"h":7},)"
    R"("geometry":{"type":"Polygon","coordinates":[[[92000,437000],[92010,437000],[92010,437010],[92000,437000]]]}}]})";

const Lang& nl(const Bench& b) { return b.app.fixed().nl; }

void choose(Bench& b, std::string_view name, std::string_view bytes) {
  b.host.files.emplace_back(platform::FilePicked{"import", std::string(name), std::string(bytes)});
  b.run(cmd::AskMapFiles{});
}

std::string kept_map(const Bench& b) {
  const auto at = b.host.kept.find(folder_of(b.state().slug) + "map");
  return at == b.host.kept.end() ? "" : at->second;
}

std::vector<std::string> group(const ImportView& view, std::string_view title) {
  for (const ImportView::Group& g : view.groups) {
    if (g.title == title) return g.changes.at(0).fields;
  }
  return {};
}

void use_streets(Bench& b) {
  choose(b, "wegen.geojson", kStreets);
  b.run(cmd::ConfirmImport{});
}

TEST(OwnMap, IsFirstLookedAtAndSaysWhatIsThereAndWhatIsNot) {
  Bench b;
  const auto before = b.state().map;
  choose(b, "wegen.geojson", kStreets);
  ASSERT_EQ(b.state().route.screen, Screen::kImport);
  const ImportView view = make_import_view(b.state(), nl(b));
  EXPECT_EQ(view.title, "Dit vonden wij voor uw kaart");
  EXPECT_EQ(group(view, "Gevonden"), (std::vector<std::string>{"1 stuk straat", "1 straatnaam"}));
  EXPECT_EQ(group(view, "Niet gevonden"),
            (std::vector<std::string>{"Er zijn geen gebouwen gevonden.", "Er is geen water gevonden.",
                                      "Er is geen groen gevonden.", "Er zijn geen buurten gevonden."}));
  EXPECT_EQ(group(view, "Goed om te weten"),
            std::vector<std::string>{"wegen.geojson heeft zijn plekken in RD. Ze zijn omgerekend."});
  EXPECT_EQ(view.attribution, "© OpenStreetMap contributors (ODbL)");
  EXPECT_EQ(view.yes, "Gebruik deze kaart");
  EXPECT_EQ(b.state().map, before) << "nothing changes before the yes";
  EXPECT_EQ(map_shown(b.state()), b.state().import->map.get()) << "but it is drawn";
  b.run(cmd::CancelImport{});
  EXPECT_EQ(map_shown(b.state()), before.get());
  EXPECT_EQ(kept_map(b), "");
}

TEST(OwnMap, OfSeveralFilesIsOneMap) {
  Bench b;
  b.host.files.emplace_back(platform::FilePicked{"import", "wegen.geojson", std::string(kStreets)});
  b.run(cmd::AskMapFiles{});
  choose(b, "huizen.geojson", kHouses);  // AskMapFiles begins anew
  EXPECT_EQ(b.state().import->map->features.size(), 1U);
  b.host.files.emplace_back(platform::FilePicked{"import", "wegen.geojson", std::string(kStreets)});
  b.app.take({platform::FilePicked{"import", "wegen.geojson", std::string(kStreets)}});
  b.settle();
  EXPECT_EQ(b.state().import->map->features.size(), 2U);
  EXPECT_EQ(make_import_view(b.state(), nl(b)).file, "huizen.geojson, wegen.geojson");
}

TEST(OwnMap, OfSeveralFilesOneMayHoldNothingForIt) {
  constexpr std::string_view kSigns =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"type":"verkeersbord"},)"
      R"("geometry":{"type":"Point","coordinates":[92000,437000]}}]})";
  Bench b;
  choose(b, "borden.geojson", kSigns);
  ASSERT_TRUE(b.state().problem.has_value()) << "alone it is no map";
  EXPECT_EQ(b.state().problem->key, "error.map_empty");
  choose(b, "wegen.geojson", kStreets);
  EXPECT_FALSE(b.state().problem.has_value()) << "with others it is no problem";
  ASSERT_EQ(b.state().route.screen, Screen::kImport);
  b.host.push(platform::FilePicked{"import", "borden.geojson", std::string(kSigns)});  // of the same choice
  b.settle();
  EXPECT_FALSE(b.state().problem.has_value());
  ASSERT_TRUE(b.state().import.has_value());
  EXPECT_EQ(b.state().import->map_files.size(), 2U);
  EXPECT_EQ(group(make_import_view(b.state(), nl(b)), "Gevonden"),
            (std::vector<std::string>{"1 stuk straat", "1 straatnaam"}));
}

TEST(OwnMap, IsKeptAsOneSmallFileAndComesBack) {
  Bench b;
  use_streets(b);
  EXPECT_EQ(b.state().route.screen, Screen::kMap);
  const std::string kept = kept_map(b);
  ASSERT_TRUE(formats::is_map_file(kept));
  const Result<model::BaseMap> read = formats::read_map_file(kept);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->features.at(0).name, "Dorpsstraat");
  b.restart();
  ASSERT_NE(b.state().map_files, nullptr);
  EXPECT_EQ(b.state().map->features.at(0).name, "Dorpsstraat");
  EXPECT_EQ(b.state().map->attributions, std::vector<std::string>{"© OpenStreetMap contributors (ODbL)"});
  EXPECT_EQ(map_file_of(b.state()), kept);
}

TEST(OwnMap, KeptByAnAppOfBeforeIsStillRead) {
  Bench b;
  use_streets(b);
  b.host.kept[folder_of(b.state().slug) + "map"] = write_map_files({{"wegen.geojson", std::string(kStreets)}});
  b.restart();
  ASSERT_NE(b.state().map_files, nullptr);
  EXPECT_EQ(b.state().map->features.at(0).name, "Dorpsstraat");
  EXPECT_TRUE(formats::is_map_file(map_file_of(b.state()))) << "and travels as a map file";
}

TEST(OwnMap, WantsToKnowWhoseItIs) {
  Bench b;
  choose(b, "huizen.geojson", kHouses);
  EXPECT_EQ(make_import_view(b.state(), nl(b)).attribution, "") << "the file does not say";
  b.run(cmd::SetMapAttribution{"   "});
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(b.state().route.screen, Screen::kImport);
  EXPECT_FALSE(make_import_view(b.state(), nl(b)).attribution_error.empty());
  b.run(cmd::SetMapAttribution{"Wijkraad Oost"});
  EXPECT_TRUE(make_import_view(b.state(), nl(b)).attribution_error.empty());
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(b.state().map->attributions, std::vector<std::string>{"Wijkraad Oost"});
  b.restart();
  EXPECT_EQ(b.state().map->attributions, std::vector<std::string>{"Wijkraad Oost"});
}

TEST(OwnMap, TravelsInTheDossierToADeviceThatHasNone) {
  Bench mine(device_nr(1));
  const std::string id = add_signal(mine, "Lamp");
  use_streets(mine);
  const std::string file = exported(mine);
  EXPECT_EQ(formats::split_map(file).bytes, map_file_of(mine.state()));
  Bench other(device_nr(2));
  give(other, file);
  const ImportView view = make_import_view(other.state(), nl(other));
  const auto line =
      std::find_if(view.lines.begin(), view.lines.end(), [](const auto& l) { return l.left == "Eigen kaart"; });
  ASSERT_NE(line, view.lines.end());
  EXPECT_EQ(line->right, "Komt mee en wordt gebruikt");
  EXPECT_EQ(other.state().map_files, nullptr);
  other.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(other, id), "Lamp");
  EXPECT_EQ(map_file_of(other.state()), map_file_of(mine.state()));
  EXPECT_EQ(state_name(other), state_name(mine)) << "the state is the same with and without a map";
  other.restart();
  EXPECT_EQ(other.state().map->features.at(0).name, "Dorpsstraat");
}

TEST(OwnMap, OfThisDeviceStaysWhenAnotherComes) {
  Bench mine(device_nr(1));
  add_signal(mine, "Lamp");
  use_streets(mine);
  Bench other(device_nr(2));
  choose(other, "huizen.geojson", kHouses);
  other.run(cmd::SetMapAttribution{"Wijkraad"});
  other.run(cmd::ConfirmImport{});
  const std::string own = map_file_of(other.state());
  give(other, exported(mine));
  const ImportView view = make_import_view(other.state(), nl(other));
  const auto line =
      std::find_if(view.lines.begin(), view.lines.end(), [](const auto& l) { return l.left == "Eigen kaart"; });
  ASSERT_NE(line, view.lines.end());
  EXPECT_TRUE(line->right.ends_with("blijft staan."));
  other.run(cmd::ConfirmImport{});
  EXPECT_EQ(map_file_of(other.state()), own);
}

TEST(OwnMap, AloneInAFileCanBeTaken) {
  Bench mine(device_nr(1));
  add_signal(mine, "Lamp");
  const std::string without = exported(mine);
  use_streets(mine);
  Bench other(device_nr(2));
  give(other, without);
  other.run(cmd::ConfirmImport{});
  give(other, exported(mine));
  EXPECT_EQ(other.state().import->preview.relation, ImportPreview::Relation::kNothingNew);
  EXPECT_EQ(make_import_view(other.state(), nl(other)).yes, "Gebruik deze kaart");
  other.run(cmd::ConfirmImport{});
  EXPECT_EQ(map_file_of(other.state()), map_file_of(mine.state()));
}

TEST(OwnMap, ThatIsDamagedStaysOutAndTheRestComes) {
  Bench mine(device_nr(1));
  const std::string id = add_signal(mine, "Lamp");
  use_streets(mine);
  std::string file = exported(mine);
  const std::size_t at = file.rfind("\"}}") - 9;
  file[at] = file[at] == 'A' ? 'B' : 'A';
  Bench other(device_nr(2));
  give(other, file);
  const ImportView view = make_import_view(other.state(), nl(other));
  EXPECT_EQ(view.warnings.size(), 1U);
  other.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(other, id), "Lamp");
  EXPECT_EQ(other.state().map_files, nullptr);
}

TEST(OwnMap, GoesOutAsAFileAndComesInAgain) {
  Bench mine;
  use_streets(mine);
  mine.run(cmd::ExportMap{});
  const platform::OfferFile& file = mine.host.offered.back();
  EXPECT_EQ(file.name, "kaart.skmap");
  Bench other;
  choose(other, file.name, file.bytes);
  other.run(cmd::ConfirmImport{});
  EXPECT_EQ(map_file_of(other.state()), file.bytes);
}

TEST(OwnMap, FilesThatAreNoMapChangeNothing) {
  Bench b;
  choose(b, "kapot.osm", "<osm><node id='1' lat='91' lon='4'/></osm>");
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->where.file, "kapot.osm");
  EXPECT_FALSE(b.state().import.has_value());
}

TEST(OwnMapView, SaysWhatIsOnTheMapOfNow) {
  Bench b;
  OwnMapView view = make_own_map_view(b.state(), nl(b));
  EXPECT_TRUE(view.save.empty());
  EXPECT_EQ(view.size, "Dit is de kaart die bij het voorbeeld hoort.");
  use_streets(b);
  view = make_own_map_view(b.state(), nl(b));
  EXPECT_EQ(view.found, (std::vector<std::string>{"1 stuk straat", "1 straatnaam"}));
  EXPECT_TRUE(view.size.starts_with("Eigen kaart, 1 kB."));
  EXPECT_EQ(view.attribution, "© OpenStreetMap contributors (ODbL)");
  EXPECT_FALSE(view.save.empty());
  EXPECT_EQ(route_from("kaart-maken").screen, Screen::kOwnMap);
}

}  // namespace
}  // namespace stoepkrijt::app::test
