// Polygons of cells cut into triangles, and how the triangles are written: as the corners ("ears") that are cut off one
// after the other, one small number for each, where the polygon has no holes and they can be told that way.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/mapfile/bytes.hpp"
#include "formats/mapfile/map_grid.hpp"

namespace stoepkrijt::formats::mapfile {

/// Triples of places in all rings, one behind the other. By earcut, on whole numbers: the same on every device.
[[nodiscard]] std::vector<std::uint32_t> cut(const std::vector<CellLine>& rings);

/// `points`: how many the polygon has in all its rings.
void write_triangles(std::string& out, const std::vector<std::uint32_t>& triangles, std::size_t points);
[[nodiscard]] std::vector<std::uint32_t> read_triangles(Source& in, std::size_t points);

}  // namespace stoepkrijt::formats::mapfile
