// People without a card: a card of the desk at a kiosk, with the host's PIN; and everywhere else, where it is refused.
#include <gtest/gtest.h>

#include "app/station/keep.hpp"
#include "app/station/views.hpp"
#include "station_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

/// The polling of the other tests with two cards of the desk.
const Polling& allowed() {
  static const auto* const one = new Polling(7, 2);
  return *one;
}

struct DeskBench : StationBench {
  void open(std::uint8_t key = 0x80) { open_kiosk(key, allowed().file()); }
  [[nodiscard]] const std::string& card(std::size_t i = 0) const { return allowed().attended[i]; }
  [[nodiscard]] std::string fault() const { return here().code_error ? here().code_error->key : "none"; }
  [[nodiscard]] std::optional<station::ConsentView> asked() const {
    return station::make_code_view(state(), nl()).consent;
  }
  void choose(const std::vector<std::string>& plans) {
    for (const std::string& plan : plans) run(cmd::TogglePlan{plan});
    run(cmd::GoTo{{Screen::kVoteCheck, ""}});
    run(cmd::CastBallot{});
  }
};

TEST(DeskCard, VotesOnceTheHostGaveLeave) {
  DeskBench b;
  b.open();
  b.type(b.card());
  ASSERT_EQ(b.here().stage, station::Stage::kConsent);
  EXPECT_EQ(b.state().route.screen, Screen::kStation);
  EXPECT_TRUE(b.here().code.empty()) << "the code is nowhere any more";
  ASSERT_TRUE(b.asked());
  EXPECT_EQ(b.asked()->title, "Deze kaart is van de balie");
  EXPECT_TRUE(b.asked()->pin.error.empty());
  b.ask(station::GiveConsent{std::string(kPin)});
  ASSERT_EQ(b.here().stage, station::Stage::kVoting);
  EXPECT_EQ(b.state().route.screen, Screen::kVoteRead);
  EXPECT_FALSE(b.here().host) << "leave is not the menu";
  EXPECT_FALSE(b.asked());
  b.choose({"bank"});
  ASSERT_EQ(b.here().stage, station::Stage::kDone);
  b.ask(station::Done{});
  b.reload();
  b.type(b.card());
  EXPECT_EQ(b.fault(), "error.station_card_used");
  b.vote(allowed().codes[0], {"taal"});
  b.ask(station::Done{});
  b.reload();
  b.host_menu();
  EXPECT_EQ(station::make_host_view(b.state(), nl()).attended,
            "Met een kaart van de balie: 1 van de 2 kaarten van deze stemming.");
  b.ask(station::CloseBox{});
  b.ask(station::OfferBox{});
  const bb::Opening opening = allowed().open({b.host.offered.back().bytes});
  EXPECT_EQ(opening.ballots.total(), 2);
  const auto merged =
      bb::merge_boxes(allowed().signed_package, {*formats::read_box(b.host.offered.back().bytes)}, {}, "");
  EXPECT_EQ(merged->report.attended, 1U);
}

TEST(DeskCard, NobodyVotesWithItBeforeThePinIsRight) {
  DeskBench b;
  b.open();
  b.type(b.card());
  const auto expect_asked = [&](const std::string& what) {
    EXPECT_EQ(b.here().stage, station::Stage::kConsent) << what;
    EXPECT_FALSE(station::is_voting(b.state())) << what;
    EXPECT_EQ(b.state().route.screen, Screen::kStation) << what;
    EXPECT_EQ(station::ballots_in(b.here()), 0U) << what;
  };
  for (const Screen screen : {Screen::kVoteRead, Screen::kVoteChoose, Screen::kVoteCheck, Screen::kVoteDone}) {
    b.run(cmd::GoTo{{screen, ""}});
    expect_asked(to_words(Route{screen, ""}));
  }
  b.run(cmd::TogglePlan{"bank"});
  b.run(cmd::CastBallot{});
  expect_asked("cast");
  b.ask(station::TypeCode{allowed().codes[0]});
  b.ask(station::CheckCode{});
  b.pass(500);
  expect_asked("another code");
  for (const char* wrong : {"", "2469", "24680", "0000"}) {
    b.ask(station::GiveConsent{wrong});
    expect_asked(wrong);
  }
  b.pass(60'000);
  b.ask(station::GiveConsent{std::string(kPin)});
  EXPECT_EQ(b.here().stage, station::Stage::kVoting);
}

TEST(DeskCard, LeaveIsNothingWithoutSuchACard) {
  DeskBench b;
  b.open();
  b.ask(station::GiveConsent{std::string(kPin)});
  EXPECT_EQ(b.here().stage, station::Stage::kCode);
  b.type(allowed().codes[0]);
  EXPECT_EQ(b.here().stage, station::Stage::kVoting) << "nobody is asked for an ordinary card";
}

TEST(DeskCard, WrongPinsWaitTogetherWithThoseOfTheMenuAlsoAfterARestart) {
  DeskBench b;
  b.open();
  b.run(cmd::GoTo{{Screen::kHost, ""}});
  b.ask(station::EnterPin{"0000"});
  b.ask(station::LeaveHost{});
  b.type(b.card());
  b.ask(station::GiveConsent{"1111"});
  EXPECT_EQ(b.fault(), "error.station_pin_wrong");
  EXPECT_TRUE(b.asked()->pin.wait.empty());
  b.ask(station::GiveConsent{"1111"});
  EXPECT_EQ(b.here().facts.pin_after_ms - b.host.now_ms, 15'000);
  EXPECT_EQ(b.asked()->pin.wait, "Wacht nog 15 seconden");
  EXPECT_FALSE(b.asked()->pin.error.empty());
  EXPECT_EQ(b.here().log->entries.back().event, bb::AuditEvent::kPinWrong);
  EXPECT_EQ(b.here().log->entries.back().numbers, (std::vector<std::int64_t>{3}));
  b.ask(station::GiveConsent{std::string(kPin)});
  EXPECT_EQ(b.here().stage, station::Stage::kConsent) << "not even the right one, before its time";
  b.restart();
  EXPECT_EQ(b.here().stage, station::Stage::kCode) << "the card is not in the state that is kept";
  b.type(b.card());
  ASSERT_TRUE(b.asked());
  EXPECT_FALSE(b.asked()->pin.wait.empty());
  b.ask(station::GiveConsent{std::string(kPin)});
  EXPECT_EQ(b.here().stage, station::Stage::kConsent);
  b.pass(15'000);
  b.ask(station::GiveConsent{"1111"});
  EXPECT_EQ(b.here().facts.pin_after_ms - b.host.now_ms, 30'000);
  b.pass(30'000);
  b.ask(station::GiveConsent{std::string(kPin)});
  EXPECT_EQ(b.here().stage, station::Stage::kVoting);
  EXPECT_EQ(b.here().facts.pin_wrong, 0);
}

TEST(DeskCard, NotNowWipesAndTheCardCanStillBeUsed) {
  DeskBench b;
  b.open();
  b.type(b.card());
  b.ask(station::Done{});
  EXPECT_EQ(b.reloads(), 1U);
  b.reload();
  EXPECT_EQ(b.here().stage, station::Stage::kCode);
  EXPECT_EQ(station::ballots_in(b.here()), 0U);
  b.type(b.card());
  EXPECT_EQ(b.here().stage, station::Stage::kConsent);
  // Who walks away is asked, and the screen is cleared.
  b.pass(station::kIdleMs + 1);
  EXPECT_TRUE(b.here().warned);
  b.pass(station::kWarningMs + 1);
  EXPECT_EQ(b.reloads(), 2U);
}

TEST(DeskCard, NothingOfPinOrCardIsKeptOrSaid) {
  DeskBench b;
  b.open();
  b.type(b.card());
  b.ask(station::GiveConsent{"13572468"});
  const std::string log = formats::write_audit(*b.here().log);
  b.ask(station::GiveConsent{std::string(kPin)});
  std::string letters = b.card();
  std::erase(letters, '-');
  for (const std::string& secret : {std::string("13572468"), "\"" + std::string(kPin) + "\"", b.card(), letters}) {
    EXPECT_EQ(kept_text(b).find(secret), std::string::npos) << secret;
    for (const platform::Effect& effect : b.host.performed) {
      if (const auto* said = effect.get_if<platform::Announce>()) {
        EXPECT_EQ(said->words.find(secret), std::string::npos);
      }
    }
  }
  EXPECT_EQ(formats::write_audit(*b.here().log), log) << "leave is not told with its minute";
  EXPECT_EQ(station::make_code_view(b.state(), nl()).page.read_words.find(kPin), std::string::npos);
}

TEST(DeskCard, TheLogTellsTheirNumberAtClosingOnly) {
  DeskBench b;
  b.open();
  for (std::size_t i = 0; i < 2; ++i) {
    b.type(b.card(i));
    b.ask(station::GiveConsent{std::string(kPin)});
    b.choose({});
    b.ask(station::Done{});
    b.reload();
    b.pass(3'600'000);
  }
  for (const bb::AuditEntry& entry : b.here().log->entries) EXPECT_NE(entry.event, bb::AuditEvent::kAttended);
  const std::string box = b.closed_box();
  const auto& entries = b.here().log->entries;
  ASSERT_GE(entries.size(), 2U);
  EXPECT_EQ(entries.back().event, bb::AuditEvent::kClosed);
  const bb::AuditEntry& told = entries[entries.size() - 2];
  EXPECT_EQ(told.event, bb::AuditEvent::kAttended);
  EXPECT_EQ(told.numbers, (std::vector<std::int64_t>{2}));
  EXPECT_EQ(told.minute, entries.back().minute);
  EXPECT_EQ(bb::verify(*b.here().log, *formats::read_box(box))->attended, 2);
  // Where it is not allowed nothing is told of it.
  StationBench other;
  other.open_kiosk();
  static_cast<void>(other.closed_box());
  for (const bb::AuditEntry& entry : other.here().log->entries) EXPECT_NE(entry.event, bb::AuditEvent::kAttended);
  EXPECT_TRUE(station::make_host_view(other.state(), nl()).attended.empty());
}

TEST(DeskCard, IsRefusedAtHomeWithTheReason) {
  DeskBench b;
  b.take_package(allowed().file());
  b.ask(station::StartHome{});
  b.type(b.card());
  EXPECT_EQ(b.fault(), "error.station_attended_home");
  EXPECT_EQ(b.here().stage, station::Stage::kCode);
  EXPECT_EQ(b.here().voter, nullptr);
  b.ask(station::GiveConsent{std::string(kPin)});
  EXPECT_EQ(b.here().stage, station::Stage::kCode);
  EXPECT_NE(station::make_code_view(b.state(), nl()).code_error.find("in het buurthuis"), std::string::npos);
}

TEST(DeskCard, IsRefusedAtABoxForPhonesAndFromAPhone) {
  DeskBench b;
  b.open(0x81);
  b.type(b.card());
  EXPECT_EQ(b.fault(), "error.station_attended_box");
  EXPECT_EQ(b.here().stage, station::Stage::kCode);
  // Somebody sealed a vote with it by a program of their own.
  const Polling& p = allowed();
  const auto pair = bb::pair_of(*bb::read_code(b.card(), p.package.election), p.package.election, p.package.cost);
  const bb::Record record =
      bb::cast(p.package.election,
               bb::seal(p.package.election, bb::to_bytes({}, p.package.round), p.package.holders, seed_of(9)), *pair);
  b.host_menu();
  b.pick("station/votes", formats::vote_code({p.package.election, record}) + "\n", "stemmen.txt");
  b.ask(station::PickVotes{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.station_attended_phone");
  EXPECT_EQ(station::ballots_in(b.here()), 0U);
}

TEST(DeskCard, IsNotReplacedButAnotherOneIsGiven) {
  DeskBench b;
  b.open();
  b.host_menu();
  b.ask(station::ReplaceCard{b.card(), allowed().reserves[0]});
  ASSERT_TRUE(b.here().host_error.has_value());
  EXPECT_EQ(b.here().host_error->key, "error.station_attended_spoilt");
  b.ask(station::ReplaceCard{allowed().codes[0], b.card()});
  EXPECT_EQ(b.here().host_error->key, "error.station_attended_spoilt");
  EXPECT_TRUE(b.here().spoilt.replaced.empty());
}

TEST(DeskCard, TheirNumberIsComparedWithWhatWasPublished) {
  const auto told = [](const std::string& file) {
    StationBench b;
    b.take_package(file);
    std::string out;
    for (const auto& [name, words] : station::make_open_view(b.state(), nl()).package.facts) {
      out += name + " " + words + "\n";
    }
    return out;
  };
  EXPECT_NE(told(allowed().file()).find("Kaarten van de balie: 2,"), std::string::npos);
  EXPECT_EQ(told(polling().file()).find("balie"), std::string::npos);
}

}  // namespace
}  // namespace stoepkrijt::app::test
