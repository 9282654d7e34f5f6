#include "formats/mapfile/map_grid.hpp"

#include <algorithm>

#include "geo/geometry.hpp"

namespace stoepkrijt::formats::mapfile {
namespace {

constexpr std::int32_t kStepLat = 9;
constexpr std::int32_t kWidest = 900;  // near the poles, where a degree of longitude is short

std::int64_t rounded(std::int64_t value, std::int64_t step) { return (value + step / 2) / step; }  // value >= 0

/// cos of 1e-7 degrees by its series (twelve terms, |x| <= pi/2): additions and products only, so that every device
/// has the same grid.
double cosine(std::int32_t lat_e7) {
  constexpr double kRadians = 3.14159265358979323846 / 180.0 / 1e7;
  const double x = static_cast<double>(lat_e7) * kRadians;
  double term = 1;
  double sum = 1;
  for (int i = 1; i <= 12; ++i) {
    term *= -x * x / ((2.0 * i - 1.0) * (2.0 * i));
    sum += term;
  }
  return sum;
}

std::int64_t cross(const Cell& a, const Cell& b, const Cell& c) {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}
std::int64_t dot(const Cell& a, const Cell& b, const Cell& c) {
  return (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
}

/// Is b straight on from a to c? Not when the line turns back on itself there.
bool straight(const Cell& a, const Cell& b, const Cell& c) { return cross(a, b, c) == 0 && dot(a, b, c) > 0; }

void add(CellLine& line, const Cell& cell) {
  if (!line.empty() && line.back() == cell) return;
  while (line.size() >= 2 && straight(line[line.size() - 2], line.back(), cell)) line.pop_back();
  line.push_back(cell);
}

}  // namespace

Cell Grid::cell(geo::LonLat p) const {
  const std::int64_t x = std::max<std::int64_t>(std::int64_t{p.lon_e7} - corner.lon_e7, 0);
  const std::int64_t y = std::max<std::int64_t>(std::int64_t{p.lat_e7} - corner.lat_e7, 0);
  return {rounded(x, step_lon), rounded(y, step_lat)};
}

geo::LonLat Grid::place(Cell cell) const {
  const std::int64_t lon = corner.lon_e7 + cell.x * step_lon;
  const std::int64_t lat = corner.lat_e7 + cell.y * step_lat;
  return {static_cast<std::int32_t>(std::clamp<std::int64_t>(lon, -geo::kMaxLonE7, geo::kMaxLonE7)),
          static_cast<std::int32_t>(std::clamp<std::int64_t>(lat, -geo::kMaxLatE7, geo::kMaxLatE7))};
}

Grid grid_for(const geo::Bounds& bounds) {
  Grid grid;
  if (bounds.empty()) return grid;
  grid.corner = {bounds.min_lon_e7, bounds.min_lat_e7};
  const double wanted = kStepLat / std::max(cosine(bounds.min_lat_e7), 0.01);
  grid.step_lon = std::clamp(static_cast<std::int32_t>(wanted + 0.5), kStepLat, kWidest);
  return grid;
}

CellLine clean_line(const Grid& grid, const model::Line& line) {
  CellLine out;
  for (const geo::LonLat p : line) add(out, grid.cell(p));
  if (out.size() < 2) out.clear();
  return out;
}

CellLine clean_ring(const Grid& grid, const model::Line& ring) {
  CellLine out;
  for (const geo::LonLat p : ring) add(out, grid.cell(p));
  for (bool again = true; again && out.size() >= 3;) {
    again = true;
    const std::size_t n = out.size();
    if (out.back() == out.front() || straight(out[n - 2], out[n - 1], out[0])) {
      out.pop_back();
    } else if (straight(out[n - 1], out[0], out[1])) {
      out.erase(out.begin());
    } else {
      again = false;
    }
  }
  std::int64_t twice = 0;  // two thirds of a thin sliver may vanish; nothing is left without area
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Cell& a = out[i];
    const Cell& b = out[(i + 1) % out.size()];
    twice += (a.x - out[0].x) * (b.y - out[0].y) - (a.y - out[0].y) * (b.x - out[0].x);
  }
  if (out.size() < 3 || twice == 0) out.clear();
  return out;
}

Form form_of(const model::MapFeature& feature) {
  using model::MapClass;
  switch (feature.cls) {
    case MapClass::kRoadMain:
    case MapClass::kRoadStreet:
    case MapClass::kRoadService:
    case MapClass::kCycleway:
    case MapClass::kFootway:
    case MapClass::kTram:
    case MapClass::kRail:
    case MapClass::kFence:
      return Form::kLine;
    case MapClass::kTree:  // a hedge is a line of them
      return feature.lines.size() == 1 && feature.lines[0].size() > 1 ? Form::kLine : Form::kPoint;
    case MapClass::kLamp:
    case MapClass::kBench:
    case MapClass::kBin:
    case MapClass::kStop:
    case MapClass::kLabel:
      return Form::kPoint;
    default:
      return Form::kPolygon;
  }
}

}  // namespace stoepkrijt::formats::mapfile
