#include "render/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numeric>
#include <utility>

namespace stoepkrijt::render {
namespace {

struct Node {
  glm::dvec2 place;
  double weight;
  bool alone;
};

/// Nodes by grid cell of one radius: sorted (cell, node) pairs, found by binary search.
class CellIndex {
 public:
  CellIndex(std::span<const Node> nodes, double radius) : radius_(radius) {
    cells_.reserve(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
      cells_.emplace_back(key(column(nodes[i].place.x), column(nodes[i].place.y)), static_cast<std::uint32_t>(i));
    std::sort(cells_.begin(), cells_.end());
  }

  template <class Visit>
  void near(glm::dvec2 p, Visit visit) const {
    const std::int64_t cx = column(p.x);
    const std::int64_t cy = column(p.y);
    for (std::int64_t x = cx - 1; x <= cx + 1; ++x) {
      for (std::int64_t y = cy - 1; y <= cy + 1; ++y) {
        const std::uint64_t k = key(x, y);
        for (auto it = std::lower_bound(cells_.begin(), cells_.end(), std::pair{k, 0U});
             it != cells_.end() && it->first == k; ++it)
          visit(it->second);
      }
    }
  }

 private:
  [[nodiscard]] std::int64_t column(double v) const { return static_cast<std::int64_t>(std::floor(v / radius_)); }
  static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return (static_cast<std::uint64_t>(x) << 32U) ^ (static_cast<std::uint64_t>(y) & 0xFFFFFFFFU);
  }

  double radius_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> cells_;
};

/// One greedy round: the group of every node. Returns how many groups there are.
std::size_t gather(std::span<const Node> nodes, double radius, std::vector<std::uint32_t>& group_of) {
  constexpr std::uint32_t kNone = UINT32_MAX;
  const CellIndex index(nodes, radius);
  group_of.assign(nodes.size(), kNone);
  std::uint32_t groups = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (group_of[i] != kNone) continue;
    group_of[i] = groups;
    if (!nodes[i].alone) {
      index.near(nodes[i].place, [&](std::uint32_t k) {
        if (group_of[k] != kNone || nodes[k].alone) return;
        const glm::dvec2 d = nodes[k].place - nodes[i].place;
        if (glm::dot(d, d) < radius * radius) group_of[k] = groups;
      });
    }
    ++groups;
  }
  return groups;
}

std::vector<Node> merged(std::span<const Node> nodes, std::span<const std::uint32_t> group_of, std::size_t groups) {
  std::vector<Node> out(groups, Node{{0.0, 0.0}, 0.0, false});
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node& g = out[group_of[i]];
    g.place += nodes[i].place * nodes[i].weight;
    g.weight += nodes[i].weight;
    g.alone = g.alone || nodes[i].alone;
  }
  for (Node& g : out) g.place /= g.weight;
  return out;
}

}  // namespace

Clusters cluster_markers(std::span<const glm::dvec2> places, std::span<const std::uint8_t> alone, double radius_m) {
  std::vector<Node> nodes;
  nodes.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) nodes.push_back({places[i], 1.0, i < alone.size() && alone[i] != 0});
  std::vector<std::uint32_t> final_of(places.size());
  std::iota(final_of.begin(), final_of.end(), 0U);
  if (radius_m > 0.0) {
    std::vector<std::uint32_t> group_of;
    for (int round = 0; round < 4; ++round) {  // groups may have moved together: look again, a few times
      const std::size_t groups = gather(nodes, radius_m, group_of);
      if (groups == nodes.size()) break;
      nodes = merged(nodes, group_of, groups);
      for (std::uint32_t& g : final_of) g = group_of[g];
    }
  }
  Clusters out;
  out.first.assign(nodes.size() + 1, 0);
  for (const std::uint32_t g : final_of) ++out.first[g + 1];
  std::partial_sum(out.first.begin(), out.first.end(), out.first.begin());
  out.members.resize(places.size());
  std::vector<std::uint32_t> next(out.first.begin(), out.first.end() - 1);
  for (std::size_t i = 0; i < final_of.size(); ++i) out.members[next[final_of[i]]++] = static_cast<std::uint32_t>(i);
  out.centres.reserve(nodes.size());
  for (const Node& n : nodes) out.centres.push_back(n.place);
  return out;
}

ClusterStep cluster_step(float px_per_m) {
  const double zoom = std::max(static_cast<double>(px_per_m), 1e-3);
  const int step = static_cast<int>(std::floor(std::log2(zoom) * 2.0 + 1e-6));
  const double at = std::exp2(step * 0.5);
  const double radius_px = at < 0.95 ? 60.0 : at < 1.9 ? 44.0 : at < 3.9 ? 30.0 : 14.0;
  return {step, radius_px / at};
}

}  // namespace stoepkrijt::render
