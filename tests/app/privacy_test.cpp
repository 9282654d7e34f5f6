// How reporters can be reached, apart from the dossier; and until when a dossier may be kept.
#include <gtest/gtest.h>

#include "app/contacts.hpp"
#include "app/planning.hpp"
#include "app/views/contact_view.hpp"
#include "app/views/files_view.hpp"
#include "app/views/import_view.hpp"
#include "book_fixture.hpp"
#include "formats/photos/named_member.hpp"
#include "formats/reports/reports.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

constexpr std::string_view kMail = "fatma@voorbeeld.nl";

void keep_contact(Bench& b, const std::string& signal = "a1") {
  b.run(cmd::GoTo{{Screen::kSignal, signal}});
  b.run(cmd::GoTo{{Screen::kContact, signal}});
  b.run(cmd::SetContact{signal, {"Fatma", std::string(kMail), "06 12345678"}});
}

TEST(ContactData, IsKeptApartAndComesBackAfterARestart) {
  Bench b;
  keep_contact(b);
  ASSERT_EQ(b.state().problem, std::nullopt);
  EXPECT_EQ(b.state().route, (Route{Screen::kSignal, "a1"}));
  EXPECT_EQ(formats::write_merged(*b.state().book.document).find(kMail), std::string::npos);
  EXPECT_EQ(keys_under(b, "contacts"), 1U);
  for (const auto& [key, bytes] : b.host.kept) {
    EXPECT_EQ(bytes.find(kMail) != std::string::npos, key.ends_with("/contacts")) << key;
  }
  b.restart();
  ASSERT_NE(b.state().contacts, nullptr);
  EXPECT_EQ(b.state().contacts->at("a1").email, kMail);
  b.run(cmd::SetContact{"a1", {}});
  b.restart();
  EXPECT_EQ(b.state().contacts, nullptr);
}

TEST(ContactData, WithNothingFilledInSaysWhatIsMissingAndStays) {
  Bench b;
  b.run(cmd::GoTo{{Screen::kContact, "a1"}});
  b.run(cmd::SetContact{"a1", {"Fatma", "", ""}});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.contact_empty");
  EXPECT_EQ(b.state().route.screen, Screen::kContact);
}

TEST(ContactData, IsInNoFileUnlessItIsAskedForThatOneFile) {
  Bench b;
  keep_contact(b);
  for (const ReportFormat format :
       {ReportFormat::kCsv, ReportFormat::kGeoJson, ReportFormat::kOpen311, ReportFormat::kSignalen}) {
    b.run(cmd::ExportSignals{format});
    EXPECT_EQ(b.host.offered.back().bytes.find(kMail), std::string::npos);
  }
  EXPECT_EQ(formats::split_member(exported(b), "contacts").bytes, "");
  b.run(cmd::SetContactsLeave{true});
  const std::string with = exported(b);
  EXPECT_EQ(read_contacts(formats::split_member(with, "contacts").bytes)->at("a1").email, kMail);
  EXPECT_EQ(formats::split_member(exported(b), "contacts").bytes, "") << "it was for one file";
}

TEST(ContactData, GoesIntoSignalenOnlyAndOnlyWhenAsked) {
  Bench b;
  keep_contact(b);
  for (const ReportFormat format : {ReportFormat::kCsv, ReportFormat::kGeoJson, ReportFormat::kOpen311}) {
    b.run(cmd::SetContactsLeave{true});
    b.run(cmd::ExportSignals{format});
    EXPECT_EQ(b.host.offered.back().bytes.find(kMail), std::string::npos);
  }
  b.run(cmd::SetContactsLeave{true});
  b.run(cmd::ExportSignals{ReportFormat::kSignalen});
  const std::string& file = b.host.offered.back().bytes;
  EXPECT_NE(
      file.find("\"reporter\":{\"email\":\"fatma@voorbeeld.nl\",\"phone\":\"06 12345678\",\"sharing_allowed\":true}"),
      std::string::npos)
      << file;
  EXPECT_NE(file.find("\"reporter\":{\"sharing_allowed\":false}"), std::string::npos) << "the other has none";
}

TEST(ContactData, ThatCameWithAFileIsTakenInAndOwnDataStays) {
  Bench a(device_nr(1));
  const std::string fresh = add_signal(a, "Stoep los");
  keep_contact(a, fresh);
  keep_contact(a, "a1");
  a.run(cmd::SetContactsLeave{true});
  const std::string file = exported(a);
  Bench b(device_nr(2));
  b.run(cmd::SetContact{"a1", {"", "ander@voorbeeld.nl", ""}});
  give(b, file);
  ASSERT_TRUE(b.state().import.has_value());
  EXPECT_EQ(b.state().import->contacts.size(), 2U);
  EXPECT_EQ(b.state().contacts->size(), 1U) << "nothing changes before the yes";
  b.run(cmd::ConfirmImport{});
  ASSERT_EQ(b.state().contacts->size(), 2U);
  EXPECT_EQ(b.state().contacts->at("a1").email, "ander@voorbeeld.nl");
  EXPECT_EQ(b.state().contacts->at(fresh).email, kMail);
}

TEST(ContactData, OfADossierThatWasLaidAsideComesInOnceThatOneIsOpen) {
  Bench a(device_nr(1));
  const std::string fresh = add_signal(a, "Stoep los");
  keep_contact(a, fresh);
  const std::string first = exported(a);
  a.run(cmd::SetContactsLeave{true});
  const std::string with = exported(a);
  Bench b(device_nr(2));
  give(b, first);
  b.run(cmd::ConfirmImport{});
  const std::string slug = b.state().slug;
  merge::Document other = *b.state().book.document;
  other.id = "een-andere-wijk";
  give(b, formats::write_merged(other));
  b.run(cmd::ConfirmImport{});
  ASSERT_NE(b.state().slug, slug) << "another dossier is open";
  give(b, with);
  b.run(cmd::ConfirmImport{});
  ASSERT_TRUE(b.state().import.has_value()) << "its own dossier is open, and it is looked at anew";
  EXPECT_EQ(b.state().import->contacts.size(), 1U);
  b.run(cmd::ConfirmImport{});
  ASSERT_NE(b.state().contacts, nullptr);
  EXPECT_EQ(b.state().contacts->at(fresh).email, kMail);
}

TEST(ContactData, ThatIsDamagedStaysOutAndTheRestComesIn) {
  Bench a(device_nr(1));
  const std::string fresh = add_signal(a, "Stoep los");
  const std::string file = formats::with_member(exported(a), "contacts", "{\"contacts\":[{}]}");
  Bench b(device_nr(2));
  give(b, file);
  ASSERT_TRUE(b.state().import.has_value());
  EXPECT_TRUE(b.state().import->contacts_refused);
  EXPECT_FALSE(make_import_view(b.state(), nl()).warnings.empty());
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(title_of(b, fresh), "Stoep los");
  EXPECT_EQ(b.state().contacts, nullptr);
}

TEST(ContactData, GoesWithItsSignalAndWithTheDossier) {
  Bench b;
  keep_contact(b);
  b.run(cmd::DeleteSignal{"a1"});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(b.state().contacts, nullptr);
  keep_contact(b, "a2");
  b.run(cmd::ForgetDossier{b.state().slug});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(b.state().contacts, nullptr);
  for (const auto& [key, bytes] : b.host.kept) EXPECT_EQ(bytes.find(kMail), std::string::npos) << key;
}

TEST(ContactData, ThatCannotBeRightIsRefusedWithWhatToDo) {
  struct Case {
    Contact contact;
    std::string_view key;
  };
  for (const Case& c : {Case{{"Fatma", "", ""}, "error.contact_empty"},
                        {{"", "fatma", ""}, "error.contact_email"},
                        {{"", "fatma@", ""}, "error.contact_email"},
                        {{"", "@voorbeeld.nl", ""}, "error.contact_email"},
                        {{"", "fatma@voorbeeld", ""}, "error.contact_email"},
                        {{"", "fatma@voorbeeld.", ""}, "error.contact_email"},
                        {{"", "fat ma@voorbeeld.nl", ""}, "error.contact_email"},
                        {{"", "a@b@voorbeeld.nl", ""}, "error.contact_email"},
                        {{"", "", "12345"}, "error.contact_phone"},
                        {{"", "", "06 bel mij 123"}, "error.contact_phone"},
                        {{std::string(201, 'a'), "fatma@voorbeeld.nl", ""}, "error.contact_name"}}) {
    const auto ok = validate(c.contact);
    ASSERT_FALSE(ok) << c.contact.email << c.contact.phone;
    EXPECT_EQ(ok.error().key, c.key);
    EXPECT_TRUE(nl().has(std::string(c.key)));
  }
  for (const Contact& good :
       {Contact{"", "a@b.nl", ""}, Contact{"", "", "+31 (0)6-12345678"}, Contact{"", "", "112112"}}) {
    EXPECT_TRUE(validate(good));
  }
}

TEST(ContactData, ComesBackAsTheSameValue) {
  const Contacts some = {{"a1", {"Fatma \"F\"", "f@voorbeeld.nl", ""}}, {"b", {"", "", "0612345678"}}};
  const auto back = read_contacts(write_contacts(some));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, some);
  EXPECT_FALSE(read_contacts("{\"contacts\":[],\"format\":\"stoepkrijt-contacts\",\"version\":2}"));
  EXPECT_FALSE(read_contacts("[]"));
}

TEST(KeepUntil, IsTwoYearsAfterTheLastThingUntilSomebodyChooses) {
  model::Dossier dossier;
  EXPECT_EQ(last_day(dossier), "") << "it tells of nothing";
  model::Walk walk;
  walk.date = "2026-03-01";
  dossier.walks.push_back(walk);
  EXPECT_EQ(last_day(dossier), "2028-02-29");
  dossier.signals.push_back(make_signal("a", "Later"));
  dossier.signals[0].time_ms = 1'796'000'000'000;  // 30 November 2026
  EXPECT_EQ(last_day(dossier), "2028-11-29");
  dossier.delete_by = "2027-01-01";
  EXPECT_EQ(last_day(dossier), "2027-01-01");
}

TEST(KeepUntil, AtTheEndOfTheCalendarCannotGoBeyond) {
  Bench b;
  b.run(cmd::SetDeleteBy{"2199-12-31"});
  const FilesView view = make_files_view(b.state(), nl());
  EXPECT_EQ(view.keep_after, "2199-12-31");
  EXPECT_EQ(view.keep_before, "2199-10-01");
  model::Dossier dossier;
  dossier.signals.push_back(make_signal("a", "Ver weg"));
  dossier.signals[0].time_ms = 8'640'000'000'000'000;
  EXPECT_EQ(last_day(dossier), "2199-12-31");
}

TEST(KeepUntil, IsAStepThatMergesAndCanBeTakenBack) {
  Bench a(device_nr(1));
  add_signal(a, "Stoep los");
  a.run(cmd::SetDeleteBy{"2027-06-30"});
  EXPECT_EQ(a.state().dossier->delete_by, "2027-06-30");
  EXPECT_EQ(make_files_view(a.state(), nl()).keep_day, nl().day_and_year("2027-06-30"));
  expect_shown(a);
  Bench b(device_nr(2));
  give(b, exported(a));
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(b.state().dossier->delete_by, "2027-06-30");
  a.run(cmd::Undo{});
  EXPECT_EQ(a.state().dossier->delete_by, "");
  a.run(cmd::SetDeleteBy{"2027-02-30"});
  EXPECT_EQ(a.state().dossier->delete_by, "") << "a day that does not exist";
}

TEST(KeepUntil, AsksWhenTheDayIsOverAndErasesNothingByItself) {
  Bench b;
  const std::string id = add_signal(b, "Stoep los");
  b.run(cmd::SetDeleteBy{"2027-01-01"});
  b.restart();
  EXPECT_EQ(b.state().dialog.kind, Dialog::Kind::kNone);
  b.host.now_ms = 1'830'000'000'000;  // December 2027
  b.restart();
  EXPECT_EQ(b.state().dialog.kind, Dialog::Kind::kKeepPast);
  EXPECT_FALSE(make_files_view(b.state(), nl()).keep_past.empty());
  b.run(cmd::AnswerDialog{false});
  EXPECT_EQ(title_of(b, id), "Stoep los") << "not now: it stays";
  b.restart();
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(title_of(b, id), "(weg)");
  EXPECT_EQ(keys_under(b, "snapshot"), 0U);
}

}  // namespace
}  // namespace stoepkrijt::app::test
