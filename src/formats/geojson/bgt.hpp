// The BGT as the Kadaster gives it (GML of IMGeo 2.1/2.2, or JSON by the PDOK's names) in the few words that the table
// of classes knows: functie, materiaal, klasse, type, detail, tekst, hoek, pand.
// Source: IMGeo 2.2, gegevenscatalogus (Geonovum).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "formats/geojson/raw_feature.hpp"

namespace stoepkrijt::formats::geojson {

struct Bgt {
  enum class State : std::uint8_t {
    kHere,
    kPast,   ///< its registration ended, or it is only planned
    kBelow,  ///< below the ground (relatieve hoogteligging under 0)
  };
  State state = State::kHere;
  std::string layer;  ///< as the table names it: "road_area", "green"; else the one that was given
};

/// `layer`: the file's or the element's name ("wegdeel", "TrafficArea", "bgt_pand"). Adds properties to the feature;
/// one that names no kind of object of the BGT is left as it is.
[[nodiscard]] Bgt prepare_bgt(std::string_view layer, RawFeature& feature);

}  // namespace stoepkrijt::formats::geojson
