// The markers and clusters of the map as buttons: what each says, and never more of them than a reader can bear.
#pragma once

#include <string>
#include <vector>

#include "app/views/map_signals.hpp"

namespace stoepkrijt::app {

/// A marker or cluster as a node of the page.
struct MapMark {
  std::string id;  ///< of the signal or plan; of a cluster, of one that it holds
  std::string name;
  MapRect rect;  ///< empty: it stands in a cluster, or outside of the window
  bool chosen = false;
  bool cluster = false;
};

/// Up to so many markers each has its node, wherever it stands; of more only those that the map tells of.
inline constexpr std::size_t kFewMarkers = 60;

[[nodiscard]] std::vector<MapMark> make_map_marks(const State& state, const Lang& lang, const MapFeedback& feedback,
                                                  SignalsCache& cache);
/// "14 meldingen: 9 problemen, 4 sterke punten, 1 idee".
[[nodiscard]] std::string cluster_words(const Lang& lang, const MapFeedback::MarkerArea& cluster);

}  // namespace stoepkrijt::app
