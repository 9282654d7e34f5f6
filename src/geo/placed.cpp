#include "geo/placed.hpp"

#include "geo/geometry.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::geo {
namespace {

constexpr std::int64_t kMetre = 10'000'000;
constexpr std::int64_t kMinX = -7'000 * kMetre;
constexpr std::int64_t kMaxX = 300'000 * kMetre;
constexpr std::int64_t kMinY = 289'000 * kMetre;
constexpr std::int64_t kMaxY = 629'000 * kMetre;

}  // namespace

bool may_be_x(std::int64_t x_e7) {
  return (x_e7 >= -kMaxLonE7 && x_e7 <= kMaxLonE7) || (x_e7 >= kMinX && x_e7 <= kMaxX);
}

std::optional<Placed> place_of(std::int64_t x_e7, std::int64_t y_e7) {
  if (x_e7 >= -kMaxLonE7 && x_e7 <= kMaxLonE7 && y_e7 >= -kMaxLatE7 && y_e7 <= kMaxLatE7) {
    return Placed{{static_cast<std::int32_t>(x_e7), static_cast<std::int32_t>(y_e7)}, false};
  }
  if (x_e7 < kMinX || x_e7 > kMaxX || y_e7 < kMinY || y_e7 > kMaxY) return std::nullopt;
  return Placed{from_rd({static_cast<double>(x_e7) / kMetre, static_cast<double>(y_e7) / kMetre}), true};
}

}  // namespace stoepkrijt::geo
