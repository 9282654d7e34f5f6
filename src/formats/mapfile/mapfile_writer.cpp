#include <zlib.h>

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

#include "base/check.hpp"
#include "formats/mapfile/bytes.hpp"
#include "formats/mapfile/map_grid.hpp"
#include "formats/mapfile/mapfile.hpp"
#include "formats/mapfile/mapfile_head.hpp"
#include "formats/mapfile/triangles.hpp"

namespace stoepkrijt::formats {
namespace mapfile {
namespace {

using model::MapFeature;

/// A feature as it will be written; `lines` are cells.
struct Row {
  const MapFeature* feature = nullptr;
  std::vector<CellLine> lines;
};

std::uint64_t tenths(std::int32_t thousandths) {
  return thousandths <= 0 ? 0 : static_cast<std::uint64_t>((std::int64_t{thousandths} + 50) / 100);
}
std::int64_t signed_tenths(std::int32_t thousandths) {
  const std::int64_t n = thousandths;
  return n < 0 ? -((-n + 50) / 100) : (n + 50) / 100;
}

std::vector<CellLine> lines_of(const Grid& grid, const MapFeature& feature, Form form) {
  std::vector<CellLine> out;
  if (feature.lines.empty() || feature.lines.front().empty()) return out;
  if (form == Form::kPoint) return {{grid.cell(feature.lines.front().front())}};
  for (const model::Line& line : feature.lines) {
    CellLine cells = form == Form::kLine ? clean_line(grid, line) : clean_ring(grid, line);
    if (cells.empty() && out.empty()) return out;  // without its exterior a polygon is nothing
    if (!cells.empty()) out.push_back(std::move(cells));
    if (form == Form::kLine) break;
  }
  return out;
}

class Writer {
 public:
  explicit Writer(const model::BaseMap& map) : map_(map), grid_(grid_for(bounds_of(map))) { index(""); }

  std::string body() {
    std::string rest;
    put(rest, map_.attributions.size());
    for (const std::string& line : map_.attributions) put(rest, index(line));
    neighbourhood(rest);
    layers(rest);
    std::string out;
    put_signed(out, grid_.corner.lon_e7);
    put_signed(out, grid_.corner.lat_e7);
    put(out, static_cast<std::uint64_t>(grid_.step_lon));
    put(out, static_cast<std::uint64_t>(grid_.step_lat));
    put(out, texts_.size());
    for (const std::string_view text : texts_) {
      put(out, text.size());
      out += text;
    }
    return out + rest;
  }

 private:
  static geo::Bounds bounds_of(const model::BaseMap& map) {
    geo::Bounds bounds = map.bounds;
    for (const model::Buurt& buurt : map.neighbourhood.buurten) {
      for (const model::Line& ring : buurt.rings) {
        for (const geo::LonLat p : ring) bounds.add(p);
      }
    }
    return bounds;
  }

  std::uint64_t index(std::string_view text) {
    const auto [at, is_new] = indices_.emplace(text, texts_.size());
    if (is_new) texts_.push_back(text);
    return at->second;
  }

  void neighbourhood(std::string& out) {
    const model::Neighbourhood& n = map_.neighbourhood;
    for (const std::string* text : {&n.id, &n.name, &n.municipality}) put(out, index(*text));
    put(out, n.buurten.size());
    for (const model::Buurt& buurt : n.buurten) {
      put(out, index(buurt.code));
      put(out, index(buurt.name));
      for (const std::int32_t figure : {buurt.year, buurt.inhabitants, buurt.households}) {
        put(out, static_cast<std::uint64_t>(std::max(figure, 0)));
      }
      std::vector<CellLine> rings;
      for (const model::Line& ring : buurt.rings) {
        CellLine cells = clean_ring(grid_, ring);
        if (!cells.empty()) rings.push_back(std::move(cells));
      }
      put(out, rings.size());
      for (const CellLine& ring : rings) put(out, ring.size());
      cells(out, {Row{nullptr, std::move(rings)}});
    }
  }

  void layers(std::string& out) {
    std::map<std::pair<int, Form>, std::vector<Row>> rows;
    for (const MapFeature& feature : map_.features) {
      const Form form = form_of(feature);
      Row row{&feature, lines_of(grid_, feature, form)};
      if (!row.lines.empty()) rows[{static_cast<int>(feature.cls), form}].push_back(std::move(row));
    }
    put(out, rows.size());
    for (const auto& [key, list] : rows) {
      put(out, static_cast<std::uint64_t>(key.first));
      put(out, static_cast<std::uint64_t>(key.second));
      put(out, list.size());
      layer(out, list, key.second);
    }
  }

  void layer(std::string& out, const std::vector<Row>& rows, Form form) {
    for (const Row& row : rows) put(out, index(row.feature->name));
    for (const Row& row : rows) put(out, index(row.feature->kind));
    for (const Row& row : rows) put(out, tenths(row.feature->height_mm));
    for (const Row& row : rows) put(out, tenths(row.feature->size_mm));
    for (const Row& row : rows) put_signed(out, signed_tenths(row.feature->angle_mdeg));
    if (form == Form::kPolygon) {
      for (const Row& row : rows) put(out, row.lines.size());
    }
    if (form != Form::kPoint) {
      for (const Row& row : rows) {
        for (const CellLine& line : row.lines) put(out, line.size());
      }
    }
    cells(out, rows);
    if (form != Form::kPolygon) return;
    for (const Row& row : rows) {
      std::size_t points = 0;
      for (const CellLine& line : row.lines) points += line.size();
      write_triangles(out, cut(row.lines), points);
    }
  }

  /// All x, then all y, each as the step from the one before it.
  static void cells(std::string& out, const std::vector<Row>& rows) {
    for (std::int64_t Cell::* axis : {&Cell::x, &Cell::y}) {
      std::int64_t last = 0;
      for (const Row& row : rows) {
        for (const CellLine& line : row.lines) {
          for (const Cell& cell : line) {
            put_signed(out, cell.*axis - last);
            last = cell.*axis;
          }
        }
      }
    }
  }

  const model::BaseMap& map_;
  Grid grid_;
  std::vector<std::string_view> texts_;
  std::map<std::string_view, std::size_t, std::less<>> indices_;
};

std::string deflated(const std::string& body) {
  z_stream stream{};
  SK_CHECK(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kWindow, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(body.size())), '\0');
  // zlib's interface is older than const; it does not write there.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  SK_CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

std::uint32_t sum_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

}  // namespace mapfile

std::string write_map(const model::BaseMap& map) {
  const std::string body = mapfile::Writer(map).body();
  std::string out(mapfile::kMagic);
  out += mapfile::kVersion;
  mapfile::put(out, body.size());
  const std::uint32_t sum = mapfile::sum_of(body);
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>((sum >> shift) & 0xFFU);
  return out + mapfile::deflated(body);
}

}  // namespace stoepkrijt::formats
