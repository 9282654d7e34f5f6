// From raw features to a base map: cleaned shapes, classes, sizes, boundaries, attributions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/geojson/classify.hpp"
#include "formats/geojson/geojson.hpp"
#include "formats/geojson/handler.hpp"

namespace stoepkrijt::formats::geojson {

class MapBuilder final : public FeatureSink {
 public:
  explicit MapBuilder(std::string_view file_name) : layer_(layer_of(file_name)) {}

  void feature(RawFeature feature) override;
  void attribution(std::string_view text) override { own_attribution_ = text; }

  /// Of the features that follow: what a file without layers of its own says of each.
  void set_layer(std::string_view layer) { layer_ = layer; }
  /// The finished map; call once.
  [[nodiscard]] model::BaseMap take();
  [[nodiscard]] const GeoJsonReport& report() const { return report_; }

 private:
  void add(const RawFeature& feature, const RawGeometry& geometry, const Match& match);
  void add_points(const RawFeature& feature, const RawGeometry& geometry, const model::MapFeature& pattern);
  void add_lines(const RawGeometry& geometry, const model::MapFeature& pattern);
  void add_polygons(const RawFeature& feature, const RawGeometry& geometry, const model::MapFeature& pattern);
  void keep(model::MapFeature feature);
  void note_boundary(const RawFeature& feature, const model::MapFeature& shape);
  [[nodiscard]] std::vector<model::Line> clean_rings(const RawGeometry& geometry, std::size_t first, std::size_t last);

  std::string layer_;
  std::string own_attribution_;
  model::BaseMap map_;
  GeoJsonReport report_;
  std::vector<Source> sources_;              ///< in order of first appearance
  std::vector<std::string> wijk_codes_;      ///< each once, of wijken or of the buurten's own "wijkcode"
  std::vector<std::string> municipalities_;  ///< each once
  std::string wijk_name_;
};

/// Metres or degrees as text ("11.2", "12 m") in thousandths; 0 when absent, unreadable or absurd (beyond a million).
[[nodiscard]] std::int32_t thousandths(std::string_view text);

}  // namespace stoepkrijt::formats::geojson
