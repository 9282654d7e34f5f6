// Any bytes at all: the GPX reader gives a file that is the same after writing and reading, whole or in pieces, or a
// fault with a place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "formats/gpx/gpx.hpp"
#include "geo/geometry.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stoepkrijt;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  formats::GpxNotes notes;
  const auto file = formats::read_gpx(text, &notes);
  formats::GpxReader pieces;
  bool went = true;
  for (std::size_t at = 0; at < size && went; at += 7) went = pieces.take(text.substr(at, 7)).has_value();
  const auto again = pieces.finish();
  if (again.has_value() != file.has_value()) std::abort();
  if (!file) {
    if (file.error().code == ErrorCode::kUnknown || file.error().where.line == 0) std::abort();
    return 0;
  }
  if (*again != *file) std::abort();
  for (const formats::GpxPlace& place : file->waypoints) {
    if (!geo::on_earth(place.point.place)) std::abort();
  }
  const std::string written = formats::write_gpx(*file);
  const auto back = formats::read_gpx(written);
  if (!back || formats::write_gpx(*back) != written) std::abort();
  return 0;
}
