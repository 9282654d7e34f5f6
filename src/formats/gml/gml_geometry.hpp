// A geometry of GML, put together from its elements as they come.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "formats/geojson/raw_feature.hpp"
#include "formats/gml/arcs.hpp"
#include "formats/xml/xml.hpp"

namespace stoepkrijt::formats::gml {

class Geometry {
 public:
  /// Does an element of this name begin a geometry that is read?
  [[nodiscard]] static bool begins(std::string_view name);

  [[nodiscard]] bool open() const { return !open_.empty(); }
  void start(const xml::Element& element);
  /// Errors: kBadGeometry "error.gml_numbers", kOutsideWorld "error.outside_world".
  Result<void> end(std::string_view name, std::string_view text);
  /// What came, once it is no longer open: points, lines and polygons apart; and how many arcs became chords.
  [[nodiscard]] std::vector<geojson::RawGeometry> take();
  [[nodiscard]] std::size_t arcs() const { return arcs_; }

 private:
  struct Open {
    bool ring = false;  ///< or within one
    bool lat_first = false;
    std::size_t dimension = 0;  ///< 0: not said
    std::size_t first = 0;      ///< of run_, where it began
  };
  Result<void> numbers(std::string_view text, const Open& at);
  Result<void> add_pair(Pair pair, const Open& at);
  void bend(std::size_t first, bool full);
  void close_line(geojson::RawGeometry& into);
  static void place_all(const std::vector<Pair>& run, geojson::RawGeometry& into);

  std::vector<Open> open_;
  std::vector<Pair> run_;  ///< positions of the point, line or ring that is open
  geojson::RawGeometry points_;
  geojson::RawGeometry lines_;
  geojson::RawGeometry polygons_;
  std::size_t arcs_ = 0;
};

}  // namespace stoepkrijt::formats::gml
