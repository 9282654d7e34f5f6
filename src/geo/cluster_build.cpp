#include <algorithm>
#include <numeric>
#include <utility>

#include "base/check.hpp"
#include "geo/cluster_index.hpp"
#include "geo/mercator.hpp"
#include "geo/radix_sort.hpp"

namespace stoepkrijt::geo {

/// Makes a ClusterIndex, level by level.
class ClusterBuilder {
 public:
  explicit ClusterBuilder(ClusterIndex& out) : out_(out) {}

  void build(std::span<const Point> points, std::span<const std::uint32_t> radii, int rounds) {
    out_.list_of_.assign(radii.size() + 1, 0);
    auto level = static_cast<int>(radii.size());
    take_places(points);
    // The rows of the next gathering are those by which a level is found.
    const auto next_radius = [&] {
      return radii.empty() ? 1 : radii[static_cast<std::size_t>(std::max(level - 1, 0))];
    };
    first_order(next_radius());
    keep_list(level, true);
    while (level-- > 0) {
      const std::uint32_t radius = radii[static_cast<std::size_t>(level)];
      bool changed = false;
      for (int round = 0; round < rounds; ++round) {
        if (round > 0) put_in_rows(radius);
        if (!gather(radius, level)) break;
        changed = true;
      }
      put_in_rows(next_radius());
      keep_list(level, changed);
    }
    give_places();
    keep_kinds();
  }

 private:
  using Node = ClusterIndex::Node;
  struct Given {
    MercatorXY at;
    std::uint32_t row = 0;
    Point point;
  };
  struct Item {
    MercatorXY at;
    std::uint32_t row = 0;
    Node node = 0;
  };
  /// Sums of longitudes and latitudes, both from the south-west corner of the world.
  struct Sum {
    std::uint64_t lon = 0;
    std::uint64_t lat = 0;
  };

  void take_places(std::span<const Point> points) {
    given_.reserve(points.size());
    for (const Point& point : points) {
      SK_CHECK(point.kind < ClusterIndex::kKinds);
      const MercatorXY at = to_mercator(point.place);
      given_.push_back({at, 0, point});
      least_x_ = std::min(least_x_, at.x);
      most_x_ = std::max(most_x_, at.x);
      least_y_ = std::min(least_y_, at.y);
      most_y_ = std::max(most_y_, at.y);
    }
    points_ = static_cast<std::uint32_t>(points.size());
    if (points_ == 0) least_x_ = least_y_ = 0;
    least_height_ = (most_y_ - least_y_) / (points_ / ClusterIndex::kPlacesOfARow + 1) + 1;
  }

  /// The places get their numbers by row, x, latitude and id: so it does not matter in which order they came.
  void first_order(std::uint32_t radius) {
    std::vector<Given> scratch;
    sort_by_rows(given_, scratch, radius);
    sort_ties(
        given_, [](const Given& a, const Given& b) { return a.row == b.row && a.at.x == b.at.x; },
        [](const Given& a, const Given& b) {
          const std::int32_t north_a = a.point.place.lat_e7;
          const std::int32_t north_b = b.point.place.lat_e7;
          return north_a != north_b ? north_a < north_b : a.point.id < b.point.id;
        });
    items_.reserve(points_);
    out_.places_.reserve(std::size_t{points_} + points_ / 2);
    ids_.reserve(points_);
    kinds_.reserve(points_);
    for (const Given& given : given_) {
      items_.push_back({given.at, given.row, static_cast<Node>(items_.size())});
      out_.places_.push_back(given.point.place);
      ids_.push_back(given.point.id);
      kinds_.push_back(given.point.kind);
    }
    given_ = {};
  }

  void put_in_rows(std::uint32_t radius) { sort_by_rows(items_, scratch_, radius); }

  /// By row and x; what stood first stays first. Nothing ever leaves the box of the places.
  template <class T>
  void sort_by_rows(std::vector<T>& items, std::vector<T>& scratch, std::uint32_t radius) {
    height_ = std::max(radius, least_height_);
    for (T& item : items) item.row = item.at.y / height_;
    const std::uint32_t least_row = least_y_ / height_;
    const int x_bits = bits_of(most_x_ - least_x_);
    const int row_bits = bits_of(most_y_ / height_ - least_row);
    radix_sort(items, scratch, x_bits + row_bits, [&](const T& item) {
      return (std::uint64_t{item.row - least_row} << static_cast<unsigned>(x_bits)) | (item.at.x - least_x_);
    });
  }

  /// For queries: as items_ stand now, by rows of height_.
  void keep_list(int level, bool changed) {
    if (changed) {
      ClusterIndex::List& list = out_.lists_.emplace_back();
      list.height = height_;
      list.nodes.reserve(items_.size());
      for (const Item& item : items_) {
        if (list.nodes.empty() || item.row != list.rows.back().row) {
          list.rows.push_back({item.row, static_cast<std::uint32_t>(list.nodes.size())});
        }
        list.nodes.push_back(item.node);
      }
      list.rows.push_back({UINT32_MAX, static_cast<std::uint32_t>(list.nodes.size())});
      list.rows.shrink_to_fit();
    }
    out_.list_of_[static_cast<std::size_t>(level)] = static_cast<std::uint8_t>(out_.lists_.size() - 1);
  }

  /// One round. The rows are as high as the radius at least, so that what is near stands in the same row or beside it;
  /// and of what came before, nothing can be near that is not gathered yet, else it had gathered this.
  bool gather(std::uint32_t radius, int level) {
    taken_.assign(items_.size(), 0);
    next_.clear();
    bool any = false;
    for (std::size_t first = 0; first < items_.size();) {
      std::size_t end = first;
      while (end < items_.size() && items_[end].row == items_[first].row) ++end;
      std::size_t above = end;  // the first of the row above that is not too far to the west
      std::size_t stop = end;
      if (end < items_.size() && items_[end].row == items_[first].row + 1) {
        while (stop < items_.size() && items_[stop].row == items_[end].row) ++stop;
      }
      for (std::size_t i = first; i < end; ++i) {
        if (taken_[i] != 0) continue;
        const Item& seed = items_[i];
        members_.clear();
        take_near(seed, radius, i + 1, end);
        while (above < stop && items_[above].at.x < seed.at.x && seed.at.x - items_[above].at.x > radius) ++above;
        take_near(seed, radius, above, stop);
        if (members_.empty()) {
          next_.push_back(seed);
        } else {
          add_cluster(seed, level);
          any = true;
        }
      }
      first = end;
    }
    items_.swap(next_);
    return any;
  }

  void take_near(const Item& seed, std::uint32_t radius, std::size_t from, std::size_t end) {
    const std::uint64_t most = std::uint64_t{radius} * radius;
    for (std::size_t i = from; i < end; ++i) {
      const Item& item = items_[i];
      if (item.at.x > seed.at.x && item.at.x - seed.at.x > radius) break;
      if (taken_[i] != 0) continue;
      const std::uint64_t dx = item.at.x > seed.at.x ? item.at.x - seed.at.x : seed.at.x - item.at.x;
      const std::uint64_t dy = item.at.y > seed.at.y ? item.at.y - seed.at.y : seed.at.y - item.at.y;
      if (dy > radius || dx * dx + dy * dy > most) continue;
      taken_[i] = 1;
      members_.push_back(item.node);
    }
  }

  void add_cluster(const Item& seed, int level) {
    const std::size_t at = sums_.size();
    members_.push_back(seed.node);
    std::swap(members_.front(), members_.back());
    Sum sum;
    std::uint32_t count = 0;
    for (const Node node : members_) {
      const Sum one = sum_of(node);
      sum.lon += one.lon;
      sum.lat += one.lat;
      count += count_of(node);
    }
    sums_.push_back(sum);
    out_.clusters_.push_back({count, level});
    child_first_.push_back(static_cast<std::uint32_t>(children_.size()));
    children_.insert(children_.end(), members_.begin(), members_.end());
    const LonLat place{static_cast<std::int32_t>(static_cast<std::int64_t>((sum.lon + count / 2) / count) - kWest),
                       static_cast<std::int32_t>(static_cast<std::int64_t>((sum.lat + count / 2) / count) - kSouth)};
    out_.places_.push_back(place);
    next_.push_back({to_mercator(place), 0, points_ + static_cast<Node>(at)});
  }

  [[nodiscard]] Sum sum_of(Node node) const {
    if (node >= points_) return sums_[node - points_];
    const LonLat place = out_.places_[node];
    return {static_cast<std::uint64_t>(place.lon_e7 + kWest), static_cast<std::uint64_t>(place.lat_e7 + kSouth)};
  }
  [[nodiscard]] std::uint32_t count_of(Node node) const {
    return node >= points_ ? out_.clusters_[node - points_].count : 1;
  }

  /// The ids of a node stand together, those of what it is made of one after the other. Parents have higher numbers
  /// than children.
  void give_places() {
    child_first_.push_back(static_cast<std::uint32_t>(children_.size()));
    out_.first_.assign(out_.places_.size(), 0);
    std::uint32_t next = 0;
    for (const Item& item : items_) {
      out_.first_[item.node] = next;
      next += count_of(item.node);
    }
    for (std::size_t c = out_.clusters_.size(); c-- > 0;) {
      std::uint32_t at = out_.first_[points_ + c];
      for (std::uint32_t i = child_first_[c]; i < child_first_[c + 1]; ++i) {
        out_.first_[children_[i]] = at;
        at += count_of(children_[i]);
      }
    }
    out_.places_.shrink_to_fit();
    out_.clusters_.shrink_to_fit();
  }

  void keep_kinds() {
    out_.leaf_ids_.resize(points_);
    out_.leaf_kinds_.resize(points_);
    for (Node node = 0; node < points_; ++node) {
      out_.leaf_ids_[out_.first_[node]] = ids_[node];
      out_.leaf_kinds_[out_.first_[node]] = kinds_[node];
      out_.kinds_ = std::max(out_.kinds_, std::size_t{kinds_[node]} + 1);
    }
    std::vector<std::uint32_t> before(out_.kinds_, 0);
    out_.blocks_.reserve((points_ / ClusterIndex::kBlock + 1) * out_.kinds_);
    for (std::size_t i = 0; i <= points_; ++i) {
      if (i % ClusterIndex::kBlock == 0) out_.blocks_.insert(out_.blocks_.end(), before.begin(), before.end());
      if (i < points_) ++before[out_.leaf_kinds_[i]];
    }
  }

  static constexpr std::int64_t kWest = 1'800'000'000;
  static constexpr std::int64_t kSouth = 900'000'000;

  ClusterIndex& out_;
  std::uint32_t points_ = 0;
  std::uint32_t least_x_ = UINT32_MAX;
  std::uint32_t most_x_ = 0;
  std::uint32_t least_y_ = UINT32_MAX;
  std::uint32_t most_y_ = 0;
  std::uint32_t least_height_ = 1;
  std::uint32_t height_ = 1;  // of the rows in which the nodes stand
  std::vector<Given> given_;
  std::vector<Item> items_;  // the nodes of this level, by row
  std::vector<Item> next_;
  std::vector<Item> scratch_;
  std::vector<std::uint8_t> taken_;
  std::vector<Node> members_;
  std::vector<std::uint32_t> ids_;  // of each place
  std::vector<std::uint8_t> kinds_;
  std::vector<Sum> sums_;  // of each cluster
  std::vector<std::uint32_t> child_first_;
  std::vector<Node> children_;
};

ClusterIndex::ClusterIndex(std::span<const Point> points, std::span<const std::uint32_t> radii, int rounds) {
  SK_CHECK(points.size() < (std::size_t{1} << 31U) && radii.size() <= kMaxLevels && rounds >= 1);
  for (std::size_t i = 0; i < radii.size(); ++i) {
    SK_CHECK(radii[i] >= 1 && radii[i] <= (i == 0 ? kMaxRadius : radii[i - 1]));
  }
  ClusterBuilder(*this).build(points, radii, rounds);
}

}  // namespace stoepkrijt::geo
