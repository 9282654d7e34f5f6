#include "model/date.hpp"

#include <gtest/gtest.h>

namespace stoepkrijt::model {
namespace {

TEST(Date, KnowsTheDaysThatExist) {
  for (const char* day : {"2026-11-16", "2024-02-29", "2000-02-29", "1900-01-01", "2199-12-31"}) {
    EXPECT_TRUE(is_date(day)) << day;
  }
}

TEST(Date, RefusesDaysThatDoNotExist) {
  for (const char* day :
       {"2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-1-01",
        "26-01-01", "2026/01/01", "2026-01-01T00:00", "", "2026-01-0x", "-026-01-01", "1899-12-31", "2200-01-01"}) {
    EXPECT_FALSE(is_date(day)) << day;
  }
}

TEST(Date, CountsFrom1970) {
  EXPECT_EQ(day_number("1970-01-01"), 0);
  EXPECT_EQ(day_number("1969-12-31"), -1);
  EXPECT_EQ(day_number("2000-03-01"), 11017);
  EXPECT_EQ(day_number("2026-11-22"), 20779);
}

TEST(Date, ComesBackForEveryDay) {
  std::int64_t days = 0;
  for (std::int64_t n = *day_number("1900-01-01"); n <= *day_number("2199-12-31"); ++n, ++days) {
    ASSERT_EQ(day_number(iso_date(n)), n);
  }
  EXPECT_EQ(days, 109573);  // 300 years with 73 leap days: 1900 and 2100 have none
}

TEST(Date, MovesWithinTheCalendar) {
  EXPECT_EQ(moved("2026-12-31", 1), "2027-01-01");
  EXPECT_EQ(moved("2026-03-01", -1), "2026-02-28");
  EXPECT_EQ(moved("2199-12-31", 7), "2199-12-31");
  EXPECT_EQ(moved("1900-01-01", -7), "1900-01-01");
  EXPECT_EQ(moved("2026-02-30", 1), "1970-01-02") << "a day that does not exist";
  EXPECT_EQ(nearest_date(100'000'000'000), "2199-12-31");
  EXPECT_EQ(nearest_date(-100'000'000'000), "1900-01-01");
}

}  // namespace
}  // namespace stoepkrijt::model
