#include "formats/geojson/coordinates.hpp"

#include <utility>

#include "base/decimal.hpp"
#include "geo/placed.hpp"

namespace stoepkrijt::formats::geojson {
namespace {

constexpr std::size_t nesting_of(GeometryType type) {
  switch (type) {
    case GeometryType::kPoint:
      return 1;
    case GeometryType::kMultiPoint:
    case GeometryType::kLineString:
      return 2;
    case GeometryType::kMultiLineString:
    case GeometryType::kPolygon:
      return 3;
    case GeometryType::kMultiPolygon:
      return 4;
  }
  return 0;
}

Unexpected bad_nesting() { return fail(ErrorCode::kBadGeometry, "error.wrong_nesting"); }

}  // namespace

void Coordinates::clear() {
  level_ = 0;
  position_level_ = 0;
  raw_ = {};
}

Result<void> Coordinates::start_array() {
  if (level_ == kMaxLevels || levels_[level_].numbers > 0) return bad_nesting();
  if (level_ > 0) ++levels_[level_].arrays;
  levels_[++level_] = {};
  return {};
}

Result<void> Coordinates::number(std::string_view text) {
  Level& level = levels_[level_];
  if (level_ == 0 || level.arrays > 0) return bad_nesting();
  const std::size_t place = level.numbers++;
  if (place >= 2) return {};  // height, and whatever else may follow
  const Result<std::int64_t> value = parse_decimal(text, 7, Excess::kRound);
  if (place == 0) {
    if (!value || !geo::may_be_x(*value)) return fail(ErrorCode::kOutsideWorld, "error.outside_world");
    x_ = *value;
    return {};
  }
  const std::optional<geo::Placed> position = value ? geo::place_of(x_, *value) : std::nullopt;
  const bool mixed = position && !raw_.points.empty() && raw_.was_rd != position->was_rd;
  if (!position || mixed) return fail(ErrorCode::kOutsideWorld, "error.outside_world");
  raw_.was_rd = position->was_rd;
  raw_.points.push_back(position->place);
  return {};
}

Result<void> Coordinates::end_array() {
  const Level level = levels_[level_];
  const std::size_t closed = level_--;
  if (level.numbers == 1) return fail(ErrorCode::kBadGeometry, "error.not_a_position");
  if (level.numbers >= 2) {  // its point is there already
    if (position_level_ == 0) position_level_ = closed;
    if (position_level_ != closed) return bad_nesting();
    return {};
  }
  if (position_level_ == 0) return {};  // empty so far
  if (closed >= position_level_) return level.arrays == 0 ? Result<void>(bad_nesting()) : Result<void>();
  if (closed + 1 == position_level_) raw_.line_ends.push_back(raw_.points.size());
  if (closed + 2 == position_level_) raw_.polygon_ends.push_back(raw_.line_ends.size());
  return {};
}

Result<RawGeometry> Coordinates::take(GeometryType type) {
  if (!empty() && position_level_ != nesting_of(type)) return bad_nesting();
  RawGeometry geometry = std::move(raw_);
  geometry.type = type;
  // One shape of nesting for all types, so that nobody need think of it again.
  if (geometry.line_ends.empty() && !geometry.points.empty()) geometry.line_ends.push_back(geometry.points.size());
  if (geometry.polygon_ends.empty() && !geometry.points.empty()) {
    geometry.polygon_ends.push_back(geometry.line_ends.size());
  }
  clear();
  return geometry;
}

}  // namespace stoepkrijt::formats::geojson
