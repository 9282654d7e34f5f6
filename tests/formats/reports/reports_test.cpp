// Signals as GeoJSON, Open311 and Signalen: what is written holds to the specification and comes back.
#include "formats/reports/reports.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "reports_sample.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

TEST(ReportsGeoJson, ComeBackAsTheyWere) {
  const std::vector<Report> before = test::sample();
  const std::string text = write_reports_geojson(before);
  EXPECT_TRUE(looks_like_reports_geojson(text));
  const auto after = read_reports_geojson(text);
  ASSERT_TRUE(after.has_value());
  EXPECT_TRUE(after->left_out.empty());
  EXPECT_EQ(after->reports, before);
}

TEST(ReportsGeoJson, HoldsToRfc7946) {
  const auto document = json::Document::parse(write_reports_geojson(test::sample()));
  ASSERT_TRUE(document.has_value());
  const json::Cursor root = document->root();
  EXPECT_EQ(root.get("type")->string().value(), "FeatureCollection");
  EXPECT_FALSE(root.find("crs").has_value());
  std::vector<std::string> box;
  const auto bbox = root.get("bbox");
  for (const json::Cursor number : *bbox) box.emplace_back(number.number_text().value());
  EXPECT_EQ(box, (std::vector<std::string>{"-0.1234567", "51.9000001", "4.3551234", "52.0116789"})) << "W, S, E, N";
  const json::Cursor first = *root.get("features").value().begin();
  EXPECT_EQ(first.get("id")->string().value(), "a1");
  EXPECT_EQ((*first.get("geometry")->get("coordinates").value().begin()).number_text().value(), "4.3551234");
  EXPECT_EQ(write_reports_geojson({}), R"({"features":[],"stoepkrijt":"reports","type":"FeatureCollection"})");
}

TEST(ReportsGeoJson, OfOthersAreReadByTheUsualNames) {
  const auto other = read_reports_geojson(R"({"type":"FeatureCollection","features":[
    {"type":"Feature","geometry":{"type":"Point","coordinates":[4.36,52.01,3]},"properties":{"naam":"Losse tegel","omschrijving":"Bij de school","datum":"2026-05-01"}},
    {"type":"Feature","geometry":{"type":"LineString","coordinates":[[4,52],[5,52]]},"properties":{}},
    {"type":"Feature","geometry":null,"properties":null},
    {"type":"Feature","geometry":{"type":"Point","coordinates":[84500,447300]},"properties":{}},
    {"type":"Feature","geometry":{"type":"Point","coordinates":[4.36,52.02]},"properties":null}]})");
  ASSERT_TRUE(other.has_value());
  ASSERT_EQ(other->reports.size(), 2U);
  EXPECT_EQ(other->reports[0].signal.title, "Losse tegel");
  EXPECT_EQ(other->reports[0].signal.words, "Bij de school");
  EXPECT_EQ(other->reports[0].signal.time_ms, 1'777'593'600'000);
  ASSERT_EQ(other->left_out.size(), 3U);
  EXPECT_EQ(other->left_out[0].item, 2U);
  EXPECT_EQ(other->left_out[2].error.key, "error.report_place");
  EXPECT_EQ(read_reports_geojson("{}").error().key, "error.no_reports");
  EXPECT_EQ(read_reports_geojson("[").error().code, ErrorCode::kNotJson);
}

TEST(Open311, WritesEveryMemberOfTheSpecificationInABareArray) {
  const auto document = json::Document::parse(write_open311(test::sample()));
  ASSERT_TRUE(document.has_value());
  ASSERT_TRUE(document->root().is(json::Type::kArray));
  const json::Cursor first = *document->root().begin();
  EXPECT_EQ(first.size(), 17U);
  EXPECT_EQ(first.get("service_request_id")->string().value(), "SIG-12");
  EXPECT_EQ(first.get("status")->string().value(), "closed");
  EXPECT_EQ(first.get("status_notes")->string().value(), "Is van de vereniging");
  EXPECT_EQ(first.get("service_code")->string().value(), "meubilair");
  EXPECT_EQ(first.get("requested_datetime")->string().value(), "2026-11-29T10:05:00Z");
  EXPECT_TRUE(first.get("media_url")->is(json::Type::kNull));
  EXPECT_TRUE(first.get("lat")->is(json::Type::kNumber));
}

TEST(Open311, ComesBackWithWhatItCanHold) {
  const std::vector<Report> before = test::sample();
  const std::string text = write_open311(before);
  EXPECT_TRUE(looks_like_open311(text));
  const auto after = read_open311(text);
  ASSERT_TRUE(after.has_value());
  ASSERT_EQ(after->reports.size(), 2U);
  const Report& a = after->reports[0];
  EXPECT_EQ(a.signal.place, before[0].signal.place);
  EXPECT_EQ(a.signal.title, before[0].signal.title);
  EXPECT_EQ(a.signal.words, before[0].signal.words);
  EXPECT_EQ(a.signal.theme, before[0].signal.theme) << "known by its sub-theme";
  EXPECT_EQ(a.signal.subtheme, "meubilair");
  EXPECT_EQ(a.signal.time_ms, before[0].signal.time_ms);
  EXPECT_EQ(a.address, before[0].address);
  EXPECT_EQ(a.reference, "SIG-12");
  EXPECT_EQ(a.status, model::IssueStatus::kDone);
  EXPECT_EQ(after->reports[1].signal.theme, model::SchouwTheme::kTogether);
}

TEST(Open311, ReadsWhatServersReallyGive) {
  const auto other = read_open311(
      R"({"service_requests":[{"service_request_id":638344,"status":"open","service_code":"001","service_name":"Potholes",
    "description":null,"requested_datetime":"2010-04-14T06:37:38-08:00","updated_datetime":"","address":"8TH AVE and JUDAH ST","lat":"37.762221815","long":"-122.4651145"},
    {"service_request_id":"2","status":"open","service_code":"001","requested_datetime":"2010-04-14"}, 7]})");
  ASSERT_TRUE(other.has_value());
  ASSERT_EQ(other->reports.size(), 1U);
  EXPECT_EQ(other->reports[0].signal.title, "Potholes");
  EXPECT_EQ(other->reports[0].reference, "638344");
  EXPECT_EQ(other->reports[0].signal.place.lat_e7, 377'622'218);
  EXPECT_EQ(other->reports[0].signal.time_ms, 1'271'255'858'000);
  ASSERT_EQ(other->left_out.size(), 2U);
  EXPECT_EQ(other->left_out[0].item, 2U);
  EXPECT_EQ(other->left_out[1].error.key, "error.no_reports");
}

TEST(Open311, ListsTheServices) {
  EXPECT_EQ(
      write_open311_services({{"zwerfvuil", "Zwerfvuil", "Schoon"}}),
      R"([{"description":null,"group":"Schoon","keywords":null,"metadata":false,"service_code":"zwerfvuil","service_name":"Zwerfvuil","type":"batch"}])");
}

TEST(Signalen, WritesOnlyProblemsAndOnlyWhatItsFormKnows) {
  const auto document = json::Document::parse(write_signalen(test::sample()));
  ASSERT_TRUE(document.has_value());
  ASSERT_EQ(document->root().size(), 1U);
  const json::Cursor first = *document->root().begin();
  for (const json::Cursor member : first) {
    EXPECT_NE(
        std::string_view("category incident_date_start location reporter source text text_extra").find(member.key()),
        std::string_view::npos);
  }
  EXPECT_EQ(first.get("reporter")->size(), 1U) << "nobody's address";
  EXPECT_EQ(first.get("location")->get("geometrie")->get("type")->string().value(), "Point");
}

TEST(Signalen, ComesBackWithWhatItCanHold) {
  const std::vector<Report> before = test::sample();
  const std::string text = write_signalen(before);
  EXPECT_TRUE(looks_like_signalen(text));
  const auto after = read_signalen(text);
  ASSERT_TRUE(after.has_value());
  ASSERT_EQ(after->reports.size(), 1U);
  const model::Signal& s = after->reports[0].signal;
  EXPECT_EQ(s.title, before[0].signal.title);
  EXPECT_EQ(s.words, before[0].signal.words);
  EXPECT_EQ(s.subtheme, "meubilair");
  EXPECT_EQ(s.place, before[0].signal.place);
  EXPECT_EQ(s.buurt, before[0].signal.buurt);
  EXPECT_EQ(s.near_street, "Singelkade");
  EXPECT_EQ(s.time_ms, before[0].signal.time_ms);
}

TEST(Signalen, ReadsAFullSignalOfItsServer) {
  const auto other = read_signalen(R"({"id":12,"text":"Er liggen losse stoeptegels","text_extra":"heel veel",
    "status":{"state":"o","text":"Opgelost","created_at":"2026-01-02T10:00:00+01:00"},
    "location":{"stadsdeel":"A","buurt_code":"aaa1","address":{"openbare_ruimte":"Dam","huisnummer":1,"postcode":"1012JS","woonplaats":"Amsterdam"},
      "geometrie":{"type":"Point","coordinates":[4.890,52.372]}},
    "category":{"sub":"Onderhoud stoep","sub_slug":"onderhoud-stoep-straat-en-fietspad"},
    "reporter":{"email":"melder@example.com","phone":"0612345678"},"incident_date_start":"2018-11-27T09:12:22.000Z"})");
  ASSERT_TRUE(other.has_value());
  ASSERT_EQ(other->reports.size(), 1U);
  const Report& r = other->reports[0];
  EXPECT_EQ(r.address, "Dam 1, Amsterdam");
  EXPECT_EQ(r.signal.subtheme, "onderhoud-stoep-straat-en-fietspad");
  EXPECT_EQ(r.category, "Onderhoud stoep");
  EXPECT_EQ(r.status, model::IssueStatus::kDone);
  EXPECT_EQ(r.status_note, "Opgelost");
  EXPECT_EQ(r.reference, "12");
  const auto none = read_signalen(R"([{"text":"zonder plek"}])");
  ASSERT_TRUE(none.has_value());
  EXPECT_EQ(none->left_out.at(0).error.key, "error.report_no_place");
}

// The files are held against the published schemas by tests/tools/reports_schema.test.mjs.
TEST(Reports, AreWrittenAsTheFilesThatAreHeldAgainstTheSchemas) {
  const auto golden = [](const char* name) {
    return stoepkrijt::test::read_file(std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "tests/fuzz/corpus/reports" /
                                       name)
        .value_or("");
  };
  EXPECT_EQ(write_reports_geojson(test::sample()), golden("sample.geojson"));
  EXPECT_EQ(write_reports_csv(test::sample(), ';'), golden("sample.csv"));
  EXPECT_EQ(write_open311(test::sample()), golden("open311.json"));
  EXPECT_EQ(write_signalen(test::sample()), golden("signalen.json"));
}

TEST(Reports, AreToldApartByTheirContent) {
  const std::vector<Report> all = test::sample();
  for (const std::string& text :
       {write_reports_geojson(all), write_open311(all), write_signalen(all), write_reports_csv(all, ';')}) {
    EXPECT_TRUE(looks_like_reports(text)) << text.substr(0, 40);
    EXPECT_GE(read_reports(text).value().reports.size(), 1U) << text.substr(0, 40);
  }
  EXPECT_FALSE(looks_like_reports(R"({"type":"FeatureCollection","features":[]})")) << "a map";
  EXPECT_EQ(read_reports("hallo").error().key, "error.no_reports");
}

TEST(Reports, OfADossierTellTheStateOfTheirIssueAndNotWhoSupportsThem) {
  model::Dossier dossier;
  model::Signal s;
  s.id = "a";
  s.support = {"sleutel-1", "sleutel-2"};
  dossier.signals = {s};
  dossier.issues = {model::Issue{"i", "Bank", {"a"}, {{model::IssueStatus::kPlanned, 5, "in mei"}}, {}}};
  const std::vector<Report> reports = reports_of(dossier);
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0].status, model::IssueStatus::kPlanned);
  EXPECT_EQ(reports[0].support, 2U);
  EXPECT_EQ(write_reports_geojson(reports).find("sleutel"), std::string::npos);
}

TEST(Reports, AreMadeToFitWhatASignalMayHold) {
  Report report;
  report.signal.place = {1, 1};
  report.signal.title = std::string(300, 'x') + "\x01";
  report.signal.words = std::string(5000, 'y');
  report.signal.subtheme = "met spatie; en meer";
  report.signal.buurt = "\t";
  report.signal.time_ms = -5;
  ASSERT_TRUE(make_usable(report));
  EXPECT_EQ(report.signal.title.size(), 200U);
  EXPECT_EQ(report.signal.words.size(), 3000U);
  EXPECT_EQ(report.signal.subtheme, "met-spatie--en-meer");
  report.signal.id = "id";
  EXPECT_TRUE(model::validate(report.signal));
  // What was made to fit comes back as it is, whatever was cut off where.
  Report cut;
  cut.signal.place = {1, 1};
  cut.signal.words = std::string(59, 'x') + " y";
  cut.address = " Kade 1 , Delft";
  cut.category = std::string(199, 'c') + "  d";
  cut.signal.time_ms = 1'790'000'000'250;
  cut.updated_ms = 1'790'000'000'999;
  ASSERT_TRUE(make_usable(cut));
  EXPECT_EQ(cut.signal.near_street, "Kade 1");
  Report again = cut;
  ASSERT_TRUE(make_usable(again));
  EXPECT_EQ(again, cut);
  EXPECT_EQ(read_reports_geojson(write_reports_geojson({cut})).value().reports, std::vector<Report>{cut});
  Report nowhere;
  EXPECT_EQ(make_usable(nowhere).error().key, "error.report_no_place");
}

}  // namespace
}  // namespace stoepkrijt::formats
