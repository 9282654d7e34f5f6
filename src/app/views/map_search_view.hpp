// Looking for something on the map: streets, buurten, places, coordinates (WGS84 and RD), and words of signals.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/map_names.hpp"
#include "app/views/map_signals.hpp"

namespace stoepkrijt::app {

struct MapSearchView {
  std::string label;  ///< of the field
  std::string hint;   ///< in it while it is empty: the beginning of the label
  struct Hit {
    std::string key;  ///< unique among the hits, and the same while the words are
    std::string icon;
    std::string title, small;  ///< "Singelkade", "straat"
    geo::Bounds box;           ///< where it lies; one place: a spot
    std::string signal;        ///< id, of a signal
    std::string buurt;         ///< code, of a buurt
  };
  std::vector<Hit> hits;
  std::string status;                  ///< how many were found, or that none was; empty while nothing is looked for
  std::string narrow;                  ///< button: only the signals with these words; empty: none has them
  std::string narrowed, narrowed_off;  ///< that the list holds only signals with certain words; empty: it does not
};

/// Names of the map are kept as long as map and dossier stay.
class MapNamesCache {
 public:
  [[nodiscard]] const MapNames& of(const State& state);

 private:
  MapNames names_;
  std::shared_ptr<const model::BaseMap> map_;
  std::shared_ptr<const model::Dossier> dossier_;
};

[[nodiscard]] MapSearchView make_map_search_view(const State& state, const Lang& lang, const std::string& words,
                                                 SignalsCache& signals, MapNamesCache& names);

}  // namespace stoepkrijt::app
