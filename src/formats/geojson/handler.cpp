#include "formats/geojson/handler.hpp"

#include <algorithm>

namespace stoepkrijt::formats::geojson {
namespace {

std::optional<GeometryType> geometry_type(std::string_view word) {
  if (word == "Point") return GeometryType::kPoint;
  if (word == "MultiPoint") return GeometryType::kMultiPoint;
  if (word == "LineString") return GeometryType::kLineString;
  if (word == "MultiLineString") return GeometryType::kMultiLineString;
  if (word == "Polygon") return GeometryType::kPolygon;
  if (word == "MultiPolygon") return GeometryType::kMultiPolygon;
  return std::nullopt;
}

}  // namespace

Handler::Frame& Handler::push(Role role, bool array, std::size_t offset) {
  if (frames_.size() == depth_) frames_.emplace_back();
  Frame& frame = frames_[depth_++];
  frame.role = role;
  frame.array = array;
  frame.index = 0;
  frame.seen = 0;
  frame.key.clear();
  frame.type.clear();
  frame.offset = offset;
  return frame;
}

std::string Handler::path() const {
  std::string path;
  for (std::size_t i = 0; i < depth_; ++i) {
    const Frame& frame = frames_[i];
    if (frame.array) {
      if (frame.index > 0) path += "[" + std::to_string(frame.index - 1) + "]";
    } else if (!frame.key.empty()) {
      if (!path.empty()) path += '.';
      path += frame.key;
    }
  }
  return path;
}

bool Handler::fail_at(Error error, std::size_t offset) {
  error_ = std::move(error);
  error_.where = json::where_is(text_, offset);
  error_.where.path = path();
  return false;
}

bool Handler::wrong_type(std::string_view wanted, std::size_t offset) {
  return fail_at(Error(ErrorCode::kWrongType, "error.wrong_type_wanted").with("wanted", wanted), offset);
}

bool Handler::once(Member member, std::size_t offset) {
  Frame& frame = top();
  if ((frame.seen & member) != 0) {
    return fail_at(Error(ErrorCode::kDuplicateKey, "error.duplicate_key").with("key", frame.key), offset);
  }
  frame.seen |= member;
  return true;
}

bool Handler::coordinate_event(Result<void> result, std::size_t offset) {
  return result ? true : fail_at(std::move(result).error(), offset);
}

bool Handler::key(std::string_view text, std::size_t end) {
  Frame& frame = top();
  frame.key = text;
  if (frame.role == Role::kProperties) feature_.properties.push_back({frame.key, {}, {}});
  static_cast<void>(end);
  return true;
}

bool Handler::start_object(std::size_t offset) {
  next_element();
  if (depth_ == 0) {
    push(Role::kRoot, false, offset);
    return true;
  }
  switch (top().role) {
    case Role::kFeatures:
      feature_ = {};
      push(Role::kFeature, false, offset);
      return true;
    case Role::kGeometries:
      push(Role::kGeometry, false, offset);
      return true;
    case Role::kCoordinates:
      return wrong_type("number", offset);
    case Role::kRoot:
    case Role::kFeature:
    case Role::kGeometry:
      return start_member_object(offset);
    default:
      push(Role::kSkip, false, offset);
      return true;
  }
}

bool Handler::start_member_object(std::size_t offset) {
  const Frame& frame = top();
  const bool may_be_feature = frame.role != Role::kGeometry;
  if (frame.key == "geometry" && may_be_feature) {
    if (!once(kGeometryMember, offset)) return false;
    push(Role::kGeometry, false, offset);
    return true;
  }
  if (frame.key == "properties" && may_be_feature) {
    if (!once(kPropertiesMember, offset)) return false;
    push(Role::kProperties, false, offset);
    return true;
  }
  if (frame.key == "type") return wrong_type("string", offset);
  if (frame.key == "coordinates" || frame.key == "geometries" || frame.key == "features") {
    return wrong_type("array", offset);
  }
  push(Role::kSkip, false, offset);
  return true;
}

bool Handler::start_array(std::size_t offset) {
  next_element();
  if (depth_ == 0) return fail_at(Error(ErrorCode::kWrongFormat, "error.wrong_format_map"), offset);
  switch (top().role) {
    case Role::kFeatures:
    case Role::kGeometries:
      return wrong_type("object", offset);
    case Role::kCoordinates:
      push(Role::kCoordinates, true, offset);
      return coordinate_event(coordinates_.start_array(), offset);
    case Role::kProperties:
      push(Role::kPropertyList, true, offset);
      return true;
    case Role::kRoot:
    case Role::kFeature:
    case Role::kGeometry:
      return start_member_array(offset);
    default:
      push(Role::kSkip, true, offset);
      return true;
  }
}

bool Handler::start_member_array(std::size_t offset) {
  const Frame& frame = top();
  if (frame.key == "features" && frame.role == Role::kRoot) {
    if (!once(kFeaturesMember, offset)) return false;
    push(Role::kFeatures, true, offset);
    return true;
  }
  if (frame.key == "coordinates" && frame.role != Role::kFeature) {
    if (!once(kCoordinatesMember, offset)) return false;
    coordinates_.clear();
    push(Role::kCoordinates, true, offset);
    return coordinate_event(coordinates_.start_array(), offset);
  }
  if (frame.key == "geometries" && frame.role != Role::kFeature) {
    if (!once(kGeometriesMember, offset)) return false;
    push(Role::kGeometries, true, offset);
    return true;
  }
  if (frame.key == "type") return wrong_type("string", offset);
  if (frame.role != Role::kGeometry && (frame.key == "geometry" || frame.key == "properties")) {
    return wrong_type("object", offset);
  }
  push(Role::kSkip, true, offset);
  return true;
}

bool Handler::scalar_in_geojson(std::size_t offset, bool is_null) {
  const Frame& frame = top();
  if (frame.key == "type") return wrong_type("string", offset);
  if (frame.key == "coordinates" || frame.key == "geometries" || frame.key == "features") {
    return frame.role == Role::kFeature || wrong_type("array", offset);
  }
  const bool feature_member = frame.key == "geometry" || frame.key == "properties";
  if (feature_member && frame.role != Role::kGeometry) {
    if (!is_null) return wrong_type("object", offset);
    return once(frame.key == "geometry" ? kGeometryMember : kPropertiesMember, offset);
  }
  return true;
}

bool Handler::null_value(std::size_t end) {
  next_element();
  const std::size_t offset = end - 4;
  if (depth_ == 0) return fail_at(Error(ErrorCode::kWrongFormat, "error.wrong_format_map"), offset);
  switch (top().role) {
    case Role::kRoot:
    case Role::kFeature:
    case Role::kGeometry:
      return scalar_in_geojson(offset, true);
    case Role::kFeatures:
    case Role::kGeometries:
      return wrong_type("object", offset);
    case Role::kCoordinates:
      return wrong_type("number", offset);
    default:
      return true;
  }
}

bool Handler::boolean(bool value, std::size_t end) {
  if (depth_ > 0 && (top().role == Role::kProperties || top().role == Role::kPropertyList)) {
    if (top().role == Role::kProperties) feature_.properties.back().text = value ? "true" : "false";
    next_element();
    return true;
  }
  return number("", end - (value ? 4U : 5U));
}

bool Handler::number(std::string_view text, std::size_t end) {
  next_element();
  const std::size_t offset = end - text.size();
  if (depth_ == 0) return fail_at(Error(ErrorCode::kWrongFormat, "error.wrong_format_map"), offset);
  switch (top().role) {
    case Role::kCoordinates:
      if (text.empty()) return wrong_type("number", offset);
      return coordinate_event(coordinates_.number(text), offset);
    case Role::kProperties:
      feature_.properties.back().text = text;
      return true;
    case Role::kPropertyList:
      feature_.properties.back().list.emplace_back(text);
      return true;
    case Role::kRoot:
    case Role::kFeature:
    case Role::kGeometry:
      return scalar_in_geojson(offset, false);
    case Role::kFeatures:
    case Role::kGeometries:
      return wrong_type("object", offset);
    default:
      return true;
  }
}

bool Handler::string(std::string_view text, std::size_t end) {
  next_element();
  if (depth_ == 0) return fail_at(Error(ErrorCode::kWrongFormat, "error.wrong_format_map"), 0);
  Frame& frame = top();
  switch (frame.role) {
    case Role::kProperties:
      feature_.properties.back().text = text;
      return true;
    case Role::kPropertyList:
      feature_.properties.back().list.emplace_back(text);
      return true;
    case Role::kRoot:
    case Role::kFeature:
    case Role::kGeometry:
      if (frame.key == "type") {
        frame.type = text;
        return once(kType, json::string_start(text_, end));
      }
      if (frame.role == Role::kRoot && frame.key == "attribution") sink_.attribution(text);
      return scalar_in_geojson(json::string_start(text_, end), false);
    case Role::kFeatures:
    case Role::kGeometries:
      return wrong_type("object", json::string_start(text_, end));
    case Role::kCoordinates:
      return wrong_type("number", json::string_start(text_, end));
    default:
      return true;
  }
}

bool Handler::end_array(std::size_t) {
  const Frame& frame = top();
  --depth_;  // first, so that an error is about the array and not about its last element
  return frame.role != Role::kCoordinates || coordinate_event(coordinates_.end_array(), frame.offset);
}

bool Handler::end_object(std::size_t end) {
  top().key.clear();  // an error now is about the object, not its last member
  if (!finish_object(top(), end)) return false;
  --depth_;
  return true;
}

bool Handler::finish_object(const Frame& frame, std::size_t) {
  switch (frame.role) {
    case Role::kFeature:
      if (frame.type != "Feature") return wrong_type("Feature", frame.offset);
      return finish_feature(frame);
    case Role::kGeometry:
      return finish_geometry(frame);
    case Role::kProperties:
      return finish_properties(frame);
    case Role::kRoot:
      break;
    default:
      return true;
  }
  if (frame.type == "FeatureCollection") {
    if ((frame.seen & kFeaturesMember) != 0) return true;
    return fail_at(Error(ErrorCode::kMissing, "error.missing").with("key", "features"), frame.offset);
  }
  if (frame.type == "Feature") return finish_feature(frame);
  if (frame.type != "GeometryCollection" && !geometry_type(frame.type)) {
    return fail_at(Error(ErrorCode::kWrongFormat, "error.wrong_format_map"), frame.offset);
  }
  if (!finish_geometry(frame)) return false;
  sink_.feature(std::move(feature_));
  return true;
}

bool Handler::finish_feature(const Frame& frame) {
  if ((frame.seen & kGeometryMember) == 0) {
    return fail_at(Error(ErrorCode::kMissing, "error.missing").with("key", "geometry"), frame.offset);
  }
  sink_.feature(std::move(feature_));
  feature_ = {};
  return true;
}

bool Handler::finish_geometry(const Frame& frame) {
  if (frame.type == "GeometryCollection") {
    if ((frame.seen & kGeometriesMember) != 0) return true;
    return fail_at(Error(ErrorCode::kMissing, "error.missing").with("key", "geometries"), frame.offset);
  }
  const std::optional<GeometryType> type = geometry_type(frame.type);
  if (!type) return wrong_type("geometry", frame.offset);
  if ((frame.seen & kCoordinatesMember) == 0) {
    return fail_at(Error(ErrorCode::kMissing, "error.missing").with("key", "coordinates"), frame.offset);
  }
  // One store of coordinates serves all, so nothing may have come between them and the end of their geometry.
  if ((frame.seen & (kGeometriesMember | kFeaturesMember | kGeometryMember)) != 0) {
    return fail_at(Error(ErrorCode::kBadGeometry, "error.wrong_nesting"), frame.offset);
  }
  Result<RawGeometry> geometry = coordinates_.take(*type);
  if (!geometry) return fail_at(std::move(geometry).error(), frame.offset);
  if (!geometry->points.empty()) feature_.geometries.push_back(std::move(*geometry));
  return true;
}

bool Handler::finish_properties(const Frame& frame) {
  std::vector<std::string_view> keys;
  keys.reserve(feature_.properties.size());
  for (const Property& p : feature_.properties) keys.emplace_back(p.key);
  std::sort(keys.begin(), keys.end());
  const auto twin = std::adjacent_find(keys.begin(), keys.end());
  if (twin == keys.end()) return true;
  return fail_at(Error(ErrorCode::kDuplicateKey, "error.duplicate_key").with("key", *twin), frame.offset);
}

}  // namespace stoepkrijt::formats::geojson
