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

/// A round where the organiser allows cards of the desk.
const Polling& with_desk() {
  static const auto* const one = new Polling(7, 2);
  return *one;
}

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
    StationBench desk;
    desk.open_kiosk(0x80, with_desk().file());
    desk.type(with_desk().attended[0]);
    keep("a card of the desk", desk, Screen::kStation);
    for (int i = 0; i < 3; ++i) desk.ask(app::station::GiveConsent{"0000"});
    keep("a card of the desk, wrong PIN", desk, Screen::kStation);
    desk.pass(60'000);
    desk.ask(app::station::GiveConsent{std::string(kPin)});
    desk.run(app::cmd::CastBallot{});
    desk.ask(app::station::Done{});
    desk.reload();
    desk.host_menu();
    keep("host, cards of the desk", desk, Screen::kHost);
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

TEST(StationScreensUsed, TheHostGivesLeaveOnTheKiosksOwnKeysAndThePinIsDotsAndGone) {
  for (const Moment& moment : day().moments) {
    if (moment.name != "a card of the desk") continue;
    Reader host({"kiosk", 1080, 1920, 1, true}, moment.state);
    const auto field = [&] {
      const a11y::SemNode* node = host.find("stembus/toestemming/pin");
      EXPECT_NE(node, nullptr);
      return node == nullptr ? a11y::SemNode{} : *node;
    };
    EXPECT_NE(field().states & a11y::kSecret, 0U);
    EXPECT_NE(field().states & a11y::kNumeric, 0U);
    for (const char digit : std::string("24688")) host.press("stembus/toestemming/cijfer/" + std::string(1, digit));
    EXPECT_EQ(field().value, "24688");
    host.press("stembus/toestemming/pin-wissen");
    EXPECT_EQ(field().value, "2468");
    for (const a11y::SemNode& node : host.nodes()) EXPECT_EQ(node.name.find("2468"), std::string::npos);
    host.press("stembus/toestemming/pin-wissen");
    host.press("stembus/toestemming/pin-knop");
    EXPECT_EQ(host.state.station->stage, app::station::Stage::kConsent);
    EXPECT_EQ(field().value, "") << "what was wrong does not stay";
    EXPECT_NE(field().states & a11y::kInvalid, 0U);
    for (const char digit : std::string(kPin)) host.press("stembus/toestemming/cijfer/" + std::string(1, digit));
    host.press("stembus/toestemming/pin-knop");
    EXPECT_EQ(host.state.station->stage, app::station::Stage::kVoting);
    for (const a11y::SemNode& node : host.nodes()) EXPECT_NE(node.value, "2468");
    return;
  }
  FAIL() << "there is no such moment";
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
  // Too early: both codes stay, and the rest is typed behind them.
  card(polling().reserves[1].substr(0, 5));
  host.press("beheer/vervang");
  EXPECT_EQ(host.state.station->host_field, app::station::HostField::kReserve);
  card(polling().reserves[1].substr(5));
  host.press("beheer/vervang");
  EXPECT_FALSE(host.state.station->host_error.has_value());
  EXPECT_EQ(host.state.station->spoilt.replaced.size(), 1U);
}

}  // namespace
}  // namespace stoepkrijt::ui
