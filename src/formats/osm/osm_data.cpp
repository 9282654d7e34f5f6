#include "formats/osm/osm_data.hpp"

#include <algorithm>
#include <utility>

#include "formats/osm/osm_rings.hpp"
#include "formats/xml/xml.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::formats {
namespace osm {
namespace {

using geojson::GeometryType;
using geojson::RawFeature;
using geojson::RawGeometry;

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), value) != words.end();
}

void add_ring(RawGeometry& geometry, const Piece& ring) {
  geometry.points.insert(geometry.points.end(), ring.begin(), ring.end());
  geometry.line_ends.push_back(geometry.points.size());
}

RawGeometry polygon_of(const Piece& ring) {
  RawGeometry geometry;
  geometry.type = GeometryType::kPolygon;
  add_ring(geometry, ring);
  geometry.polygon_ends.push_back(geometry.line_ends.size());
  return geometry;
}

/// Is the inner ring inside the outer one? By a corner that does not lie on its edge.
bool lies_in(const Piece& inner, const Piece& outer) {
  for (const geo::LonLat p : inner) {
    const geo::Side side = geo::side_of_ring(p, std::span(outer.data(), outer.size() - 1));
    if (side != geo::Side::kEdge) return side == geo::Side::kInside;
  }
  return true;
}

RawGeometry multipolygon_of(const std::vector<Piece>& outer, const std::vector<Piece>& inner) {
  RawGeometry geometry;
  geometry.type = GeometryType::kMultiPolygon;
  std::vector<bool> used(inner.size(), false);
  for (const Piece& ring : outer) {
    add_ring(geometry, ring);
    for (std::size_t i = 0; i < inner.size(); ++i) {
      if (used[i] || !lies_in(inner[i], ring)) continue;
      used[i] = true;
      add_ring(geometry, inner[i]);
    }
    geometry.polygon_ends.push_back(geometry.line_ends.size());
  }
  return geometry;
}

}  // namespace

std::string_view tag(const Tags& tags, std::string_view key) {
  for (const geojson::Property& p : tags) {
    if (p.key == key) return p.text;
  }
  return {};
}

bool is_area(const Tags& tags) {
  const std::string_view area = tag(tags, "area");
  if (area == "no") return false;
  if (area == "yes") return true;
  for (const std::string_view key : {"building", "landuse", "leisure", "amenity", "place", "boundary", "water"}) {
    const std::string_view value = tag(tags, key);
    if (!value.empty() && value != "no" && !(key == "leisure" && value == "track")) return true;
  }
  const std::string_view natural = tag(tags, "natural");
  if (!natural.empty()) return !is_one_of(natural, {"tree_row", "coastline", "cliff"});
  if (tag(tags, "man_made") == "bridge") return true;
  return is_one_of(tag(tags, "waterway"), {"riverbank", "dock"});
}

Result<void> Data::count() {
  if (left_ > 0) {
    --left_;
    return {};
  }
  return fail(Error(ErrorCode::kTooLarge, "error.map_too_many").with("limit", std::to_string(limit_)));
}

Result<void> Data::add_node(std::int64_t id, geo::LonLat place, Tags tags) {
  SK_TRY_VOID(count());
  places_.emplace(id, place);
  if (!tags.empty()) nodes_.push_back({place, std::move(tags)});
  return {};
}

Result<void> Data::add_way(std::int64_t id, Way way) {
  SK_TRY_VOID(count());
  if (way_index_.emplace(id, ways_.size()).second) ways_.push_back(std::move(way));
  return {};
}

Result<void> Data::add_relation(Relation relation) {
  SK_TRY_VOID(count());
  if (is_one_of(tag(relation.tags, "type"), {"multipolygon", "boundary"})) relations_.push_back(std::move(relation));
  return {};
}

std::vector<geo::LonLat> Data::points_of(const Way& way, bool& whole) const {
  whole = way.whole;
  if (!way.points.empty()) return way.points;
  std::vector<geo::LonLat> points;
  points.reserve(way.refs.size());
  for (const std::int64_t ref : way.refs) {
    const auto place = places_.find(ref);
    if (place == places_.end()) {
      whole = false;
    } else {
      points.push_back(place->second);
    }
  }
  return points;
}

void Data::add_point(const Node& node, geojson::MapBuilder& builder) const {
  RawFeature feature;
  feature.properties = node.tags;
  RawGeometry point;
  point.points = {node.place};
  point.line_ends = {1};
  point.polygon_ends = {1};
  feature.geometries.push_back(std::move(point));
  builder.feature(std::move(feature));
}

void Data::add_line(const Way& way, geojson::MapBuilder& builder, OsmReport& report) const {
  if (way.tags.empty()) return;
  bool whole = true;
  const Piece points = points_of(way, whole);
  const bool closed = points.size() >= 4 && points.front() == points.back();
  const bool area = is_area(way.tags);
  if (points.size() < 2 || (area && !whole)) {
    ++report.incomplete;
    return;
  }
  RawFeature feature;
  feature.properties = way.tags;
  if (closed && area) {
    feature.geometries.push_back(polygon_of(points));
  } else {
    RawGeometry line;
    line.type = GeometryType::kLineString;
    add_ring(line, points);
    line.polygon_ends = {1};
    feature.geometries.push_back(std::move(line));
  }
  builder.feature(std::move(feature));
}

void Data::add_area(const Relation& relation, geojson::MapBuilder& builder, OsmReport& report) const {
  const bool says_more = std::any_of(relation.tags.begin(), relation.tags.end(), [](const geojson::Property& p) {
    return p.key != "type" && p.key != "source" && p.key != "created_by";
  });
  if (!says_more) return;  // older data: the tags are on the outer way, which is there as well
  std::vector<Piece> outer;
  std::vector<Piece> inner;
  bool whole = true;
  for (const Member& member : relation.members) {
    Piece points = member.points;
    if (points.empty()) {
      const auto way = way_index_.find(member.way);
      bool way_whole = way != way_index_.end();
      if (way_whole) points = points_of(ways_[way->second], way_whole);
      whole = whole && way_whole;
    }
    (member.inner ? inner : outer).push_back(std::move(points));
  }
  const Rings around = join_rings(outer);
  const Rings holes = join_rings(inner);
  if (!whole || !around.whole || !holes.whole) ++report.incomplete;
  if (around.closed.empty()) return;
  RawFeature feature;
  feature.properties = relation.tags;
  feature.geometries.push_back(multipolygon_of(around.closed, holes.closed));
  builder.feature(std::move(feature));
}

model::BaseMap Data::map(OsmReport& report) {
  geojson::MapBuilder builder("");
  for (const Node& node : nodes_) add_point(node, builder);
  for (const Way& way : ways_) add_line(way, builder, report);
  for (const Relation& relation : relations_) add_area(relation, builder, report);
  report.shapes = builder.report();
  return builder.take();
}

}  // namespace osm

bool looks_like_osm(std::string_view bytes) {
  if (xml::looks_like_xml(bytes)) return xml::root_name(bytes) == "osm";
  const std::string_view head = bytes.substr(0, 4096);
  return head.find("\"osm3s\"") != std::string_view::npos ||
         (head.find("\"elements\"") != std::string_view::npos && head.find("\"generator\"") != std::string_view::npos);
}

Result<model::BaseMap> read_osm(std::string_view bytes, std::string_view file_name, OsmReport* report,
                                const OsmLimits& limits) {
  osm::Data data(limits);
  Result<void> read =
      xml::looks_like_xml(bytes) ? osm::read_xml(bytes, limits, data) : osm::read_json(bytes, limits, data);
  if (!read) {
    Error error = std::move(read).error();
    error.where.file = file_name;
    return fail(std::move(error));
  }
  OsmReport own;
  return data.map(report != nullptr ? *report : own);
}

}  // namespace stoepkrijt::formats
