// Where everything over the base map stands for one scene: markers and clusters, labels, attribution. Pure, no GL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "render/clusters.hpp"
#include "render/labels.hpp"
#include "render/map_view.hpp"

namespace stoepkrijt::render {

/// A marker, or a cluster, that can be seen.
struct MarkerItem {
  std::vector<std::uint32_t> markers;  ///< indices in MapScene::markers
  glm::vec2 at{0.0F, 0.0F};            ///< the tip of a marker, the middle of a cluster; CSS pixels
  Rect rect;                           ///< what it covers
  [[nodiscard]] bool cluster() const { return markers.size() > 1; }
};

struct SceneLayout {
  std::vector<MarkerItem> items;  ///< in drawing order: clusters and markers as given, chosen ones last
  std::vector<PlacedLabel> labels;
  std::vector<std::string> attribution;  ///< lines of text
  Rect attribution_rect;
  float marker_scale = 1;
};

/// Markers of more than this many groups on the screen are drawn as plain dots of this radius.
inline constexpr std::size_t kMostPins = 4000;
inline constexpr float kClusterPx = 60.0F;
inline constexpr float kChosenScale = 1.28F;
inline constexpr float kTouchPx = 48.0F;

/// Remembers the clusters of the last marker set and zoom step.
class ClusterCache {
 public:
  /// Clusters of the scene's markers at its zoom step. `markers_hash` tells whether the markers changed.
  const Clusters& get(const MapScene& scene, const Plane& plane, std::uint64_t markers_hash);
  void clear() { valid_ = false; }

 private:
  Clusters clusters_;
  std::uint64_t hash_ = 0;
  int step_ = 0;
  bool clustered_ = false;
  bool valid_ = false;
};

[[nodiscard]] std::vector<MarkerItem> place_markers(const MapScene& scene, const Plane& plane,
                                                    const Clusters& clusters);

/// How large markers are drawn: the design's size, growing with the text size.
[[nodiscard]] float marker_scale(const MapScene& scene);

/// The rectangle grown to the least touch target around its middle.
[[nodiscard]] Rect touch_rect(const Rect& rect);

/// Content hashes: equal scenes give equal hashes; different ones differ but for a chance of 2^-64.
[[nodiscard]] std::uint64_t hash_markers(const MapScene& scene);
[[nodiscard]] std::uint64_t hash_scene(const MapScene& scene, std::uint64_t markers_hash);

}  // namespace stoepkrijt::render
