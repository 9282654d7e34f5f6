// Where everything over the base map stands for one scene: markers and clusters, labels, attribution. Pure, no GL.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "render/clusters.hpp"
#include "render/labels.hpp"
#include "render/map_view.hpp"

namespace stoepkrijt::render {

/// A marker, or a cluster, that can be seen.
struct MarkerItem {
  std::uint32_t marker = 0;     ///< index in MapScene::markers; of a cluster, of one that it holds
  std::uint32_t count = 1;      ///< how many markers
  std::vector<MixPiece> mix;    ///< of a cluster: what it holds, by shape and colour
  MarkerGroups::Node node = 0;  ///< of a cluster: the group, which holds chosen markers too
  glm::vec2 at{0.0F, 0.0F};     ///< the tip of a marker, the middle of a cluster; CSS pixels
  Rect rect;                    ///< what it covers
  [[nodiscard]] bool cluster() const { return count > 1; }
};

struct SceneLayout {
  std::vector<MarkerItem>
      items;  ///< in drawing order: what stands lower on the screen over what is above, chosen ones last
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

/// What is in view. `groups` holds the scene's markers. A chosen marker is in no cluster: it stands by itself, and the
/// cluster is shown without it.
[[nodiscard]] std::vector<MarkerItem> place_markers(const MapScene& scene, const Plane& plane,
                                                    const MarkerGroups& groups);
/// Places in MapScene::markers of what an item shows, upwards.
[[nodiscard]] std::vector<std::uint32_t> markers_of(const MapScene& scene, const MarkerGroups& groups,
                                                    const MarkerItem& item);

/// How large markers are drawn: the design's size, growing with the text size.
[[nodiscard]] float marker_scale(const MapScene& scene);

/// The rectangle grown to the least touch target around its middle.
[[nodiscard]] Rect touch_rect(const Rect& rect);

[[nodiscard]] std::shared_ptr<const MarkerSet> make_marker_set(std::vector<Marker> markers);
/// Of a scene with a set: what that knows already.
[[nodiscard]] MarkersHash hash_markers(const MapScene& scene);
[[nodiscard]] std::uint64_t hash_scene(const MapScene& scene, const MarkersHash& markers);

}  // namespace stoepkrijt::render
