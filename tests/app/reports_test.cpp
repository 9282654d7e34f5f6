// Signals of other programs come in after a look, once; and go out in each format.
#include "app/reports.hpp"

#include <gtest/gtest.h>

#include "app/views/files_view.hpp"
#include "app/views/import_view.hpp"
#include "app_fixture.hpp"
#include "formats/reports/reports.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

void give(Bench& b, const std::string& bytes, const std::string& name) {
  b.host.files.emplace_back(platform::FilePicked{"import", name, bytes});
  b.run(cmd::AskImport{});
}

constexpr std::string_view kTable =
    "lon;lat;titel;omschrijving;status;datum\n"
    "4,36;52,01;Losse tegel;Bel 06-12345678;open;2026-05-01\n"
    "4,37;52,02;Volle bak;;afgehandeld;2026-05-02\n"
    "4,38;;Nergens;;open;2026-05-02\n";

TEST(ReportsIn, AreShownFirstAndThenStandAmongTheOthers) {
  Bench b;
  const std::size_t before = b.state().dossier->signals.size();
  give(b, std::string(kTable), "meldingen.csv");
  ASSERT_EQ(b.state().route.screen, Screen::kImport);
  EXPECT_EQ(b.state().dossier->signals.size(), before) << "nothing happens before the yes";
  const ImportView v = make_import_view(b.state(), nl());
  ASSERT_EQ(v.lines.size(), 2U);
  EXPECT_EQ(v.lines[0].right, "2");
  EXPECT_EQ(v.lines[1].left, "Doet niet mee");
  EXPECT_EQ(v.yes, "Ja, zet 2 meldingen erbij");
  ASSERT_EQ(v.warnings.size(), 1U);
  ASSERT_EQ(v.groups.size(), 2U);
  EXPECT_EQ(v.groups[1].changes[0].title, "Nummer 4");
  EXPECT_EQ(v.groups[1].changes[0].fields[0], "Er staat niet bij waar het is. Zet er een plek bij.");
  b.run(cmd::ConfirmImport{});
  EXPECT_EQ(b.state().dossier->signals.size(), before + 2);
  EXPECT_EQ(b.state().route.screen, Screen::kSignals);
  ASSERT_EQ(b.state().dossier->issues.size(), 2U) << "what is done is known as done";
  const auto done = std::count_if(b.state().dossier->issues.begin(), b.state().dossier->issues.end(),
                                  [](const model::Issue& i) { return i.status() == model::IssueStatus::kDone; });
  EXPECT_EQ(done, 1);
  EXPECT_TRUE(model::validate(*b.state().dossier));
}

TEST(ReportsIn, TheSameFileBringsNothingTheSecondTimeAndUndoTakesAllOfItBack) {
  Bench b;
  const model::Dossier before = *b.state().dossier;
  give(b, std::string(kTable), "meldingen.csv");
  b.run(cmd::ConfirmImport{});
  const std::size_t with = b.state().dossier->signals.size();
  give(b, std::string(kTable), "meldingen.csv");
  const ImportView v = make_import_view(b.state(), nl());
  EXPECT_EQ(v.title, "Hier staat niets nieuws in");
  EXPECT_TRUE(v.yes.empty());
  EXPECT_EQ(v.lines[0].left, "Heeft u al");
  b.run(cmd::CancelImport{});
  EXPECT_EQ(b.state().dossier->signals.size(), with);
  b.run(cmd::Undo{});
  EXPECT_EQ(b.state().dossier->signals, before.signals);
  EXPECT_EQ(b.state().dossier->issues, before.issues);
}

TEST(ReportsIn, AFileThatIsNoneSaysWhyAndChangesNothing) {
  Bench b;
  const model::Dossier before = *b.state().dossier;
  give(b, "naam,leeftijd\nJan,3\n", "lijst.csv");
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.reports_csv_columns");
  EXPECT_NE(b.state().route.screen, Screen::kImport);
  EXPECT_EQ(*b.state().dossier, before);
}

TEST(ReportsOut, GoOutInEachFormatWithoutWhoSupportsThem) {
  Bench b;
  b.run(cmd::SupportSignal{"a1", true});
  for (const auto& [format, name] : {std::pair{ReportFormat::kCsv, "meldingen-oefenwijk.csv"},
                                     std::pair{ReportFormat::kGeoJson, "meldingen-oefenwijk.geojson"},
                                     std::pair{ReportFormat::kOpen311, "meldingen-oefenwijk-open311.json"},
                                     std::pair{ReportFormat::kSignalen, "meldingen-oefenwijk-signalen.json"}}) {
    b.run(cmd::ExportSignals{format});
    const platform::OfferFile& file = b.host.offered.back();
    EXPECT_EQ(file.name, name);
    EXPECT_EQ(file.bytes.find(b.state().settings.support_key), std::string::npos);
    const auto reports = formats::read_reports(file.bytes);
    ASSERT_TRUE(reports.has_value()) << name;
    EXPECT_EQ(reports->reports.size(), 2U) << name;
    EXPECT_TRUE(reports->left_out.empty()) << name;
  }
  EXPECT_EQ(b.host.offered[0].bytes.find(",\""), std::string::npos) << "semicolons for Dutch spreadsheets";
}

TEST(ReportsOut, WhatGoesOutAndComesBackIsHereAlready) {
  Bench b;
  b.run(cmd::ExportSignals{ReportFormat::kGeoJson});
  give(b, b.host.offered.back().bytes, "terug.geojson");
  EXPECT_TRUE(make_import_view(b.state(), nl()).yes.empty());
}

TEST(ReportsOut, ThePageWarnsOfWordsThatSeemPersonal) {
  Bench b;
  EXPECT_TRUE(make_files_view(b.state(), nl()).signals_warning.empty());
  EXPECT_EQ(make_files_view(b.state(), nl()).signals.size(), 4U);
  give(b, std::string(kTable), "meldingen.csv");
  b.run(cmd::ConfirmImport{});
  EXPECT_FALSE(make_files_view(b.state(), nl()).signals_warning.empty());
}

}  // namespace
}  // namespace stoepkrijt::app::test
