// The dossier between devices: files that merge, conflicts, a shared folder, codes from screen to camera.
#include <gtest/gtest.h>

#include "app/history.hpp"
#include "book_fixture.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/merged/merged.hpp"
#include "formats/records/extract.hpp"

namespace stoepkrijt::app::test {

TEST(Exchange, MergesAFileOfTheSameDossierAndUndoingItPutsBackTheVeryState) {
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

TEST(Exchange, UndoesAnImportByWritingOnceAFileHasLeft) {
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

TEST(Exchange, GivesTheSameStateWhicheverWayTheFilesWent) {
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

TEST(Exchange, MakesAndReadsPackedFiles) {
  Bench a;
  Bench b(device_nr(2));
  const std::string id = add_signal(a, "ingepakt");
  a.run(cmd::SetExport{true, true});
  const std::string packed = exported(a);
  EXPECT_TRUE(a.host.offered.back().name.ends_with(".json.gz"));
  // Whoever asked for a form to read gets that one, also packed.
  const std::string pretty = *formats::gunzip(packed, 100 * json::kMiB);
  EXPECT_NE(pretty.find("  \"records\": {\n"), std::string::npos);
  a.run(cmd::SetExport{true, false});
  const std::string small = *formats::gunzip(exported(a), 100 * json::kMiB);
  EXPECT_NE(small.find("\"tables\":{"), std::string::npos);
  EXPECT_EQ(formats::state_name(*formats::read_merged(small)), state_name(a));
  EXPECT_TRUE(packed.starts_with("\x1F\x8B"));
  give(b, exported(a), "dossier.json.gz");
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(b, id), "ingepakt");
  EXPECT_EQ(state_name(a), state_name(b));
  give(b, packed.substr(0, packed.size() / 2), "half.json.gz");
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.gzip_cut_off");
}

TEST(Exchange, ShowsAConflictAndResolvesItForEveryone) {
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

TEST(Exchange, AsksAboutADeletionThatSomebodyDidNotKnowOf) {
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

TEST(Exchange, SharesAFolderWithAnotherDeviceAndBothEndWithTheSame) {
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
  const std::string half = "stoepkrijt-" + b.state().slug.substr(0, 8) + "-half.json";
  b.host.folder[half] = "{\"format\":\"stoepkrijt-doss";
  b.run(cmd::SyncFolder{});
  EXPECT_EQ(b.state().folder.left_out, std::vector<std::string>{half});
  EXPECT_FALSE(b.state().problem.has_value());
  b.host.folder_gone = true;
  b.run(cmd::SyncFolder{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->code, ErrorCode::kNoFolder);
  EXPECT_EQ(title_of(b, later), "later");
}

TEST(Exchange, PassesOnWhatIsNewByCodesInAnyOrder) {
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

TEST(Exchange, PassesAWholeDossierByCodesToADeviceThatDoesNotHaveIt) {
  Bench a;
  // A dossier that only this device has: its own, made from the example by another id.
  model::Dossier own = *a.state().dossier;
  own.id = "dossier-van-de-schouw";
  own.title = "Schouw op dinsdag";
  give(a, formats::write_dossier(own));
  a.run(cmd::ConfirmImport{});
  ASSERT_EQ(a.state().dossier->id, "dossier-van-de-schouw");
  add_signal(a, "al gezien");
  a.run(cmd::GoTo{{Screen::kExchange, ""}});
  a.run(cmd::ShowCodes{true});
  ASSERT_FALSE(a.state().codes->texts.empty());
  Bench b(device_nr(2));
  b.run(cmd::ScanCodes{});
  for (const std::string& text : a.state().codes->texts) b.host.push(platform::CodeSeen{text});
  b.settle();
  ASSERT_FALSE(b.state().problem.has_value()) << b.state().problem->key;
  ASSERT_TRUE(b.state().import.has_value());
  EXPECT_EQ(b.state().import->preview.relation, ImportPreview::Relation::kOther);
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(state_name(a), state_name(b)) << "byte for byte";
  EXPECT_EQ(b.state().dossier->title, "Schouw op dinsdag");
  // Only what is new of a dossier that is not here cannot be used.
  add_signal(a, "later");
  Bench c(device_nr(3));
  a.run(cmd::ShowCodes{});
  static_cast<void>(exported(a));
  add_signal(a, "nog later");
  a.run(cmd::ShowCodes{});
  c.run(cmd::ScanCodes{});
  for (const std::string& text : a.state().codes->texts) c.host.push(platform::CodeSeen{text});
  c.settle();
  ASSERT_TRUE(c.state().problem.has_value());
  EXPECT_EQ(c.state().problem->key, "error.codes_other_dossier");
}

TEST(Exchange, RefusesCodesThatBuildOnWhatThisDeviceDoesNotHave) {
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

TEST(Exchange, ShowsTheNextCodeInTimeAndStopsWhenNobodyLooks) {
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

TEST(Exchange, KeepsAPartOfADossierBesideTheWhole) {
  Bench b;
  const std::string id = add_signal(b, "blijft");
  const std::string whole = b.state().slug;
  const std::string before = state_name(b);
  formats::Extract how;
  how.redacts = true;
  const auto part = formats::extract(*b.state().book.document, how);
  ASSERT_TRUE(part.has_value());
  ASSERT_EQ(part->document.id, b.state().book.document->id);
  give(b, formats::write_merged(part->document), "deel.json");
  EXPECT_EQ(b.state().import->preview.relation, ImportPreview::Relation::kOnlyToRead);
  b.run(cmd::ConfirmImport{});
  EXPECT_NE(b.state().slug, whole) << "the part has the id of the whole, and never takes its place";
  EXPECT_FALSE(b.state().book.document->mergeable);
  b.run(start_tag());
  b.run(cmd::SaveTag{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.not_mergeable");
  b.run(cmd::CloseProblem{});
  b.restart();
  EXPECT_FALSE(b.state().book.document->mergeable) << "it is opened again as what it is";
  b.run(cmd::OpenDossier{whole});
  EXPECT_EQ(state_name(b), before);
  EXPECT_EQ(title_of(b, id), "blijft");
}

TEST(Exchange, OpensTheWholeBesideAPartOfIt) {
  Bench a;
  Bench b(device_nr(2));
  const std::string id = add_signal(a, "in het geheel");
  const std::string whole = exported(a);
  formats::Extract how;
  how.redacts = true;
  const auto part = formats::extract(*a.state().book.document, how);
  ASSERT_TRUE(part.has_value());
  give(b, formats::write_merged(part->document), "deel.json");
  b.run(cmd::ConfirmImport{});
  ASSERT_FALSE(b.state().book.document->mergeable);
  give(b, whole);
  ASSERT_TRUE(b.state().import.has_value());
  EXPECT_EQ(b.state().import->preview.relation, ImportPreview::Relation::kOther);
  b.run(cmd::ConfirmImport{});
  EXPECT_TRUE(b.state().book.document->mergeable);
  EXPECT_EQ(title_of(b, id), "in het geheel");
}

TEST(Exchange, MergesWithWhatCameBetweenLookingAndYes) {
  Bench a;
  Bench b(device_nr(2));
  Bench c(device_nr(3));
  const std::string of_b = add_signal(b, "uit het bestand");
  const std::string of_c = add_signal(c, "uit de map");
  c.run(cmd::PickFolder{});
  a.run(cmd::PickFolder{});
  give(a, exported(b));
  ASSERT_TRUE(a.state().import.has_value());
  for (const auto& [name, bytes] : c.host.folder) a.host.folder[name] = bytes;
  a.run(cmd::SyncFolder{});
  EXPECT_EQ(title_of(a, of_c), "uit de map");
  a.run(cmd::GoTo{{Screen::kImport, ""}});
  a.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(a, of_b), "uit het bestand");
  EXPECT_EQ(title_of(a, of_c), "uit de map") << "what came meanwhile is still there";
  expect_shown(a);
}

TEST(Exchange, ReadsTheFolderForEachDossierAnew) {
  Bench a;
  Bench b(device_nr(2));
  const std::string of_b = add_signal(b, "van b");
  b.run(cmd::PickFolder{});
  // Device a looks in the folder while another dossier is open.
  add_signal(a, "van a");
  const std::string example = a.state().slug;
  model::Dossier wijk = *a.state().dossier;
  wijk.id = "eigen-wijk";
  give(a, formats::write_dossier(wijk));
  a.run(cmd::ConfirmImport{});
  for (const auto& [name, bytes] : b.host.folder) a.host.folder[name] = bytes;
  a.run(cmd::PickFolder{});
  EXPECT_TRUE(a.state().folder.took_in.empty());
  a.run(cmd::OpenDossier{example});
  EXPECT_EQ(title_of(a, of_b), "van b");
  EXPECT_EQ(a.host.folder.size(), 3U) << "each dossier has a file of its own there";
}

}  // namespace stoepkrijt::app::test
