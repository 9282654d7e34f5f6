// The exact test against values that can be worked out by hand, and warnings that chance does not give.
#include "schouw/trends.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace stoepkrijt::schouw {
namespace {

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kNow = 1'795'000'000'000;

Ratio part(std::int64_t a, std::int64_t b) { return {BigInt(a), BigInt(b)}; }

TEST(ChanceOfRise, IsTheTailOfTheBinomial) {
  EXPECT_EQ(chance_of_rise(0, 0, 28, 28), Ratio(1));
  EXPECT_EQ(chance_of_rise(0, 1, 28, 28), part(1, 2));
  EXPECT_EQ(chance_of_rise(0, 5, 1, 1), part(1, 32));
  EXPECT_EQ(chance_of_rise(1, 2, 1, 1), part(1, 2)) << "2 or 3 of 3: (3 + 1) / 8";
  EXPECT_EQ(chance_of_rise(3, 0, 84, 28), Ratio(1));
  EXPECT_EQ(chance_of_rise(0, 3, 84, 28), part(1, 64)) << "each falls in a quarter of the time";
  EXPECT_EQ(chance_of_rise(1, 1, 84, 28), part(7, 16)) << "1 - (3/4)^2";
}

TEST(ChanceOfRise, OfAllPossibleSplitsAddsUp) {
  for (std::int64_t n = 1; n < 40; ++n) {
    // P(X >= k) - P(X >= k + 1) over all k is 1, and the chances fall.
    Ratio last(2);
    for (std::int64_t k = 0; k <= n; ++k) {
      const Ratio now = chance_of_rise(n - k, k, 84, 28);
      EXPECT_LT(now, last);
      last = now;
    }
    EXPECT_EQ(chance_of_rise(n, 0, 84, 28), Ratio(1));
  }
  EXPECT_LT(chance_of_rise(3000, 1200, 84, 28), part(1, 1'000'000)) << "large counts stay exact";
}

void add(model::Dossier& d, const std::string& buurt, std::int64_t days_ago, int times) {
  for (int i = 0; i < times; ++i) {
    model::Signal s;
    s.id = "s" + std::to_string(d.signals.size());
    s.buurt = buurt;
    s.time_ms = kNow - days_ago * kDay - i;
    d.signals.push_back(s);
  }
}

TEST(Trends, WarnOfARiseAndNotOfWhatIsUsual) {
  model::Dossier d;
  add(d, "BU99990101", 10, 12);
  add(d, "BU99990101", 60, 4);
  add(d, "BU99990102", 10, 4);
  add(d, "BU99990102", 60, 12);
  const std::vector<Trend> found = trends(d, kNow);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].now, 12);
  EXPECT_EQ(found[0].before, 4);
  EXPECT_TRUE(found[0].warning);
  EXPECT_FALSE(found[1].warning);
}

TEST(Trends, CountOnlyProblemsOfTheTwoPeriods) {
  model::Dossier d;
  add(d, "", 10, 1);
  add(d, "", 28, 1);   // at the start of the recent period: the one before
  add(d, "", 200, 5);  // too old
  add(d, "", -3, 5);   // not yet
  d.signals.push_back(d.signals[0]);
  d.signals.back().kind = model::SignalKind::kStrong;
  const std::vector<Trend> found = trends(d, kNow);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].now, 1);
  EXPECT_EQ(found[0].before, 1);
  EXPECT_FALSE(found[0].warning) << "two are no rise";
}

TEST(Trends, RarelyWarnWhenNothingChanges) {
  Random random(3);
  int rounds_with_a_warning = 0;
  constexpr int kRounds = 200;
  for (int round = 0; round < kRounds; ++round) {
    model::Dossier d;
    for (int i = 0; i < 300; ++i) {
      model::Signal s;
      s.id = "s" + std::to_string(i);
      s.buurt = "BU9999010" + std::to_string(random.below(9));
      s.time_ms = kNow - static_cast<std::int64_t>(random.below(112)) * kDay;
      d.signals.push_back(s);
    }
    for (const Trend& t : trends(d, kNow)) {
      if (t.warning) {
        ++rounds_with_a_warning;
        break;
      }
    }
  }
  EXPECT_LE(rounds_with_a_warning, kRounds / 10) << "at most one in twenty is promised";
}

}  // namespace
}  // namespace stoepkrijt::schouw
