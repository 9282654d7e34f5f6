// The screens of the dossier, drawn at every size and theme, and used by screen-reader events alone; the QR widget.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "a11y/faults.hpp"
#include "app/apply.hpp"
#include "app/builtin.hpp"
#include "app/import_preview.hpp"
#include "app/own_map.hpp"
#include "formats/records/records.hpp"
#include "geo/place_words.hpp"
#include "merge/write.hpp"
#include "ui/reader.hpp"
#include "ui/screens.hpp"
#include "ui/stage.hpp"

namespace stoepkrijt::ui {
namespace {

using app::Screen;
using namespace tests;

constexpr std::string_view kSignal = "melding-01";

app::State ready_state() {
  app::State state = app::start(fixed()).state;
  state.loading = false;
  state.device.now_ms = 1'795'305'600'000;  // 22 November 2026
  state.device.entropy = std::string(32, 'e');
  state.device.storage = {true, true, 900'000'000, 1'000'000'000};
  return state;
}

app::State after(app::State state, const app::Command& command) {
  return app::apply(std::move(state), command, fixed()).state;
}

app::State with_title(app::State state, std::string title) {
  state = after(std::move(state), app::cmd::EditSignal{std::string(kSignal)});
  state = after(std::move(state), app::cmd::SetTagTitle{std::move(title)});
  return after(std::move(state), app::cmd::SaveTag{});
}

/// The document of somebody else, who wrote this title.
std::shared_ptr<const merge::Document> of_another(std::string_view title) {
  auto document = std::make_shared<merge::Document>(formats::migrated(*fixed().example_dossier));
  merge::ActorId actor{};
  actor.bytes.fill(7);
  auto pen = merge::start_pen(actor, *document, 1'795'305'700'000);
  EXPECT_TRUE(pen.has_value());
  const std::vector<merge::Write> writes = {
      {merge::Write::Op::kSet, "signal", std::string(kSignal), "title", "\"" + std::string(title) + "\""},
      {merge::Write::Op::kSet, "signal", "melding-02", "level", "\"C\""},
      {merge::Write::Op::kDelete, "signal", "melding-03", "", ""}};
  EXPECT_TRUE(merge::write_all(*document, *pen, writes, 1'795'305'700'000).has_value());
  return document;
}

app::State importing() {
  app::State state = with_title(ready_state(), "De lamp bij de brug knippert al drie weken, ook overdag");
  auto preview = app::preview_import(state, of_another("De lamp bij de brug is nu helemaal uit"));
  EXPECT_TRUE(preview.has_value());
  if (preview) state.import = std::move(preview).value();
  state.import->file_name = "stoepkrijt-lindewaard-van-de-tablet.json";
  state.route = {Screen::kImport, ""};
  return state;
}

/// Files of a map were chosen; one of their shapes crosses itself.
app::State choosing_map() {
  app::State state = ready_state();
  auto pending =
      app::pending_map({{"wegen-en-gebouwen-van-de-hele-wijk.geojson",
                         R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"highway":)"
                         R"("residential","name":"Dorpsstraat"},"geometry":{"type":"LineString","coordinates":)"
                         R"([[92000,437000],[92100,437000]]}},{"type":"Feature","properties":{"building":"yes"},)"
                         R"("geometry":{"type":"Polygon","coordinates":[[[92000,437000],[92010,437010],)"
                         R"([92010,437000],[92000,437020],[92000,437000]]]}}]})"}});
  EXPECT_TRUE(pending.has_value());
  if (pending) state.import = std::move(pending).value();
  state.route = {Screen::kImport, ""};
  return state;
}

std::vector<app::State> cases() {
  std::vector<app::State> out;
  const auto add = [&](app::State state, app::Route route) {
    state.route = std::move(route);
    out.push_back(std::move(state));
  };
  add(importing(), {Screen::kImport, ""});
  add(choosing_map(), {Screen::kImport, ""});
  app::State nameless = choosing_map();
  nameless.import->attribution.clear();
  nameless.import->attribution_missing = true;
  add(std::move(nameless), {Screen::kImport, ""});
  add(ready_state(), {Screen::kOwnMap, ""});
  add(after(choosing_map(), app::cmd::ConfirmImport{}), {Screen::kOwnMap, ""});
  const app::State merged = after(importing(), app::cmd::ConfirmImport{});
  for (const Screen screen : {Screen::kConflicts, Screen::kHistory, Screen::kExchange, Screen::kFiles}) {
    add(merged, {screen, ""});
    add(ready_state(), {screen, ""});
  }
  add(merged, {Screen::kHistory, "signal/" + std::string(kSignal)});
  add(merged, {Screen::kHistory, "signal/nergens"});
  add(merged, {Screen::kStatus, std::string(kSignal)});
  add(merged, {Screen::kStatus, "nergens"});
  app::State crowded = merged;
  crowded.writer = false;
  crowded.shelf = {{"aa", "a", "Een heel lange naam van een dossier van een andere wijk", 1'790'000'000'000, 12, false},
                   {"bb", "", "", 0, 0, true}};
  crowded.saving.state = app::SaveState::kFailed;
  crowded.folder = {platform::FolderState::What::kOpen,
                    "Nextcloud van de buurt",
                    1'795'305'600'000,
                    {"stoepkrijt-a.json"},
                    {"stoepkrijt-een-heel-lange-naam-zonder-spaties-erin.json"},
                    0,
                    true};
  add(crowded, {Screen::kFiles, ""});
  add(crowded, {Screen::kExchange, ""});
  add(crowded, {Screen::kStart, ""});
  add(crowded, {Screen::kMap, ""});
  return out;
}

constexpr Size kSizes[] = {{"phone", 390, 844, 1, false},      {"small phone", 320, 568, 1, false},
                           {"large text", 320, 640, 2, false}, {"tablet", 820, 1180, 1, false},
                           {"desktop", 1280, 800, 1, false},   {"kiosk", 1080, 1920, 1, true}};

TEST(DossierScreensDrawn, EveryScreenIsSoundAtEverySizeAndTheme) {
  for (const Size& size : kSizes) {
    for (const ThemeName theme : {ThemeName::kLight, ThemeName::kContrast}) {
      if (theme != ThemeName::kLight && size.width != 390) continue;
      Stage stage(input_of(size, theme));
      for (const app::State& state : cases()) {
        const std::string where = std::string(size.name) + " " + app::to_words(state.route);
        expect_sound(stage, size, state, where);
      }
    }
  }
}

TEST(DossierScreensDrawn, ThatThisPageOnlyLooksIsSaidAboveEveryScreenAndTakesLittleRoom) {
  for (const Size& size : kSizes) {
    Stage stage(input_of(size, ThemeName::kLight));
    for (const Screen screen : {Screen::kStart, Screen::kMap, Screen::kFiles, Screen::kVoteChoose}) {
      app::State state = ready_state();
      state.writer = false;
      state.route = {screen, ""};
      Screens screens;
      MapBoard maps;
      app::CommandQueue queue;
      const FrameOutput out = stage.run([&](Ui& ui) { screens.draw(state, fixed(), ui, maps, queue); }, 2);
      const a11y::SemNode* bar = node_of(out, "alleen-kijken");
      ASSERT_NE(bar, nullptr) << size.name;
      EXPECT_EQ(bar->name, fixed().nl.tr("error.other_tab"));
      EXPECT_LT(bar->rect.h, size.height * 0.4F) << size.name;
      EXPECT_LT(bar->rect.y, size.height * 0.1F) << size.name;
    }
  }
}

std::string title_in(const app::State& state) { return app::find_signal(*state.dossier, kSignal)->title; }

TEST(DossierScreensUsed, AMergeAChoiceAndTheWayBackBySemanticEventsAlone) {
  Reader reader(kSizes[0], importing());
  const std::string own = title_in(reader.state);
  reader.press("erbij/ja");
  EXPECT_EQ(reader.state.route.screen, Screen::kConflicts);
  EXPECT_EQ(title_in(reader.state), "De lamp bij de brug is nu helemaal uit");
  const std::string field = key("verschil/signal/", kSignal, "/title");
  reader.press(key(field, "/1/kies"));
  EXPECT_EQ(title_in(reader.state), own);
  EXPECT_EQ(reader.state.book.conflicts, 0U);
  reader.press("verschillen/bestanden");
  EXPECT_EQ(reader.state.route.screen, Screen::kFiles);
  reader.press("bestanden/geschiedenis");
  EXPECT_EQ(reader.state.route.screen, Screen::kHistory);
  reader.press("geschiedenis/ongedaan");
  EXPECT_EQ(title_in(reader.state), "De lamp bij de brug is nu helemaal uit");
  reader.press("geschiedenis/ongedaan");
  EXPECT_EQ(title_in(reader.state), own);
  EXPECT_NE(app::find_signal(*reader.state.dossier, "melding-03"), nullptr) << "the whole import is taken back";
}

TEST(DossierScreensUsed, AnOwnMapIsTakenIntoUseBySemanticEventsAlone) {
  app::State state = choosing_map();
  state.import->attribution.clear();
  Reader reader(kSizes[0], std::move(state));
  const auto before = reader.state.map;
  reader.press("erbij/ja");
  EXPECT_EQ(reader.state.route.screen, Screen::kImport) << "whose map it is must be said";
  EXPECT_EQ(reader.state.map, before);
  reader.type("erbij/bron", "Wijkraad Oost");
  EXPECT_EQ(reader.state.import->attribution, "Wijkraad Oost");
  reader.press("erbij/ja");
  EXPECT_EQ(reader.state.route.screen, Screen::kMap);
  EXPECT_EQ(reader.state.map->attributions, std::vector<std::string>{"Wijkraad Oost"});
}

TEST(DossierScreensUsed, ThePlaceOfAReportIsTypedAsRd) {
  app::State state = after(ready_state(), app::cmd::EditSignal{std::string(kSignal)});
  Reader reader(kSizes[0], after(std::move(state), app::cmd::MoveTag{true}));
  const geo::LonLat before = reader.state.tag->signal.place;
  reader.type("melden/plek-typen", "hier ergens");
  reader.press("melden/plek-typen/zet");
  EXPECT_EQ(reader.state.tag->signal.place, before);
  EXPECT_TRUE(reader.state.tag->placing) << "it can be typed again";
  reader.type("melden/plek-typen", "RD 84500, 447600");
  reader.press("melden/plek-typen/zet");
  EXPECT_EQ(geo::rd_words(reader.state.tag->signal.place), "RD 84500, 447600");
  EXPECT_FALSE(reader.state.tag->placing);
}

TEST(DossierScreensUsed, NoIsNo) {
  Reader reader(kSizes[0], importing());
  const auto before = reader.state.dossier;
  reader.press("erbij/nee");
  EXPECT_EQ(reader.state.dossier, before);
  EXPECT_FALSE(reader.state.import.has_value());
  EXPECT_EQ(reader.state.route.screen, Screen::kFiles);
}

TEST(DossierScreensUsed, ASignalIsPutBackFromItsHistory) {
  app::State state = with_title(with_title(ready_state(), "een"), "twee");
  const std::uint64_t first = state.book.journal.front()->number;
  state.route = {Screen::kSignal, std::string(kSignal)};
  Reader reader(kSizes[0], std::move(state));
  reader.press("melding/geschiedenis");
  EXPECT_EQ(reader.state.route.screen, Screen::kHistory);
  reader.press(key("geschiedenis/stap/", std::to_string(first), "/terug"));
  EXPECT_EQ(title_in(reader.state), "een");
}

TEST(DossierScreensUsed, ALongHistoryOpensInSteps) {
  app::State state = ready_state();
  for (int i = 0; i < 25; ++i) state = with_title(std::move(state), "nr " + std::to_string(i));
  state.route = {Screen::kHistory, ""};
  const std::string oldest = key("geschiedenis/stap/", std::to_string(state.book.journal.front()->number));
  Reader reader(kSizes[0], std::move(state));
  EXPECT_FALSE(reader.has(oldest));
  reader.press("geschiedenis/meer");
  EXPECT_TRUE(reader.has(oldest));
  EXPECT_FALSE(reader.has("geschiedenis/meer"));
}

TEST(DossierScreensUsed, TheOptionsOfAFileAreKept) {
  app::State state = ready_state();
  state.route = {Screen::kFiles, ""};
  Reader reader(kSizes[0], std::move(state));
  reader.press("bestanden/kleiner");
  EXPECT_TRUE(reader.state.settings.export_gzip);
  EXPECT_FALSE(reader.state.settings.export_pretty);
  reader.press("bestanden/leesbaar");
  EXPECT_TRUE(reader.state.settings.export_gzip);
  EXPECT_TRUE(reader.state.settings.export_pretty);
}

TEST(QrWidget, IsWholePixelsWithItsQuietZoneAndCarriesItsModules) {
  const std::vector<bool> modules(21 * 21, true);
  for (const float width : {390.0F, 320.0F, 1280.0F}) {
    for (const float ratio : {1.0F, 2.0F, 3.0F}) {
      FrameInput in = input_of(kSizes[0], ThemeName::kDark);
      in.width = width;
      in.pixel_ratio = ratio;
      Stage stage(in);
      const FrameOutput out =
          stage.run([&](Ui& ui) { ui.inset(16.3F, [&] { ui.qr("code", "QR-code 1 van 3", 21, modules); }); }, 2);
      const a11y::SemNode* node = node_of(out, "code");
      ASSERT_NE(node, nullptr);
      EXPECT_EQ(node->role, a11y::Role::kImage);
      EXPECT_EQ(node->name, "QR-code 1 van 3");
      EXPECT_LE(node->rect.w, 320.01F);
      EXPECT_GT(node->rect.w, 250.0F);
      const float module = node->rect.w * ratio / 29;
      EXPECT_NEAR(module, std::round(module), 1e-3F) << "a module is whole pixels";
      EXPECT_NEAR(node->rect.x * ratio, std::round(node->rect.x * ratio), 1e-3F) << "and lies on them";
      EXPECT_EQ(node->value, "qr 21 " + std::string(110, 'f') + "8");
    }
  }
}

TEST(QrWidget, DrawsNothingOfWhatIsNoSquare) {
  Stage stage(input_of(kSizes[0], ThemeName::kLight));
  const FrameOutput out = stage.run([](Ui& ui) { ui.qr("code", "QR-code", 21, std::vector<bool>(20, true)); }, 2);
  EXPECT_EQ(node_of(out, "code"), nullptr);
}

}  // namespace
}  // namespace stoepkrijt::ui
