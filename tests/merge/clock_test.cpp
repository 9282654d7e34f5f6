// The hybrid clock and the version vector, by hand: each row is one clause of the rule.
#include "merge/clock.hpp"

#include <gtest/gtest.h>

#include "hands.hpp"
#include "merge/version_vector.hpp"

namespace stoepkrijt::merge::test {
namespace {

const ActorId kMe = actor(1);

Clock at(std::int64_t time_ms, std::uint32_t count) { return {time_ms, count, kMe}; }

TEST(Clock, OfAWriteFollowsTheWallOrCounts) {
  EXPECT_EQ(tick(at(100, 5), 101), at(101, 0));  // wall > l
  EXPECT_EQ(tick(at(100, 5), 100), at(100, 6));  // the same moment
  EXPECT_EQ(tick(at(100, 5), 7), at(100, 6));    // the wall ran backwards
  EXPECT_EQ(tick(at(100, 5), -7), at(100, 6));   // before 1970
  EXPECT_EQ(tick(at(100, kMaxCount), 100), at(101, 0));
  EXPECT_EQ(tick(at(0, 0), INT64_MAX), at(kLastWallMs, 0));
  EXPECT_EQ(tick(at(kLastWallMs, 3), INT64_MAX), at(kLastWallMs, 4));
}

TEST(Clock, OfAnImportIsAfterBothAndTheWall) {
  const Clock heard{200, 7, actor(2)};
  EXPECT_EQ(hear(at(200, 5), heard, 100), at(200, 8));          // m = l = h.l: max(c, h.c) + 1
  EXPECT_EQ(hear(at(200, 9), heard, 100), at(200, 10));         //
  EXPECT_EQ(hear(at(300, 5), heard, 100), at(300, 6));          // m = l
  EXPECT_EQ(hear(at(100, 5), heard, 100), at(200, 8));          // m = h.l
  EXPECT_EQ(hear(at(100, 5), heard, 900), at(900, 0));          // m = wall
  EXPECT_EQ(hear(at(200, kMaxCount), heard, 100), at(201, 0));  // the counter is full
}

TEST(Clock, ThatIsMoreThanADayAheadMovesTheOwnOneToADayAheadAtMost) {
  const Clock day{kNow + kDayMs, 7, actor(2)};
  const Clock more{kNow + kDayMs + 1, 7, actor(2)};
  const Clock year_2099{4'080'000'000'000, 7, actor(2)};
  EXPECT_FALSE(is_ahead(day, kNow));
  EXPECT_TRUE(is_ahead(more, kNow));
  EXPECT_EQ(hear(at(kNow, 0), day, kNow), at(kNow + kDayMs, 8));
  EXPECT_EQ(hear(at(kNow, 0), year_2099, kNow), at(kNow + kDayMs, 1));
  // One's own clock, ahead from before, does not move back.
  EXPECT_EQ(hear(at(kNow + 9 * kDayMs, 4), year_2099, kNow), at(kNow + 9 * kDayMs, 5));
}

TEST(Clock, IsComparedByTimeThenCountThenActor) {
  EXPECT_LT(at(1, 9), at(2, 0));
  EXPECT_LT(at(1, 1), at(1, 2));
  EXPECT_LT((Clock{1, 1, actor(1)}), (Clock{1, 1, actor(2)}));
}

TEST(VersionVector, CoversWhatItWasRaisedToAndJoinsPointwise) {
  VersionVector a;
  a.raise({actor(2), 5});
  a.raise({actor(2), 3});
  VersionVector b;
  b.raise({actor(1), 1});
  b.raise({actor(2), 7});
  EXPECT_TRUE(a.covers({actor(2), 5}));
  EXPECT_FALSE(a.covers({actor(2), 6}));
  EXPECT_FALSE(a.covers({actor(1), 1}));
  a.join(b);
  EXPECT_EQ(a, b);
  EXPECT_EQ(VersionVector::from_value(a.to_value()), a);
  VersionVector c;
  c.raise({actor(3), 1});
  c.raise({actor(2), 9});
  c.join(a);
  EXPECT_EQ(c.seen(actor(1)), 1U);
  EXPECT_EQ(c.seen(actor(2)), 9U);
  EXPECT_EQ(c.seen(actor(3)), 1U);
  EXPECT_EQ(c.entries().size(), 3U);
}

TEST(VersionVector, IsNoValueOfAnotherForm) {
  for (const char* value : {"null", "[]", "{\"x\":1}", "{\"00000000000000000000000001\":0}", "{"}) {
    EXPECT_FALSE(VersionVector::from_value(value)) << value;
  }
}

}  // namespace
}  // namespace stoepkrijt::merge::test
