#include "render/clusters.hpp"

#include <algorithm>
#include <cmath>

namespace stoepkrijt::render {
namespace {

/// Groups may have moved together: look again, a few times.
constexpr int kRounds = 4;

double radius_m_of(int step) {
  const double at = std::exp2(step * 0.5);
  const double radius_px = at < 0.95 ? 60.0 : at < 1.9 ? 44.0 : at < 3.9 ? 30.0 : 14.0;
  return radius_px / at;
}

bool before(const MixPiece& a, const MixPiece& b) { return a.shape != b.shape ? a.shape < b.shape : a.fill < b.fill; }

/// All that come, sorted, so that it does not matter which came first.
std::vector<MixPiece> looks_of(std::span<const Marker> markers) {
  std::vector<MixPiece> looks;
  for (const Marker& m : markers) {
    const MixPiece look{m.shape, m.fill, 0};
    const auto at = std::lower_bound(looks.begin(), looks.end(), look, before);
    if (at == looks.end() || before(look, *at)) looks.insert(at, look);
  }
  if (looks.size() > geo::ClusterIndex::kKinds) looks.resize(geo::ClusterIndex::kKinds);
  return looks;
}

std::vector<std::uint32_t> radii_of(const Plane& plane) {
  constexpr std::int32_t kSome = 1'000'000;
  const geo::LonLat origin = plane.origin();
  const std::int32_t east = origin.lon_e7 > 0 ? origin.lon_e7 - kSome : origin.lon_e7 + kSome;
  const double unit_m = std::abs(plane.to_m({east, origin.lat_e7}).x) / kSome;
  std::vector<std::uint32_t> radii;
  for (int step = kFirstStep; step <= kLastStep; ++step) {
    const double units = std::clamp(radius_m_of(step) / std::max(unit_m, 1e-9), 1.0, 2'147'483'648.0);
    radii.push_back(static_cast<std::uint32_t>(units));
  }
  return radii;
}

}  // namespace

ClusterStep cluster_step(float px_per_m) {
  const double zoom = std::max(static_cast<double>(px_per_m), 1e-3);
  const int step = std::clamp(static_cast<int>(std::floor(std::log2(zoom) * 2.0 + 1e-6)), kFirstStep, kLastStep);
  return {step, radius_m_of(step)};
}

float zoom_of_step(int step) { return static_cast<float>(std::exp2(step * 0.5)); }

void MarkerGroups::gather(std::span<const Marker> markers, const Plane& plane, std::uint64_t hash) {
  if (made_ && hash == hash_) return;
  looks_ = looks_of(markers);
  std::vector<geo::Point> points;
  points.reserve(markers.size());
  for (const Marker& m : markers) {
    const auto look = std::lower_bound(looks_.begin(), looks_.end(), MixPiece{m.shape, m.fill, 0}, before);
    const std::ptrdiff_t kind = std::min(look, looks_.end() - 1) - looks_.begin();
    points.push_back({m.place, static_cast<std::uint32_t>(points.size()), static_cast<std::uint8_t>(kind)});
  }
  index_ = geo::ClusterIndex(points, radii_of(plane), kRounds);
  stands_.assign(markers.size(), 0);
  const std::span<const std::uint32_t> ids = index_.all_ids();
  for (std::uint32_t i = 0; i < ids.size(); ++i) stands_[ids[i]] = i;
  hash_ = hash;
  made_ = true;
}

std::vector<MarkerGroups::Node> MarkerGroups::in_view(const geo::Window& window, float px_per_m, bool gathered) const {
  std::vector<Node> nodes;
  if (made_) index_.in(gathered ? cluster_step(px_per_m).step - kFirstStep : index_.levels(), window, nodes);
  return nodes;
}

std::vector<MixPiece> MarkerGroups::mix(Node node) const {
  const geo::ClusterIndex::Mix counts = index_.kinds(node);
  std::vector<MixPiece> pieces;
  for (std::size_t k = 0; k < looks_.size(); ++k) {
    if (counts[k] > 0) pieces.push_back({looks_[k].shape, looks_[k].fill, counts[k]});
  }
  return pieces;
}

float MarkerGroups::opens_at(Node node) const { return zoom_of_step(index_.opens_at(node) + kFirstStep); }

}  // namespace stoepkrijt::render
