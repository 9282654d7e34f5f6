// The screens of the organiser's office, drawn at every size and theme, and used by screen-reader events alone.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "a11y/faults.hpp"
#include "app/office/command.hpp"
#include "app/office/sheets.hpp"
#include "ui/reader.hpp"

namespace stoepkrijt::ui {
namespace {

using app::Screen;
using namespace app::office;  // NOLINT(google-build-using-namespace)
using namespace tests;        // NOLINT(google-build-using-namespace)

app::State ready_state(Screen screen) {
  app::State state = app::start(fixed()).state;
  state.loading = false;
  state.device.now_ms = 1'795'305'600'000;  // 22 November 2026
  state.device.entropy = std::string(32, 'e');
  state.device.storage = {true, true, 900'000'000, 1'000'000'000};
  state.route = {screen, ""};
  return state;
}

app::State after(app::State state, const app::Command& command) {
  return app::apply(std::move(state), command, fixed()).state;
}

std::string open_key(formats::KeyOwner owner, const std::string& name) {
  const app::State state = after(ready_state(Screen::kKeys), ask(MakeKey{owner, name}));
  // Each name stands for another device.
  formats::PublicKey key = state.office->key->open;
  const Hash256 seed = ballotbox::blake2b(ballotbox::view_of(name));
  key.key = owner == formats::KeyOwner::kHolder ? ballotbox::holder_pair(ballotbox::Secret<32>(seed)).public_key
                                                : ballotbox::signing_pair(ballotbox::Secret<32>(seed)).public_key;
  return formats::public_key_code(key);
}

app::State filled() {
  app::State state = ready_state(Screen::kOffice);
  Draft draft;
  draft.codes = "2";
  draft.reserves = "1";
  draft.place = "In De Hinkelsteen, elke dag van tien tot vijf uur, ook op zaterdag";
  state = after(std::move(state), ask(ChangeDraft{draft}));
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string name = "Sleutelhouder met een lange naam " + std::to_string(i);
    state = after(std::move(state), ask(KeyTyped{{i}, open_key(formats::KeyOwner::kHolder, name), ""}));
  }
  return after(std::move(state), ask(KeyTyped{{}, open_key(formats::KeyOwner::kKiosk, "kiosk-1"), ""}));
}

app::State making() { return after(filled(), ask(Make{})); }

app::State made() {
  static const auto* const one = [] {
    app::State state = making();
    while (state.office->making != nullptr) {
      const std::int64_t next = state.office->making->next_ms;
      state = after(std::move(state), app::cmd::FromDevice{platform::Now{next, 60}});
    }
    return new app::State(std::move(state));
  }();
  return *one;
}

std::vector<app::State> cases() {
  std::vector<app::State> out;
  const auto add = [&](app::State state, Screen screen) {
    state.route = {screen, ""};
    state.toast.reset();
    out.push_back(std::move(state));
  };
  add(ready_state(Screen::kKeys), Screen::kKeys);
  const app::State key = after(ready_state(Screen::kKeys), ask(MakeKey{formats::KeyOwner::kHolder, "Fatma"}));
  add(key, Screen::kKeys);
  add(after(key, ask(ForgetKey{})), Screen::kKeys);
  add(ready_state(Screen::kOffice), Screen::kOffice);
  add(filled(), Screen::kOffice);
  add(making(), Screen::kOffice);
  add(made(), Screen::kOffice);
  add(made(), Screen::kCards);
  add(after(made(), ask(ForgetCards{})), Screen::kCards);
  add(ready_state(Screen::kCards), Screen::kCards);
  app::State later = after(after(made(), ask(PrintCards{0})), ask(ForgetCards{}));
  add(later, Screen::kCards);
  later = after(later, ask(ForgetCards{}));
  add(after(later, ask(Withdraw{0})), Screen::kOffice);
  add(after(later, ask(ForgetOwn{0})), Screen::kOffice);
  app::State empty = ready_state(Screen::kOffice);
  auto dossier = std::make_shared<model::Dossier>(*empty.dossier);
  dossier->rounds.clear();
  empty.dossier = dossier;
  add(empty, Screen::kOffice);
  return out;
}

constexpr Size kSizes[] = {{"phone", 390, 844, 1, false},      {"small phone", 320, 568, 1, false},
                           {"large text", 320, 640, 2, false}, {"tablet", 820, 1180, 1, false},
                           {"desktop", 1280, 800, 1, false},   {"kiosk", 1080, 1920, 1, true}};

TEST(OfficeScreensDrawn, EveryScreenIsSoundAtEverySizeAndTheme) {
  const std::vector<app::State> all = cases();
  for (const Size& size : kSizes) {
    for (const ThemeName theme : {ThemeName::kLight, ThemeName::kContrast}) {
      if (theme != ThemeName::kLight && size.width != 390) continue;
      Stage stage(input_of(size, theme));
      for (std::size_t i = 0; i < all.size(); ++i) {
        const app::State& state = all[i];
        const std::string where = std::string(size.name) + " " + app::to_words(state.route) + " " + std::to_string(i);
        expect_sound(stage, size, state, where);
      }
    }
  }
}

TEST(OfficeScreensUsed, AKeyIsMadeAndWipedBySemanticEventsAlone) {
  Reader reader(kSizes[0], ready_state(Screen::kKeys));
  reader.type("sleutels/naam", "Fatma");
  reader.press("sleutels/maak");
  ASSERT_NE(reader.state.office, nullptr);
  ASSERT_NE(reader.state.office->key, nullptr);
  EXPECT_EQ(reader.state.office->key->open.name, "Fatma");
  EXPECT_TRUE(reader.has("sleutels/open-code"));
  reader.press("sleutels/wis");
  EXPECT_TRUE(reader.has("sleutels/zeker"));
  reader.press("sleutels/zeker-nee");
  reader.press("sleutels/print");
  reader.press("sleutels/wis");
  EXPECT_EQ(reader.state.office->key, nullptr);
}

TEST(OfficeScreensUsed, APackageIsMadeOfWhatIsTypedAndItsPlanWithdrawn) {
  Reader reader(kSizes[0], ready_state(Screen::kOffice));
  reader.type("maken/codes", "1");
  reader.type("maken/reserve", "0");
  reader.type("maken/waar", "In het buurthuis");
  for (int i = 1; i <= 3; ++i) {
    const std::string row = "maken/houder/" + std::to_string(i);
    reader.press(key(row, "/typen"));
    reader.type(key(row, "/tekst"), open_key(formats::KeyOwner::kHolder, "Houder " + std::to_string(i)));
    reader.press(key(row, "/neem"));
    ASSERT_TRUE(reader.state.office->draft.holders[static_cast<std::size_t>(i - 1)]) << i;
  }
  reader.press("maken/bus-erbij/typen");
  reader.type("maken/bus-erbij/naam", "kiosk-1");
  reader.type("maken/bus-erbij/tekst", std::string(63, '1') + "2");
  reader.press("maken/bus-erbij/neem");
  ASSERT_EQ(reader.state.office->draft.boxes.size(), 1U);
  reader.press("maken/papier");
  EXPECT_TRUE(reader.state.office->draft.paper);
  const std::string day = app::office::package_of(reader.state.office->draft,
                                                  app::office::round_of(reader.state, reader.state.office->draft))
                              ->delete_by;
  reader.press("maken/wissen/later");
  EXPECT_GT(reader.state.office->draft.delete_by, day);
  EXPECT_EQ(reader.state.office->draft.codes, "1");
  reader.press("maken/maak");
  ASSERT_NE(reader.state.office->making, nullptr);
  const std::int64_t next = reader.state.office->making->next_ms;
  reader.state = after(reader.state, app::cmd::FromDevice{platform::Now{next, 60}});
  ASSERT_NE(reader.state.office->cards, nullptr);
  EXPECT_EQ(reader.state.office->cards->package.package.modes.size(), 2U);
  reader.open({Screen::kOffice, ""});
  reader.press("maken/naar-kaarten");
  EXPECT_EQ(reader.state.route.screen, Screen::kCards);
  reader.press("kaarten/deel/1/print");
  reader.press("kaarten/wis");
  EXPECT_NE(reader.state.office->cards, nullptr) << "it asks first";
  reader.press("kaarten/zeker-ja");
  EXPECT_EQ(reader.state.office->cards, nullptr);
  reader.open({Screen::kOffice, ""});
  reader.press("maken/eigen/1/intrekken");
  const std::string plan = reader.state.office->own[0].package.package.round.plans[0].id;
  reader.press(key("maken/intrekken/", plan));
  reader.type("maken/reden", "De grond is vuil");
  reader.press("maken/intrekken-geef");
  EXPECT_EQ(reader.state.problem, std::nullopt);
  EXPECT_EQ(reader.state.office->withdrawal, std::nullopt) << "it was given";
}

}  // namespace
}  // namespace stoepkrijt::ui
