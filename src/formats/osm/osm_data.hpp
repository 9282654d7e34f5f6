// What stands in an OpenStreetMap file, whatever its notation, before shapes are made of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "formats/geojson/map_builder.hpp"
#include "formats/geojson/raw_feature.hpp"
#include "formats/osm/osm.hpp"

namespace stoepkrijt::formats::osm {

using Tags = std::vector<geojson::Property>;

struct Way {
  std::vector<std::int64_t> refs;   ///< nodes
  std::vector<geo::LonLat> points;  ///< where the file gives them with the way itself (Overpass, "out geom")
  bool whole = true;                ///< no point was missing
  Tags tags;
};
struct Member {
  std::int64_t way = 0;
  bool inner = false;
  std::vector<geo::LonLat> points;  ///< as of a way
};
struct Relation {
  std::vector<Member> members;  ///< ways only
  Tags tags;
};
struct Node {
  geo::LonLat place;
  Tags tags;
};

class Data {
 public:
  explicit Data(const OsmLimits& limits) : left_(limits.max_things), limit_(limits.max_things) {}

  Result<void> add_node(std::int64_t id, geo::LonLat place, Tags tags);
  Result<void> add_way(std::int64_t id, Way way);
  Result<void> add_relation(Relation relation);
  /// All shapes, in the order of the file: nodes, ways, relations.
  [[nodiscard]] model::BaseMap map(OsmReport& report);

 private:
  Result<void> count();
  [[nodiscard]] std::vector<geo::LonLat> points_of(const Way& way, bool& whole) const;
  void add_point(const Node& node, geojson::MapBuilder& builder) const;
  void add_line(const Way& way, geojson::MapBuilder& builder, OsmReport& report) const;
  void add_area(const Relation& relation, geojson::MapBuilder& builder, OsmReport& report) const;

  std::size_t left_;
  std::size_t limit_;
  std::unordered_map<std::int64_t, geo::LonLat> places_;
  std::unordered_map<std::int64_t, std::size_t> way_index_;
  std::vector<Node> nodes_;  ///< only those with tags
  std::vector<Way> ways_;
  std::vector<Relation> relations_;
};

/// Do the tags of a closed way say that it is an area, and not a line that ends where it began?
[[nodiscard]] bool is_area(const Tags& tags);
[[nodiscard]] std::string_view tag(const Tags& tags, std::string_view key);

Result<void> read_xml(std::string_view bytes, const OsmLimits& limits, Data& data);
Result<void> read_json(std::string_view bytes, const OsmLimits& limits, Data& data);

}  // namespace stoepkrijt::formats::osm
