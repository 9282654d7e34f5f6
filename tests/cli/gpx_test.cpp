#include <gtest/gtest.h>

#include "cli/cli_run.hpp"

namespace stoepkrijt::cli {
namespace {

constexpr std::string_view kWalk =
    "<gpx version=\"1.1\" creator=\"Horloge\"><metadata><name>Rondje</name></metadata>"
    "<wpt lat=\"52\" lon=\"4\"/><rte><rtept lat=\"52\" lon=\"4\"/><rtept lat=\"52\" lon=\"4\"/></rte>"
    "<trk><trkseg><trkpt lat=\"52\" lon=\"4\"><time>2026-01-01T10:00:00Z</time></trkpt>"
    "<trkpt lat=\"52.01\" lon=\"4\"><time>2026-01-01T09:00:00Z</time></trkpt></trkseg></trk></gpx>";

TEST(GpxCommand, SaysWhatIsInIt) {
  const Answer answer = run_with({"gpx", "x.pb"}, kWalk);
  EXPECT_EQ(answer.exit_code, kDone) << answer.err;
  EXPECT_EQ(answer.out,
            "GPX 1.1, Horloge\nRondje\n1 waypoint\n1 route, 2 stops\n1 track, 1 segment, 2 points\n"
            "From 2026-01-01T09:00:00Z to 2026-01-01T10:00:00Z\n");
  EXPECT_NE(answer.err.find("1 time goes backwards. The first: track 1, segment 1, point 2."), std::string::npos)
      << answer.err;
  EXPECT_NE(answer.err.find("1 point jumps away"), std::string::npos) << answer.err;
}

TEST(GpxCommand, SaysItAsJson) {
  const Answer answer = run_with({"gpx", "x.pb", "--json"}, kWalk);
  EXPECT_EQ(answer.out,
            "{\"antimeridian\":0,\"backwards\":1,\"creator\":\"Horloge\",\"cut_texts\":0,"
            "\"first\":\"2026-01-01T09:00:00Z\",\"jumps\":1,\"last\":\"2026-01-01T10:00:00Z\",\"passed_over\":0,"
            "\"points\":2,\"points_with_time\":2,\"routes\":1,\"segments\":1,\"stops\":2,\"tracks\":1,"
            "\"unreadable_times\":0,\"version\":\"1.1\",\"waypoints\":1}\n");
}

TEST(GpxCommand, RefusesWhatIsNone) {
  const Answer other = run_with({"gpx", "x.pb"}, "<kml/>");
  EXPECT_EQ(other.exit_code, kFault);
  EXPECT_EQ(other.out, "");
  EXPECT_NE(other.err.find("This is not a GPX file"), std::string::npos) << other.err;
  EXPECT_EQ(run_with({"gpx"}).exit_code, kFault);
  EXPECT_EQ(run_with({"gpx", "x.pb", "--output", "y"}).exit_code, kFault);
}

}  // namespace
}  // namespace stoepkrijt::cli
