// What a person does and what the device answers, through the app's one door.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/ballots.hpp"
#include "app/files_in.hpp"
#include "app_fixture.hpp"
#include "formats/dossier/dossier.hpp"

namespace stoepkrijt::app {
namespace {

using test::Bench;

cmd::StartTag tag(model::SignalKind kind) { return {kind, {52'000'000, 525'000'000}, model::PlacedBy::kPin}; }

TEST(App, StartsWithTheExampleWhenTheDeviceKeepsNothing) {
  Bench b;
  EXPECT_FALSE(b.state().loading);
  EXPECT_TRUE(b.state().example);
  EXPECT_EQ(b.state().dossier->signals.size(), 2U);
  EXPECT_FALSE(b.state().problem.has_value());
}

TEST(App, SavesATaggedSignalAndFindsItAfterARestart) {
  Bench b;
  b.run(tag(model::SignalKind::kProblem));
  EXPECT_EQ(b.state().route.screen, Screen::kTag);
  EXPECT_EQ(b.state().tag->signal.near_street, "Singelkade");
  EXPECT_EQ(b.state().tag->signal.buurt, "BU99990101");
  b.run(cmd::SetTagLevel{model::Level::kC});
  b.run(cmd::SetTagTitle{"Zakken naast de bak"});
  b.run(cmd::SaveTag{});
  ASSERT_EQ(b.state().dossier->signals.size(), 3U);
  EXPECT_EQ(b.state().saving.state, SaveState::kSaved);
  EXPECT_EQ(b.host.announced.back().words, "Bewaard op dit toestel");
  const auto before = formats::write_dossier(*b.state().dossier);
  b.restart();
  EXPECT_EQ(formats::write_dossier(*b.state().dossier), before);
}

TEST(App, KeepsADraftThroughARestart) {
  Bench b;
  b.run(tag(model::SignalKind::kStrong));
  b.run(cmd::SetTagWords{"Mooi geveltuintje"});
  b.restart();
  ASSERT_TRUE(b.state().tag.has_value());
  EXPECT_EQ(b.state().tag->signal.words, "Mooi geveltuintje");
  EXPECT_EQ(b.state().tag->signal.kind, model::SignalKind::kStrong);
}

TEST(App, UndoesAndRedoesAddingChangingAndDeleting) {
  Bench b;
  const auto start = *b.state().dossier;
  b.run(tag(model::SignalKind::kProblem));
  b.run(cmd::SaveTag{});
  b.run(cmd::EditSignal{"a2"});
  b.run(cmd::SetTagTitle{"Hele mooie boom"});
  b.run(cmd::SaveTag{});
  b.run(cmd::DeleteSignal{"a1"});
  b.run(cmd::AnswerDialog{true});
  const auto end = *b.state().dossier;
  EXPECT_TRUE(end.issues.empty()) << "an issue without signals goes with its last one";
  for (int i = 0; i < 3; ++i) b.run(cmd::Undo{});
  EXPECT_EQ(*b.state().dossier, start);
  EXPECT_TRUE(b.state().undo.empty());
  for (int i = 0; i < 3; ++i) b.run(cmd::Redo{});
  EXPECT_EQ(*b.state().dossier, end);
}

TEST(App, SaysBewaardOnlyOnceTheDeviceHasSaidSo) {
  Bench b;
  b.run(tag(model::SignalKind::kProblem));
  b.host.hold = true;
  b.app.run(cmd::SaveTag{});
  for (const platform::Effect& e : b.app.take_effects()) b.host.perform(e);
  b.app.take(b.host.take_answers());
  EXPECT_EQ(b.state().saving.state, SaveState::kSaving);
  b.host.hold = false;
  b.settle();
  EXPECT_EQ(b.state().saving.state, SaveState::kSaved);
}

TEST(App, KeepsEverythingInViewWhenTheDeviceIsFull) {
  platform::MemoryHost full;
  full.capacity_bytes = 10;
  Bench b(std::move(full));
  b.run(tag(model::SignalKind::kProblem));
  b.run(cmd::SaveTag{});
  EXPECT_EQ(b.state().dossier->signals.size(), 3U);
  EXPECT_EQ(b.state().saving.state, SaveState::kFailed);
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->code, ErrorCode::kStorageFull);
  EXPECT_EQ(b.state().problem_safe_key, "problem.safe_in_memory");
}

TEST(App, WorksWithoutStorageAndSaysSo) {
  platform::MemoryHost none;
  none.storage_available = false;
  Bench b(std::move(none));
  EXPECT_FALSE(b.state().loading);
  EXPECT_EQ(b.state().saving.state, SaveState::kNoStorage);
  b.run(cmd::TogglePlan{"taal"});
  b.run(cmd::CastBallot{});
  EXPECT_EQ(b.state().route.screen, Screen::kVoteDone);
  EXPECT_EQ(b.state().urn->total(), 11);
}

TEST(App, NeverSaysThatSomethingIsKeptOnADeviceThatKeepsNothing) {
  platform::MemoryHost none;
  none.storage_available = false;
  Bench b(std::move(none));
  b.run(tag(model::SignalKind::kStrong));
  b.run(cmd::SaveTag{});
  EXPECT_EQ(b.state().dossier->signals.size(), 3U);
  ASSERT_TRUE(b.state().toast.has_value());
  EXPECT_EQ(b.state().toast->key, "toast.not_kept");
}

/// A restart at an address, which comes before what the device keeps.
void restart_at(Bench& b, const std::string& address) {
  b.host.route = address;
  b.restart();
}

TEST(App, CountsTheKeptBallotsAfterARestartAtTheResult) {
  Bench b;
  b.run(cmd::TogglePlan{"taal"});
  b.run(cmd::CastBallot{});
  restart_at(b, "uitslag");
  EXPECT_EQ(b.state().route.screen, Screen::kResult);
  ASSERT_EQ(b.state().urn->total(), 11);
  ASSERT_NE(b.state().result, nullptr);
  EXPECT_EQ(b.state().result->ballots, 11);
}

TEST(App, StaysInTheTagAfterARestartThereAndLeavesAnAddressThatHasNothingToShow) {
  Bench b;
  b.run(tag(model::SignalKind::kProblem));
  restart_at(b, "melden");
  EXPECT_EQ(b.state().route.screen, Screen::kTag);
  b.run(cmd::SaveTag{});
  restart_at(b, "melden");
  EXPECT_EQ(b.state().route.screen, Screen::kStart);
  EXPECT_FALSE(b.state().asked.has_value());
}

TEST(App, SetsAsideWhatItCannotReadAndNeverOverwritesIt) {
  platform::MemoryHost device;
  device.kept["dossier"] = "{\"format\":\"stoepkrijt-dossier\",\"version\":99}";
  Bench b(std::move(device));
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->code, ErrorCode::kNewerVersion);
  bool aside = false;
  for (const auto& [key, bytes] : b.host.kept)
    aside = aside || ((key.starts_with("x/") && key.ends_with("/dossier")) && bytes.find("99") != std::string::npos);
  EXPECT_TRUE(aside);
}

TEST(App, RefusesAPlanThatDoesNotFitWithTheAmount) {
  Bench b;
  b.run(cmd::TogglePlan{"vijver"});
  b.run(cmd::TogglePlan{"bank"});
  EXPECT_EQ(b.state().ballot.chosen, std::vector<std::string>{"vijver"});
  ASSERT_FALSE(b.host.announced.empty());
  EXPECT_EQ(test::sp(b.host.announced.back().words),
            "Bankjes: Dit past niet meer: u hebt nog € 1.000, dit plan kost € 5.000. Haal eerst een plan weg.");
}

TEST(App, CastsOnceForgetsTheChoiceAndCountsIt) {
  Bench b;
  b.run(cmd::GoTo{{Screen::kVoteChoose, ""}});
  b.run(cmd::TogglePlan{"taal"});
  b.run(cmd::CastBallot{});
  EXPECT_TRUE(b.state().ballot.chosen.empty());
  EXPECT_TRUE(b.state().back.empty()) << "nobody steps back into a cast ballot";
  EXPECT_EQ(b.state().urn->total(), 11);
  EXPECT_EQ(b.host.kept["d/" + b.state().slug + "/draft"].find("taal"), std::string::npos);
  b.restart();
  EXPECT_EQ(b.state().urn->total(), 11);
}

TEST(App, CountsABlankVote) {
  Bench b;
  b.run(cmd::CastBallot{});
  EXPECT_EQ(b.state().urn->total(), 11);
}

TEST(App, ExportsWipesImportsAndIsBackInTheSameState) {
  Bench b;
  b.run(tag(model::SignalKind::kProblem));
  b.run(cmd::SaveTag{});
  const std::string before = formats::state_hash(*b.state().dossier);
  b.run(cmd::ExportDossier{});
  ASSERT_EQ(b.host.offered.size(), 1U);
  b.run(cmd::Wipe{});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(b.state().dossier->signals.size(), 2U);
  EXPECT_TRUE(b.host.kept.empty());
  b.host.files.emplace_back(platform::FilePicked{"import", "dossier.json", b.host.offered[0].bytes});
  b.run(cmd::AskImport{});
  EXPECT_EQ(b.state().route.screen, Screen::kImport);
  EXPECT_EQ(b.state().dossier->signals.size(), 2U) << "nothing changes before the yes";
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(formats::state_hash(*b.state().dossier), before);
  b.run(cmd::Undo{});
  EXPECT_EQ(b.state().dossier->signals.size(), 2U);
}

TEST(App, LeavesEverythingAsItIsOnABadFile) {
  Bench b;
  const auto before = b.state().dossier;
  for (const char* bad : {"", "geen json", "{\"format\":\"stoepkrijt-dossier\",\"version\":2}", "[1,2,3]", "META\nx"}) {
    b.host.files.emplace_back(platform::FilePicked{"import", "fout.json", bad});
    b.run(cmd::AskImport{});
    EXPECT_EQ(b.state().dossier, before) << bad;
    ASSERT_TRUE(b.state().problem.has_value()) << bad;
    EXPECT_NE(b.app.fixed().nl.error(*b.state().problem).front(), '[') << "no sentence for " << b.state().problem->key;
    b.run(cmd::CloseProblem{});
  }
}

TEST(App, BringsTheBallotsOutAndInAsPb) {
  Bench b;
  const model::Round* round = current_round(b.state());
  auto pb = write_ballots(*round, *b.state().urn);
  ASSERT_TRUE(pb.has_value());
  auto back = read_ballots(*round, *pb);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->entries, b.state().urn->entries);
  model::Round other = *round;
  other.plans[0].id = "anders";
  auto wrong = read_ballots(other, *pb);
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, ErrorCode::kUnknownId);
}

TEST(App, AsksForAPinWhenThePlaceIsVague) {
  Bench b;
  b.host.place = platform::Located{52'000'000, 525'000'000, 60'000, 0};
  b.run(cmd::Locate{});
  ASSERT_TRUE(b.state().device.own.has_value());
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000, 525'000'000}, model::PlacedBy::kGps});
  EXPECT_TRUE(b.state().tag->gps_too_vague);
  EXPECT_TRUE(b.state().tag->placing);
  b.run(cmd::SetTagPlace{{52'000'100, 525'000'000}, "", "", model::PlacedBy::kPin});
  EXPECT_FALSE(b.state().tag->placing);
  EXPECT_EQ(b.state().tag->signal.accuracy_mm, 0);
}

TEST(App, SaysWhyThereIsNoPlace) {
  Bench b;
  b.host.location_code = ErrorCode::kLocationDenied;
  b.run(cmd::Locate{});
  ASSERT_TRUE(b.state().device.location_error.has_value());
  EXPECT_EQ(b.state().device.location_error->code, ErrorCode::kLocationDenied);
  b.run(tag(model::SignalKind::kIdea));
  EXPECT_EQ(b.state().route.screen, Screen::kTag) << "tagging goes on with a pin";
}

TEST(App, CountsSupportOncePerDevice) {
  Bench b;
  b.run(cmd::SupportSignal{"a1", true});
  b.run(cmd::SupportSignal{"a1", true});
  EXPECT_EQ(find_signal(*b.state().dossier, "a1")->support.size(), 1U);
  b.run(cmd::SupportSignal{"a1", false});
  EXPECT_TRUE(find_signal(*b.state().dossier, "a1")->support.empty());
}

TEST(App, GivesEveryNewSignalAnIdOfItsOwn) {
  Bench b;
  std::vector<std::string> ids;
  for (int i = 0; i < 50; ++i) {
    b.run(tag(model::SignalKind::kIdea));
    ids.push_back(b.state().tag->signal.id);
    b.run(cmd::SaveTag{});
  }
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::unique(ids.begin(), ids.end()), ids.end());
}

TEST(Routes, AreTheSameThereAndBack) {
  for (int i = 0; i <= static_cast<int>(Screen::kVoteForm); ++i) {
    const Route route{static_cast<Screen>(i), "x-1"};
    EXPECT_EQ(route_from(to_words(route)), route);
  }
  EXPECT_EQ(route_from("onzin/../x").screen, Screen::kStart);
}

}  // namespace
}  // namespace stoepkrijt::app
