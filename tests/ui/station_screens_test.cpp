// The screens of the polling station, drawn at every size: from the package to the receipt, and the host's menu.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "a11y/faults.hpp"
#include "app/station/command.hpp"
#include "app/station_fixture.hpp"
#include "ui/reader.hpp"
#include "ui/screens.hpp"
#include "ui/stage.hpp"

namespace stoepkrijt::ui {
namespace {

using app::Screen;
using app::test::kPin;
using app::test::polling;
using app::test::Polling;
using app::test::StationBench;
using namespace tests;
using app::station::ask;

struct Moment {
  std::string name;
  app::State state;
};

/// A day at the station, moment by moment; each with the screen that it is about.
struct Day {
  std::vector<Moment> moments;

  void keep(std::string name, const StationBench& b, Screen screen) {
    app::State state = b.state();
    state.route = {screen, ""};
    moments.push_back({std::move(name), std::move(state)});
  }
  Day() {
    StationBench b;
    keep("nothing open", b, Screen::kOpenStation);
    b.take_package();
    keep("a package", b, Screen::kOpenStation);
    b.pick("station/key", Polling::key_file(), "sleutel.json");
    b.ask(app::station::PickKey{});
    keep("a key", b, Screen::kOpenStation);
    b.ask(app::station::StartKiosk{std::string(kPin), std::string(kPin)});
    keep("host, before opening", b, Screen::kHost);
    b.ask(app::station::OpenBox{});
    keep("empty", b, Screen::kStation);
    b.ask(app::station::TypeCode{"7KQ4M2XT"});
    keep("half a code", b, Screen::kStation);
    b.ask(app::station::TypeCode{"AAAAA-AAAAA-AAAAA"});
    b.ask(app::station::CheckCode{});
    keep("a wrong code", b, Screen::kStation);
    b.ask(app::station::TypeCode{polling().codes[0]});
    b.ask(app::station::CheckCode{});
    keep("checking", b, Screen::kStation);
    b.pass(500);
    b.pass(app::station::kIdleMs + 1);
    keep("are you there", b, Screen::kVoteRead);
    b.ask(app::station::Touched{});
    b.run(app::cmd::CastBallot{});
    keep("done", b, Screen::kVoteDone);
    b.ask(app::station::Done{});
    b.reload();
    b.host.capacity_bytes = 1;
    b.vote(polling().codes[1], {"bank"});
    keep("not kept", b, Screen::kVoteDone);
    b.host.capacity_bytes = std::numeric_limits<std::uint64_t>::max();
    b.ask(app::station::KeepAgain{});
    b.ask(app::station::Done{});
    b.reload();
    b.run(app::cmd::GoTo{{Screen::kHost, ""}});
    for (int i = 0; i < 4; ++i) b.ask(app::station::EnterPin{"0000"});
    keep("wrong PIN", b, Screen::kHost);
    b.pass(60'000);
    b.host_menu();
    b.ask(app::station::ReplaceCard{polling().codes[3], polling().reserves[0]});
    b.ask(app::station::ReplaceCard{polling().codes[3], polling().reserves[1]});
    keep("host, open, a fault", b, Screen::kHost);
    b.ask(app::station::CloseBox{});
    b.ask(app::station::OfferBox{});
    keep("host, closed", b, Screen::kHost);
    b.ask(app::station::CleanScreen{true});
    keep("cleaning", b, Screen::kHost);
    b.ask(app::station::LeaveHost{});
    keep("closed", b, Screen::kStation);
    StationBench home;
    home.take_package();
    home.ask(app::station::StartHome{});
    keep("home", home, Screen::kStation);
    home.vote(polling().codes[0], {"bank"});
    keep("home, done", home, Screen::kVoteDone);
    keep("home, package again", home, Screen::kOpenStation);
  }
};
const Day& day() {
  static const auto* const one = new Day();
  return *one;
}

constexpr Size kSizes[] = {{"phone", 390, 844, 1, false},       {"small phone", 320, 568, 1, false},
                           {"large text", 320, 640, 2, false},  {"tablet", 820, 1180, 1, false},
                           {"desktop", 1280, 800, 1, false},    {"kiosk", 1080, 1920, 1, true},
                           {"kiosk, wide", 1920, 1080, 1, true}};

TEST(StationScreensDrawn, EveryMomentIsSoundAtEverySize) {
  for (const Size& size : kSizes) {
    Stage stage(input_of(size, ThemeName::kLight));
    for (const Moment& moment : day().moments) {
      for (const app::LangCode lang : {app::LangCode::kNl, app::LangCode::kEn}) {
        if (lang == app::LangCode::kEn && size.width != 320) continue;
        app::State state = moment.state;
        state.settings.lang = lang;
        const std::string where = std::string(size.name) + ", " + moment.name;
        expect_sound(stage, size, state, where);
      }
    }
  }
}

TEST(StationScreensUsed, TheKioskHasKeysOfItsOwnForTheVoterAndForTheHost) {
  const auto at = [](std::string_view name) {
    for (const Moment& moment : day().moments) {
      if (moment.name == name) return moment.state;
    }
    return app::State();
  };
  const Size kiosk{"kiosk", 1080, 1920, 1, true};
  Reader voter(kiosk, at("empty"));
  for (const char letter : std::string("7KQ")) voter.press("stembus/toets/" + std::string(1, letter));
  EXPECT_EQ(voter.state.station->code, "7KQ");
  voter.press("stembus/wissen");
  EXPECT_EQ(voter.state.station->code, "7K");

  Reader host(kiosk, at("wrong PIN"));
  host.state.station = [&] {
    auto next = std::make_shared<app::Station>(*host.state.station);
    next->facts.pin_after_ms = 0;
    return next;
  }();
  for (const char digit : std::string(kPin)) host.press("beheer/cijfer/" + std::string(1, digit));
  host.press("beheer/pin-knop");
  ASSERT_TRUE(host.state.station->host);
  const auto card = [&](const std::string& code) {
    for (const char letter : code) {
      if (letter != '-') host.press("beheer/toets/" + std::string(1, letter));
    }
  };
  card(polling().codes[4]);
  card(polling().reserves[1]);
  host.press("beheer/vervang");
  EXPECT_FALSE(host.state.station->host_error.has_value());
  EXPECT_EQ(host.state.station->spoilt.replaced.size(), 1U);
}

}  // namespace
}  // namespace stoepkrijt::ui
