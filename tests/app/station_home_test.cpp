// One voter at home, what phones hand over, and what a station keeps.
#include <gtest/gtest.h>

#include "app/station/keep.hpp"
#include "app/station/views.hpp"
#include "app/views/result_view.hpp"
#include "app/views/start_view.hpp"
#include "station_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

TEST(BoxForPhones, TakesWhatPhonesSealedOnceByCodeOrByFile) {
  StationBench phone;
  phone.take_package();
  phone.ask(station::StartHome{});
  phone.vote(polling().codes[5], {"taal"});
  const std::string vote = phone.here().mine;
  platform::MemoryHost device;
  device.entropy_seed = 3;
  StationBench b(std::move(device));
  b.open_kiosk(0x81);
  b.host_menu();
  b.ask(station::ScanVote{});
  ASSERT_TRUE(b.host.scanning.has_value());
  b.host.push(platform::CodeSeen{vote});
  b.settle();
  EXPECT_EQ(station::ballots_in(b.here()), 1U);
  b.ask(station::ScanVote{});
  b.host.push(platform::CodeSeen{vote});
  b.settle();
  EXPECT_EQ(station::ballots_in(b.here()), 1U);
  EXPECT_EQ(b.here().host_error->key, "error.station_card_used");
  std::string changed = vote;
  changed.back() = changed.back() == 'A' ? 'B' : 'A';
  b.ask(station::ScanVote{});
  b.host.push(platform::CodeSeen{changed});
  b.settle();
  EXPECT_EQ(b.here().host_error->key, "error.vote_qr_damaged");
  // The same from a file, also with blank lines; what is wrong in it is told with its line.
  b.run(cmd::CloseProblem{});
  StationBench other;
  other.take_package();
  other.ask(station::StartHome{});
  other.vote(polling().codes[6], {"bank"});
  b.pick("station/votes", "\n" + other.here().mine + "\n\n", "stem.txt");
  b.ask(station::PickVotes{});
  EXPECT_EQ(b.state().problem, std::nullopt);
  EXPECT_EQ(station::ballots_in(b.here()), 2U);
  b.pick("station/votes", other.here().mine + "\niets anders\n", "stem.txt");
  b.ask(station::PickVotes{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.station_card_used");
  EXPECT_EQ(b.state().problem->where.line, 1U);
  b.run(cmd::CloseProblem{});
  const bb::Opening opening = polling().open({b.closed_box()});
  std::vector<std::string> both{phone.here().receipt, other.here().receipt};
  std::sort(both.begin(), both.end());
  EXPECT_EQ(opening.receipts, both);
}

TEST(VotingAtHome, SealsTheChoiceAndShowsTheReceiptAgainAfterARestart) {
  StationBench b;
  b.take_package();
  ASSERT_EQ(b.state().route.screen, Screen::kOpenStation);
  const station::OpenView view = station::make_open_view(b.state(), nl());
  EXPECT_EQ(view.package.hex.size(), 64U + 15U);
  // Before they vote people read what it is about, as the organiser signed it; what was not said is not there.
  const model::Round& round = b.here().package->package.round;
  std::vector<std::pair<std::string, std::string>> told{
      {nl().tr("station.fact_ladder"), nl().tr("ladder.words_" + std::to_string(static_cast<int>(round.ladder) + 1))}};
  const auto add = [&](const char* key, const std::string& words) {
    if (!words.empty()) told.emplace_back(nl().tr(key), words);
  };
  std::string open, fixed;
  for (const model::Words& point : round.open_points) open += (open.empty() ? "" : " ") + point.nl;
  for (const model::Words& point : round.fixed_points) fixed += (fixed.empty() ? "" : " ") + point.nl;
  add("station.fact_open", open);
  add("station.fact_fixed", fixed);
  add("station.fact_who", round.who_may_vote.nl);
  add("station.fact_after", round.afterwards.nl);
  ASSERT_FALSE(round.who_may_vote.nl.empty());
  EXPECT_EQ(view.package.told, told);
  b.ask(station::StartHome{});
  ASSERT_EQ(b.state().route.screen, Screen::kStation);
  b.vote(polling().codes[0], {"bank"});
  const std::string receipt = b.here().receipt;
  EXPECT_EQ(station::make_done_view(b.state(), nl()).vote, b.here().mine);
  EXPECT_FALSE(station::make_done_view(b.state(), nl()).in_box) << "it still has to be handed in";
  b.restart();
  EXPECT_EQ(station::make_done_view(b.state(), nl()).receipt, receipt);
  // The start and the result are of this round too, not of the votes of another that this device has.
  ASSERT_GT(b.state().urn->total(), 0);
  State beside = b.state();
  model::Urn urn = *beside.urn;
  urn.round_id = "wijkbudget-1999";
  beside.urn = std::make_shared<const model::Urn>(std::move(urn));
  const StartView start = make_start_view(beside, nl());
  EXPECT_EQ(start.hand_over, "Hebt u uw stem al afgegeven? Pas dan telt zij mee.");
  EXPECT_EQ(start.result_words.find("De stemmen zitten verzegeld in de bussen."), 0U) << start.result_words;
  const ResultView result = make_result_view(beside, nl());
  EXPECT_FALSE(result.has_votes);
  EXPECT_EQ(result.empty_title, "De uitslag is er nog niet");
  // One device, one vote: the code is not asked again.
  b.ask(station::TypeCode{polling().codes[1]});
  EXPECT_TRUE(b.here().code.empty());
  EXPECT_FALSE(station::is_locked(b.state()));
  const std::string kept = kept_text(b);
  EXPECT_EQ(kept.find(polling().codes[0]), std::string::npos);
  b.ask(station::Leave{});
  EXPECT_EQ(b.state().station, nullptr);
  EXPECT_EQ(kept_text(b).find(receipt), std::string::npos);
}

TEST(VotingAtHome, ThePackageOfTheSiteIsFetchedWhenItIsAsked) {
  StationBench b;
  b.ask(station::FetchPackage{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.not_on_site");
  b.run(cmd::CloseProblem{});
  b.host.site["stemming.json"] = polling().file();
  b.ask(station::FetchPackage{});
  ASSERT_NE(b.state().station, nullptr);
  EXPECT_EQ(b.state().route.screen, Screen::kOpenStation);
}

TEST(VotingAtHome, ANextPackageTakesNothingOfTheOneBeforeAndNeverAVoteThatIsStillHere) {
  StationBench b;
  b.take_package();
  b.ask(station::StartHome{});
  const Polling other(9);
  b.take_package(other.file());  // nothing was cast yet
  ASSERT_EQ(b.state().problem, std::nullopt);
  b.ask(station::StartHome{});
  b.restart();
  EXPECT_EQ(b.here().package->package.election, other.package.election);
  b.vote(other.codes[0], {"bank"});
  const std::string vote = b.here().mine;
  b.take_package();
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.station_mine_there");
  b.run(cmd::CloseProblem{});
  b.restart();
  EXPECT_EQ(b.here().mine, vote);
}

TEST(VotingAtHome, APackageThatIsNoneIsRefusedWithItsName) {
  StationBench b;
  b.take_package(R"({"format":"iets"})");
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->where.file, "stemming.json");
  EXPECT_EQ(b.state().station, nullptr);
  std::string changed = polling().file();
  changed.replace(changed.find("\"Wijkbudget 2026\""), 17, "\"Wijkbudget 2062\"");
  b.run(cmd::CloseProblem{});
  b.take_package(changed);
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.package_signature");
}

TEST(WhatAStationKeeps, ReadsWhatItWroteAndRefusesWhatItDidNot) {
  station::Facts facts;
  facts.use = station::Use::kKiosk;
  facts.box = "kiosk-1";
  facts.open = true;
  facts.pin_hash = "aa";
  facts.hour = 60;
  facts.hour_ballots = 3;
  facts.last_ms = 1'760'000'000'000;
  const std::string json = station::write_facts(facts);
  const auto read = station::read_facts(json);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, facts);
  EXPECT_FALSE(station::read_facts("{}").has_value());
  std::string other = json;
  other.replace(other.find("\"kiosk\""), 7, "\"kroeg\"");
  EXPECT_FALSE(station::read_facts(other).has_value());
}

}  // namespace
}  // namespace stoepkrijt::app::test
