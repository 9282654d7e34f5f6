#include "formats/mapfile/mapfile.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

#include "base/sha256.hpp"
#include "formats/mapfile/triangles.hpp"
#include "geo/geometry.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::formats {
namespace {

using model::BaseMap;
using model::MapClass;
using model::MapFeature;

MapFeature feature(MapClass cls, std::vector<model::Line> lines, std::string name = "", std::string kind = "") {
  MapFeature f;
  f.cls = cls;
  f.lines = std::move(lines);
  f.name = std::move(name);
  f.kind = std::move(kind);
  return f;
}

void add_bounds(BaseMap& map) {
  for (const MapFeature& f : map.features) {
    for (const model::Line& line : f.lines) {
      for (const geo::LonLat p : line) map.bounds.add(p);
    }
  }
}

/// A few of everything, in the order in which a file holds them.
BaseMap small_map() {
  BaseMap map;
  map.attributions = {"© OpenStreetMap contributors (ODbL)", "eigen werk"};
  map.features.push_back(
      feature(MapClass::kGreen,
              {{{45000000, 520000000}, {45010000, 520000000}, {45010000, 520010000}, {45000000, 520010000}},
               {{45002000, 520002000}, {45002000, 520004000}, {45004000, 520004000}, {45004000, 520002000}}},
              "Zwanenpark", "park"));
  map.features.push_back(feature(MapClass::kRoadStreet,
                                 {{{45000000, 520000000}, {45003000, 520003000}, {45009000, 520001000}}}, "Dorpsstraat",
                                 "residential"));
  map.features.push_back(feature(MapClass::kBuilding, {{{45005000, 520005000},
                                                        {45006000, 520005000},
                                                        {45006000, 520006000},
                                                        {45005500, 520005500},
                                                        {45005000, 520006000}}}));
  map.features.back().height_mm = 11200;
  map.features.push_back(feature(MapClass::kTree, {{{45007000, 520007000}}}));
  map.features.back().size_mm = 5000;
  map.features.push_back(feature(MapClass::kLabel, {{{45008000, 520008000}}}, "Dorpsstraat", "straat"));
  map.features.back().angle_mdeg = -30500;
  map.neighbourhood.id = "WK000001";
  map.neighbourhood.municipality = "Dorp";
  map.neighbourhood.buurten.push_back(
      {"BU00000101", "Oost", 2026, 1200, 600, {{{45000000, 520000000}, {45010000, 520000000}, {45010000, 520010000}}}});
  add_bounds(map);
  return map;
}

double area_of(const std::vector<std::uint32_t>& triangles, const std::vector<model::Line>& lines) {
  model::Line all;
  for (const model::Line& line : lines) all.insert(all.end(), line.begin(), line.end());
  double sum = 0;
  for (std::size_t i = 0; i < triangles.size(); i += 3) {
    const geo::LonLat a = all[triangles[i]];
    const geo::LonLat b = all[triangles[i + 1]];
    const geo::LonLat c = all[triangles[i + 2]];
    sum += std::abs(double(b.lon_e7 - a.lon_e7) * double(c.lat_e7 - a.lat_e7) -
                    double(b.lat_e7 - a.lat_e7) * double(c.lon_e7 - a.lon_e7)) /
           2;
  }
  return sum;
}
double area_of(const std::vector<model::Line>& lines) {
  double sum = 0;
  for (const model::Line& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const geo::LonLat a = line[i];
      const geo::LonLat b = line[(i + 1) % line.size()];
      sum += (double(a.lon_e7 - line[0].lon_e7) * double(b.lat_e7 - line[0].lat_e7) -
              double(a.lat_e7 - line[0].lat_e7) * double(b.lon_e7 - line[0].lon_e7)) /
             2;
    }
  }
  return sum;
}

TEST(MapFile, HoldsAllThatAMapHas) {
  const BaseMap map = small_map();
  const Result<BaseMap> back = read_map_file(write_map(map));
  ASSERT_TRUE(back) << back.error().key;
  EXPECT_EQ(back->attributions, map.attributions);
  EXPECT_EQ(back->neighbourhood.id, "WK000001");
  EXPECT_EQ(back->neighbourhood.municipality, "Dorp");
  ASSERT_EQ(back->neighbourhood.buurten.size(), 1U);
  EXPECT_EQ(back->neighbourhood.buurten[0].inhabitants, 1200);
  EXPECT_EQ(back->neighbourhood.buurten[0].households, 600);
  EXPECT_EQ(back->neighbourhood.buurten[0].year, 2026);
  ASSERT_EQ(back->features.size(), map.features.size());
  for (std::size_t i = 0; i < map.features.size(); ++i) {
    const MapFeature& was = map.features[i];
    const MapFeature& is = back->features[i];
    EXPECT_EQ(is.cls, was.cls);
    EXPECT_EQ(is.name, was.name);
    EXPECT_EQ(is.kind, was.kind);
    EXPECT_EQ(is.height_mm, was.height_mm);
    EXPECT_EQ(is.size_mm, was.size_mm);
    EXPECT_EQ(is.angle_mdeg, was.angle_mdeg);
    ASSERT_EQ(is.lines.size(), was.lines.size());
    for (std::size_t l = 0; l < was.lines.size(); ++l) {
      ASSERT_EQ(is.lines[l].size(), was.lines[l].size());
      for (std::size_t p = 0; p < was.lines[l].size(); ++p) {
        EXPECT_LT(geo::distance_m(is.lines[l][p], was.lines[l][p]), 0.08);
      }
    }
  }
  EXPECT_EQ(write_map(*back), write_map(map)) << "what was read is written the same";
}

// The same natively and in WebAssembly: grid, triangles and zlib.
TEST(MapFile, WritesTheseVeryBytes) {
  EXPECT_EQ(to_hex(sha256(write_map(small_map()))), "189f4af0d6c6057a7ecd09388337b377e2edff6244f43d8f78cb7c3b10d9f779");
}

TEST(MapFile, TrianglesFillTheirPolygon) {
  const Result<BaseMap> map = read_map_file(write_map(small_map()));
  ASSERT_TRUE(map);
  for (const MapFeature& f : map->features) {
    if (f.cls != MapClass::kGreen && f.cls != MapClass::kBuilding) {
      EXPECT_TRUE(f.triangles.empty());
      continue;
    }
    EXPECT_DOUBLE_EQ(area_of(f.triangles, f.lines), area_of(f.lines));
  }
  EXPECT_EQ(map->features[0].triangles.size(), 8U * 3) << "a square with a square hole";
}

TEST(MapFile, EarsComeBackAsTheSameTriangles) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    mapfile::CellLine ring;  // a star: never crosses itself
    const int corners = 3 + static_cast<int>(random() % 40);
    for (int i = 0; i < corners; ++i) {
      const double turn = 2 * 3.14159265358979 * i / corners;
      const double radius = 50 + static_cast<double>(random() % 1000);
      ring.push_back({std::llround(2000 + radius * std::cos(turn)), std::llround(2000 + radius * std::sin(turn))});
    }
    const std::vector<std::uint32_t> triangles = mapfile::cut({ring});
    std::string bytes;
    mapfile::write_triangles(bytes, triangles, ring.size());
    mapfile::Source in(bytes);
    const std::vector<std::uint32_t> back = mapfile::read_triangles(in, ring.size());
    ASSERT_TRUE(in.ok());
    EXPECT_EQ(in.left(), 0U);
    model::Line line;
    for (const mapfile::Cell& cell : ring) {
      line.push_back({static_cast<std::int32_t>(cell.x), static_cast<std::int32_t>(cell.y)});
    }
    ASSERT_DOUBLE_EQ(area_of(back, {line}), area_of(triangles, {line}));
    ASSERT_EQ(back.size(), triangles.size());
  }
}

TEST(MapFile, DropsWhatTheGridMakesFlatAndKeepsCornersThatTurnBack) {
  BaseMap map;
  map.features.push_back(feature(MapClass::kRoadStreet, {{{45000000, 520000000}, {45000001, 520000001}}}));  // 1 cm
  map.features.push_back(
      feature(MapClass::kBuilding, {{{45000000, 520000000}, {45010000, 520000001}, {45020000, 520000000}}}));
  map.features.push_back(
      feature(MapClass::kRoadStreet, {{{45000000, 520000000}, {45003000, 520000000}, {45001500, 520000000}}}));
  add_bounds(map);
  const Result<BaseMap> back = read_map_file(write_map(map));
  ASSERT_TRUE(back);
  ASSERT_EQ(back->features.size(), 1U);
  EXPECT_EQ(back->features[0].lines[0].size(), 3U) << "a dead end and back";
}

TEST(MapFile, HoldsTheEdgesOfTheWorldAndAnEmptyMap) {
  BaseMap map;
  for (const std::int32_t lon : {-1'800'000'000, 0, 1'800'000'000}) {
    for (const std::int32_t lat : {-900'000'000, 899'999'998, 900'000'000}) {
      map.features.push_back(feature(MapClass::kTree, {{{lon, lat}}}));
    }
  }
  add_bounds(map);
  const Result<BaseMap> back = read_map_file(write_map(map));
  ASSERT_TRUE(back) << back.error().key;
  EXPECT_EQ(back->features.size(), 9U);
  for (const MapFeature& f : back->features) EXPECT_TRUE(geo::on_earth(f.lines[0][0]));
  const Result<BaseMap> empty = read_map_file(write_map(BaseMap()));
  ASSERT_TRUE(empty);
  EXPECT_TRUE(empty->features.empty());
}

TEST(MapFile, RefusesOtherNewerAndDamagedFiles) {
  const std::string good = write_map(small_map());
  EXPECT_TRUE(is_map_file(good));
  EXPECT_EQ(read_map_file("{}").error().key, "error.wrong_format_skmap");
  std::string newer = good;
  newer[5] = 2;
  EXPECT_EQ(read_map_file(newer).error().code, ErrorCode::kNewerVersion);
  for (std::size_t i = 6; i < good.size(); ++i) {
    std::string wrong = good;
    wrong[i] = static_cast<char>(wrong[i] ^ 0x10);
    EXPECT_FALSE(read_map_file(wrong)) << i;
    EXPECT_FALSE(read_map_file(good.substr(0, i))) << i;
  }
  EXPECT_FALSE(read_map_file(good + "x"));
  EXPECT_EQ(read_map_file(std::string("SKMAP\x01\xFF\xFF\xFF\x7F\0\0\0\0", 14)).error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace stoepkrijt::formats
