#include "formats/gml/gml_geometry.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/decimal.hpp"
#include "formats/xml/xml_text.hpp"
#include "geo/placed.hpp"

namespace stoepkrijt::formats::gml {
namespace {

using geojson::GeometryType;
using geojson::RawGeometry;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// OGC 09-048r5: as a URN or URL the axes are those of EPSG's register, for 4326 and 4258 latitude first.
std::optional<bool> lat_first(const xml::Element& element) {
  const auto name = element.find("srsName");
  if (!name) return std::nullopt;
  const bool by_register = name->starts_with("urn:") || name->find("/def/crs/") != std::string_view::npos;
  return by_register && (name->ends_with("4326") || name->ends_with("4258"));
}

/// Takes the next number off the text; numbers are separated by white space or commas.
std::string_view next_number(std::string_view& text) {
  constexpr std::string_view kBetween = " \t\r\n,";
  const std::size_t first = text.find_first_not_of(kBetween);
  if (first == std::string_view::npos) {
    text = {};
    return {};
  }
  text.remove_prefix(first);
  const std::string_view number = text.substr(0, text.find_first_of(kBetween));
  text.remove_prefix(number.size());
  return number;
}

std::size_t count_numbers(std::string_view text) {
  std::size_t n = 0;
  while (!next_number(text).empty()) ++n;
  return n;
}

bool is_arc(std::string_view name) { return is_one_of(name, {"Arc", "ArcString", "Circle"}); }

}  // namespace

bool Geometry::begins(std::string_view name) {
  return is_one_of(
      name, {"Point", "MultiPoint", "LineString", "Curve", "CompositeCurve", "MultiCurve", "MultiLineString", "Polygon",
             "Surface", "CompositeSurface", "MultiSurface", "MultiPolygon", "MultiGeometry", "LinearRing"});
}

void Geometry::start(const xml::Element& element) {
  Open at = open_.empty() ? Open() : open_.back();
  at.first = run_.size();
  at.ring = at.ring || is_one_of(element.name, {"LinearRing", "Ring"});
  if (const auto first = lat_first(element)) at.lat_first = *first;
  const auto dimension = element.find("srsDimension");
  if (dimension == "2") at.dimension = 2;
  if (dimension == "3") at.dimension = 3;
  open_.push_back(at);
}

Result<void> Geometry::end(std::string_view name, std::string_view text) {
  const Open at = open_.back();
  open_.pop_back();
  if (is_one_of(name, {"posList", "pos", "coordinates"})) return numbers(text, at);
  if (is_arc(name)) bend(at.first, name == "Circle");
  if (name == "Point" && !run_.empty()) {
    place_all({run_.front()}, points_);
    run_.clear();
  }
  if (is_one_of(name, {"LinearRing", "Ring"})) close_line(polygons_);
  if (is_one_of(name, {"LineString", "Curve"}) && !at.ring) close_line(lines_);
  if (is_one_of(name, {"Polygon", "PolygonPatch", "Triangle", "Rectangle"})) {
    const std::size_t before = polygons_.polygon_ends.empty() ? 0 : polygons_.polygon_ends.back();
    if (polygons_.line_ends.size() > before) polygons_.polygon_ends.push_back(polygons_.line_ends.size());
  }
  return {};
}

Result<void> Geometry::numbers(std::string_view text, const Open& at) {
  const std::size_t count = count_numbers(text);
  std::size_t dimension = at.dimension;
  if (dimension == 0) dimension = count % 2 != 0 && count % 3 == 0 ? 3 : 2;
  if (count == 0 || count % dimension != 0) return fail(ErrorCode::kBadGeometry, "error.gml_numbers");
  for (std::size_t i = 0; i < count; i += dimension) {
    const Result<std::int64_t> x = parse_decimal(next_number(text), 7, Excess::kRound);
    const Result<std::int64_t> y = parse_decimal(next_number(text), 7, Excess::kRound);
    if (dimension == 3) next_number(text);
    if (!x || !y) return fail(ErrorCode::kBadGeometry, "error.gml_numbers");
    SK_TRY_VOID(add_pair({*x, *y}, at));
  }
  return {};
}

Result<void> Geometry::add_pair(Pair pair, const Open& at) {
  // Latitude first is only a question of degrees: RD has x first under every name.
  const auto as_given = geo::place_of(pair.x, pair.y);
  if (at.lat_first && !(as_given && as_given->was_rd)) std::swap(pair.x, pair.y);
  if (!geo::place_of(pair.x, pair.y)) return fail(ErrorCode::kOutsideWorld, "error.outside_world");
  run_.push_back(pair);
  return {};
}

void Geometry::bend(std::size_t first, bool full) {
  std::vector<Pair> points(run_.begin() + static_cast<std::ptrdiff_t>(std::min(first, run_.size())), run_.end());
  if (points.size() < 3) return;
  run_.resize(first);
  const auto place = geo::place_of(points[0].x, points[0].y);
  constexpr std::int64_t kMetres = 500'000;  // 5 cm
  constexpr std::int64_t kDegrees = 5;       // 5e-7 degree: 5 cm, or a little less
  const std::int64_t leave = place && place->was_rd ? kMetres : kDegrees;
  for (std::size_t i = 0; i + 2 < points.size(); i += 2) {
    const std::vector<Pair> arc = arc_points(points[i], points[i + 1], points[i + 2], leave, full);
    run_.insert(run_.end(), arc.begin(), arc.end());
    ++arcs_;
    if (full) break;
  }
}

void Geometry::place_all(const std::vector<Pair>& run, RawGeometry& into) {
  for (const Pair pair : run) {
    const auto place = geo::place_of(pair.x, pair.y);
    if (!place) continue;  // of an arc that bulges over the edge of the world
    into.was_rd = into.was_rd || place->was_rd;
    into.points.push_back(place->place);
  }
}

void Geometry::close_line(RawGeometry& into) {
  const std::size_t before = into.points.size();
  place_all(run_, into);
  run_.clear();
  if (into.points.size() > before) into.line_ends.push_back(into.points.size());
}

std::vector<RawGeometry> Geometry::take() {
  std::vector<RawGeometry> out;
  // A ring outside any polygon is one.
  const std::size_t rings = polygons_.polygon_ends.empty() ? 0 : polygons_.polygon_ends.back();
  if (polygons_.line_ends.size() > rings) polygons_.polygon_ends.push_back(polygons_.line_ends.size());
  const auto add = [&out](RawGeometry& geometry, GeometryType type) {
    if (geometry.points.empty()) return;
    geometry.type = type;
    if (geometry.line_ends.empty()) geometry.line_ends.push_back(geometry.points.size());
    if (geometry.polygon_ends.empty()) geometry.polygon_ends.push_back(geometry.line_ends.size());
    out.push_back(std::exchange(geometry, {}));
  };
  add(points_, GeometryType::kMultiPoint);
  add(lines_, GeometryType::kMultiLineString);
  add(polygons_, GeometryType::kMultiPolygon);
  return out;
}

}  // namespace stoepkrijt::formats::gml
