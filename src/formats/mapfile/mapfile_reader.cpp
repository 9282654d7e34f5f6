#include <zlib.h>

#include <algorithm>
#include <vector>

#include "base/check.hpp"
#include "base/utf8.hpp"
#include "formats/mapfile/bytes.hpp"
#include "formats/mapfile/map_grid.hpp"
#include "formats/mapfile/mapfile.hpp"
#include "formats/mapfile/mapfile_head.hpp"
#include "formats/mapfile/triangles.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::formats {
namespace mapfile {
namespace {

using model::MapFeature;

static_assert(static_cast<std::uint64_t>(model::MapClass::kWijk) + 1 == kClasses,
              "a new class is a new version of the map file");

class Reader {
 public:
  explicit Reader(std::string_view body) : in_(body) {}

  /// Nothing sensible when ok() is false afterwards.
  model::BaseMap map() {
    model::BaseMap out;
    grid();
    texts();
    for (std::size_t n = in_.count(); n > 0 && in_.ok(); --n) out.attributions.push_back(text());
    neighbourhood(out.neighbourhood);
    for (std::size_t n = in_.count(); n > 0 && in_.ok(); --n) layer(out);
    for (const MapFeature& feature : out.features) {
      for (const model::Line& line : feature.lines) {
        for (const geo::LonLat p : line) out.bounds.add(p);
      }
    }
    if (in_.left() > 0) in_.refuse();
    return out;
  }
  [[nodiscard]] bool ok() const { return in_.ok(); }

 private:
  void grid() {
    const std::int64_t lon = in_.signed_number();
    const std::int64_t lat = in_.signed_number();
    constexpr std::uint64_t kWidest = 10'000'000;
    const std::uint64_t step_lon = in_.number(kWidest);
    const std::uint64_t step_lat = in_.number(kWidest);
    if (lon < -geo::kMaxLonE7 || lon > geo::kMaxLonE7 || lat < -geo::kMaxLatE7 || lat > geo::kMaxLatE7 ||
        step_lon == 0 || step_lat == 0) {
      in_.refuse();
      return;
    }
    grid_.corner = {static_cast<std::int32_t>(lon), static_cast<std::int32_t>(lat)};
    grid_.step_lon = static_cast<std::int32_t>(step_lon);
    grid_.step_lat = static_cast<std::int32_t>(step_lat);
  }

  void texts() {
    for (std::size_t n = in_.count(); n > 0 && in_.ok(); --n) {
      texts_.push_back(in_.text());
      if (!is_utf8(texts_.back())) in_.refuse();
    }
  }
  std::string text() {
    const std::uint64_t at = in_.number();
    if (at < texts_.size()) return std::string(texts_[static_cast<std::size_t>(at)]);
    in_.refuse();
    return {};
  }
  std::int32_t whole() { return static_cast<std::int32_t>(in_.number(INT32_MAX)); }
  std::int32_t hundreds(std::uint64_t n) {
    constexpr std::uint64_t kMost = INT32_MAX / 100;
    if (n > kMost) in_.refuse();
    return in_.ok() ? static_cast<std::int32_t>(n * 100) : 0;
  }

  void neighbourhood(model::Neighbourhood& out) {
    out.id = text();
    out.name = text();
    out.municipality = text();
    for (std::size_t n = in_.count(); n > 0 && in_.ok(); --n) {
      model::Buurt& buurt = out.buurten.emplace_back();
      buurt.code = text();
      buurt.name = text();
      buurt.year = whole();
      buurt.inhabitants = whole();
      buurt.households = whole();
      std::vector<model::Line> rings(in_.count());
      for (model::Line& ring : rings) size_line(ring, 3);
      std::vector<std::vector<model::Line>*> all = {&rings};
      places(all);
      buurt.rings = std::move(rings);
    }
  }

  /// So many places as follow; they are filled in by places().
  void size_line(model::Line& line, std::size_t least) {
    const std::size_t n = in_.count();
    total_ += n;
    if (n < least || total_ > in_.left()) in_.refuse();  // each place takes two bytes at least
    if (in_.ok()) line.resize(n);
  }

  void places(std::vector<std::vector<model::Line>*>& all) {
    total_ = 0;
    if (!in_.ok()) return;
    std::vector<std::int64_t> columns;
    std::int64_t last = 0;
    each(all, [&](geo::LonLat&) {
      columns.push_back(coordinate(last, geo::kMaxLonE7, grid_.corner.lon_e7, grid_.step_lon));
    });
    last = 0;
    std::size_t at = 0;
    each(all, [&](geo::LonLat& p) {
      const std::int64_t row = coordinate(last, geo::kMaxLatE7, grid_.corner.lat_e7, grid_.step_lat);
      p = grid_.place({columns[at++], row});
    });
  }
  template <class Use>
  static void each(std::vector<std::vector<model::Line>*>& all, Use use) {
    for (std::vector<model::Line>* lines : all) {
      for (model::Line& line : *lines) {
        for (geo::LonLat& p : line) use(p);
      }
    }
  }
  /// The next step; half a step beyond the edge of the world is rounding, more is damage.
  std::int64_t coordinate(std::int64_t& last, std::int64_t limit, std::int64_t corner, std::int64_t step) {
    constexpr std::int64_t kFar = 4'000'000'000;
    const std::int64_t by = in_.signed_number();
    if (by < -kFar || by > kFar) in_.refuse();
    if (!in_.ok()) return 0;
    last += by;
    if (last < 0 || last > kFar || corner + last * step > limit + step) {
      in_.refuse();
      last = 0;
    }
    return last;
  }

  void layer(model::BaseMap& out) {
    const std::uint64_t cls = in_.number(kClasses - 1);
    const auto form = static_cast<Form>(in_.number(2));
    constexpr std::size_t kLeast = 7;  // bytes that each takes
    const std::size_t count = in_.count();
    if (count > in_.left() / kLeast) in_.refuse();
    std::vector<MapFeature> features(in_.ok() ? count : 0);
    for (MapFeature& f : features) f.cls = static_cast<model::MapClass>(cls);
    for (MapFeature& f : features) f.name = text();
    for (MapFeature& f : features) f.kind = text();
    for (MapFeature& f : features) f.height_mm = hundreds(in_.number());
    for (MapFeature& f : features) f.size_mm = hundreds(in_.number());
    for (MapFeature& f : features) {
      const std::int64_t n = in_.signed_number();
      const std::int32_t size = hundreds(n < 0 ? ~static_cast<std::uint64_t>(n) + 1 : static_cast<std::uint64_t>(n));
      f.angle_mdeg = n < 0 ? -size : size;
    }
    shapes(features, form);
    if (!in_.ok()) return;
    std::move(features.begin(), features.end(), std::back_inserter(out.features));
  }

  void shapes(std::vector<MapFeature>& features, Form form) {
    std::size_t rings = features.size();
    if (form == Form::kPolygon) {
      rings = 0;
      for (MapFeature& f : features) {
        const std::size_t n = in_.count();
        rings += n;
        if (n == 0 || rings > in_.left()) in_.refuse();
        if (in_.ok()) f.lines.resize(n);
      }
    }
    std::vector<std::vector<model::Line>*> all;
    for (MapFeature& f : features) {
      if (form != Form::kPolygon) f.lines.resize(1);
      for (model::Line& line : f.lines) {
        if (form == Form::kPoint) {
          line.resize(1);
        } else {
          size_line(line, form == Form::kLine ? 2 : 3);
        }
      }
      all.push_back(&f.lines);
    }
    places(all);
    if (form != Form::kPolygon) return;
    for (MapFeature& f : features) {
      if (!in_.ok()) return;
      std::size_t points = 0;
      for (const model::Line& line : f.lines) points += line.size();
      f.triangles = read_triangles(in_, points);
    }
  }

  Source in_;
  Grid grid_;
  std::vector<std::string_view> texts_;
  std::size_t total_ = 0;
};

Unexpected damaged() { return fail(ErrorCode::kDamaged, "error.map_damaged"); }

Result<std::string> inflated(std::string_view bytes, std::size_t size) {
  std::string body(size, '\0');
  z_stream stream{};
  SK_CHECK(inflateInit2(&stream, kWindow) == Z_OK);
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(body.data());
  stream.avail_out = static_cast<uInt>(body.size());
  const int done = inflate(&stream, Z_FINISH);
  const bool whole = done == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0;
  inflateEnd(&stream);
  if (!whole) return damaged();
  return body;
}

}  // namespace
}  // namespace mapfile

bool is_map_file(std::string_view bytes) { return bytes.starts_with(mapfile::kMagic); }

Result<model::BaseMap> read_map_file(std::string_view bytes) {
  if (!is_map_file(bytes)) return fail(ErrorCode::kWrongFormat, "error.wrong_format_skmap");
  bytes.remove_prefix(mapfile::kMagic.size());
  if (bytes.empty()) return mapfile::damaged();
  if (bytes.front() != mapfile::kVersion) return fail(ErrorCode::kNewerVersion, "error.newer_map");
  bytes.remove_prefix(1);
  mapfile::Source head(bytes);
  const std::uint64_t size = head.number();
  constexpr std::size_t kSum = 4;
  if (!head.ok() || head.left() < kSum) return mapfile::damaged();
  if (size > kMapFileMostBody) {
    return fail(Error(ErrorCode::kTooLarge, "error.too_large")
                    .with("limit_mib", std::to_string(kMapFileMostBody / (1024 * 1024))));
  }
  // Deflate makes nothing smaller than by 1032: what promises more lies, and is not given the memory.
  constexpr std::uint64_t kMostTimes = 1040;
  if (size > head.left() * kMostTimes) return mapfile::damaged();
  bytes.remove_prefix(bytes.size() - head.left());
  std::uint32_t sum = 0;
  for (unsigned i = 0; i < kSum; ++i)
    sum |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  SK_TRY(body, mapfile::inflated(bytes.substr(kSum), static_cast<std::size_t>(size)));
  if (mapfile::sum_of(body) != sum) return mapfile::damaged();
  mapfile::Reader reader(body);
  model::BaseMap map = reader.map();
  if (!reader.ok()) return mapfile::damaged();
  return map;
}

}  // namespace stoepkrijt::formats
