// A kiosk with its host, on a device in memory, through a whole day.
#include <gtest/gtest.h>

#include <limits>

#include "app/station/views.hpp"
#include "station_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

TEST(Kiosk, TakesAVoteAndTheBoxOpensToThatChoice) {
  StationBench b;
  b.open_kiosk();
  ASSERT_EQ(b.state().problem, std::nullopt);
  ASSERT_EQ(b.state().route.screen, Screen::kStation);
  b.vote(polling().codes[0], {"bank", "licht"});
  ASSERT_EQ(b.here().stage, station::Stage::kDone);
  EXPECT_EQ(b.state().route.screen, Screen::kVoteDone);
  EXPECT_EQ(b.here().receipt.size(), 11U);
  const std::string receipt = b.here().receipt;
  b.ask(station::Done{});
  EXPECT_EQ(b.reloads(), 1U);
  b.reload();
  b.vote(polling().codes[1], {"taal"});
  b.ask(station::Done{});
  b.reload();
  b.vote(polling().codes[2], {});
  b.ask(station::Done{});
  b.reload();
  const std::string box = b.closed_box();
  const bb::Opening opening = polling().open({box});
  EXPECT_EQ(opening.ballots.total(), 3);
  EXPECT_TRUE(std::binary_search(opening.receipts.begin(), opening.receipts.end(), receipt));
  EXPECT_TRUE(opening.refused.empty());
  const auto count_of = [&](const std::vector<std::string>& plans) {
    model::Ballot ballot;
    ballot.approved = plans;
    std::sort(ballot.approved.begin(), ballot.approved.end());
    for (const model::Urn::Entry& entry : opening.ballots.entries) {
      if (entry.ballot == ballot) return entry.count;
    }
    return std::int64_t{0};
  };
  EXPECT_EQ(count_of({"bank", "licht"}), 1);
  EXPECT_EQ(count_of({"taal"}), 1);
  EXPECT_EQ(count_of({}), 1);
}

TEST(Kiosk, KeepsNothingOfAVoterButTheSealedVote) {
  StationBench b;
  b.open_kiosk();
  b.vote(polling().codes[0], {"bank"});
  std::string letters = polling().codes[0];
  std::erase(letters, '-');
  const std::string kept = kept_text(b);
  EXPECT_EQ(kept.find(polling().codes[0]), std::string::npos);
  EXPECT_EQ(kept.find(letters), std::string::npos);
  EXPECT_EQ(kept.find(b.here().receipt), std::string::npos);
  EXPECT_TRUE(b.state().ballot.chosen.empty());
  EXPECT_TRUE(b.state().ballot_undo.empty());
  EXPECT_TRUE(b.here().code.empty());
  EXPECT_EQ(b.here().voter, nullptr);
  // The ballot that was being made was never there either.
  EXPECT_EQ(kept.find("\"bank\",\"licht\""), std::string::npos);
  for (const auto& [key, bytes] : b.host.kept) {
    if (key.ends_with("/draft")) {
      EXPECT_EQ(bytes.find("bank"), std::string::npos) << bytes;
    }
  }
}

TEST(Kiosk, TheKeyOfAVoteIsRandomAndNotItsNumber) {
  StationBench b;
  b.open_kiosk();
  std::vector<std::string> in_order;
  for (std::size_t i = 0; i < 6; ++i) {
    std::vector<std::string> before;
    for (const auto& [key, bytes] : b.host.kept) {
      if (key.starts_with("b/station/v/")) before.push_back(key);
    }
    b.vote(polling().codes[i], {});
    for (const auto& [key, bytes] : b.host.kept) {
      if (key.starts_with("b/station/v/") && std::find(before.begin(), before.end(), key) == before.end()) {
        in_order.push_back(key);
      }
    }
    b.ask(station::Done{});
    b.reload();
  }
  ASSERT_EQ(in_order.size(), 6U);
  EXPECT_FALSE(std::is_sorted(in_order.begin(), in_order.end()));
  EXPECT_EQ(in_order.front().size(), std::string("b/station/v/").size() + 32);
}

TEST(Kiosk, SaysWhichLetterIsProbablyWrongAndCountsNothing) {
  StationBench b;
  b.open_kiosk();
  std::string wrong = polling().codes[0];
  wrong[2] = wrong[2] == 'A' ? 'B' : 'A';
  b.ask(station::TypeCode{wrong});
  b.ask(station::CheckCode{});
  ASSERT_TRUE(b.here().code_error.has_value());
  EXPECT_EQ(b.here().code_error->key, "error.vote_code_letter");
  EXPECT_EQ(b.here().facts.hour_refused, 0);
  EXPECT_NE(station::make_code_view(b.state(), nl()).code_error.find("3"), std::string::npos);
  // The next key takes the sentence away.
  b.ask(station::Key{});
  EXPECT_FALSE(b.here().code_error.has_value());
}

TEST(Kiosk, RefusesACardThatVotedACardOfAnotherRoundAndAReserveThatNobodyGaveOut) {
  StationBench b;
  b.open_kiosk();
  b.vote(polling().codes[0], {"bank"});
  b.ask(station::Done{});
  b.reload();
  b.type(polling().codes[0]);
  ASSERT_TRUE(b.here().code_error.has_value());
  EXPECT_EQ(b.here().code_error->key, "error.station_card_used");
  EXPECT_EQ(b.here().stage, station::Stage::kCode);
  b.type(polling().reserves[0]);
  ASSERT_TRUE(b.here().code_error.has_value());
  EXPECT_EQ(b.here().code_error->key, "error.station_reserve_not_given");
  const bb::Code unknown = bb::make_code({1, 2, 3, 4, 5, 6, 7, 8, 9}, polling().package.election);
  b.type(bb::text_of(unknown));
  ASSERT_TRUE(b.here().code_error.has_value());
  EXPECT_EQ(b.here().code_error->key, "error.code_not_in_package");
  EXPECT_EQ(b.here().facts.hour_refused, 3);
  EXPECT_EQ(station::ballots_in(b.here()), 1U);
}

TEST(Kiosk, AReplacedCardGivesItsPlaceToTheReserve) {
  StationBench b;
  b.open_kiosk();
  b.host_menu();
  b.ask(station::ReplaceCard{polling().codes[3], polling().reserves[0]});
  ASSERT_FALSE(b.here().host_error.has_value());
  b.ask(station::LeaveHost{});
  b.type(polling().codes[3]);
  EXPECT_EQ(b.here().code_error->key, "error.station_card_replaced");
  b.vote(polling().reserves[0], {"taal"});
  EXPECT_EQ(b.here().stage, station::Stage::kDone);
  b.ask(station::Done{});
  b.reload();
  const std::string box = b.closed_box();
  b.ask(station::OfferSpoilt{});
  const auto list = formats::read_spoilt(b.host.offered.back().bytes, polling().signed_package);
  ASSERT_TRUE(list.has_value()) << list.error().key;
  EXPECT_EQ(polling().open({box}, {*list}).ballots.total(), 1);
  // The other way round it cannot be.
  b.ask(station::ReplaceCard{polling().reserves[0], polling().codes[3]});
  EXPECT_EQ(b.here().host_error->key, "error.station_not_spoilt");
}

TEST(Kiosk, TheHostReadsAtWhichCodeAReplacementFails) {
  StationBench b;
  b.open_kiosk();
  b.host_menu();
  const auto view = [&] { return station::make_host_view(b.state(), nl()); };
  b.ask(station::ReplaceCard{"AB", polling().reserves[0]});
  EXPECT_EQ(view().spoilt_error, "De code is te kort: 2 van de 15 tekens. Vul de rest in.");
  EXPECT_EQ(view().reserve_error + view().fault, "");
  b.ask(station::ReplaceCard{polling().codes[3], "AB"});
  EXPECT_EQ(view().reserve_error, "De code is te kort: 2 van de 15 tekens. Vul de rest in.");
  EXPECT_EQ(view().spoilt_error, "");
  b.ask(station::ReplaceCard{polling().codes[3], polling().codes[4]});
  EXPECT_NE(view().reserve_error, "") << "not a card of the reserve";
  EXPECT_EQ(view().replaced, 0U) << "what was typed stays until then";
  b.ask(station::ReplaceCard{polling().codes[3], polling().reserves[0]});
  EXPECT_EQ(view().replaced, 1U);
  EXPECT_EQ(view().spoilt_error + view().reserve_error + view().fault, "");
  b.ask(station::ReplaceCard{polling().codes[3], polling().reserves[1]});
  EXPECT_NE(view().spoilt_error, "") << "replaced already";
}

TEST(Kiosk, WhenNothingCanBeKeptTheVoteStaysOnTheScreenAndIsNotDoubled) {
  StationBench b;
  b.open_kiosk();
  b.host.capacity_bytes = 1;
  b.vote(polling().codes[0], {"bank"});
  ASSERT_EQ(b.here().stage, station::Stage::kNotKept);
  EXPECT_EQ(b.state().route.screen, Screen::kVoteDone);
  const station::DoneView view = station::make_done_view(b.state(), nl());
  EXPECT_FALSE(view.kept);
  EXPECT_EQ(view.vote, b.here().vote);
  EXPECT_TRUE(formats::read_vote_code(view.vote).has_value());
  b.ask(station::OfferVote{});
  EXPECT_NE(b.host.offered.back().bytes.find(b.here().vote), std::string::npos);
  b.pass(10 * 60'000);
  EXPECT_EQ(b.reloads(), 0U);  // it does not go by itself
  b.host.capacity_bytes = std::numeric_limits<std::uint64_t>::max();
  b.ask(station::KeepAgain{});
  EXPECT_EQ(b.here().stage, station::Stage::kDone);
  b.ask(station::Done{});
  b.reload();
  EXPECT_EQ(polling().open({b.closed_box()}).ballots.total(), 1);
}

TEST(Kiosk, AWrongPinWaitsLongerEachTimeAlsoAfterARestart) {
  StationBench b;
  b.open_kiosk();
  b.run(cmd::GoTo{{Screen::kHost, ""}});
  for (int i = 0; i < 3; ++i) b.ask(station::EnterPin{"0000"});
  EXPECT_FALSE(b.here().host);
  const std::int64_t first = b.here().facts.pin_after_ms - b.host.now_ms;
  EXPECT_EQ(first, 15'000);
  b.restart();
  b.run(cmd::GoTo{{Screen::kHost, ""}});
  b.ask(station::EnterPin{std::string(kPin)});
  EXPECT_FALSE(b.here().host);
  EXPECT_FALSE(station::make_host_view(b.state(), nl()).pin.wait.empty());
  b.pass(15'000);
  b.ask(station::EnterPin{"0000"});
  EXPECT_EQ(b.here().facts.pin_after_ms - b.host.now_ms, 30'000);
  b.pass(30'000);
  b.ask(station::EnterPin{std::string(kPin)});
  EXPECT_TRUE(b.here().host);
  // Nothing of the PIN is kept but what it was mixed to.
  EXPECT_EQ(kept_text(b).find("\"" + std::string(kPin) + "\""), std::string::npos);
}

TEST(Kiosk, AVoterWhoWalksAwayLeavesNothing) {
  StationBench b;
  b.open_kiosk();
  b.type(polling().codes[0]);
  b.run(cmd::TogglePlan{"bank"});
  b.pass(station::kIdleMs + 1);
  EXPECT_TRUE(b.here().warned);
  EXPECT_EQ(b.reloads(), 0U);
  b.ask(station::Touched{});
  EXPECT_FALSE(b.here().warned);
  b.pass(station::kIdleMs + 1);
  b.pass(station::kWarningMs + 1);
  EXPECT_EQ(b.reloads(), 1U);
  b.reload();
  EXPECT_EQ(station::ballots_in(b.here()), 0U);
  EXPECT_TRUE(b.state().ballot.chosen.empty());
  // The card was not used: it can vote.
  b.vote(polling().codes[0], {"bank"});
  EXPECT_EQ(b.here().stage, station::Stage::kDone);
}

TEST(Kiosk, TheReceiptGoesAwayByItselfAndWaitsWhenItIsAsked) {
  StationBench b;
  b.open_kiosk();
  b.vote(polling().codes[0], {"bank"});
  b.ask(station::MoreTime{});
  b.pass(station::kDoneMs + 1);
  EXPECT_EQ(b.reloads(), 0U);
  b.pass(station::kDoneMs + 1);
  EXPECT_EQ(b.reloads(), 1U);
}

TEST(Kiosk, TheLogTellsOfARestartButNotOfAVoter) {
  StationBench b;
  b.open_kiosk();
  const auto events = [&] {
    std::vector<bb::AuditEvent> out;
    for (const bb::AuditEntry& entry : b.here().log->entries) out.push_back(entry.event);
    return out;
  };
  const auto before = events();
  b.vote(polling().codes[0], {"bank"});
  b.ask(station::Done{});
  b.reload();
  EXPECT_EQ(events(), before);
  b.restart();  // the power went
  EXPECT_EQ(events().back(), bb::AuditEvent::kStarted);
  EXPECT_EQ(station::ballots_in(b.here()), 1U);
  b.pass(3'600'000);
  b.vote(polling().codes[1], {"bank"});
  b.ask(station::Done{});
  b.reload();
  const std::string box = b.closed_box();
  b.ask(station::OfferLog{});
  const auto log = formats::read_audit(b.host.offered.back().bytes);
  ASSERT_TRUE(log.has_value());
  const auto report = bb::verify(*log, *formats::read_box(box));
  ASSERT_TRUE(report.has_value()) << report.error().key;
  EXPECT_EQ(report->ballots_by_hour, 2);
  EXPECT_EQ(report->ballots_closed, 2);
  EXPECT_EQ(report->backwards, 0U);
}

TEST(Kiosk, AClockThatGoesBackIsToldAndInTheLog) {
  StationBench b;
  b.open_kiosk();
  b.pass(-2 * 3'600'000);
  EXPECT_EQ(b.here().log->entries.back().event, bb::AuditEvent::kClockChanged);
  EXPECT_EQ(b.here().log->entries.back().numbers, (std::vector<std::int64_t>{-120}));
  const std::size_t entries = b.here().log->entries.size();
  b.pass(1'000);
  EXPECT_EQ(b.here().log->entries.size(), entries);  // once
  // A fresh page after a voter, and a restart: the host is told all the same.
  b.restart();
  b.host_menu();
  EXPECT_EQ(station::make_host_view(b.state(), nl()).clock, nl().count("station.clock_back", 120));
  b.ask(station::CloseBox{});
  b.ask(station::OpenBox{});
  b.host_menu();
  EXPECT_EQ(station::make_host_view(b.state(), nl()).clock, "");
}

TEST(Kiosk, ShowsNothingElseOfTheApp) {
  StationBench b;
  b.open_kiosk();
  for (const Screen screen : {Screen::kStart, Screen::kMap, Screen::kMore, Screen::kResult, Screen::kVoteChoose,
                              Screen::kOpenStation, Screen::kVoteDone, Screen::kFiles}) {
    b.run(cmd::GoTo{{screen, ""}});
    EXPECT_EQ(b.state().route.screen, Screen::kStation);
    b.host.push(platform::RouteChanged{to_words({screen, ""})});
    b.settle();
    EXPECT_EQ(b.state().route.screen, Screen::kStation);
  }
  b.type(polling().codes[0]);
  b.run(cmd::GoTo{{Screen::kMap, ""}});
  EXPECT_EQ(b.state().route.screen, Screen::kVoteChoose);
  // What a visitor sets is for that visitor.
  b.run(cmd::SetLang{LangCode::kEn});
  b.ask(station::Done{});
  b.reload();
  EXPECT_EQ(b.state().settings.lang, LangCode::kNl);
  EXPECT_TRUE(b.state().settings.kiosk);
}

TEST(Kiosk, CannotBeLeftBeforeTwoCopiesAndIsGoneAfterwards) {
  StationBench b;
  b.open_kiosk();
  b.vote(polling().codes[0], {"bank"});
  b.ask(station::Done{});
  b.reload();
  const std::string first = b.closed_box();
  b.ask(station::Leave{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.station_not_copied");
  b.run(cmd::CloseProblem{});
  b.ask(station::OfferBox{});
  EXPECT_EQ(b.host.offered.back().bytes, first);
  b.ask(station::Leave{});
  EXPECT_EQ(b.state().station, nullptr);
  for (const auto& [key, bytes] : b.host.kept) EXPECT_FALSE(key.starts_with("b/station/")) << key;
  b.restart();
  EXPECT_EQ(b.state().station, nullptr);
}

TEST(Kiosk, AWithdrawnPlanIsToldToEveryLaterVoterAndCannotBeChosen) {
  StationBench b;
  b.open_kiosk();
  b.host_menu();
  const bb::Amendment amendment{
      polling().package.election, polling().signed_package.fingerprint, {"bank"}, "De bankjes zijn al betaald."};
  b.pick("station/amendment", formats::write_amendment(amendment, polling().organiser));
  b.ask(station::PickAmendment{});
  ASSERT_EQ(b.state().problem, std::nullopt);
  b.ask(station::LeaveHost{});
  b.restart();
  EXPECT_EQ(station::make_code_view(b.state(), nl()).withdrawn,
            (std::vector<std::string>{"De bankjes zijn al betaald."}));
  EXPECT_EQ(find_plan(*current_round(b.state()), "bank"), nullptr);
  b.vote(polling().codes[0], {"bank", "licht"});
  b.ask(station::Done{});
  b.reload();
  const bb::Opening opening = polling().open({b.closed_box()});
  ASSERT_EQ(opening.ballots.entries.size(), 1U);
  EXPECT_EQ(opening.ballots.entries.front().ballot.approved, (std::vector<std::string>{"licht"}));
}

TEST(Kiosk, ASecondWindowCannotTakeVotes) {
  platform::MemoryHost device;
  device.writer = false;
  StationBench b(std::move(device));
  b.take_package();
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.other_tab");
}

TEST(Kiosk, AWindowThatLostTheStoreTakesNoCodeAndSaysWhere) {
  StationBench b;
  b.open_kiosk();
  b.host.push(platform::Writer{false});
  b.pass(0);
  const station::CodeView view = station::make_code_view(b.state(), nl());
  EXPECT_FALSE(view.open);
  EXPECT_EQ(view.wait_words, nl().tr("error.other_tab"));
  b.ask(station::TypeCode{polling().codes[0]});
  b.ask(station::CheckCode{});
  EXPECT_TRUE(b.here().code.empty());
  EXPECT_EQ(b.here().stage, station::Stage::kCode);
}

TEST(Kiosk, WhatCannotBeReadIsSetAsideWholeAndToldOnce) {
  StationBench b;
  b.open_kiosk();
  b.vote(polling().codes[0], {"bank"});
  b.ask(station::Done{});
  b.host.kept["b/station/v/00000000000000000000000000000000"] = "kapot";
  b.restart();
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(station::ballots_in(b.here()), 1U);
  b.run(cmd::CloseProblem{});
  b.restart();
  EXPECT_EQ(b.state().problem, std::nullopt);
  b.host.kept["b/station/package"] = "kapot";
  const std::string log = b.host.kept["b/station/log"];
  b.restart();
  EXPECT_EQ(b.state().station, nullptr);
  ASSERT_TRUE(b.state().problem.has_value());
  std::size_t votes = 0, logs = 0;
  for (const auto& [key, bytes] : b.host.kept) {
    EXPECT_FALSE(key.starts_with("b/station/")) << key;
    if (key.starts_with("x/") && key.find("/b/station/v/") != std::string::npos) ++votes;
    if (key.starts_with("x/") && bytes == log) ++logs;
  }
  EXPECT_EQ(votes, 2U);  // the one that was kept, and the bytes that were none
  EXPECT_EQ(logs, 1U);
}

}  // namespace
}  // namespace stoepkrijt::app::test
