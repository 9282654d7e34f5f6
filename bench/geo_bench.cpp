#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "base/random.hpp"
#include "benches.hpp"
#include "geo/cluster_index.hpp"
#include "geo/geometry.hpp"
#include "geo/mercator.hpp"
#include "geo/point_index.hpp"
#include "measure.hpp"

namespace stoepkrijt::bench {

namespace {

using geo::LonLat;
using geo::Window;

constexpr std::array kZooms{4, 6, 8, 10, 12, 14, 16};
constexpr std::size_t kBoxes = 200;  // of each zoom: a screen of 1280 x 800 px around some of the places
constexpr std::size_t kNear = 1000;
constexpr std::array<std::int64_t, 2> kRadiiM{50, 500};
constexpr std::int64_t kScreenWidth = 1280;
constexpr std::int64_t kScreenHeight = 800;
constexpr std::int64_t kTile = 512;

std::int32_t whole(double v) { return static_cast<std::int32_t>(v); }

/// Anywhere in a box as large as the Netherlands.
std::vector<LonLat> uniform(std::size_t n) {
  Random random(2026);
  std::vector<LonLat> places;
  for (std::size_t i = 0; i < n; ++i) {
    places.push_back({static_cast<std::int32_t>(random.between(33'000'000, 72'000'000)),
                      static_cast<std::int32_t>(random.between(507'000'000, 536'000'000))});
  }
  return places;
}

/// As people report: along the streets of a few hundred places, more in the larger ones, some metres from the middle.
std::vector<LonLat> streets(std::size_t n) {
  constexpr std::size_t kTowns = 300;
  constexpr std::size_t kStreets = 200;  // of each
  struct Street {
    double lon, lat, east, north;
  };
  Random random(2027);
  const auto part = [&] { return static_cast<double>(random.below(1U << 30U)) / static_cast<double>(1U << 30U); };
  std::vector<Street> all;
  const std::vector<LonLat> towns = uniform(kTowns);
  for (std::size_t t = 0; t < kTowns; ++t) {
    const double reach = 60'000.0 + 600'000.0 / static_cast<double>(t + 3);  // in 1e-7 degree
    for (std::size_t s = 0; s < kStreets; ++s) {
      const double turn = part() * 6.2831853;
      const double length = 4'000.0 + part() * 40'000.0;
      all.push_back({towns[t].lon_e7 + (part() + part() - 1.0) * reach * 1.6,
                     towns[t].lat_e7 + (part() + part() - 1.0) * reach, std::cos(turn) * length * 1.6,
                     std::sin(turn) * length});
    }
  }
  std::vector<LonLat> places;
  for (std::size_t i = 0; i < n; ++i) {
    // Of two towns the larger one.
    const std::size_t town = std::min(random.index(kTowns), random.index(kTowns));
    const Street& street = all[town * kStreets + random.index(kStreets)];
    const double along = part();
    places.push_back({whole(street.lon + street.east * along + (part() - 0.5) * 1'200.0),
                      whole(street.lat + street.north * along + (part() - 0.5) * 700.0)});
  }
  return places;
}

Window screen_around(LonLat middle, int zoom) {
  const std::int64_t half =
      std::int64_t{geo::kMercatorWorld} * kScreenWidth / (kTile << static_cast<unsigned>(zoom)) / 2;
  const std::int64_t high = ((half * kScreenHeight / kScreenWidth) * geo::cosine_q30(middle.lat_e7)) >> 30U;
  const auto within = [](std::int64_t v, std::int64_t most) {
    return static_cast<std::int32_t>(std::clamp(v, -most, most));
  };
  return {within(middle.lon_e7 - half, geo::kMaxLonE7), within(middle.lat_e7 - high, geo::kMaxLatE7),
          within(middle.lon_e7 + half, geo::kMaxLonE7), within(middle.lat_e7 + high, geo::kMaxLatE7)};
}

/// What the peers read: places, boxes of each zoom, middles for the circles; all as pairs of 32-bit numbers.
struct Given {
  std::vector<geo::Point> points;
  std::vector<std::vector<Window>> boxes;
  std::vector<LonLat> middles;
};

Given read_given(const std::string& file) {
  const std::string bytes = read_file(file);
  std::vector<std::int32_t> numbers(bytes.size() / sizeof(std::int32_t));
  std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(std::int32_t));
  Given given;
  std::size_t at = 0;
  const auto n = static_cast<std::uint32_t>(numbers[at++]);
  for (std::uint32_t i = 0; i < n; ++i, at += 2) {
    given.points.push_back({{numbers[at], numbers[at + 1]}, i, static_cast<std::uint8_t>(i % 4)});
  }
  for (std::size_t z = 0; z < kZooms.size(); ++z) {
    std::vector<Window>& boxes = given.boxes.emplace_back();
    for (std::size_t i = 0; i < kBoxes; ++i, at += 4) {
      boxes.push_back({numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]});
    }
  }
  for (std::size_t i = 0; i < kNear; ++i, at += 2) given.middles.push_back({numbers[at], numbers[at + 1]});
  return given;
}

/// What a map asks of a node that it draws.
struct Drawn {
  LonLat place;
  std::uint32_t count = 0;
  geo::ClusterIndex::Mix mix{};
};

void clusters(const Given& given, int runs) {
  const std::vector<std::uint32_t> radii = geo::radii_of_zooms({40, static_cast<std::uint32_t>(kTile), 16});
  geo::ClusterIndex index;
  const Times loading = measure(runs, [&] { index = {}; }, [&] { index = geo::ClusterIndex(given.points, radii); });
  Line("geo.load")
      .times(loading)
      .count("points", given.points.size())
      .number("bytes_a_point", static_cast<double>(index.bytes()) / static_cast<double>(given.points.size()));
  std::vector<geo::ClusterIndex::Node> nodes;
  std::vector<Drawn> drawn;
  for (std::size_t z = 0; z < kZooms.size(); ++z) {
    std::uint64_t found = 0;
    const Times times = measure(runs, [&] {
      found = 0;
      for (const Window& box : given.boxes[z]) {
        nodes.clear();
        drawn.clear();
        index.in(kZooms[z], box, nodes);
        for (const auto node : nodes) drawn.push_back({index.place(node), index.count(node), index.kinds(node)});
        found += drawn.size();
      }
    });
    Line("geo.zoom." + std::to_string(kZooms[z])).times(times).count("found", found).count("boxes", kBoxes);
  }
}

void points(const Given& given, int runs) {
  geo::PointIndex index;
  const Times making = measure(runs, [&] { index = {}; }, [&] { index = geo::PointIndex(given.points); });
  Line("points.make")
      .times(making)
      .number("bytes_a_point", static_cast<double>(index.bytes()) / static_cast<double>(given.points.size()));
  std::vector<std::uint32_t> ids;
  std::uint64_t found = 0;
  for (std::size_t z = 0; z < kZooms.size(); ++z) {
    if (kZooms[z] < 10) continue;
    const Times times = measure(runs, [&] {
      found = 0;
      for (const Window& box : given.boxes[z]) {
        ids.clear();
        index.in(box, ids);
        found += ids.size();
      }
    });
    Line("points.box." + std::to_string(kZooms[z])).times(times).count("found", found).count("boxes", kBoxes);
  }
  for (const std::int64_t radius_m : kRadiiM) {
    const Times times = measure(runs, [&] {
      found = 0;
      for (const LonLat middle : given.middles) {
        ids.clear();
        index.near(middle, radius_m * 1000, ids);
        found += ids.size();
      }
    });
    Line("points.near." + std::to_string(radius_m)).times(times).count("found", found).count("circles", kNear);
  }
}

}  // namespace

void places(const std::string& kind, std::size_t n, const std::string& out) {
  const std::vector<LonLat> all = kind == "streets" ? streets(n) : uniform(n);
  std::vector<std::int32_t> numbers{static_cast<std::int32_t>(n)};
  for (const LonLat p : all) numbers.insert(numbers.end(), {p.lon_e7, p.lat_e7});
  const auto some = [&](std::size_t i) { return all[i * 104'729 % all.size()]; };
  for (const int zoom : kZooms) {
    for (std::size_t i = 0; i < kBoxes; ++i) {
      const Window w = screen_around(some(i), zoom);
      numbers.insert(numbers.end(), {w.west_e7, w.south_e7, w.east_e7, w.north_e7});
    }
  }
  for (std::size_t i = 0; i < kNear; ++i) numbers.insert(numbers.end(), {some(i).lon_e7, some(i).lat_e7});
  std::ofstream file(out, std::ios::binary);
  file.write(reinterpret_cast<const char*>(numbers.data()),  // NOLINT: bytes of numbers
             static_cast<std::streamsize>(numbers.size() * sizeof(std::int32_t)));
}

void geo_indices(const std::string& file, int runs) {
  const Given given = read_given(file);
  clusters(given, runs);
  points(given, runs);
}

}  // namespace stoepkrijt::bench
