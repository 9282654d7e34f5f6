// The dossier as the device keeps it: a log and snapshots, undo and history across restarts, several dossiers, one page
// that writes.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/history.hpp"
#include "base/random.hpp"
#include "book_fixture.hpp"
#include "formats/dossier/dossier.hpp"

namespace stoepkrijt::app::test {

TEST(Book, KeepsAStepAsASmallPartAndReadsItBack) {
  Bench b;
  add_signal(b, "Stoep ligt los");
  EXPECT_EQ(keys_under(b, "snapshot"), 1U);
  EXPECT_EQ(keys_under(b, "log/"), 0U);
  const std::string id = add_signal(b, "Lamp knippert");
  EXPECT_EQ(keys_under(b, "log/"), 1U);
  retitle(b, id, "Lamp is stuk");
  b.run(cmd::SupportSignal{"a1", true});
  EXPECT_EQ(keys_under(b, "log/"), 3U);
  const std::string before = state_name(b);
  expect_shown(b);
  b.restart();
  EXPECT_EQ(state_name(b), before);
  EXPECT_EQ(title_of(b, id), "Lamp is stuk");
  expect_shown(b);
}

TEST(Book, FoldsTheLogIntoASnapshotBeforeItGrowsLong) {
  Bench b;
  const std::string id = add_signal(b, "Stoep");
  for (int i = 0; i < 40; ++i) {
    b.run(cmd::EditSignal{id});
    b.run(cmd::SetTagWords{std::string(2900, static_cast<char>('a' + i % 26))});
    b.run(cmd::SaveTag{});
  }
  EXPECT_LT(keys_under(b, "log/"), 30U);
  EXPECT_EQ(keys_under(b, "journal/"), 41U);
  const std::string before = state_name(b);
  b.restart();
  EXPECT_EQ(state_name(b), before);
}

TEST(Book, UndoesAndRedoesAcrossRestarts) {
  Bench b;
  const std::string id = add_signal(b, "een");
  retitle(b, id, "twee");
  b.restart();
  b.run(cmd::Undo{});
  EXPECT_EQ(title_of(b, id), "een");
  b.restart();
  b.run(cmd::Undo{});
  EXPECT_EQ(title_of(b, id), "(weg)");
  b.restart();
  EXPECT_TRUE(b.state().undo.empty());
  EXPECT_EQ(b.state().redo.size(), 2U);
  b.run(cmd::Redo{});
  b.run(cmd::Redo{});
  EXPECT_EQ(title_of(b, id), "twee");
  b.run(cmd::Undo{});
  EXPECT_EQ(title_of(b, id), "een");
  expect_shown(b);
}

TEST(Book, DrawsANewActorAtEveryStart) {
  Bench b;
  add_signal(b, "een");
  const auto first = b.state().book.pen->clock.actor;
  b.restart();
  EXPECT_FALSE(b.state().book.pen.has_value());
  add_signal(b, "twee");
  EXPECT_NE(b.state().book.pen->clock.actor, first);
}

TEST(Book, TellsWhatARecordWentThroughAndPutsItBackAsItWasThen) {
  Bench b;
  const std::string id = add_signal(b, "een");
  retitle(b, id, "twee");
  b.restart();
  retitle(b, id, "drie");
  const auto history = history_of(b.state(), "signal", id);
  ASSERT_EQ(history.size(), 3U);
  EXPECT_EQ(history[0].change->fields[0].after, std::vector<std::string>{"\"drie\""});
  b.run(cmd::RestoreRecord{"signal", id, history[2].step->number});
  EXPECT_EQ(title_of(b, id), "een");
  b.run(cmd::DeleteSignal{id});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(title_of(b, id), "(weg)");
  b.run(cmd::RestoreRecord{"signal", id, history[1].step->number});
  EXPECT_EQ(title_of(b, id), "twee");
  expect_shown(b);
}

TEST(Book, ForgetsTheJournalAtItsDateAndOnRequest) {
  Bench b;
  const std::string id = add_signal(b, "een");
  b.host.now_ms += 91LL * 24 * 60 * 60 * 1000;
  b.run(cmd::CloseToast{});
  retitle(b, id, "twee");
  b.restart();
  EXPECT_EQ(b.state().book.journal.size(), 1U);
  EXPECT_EQ(keys_under(b, "journal/"), 1U);
  b.run(cmd::ForgetJournal{});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(keys_under(b, "journal/"), 0U);
  EXPECT_TRUE(b.state().undo.empty());
  EXPECT_EQ(title_of(b, id), "twee");
}

TEST(Book, LosesNothingWhenTheStorageIsFullAndSavesItWhenThereIsRoomAgain) {
  Bench b;
  add_signal(b, "past nog");
  b.host.capacity_bytes = 100;
  const std::string id = add_signal(b, "past niet");
  EXPECT_EQ(b.state().saving.state, SaveState::kFailed);
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->code, ErrorCode::kStorageFull);
  EXPECT_EQ(title_of(b, id), "past niet") << "still on the screen";
  b.run(cmd::OpenDossier{std::string(24, 'a')});
  EXPECT_EQ(b.state().problem->key, "error.save_first") << "leaving would lose it";
  b.host.capacity_bytes = std::uint64_t{1} << 40U;
  b.run(cmd::TrySave{});
  EXPECT_EQ(b.state().saving.state, SaveState::kSaved);
  b.restart();
  EXPECT_EQ(title_of(b, id), "past niet");
}

TEST(Book, KeepsWhatWasConfirmedWhateverTheMomentOfACrash) {
  Random random(4);
  for (int round = 0; round < 60; ++round) {
    Bench b;
    std::vector<std::string> confirmed;
    const int steps = 1 + static_cast<int>(random.below(12));
    for (int i = 0; i < steps; ++i) {
      const std::string id = add_signal(b, "nr " + std::to_string(i));
      ASSERT_EQ(b.state().saving.state, SaveState::kSaved);
      confirmed.push_back(id);
      if (random.below(4) == 0) {
        b.run(cmd::Undo{});
        b.run(cmd::Redo{});
      }
    }
    const std::string name = state_name(b);
    const std::size_t count = b.state().dossier->signals.size();
    // The last tap is never answered: it was not confirmed, and is there or not, as far as the device came.
    b.app.run(start_tag());
    b.app.run(cmd::SaveTag{});
    const bool reached = random.below(2) == 0;
    const std::string with_it = state_name(b);
    for (const platform::Effect& effect : b.app.take_effects()) {
      if (reached) b.host.perform(effect);
    }
    static_cast<void>(b.host.take_answers());
    b.restart();
    expect_shown(b);
    EXPECT_EQ(state_name(b), b.state().dossier->signals.size() == count ? name : with_it);
    for (const std::string& id : confirmed) EXPECT_NE(title_of(b, id), "(weg)");
  }
}

TEST(Book, OnlyLooksWhileAnotherPageWritesAndReadsAnewWhenThatIsClosed) {
  platform::MemoryHost device;
  device.writer = false;
  Bench b(std::move(device));
  b.run(start_tag());
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.other_tab");
  b.run(cmd::SupportSignal{"a1", true});
  EXPECT_TRUE(b.state().dossier->signals[0].support.empty());
  EXPECT_TRUE(b.host.kept.empty());
  // The other page saved something, and is closed.
  Bench other(device_nr(2));
  const std::string id = add_signal(other, "van het andere tabblad");
  b.host.kept = other.host.kept;
  b.host.push(platform::Writer{true});
  b.settle();
  EXPECT_EQ(title_of(b, id), "van het andere tabblad");
  b.run(cmd::CloseProblem{});
  add_signal(b, "en verder");
  EXPECT_FALSE(b.state().problem.has_value());
}

TEST(Book, HoldsSeveralDossiersAndSwitchesBetweenThem) {
  Bench b;
  const std::string id = add_signal(b, "in het voorbeeld");
  const std::string example = b.state().slug;
  model::Dossier wijk = *b.state().dossier;
  wijk.id = "eigen-wijk";
  wijk.title = "Onze wijk";
  wijk.issues.clear();
  wijk.signals.resize(1);
  give(b, formats::write_dossier(wijk));
  EXPECT_EQ(b.state().import->preview.relation, ImportPreview::Relation::kOther);
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(b.state().dossier->title, "Onze wijk");
  EXPECT_EQ(b.state().urn->total(), 0) << "the ballots of the example stay with the example";
  EXPECT_EQ(b.state().shelf.size(), 2U);
  const std::string own = add_signal(b, "in onze wijk");
  b.restart();
  EXPECT_EQ(b.state().dossier->title, "Onze wijk");
  EXPECT_EQ(title_of(b, own), "in onze wijk");
  b.run(cmd::OpenDossier{example});
  EXPECT_EQ(title_of(b, id), "in het voorbeeld");
  EXPECT_EQ(b.state().undo.size(), 1U);
  // A file of the other one is opened there.
  give(b, formats::write_dossier(wijk));
  EXPECT_EQ(b.state().import->preview.relation, ImportPreview::Relation::kOtherOnShelf);
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(b.state().dossier->title, "Onze wijk");
  ASSERT_TRUE(b.state().import.has_value());
  EXPECT_EQ(b.state().route.screen, Screen::kImport);
  EXPECT_EQ(b.state().import->preview.relation, ImportPreview::Relation::kNothingNew);
  b.run(cmd::CancelImport{});
  b.run(cmd::ForgetDossier{b.state().slug});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(b.state().slug, example);
  EXPECT_EQ(b.state().shelf.size(), 1U);
  b.restart();
  EXPECT_EQ(title_of(b, id), "in het voorbeeld");
}

TEST(Book, TakesOverWhatAnEarlierVersionKept) {
  platform::MemoryHost device;
  model::Dossier old = *make_fixed().example_dossier;
  old.signals.push_back(make_signal("b9", "van vroeger"));
  device.kept["dossier"] = formats::write_dossier(old);
  Bench b(std::move(device));
  EXPECT_EQ(title_of(b, "b9"), "van vroeger");
  EXPECT_FALSE(b.host.kept.contains("dossier"));
  EXPECT_EQ(keys_under(b, "snapshot"), 1U);
  b.restart();
  EXPECT_EQ(title_of(b, "b9"), "van vroeger");
  expect_shown(b);
}

TEST(Book, SetsADamagedSnapshotAsideWithAllThatBelongsToIt) {
  Bench b;
  add_signal(b, "een");
  add_signal(b, "twee");
  const std::string folder = folder_of(b.state().slug);
  std::string& snapshot = b.host.kept[folder + "snapshot"];
  snapshot.resize(snapshot.size() / 2);
  const std::string bytes = snapshot;
  b.restart();
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem_safe_key, "problem.safe_set_aside");
  EXPECT_EQ(b.state().dossier->signals.size(), 2U) << "the example";
  std::size_t aside = 0;
  bool whole = false;
  for (const auto& [key, value] : b.host.kept) {
    if (!key.starts_with("x/")) continue;
    ++aside;
    whole = whole || value == bytes;
  }
  EXPECT_TRUE(whole);
  EXPECT_GE(aside, 4U);
  b.host.offered.clear();
  b.run(cmd::ExportAside{});
  EXPECT_EQ(b.host.offered.size(), aside);
  b.run(cmd::CloseProblem{});
  b.restart();
  EXPECT_FALSE(b.state().problem.has_value());
}

TEST(Book, GoesOnWithoutAPartOfTheLogThatCannotBeRead) {
  Bench b;
  add_signal(b, "een");
  const std::string bad = add_signal(b, "twee");
  const std::string good = add_signal(b, "drie");
  bool damaged = false;
  for (auto& [key, bytes] : b.host.kept) {
    if (!damaged && key.starts_with(folder_of(b.state().slug) + "log/")) {
      bytes.pop_back();
      damaged = true;
    }
  }
  ASSERT_TRUE(damaged);
  b.restart();
  EXPECT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(title_of(b, bad), "(weg)");
  EXPECT_EQ(title_of(b, good), "drie");
  expect_shown(b);
}

TEST(Book, ShowsWhatTheDocumentShowsAfterAnyTaps) {
  Random random(11);
  for (int round = 0; round < 20; ++round) {
    Bench b;
    std::vector<std::string> ids = {"a1", "a2"};
    for (int i = 0; i < 40; ++i) {
      const std::string id = ids[random.index(ids.size())];
      b.host.now_ms += static_cast<std::int64_t>(random.below(5000)) - 1000;
      switch (random.below(9)) {
        case 0:
        case 1:
          ids.push_back(add_signal(b, "nr " + std::to_string(i)));
          break;
        case 2:
          if (find_signal(*b.state().dossier, id) != nullptr) retitle(b, id, "anders " + std::to_string(i));
          break;
        case 3:
          b.run(cmd::SupportSignal{id, random.below(2) == 0});
          break;
        case 4:
          b.run(cmd::DeleteSignal{id});
          b.run(cmd::AnswerDialog{random.below(3) != 0});
          break;
        case 5:
        case 6:
          b.run(cmd::Undo{});
          break;
        case 7:
          b.run(cmd::Redo{});
          break;
        default:
          if (random.below(3) == 0) b.restart();
          break;
      }
      expect_shown(b);
      if (testing::Test::HasFailure()) return;
    }
    const std::string before = state_name(b);
    b.restart();
    EXPECT_EQ(state_name(b), before);
    expect_shown(b);
  }
}

TEST(Book, NumbersItsStepsOnAlsoWhenTheJournalWasForgotten) {
  Bench b;
  const std::string id = add_signal(b, "een");
  retitle(b, id, "twee");
  retitle(b, id, "drie");
  b.run(cmd::ForgetJournal{});
  b.run(cmd::AnswerDialog{true});
  b.restart();
  retitle(b, id, "vier");
  b.restart();
  EXPECT_EQ(title_of(b, id), "vier") << "the newest step is laid over the older ones";
  expect_shown(b);
}

TEST(Book, PutsTheExampleBackAsItWas) {
  Bench b;
  retitle(b, "a1", "veranderd");
  b.run(cmd::BackToExample{});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(title_of(b, "a1"), "Lamp stuk");
  EXPECT_TRUE(b.state().undo.empty());
  EXPECT_EQ(keys_under(b, ""), 0U);
  b.restart();
  EXPECT_EQ(title_of(b, "a1"), "Lamp stuk");
}

TEST(Book, ReadsNoDossierOfWhichSomethingIsStillOnItsWay) {
  Bench b;
  add_signal(b, "een");
  const std::string example = b.state().slug;
  model::Dossier wijk = *b.state().dossier;
  wijk.id = "eigen-wijk";
  give(b, formats::write_dossier(wijk));
  b.run(cmd::ConfirmImport{});
  const std::string own = b.state().slug;
  b.run(cmd::OpenDossier{example});
  // A slow disk: two steps are not answered yet, the second not even sent.
  b.host.hold = true;
  const std::string id = add_signal(b, "twee");
  retitle(b, id, "drie");
  b.run(cmd::OpenDossier{own});
  EXPECT_TRUE(b.state().loading);
  b.run(cmd::OpenDossier{example});
  EXPECT_EQ(b.state().slug, own) << "one after the other";
  b.host.hold = false;
  b.settle();
  b.run(cmd::OpenDossier{example});
  EXPECT_EQ(title_of(b, id), "drie");
  b.restart();
  EXPECT_EQ(title_of(b, id), "drie");
}

TEST(Book, KnowsThatThereAreFoldersAfterAllWasWiped) {
  Bench b;
  b.run(cmd::Wipe{});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(b.state().folder.what, platform::FolderState::What::kNone);
}

}  // namespace stoepkrijt::app::test
