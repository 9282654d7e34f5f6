// Any bytes at all as a map of whatever format: a map whose file is read back and written the same, or a fault. Map
// files are tried with the sum they should have too, so that what lies behind it is reached.
#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/mapfile/bytes.hpp"
#include "formats/mapfile/mapfile.hpp"
#include "formats/mapfile/mapfile_head.hpp"
#include "formats/mapimport/mapimport.hpp"
#include "geo/geometry.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace stoepkrijt;

void hold(const model::BaseMap& map) {
  for (const model::MapFeature& f : map.features) {
    if (f.lines.empty()) std::abort();
    std::size_t points = 0;
    for (const model::Line& line : f.lines) {
      points += line.size();
      if (line.empty()) std::abort();
      for (const geo::LonLat p : line) {
        if (!geo::on_earth(p) || !map.bounds.contains(p)) std::abort();
      }
    }
    for (const std::uint32_t corner : f.triangles) {
      if (corner >= points) std::abort();
    }
  }
}

/// The bytes as the body of a map file.
void as_body(std::string_view body) {
  std::string file(formats::mapfile::kMagic);
  file += formats::mapfile::kVersion;
  formats::mapfile::put(file, body.size());
  const std::uint32_t sum = formats::mapfile::sum_of(body);
  for (unsigned shift = 0; shift < 32; shift += 8) file += static_cast<char>((sum >> shift) & 0xFFU);
  std::string packed(body.size() + body.size() / 100 + 100, '\0');
  z_stream stream{};
  if (deflateInit(&stream, 1) != Z_OK) std::abort();
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) std::abort();
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  const auto map = formats::read_map_file(file + packed);
  if (!map) return;
  hold(*map);
  const auto again = formats::read_map_file(formats::write_map(*map));
  if (!again) std::abort();
  hold(*again);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  as_body(bytes);
  const auto made = formats::import_map({{"road_area.geojson", bytes}});
  if (!made) {
    if (made.error().code == ErrorCode::kUnknown) std::abort();
    return 0;
  }
  hold(made->map);
  const auto back = formats::read_map_file(made->bytes);
  if (!back) std::abort();
  hold(*back);
  return 0;
}
