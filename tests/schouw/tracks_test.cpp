// Places become a way walked; jumps, old times and places of three kilometres do not.
#include "schouw/tracks.hpp"

#include <gtest/gtest.h>

#include <random>

namespace stoepkrijt::schouw {
namespace {

using model::TrackPoint;

/// `north` metres (about) from a corner, after so many seconds.
TrackPoint at(double north, std::int64_t seconds, std::int32_t accuracy_mm = 5'000) {
  return {{45'000'000, 519'000'000 + static_cast<std::int32_t>(north * 89.93)},
          accuracy_mm,
          1'760'000'000'000 + seconds * 1000};
}

struct Recorder {
  Segments segments;
  std::vector<TrackPoint> doubtful;
  Taken take(TrackPoint point, bool fresh = false) { return take_place(segments, point, fresh, doubtful); }
};

TEST(Tracks, TakeStepsAndLeaveOutStandingStill) {
  Recorder r;
  EXPECT_EQ(r.take(at(0, 0)), Taken::kNewSegment);
  EXPECT_EQ(r.take(at(1, 1)), Taken::kNear);
  EXPECT_EQ(r.take(at(6, 5)), Taken::kAdded);
  EXPECT_EQ(r.take(at(6, 10)), Taken::kNear);
  EXPECT_EQ(r.take(at(6, 26)), Taken::kAdded) << "standing still is said now and then";
  EXPECT_NEAR(length_m(r.segments), 6.0, 0.1);
  EXPECT_EQ(walking_ms(r.segments), 26'000);
}

TEST(Tracks, StartAnewAfterAPauseAndAfterALostSignal) {
  Recorder r;
  r.take(at(0, 0));
  EXPECT_EQ(r.take(at(10, 10)), Taken::kAdded);
  EXPECT_EQ(r.take(at(400, 80)), Taken::kNewSegment) << "70 seconds without a place";
  EXPECT_EQ(r.take(at(405, 85), true), Taken::kNewSegment);
  ASSERT_EQ(r.segments.size(), 3U);
  EXPECT_NEAR(length_m(r.segments), 10.0, 0.1) << "the gap is not walked";
  EXPECT_EQ(walking_ms(r.segments), 10'000);
}

TEST(Tracks, RefuseWhatIsVagueOrOfBefore) {
  Recorder r;
  EXPECT_EQ(r.take(at(0, 0, 3'000'000)), Taken::kVague);
  EXPECT_TRUE(r.segments.empty());
  r.take(at(0, 10));
  EXPECT_EQ(r.take(at(20, 5)), Taken::kBackwards);
  EXPECT_EQ(r.take(at(20, 10)), Taken::kBackwards);
  EXPECT_EQ(count_points(r.segments), 1U);
}

TEST(Tracks, DoNotBelieveOneJumpButBelieveTwoThatAgree) {
  Recorder r;
  r.take(at(0, 0));
  r.take(at(8, 5));
  EXPECT_EQ(r.take(at(900, 10)), Taken::kJump);
  EXPECT_EQ(r.take(at(15, 12)), Taken::kAdded) << "it was one wild place";
  EXPECT_EQ(r.take(at(900, 17)), Taken::kJump);
  EXPECT_EQ(r.take(at(905, 20)), Taken::kNewSegment);
  ASSERT_EQ(r.segments.size(), 2U);
  EXPECT_EQ(r.segments[1].size(), 2U);
  EXPECT_LT(length_m(r.segments), 25.0) << "no street of 900 metres in between";
}

TEST(Tracks, WhateverADeviceSaysTheResultIsATrack) {
  std::mt19937 random(20261129);
  for (int round = 0; round < 50; ++round) {
    Recorder r;
    std::int64_t seconds = 0;
    for (int i = 0; i < 300; ++i) {
      seconds += static_cast<std::int64_t>(random() % 90) - 20;
      r.take(at(static_cast<double>(random() % 2000), seconds, static_cast<std::int32_t>(random() % 80'000)),
             random() % 40 == 0);
    }
    std::int64_t last = INT64_MIN;
    for (const auto& segment : r.segments) {
      ASSERT_FALSE(segment.empty());
      for (std::size_t i = 0; i < segment.size(); ++i) {
        EXPECT_GE(segment[i].time_ms, last);
        last = segment[i].time_ms;
        EXPECT_LE(segment[i].accuracy_mm, kVagueTrackMm);
      }
    }
  }
}

TEST(Tracks, AreFullOneDay) {
  Recorder r;
  for (std::int64_t i = 0; i < static_cast<std::int64_t>(model::kMaxTrackPoints); ++i) {
    ASSERT_NE(r.take(at(static_cast<double>(i % 2) * 10.0, i * 10)), Taken::kFull);
  }
  EXPECT_EQ(count_points(r.segments), model::kMaxTrackPoints);
  EXPECT_EQ(r.take(at(0, 1'000'000)), Taken::kFull);
  EXPECT_EQ(count_points(r.segments), model::kMaxTrackPoints);
}

}  // namespace
}  // namespace stoepkrijt::schouw
