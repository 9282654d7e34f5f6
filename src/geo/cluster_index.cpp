#include "geo/cluster_index.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "geo/geometry.hpp"
#include "geo/mercator.hpp"

namespace stoepkrijt::geo {

std::vector<std::uint32_t> radii_of_zooms(const Zooms& zooms) {
  std::vector<std::uint32_t> radii;
  for (int z = 0; z <= zooms.last; ++z) {
    const std::uint64_t at_zero = std::uint64_t{kMercatorWorld} * zooms.radius / zooms.extent;
    const std::uint64_t radius = std::min<std::uint64_t>(at_zero >> static_cast<unsigned>(z), ClusterIndex::kMaxRadius);
    radii.push_back(static_cast<std::uint32_t>(std::max<std::uint64_t>(radius, 1)));
  }
  return radii;
}

void ClusterIndex::in(int level, const Window& window, std::vector<Node>& nodes) const {
  SK_CHECK(level >= 0 && level < static_cast<int>(list_of_.size()));
  const List& at = list(level);
  if (window.west_e7 <= window.east_e7) return in_one(at, window, nodes);
  in_one(at, {window.west_e7, window.south_e7, kMaxLonE7, window.north_e7}, nodes);
  in_one(at, {-kMaxLonE7, window.south_e7, window.east_e7, window.north_e7}, nodes);
}

void ClusterIndex::in_one(const List& list, const Window& window, std::vector<Node>& nodes) const {
  if (list.nodes.empty() || window.south_e7 > window.north_e7) return;
  const std::uint32_t south = mercator_y(window.south_e7) / list.height;
  const std::uint32_t north = mercator_y(window.north_e7) / list.height;
  const auto last = list.rows.end() - 1;
  auto row = std::partition_point(list.rows.begin(), last, [south](const Row& r) { return r.row < south; });
  for (; row != last && row->row <= north; ++row) {
    const Node* const end = list.nodes.data() + (row + 1)->first;
    const Node* node = std::lower_bound(list.nodes.data() + row->first, end, window.west_e7,
                                        [this](Node n, std::int32_t west) { return places_[n].lon_e7 < west; });
    for (; node != end && places_[*node].lon_e7 <= window.east_e7; ++node) {
      const std::int32_t lat = places_[*node].lat_e7;
      if (lat >= window.south_e7 && lat <= window.north_e7) nodes.push_back(*node);
    }
  }
}

void ClusterIndex::count_kinds(std::size_t from, std::size_t to, Mix& mix) const {
  for (std::size_t i = from; i < to; ++i) ++mix[leaf_kinds_[i]];
}

ClusterIndex::Mix ClusterIndex::kinds(Node node) const {
  Mix mix{};
  const std::size_t from = first_[node];
  const std::size_t to = from + count(node);
  const std::size_t block = (from + kBlock - 1) / kBlock;
  const std::size_t last = to / kBlock;
  if (block >= last) {
    count_kinds(from, to, mix);
    return mix;
  }
  count_kinds(from, block * kBlock, mix);
  for (std::size_t k = 0; k < kinds_; ++k) mix[k] += blocks_[last * kinds_ + k] - blocks_[block * kinds_ + k];
  count_kinds(last * kBlock, to, mix);
  return mix;
}

std::size_t ClusterIndex::bytes() const {
  std::size_t bytes = lists_.capacity() * sizeof(List) + list_of_.capacity() + places_.capacity() * sizeof(LonLat) +
                      first_.capacity() * sizeof(std::uint32_t) + clusters_.capacity() * sizeof(Cluster) +
                      leaf_ids_.capacity() * sizeof(std::uint32_t) + leaf_kinds_.capacity() +
                      blocks_.capacity() * sizeof(std::uint32_t);
  for (const List& list : lists_) {
    bytes += list.rows.capacity() * sizeof(Row) + list.nodes.capacity() * sizeof(Node);
  }
  return bytes;
}

}  // namespace stoepkrijt::geo
