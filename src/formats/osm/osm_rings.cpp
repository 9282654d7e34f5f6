#include "formats/osm/osm_rings.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace stoepkrijt::formats::osm {
namespace {

using Key = std::pair<std::int32_t, std::int32_t>;
Key key_of(geo::LonLat p) { return {p.lon_e7, p.lat_e7}; }

/// Which pieces end at a place, so that thousands of them are joined without looking at all each time.
class Ends {
 public:
  explicit Ends(const std::vector<Piece>& pieces) : used_(pieces.size(), false) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].size() < 2) {
        used_[i] = true;
        continue;
      }
      at_.emplace(key_of(pieces[i].front()), i);
      at_.emplace(key_of(pieces[i].back()), i);
    }
  }
  [[nodiscard]] bool used(std::size_t i) const { return used_[i]; }
  void use(std::size_t i) { used_[i] = true; }
  /// The first unused piece that ends here; the number of pieces when there is none.
  [[nodiscard]] std::size_t take(geo::LonLat place) {
    std::size_t best = used_.size();
    const auto [first, last] = at_.equal_range(key_of(place));
    for (auto it = first; it != last;) {
      if (used_[it->second]) {
        it = at_.erase(it);
        continue;
      }
      best = std::min(best, it->second);
      ++it;
    }
    if (best < used_.size()) used_[best] = true;
    return best;
  }

 private:
  std::vector<bool> used_;
  std::multimap<Key, std::size_t> at_;
};

}  // namespace

Rings join_rings(const std::vector<Piece>& pieces) {
  Rings out;
  Ends ends(pieces);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (ends.used(i)) continue;
    ends.use(i);
    Piece ring = pieces[i];
    while (ring.front() != ring.back()) {
      const std::size_t next = ends.take(ring.back());
      if (next == pieces.size()) break;
      const Piece& piece = pieces[next];
      if (piece.front() == ring.back()) {
        ring.insert(ring.end(), piece.begin() + 1, piece.end());
      } else {
        ring.insert(ring.end(), piece.rbegin() + 1, piece.rend());
      }
    }
    if (ring.front() == ring.back() && ring.size() >= 4) {
      out.closed.push_back(std::move(ring));
    } else {
      out.whole = false;
    }
  }
  return out;
}

}  // namespace stoepkrijt::formats::osm
