// What the map is asked to draw, and what it answers: the contract between `render` and its caller (main or ui glue).
// Screen units here are CSS pixels; the renderer multiplies with the device pixel ratio itself. World units are metres
// in a local plane (equirectangular around the base map's centre, x east, y north; error < 1e-4 within 5 km).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geo/position.hpp"

namespace stoepkrijt::render {

/// The camera. `px_per_m` is the zoom (CSS pixels per metre, 0.05 to 12), rotation counter-clockwise in radians.
struct Camera {
  geo::LonLat centre;
  float px_per_m = 0.8F;
  float rotation = 0.0F;
  friend bool operator==(const Camera&, const Camera&) = default;
};

/// A point of the canvas in CSS pixels, x right, y down.
struct Point {
  float x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

/// A rectangle of the canvas in CSS pixels, from its top left corner.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  [[nodiscard]] constexpr bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < x + w && p.y < y + h; }
  [[nodiscard]] constexpr bool overlaps(const Rect& o) const {
    return x < o.x + o.w && o.x < x + w && y < o.y + o.h && o.y < y + h;
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

/// The map's own rectangle of the canvas in CSS pixels. `inset_*`: parts covered by sheets and bars, kept free when
/// fitting.
struct Viewport {
  float x = 0, y = 0, w = 0, h = 0;
  float inset_top = 0, inset_right = 0, inset_bottom = 0, inset_left = 0;
  friend bool operator==(const Viewport&, const Viewport&) = default;
};

enum class MarkerShape : std::uint8_t { kSquare, kCircle, kHexagon };  // problem, strong point, idea or plan

struct Marker {
  std::uint32_t id = 0;  ///< the caller's semantic node id
  geo::LonLat place;
  MarkerShape shape = MarkerShape::kSquare;
  std::uint32_t fill = 0;  ///< 0xRRGGBB; with the theme's surface ring around it
  std::uint32_t ink = 0xFFFFFF;
  char32_t icon = 0;       ///< code point of the icon font
  std::uint8_t level = 0;  ///< 0 none, 1..5 = A+ A B C D
  bool chosen = false;     ///< 1.28 times larger, yellow ring
  bool warm = true;        ///< counts where it is shown where many lie
};

/// Own position: dot 18 px, accuracy disc at true size.
struct OwnPosition {
  bool shown = false;
  geo::LonLat place;
  float accuracy_m = 0;
};

struct RouteLine {
  std::vector<geo::LonLat> line;
  bool walked = false;  ///< solid; else dotted (still to go)
};
struct StopMark {
  geo::LonLat place;
  int number = 0;
};

/// A large ring for an amount that belongs to a place (money per buurt): pieces by share, words in the middle.
/// Not a marker: it is neither picked nor clustered; labels keep clear of it.
struct DonutPiece {
  std::uint32_t fill = 0;  ///< 0xRRGGBB
  float share = 0;         ///< of the whole ring; pieces add up to 1
};
struct Donut {
  geo::LonLat place;
  float radius_px = 40;  ///< to the middle of the ring
  std::vector<DonutPiece> pieces;
  std::string text;  ///< as it is to be read: "€ 14.200"
};

enum class MapTheme : std::uint8_t { kLight, kDark, kContrast };

/// Content hashes of markers: equal ones give equal hashes; different ones differ but for a chance of 2^-64.
struct MarkersHash {
  std::uint64_t places = 0;  ///< what clusters are made of: places, shapes and colours
  std::uint64_t all = 0;     ///< of all that is drawn of the markers
};

/// Markers that stay from frame to frame, with their hash: a frame that shows the same ones reads none of them.
/// Made by make_marker_set() (scene_layout.hpp).
struct MarkerSet {
  std::vector<Marker> markers;  ///< none chosen: the scene says which one is
  MarkersHash hash;
};
inline constexpr std::uint32_t kNoMarker = UINT32_MAX;

struct MapScene {
  Camera camera;
  Viewport viewport;
  float device_pixel_ratio = 1;
  float text_scale = 1;  ///< text size setting of the app
  MapTheme theme = MapTheme::kLight;
  std::vector<Marker> markers;  ///< drawn in order; the caller clusters nothing: the renderer does (see MapPick)
  std::shared_ptr<const MarkerSet> many;  ///< in the place of `markers`, which stay empty then
  std::uint32_t chosen = kNoMarker;       ///< place in `many` of the one that is chosen
  bool cluster = true;
  bool heat = false;              ///< where many of them lie (Marker::warm), under the names; markers are smaller then
  std::vector<geo::LonLat> area;  ///< a ring that is outlined
  OwnPosition own;
  std::vector<RouteLine> routes;
  std::vector<StopMark> stops;
  std::vector<Donut> donuts;
  std::string highlighted_buurt;  ///< code; outlined and lightly tinted
  bool shade_outside_buurten = false;
  bool pin_mode = false;         ///< a cross-hair pin in the free centre
  std::vector<Rect> keep_clear;  ///< floating controls over the map: no label under them
  bool attribution = true;       ///< the map writes its own attribution, bottom left of the free part

  [[nodiscard]] const std::vector<Marker>& all() const { return many ? many->markers : markers; }
  [[nodiscard]] bool is_chosen(std::uint32_t marker) const { return many ? marker == chosen : markers[marker].chosen; }
};

/// Where a marker or cluster stands on the screen, for the semantic mirror. Never smaller than 48 x 48 (touch target).
struct MarkerRect {
  std::uint32_t id = 0;     ///< of the marker; of a cluster, of one that it holds
  std::uint32_t count = 1;  ///< more than one: a cluster
  Rect rect;
};

/// What lies under a point of the screen.
struct MapPick {
  std::vector<std::uint32_t> marker_ids;  ///< one marker, or all of a cluster
  std::string buurt;                      ///< code, may be empty
  std::string street;                     ///< name of the nearest named street within 40 m, may be empty
  float street_m = 0;
  geo::LonLat place;
};

}  // namespace stoepkrijt::render
