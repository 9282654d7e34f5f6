#include "geo/point_index.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "geo/geometry.hpp"
#include "geo/mercator.hpp"
#include "geo/radix_sort.hpp"

namespace stoepkrijt::geo {
namespace {

struct Item {
  std::int32_t lon_e7;
  std::int32_t lat_e7;
  std::uint32_t id;
  std::uint32_t slab;
};

std::uint64_t from(std::int32_t least, std::int32_t value) {
  return static_cast<std::uint64_t>(std::int64_t{value} - least);
}

/// Of n places: about as many slabs as there are places in one.
std::size_t slab_size(std::size_t n) {
  std::size_t size = 16;
  while (size * size < n) size += size / 16;
  return size;
}

}  // namespace

PointIndex::PointIndex(std::span<const Point> points) {
  SK_CHECK(points.size() < UINT32_MAX);
  if (points.empty()) return;
  Bounds box;
  std::vector<Item> items;
  items.reserve(points.size());
  for (const Point& p : points) {
    box.add(p.place);
    items.push_back({p.place.lon_e7, p.place.lat_e7, p.id, 0});
  }
  std::vector<Item> scratch;
  radix_sort(items, scratch, bits_of(from(box.min_lat_e7, box.max_lat_e7)),
             [&](const Item& i) { return from(box.min_lat_e7, i.lat_e7); });
  // Where a slab ends among places of one latitude, which of them are in it may not depend on the caller's order.
  const auto by_lon = [](const Item& a, const Item& b) {
    return a.lon_e7 != b.lon_e7 ? a.lon_e7 < b.lon_e7 : a.lat_e7 != b.lat_e7 ? a.lat_e7 < b.lat_e7 : a.id < b.id;
  };
  sort_ties(items, [](const Item& a, const Item& b) { return a.lat_e7 == b.lat_e7; }, by_lon);
  const std::size_t size = slab_size(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].slab = static_cast<std::uint32_t>(i / size);
    if (i % size == 0) slabs_.push_back({static_cast<std::uint32_t>(i), items[i].lat_e7, 0});
    slabs_.back().north_e7 = items[i].lat_e7;
  }
  const int lon_bits = bits_of(from(box.min_lon_e7, box.max_lon_e7));
  radix_sort(items, scratch, lon_bits + bits_of(slabs_.size() - 1), [&](const Item& i) {
    return (std::uint64_t{i.slab} << static_cast<unsigned>(lon_bits)) | from(box.min_lon_e7, i.lon_e7);
  });
  sort_ties(items, [](const Item& a, const Item& b) { return a.slab == b.slab && a.lon_e7 == b.lon_e7; }, by_lon);
  lon_e7_.reserve(items.size());
  lat_e7_.reserve(items.size());
  ids_.reserve(items.size());
  for (const Item& item : items) {
    lon_e7_.push_back(item.lon_e7);
    lat_e7_.push_back(item.lat_e7);
    ids_.push_back(item.id);
  }
}

std::size_t PointIndex::bytes() const {
  return slabs_.capacity() * sizeof(Slab) + lon_e7_.capacity() * sizeof(std::int32_t) * 2 +
         ids_.capacity() * sizeof(std::uint32_t);
}

/// The places of a window that does not go over the antimeridian, as runs of the arrays: from, up to, and whether all
/// of them are in it; else their latitude is still to be looked at.
template <class Run>
void PointIndex::each_run(const Window& window, Run run) const {
  auto slab =
      std::partition_point(slabs_.begin(), slabs_.end(), [&](const Slab& s) { return s.north_e7 < window.south_e7; });
  for (; slab != slabs_.end() && slab->south_e7 <= window.north_e7; ++slab) {
    const std::int32_t* const all = lon_e7_.data();
    const std::int32_t* const end = all + (slab + 1 == slabs_.end() ? ids_.size() : (slab + 1)->first);
    const std::int32_t* const begin = std::lower_bound(all + slab->first, end, window.west_e7);
    const auto stop = static_cast<std::size_t>(std::upper_bound(begin, end, window.east_e7) - all);
    run(static_cast<std::size_t>(begin - all), stop,
        slab->south_e7 >= window.south_e7 && slab->north_e7 <= window.north_e7);
  }
}

template <class Visit>
void PointIndex::each_in(const Window& window, Visit visit) const {
  each_run(window, [&](std::size_t from, std::size_t stop, bool whole) {
    for (std::size_t k = from; k < stop; ++k) {
      if (whole || (lat_e7_[k] >= window.south_e7 && lat_e7_[k] <= window.north_e7)) visit(k);
    }
  });
}

std::size_t PointIndex::count(const Window& window) const {
  std::size_t n = 0;
  const auto add = [&](std::size_t from, std::size_t stop, bool whole) {
    if (whole) {
      n += stop - from;
      return;
    }
    for (std::size_t k = from; k < stop; ++k) {
      n += lat_e7_[k] >= window.south_e7 && lat_e7_[k] <= window.north_e7 ? 1U : 0U;
    }
  };
  if (window.west_e7 <= window.east_e7) {
    each_run(window, add);
  } else {
    each_run({window.west_e7, window.south_e7, kMaxLonE7, window.north_e7}, add);
    each_run({-kMaxLonE7, window.south_e7, window.east_e7, window.north_e7}, add);
  }
  return n;
}

void PointIndex::in(const Window& window, std::vector<std::uint32_t>& ids) const {
  const auto take = [&](std::size_t k) { ids.push_back(ids_[k]); };
  if (window.west_e7 <= window.east_e7) return each_in(window, take);
  each_in({window.west_e7, window.south_e7, kMaxLonE7, window.north_e7}, take);
  // 180 degrees east and west are one meridian, but two numbers: none stands in both halves.
  each_in({-kMaxLonE7, window.south_e7, window.east_e7, window.north_e7}, take);
}

namespace {

constexpr std::int64_t kQ30 = std::int64_t{1} << 30U;

/// Squared distance in the plane of near(), in units of 1e-7 degree of latitude.
std::int64_t squared(LonLat centre, std::int64_t cosine, std::int32_t lon_e7, std::int32_t lat_e7) {
  std::int64_t east = lon_e7 - std::int64_t{centre.lon_e7};
  if (east < 0) east = -east;
  if (east > kMaxLonE7) east = 2 * std::int64_t{kMaxLonE7} - east;
  const std::int64_t x = (east * cosine + kQ30 / 2) / kQ30;
  const std::int64_t y = lat_e7 - std::int64_t{centre.lat_e7};
  return x * x + y * y;
}

struct Found {
  std::int64_t squared = 0;
  std::uint32_t id = 0;
};

}  // namespace

void PointIndex::nearest(LonLat centre, std::size_t n, const Window& window, std::vector<std::uint32_t>& ids) const {
  if (n == 0) return;
  const std::int64_t cosine = cosine_q30(centre.lat_e7);
  std::vector<Found> found;
  const auto take = [&](std::size_t k) { found.push_back({squared(centre, cosine, lon_e7_[k], lat_e7_[k]), ids_[k]}); };
  const auto all = [&] {
    found.clear();
    if (window.west_e7 <= window.east_e7) return each_in(window, take);
    each_in({window.west_e7, window.south_e7, kMaxLonE7, window.north_e7}, take);
    each_in({-kMaxLonE7, window.south_e7, window.east_e7, window.north_e7}, take);
  };
  // Boxes around the centre, each twice as wide, until one has enough in the circle that it holds.
  constexpr std::int64_t kFirst = 1 << 10;  // some eleven metres
  const bool plain = window.west_e7 <= window.east_e7 && cosine > kQ30 / 64;
  bool enough = false;
  for (std::int64_t reach = kFirst; plain && !enough; reach *= 2) {
    const std::int64_t east = reach * kQ30 / cosine;
    if (centre.lon_e7 + east > kMaxLonE7 || centre.lon_e7 - east < -kMaxLonE7) break;  // near goes on beyond it
    const Window box{static_cast<std::int32_t>(std::max<std::int64_t>(window.west_e7, centre.lon_e7 - east)),
                     static_cast<std::int32_t>(std::max<std::int64_t>(window.south_e7, centre.lat_e7 - reach)),
                     static_cast<std::int32_t>(std::min<std::int64_t>(window.east_e7, centre.lon_e7 + east)),
                     static_cast<std::int32_t>(std::min<std::int64_t>(window.north_e7, centre.lat_e7 + reach))};
    if (box == window) break;
    if (box.west_e7 > box.east_e7 || box.south_e7 > box.north_e7) continue;
    found.clear();
    each_in(box, take);
    const auto near =
        std::count_if(found.begin(), found.end(), [&](const Found& f) { return f.squared < reach * reach; });
    enough = static_cast<std::size_t>(near) >= n;
  }
  if (!enough) all();
  const auto before = [](const Found& a, const Found& b) {
    return a.squared != b.squared ? a.squared < b.squared : a.id < b.id;
  };
  const std::size_t some = std::min(n, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(some), found.end(), before);
  for (std::size_t i = 0; i < some; ++i) ids.push_back(found[i].id);
}

void PointIndex::near(LonLat centre, std::int64_t radius_mm, std::vector<std::uint32_t>& ids) const {
  // A degree of latitude of the sphere of Web Mercator is 111'319'491 mm.
  constexpr std::int64_t kMmPerDegree = 111'319'491;
  constexpr std::int64_t kHalf = kMaxLonE7;
  constexpr std::int64_t kMost = 20'000'000'000;  // beyond half of the earth nothing more is added
  if (radius_mm < 0) return;
  const std::int64_t radius = std::min(radius_mm, kMost) * 10'000'000 / kMmPerDegree;
  const std::int64_t cosine = cosine_q30(centre.lat_e7);
  constexpr std::int64_t kOne = std::int64_t{1} << 30U;
  // The farthest to the east and west that is still near: its cosine rounds to the radius.
  const std::int64_t reach = cosine == 0 ? kHalf : std::min((radius * kOne + kOne / 2 - 1) / cosine, kHalf);
  const auto take = [&](std::size_t k) {
    std::int64_t east = lon_e7_[k] - std::int64_t{centre.lon_e7};
    if (east < 0) east = -east;
    if (east > kHalf) east = 2 * kHalf - east;
    const std::int64_t x = (east * cosine + kOne / 2) / kOne;
    const std::int64_t y = lat_e7_[k] - std::int64_t{centre.lat_e7};
    if (x * x + y * y <= radius * radius) ids.push_back(ids_[k]);
  };
  const auto south = static_cast<std::int32_t>(std::max<std::int64_t>(centre.lat_e7 - radius, -kMaxLatE7));
  const auto north = static_cast<std::int32_t>(std::min<std::int64_t>(centre.lat_e7 + radius, kMaxLatE7));
  const std::int64_t west = centre.lon_e7 - reach;
  const std::int64_t east = centre.lon_e7 + reach;
  if (reach == kHalf) return each_in({-kMaxLonE7, south, kMaxLonE7, north}, take);
  const auto at = [](std::int64_t lon) { return static_cast<std::int32_t>(lon); };
  each_in({at(std::max(west, -kHalf)), south, at(std::min(east, kHalf)), north}, take);
  if (west <= -kHalf) each_in({at(west + 2 * kHalf), south, kMaxLonE7, north}, take);
  if (east >= kHalf) each_in({-kMaxLonE7, south, at(east - 2 * kHalf), north}, take);
}

}  // namespace stoepkrijt::geo
