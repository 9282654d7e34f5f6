// Very many places gathered for every zoom at once: what would cover each other on a map is one cluster, which knows
// how many it holds and of which kinds. Made once for places that stay; flat arrays.
//
// How: from the finest level to the coarsest, each with its own radius, the nodes of the level before are gathered.
// They are gone through by rows from the south, from the west in each; one that is not gathered yet takes all within
// the radius, edge included, that are not either; a cluster stands at the mean of its places. Then it is done again
// with the clusters among themselves, up to `rounds` times. So clusters of a coarse level are made of whole ones of a
// finer level. Rows are as high as the radius, or higher where there would be less than kPlacesOfARow places to a row.
// Source: the idea of V. Agafonkin's supercluster (github.com/mapbox/supercluster), with rows of the radius in place of
// a k-d tree; one round gives what that gives, but for the order in which nodes are gone through.
//
// Units: radii in units of the square world of geo/mercator.hpp (1e-7 degree of longitude). Nothing is gathered over
// the antimeridian; beyond 85.05 degrees north and south all places of one longitude are one. Levels: 0 is the
// coarsest; levels() is the places as they are. Memory: at most 42 bytes a place and 5 a place and level, mostly far
// less; bytes() tells. Time: linear in places and levels. Guarantees: whole numbers only, the same in every build; the
// same for the same places in any order, ids being different. Each place is in exactly one node of every level.
//
// Example:
//   const ClusterIndex index(points, radii_of_zooms({.radius = 40, .extent = 512, .last = 16}));
//   index.in(12, window, nodes);
//   for (const ClusterIndex::Node n : nodes) draw(index.place(n), index.count(n), index.kinds(n));
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/point_index.hpp"
#include "geo/position.hpp"

namespace stoepkrijt::geo {

/// Map tiles as supercluster has them: level z is zoom z, at which the world is `extent` · 2^z wide, and what is less
/// than `radius` apart there is gathered.
struct Zooms {
  std::uint32_t radius = 40;
  std::uint32_t extent = 512;
  int last = 16;  ///< the finest
};
[[nodiscard]] std::vector<std::uint32_t> radii_of_zooms(const Zooms& zooms);

class ClusterIndex {
 public:
  static constexpr std::size_t kKinds = 16;
  static constexpr std::uint32_t kMaxRadius = std::uint32_t{1} << 31U;
  static constexpr std::size_t kMaxLevels = 64;
  static constexpr std::uint32_t kPlacesOfARow = 8;
  using Node = std::uint32_t;
  using Mix = std::array<std::uint32_t, kKinds>;  ///< how many of each kind

  ClusterIndex() = default;
  /// Radii from the coarsest level to the finest, none larger than the one before it; of each level, 1 to kMaxRadius.
  /// Domain: places on earth, kinds below kKinds, fewer than 2^31 places, at most kMaxLevels levels, rounds from 1.
  ClusterIndex(std::span<const Point> points, std::span<const std::uint32_t> radii, int rounds = 1);

  [[nodiscard]] std::size_t size() const { return leaf_ids_.size(); }
  [[nodiscard]] int levels() const { return static_cast<int>(list_of_.size()) - 1; }
  [[nodiscard]] std::size_t bytes() const;
  /// How many nodes a level has.
  [[nodiscard]] std::size_t count_at(int level) const { return list(level).nodes.size(); }

  /// Appends the nodes of a level whose place is in the window.
  void in(int level, const Window& window, std::vector<Node>& nodes) const;

  [[nodiscard]] bool is_cluster(Node node) const { return node >= leaf_ids_.size(); }
  /// Where it stands: of a cluster the mean of its places, to the nearest unit.
  [[nodiscard]] LonLat place(Node node) const { return places_[node]; }
  [[nodiscard]] std::uint32_t count(Node node) const { return is_cluster(node) ? cluster(node).count : 1; }
  /// The ids of its places; those of a node are a piece of those of the cluster that it goes into.
  [[nodiscard]] std::span<const std::uint32_t> ids(Node node) const {
    return {leaf_ids_.data() + first_[node], count(node)};
  }
  /// Those of all places, node after node.
  [[nodiscard]] std::span<const std::uint32_t> all_ids() const { return leaf_ids_; }
  [[nodiscard]] Mix kinds(Node node) const;
  /// The coarsest level at which its places are in more nodes than one: to zoom there opens it. Of a place, levels().
  [[nodiscard]] int opens_at(Node node) const { return is_cluster(node) ? cluster(node).level + 1 : levels(); }
  /// Where its ids stand among those of all: node a is (in) node b iff first(b) <= first(a) < first(b) + count(b).
  [[nodiscard]] std::uint32_t first(Node node) const { return first_[node]; }

 private:
  friend class ClusterBuilder;
  /// Nodes of a level by rows of equal height from the south, each by longitude.
  struct Row {
    std::uint32_t row = 0;
    std::uint32_t first = 0;  // of `nodes`; the last row is none, and ends the one before
  };
  struct List {
    std::uint32_t height = 1;
    std::vector<Row> rows;
    std::vector<Node> nodes;
  };
  struct Cluster {
    std::uint32_t count = 0;
    int level = 0;  // the finest at which it is there
  };
  static constexpr std::uint32_t kBlock = 16;

  [[nodiscard]] const List& list(int level) const { return lists_[list_of_[static_cast<std::size_t>(level)]]; }
  [[nodiscard]] const Cluster& cluster(Node node) const { return clusters_[node - leaf_ids_.size()]; }
  void in_one(const List& list, const Window& window, std::vector<Node>& nodes) const;
  void count_kinds(std::size_t from, std::size_t to, Mix& mix) const;

  std::vector<List> lists_;            // levels that are alike have one together
  std::vector<std::uint8_t> list_of_;  // of each level, and of the places as they are
  std::vector<LonLat> places_;         // of each node: the places, then the clusters
  std::vector<std::uint32_t> first_;   // of each node: where its ids begin
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> leaf_ids_;
  std::vector<std::uint8_t> leaf_kinds_;  // of the same places
  std::size_t kinds_ = 0;                 // that come at all
  std::vector<std::uint32_t> blocks_;     // of each kind, before each kBlock of leaf_kinds_
};

}  // namespace stoepkrijt::geo
