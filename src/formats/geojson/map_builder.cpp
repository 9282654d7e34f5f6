#include "formats/geojson/map_builder.hpp"

#include <algorithm>
#include <utility>

#include "base/decimal.hpp"
#include "formats/geojson/bgt.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::formats::geojson {
namespace {

using model::Line;
using model::MapClass;
using model::MapFeature;

std::string_view first_text(const RawFeature& feature, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    const std::string_view text = feature.text(key);
    if (!text.empty()) return text;
  }
  return {};
}

template <class T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

std::int32_t height_mm(const RawFeature& feature) {
  const std::int32_t height = thousandths(first_text(feature, {"h", "height", "hoogte"}));
  if (height != 0) return std::max(height, 0);
  constexpr std::int32_t kStorey = 3;  // metres
  const std::int32_t levels = thousandths(feature.text("building:levels"));
  return levels > 0 && levels <= 200'000 ? levels * kStorey : 0;
}

std::int32_t size_mm(const RawFeature& feature, MapClass cls) {
  const std::string_view text =
      cls == MapClass::kTree ? first_text(feature, {"d", "diameter_crown"}) : first_text(feature, {"width", "breedte"});
  return std::max(thousandths(text), 0);
}

/// BGT's "hoek" (as in these files; checked against the streets below the names) is clockwise from east, in degrees,
/// one per place of the label. Ours is counter-clockwise.
std::int32_t angle_mdeg(const RawFeature& feature, std::size_t place) {
  const Property* angle = feature.find("hoek");
  if (angle == nullptr) return 0;
  if (angle->list.empty()) return -thousandths(angle->text);
  return place < angle->list.size() ? -thousandths(angle->list[place]) : 0;
}

/// Of points in a row that are equal only the first.
Line without_repeats(const geo::LonLat* first, const geo::LonLat* last) {
  Line line(first, last);
  line.erase(std::unique(line.begin(), line.end()), line.end());
  return line;
}

/// "inwoners" or "inwoners_2015"; the year is noted when the key carries one.
std::int32_t figure(const RawFeature& feature, std::string_view stem, std::int32_t& year) {
  for (const Property& p : feature.properties) {
    if (!p.key.starts_with(stem)) continue;
    const std::string_view rest = std::string_view(p.key).substr(stem.size());
    if (!rest.empty() && rest.front() != '_') continue;
    const Result<std::int64_t> value = parse_decimal(p.text, 0, Excess::kRound);
    if (!value || *value < 0 || *value > INT32_MAX) continue;
    const Result<std::int64_t> of_year = parse_decimal(rest.empty() ? rest : rest.substr(1), 0, Excess::kRefuse);
    if (of_year && *of_year >= 1900 && *of_year <= 2199) year = static_cast<std::int32_t>(*of_year);
    return static_cast<std::int32_t>(*value);
  }
  return 0;
}

}  // namespace

std::int32_t thousandths(std::string_view text) {
  Result<std::int64_t> value = parse_decimal(text, 3, Excess::kRound);
  if (!value && value.error().code == ErrorCode::kNotANumber) {  // "12 m"
    value = parse_decimal(text.substr(0, text.find_first_not_of("-0123456789.")), 3, Excess::kRound);
  }
  constexpr std::int64_t kAbsurd = 1'000'000'000;
  if (!value || *value > kAbsurd || *value < -kAbsurd) return 0;
  return static_cast<std::int32_t>(*value);
}

void MapBuilder::feature(RawFeature feature) {
  ++report_.features;
  if (feature.geometries.empty()) ++report_.without_geometry;
  const Bgt bgt = prepare_bgt(layer_, feature);
  if (bgt.state == Bgt::State::kPast) ++report_.past;
  if (bgt.state == Bgt::State::kBelow) ++report_.below;
  if (bgt.state != Bgt::State::kHere) return;
  for (const RawGeometry& geometry : feature.geometries) {
    report_.rd = report_.rd || geometry.was_rd;
    const std::optional<Match> match = classify(bgt.layer, feature, shape_of(geometry.type));
    if (!match) {
      ++report_.unclassified;
      continue;
    }
    if (match->source != Source::kUnknown) add_once(sources_, match->source);
    add(feature, geometry, *match);
  }
}

void MapBuilder::add(const RawFeature& feature, const RawGeometry& geometry, const Match& match) {
  MapFeature pattern;
  pattern.cls = match.cls;
  pattern.kind = match.kind;
  pattern.name = first_text(feature, {"name", "naam", "straat_afgeleid", "tekst"});
  if (match.cls == MapClass::kBuilding) pattern.height_mm = height_mm(feature);
  pattern.size_mm = size_mm(feature, match.cls);
  switch (shape_of(geometry.type)) {
    case Shape::kPoint:
      return add_points(feature, geometry, pattern);
    case Shape::kLine:
      return add_lines(geometry, pattern);
    case Shape::kPolygon:
      return add_polygons(feature, geometry, pattern);
  }
}

void MapBuilder::keep(MapFeature feature) {
  for (const Line& line : feature.lines) {
    for (const geo::LonLat p : line) map_.bounds.add(p);
  }
  map_.features.push_back(std::move(feature));
}

void MapBuilder::add_points(const RawFeature& feature, const RawGeometry& geometry, const MapFeature& pattern) {
  for (std::size_t i = 0; i < geometry.points.size(); ++i) {
    MapFeature point = pattern;
    point.angle_mdeg = angle_mdeg(feature, i);
    const Property* words = feature.find("tekst");
    if (words != nullptr && i < words->list.size()) point.name = words->list[i];
    point.lines = {{geometry.points[i]}};
    keep(std::move(point));
  }
}

void MapBuilder::add_lines(const RawGeometry& geometry, const MapFeature& pattern) {
  std::size_t start = 0;
  for (const std::size_t end : geometry.line_ends) {
    MapFeature line = pattern;
    line.lines = {without_repeats(geometry.points.data() + start, geometry.points.data() + end)};
    start = end;
    if (line.lines[0].size() < 2) {
      ++report_.dropped_lines;
      continue;
    }
    keep(std::move(line));
  }
}

std::vector<Line> MapBuilder::clean_rings(const RawGeometry& geometry, std::size_t first, std::size_t last) {
  std::vector<Line> rings;
  for (std::size_t r = first; r < last; ++r) {
    const std::size_t start = r == 0 ? 0 : geometry.line_ends[r - 1];
    Line ring = without_repeats(geometry.points.data() + start, geometry.points.data() + geometry.line_ends[r]);
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    const int sign = geo::ring_sign(ring);
    if (sign == 0) {
      ++report_.dropped_rings;
      if (r == first) return {};  // without its exterior a polygon is nothing
      continue;
    }
    const bool exterior = rings.empty();
    if ((sign > 0) != exterior) std::reverse(ring.begin() + 1, ring.end());  // the first point stays the first
    rings.push_back(std::move(ring));
  }
  return rings;
}

void MapBuilder::add_polygons(const RawFeature& feature, const RawGeometry& geometry, const MapFeature& pattern) {
  std::size_t start = 0;
  for (const std::size_t end : geometry.polygon_ends) {
    MapFeature polygon = pattern;
    polygon.lines = clean_rings(geometry, start, end);
    start = end;
    if (polygon.lines.empty()) continue;
    if (pattern.cls == MapClass::kFence) {  // a wall drawn by its outline
      for (Line& ring : polygon.lines) {
        MapFeature outline = pattern;
        ring.push_back(ring.front());
        outline.lines = {std::move(ring)};
        keep(std::move(outline));
      }
      continue;
    }
    if (pattern.cls == MapClass::kBuurt || pattern.cls == MapClass::kWijk) note_boundary(feature, polygon);
    keep(std::move(polygon));
  }
}

void MapBuilder::note_boundary(const RawFeature& feature, const MapFeature& shape) {
  const std::string municipality(first_text(feature, {"gemeente", "municipality"}));
  if (!municipality.empty()) add_once(municipalities_, municipality);
  const bool is_wijk = shape.cls == MapClass::kWijk;
  const std::string wijk(is_wijk ? std::string_view(shape.kind) : feature.text("wijkcode"));
  if (!wijk.empty()) add_once(wijk_codes_, wijk);
  if (is_wijk) {
    wijk_name_ = shape.name;
    return;
  }
  auto& buurten = map_.neighbourhood.buurten;
  const auto known = std::find_if(buurten.begin(), buurten.end(), [&](const auto& b) { return b.code == shape.kind; });
  if (known != buurten.end()) {  // a further part of the same buurt
    known->rings.insert(known->rings.end(), shape.lines.begin(), shape.lines.end());
    return;
  }
  model::Buurt buurt;
  buurt.code = shape.kind;
  buurt.name = shape.name;
  buurt.inhabitants = figure(feature, "inwoners", buurt.year);
  buurt.households = figure(feature, "huishoudens", buurt.year);
  std::int32_t unused = 0;
  const std::int32_t year = figure(feature, "jaar", unused);
  if (year != 0) buurt.year = year;
  buurt.rings = shape.lines;
  buurten.push_back(std::move(buurt));
}

model::BaseMap MapBuilder::take() {
  if (!own_attribution_.empty()) {
    map_.attributions.push_back(own_attribution_);
  } else {
    for (const Source source : sources_) map_.attributions.emplace_back(attribution_of(source));
  }
  model::Neighbourhood& n = map_.neighbourhood;
  std::sort(n.buurten.begin(), n.buurten.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  if (wijk_codes_.size() == 1) {
    n.id = wijk_codes_.front();
    n.name = wijk_name_;
  }
  if (municipalities_.size() == 1) n.municipality = municipalities_.front();
  return std::move(map_);
}

}  // namespace stoepkrijt::formats::geojson
