#include "formats/gpx/gpx.hpp"

#include <gtest/gtest.h>

#include <string>

namespace stoepkrijt::formats {
namespace {

Error error_of(std::string_view text, const GpxLimits& limits = {}) {
  const Result<GpxFile> file = read_gpx(text, nullptr, limits);
  return file ? Error() : file.error();
}

std::string track_of(std::string_view points) {
  return "<gpx version=\"1.1\" creator=\"t\"><trk><trkseg>" + std::string(points) + "</trkseg></trk></gpx>";
}

TEST(GpxReader, ReadsWhatAnOldProgramWrites) {
  GpxNotes notes;
  const Result<GpxFile> file = read_gpx(
      "<?xml version=\"1.0\"?><gpx version=\"1.0\" creator=\"Oud\" xmlns=\"http://www.topografix.com/GPX/1/0\">\n"
      "<name> Rondje </name><author>Ans</author><time>2009-05-01T10:00:00+02:00</time><bounds minlat=\"1\"/>\n"
      "<wpt lat=\" 52.1 \" lon=\"4.5\"><ele>3</ele><name>bank</name></wpt>\n"
      "<trk><name>spoor</name><trkseg><trkpt lat=\"52.1\" lon=\"4.5\"><ele>1</ele><course>3</course>"
      "<time>2009-05-01T10:00:00Z</time></trkpt></trkseg></trk></gpx>",
      &notes);
  ASSERT_TRUE(file) << file.error().key;
  EXPECT_EQ(file->creator, "Oud");
  EXPECT_EQ(file->name, "Rondje");
  EXPECT_EQ(file->author, "Ans");
  EXPECT_EQ(file->time_ms, 1'241'164'800'000);
  ASSERT_EQ(file->waypoints.size(), 1U);
  EXPECT_EQ(file->waypoints[0].name, "bank");
  EXPECT_EQ(file->waypoints[0].point.place, (geo::LonLat{45000000, 521000000}));
  ASSERT_EQ(file->tracks.size(), 1U);
  EXPECT_EQ(file->tracks[0].name, "spoor");
  EXPECT_TRUE(file->tracks[0].segments[0].points[0].time_ms.has_value());
  EXPECT_EQ(notes.version, "1.0");
  EXPECT_EQ(notes.passed_over, 4U) << "bounds, ele twice, course";
}

TEST(GpxReader, PassesOverWhatOthersAddAndTakesOnlyItsOwnAccuracy) {
  GpxNotes notes;
  const Result<GpxFile> file = read_gpx(
      "<gpx version=\"1.1\" creator=\"t\" xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:o=\"urn:other\" "
      "xmlns:s=\"urn:stoepkrijt:gpx:1\"><metadata><extensions><o:trkpt/></extensions></metadata><trk><trkseg>"
      "<trkpt lat=\"1\" lon=\"2\"><hdop>9</hdop><extensions><o:accuracy>99</o:accuracy><o:a><s:accuracy>5</s:accuracy>"
      "</o:a></extensions></trkpt>"
      "<trkpt lat=\"1\" lon=\"2\"><extensions><s:accuracy>7.25</s:accuracy></extensions></trkpt>"
      "<trkpt lat=\"1\" lon=\"2\"><extensions><s:accuracy>-3</s:accuracy></extensions></trkpt>"
      "<o:trkpt/></trkseg></trk></gpx>",
      &notes);
  ASSERT_TRUE(file) << file.error().key;
  const auto& points = file->tracks[0].segments[0].points;
  ASSERT_EQ(points.size(), 3U);
  EXPECT_FALSE(points[0].accuracy_mm.has_value());
  EXPECT_EQ(points[1].accuracy_mm, 7250);
  EXPECT_FALSE(points[2].accuracy_mm.has_value());
}

TEST(GpxReader, KeepsWhatIsOddAndSaysWhereTheFirstIs) {
  GpxNotes notes;
  const Result<GpxFile> file = read_gpx(
      track_of("<trkpt lat=\"52\" lon=\"4\"><time>2026-01-01T10:00:00Z</time></trkpt>"
               "<trkpt lat=\"52.001\" lon=\"4\"><time>2026-01-01T09:59:00Z</time></trkpt>"  // back; 111 m in no time
               "<trkpt lat=\"52.003\" lon=\"4\"><time>2026-01-01T09:59:05Z</time></trkpt>"  // 222 m in 5 s
               "<trkpt lat=\"52.003\" lon=\"4\"><time>gisteren</time></trkpt>"
               "<trkpt lat=\"52.03\" lon=\"4\"></trkpt>"  // 3 km without times
               "<trkpt lat=\"52.03\" lon=\"179.999\"></trkpt><trkpt lat=\"52.03\" lon=\"-179.999\"></trkpt>"),
      &notes);
  ASSERT_TRUE(file) << file.error().key;
  EXPECT_EQ(file->tracks[0].segments[0].points.size(), 7U) << "nothing is lost";
  EXPECT_EQ(notes.backwards.count, 1U);
  EXPECT_EQ(notes.backwards.point, 2U);
  EXPECT_EQ(notes.jumps.count, 3U);
  EXPECT_EQ(notes.jumps.track, 1U);
  EXPECT_EQ(notes.jumps.segment, 1U);
  EXPECT_EQ(notes.jumps.point, 3U);
  EXPECT_EQ(notes.antimeridian.count, 1U);
  EXPECT_EQ(notes.antimeridian.point, 7U);
  EXPECT_EQ(notes.unreadable_times.count, 1U);
  EXPECT_EQ(notes.unreadable_times.point, 4U);
}

TEST(GpxReader, AGoodWalkHasNoNotes) {
  std::string points;
  for (int i = 0; i < 60; ++i) {
    points += "<trkpt lat=\"52.00" + std::to_string(10 + i) +
              "\" lon=\"4\"><time>2026-01-01T10:00:" + std::to_string(10 + i % 50) + "Z</time></trkpt>";
    if (i == 49) points += "</trkseg><trkseg>";
  }
  GpxNotes notes;
  ASSERT_TRUE(read_gpx(track_of(points), &notes));
  EXPECT_EQ(notes.backwards.count + notes.jumps.count + notes.antimeridian.count, 0U);
}

TEST(GpxReader, RefusesWhatItCannotPlaceWithItsLine) {
  const Error nowhere = error_of(track_of("\n<trkpt lat=\"52\"/>"));
  EXPECT_EQ(nowhere.key, "error.gpx_no_place");
  EXPECT_EQ(nowhere.where.line, 2U);
  EXPECT_EQ(error_of(track_of("<trkpt lat=\"91\" lon=\"4\"/>")).key, "error.gpx_place");
  EXPECT_EQ(error_of(track_of("<trkpt lat=\"52\" lon=\"180.5\"/>")).key, "error.gpx_place");
  EXPECT_EQ(error_of(track_of("<trkpt lat=\"x\" lon=\"4\"/>")).key, "error.gpx_place");
  EXPECT_EQ(error_of(track_of("<trkpt lat=\"\" lon=\"4\"/>")).key, "error.gpx_place");
}

TEST(GpxReader, RefusesOtherFiles) {
  EXPECT_EQ(error_of("<kml/>").key, "error.wrong_format_gpx");
  EXPECT_EQ(error_of("{}").key, "error.not_xml");
  EXPECT_EQ(error_of("<gpx version=\"2.0\"/>").key, "error.gpx_version");
  EXPECT_EQ(error_of("<gpx version=\"1.1\">").key, "error.not_xml") << "cut off";
  EXPECT_TRUE(looks_like_gpx("<?xml version=\"1.0\"?>\n<gpx/>"));
  EXPECT_FALSE(looks_like_gpx("<osm/>"));
}

TEST(GpxReader, HasLimits) {
  GpxLimits limits;
  limits.max_points = 2;
  const std::string three = "<trkpt lat=\"1\" lon=\"1\"/><trkpt lat=\"1\" lon=\"1\"/>\n<trkpt lat=\"1\" lon=\"1\"/>";
  const Error many = error_of(track_of(three), limits);
  EXPECT_EQ(many.code, ErrorCode::kTooLarge);
  EXPECT_EQ(many.key, "error.gpx_too_many");
  EXPECT_EQ(many.where.line, 2U);
  limits.max_places = 3;
  EXPECT_EQ(error_of("<gpx><trk/><trk/><rte/><wpt lat=\"1\" lon=\"1\"/></gpx>", limits).key, "error.gpx_too_many");
  GpxNotes notes;
  const Result<GpxFile> file =
      read_gpx("<gpx creator=\"t\"><name>" + std::string(10'000, 'x') + "</name></gpx>", &notes);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->name.size(), kGpxMostText);
  EXPECT_EQ(notes.cut_texts.count, 1U);
  EXPECT_EQ(notes.cut_texts.line, 1U);
}

// 24 MB of it here; the format's page says how 200 MB was measured.
TEST(GpxReader, TakesALargeFileInPiecesWithoutHoldingIt) {
  constexpr int kSegments = 2000;
  std::string segment = "<trkseg>";
  for (int i = 0; i < 100; ++i) {
    segment +=
        "<trkpt lat=\"52.0001\" lon=\"4.0001\"><ele>1</ele><time>2026-01-01T10:00:00Z</time>"
        "<extensions><x>0123456789</x></extensions></trkpt>\n";
  }
  segment += "</trkseg>";
  GpxReader reader;
  ASSERT_TRUE(reader.take("<gpx creator=\"t\"><trk>"));
  for (int i = 0; i < kSegments; ++i) ASSERT_TRUE(reader.take(segment));
  ASSERT_TRUE(reader.take("</trk></gpx>"));
  GpxNotes notes;
  const Result<GpxFile> file = reader.finish(&notes);
  ASSERT_TRUE(file);
  ASSERT_EQ(file->tracks[0].segments.size(), static_cast<std::size_t>(kSegments));
  EXPECT_EQ(file->tracks[0].segments.back().points.size(), 100U);
  EXPECT_EQ(notes.jumps.count, 0U);
}

}  // namespace
}  // namespace stoepkrijt::formats
