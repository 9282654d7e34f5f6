// The words of the dossier's screens: records and values, what an import would change, what is to be chosen, what was
// done, and how well all is kept.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/history.hpp"
#include "app/record_words.hpp"
#include "app/views/conflicts_view.hpp"
#include "app/views/exchange_view.hpp"
#include "app/views/files_view.hpp"
#include "app/views/history_view.hpp"
#include "app/views/import_view.hpp"
#include "app/views/more_view.hpp"
#include "app/views/round_words.hpp"
#include "app_fixture.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/merged/merged.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const Lang kLang = read_lang(LangCode::kNl);
  return kLang;
}

std::string add_signal(Bench& b, std::string title) {
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000, 525'000'000}, model::PlacedBy::kPin});
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

platform::MemoryHost device_nr(std::uint8_t number) {
  platform::MemoryHost host;
  host.entropy_seed = number;
  return host;
}

void give(Bench& b, const std::string& bytes, const std::string& name = "buur.json") {
  b.host.files.emplace_back(platform::FilePicked{"import", name, bytes});
  b.run(cmd::AskImport{});
}

void give_from(Bench& b, Bench& other) {
  other.run(cmd::ExportDossier{});
  give(b, other.host.offered.back().bytes);
}

/// Two devices that wrote another title for the same signal, merged on `a`.
void disagree(Bench& a, Bench& b) {
  b.host.now_ms += 60'000;
  retitle(a, "a1", "Lamp knippert");
  retitle(b, "a1", "Lamp is uit");
  give_from(a, b);
  a.run(cmd::ConfirmImport{});
}

}  // namespace

TEST(RecordWords, SayValuesByWhatTheirFieldMeans) {
  Bench b;
  const RecordWords w = record_words(b.state(), nl());
  const auto say = [&](std::string_view kind, std::string_view field, std::string_view value) {
    return value_words(w, kind, field, value);
  };
  EXPECT_EQ(say("plan", "cost", "960000"), "€\u00A09.600");
  EXPECT_EQ(say("plan", "title", "{\"en\":\"Benches\",\"nl\":\"Bankjes\"}"), "“Bankjes”");
  EXPECT_EQ(say("plan", "theme", "\"buitenruimte\""), theme_name(model::Theme::kOutdoor, nl()));
  EXPECT_EQ(say("round", "closes", "\"2026-12-13\""), "13\u00A0december\u00A02026");
  EXPECT_EQ(say("round", "part_funding", "true"), "ja");
  EXPECT_EQ(say("round", "phase", "\"open\""), "open");
  EXPECT_EQ(say("signal", "level", "\"A+\""), "A+");
  EXPECT_EQ(say("signal", "level", "\"unset\""), "niets");
  EXPECT_EQ(say("signal", "theme", "\"heel\""), "Heel");
  EXPECT_EQ(say("signal", "accuracy_mm", "6000"), nl().distance(6));
  EXPECT_EQ(say("signal", "buurt", "\"BU99990101\""), "Oud");
  EXPECT_EQ(say("signal", "place", "[44912345,519239147]"), "51,9239 noord, 4,4912 oost");
  EXPECT_EQ(say("signal", "place", "[-44912345,519239147]"), "51,9239 noord, −4,4912 oost");
  EXPECT_EQ(say("signal", "support", "{\"key\":\"k\",\"sees\":true}"), "iemand ziet dit ook");
  EXPECT_EQ(say("issue", "signals", "\"a1\""), "Lamp stuk");
  EXPECT_EQ(say("issue", "history", "{\"reason\":\"geen geld\",\"status\":\"afgewezen\"}").find("geen geld") ==
                std::string::npos,
            false);
  EXPECT_EQ(say("walk", "route", "[[1,2],[3,4]]"), "2 onderdelen");
  EXPECT_EQ(say("walk", "roles", "[\"bewoner\",\"wijkagent\"]"), "bewoner, wijkagent");
  EXPECT_EQ(say("signal", "words", "null"), "niets");
  EXPECT_EQ(say("signal", "words", "\"\""), "niets");
}

TEST(RecordWords, SayWhatThisVersionDoesNotKnowByItsOwnName) {
  Bench b;
  const RecordWords w = record_words(b.state(), nl());
  EXPECT_EQ(kind_of_record(nl(), "bench"), "bench");
  EXPECT_EQ(field_words(nl(), "colour_of_paint"), "colour_of_paint");
  EXPECT_EQ(value_words(w, "bench", "colour_of_paint", "{\"rgb\":[1,2,3]}"), "{\"rgb\":[1,2,3]}");
  EXPECT_EQ(value_words(w, "plan", "theme", "\"space\""), "space");
  EXPECT_EQ(value_words(w, "plan", "cost", "\"veel\""), "“veel”") << "the wrong type is still said";
  EXPECT_EQ(value_words(w, "signal", "place", "[1]"), "1 onderdeel");
  EXPECT_EQ(value_words(w, "signal", "place", "nonsense"), "nonsense");
  EXPECT_EQ(record_title(w, "signal", "nergens"), "Melding “zonder titel”");
}

TEST(RecordWords, CutLongWordsAtALetterNotAByte) {
  std::string long_words;
  for (int i = 0; i < 100; ++i) long_words += "é";
  const std::string cut_words = cut(long_words, 10);
  EXPECT_EQ(cut_words, "éééééééééé…");
  EXPECT_EQ(cut("kort", 10), "kort");
  EXPECT_EQ(cut("een\ntwee", 10), "een twee");
}

TEST(RecordWords, NameADeletedRecordByWhatItHeld) {
  Bench b;
  const std::string id = add_signal(b, "Stoep ligt los");
  b.run(cmd::DeleteSignal{id});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(record_title(record_words(b.state(), nl()), "signal", id), "Melding “Stoep ligt los”");
}

TEST(ImportPreviewWords, TellWhatIsNewAndWhatIsChangedBeforeTheYes) {
  Bench mine;
  Bench other(device_nr(2));
  other.host.now_ms += 5000;
  add_signal(other, "Van de buren");
  retitle(other, "a1", "Lamp is weg");
  give_from(mine, other);
  const ImportView v = make_import_view(mine.state(), nl());
  EXPECT_TRUE(v.present);
  EXPECT_EQ(v.title, "Dit komt erbij");
  ASSERT_EQ(v.lines.size(), 2U);
  EXPECT_EQ(v.lines[0].left, "Nieuw");
  EXPECT_EQ(v.lines[0].right, "1");
  ASSERT_EQ(v.groups.size(), 2U);
  EXPECT_EQ(v.groups[0].changes[0].title, "Melding “Van de buren”");
  ASSERT_EQ(v.groups[1].changes[0].fields.size(), 1U);
  EXPECT_EQ(v.groups[1].changes[0].fields[0], "titel: was “Lamp stuk”, wordt “Lamp is weg”");
  EXPECT_EQ(v.yes, "Ja, voeg samen");
  EXPECT_TRUE(v.more.empty());
  mine.run(cmd::ConfirmImport{});
  give_from(mine, other);
  const ImportView again = make_import_view(mine.state(), nl());
  EXPECT_EQ(again.title, "Hier staat niets nieuws in");
  EXPECT_TRUE(again.yes.empty());
  EXPECT_EQ(again.no, "Terug");
}

TEST(ImportPreviewWords, ListAtMostFortyChangesAndSayHowManyMore) {
  Bench mine;
  Bench other(device_nr(2));
  for (int i = 0; i < 45; ++i) add_signal(other, "nr " + std::to_string(i));
  give_from(mine, other);
  const ImportView v = make_import_view(mine.state(), nl());
  std::size_t lines = 0;
  for (const ImportView::Group& group : v.groups) lines += group.changes.size();
  EXPECT_EQ(lines, kMostLines);
  EXPECT_EQ(v.more, "En nog 5 veranderingen.");
}

TEST(ImportPreviewWords, SayThatAnotherDossierComesBesideThisOne) {
  Bench b;
  add_signal(b, "in het voorbeeld");  // only then it is a dossier of one's own, beside others
  model::Dossier wijk = *b.state().dossier;
  wijk.id = "eigen-wijk";
  wijk.title = "Onze wijk";
  give(b, formats::write_dossier(wijk));
  const ImportView v = make_import_view(b.state(), nl());
  EXPECT_EQ(v.title, "Dit is een ander dossier");
  EXPECT_EQ(v.lines[0].right, "Onze wijk");
  EXPECT_NE(v.note.find("Oefenwijk"), std::string::npos) << "what stays is named";
  EXPECT_EQ(v.yes, "Ja, zet het ernaast");
  b.run(cmd::ConfirmImport{});
  const FilesView files = make_files_view(b.state(), nl());
  ASSERT_EQ(files.others.size(), 1U);
  EXPECT_EQ(files.others[0].title, "Oefenwijk");
  EXPECT_FALSE(files.others[0].open.empty());
  b.run(cmd::OpenDossier{files.others[0].slug});
  EXPECT_EQ(make_files_view(b.state(), nl()).others[0].title, "Onze wijk");
  give(b, formats::write_dossier(wijk));
  EXPECT_EQ(make_import_view(b.state(), nl()).yes, "Ja, open dat dossier");
}

TEST(ImportPreviewWords, WarnOfAClockThatIsAheadAndOfAFileThatDoesNotFitItself) {
  Bench mine;
  Bench other(device_nr(2));
  other.host.now_ms += std::int64_t{3} * 24 * 60 * 60 * 1000;
  add_signal(other, "uit de toekomst");
  give_from(mine, other);
  ImportView v = make_import_view(mine.state(), nl());
  ASSERT_EQ(v.warnings.size(), 1U);
  EXPECT_NE(v.warnings[0].find("klok"), std::string::npos);
  State state = mine.state();
  state.import->preview.clocks_ahead = 0;
  state.import->preview.same_dots = 1;
  state.import->preview.not_shown = 2;
  v = make_import_view(state, nl());
  ASSERT_EQ(v.warnings.size(), 2U);
  EXPECT_NE(v.warnings[0].find("beschadigd"), std::string::npos);
  EXPECT_NE(v.warnings[1].find("2 dingen"), std::string::npos);
  state.import->preview.relation = ImportPreview::Relation::kOnlyToRead;
  EXPECT_EQ(make_import_view(state, nl()).title, "Dit is een deel van een dossier");
}

TEST(ConflictWords, ShowBothValuesWithWhoAndWhen) {
  Bench a;
  Bench b(device_nr(2));
  b.run(cmd::SetDeviceName{"Tablet buurthuis"});
  disagree(a, b);
  ConflictsView v = make_conflicts_view(a.state(), nl());
  EXPECT_EQ(v.title, "1 verschil");
  ASSERT_EQ(v.cards.size(), 1U);
  EXPECT_EQ(v.cards[0].title, "Melding “Lamp is uit”");
  ASSERT_EQ(v.cards[0].fields.size(), 1U);
  const ConflictsView::Field& field = v.cards[0].fields[0];
  EXPECT_EQ(field.title, "Titel");
  ASSERT_EQ(field.values.size(), 2U);
  EXPECT_EQ(field.values[0].words, "“Lamp is uit”");
  EXPECT_EQ(field.values[0].now, "Staat er nu");
  EXPECT_EQ(field.values[0].who, "Tablet buurthuis");
  EXPECT_EQ(field.values[1].who, "op dit toestel");
  EXPECT_TRUE(field.values[1].now.empty());
  EXPECT_EQ(make_files_view(a.state(), nl()).conflicts, "1 verschil om te kiezen");
  a.restart();
  v = make_conflicts_view(a.state(), nl());
  EXPECT_EQ(v.cards[0].fields[0].values[1].who, "op dit toestel") << "also of an earlier start";
  a.run(cmd::Resolve{v.cards[0].kind, v.cards[0].id, v.cards[0].fields[0].field, 1});
  v = make_conflicts_view(a.state(), nl());
  EXPECT_TRUE(v.cards.empty());
  EXPECT_TRUE(make_files_view(a.state(), nl()).conflicts.empty());
}

TEST(ConflictWords, AskAboutADeletionInWords) {
  Bench a;
  Bench b(device_nr(2));
  a.run(cmd::DeleteSignal{"a2"});
  a.run(cmd::AnswerDialog{true});
  retitle(b, "a2", "Heel mooie boom");
  give_from(a, b);
  a.run(cmd::ConfirmImport{});
  const ConflictsView v = make_conflicts_view(a.state(), nl());
  ASSERT_EQ(v.cards.size(), 1U);
  const ConflictsView::Field& field = v.cards[0].fields[0];
  EXPECT_TRUE(field.deletion);
  ASSERT_EQ(field.values.size(), 2U);
  EXPECT_EQ(field.values[0].choose, "Laat staan");
  EXPECT_EQ(field.values[1].choose, "Toch verwijderen");
  EXPECT_NE(field.words.find("een ander toestel"), std::string::npos) << field.words;
}

TEST(HistoryWords, TellEachStepNewestFirstAndUndo) {
  Bench b;
  add_signal(b, "Stoep ligt los");
  retitle(b, "a1", "Lamp is weg");
  HistoryView v = make_history_view(b.state(), nl());
  ASSERT_EQ(v.entries.size(), 2U);
  EXPECT_EQ(v.entries[0].what, "Melding wijzigen");
  EXPECT_EQ(v.entries[0].changes[0].title, "Melding “Lamp is weg”");
  EXPECT_EQ(v.entries[0].changes[0].fields[0], "titel: was “Lamp stuk”, werd “Lamp is weg”");
  EXPECT_EQ(v.entries[1].changes[0].fields.back(), "Kwam erbij.");
  EXPECT_TRUE(v.undo.can_undo);
  EXPECT_FALSE(v.undo.can_redo);
  b.run(cmd::Undo{});
  v = make_history_view(b.state(), nl());
  EXPECT_EQ(v.entries[0].what, "Teruggezet: melding wijzigen");
  EXPECT_TRUE(v.undo.can_redo);
  EXPECT_EQ(v.keep, 1) << "ninety days";
  b.run(cmd::SetJournalDays{365});
  EXPECT_EQ(make_history_view(b.state(), nl()).keep, 2);
}

TEST(HistoryWords, OfOneRecordOfferEachEarlierState) {
  Bench b;
  retitle(b, "a1", "Lamp is weg");
  retitle(b, "a1", "Lamp is terug");
  add_signal(b, "iets anders");
  b.run(cmd::GoTo{{Screen::kHistory, "signal/a1"}});
  HistoryView v = make_history_view(b.state(), nl());
  EXPECT_TRUE(v.of_record);
  EXPECT_EQ(v.title, "Melding “Lamp is terug”");
  ASSERT_EQ(v.entries.size(), 3U);
  EXPECT_EQ(v.entries[2].what, "Zoals het eerst was");
  EXPECT_EQ(v.entries[0].now, "Zo is het nu");
  EXPECT_TRUE(v.entries[0].restore.empty());
  EXPECT_EQ(v.entries[1].restore, "Zet terug naar toen");
  b.run(cmd::RestoreRecord{v.kind, v.id, v.entries[1].step});
  EXPECT_EQ(find_signal(*b.state().dossier, "a1")->title, "Lamp is weg");
  v = make_history_view(b.state(), nl());
  EXPECT_EQ(v.entries[0].what, "Terugzetten naar toen");
  EXPECT_EQ(v.entries[0].now, "Zo is het nu");
  b.run(cmd::RestoreRecord{v.kind, v.id, v.entries.back().step});
  EXPECT_EQ(find_signal(*b.state().dossier, "a1")->title, "Lamp stuk") << "as it was at first";
}

TEST(HistoryWords, OfARecordMadeHereOfferNothingBeforeIt) {
  Bench b;
  const std::string id = add_signal(b, "nieuw");
  b.run(cmd::GoTo{{Screen::kHistory, "signal/" + id}});
  EXPECT_EQ(make_history_view(b.state(), nl()).entries.size(), 1U);
}

TEST(HistoryWords, ShowOnlyAsMuchAsIsAskedFor) {
  Bench b;
  for (int i = 0; i < 30; ++i) retitle(b, "a1", "Lamp " + std::to_string(i));
  HistoryView v = make_history_view(b.state(), nl());
  EXPECT_EQ(v.entries.size(), kEntriesAtOnce);
  EXPECT_EQ(v.more, "Toon meer");
  EXPECT_EQ(v.count, "30 keer iets gedaan");
  v = make_history_view(b.state(), nl(), 2 * kEntriesAtOnce);
  EXPECT_EQ(v.entries.size(), 30U);
  EXPECT_TRUE(v.more.empty());
}

TEST(HistoryWords, SayFromWhichFileItCame) {
  Bench mine;
  Bench other(device_nr(2));
  add_signal(other, "van de buren");
  give_from(mine, other);
  mine.run(cmd::ConfirmImport{});
  EXPECT_EQ(make_history_view(mine.state(), nl()).entries[0].source, "Kwam uit het bestand “buur.json”");
}

TEST(FilesWords, SayHowMuchRoomThereIsAndWarnInTime) {
  Bench b;
  State state = b.state();
  state.device.storage = {true, true, 12'400'000, 2'012'400'000};
  FilesView v = make_files_view(state, nl());
  EXPECT_EQ(v.room_words, "Gebruikt: 12 MB. Nog over: 2,0 GB.");
  EXPECT_TRUE(v.room_warning.empty());
  state.device.storage = {true, true, 800'000'000, 1'000'000'000};
  EXPECT_FALSE(make_files_view(state, nl()).room_warning.empty());
  state.device.storage = {true, true, 790'000'000, 1'000'000'000};
  EXPECT_TRUE(make_files_view(state, nl()).room_warning.empty());
  EXPECT_EQ(size_words(nl(), 999'999), "minder dan 1 MB");
  EXPECT_EQ(size_words(nl(), 123'400'000'000), "123 GB");
}

TEST(FilesWords, OfferToSaveAgainOnlyWhenSavingFailed) {
  Bench b;
  add_signal(b, "past nog");
  EXPECT_TRUE(make_files_view(b.state(), nl()).try_save.empty());
  b.host.capacity_bytes = 100;
  add_signal(b, "past niet");
  FilesView v = make_files_view(b.state(), nl());
  EXPECT_EQ(v.saved, "Niet bewaard");
  EXPECT_FALSE(v.try_save.empty());
  b.host.capacity_bytes = std::uint64_t{1} << 40U;
  b.run(cmd::TrySave{});
  EXPECT_TRUE(make_files_view(b.state(), nl()).try_save.empty());
}

TEST(FilesWords, SayThatADamagedDossierCannotBeOpened) {
  Bench b;
  State state = b.state();
  state.shelf.push_back({"ff", "", "", 0, 0, true});
  const FilesView v = make_files_view(state, nl());
  ASSERT_EQ(v.others.size(), 1U);
  EXPECT_TRUE(v.others[0].damaged);
  EXPECT_TRUE(v.others[0].open.empty());
  EXPECT_FALSE(v.others[0].remove.empty());
}

TEST(ExchangeWords, FollowTheFolder) {
  using What = platform::FolderState::What;
  Bench b;
  State state = b.state();
  state.folder.what = What::kCannot;
  EXPECT_TRUE(make_exchange_view(state, nl()).folder_button.empty());
  state.folder.what = What::kNone;
  EXPECT_EQ(make_exchange_view(state, nl()).folder_button, "Kies een map");
  state.folder = {What::kAsks, "Buurt", 0, {}, {}, 0, false};
  EXPECT_EQ(make_exchange_view(state, nl()).folder_button, "Open de map weer");
  state.folder.what = What::kOpen;
  state.folder.took_in = {"stoepkrijt-a.json"};
  state.folder.left_out = {"stoepkrijt-b.json"};
  const ExchangeView v = make_exchange_view(state, nl());
  EXPECT_EQ(v.folder_button, "Nu bijwerken");
  EXPECT_EQ(v.folder_name, "Buurt");
  ASSERT_EQ(v.folder_files.size(), 2U);
  EXPECT_EQ(v.folder_files[1].names[0], "stoepkrijt-b.json");
  b.run(cmd::SetDeviceName{"Tablet"});
  EXPECT_EQ(make_exchange_view(b.state(), nl()).device_name, "Tablet");
}

TEST(ChromeWords, SayThatAnotherPageWrites) {
  Bench b;
  State state = b.state();
  EXPECT_TRUE(make_chrome_view(state, nl()).only_looks.empty());
  state.writer = false;
  EXPECT_EQ(make_chrome_view(state, nl()).only_looks, nl().tr("error.other_tab"));
}

}  // namespace stoepkrijt::app::test
