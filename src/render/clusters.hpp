// Gathers markers that would cover each other into clusters, for every zoom step at once. Pure. Clusters keep still
// while the map is dragged, and those of a step are made of whole ones of the next. Made anew only when places, shapes
// or colours change: 100,000 markers take some tens of milliseconds; which of them are in view is then a search.
// Guarantees: every marker is in exactly one group of a step; deterministic, whatever the order of the markers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/cluster_index.hpp"
#include "render/map_view.hpp"
#include "render/plane.hpp"

namespace stoepkrijt::render {

/// The zoom step (two to an octave) at or below px_per_m, and the radius in metres with which to cluster there: 60 px
/// in the wijk and buurt bands, less in the straat band, where every marker should be seen that can be seen.
struct ClusterStep {
  int step = 0;
  double radius_m = 0;
};
inline constexpr int kFirstStep = -9;  ///< of the cameras that there are, 0.05 to 12 px/m
inline constexpr int kLastStep = 7;
[[nodiscard]] ClusterStep cluster_step(float px_per_m);
/// The least px_per_m of a step.
[[nodiscard]] float zoom_of_step(int step);

/// How many markers of one look: a piece of the ring of a cluster.
struct MixPiece {
  MarkerShape shape = MarkerShape::kSquare;
  std::uint32_t fill = 0;
  std::uint32_t count = 0;
  friend bool operator==(const MixPiece&, const MixPiece&) = default;
};

class MarkerGroups {
 public:
  using Node = geo::ClusterIndex::Node;

  /// Does nothing when `hash` is that of the last time (hash_markers().places).
  void gather(std::span<const Marker> markers, const Plane& plane, std::uint64_t hash);
  /// Forgets all: for another plane.
  void clear() { made_ = false; }

  /// The groups of a zoom in a window; without `gathered` every marker by itself.
  [[nodiscard]] std::vector<Node> in_view(const geo::Window& window, float px_per_m, bool gathered) const;
  /// Places in the markers, as they were given to gather(), of what a group holds.
  [[nodiscard]] std::span<const std::uint32_t> members(Node node) const { return index_.ids(node); }
  [[nodiscard]] geo::LonLat place(Node node) const { return index_.place(node); }
  [[nodiscard]] bool holds(Node node, std::uint32_t marker) const {
    const std::uint32_t at = stands_[marker] - index_.first(node);  // wraps round where it stands before
    return at < index_.count(node);
  }
  /// By shape and colour; where there are more than fifteen looks, the last of them stands for the rest.
  [[nodiscard]] std::vector<MixPiece> mix(Node node) const;
  /// The least zoom at which a group comes apart; beyond every camera where it never does.
  [[nodiscard]] float opens_at(Node node) const;
  [[nodiscard]] const geo::ClusterIndex& index() const { return index_; }

 private:
  geo::ClusterIndex index_;
  std::vector<MixPiece> looks_;        // of each kind of the index; counts are 0
  std::vector<std::uint32_t> stands_;  // of each marker: its place among the ids of the index
  std::uint64_t hash_ = 0;
  bool made_ = false;
};

}  // namespace stoepkrijt::render
