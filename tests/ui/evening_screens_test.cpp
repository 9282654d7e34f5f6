// The screens of the counting evening, drawn at every size and in every theme, empty, halfway and full.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "a11y/faults.hpp"
#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "cli/box_evening.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "ui/reader.hpp"
#include "ui/screens.hpp"
#include "ui/stage.hpp"

namespace stoepkrijt::ui {
namespace {

using app::Screen;
using namespace tests;
using app::evening::ask;

app::State after(app::State state, const app::Command& command) {
  return app::apply(std::move(state), command, fixed()).state;
}
app::State given(app::State state, const std::string& purpose, const std::string& name, const std::string& bytes) {
  return after(std::move(state), app::cmd::FromDevice{platform::FilePicked{purpose, name, bytes}});
}

app::State ready_state() {
  app::State state = app::start(fixed()).state;
  state.loading = false;
  state.device.now_ms = 1'795'305'600'000;  // 22 November 2026
  state.device.entropy = std::string(32, 'e');
  state.device.storage = {true, true, 900'000'000, 1'000'000'000};
  return state;
}

/// A whole evening with a conflict, files that are refused, and a log of another box.
struct Played {
  cli::Evening files;
  std::vector<app::State> steps;

  Played() {
    EXPECT_EQ(files.go(files.make).exit_code, cli::kDone);
    const auto codes = files.cards("code");
    for (std::size_t i = 0; i < 5; ++i) files.cast(codes[i], i < 3 ? "2,1" : "3", "v" + std::to_string(i));
    files.cast(codes[3], "2", "thief");
    files.close("kiosk-1", {"v0", "v1"});
    files.close("kiosk-2", {"v2", "thief"});
    files.close("phones", {"v2", "v3", "v4"});
    files.merge({"kiosk-1.json", "kiosk-2.json", "phones.json"}, "urn");
    for (const char* holder : {"h1", "h3"}) files.share(holder, "urn");
    files.open("urn", "h1", "h3", "a.pb");
    app::State s = ready_state();
    steps.push_back(s);
    const auto take = [&](const std::string& name) {
      s = given(std::move(s), "evening/any", name, files.files.at(name));
    };
    take("kiosk-1.json");
    steps.push_back(s);
    take("package.json");
    take("kiosk-2.json");
    s = given(std::move(s), "evening/any", "een-heel-lange-naam-van-een-bestand-zonder-spaties-erin.json", "geen json");
    steps.push_back(s);
    take("phones.json");
    s = after(std::move(s), ask(app::evening::Merge{}));
    s = after(std::move(s), ask(app::evening::Type{"lot", "4 1 6 2 2 5"}));
    steps.push_back(s);
    s = after(std::move(s), ask(app::evening::Type{"lot", "4 1 6"}));
    s = after(std::move(s), ask(app::evening::Merge{}));
    steps.push_back(s);
    take("h1.shares");
    take("h3.shares");
    s = after(std::move(s), ask(app::evening::Open{}));
    EXPECT_NE(s.evening->counted, nullptr);
    s = after(std::move(s), ask(app::evening::Reset{}));
    s = given(std::move(s), "evening/holder", "package.json", files.files.at("package.json"));
    s = given(std::move(s), "evening/holder", "urn", files.files.at("urn"));
    s = given(std::move(s), "evening/receipt", "bonnetjes.json", files.files.at("a.pb.receipts"));
    s = after(std::move(s), ask(app::evening::Type{"receipt", "00000-00000"}));
    s = after(std::move(s), ask(app::evening::LookUp{}));
    s = after(std::move(s), ask(app::evening::Type{"session/person/0/name", "Fatma el Idrissi"}));
    s = after(std::move(s), ask(app::evening::Type{"session/person/0/role", "voorzitter"}));
    s = after(std::move(s), ask(app::evening::Type{"hand/1/people", "12"}));
    s = after(std::move(s), ask(app::evening::Compare{}));
    steps.push_back(s);
    app::State last = s;
    last = after(std::move(last), ask(app::evening::Type{"hand/mode", "paper"}));
    last = given(std::move(last), "evening/holder", "h1.key", files.files.at("h1.key"));
    steps.push_back(last);
  }
};
const Played& played() {
  static const auto* const one = new Played();
  return *one;
}

constexpr Size kSizes[] = {{"phone", 390, 844, 1, false},      {"small phone", 320, 568, 1, false},
                           {"large text", 320, 640, 2, false}, {"tablet", 820, 1180, 1, false},
                           {"desktop", 1280, 800, 1, false},   {"kiosk", 1080, 1920, 1, true}};
constexpr Screen kScreens[] = {Screen::kEvening, Screen::kHolder,     Screen::kSession, Screen::kByHand,
                               Screen::kLog,     Screen::kProtection, Screen::kReceipt};

TEST(EveningScreensDrawn, EveryScreenIsSoundAtEverySizeAndTheme) {
  for (const Size& size : kSizes) {
    for (const ThemeName theme : {ThemeName::kLight, ThemeName::kContrast}) {
      if (theme != ThemeName::kLight && size.width != 390) continue;
      Stage stage(input_of(size, theme));
      for (std::size_t step = 0; step < played().steps.size(); ++step) {
        for (const Screen screen : kScreens) {
          for (const app::LangCode lang : {app::LangCode::kNl, app::LangCode::kEn}) {
            if (lang == app::LangCode::kEn && size.width != 320) continue;
            app::State state = played().steps[step];
            state.settings.lang = lang;
            state.route = {screen, ""};
            const std::string where =
                std::string(size.name) + " " + std::to_string(step) + " " + app::to_words(state.route);
            expect_sound(stage, size, state, where);
          }
        }
      }
    }
  }
}

TEST(EveningScreensUsed, AReaderMergesTypesTheLotAndSeesTheUrn) {
  const Played& p = played();
  app::State state = p.steps[3];
  state.route = {Screen::kEvening, ""};
  Reader reader({"phone", 390, 844, 1, false}, state);
  ASSERT_TRUE(reader.has("telavond/samen/lot"));
  reader.type("telavond/samen/lot", "4 1 6");
  EXPECT_EQ(reader.state.evening->text("lot"), "4 1 6");
  EXPECT_TRUE(reader.has("telavond/samen/lot-groot"));
  reader.press("telavond/samen/voeg");
  ASSERT_NE(reader.state.evening->urn, nullptr);
  EXPECT_TRUE(reader.has("telavond/samen/urn"));
  EXPECT_TRUE(reader.has("telavond/samen/bewaar-urn"));
}

TEST(EveningScreensUsed, AHolderTypesTheRowsAndTheFieldIsEmptyAfterwards) {
  const Played& p = played();
  app::State state = p.steps[5];
  state.route = {Screen::kHolder, ""};
  Reader reader({"desktop", 1280, 800, 1, false}, state);
  auto key = formats::read_key(p.files.files.at("h3.key"));
  ASSERT_TRUE(key.has_value());
  reader.type("sleutelhouder/sleutel/papier", ballotbox::paper_text(key->seed, ballotbox::SecretKind::kHolder));
  reader.press("sleutelhouder/sleutel/maak");
  ASSERT_TRUE(reader.state.evening->holder.made.has_value());
  EXPECT_EQ(*reader.state.evening->holder.made, 2U);
  EXPECT_TRUE(reader.state.evening->holder.paper.empty());
  EXPECT_FALSE(reader.has("sleutelhouder/sleutel/papier"));
  reader.press("sleutelhouder/sleutel/klaar");
  EXPECT_EQ(reader.state.evening->holder.package, nullptr);
}

}  // namespace
}  // namespace stoepkrijt::ui
