#include <algorithm>
#include <string>
#include <utility>

#include "base/trim.hpp"
#include "formats/geojson/map_builder.hpp"
#include "formats/gml/gml.hpp"
#include "formats/gml/gml_geometry.hpp"
#include "formats/xml/xml.hpp"
#include "formats/xml/xml_text.hpp"

namespace stoepkrijt::formats {
namespace gml {
namespace {

using geojson::Property;
using geojson::RawFeature;

bool is_gml(std::string_view space) { return space.starts_with("http://www.opengis.net/gml"); }
bool is_member(std::string_view name) {
  return name == "featureMember" || name == "featureMembers" || name == "member" || name == "cityObjectMember";
}
/// Solids, and the lines where a slope breaks: not what lies on the ground.
bool is_passed(std::string_view name) {
  return name.starts_with("lod1") || name.starts_with("lod2") || name.starts_with("lod3") || name.starts_with("lod4") ||
         name.starts_with("kruinlijn");
}

class Handler final : public xml::Handler {
 public:
  Handler(std::string_view file_name, const GmlLimits& limits) : builder_(file_name), left_(limits.max_features) {}

  Result<void> start(const xml::Element& element, std::uint32_t) override {
    ++depth_;
    leaf_ = true;
    if (passed_ > 0) return {};
    if (geometry_.open()) {
      geometry_.start(element);
      return {};
    }
    if (feature_depth_ == 0) {
      const bool within = member_depth_ > 0 && depth_ == member_depth_ + 1;
      if (within && !element.name.ends_with("FeatureCollection")) return start_feature(element);
      if (is_member(element.name)) member_depth_ = depth_;
      return {};
    }
    if (is_passed(element.name)) {
      passed_ = depth_;
    } else if (is_gml(element.space) && Geometry::begins(element.name)) {
      geometry_.start(element);
    } else if (element.name == "Label" && label_depth_ == 0) {
      label_depth_ = depth_;
      label_ = {};
      angles_.clear();
    }
    return {};
  }

  Result<void> end(std::string_view name, std::string_view text) override {
    const bool leaf = std::exchange(leaf_, false);
    const std::uint32_t depth = depth_--;
    if (passed_ > 0) {
      if (depth == passed_) passed_ = 0;
      return {};
    }
    if (geometry_.open()) {
      SK_TRY_VOID(geometry_.end(name, text));
      if (!geometry_.open()) keep_geometry();
      return {};
    }
    if (depth == label_depth_) end_label();
    if (depth == feature_depth_) {
      end_feature();
    } else if (feature_depth_ > 0 && leaf) {
      keep_property(name, trimmed(text));
    } else if (depth == member_depth_) {
      member_depth_ = 0;
    }
    return {};
  }

  [[nodiscard]] std::size_t features() const { return features_; }
  model::BaseMap take(GmlReport& report) {
    report.shapes = builder_.report();
    report.arcs = geometry_.arcs();
    return builder_.take();
  }

 private:
  Result<void> start_feature(const xml::Element& element) {
    if (left_ == 0) {
      return fail(Error(ErrorCode::kTooLarge, "error.map_too_many").with("limit", std::to_string(features_)));
    }
    --left_;
    ++features_;
    feature_depth_ = depth_;
    layer_ = element.name;
    feature_ = {};
    labels_ = 0;
    return {};
  }

  void end_feature() {
    feature_depth_ = 0;
    if (feature_.geometries.empty() && labels_ > 0) return;  // it was its words
    builder_.set_layer(layer_);
    builder_.feature(std::move(feature_));
  }

  void end_label() {
    label_depth_ = 0;
    if (label_.geometries.empty()) return;
    ++labels_;
    label_.properties.push_back({"hoek", {}, angles_});
    const bool of_building = layer_ == "BuildingPart" || layer_ == "Pand" || layer_ == "pand";
    builder_.set_layer(of_building ? "buildings" : "street_labels");
    builder_.feature(std::move(label_));
  }

  void keep_geometry() {
    RawFeature& into = label_depth_ > 0 ? label_ : feature_;
    for (geojson::RawGeometry& each : geometry_.take()) into.geometries.push_back(std::move(each));
  }

  void keep_property(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    if (label_depth_ > 0 && name == "hoek") {
      angles_.emplace_back(text);
      return;
    }
    RawFeature& into = label_depth_ > 0 ? label_ : feature_;
    constexpr std::size_t kMostText = 1000;
    if (into.find(name) == nullptr && text.size() <= kMostText) {
      into.properties.push_back({std::string(name), std::string(text), {}});
    }
  }

  geojson::MapBuilder builder_;
  std::size_t left_;
  std::size_t features_ = 0;
  std::uint32_t depth_ = 0;
  std::uint32_t feature_depth_ = 0;  ///< 0: none is open
  std::uint32_t label_depth_ = 0;
  std::uint32_t passed_ = 0;
  std::uint32_t member_depth_ = 0;
  bool leaf_ = false;  ///< the element that ends had no child
  std::string layer_;
  RawFeature feature_;
  RawFeature label_;
  std::vector<std::string> angles_;
  std::size_t labels_ = 0;
  Geometry geometry_;
};

}  // namespace
}  // namespace gml

bool looks_like_gml(std::string_view bytes) {
  if (!xml::looks_like_xml(bytes)) return false;
  const std::string_view head = bytes.substr(0, 8192);
  return head.find("opengis.net/gml") != std::string_view::npos ||
         head.find("opengis.net/citygml") != std::string_view::npos;
}

Result<model::BaseMap> read_gml(std::string_view bytes, std::string_view file_name, GmlReport* report,
                                const GmlLimits& limits) {
  gml::Handler handler(file_name, limits);
  xml::Limits of_xml;
  of_xml.max_bytes = limits.max_bytes;
  Result<void> parsed = xml::parse(bytes, handler, of_xml);
  if (parsed && handler.features() == 0) {
    parsed = fail(Error(ErrorCode::kWrongFormat, "error.wrong_format_gml").at({{}, {}, 0, 1, 1}));
  }
  if (!parsed) {
    Error error = std::move(parsed).error();
    error.where.file = file_name;
    return fail(std::move(error));
  }
  GmlReport own;
  return handler.take(report != nullptr ? *report : own);
}

}  // namespace stoepkrijt::formats
