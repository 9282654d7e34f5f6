// Moments and numbers of exchange formats, as servers and spreadsheets really write them.
#include "formats/reports/moments.hpp"

#include <gtest/gtest.h>

namespace stoepkrijt::formats {
namespace {

TEST(Moments, AreWrittenInUtcToTheSecond) {
  EXPECT_EQ(iso_moment(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(iso_moment(1'795'946'700'999), "2026-11-29T10:05:00Z");
  EXPECT_EQ(iso_moment(-1), "1969-12-31T23:59:59Z");
}

TEST(Moments, AreReadInEveryWayThatIso8601IsWritten) {
  constexpr std::int64_t kMoment = 1'795'946'700'000;
  for (const char* text :
       {"2026-11-29T10:05:00Z", "2026-11-29T10:05Z", "2026-11-29 10:05:00", "2026-11-29T11:05:00+01:00",
        "2026-11-29T11:05:00+0100", "2026-11-29T11:05+01", "2026-11-29T05:05:00.000-05:00"}) {
    EXPECT_EQ(parse_moment(text), kMoment) << text;
  }
  EXPECT_EQ(parse_moment("2026-11-29T10:05:00.25Z"), kMoment + 250);
  EXPECT_EQ(parse_moment("2026-11-29T10:05:00.123456789Z"), kMoment + 123);
  EXPECT_EQ(parse_moment("2026-11-29"), kMoment - (10 * 60 + 5) * 60'000);
  EXPECT_EQ(parse_moment(iso_moment(kMoment)), kMoment);
}

TEST(Moments, ThatDoNotExistAreNothing) {
  for (const char* text :
       {"", "29-11-2026", "2026-02-29", "2026-11-29T", "2026-11-29T25:00Z", "2026-11-29T10:61Z", "2026-11-29T10:05:00X",
        "2026-11-29T10:05:00+99:00", "2026-11-29T10:05:00Z ", "2026-11-29T10:05:00.Z", "2026-11-29T10:05:00+01:0"}) {
    EXPECT_FALSE(parse_moment(text).has_value()) << text;
  }
}

TEST(Degrees, AreExactBothWays) {
  EXPECT_EQ(degrees(44'912'345), "4.4912345");
  EXPECT_EQ(degrees(-5'000'000), "-0.5");
  EXPECT_EQ(degrees(520'000'000), "52");
  EXPECT_EQ(degrees(1), "0.0000001");
  for (const std::int32_t e7 : {0, 1, -1, 44'912'345, -1'800'000'000, 1'800'000'000}) {
    EXPECT_EQ(parse_degrees(degrees(e7), 180), e7);
  }
  EXPECT_EQ(parse_degrees("52,0116", 90), 520'116'000);
  EXPECT_EQ(parse_degrees("4.36e0", 180), 43'600'000);
  for (const char* text : {"", "90.0000001", "-91", "noord", "52.1.2", "1e99", "NaN"}) {
    EXPECT_FALSE(parse_degrees(text, 90).has_value()) << text;
  }
}

TEST(Metres, AreMillimetresWithAPoint) {
  EXPECT_EQ(metres(6000), "6");
  EXPECT_EQ(metres(250), "0.25");
  EXPECT_EQ(parse_millimetres("6,5"), 6500);
  EXPECT_EQ(parse_millimetres("-3"), -3000);
  EXPECT_FALSE(parse_millimetres("3 km").has_value());
}

}  // namespace
}  // namespace stoepkrijt::formats
