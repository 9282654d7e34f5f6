// From JSON events to features, one at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_sax.hpp"
#include "formats/geojson/coordinates.hpp"
#include "formats/geojson/raw_feature.hpp"

namespace stoepkrijt::formats::geojson {

/// Takes each feature as soon as it is whole.
class FeatureSink {
 public:
  FeatureSink() = default;
  FeatureSink(const FeatureSink&) = delete;
  FeatureSink& operator=(const FeatureSink&) = delete;
  virtual ~FeatureSink() = default;
  virtual void feature(RawFeature feature) = 0;
  /// The top-level member "attribution".
  virtual void attribution(std::string_view text) = 0;
};

class Handler final : public json::SaxHandler {
 public:
  Handler(std::string_view text, FeatureSink& sink) : text_(text), sink_(sink) {}

  bool null_value(std::size_t end) override;
  bool boolean(bool value, std::size_t end) override;
  bool number(std::string_view text, std::size_t end) override;
  bool string(std::string_view text, std::size_t end) override;
  bool key(std::string_view text, std::size_t end) override;
  bool start_object(std::size_t offset) override;
  bool end_object(std::size_t end) override;
  bool start_array(std::size_t offset) override;
  bool end_array(std::size_t end) override;
  Error error() override { return std::move(error_); }

 private:
  /// What an open bracket is to us.
  enum class Role : std::uint8_t {
    kRoot,  ///< collection, feature or geometry: its type may come last
    kFeatures,
    kFeature,
    kGeometry,
    kGeometries,
    kCoordinates,
    kProperties,
    kPropertyList,
    kSkip,
  };
  enum Member : unsigned {  // which members of an object were seen
    kType = 1,
    kFeaturesMember = 2,
    kGeometryMember = 4,
    kPropertiesMember = 8,
    kCoordinatesMember = 16,
    kGeometriesMember = 32,
  };
  struct Frame {
    Role role = Role::kSkip;
    bool array = false;
    std::size_t index = 0;  ///< of an array: number of the current element, from 1; 0 before the first
    unsigned seen = 0;
    std::string key;   ///< of an object: the current member
    std::string type;  ///< value of "type"
    std::size_t offset = 0;
  };

  [[nodiscard]] Frame& top() { return frames_[depth_ - 1]; }
  Frame& push(Role role, bool array, std::size_t offset);
  void next_element() {
    if (depth_ > 0 && top().array) ++top().index;
  }
  /// Notes a known member of a GeoJSON object; false (with the error set) when it comes twice.
  bool once(Member member, std::size_t offset);
  bool start_member_object(std::size_t offset);
  bool start_member_array(std::size_t offset);
  bool scalar_in_geojson(std::size_t offset, bool is_null);
  bool coordinate_event(Result<void> result, std::size_t offset);
  bool finish_object(const Frame& frame, std::size_t end);
  bool finish_geometry(const Frame& frame);
  bool finish_feature(const Frame& frame);
  bool finish_properties(const Frame& frame);
  bool wrong_type(std::string_view wanted, std::size_t offset);
  bool fail_at(Error error, std::size_t offset);
  [[nodiscard]] std::string path() const;

  std::string_view text_;
  FeatureSink& sink_;
  std::vector<Frame> frames_;  ///< reused: the first depth_ are open
  std::size_t depth_ = 0;
  Coordinates coordinates_;
  RawFeature feature_;
  Error error_;
};

}  // namespace stoepkrijt::formats::geojson
