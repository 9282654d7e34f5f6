// A base map as one compact binary file (.skmap), version 1: places on a grid of about 0.1 m, polygons cut into
// triangles once, everything deflated, with a checksum. docs/formats/map-binary.md tells another program how to read
// it.
//
// Written are equal bytes for equal maps, natively and in WebAssembly. What is read back is the map on that grid,
// features in the order of their classes: each place at most half a step (about 5 cm) from where it was, points in a
// row that became equal or lie on one line of the grid once, shapes that the grid leaves without an inside left out;
// heights and sizes to 0.1 m, angles to 0.1°.
//
// Example: const std::string bytes = write_map(map); SK_TRY(back, read_map_file(bytes));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/map.hpp"

namespace stoepkrijt::formats {

inline constexpr std::size_t kMapFileMostBody = std::size_t{16} * 1024 * 1024;  ///< bytes once inflated

/// A map so large that its body is above kMapFileMostBody is written, but will not be read.
[[nodiscard]] std::string write_map(const model::BaseMap& map);

[[nodiscard]] bool is_map_file(std::string_view bytes);

/// Errors: kWrongFormat "error.wrong_format_skmap", kNewerVersion "error.newer_map", kDamaged "error.map_damaged" (cut
/// off, a wrong sum, or numbers that make no map), kTooLarge "error.too_large".
[[nodiscard]] Result<model::BaseMap> read_map_file(std::string_view bytes);

}  // namespace stoepkrijt::formats
