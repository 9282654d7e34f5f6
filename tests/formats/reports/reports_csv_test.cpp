// Signals for spreadsheets, both ways.
#include <gtest/gtest.h>

#include "formats/reports/reports.hpp"
#include "reports_sample.hpp"

namespace stoepkrijt::formats {
namespace {

TEST(ReportsCsv, ComeBackAsTheyWere) {
  const std::vector<Report> before = test::sample();
  for (const char separator : {',', ';'}) {
    const std::string text = write_reports_csv(before, separator);
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBFid")) << "a byte order mark and the header";
    EXPECT_TRUE(looks_like_reports_csv(text));
    const auto after = read_reports_csv(text);
    ASSERT_TRUE(after.has_value());
    EXPECT_TRUE(after->left_out.empty());
    ASSERT_EQ(after->reports.size(), 2U);
    EXPECT_EQ(after->reports[0], before[0]);
    EXPECT_EQ(after->reports[1].signal.title, "=SOM(A1)") << "the apostrophe is not part of it";
    EXPECT_EQ(after->reports[1].signal.place, before[1].signal.place);
  }
}

TEST(ReportsCsv, KeepASpreadsheetFromComputing) {
  const std::string text = write_reports_csv(test::sample(), ';');
  EXPECT_NE(text.find(";'=SOM(A1)"), std::string::npos);
  EXPECT_EQ(text.find(";=SOM"), std::string::npos);
}

TEST(ReportsCsv, HoldRdAndDecimalCommasForDutchSpreadsheets) {
  const std::string text = write_reports_csv(test::sample(), ';');
  EXPECT_NE(text.find("4,3551234;52,0116789;"), std::string::npos);
  const auto rd = read_reports_csv("x;y;omschrijving\r\n84500,25;447300;Losse tegel\r\n");
  ASSERT_TRUE(rd.has_value());
  ASSERT_EQ(rd->reports.size(), 1U);
  EXPECT_EQ(rd->reports[0].signal.title, "Losse tegel");
  EXPECT_NEAR(rd->reports[0].signal.place.lat_e7, 520'100'000, 100'000);
  EXPECT_NEAR(rd->reports[0].signal.place.lon_e7, 43'600'000, 200'000);
}

TEST(ReportsCsv, OfOthersAreReadByTheNamesOfTheirColumns) {
  const auto other = read_reports_csv(
      "Latitude\tLongitude\tName\tDescription\n52.01\t4.36\tPut\t\"twee\nregels\"\n\n52.02\t4.37\tBoom\t\n");
  ASSERT_TRUE(other.has_value());
  ASSERT_EQ(other->reports.size(), 2U);
  EXPECT_EQ(other->reports[0].signal.title, "Put");
  EXPECT_EQ(other->reports[0].signal.words, "twee\nregels");
  EXPECT_EQ(other->reports[1].signal.title, "Boom");
}

TEST(ReportsCsv, ARowWithoutAGoodPlaceIsNamedByItsLineAndTheRestIsRead) {
  const auto half =
      read_reports_csv("lon,lat,title\n4.36,52.01,\"een\ntwee\"\n4.36,,zonder\n4.36,91,buiten\n4.36,52.02,goed\n");
  ASSERT_TRUE(half.has_value());
  EXPECT_EQ(half->reports.size(), 2U);
  ASSERT_EQ(half->left_out.size(), 2U);
  EXPECT_EQ(half->left_out[0].item, 4U);
  EXPECT_EQ(half->left_out[0].error.key, "error.report_no_place");
  EXPECT_EQ(half->left_out[1].item, 5U);
  EXPECT_EQ(half->left_out[1].error.key, "error.report_place");
}

TEST(ReportsCsv, ThatHoldNoPlacesAreRefusedWithWords) {
  EXPECT_EQ(read_reports_csv("naam,leeftijd\nJan,3\n").error().key, "error.reports_csv_columns");
  EXPECT_EQ(read_reports_csv("").error().code, ErrorCode::kEmpty);
  EXPECT_EQ(read_reports_csv("lon,lat\n\xFF\xFE").error().code, ErrorCode::kNotUtf8);
  EXPECT_FALSE(looks_like_reports_csv("{\"lon\": 1, \"lat\": 2}"));
  EXPECT_TRUE(read_reports_csv("lon,lat\n").value().reports.empty());
}

}  // namespace
}  // namespace stoepkrijt::formats
