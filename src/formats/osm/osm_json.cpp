#include <utility>

#include "base/decimal.hpp"
#include "base/json.hpp"
#include "formats/osm/osm_data.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::formats::osm {
namespace {

std::string_view text_at(const json::Cursor& object, std::string_view key) {
  const auto member = object.find(key);
  if (!member) return {};
  const Result<std::string_view> text = member->string();
  return text ? *text : std::string_view();
}

std::int64_t number_at(const json::Cursor& object, std::string_view key) {
  const auto member = object.find(key);
  return member ? member->integer().value_or(0) : 0;
}

Result<std::int32_t> degrees_at(const json::Cursor& object, std::string_view key, std::int32_t limit) {
  SK_TRY(member, object.get(key));
  SK_TRY(text, member.number_text());
  const Result<std::int64_t> value = parse_decimal(text, 7, Excess::kRound);
  if (!value || *value < -limit || *value > limit) {
    return fail(member.error(ErrorCode::kOutsideWorld, "error.outside_world"));
  }
  return static_cast<std::int32_t>(*value);
}

Result<geo::LonLat> place_at(const json::Cursor& object) {
  SK_TRY(lon, degrees_at(object, "lon", geo::kMaxLonE7));
  SK_TRY(lat, degrees_at(object, "lat", geo::kMaxLatE7));
  return geo::LonLat{lon, lat};
}

Tags tags_at(const json::Cursor& element) {
  Tags tags;
  const auto list = element.find("tags");
  if (!list || !list->is(json::Type::kObject)) return tags;
  for (const json::Cursor tag : *list) {
    const Result<std::string_view> text = tag.string();
    if (text) tags.push_back({std::string(tag.key()), std::string(*text), {}});
  }
  return tags;
}

/// "geometry": a list of places, with null for those outside the box that was asked for.
Result<std::vector<geo::LonLat>> geometry_at(const json::Cursor& object, bool& whole) {
  std::vector<geo::LonLat> points;
  const auto list = object.find("geometry");
  if (!list || !list->is(json::Type::kArray)) return points;
  for (const json::Cursor point : *list) {
    if (point.is(json::Type::kNull)) {
      whole = false;
      continue;
    }
    SK_TRY(place, place_at(point));
    points.push_back(place);
  }
  return points;
}

Result<void> add_way(const json::Cursor& element, Data& data) {
  Way way;
  SK_TRY(points, geometry_at(element, way.whole));
  way.points = std::move(points);
  way.tags = tags_at(element);
  const auto nodes = element.find("nodes");
  if (nodes && nodes->is(json::Type::kArray)) {
    for (const json::Cursor node : *nodes) way.refs.push_back(node.integer().value_or(0));
  }
  return data.add_way(number_at(element, "id"), std::move(way));
}

Result<void> add_relation(const json::Cursor& element, Data& data) {
  Relation relation;
  relation.tags = tags_at(element);
  const auto members = element.find("members");
  if (members && members->is(json::Type::kArray)) {
    for (const json::Cursor each : *members) {
      if (text_at(each, "type") != "way") continue;
      Member member;
      member.way = number_at(each, "ref");
      member.inner = text_at(each, "role") == "inner";
      bool whole = true;
      SK_TRY(points, geometry_at(each, whole));
      member.points = std::move(points);
      relation.members.push_back(std::move(member));
    }
  }
  return data.add_relation(std::move(relation));
}

Result<void> add_element(const json::Cursor& element, Data& data) {
  const std::string_view type = text_at(element, "type");
  if (type == "node") {
    SK_TRY(place, place_at(element));
    return data.add_node(number_at(element, "id"), place, tags_at(element));
  }
  if (type == "way") return add_way(element, data);
  if (type == "relation") return add_relation(element, data);
  return {};  // "area", "count": no shapes
}

}  // namespace

Result<void> read_json(std::string_view bytes, const OsmLimits& limits, Data& data) {
  json::Limits of_json;
  of_json.max_bytes = limits.max_bytes;
  SK_TRY(document, json::Document::parse(bytes, of_json));
  const auto elements = document.root().find("elements");
  if (!elements || !elements->is(json::Type::kArray)) {
    return fail(document.root().error(ErrorCode::kWrongFormat, "error.wrong_format_osm"));
  }
  for (const json::Cursor element : *elements) {
    Result<void> added = add_element(element, data);
    if (added) continue;
    Error error = std::move(added).error();
    if (error.where.line == 0) error.where = element.where();
    return fail(std::move(error));
  }
  return {};
}

}  // namespace stoepkrijt::formats::osm
