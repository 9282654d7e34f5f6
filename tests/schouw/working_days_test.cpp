// Dutch holidays of years that can be looked up, and terms over them.
#include "schouw/working_days.hpp"

#include <gtest/gtest.h>

#include "model/date.hpp"

namespace stoepkrijt::schouw {
namespace {

std::int64_t day(const char* iso) { return model::day_number(iso).value_or(-1); }
std::string iso(std::int64_t number) { return model::iso_date(number); }

TEST(WorkingDays, KnowEaster) {
  // The latest that there is, twice, and some of our years.
  for (const char* date : {"1943-04-25", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                           "2038-04-25", "2100-03-28"}) {
    EXPECT_EQ(iso(easter(std::stoi(std::string(date).substr(0, 4)))), date);
  }
}

TEST(WorkingDays, KnowTheHolidaysOf2026) {
  std::vector<std::string> found;
  for (std::int64_t d = day("2026-01-01"); d <= day("2026-12-31"); ++d) {
    if (is_holiday(d)) found.push_back(iso(d).substr(5));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25",
                                             "12-26"}));
}

TEST(WorkingDays, KeepTheKingsBirthdayOnSaturdayWhenItIsASunday) {
  EXPECT_TRUE(is_holiday(day("2025-04-26")));
  EXPECT_FALSE(is_holiday(day("2025-04-27")));
  EXPECT_TRUE(is_holiday(day("2013-04-30"))) << "the Queen's day";
}

TEST(WorkingDays, AreMondayToFriday) {
  EXPECT_TRUE(is_working_day(day("2026-11-27")));
  EXPECT_FALSE(is_working_day(day("2026-11-28")));
  EXPECT_FALSE(is_working_day(day("2026-11-29")));
  EXPECT_FALSE(is_working_day(day("2026-04-27"))) << "a Monday, and King's Day";
  EXPECT_TRUE(is_working_day(day("1970-01-02")));
}

TEST(WorkingDays, CountATermFromTheDayAfter) {
  EXPECT_EQ(iso(deadline(day("2026-04-02"), 5, DayCount::kWorking)), "2026-04-13") << "over Easter";
  EXPECT_EQ(iso(deadline(day("2026-11-27"), 1, DayCount::kWorking)), "2026-11-30");
  EXPECT_EQ(iso(deadline(day("2026-12-24"), 3, DayCount::kWorking)), "2026-12-30");
  EXPECT_EQ(iso(deadline(day("2026-11-29"), 0, DayCount::kWorking)), "2026-11-29");
}

TEST(WorkingDays, LetATermOfCalendarDaysEndOnAWorkingDay) {
  EXPECT_EQ(iso(deadline(day("2026-11-20"), 7, DayCount::kCalendar)), "2026-11-27");
  EXPECT_EQ(iso(deadline(day("2026-11-21"), 7, DayCount::kCalendar)), "2026-11-30") << "a Saturday goes on to Monday";
  EXPECT_EQ(iso(deadline(day("2026-12-11"), 14, DayCount::kCalendar)), "2026-12-28") << "Christmas is on a Friday";
}

TEST(WorkingDays, BetweenTwoDaysAreThoseThatADeadlineCounts) {
  for (std::int64_t start = day("2026-03-20"); start < day("2026-06-10"); start += 3) {
    for (const std::int64_t n : {1, 2, 5, 10, 30}) {
      EXPECT_EQ(working_days_between(start, deadline(start, n, DayCount::kWorking)), n);
    }
  }
  EXPECT_EQ(working_days_between(day("2026-11-30"), day("2026-11-27")), -1);
}

}  // namespace
}  // namespace stoepkrijt::schouw
