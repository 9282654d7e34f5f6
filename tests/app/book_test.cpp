// The dossier as the device keeps it: a log and snapshots, undo and history across restarts, several dossiers, one page
// that writes.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/history.hpp"
#include "app/keys.hpp"
#include "app_fixture.hpp"
#include "base/random.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/merged/merged.hpp"
#include "formats/records/records.hpp"
#include "merge/merge.hpp"

namespace stoepkrijt::app::test {
namespace {

cmd::StartTag start_tag(model::SignalKind kind = model::SignalKind::kProblem) {
  return {kind, {52'000'000, 525'000'000}, model::PlacedBy::kPin};
}

std::string add_signal(Bench& b, std::string title) {
  b.run(start_tag());
  const std::string id = b.state().tag->signal.id;
  b.run(cmd::SetTagTitle{std::move(title)});
  b.run(cmd::SaveTag{});
  return id;
}

void retitle(Bench& b, const std::string& id, std::string title) {
  b.run(cmd::EditSignal{id});
  b.run(cmd::SetTagTitle{std::move(title)});
  b.run(cmd::SaveTag{});
}

std::string title_of(const Bench& b, std::string_view id) {
  const model::Signal* signal = find_signal(*b.state().dossier, id);
  return signal == nullptr ? "(weg)" : signal->title;
}

std::string state_name(const Bench& b) { return formats::state_name(*b.state().book.document); }

/// A device with random bytes of its own.
platform::MemoryHost device_nr(std::uint8_t number) {
  platform::MemoryHost host;
  host.entropy_seed = number;
  return host;
}

/// The dossier that is seen is what the document shows, always.
void expect_shown(const Bench& b) {
  const auto view = formats::dossier_of(*b.state().book.document);
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->dossier, *b.state().dossier);
  EXPECT_TRUE(merge::well_formed(*b.state().book.document));
}

std::size_t keys_under(const Bench& b, const std::string& part) {
  const std::string prefix = folder_of(b.state().slug) + part;
  return static_cast<std::size_t>(std::count_if(b.host.kept.begin(), b.host.kept.end(),
                                                [&](const auto& one) { return one.first.starts_with(prefix); }));
}

std::string exported(Bench& b) {
  b.run(cmd::ExportDossier{});
  return b.host.offered.back().bytes;
}

void give(Bench& b, const std::string& bytes, const std::string& name = "buur.json") {
  b.host.files.emplace_back(platform::FilePicked{"import", name, bytes});
  b.run(cmd::AskImport{});
}

}  // namespace

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

TEST(Book, MergesAFileOfTheSameDossierAndUndoingItPutsBackTheVeryState) {
  Bench mine;
  Bench other(device_nr(2));
  other.host.now_ms += 5000;
  const std::string theirs = add_signal(other, "van de buren");
  retitle(other, "a1", "Lamp is weg");
  const std::string own = add_signal(mine, "van mij");
  const std::string before = state_name(mine);
  give(mine, exported(other));
  ASSERT_TRUE(mine.state().import.has_value());
  EXPECT_EQ(mine.state().import->preview.added, 1U);
  EXPECT_EQ(mine.state().import->preview.changed, 1U);
  EXPECT_EQ(state_name(mine), before) << "nothing changes before the yes";
  mine.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(mine, theirs), "van de buren");
  EXPECT_EQ(title_of(mine, own), "van mij");
  EXPECT_EQ(title_of(mine, "a1"), "Lamp is weg");
  expect_shown(mine);
  mine.restart();
  mine.run(cmd::Undo{});
  EXPECT_EQ(state_name(mine), before) << "state and vector of before, also after a restart";
  EXPECT_EQ(title_of(mine, theirs), "(weg)");
  give(mine, exported(other));
  mine.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(mine, theirs), "van de buren") << "what was put back can come again";
}

TEST(Book, UndoesAnImportByWritingOnceAFileHasLeft) {
  Bench mine;
  Bench other(device_nr(2));
  retitle(other, "a1", "Lamp is weg");
  add_signal(mine, "van mij");
  const std::string before = state_name(mine);
  give(mine, exported(other));
  mine.run(cmd::ConfirmImport{});
  const std::string left = exported(mine);
  mine.run(cmd::Undo{});
  EXPECT_NE(state_name(mine), before) << "others know the import: it is taken back by writes, that travel";
  EXPECT_EQ(title_of(mine, "a1"), "Lamp stuk");
  give(mine, left, "terug.json");
  EXPECT_EQ(mine.state().import->preview.relation, ImportPreview::Relation::kNothingNew);
}

TEST(Book, GivesTheSameStateWhicheverWayTheFilesWent) {
  Bench a;
  Bench b(device_nr(2));
  b.host.now_ms += 77;
  add_signal(a, "van a");
  add_signal(b, "van b");
  const std::string from_a = exported(a);
  const std::string from_b = exported(b);
  give(a, from_b);
  a.run(cmd::ConfirmImport{});
  give(b, from_a);
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(state_name(a), state_name(b));
}

TEST(Book, MakesAndReadsPackedFiles) {
  Bench a;
  Bench b(device_nr(2));
  const std::string id = add_signal(a, "ingepakt");
  a.run(cmd::SetExport{true, true});
  const std::string packed = exported(a);
  EXPECT_TRUE(a.host.offered.back().name.ends_with(".json.gz"));
  EXPECT_TRUE(packed.starts_with("\x1F\x8B"));
  give(b, packed, "dossier.json.gz");
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(b, id), "ingepakt");
  EXPECT_EQ(state_name(a), state_name(b));
  give(b, packed.substr(0, packed.size() / 2), "half.json.gz");
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.gzip_cut_off");
}

TEST(Book, ShowsAConflictAndResolvesItForEveryone) {
  Bench a;
  Bench b(device_nr(2));
  b.host.now_ms += 60'000;
  retitle(a, "a1", "Lamp knippert");
  retitle(b, "a1", "Lamp is uit");
  give(a, exported(b));
  EXPECT_EQ(a.state().import->preview.new_conflicts, 1U);
  a.run(cmd::ConfirmImport{});
  EXPECT_EQ(a.state().route.screen, Screen::kConflicts);
  ASSERT_EQ(a.state().book.conflicts, 1U);
  const auto list = conflict_list(a.state());
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].field, "title");
  ASSERT_EQ(list[0].values.size(), 2U);
  EXPECT_EQ(list[0].values[0].value, "\"Lamp is uit\"") << "the later one is shown first";
  EXPECT_TRUE(list[0].values[1].who.own);
  a.run(cmd::Resolve{"signal", "a1", "title", 1});
  EXPECT_EQ(title_of(a, "a1"), "Lamp knippert");
  EXPECT_EQ(a.state().book.conflicts, 0U);
  a.run(cmd::Undo{});
  EXPECT_EQ(title_of(a, "a1"), "Lamp is uit");
  a.run(cmd::Redo{});
  give(b, exported(a));
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(b, "a1"), "Lamp knippert");
  EXPECT_EQ(b.state().book.conflicts, 0U);
  expect_shown(b);
}

TEST(Book, AsksAboutADeletionThatSomebodyDidNotKnowOf) {
  Bench a;
  Bench b(device_nr(2));
  a.run(cmd::DeleteSignal{"a2"});
  a.run(cmd::AnswerDialog{true});
  retitle(b, "a2", "Heel mooie boom");
  give(a, exported(b));
  a.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(a, "a2"), "Heel mooie boom");
  const auto list = conflict_list(a.state());
  ASSERT_EQ(list.size(), 1U);
  EXPECT_TRUE(list[0].deletion);
  a.run(cmd::Resolve{"signal", "a2", "", 1});
  EXPECT_EQ(title_of(a, "a2"), "(weg)");
  EXPECT_EQ(a.state().book.conflicts, 0U);
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

TEST(Book, SharesAFolderWithAnotherDeviceAndBothEndWithTheSame) {
  Bench a;
  Bench b(device_nr(2));
  b.host.now_ms += 3000;
  const std::string of_a = add_signal(a, "van a");
  const std::string of_b = add_signal(b, "van b");
  const auto carry = [](Bench& from, Bench& to) {
    for (const auto& [name, bytes] : from.host.folder) to.host.folder[name] = bytes;
  };
  a.run(cmd::PickFolder{});
  EXPECT_EQ(a.host.folder.size(), 1U);
  carry(a, b);
  b.run(cmd::PickFolder{});
  EXPECT_EQ(title_of(b, of_a), "van a");
  EXPECT_EQ(b.host.folder.size(), 2U);
  carry(b, a);
  a.run(cmd::SyncFolder{});
  EXPECT_EQ(title_of(a, of_b), "van b");
  EXPECT_EQ(state_name(a), state_name(b));
  const std::string later = add_signal(a, "later");
  carry(a, b);
  b.run(cmd::SyncFolder{});
  EXPECT_EQ(title_of(b, later), "later") << "what is saved is written to the folder at once";
  // Half a file, as while it is being copied, and a letter.
  b.host.folder["stoepkrijt-x.json"] = "{\"format\":\"stoepkrijt-doss";
  b.run(cmd::SyncFolder{});
  EXPECT_EQ(b.state().folder.left_out, std::vector<std::string>{"stoepkrijt-x.json"});
  EXPECT_FALSE(b.state().problem.has_value());
  b.host.folder_gone = true;
  b.run(cmd::SyncFolder{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->code, ErrorCode::kNoFolder);
  EXPECT_EQ(title_of(b, later), "later");
}

TEST(Book, PassesOnWhatIsNewByCodesInAnyOrder) {
  Bench a;
  Bench b(device_nr(2));
  // Both know each other's state: the file of the start of the walk.
  add_signal(a, "voor de schouw");
  give(b, exported(a));
  b.run(cmd::ConfirmImport{});
  const std::string id = add_signal(a, "tijdens de schouw");
  retitle(a, "a2", "Boom met lichtjes");
  a.run(cmd::GoTo{{Screen::kExchange, ""}});
  a.run(cmd::ShowCodes{});
  ASSERT_TRUE(a.state().codes.has_value());
  EXPECT_EQ(a.state().codes->records, 2U);
  ASSERT_FALSE(a.state().codes->texts.empty());
  b.run(cmd::ScanCodes{});
  ASSERT_TRUE(b.host.scanning.has_value());
  b.host.push(platform::CodeSeen{"https://example.org/menu"});
  b.settle();
  EXPECT_TRUE(b.state().scan->fault.has_value()) << "a menu of a café is said to be none of ours";
  for (auto text = a.state().codes->texts.rbegin(); text != a.state().codes->texts.rend(); ++text) {
    b.host.push(platform::CodeSeen{*text});
    b.settle();
  }
  EXPECT_FALSE(b.host.scanning.has_value()) << "the camera is off as soon as all is there";
  EXPECT_EQ(b.state().route.screen, Screen::kImport);
  ASSERT_TRUE(b.state().import.has_value());
  EXPECT_EQ(b.state().import->preview.added, 1U);
  EXPECT_EQ(b.state().import->preview.changed, 1U);
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(b, id), "tijdens de schouw");
  EXPECT_EQ(title_of(b, "a2"), "Boom met lichtjes");
  EXPECT_EQ(state_name(a), state_name(b));
  b.run(cmd::ShowCodes{});
  EXPECT_TRUE(b.state().codes->texts.empty()) << "the other has all of this";
}

TEST(Book, RefusesCodesThatBuildOnWhatThisDeviceDoesNotHave) {
  Bench a;
  Bench b(device_nr(2));
  const std::string id = add_signal(a, "een");
  static_cast<void>(exported(a));  // b never gets this file
  retitle(a, id, "twee");
  a.run(cmd::ShowCodes{});
  const std::string before = state_name(b);
  b.run(cmd::ScanCodes{});
  for (const std::string& text : a.state().codes->texts) b.host.push(platform::CodeSeen{text});
  b.settle();
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.delta_gap");
  EXPECT_EQ(state_name(b), before);
}

TEST(Book, ShowsTheNextCodeInTimeAndStopsWhenNobodyLooks) {
  Bench a;
  for (int i = 0; i < 12; ++i)
    add_signal(a, "nummer " + std::to_string(i) + std::string(90, static_cast<char>('a' + i)));
  a.run(cmd::GoTo{{Screen::kExchange, ""}});
  a.run(cmd::ShowCodes{});
  ASSERT_GT(a.state().codes->texts.size(), 1U);
  EXPECT_TRUE(a.state().codes->playing);
  a.host.now_ms = a.host.wake_at_ms;
  a.settle();
  EXPECT_EQ(a.state().codes->at, 1U);
  a.run(cmd::PauseCodes{true});
  a.host.now_ms += 10 * kCodeMs;
  a.settle();
  EXPECT_EQ(a.state().codes->at, 1U);
  a.run(cmd::NextCode{true});
  a.run(cmd::NextCode{true});
  EXPECT_EQ(a.state().codes->at, a.state().codes->texts.size() - 1) << "round and round";
  a.run(cmd::PauseCodes{false});
  a.run(cmd::GoTo{{Screen::kFiles, ""}});
  a.host.now_ms += 10 * kCodeMs;
  a.settle();
  EXPECT_FALSE(a.state().codes.has_value());
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

}  // namespace stoepkrijt::app::test
