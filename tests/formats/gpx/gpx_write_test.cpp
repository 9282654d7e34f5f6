#include <gtest/gtest.h>

#include <random>
#include <string>

#include "formats/gpx/gpx.hpp"
#include "formats/gpx/gpx_schema.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr std::int64_t kNoon = 1'795'953'600'000;  // 2026-11-29T12:00:00Z

GpxFile walk() {
  GpxFile file;
  file.creator = "Stoepkrijt";
  file.name = "Schouw Crooswijk & \"de Rotte\" <1>";
  file.author = "wijkraad";
  file.time_ms = kNoon;
  file.waypoints = {
      {{{44912345, 519339147}, kNoon + 1500, 6500}, "Zwerfvuil", "", "bij de bak\nlinks", "Flag", "melding"}};
  file.routes = {{"Gepland", "", {{{{44900000, 519300000}, {}, {}}, "Stop 1", "", "", "", ""}}}};
  GpxTrack track;
  track.name = "Gelopen";
  track.segments.resize(3);  // the second is empty
  track.segments[0].points = {{{44912345, 519339147}, kNoon, 4000}, {{44912400, 519339200}, kNoon + 5000, {}}};
  track.segments[2].points = {{{-1'800'000'000, -900'000'000}, {}, {}}, {{0, 0}, {}, 0}};
  file.tracks = {track, {}};
  return file;
}

TEST(GpxWriter, IsAsTheSchemaWantsIt) { EXPECT_EQ(gpx_faults(write_gpx(walk())), "") << write_gpx(walk()); }

TEST(GpxWriter, IsReadBackAsItWas) {
  const Result<GpxFile> back = read_gpx(write_gpx(walk()));
  ASSERT_TRUE(back) << back.error().key;
  EXPECT_EQ(*back, walk());
}

TEST(GpxWriter, WritesTheseVeryBytes) {
  GpxFile file;
  file.creator = "x";
  file.tracks.resize(1);
  file.tracks[0].segments.resize(1);
  file.tracks[0].segments[0].points = {{{44912345, 519339147}, kNoon + 70, 250}};
  EXPECT_EQ(write_gpx(file),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gpx version=\"1.1\" creator=\"x\" xmlns=\"http://www.topografix.com/GPX/1/1\" "
            "xmlns:sk=\"urn:stoepkrijt:gpx:1\">\n"
            "  <trk>\n    <trkseg>\n      <trkpt lat=\"51.9339147\" lon=\"4.4912345\">\n"
            "        <time>2026-11-29T12:00:00.070Z</time>\n"
            "        <extensions><sk:accuracy>0.25</sk:accuracy></extensions>\n      </trkpt>\n"
            "    </trkseg>\n  </trk>\n</gpx>\n");
}

TEST(GpxWriter, WritesThe180thMeridianAsTheSchemaWantsIt) {
  GpxFile file;
  file.waypoints = {{{{1'800'000'000, 0}, {}, {}}, "", "", "", "", ""}};
  EXPECT_EQ(gpx_faults(write_gpx(file)), "");
  const Result<GpxFile> back = read_gpx(write_gpx(file));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->waypoints[0].point.place.lon_e7, -1'800'000'000);
}

TEST(GpxSchemaCheck, FindsWhatIsWrong) {  // a checker that finds nothing would prove nothing
  const std::string good = write_gpx(walk());
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string text = good;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return gpx_faults(text.replace(at, from.size(), to));
  };
  EXPECT_NE(with("creator=\"Stoepkrijt\"", ""), "");
  EXPECT_NE(with("version=\"1.1\" creator", "version=\"1.0\" creator"), "");
  EXPECT_NE(with("12:00:00Z", "12:00:00+01:00"), "");
  EXPECT_NE(with("<name>Zwerfvuil</name>", "<name>Zwerfvuil</name><time>2026-11-29T12:00:00Z</time>"), "");
  EXPECT_NE(with("lon=\"4.4912345\"", "lon=\"180\""), "");
  EXPECT_NE(with("  <rte>", "  <wpt lat=\"0\" lon=\"0\"/><trk/><rte>"), "");
  EXPECT_NE(with("<sk:accuracy>", "<accuracy/><sk:accuracy>"), "");
}

TEST(GpxWriter, SurvivesAThousandRandomFiles) {
  std::mt19937 random(20261129);
  const auto up_to = [&](int most) { return static_cast<std::int32_t>(random() % static_cast<unsigned>(most + 1)); };
  const std::vector<std::string> words = {"", "a", "é <&> \"'", "twee\nregels", "x\ty", "]]>", "&amp;", "𝄞"};
  const auto word = [&] { return words[random() % words.size()]; };
  const auto point = [&] {
    GpxPoint p;
    p.place = {up_to(2'000'000'000) - 200'000'001, up_to(1'800'000'000) - 900'000'000};
    if (up_to(1) == 1) p.time_ms = -2'208'988'800'000 + static_cast<std::int64_t>(random()) * 2204;
    if (up_to(1) == 1) p.accuracy_mm = up_to(INT32_MAX - 1);
    return p;
  };
  for (int i = 0; i < 1000; ++i) {
    GpxFile file;
    file.creator = "x" + word();
    file.name = word();
    file.description = word();
    file.author = word();
    file.keywords = word();
    file.waypoints.resize(static_cast<std::size_t>(up_to(2)));
    for (GpxPlace& place : file.waypoints) place = {point(), word(), word(), word(), word(), word()};
    file.routes.resize(static_cast<std::size_t>(up_to(2)));
    for (GpxRoute& route : file.routes) route = {word(), word(), {{point(), word(), word(), word(), word(), word()}}};
    file.tracks.resize(static_cast<std::size_t>(up_to(2)));
    for (GpxTrack& track : file.tracks) {
      track.name = word();
      track.segments.resize(static_cast<std::size_t>(up_to(2)));
      for (GpxSegment& segment : track.segments) segment.points = {point(), point()};
    }
    const std::string text = write_gpx(file);
    ASSERT_EQ(gpx_faults(text), "") << text;
    const Result<GpxFile> back = read_gpx(text);
    ASSERT_TRUE(back) << back.error().key << "\n" << text;
    ASSERT_EQ(*back, file) << text;
    ASSERT_EQ(write_gpx(*back), text);
  }
}

}  // namespace
}  // namespace stoepkrijt::formats
