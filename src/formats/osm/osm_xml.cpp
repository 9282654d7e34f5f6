#include <charconv>
#include <utility>

#include "base/utf8.hpp"
#include "formats/osm/osm_data.hpp"
#include "formats/reports/moments.hpp"
#include "formats/xml/xml.hpp"

namespace stoepkrijt::formats::osm {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return n;
}

class Handler final : public xml::Handler {
 public:
  explicit Handler(Data& data) : data_(data) {}

  Result<void> start(const xml::Element& element, std::uint32_t) override {
    ++depth_;
    if (depth_ == 1) {
      return element.name == "osm" ? Result<void>() : fail(ErrorCode::kWrongFormat, "error.wrong_format_osm");
    }
    if (depth_ == 2) return start_thing(element);
    if (depth_ == 3) start_part(element);
    return {};
  }

  Result<void> end(std::string_view name, std::string_view) override {
    --depth_;
    if (depth_ != 1 || !shown_) return {};
    if (name == "node") return data_.add_node(id_, place_, std::move(tags_));
    if (name == "way") {
      way_.tags = std::move(tags_);
      return data_.add_way(id_, std::move(way_));
    }
    if (name == "relation") {
      relation_.tags = std::move(tags_);
      return data_.add_relation(std::move(relation_));
    }
    return {};
  }

 private:
  Result<void> start_thing(const xml::Element& element) {
    tags_.clear();
    way_ = {};
    relation_ = {};
    id_ = whole_number(element.find("id").value_or("")).value_or(0);
    shown_ = element.find("visible") != "false" && element.find("action") != "delete";
    if (element.name != "node" || !shown_) return {};
    const std::string_view lat = element.find("lat").value_or("");
    const std::string_view lon = element.find("lon").value_or("");
    const auto north = parse_degrees(lat, 90);
    const auto east = parse_degrees(lon, 180);
    if (!north || !east) {
      return fail(Error(ErrorCode::kOutsideWorld, "error.gpx_place")
                      .with("lat", first_code_points(lat, 20))
                      .with("lon", first_code_points(lon, 20)));
    }
    place_ = {*east, *north};
    return {};
  }

  void start_part(const xml::Element& element) {
    if (element.name == "tag") {
      tags_.push_back({std::string(element.find("k").value_or("")), std::string(element.find("v").value_or("")), {}});
    } else if (element.name == "nd") {
      way_.refs.push_back(whole_number(element.find("ref").value_or("")).value_or(0));
    } else if (element.name == "member" && element.find("type") == "way") {
      relation_.members.push_back(
          {whole_number(element.find("ref").value_or("")).value_or(0), element.find("role") == "inner", {}});
    }
  }

  Data& data_;
  int depth_ = 0;
  bool shown_ = true;
  std::int64_t id_ = 0;
  geo::LonLat place_;
  Tags tags_;
  Way way_;
  Relation relation_;
};

}  // namespace

Result<void> read_xml(std::string_view bytes, const OsmLimits& limits, Data& data) {
  Handler handler(data);
  xml::Limits of_xml;
  of_xml.max_bytes = limits.max_bytes;
  of_xml.max_depth = 16;
  return xml::parse(bytes, handler, of_xml);
}

}  // namespace stoepkrijt::formats::osm
