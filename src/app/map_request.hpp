// How a screen asks for a map and hears what lies under a finger, without knowing the renderer. The glue in main turns
// a MapRequest into a render::MapScene after the screen was laid out, and gives MapFeedback to the next frame.
// All lengths are CSS pixels from the canvas' top left.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/position.hpp"
#include "model/schouw.hpp"

namespace stoepkrijt::app {

struct MapRect {
  float x = 0, y = 0, w = 0, h = 0;
};
struct MapPoint {
  float x = 0, y = 0;
};

enum class MarkerKind : std::uint8_t { kProblem, kStrong, kIdea, kPlan };
inline constexpr std::size_t kMarkerKinds = 4;

struct MapMarker {
  std::string id;  ///< signal or plan id
  MarkerKind kind = MarkerKind::kProblem;
  std::string icon;        ///< Tabler icon name
  std::uint8_t theme = 0;  ///< plans: 1 to 6, colours the hexagon; 0 for signals
  model::Level level = model::Level::kUnset;
  geo::LonLat place;
  bool chosen = false;
};

/// What the pointer and keys did on the map area this frame.
struct MapInput {
  float dx = 0, dy = 0;  ///< pan
  float zoom = 1;        ///< factor, around (x, y)
  float rotate = 0;      ///< radians, around (x, y)
  float x = 0, y = 0;
  bool hovered = false;
  bool tapped = false;  ///< at (x, y)
  bool double_tapped = false;
  std::vector<std::string> keys;  ///< KeyboardEvent.key names: arrows pan, + - zoom, 0 fits, [ ] turn, n north
  bool zoom_in = false, zoom_out = false, fit = false, north = false, centre_on_own = false;  ///< buttons
  std::string open;                  ///< id of a marker: the cluster that holds it comes apart
  std::optional<geo::Bounds> go_to;  ///< comes in view; one place: at street zoom
};

/// Markers that stay from frame to frame, however many. The same pointer: the same markers.
using ManyMarkers = std::shared_ptr<const std::vector<MapMarker>>;

/// A ring for an amount that belongs to a place: pieces in theme colours, words in the middle.
struct MapDonut {
  struct Piece {
    int theme = 1;    ///< 1 to 6
    float share = 0;  ///< of the whole ring
  };
  geo::LonLat place;
  float radius = 46;
  std::vector<Piece> pieces;
  std::string text;
};

struct MapRequest {
  std::string key;         ///< the camera is kept per key ("kaart", "plan/bankjes")
  std::uint32_t node = 0;  ///< semantic node of the map area, by which the painter finds this request
  MapRect area;
  float inset_top = 0, inset_right = 0, inset_bottom = 0, inset_left = 0;
  bool interactive = true;
  MapInput input;
  std::vector<MapMarker> markers;
  ManyMarkers many;               ///< in the place of `markers`, which stays empty then
  std::string chosen;             ///< id of the chosen one of `many`
  bool heat = false;              ///< where many of the signals lie
  std::vector<geo::LonLat> ring;  ///< that was drawn around what is shown
  std::vector<MapPoint> drawn;    ///< on the screen, to be answered as places
  std::vector<MapDonut> donuts;
  bool cluster = true;
  bool pin_mode = false;  ///< the pin stands in the free centre, the map moves under it
  std::string highlighted_buurt;
  bool show_own_position = false;
  std::string walk_id;                           ///< draw this walk's route, tracks and stops
  std::string fit_buurt;                         ///< with a new key: this buurt in view
  bool fit_walk = false;                         ///< with a new key: all of that walk in view, instead of the wijk
  std::vector<geo::LonLat> route, stops;         ///< of a walk that is not in the dossier yet
  std::vector<std::vector<geo::LonLat>> walked;  ///< the way that is being walked
  bool follow_own = false;                       ///< the middle stays at the device's own place
  std::optional<geo::LonLat> focus_on;  ///< with a new key or `refocus`: centre here at street zoom; else fit the wijk
  bool refocus = false;
  std::vector<MapRect> keep_clear;  ///< controls that float over the map: no name is written under them
};

/// So many markers and clusters are told of: what is mirrored stays small however many there are.
inline constexpr std::size_t kMostMarkerAreas = 60;

struct MapFeedback {
  struct MarkerArea {
    std::string id;           ///< of the marker; of a cluster, of one that it holds
    std::uint32_t count = 1;  ///< more than one: a cluster
    MapRect rect;
    std::array<std::uint32_t, kMarkerKinds> kinds = {};  ///< of a cluster: how many of each
  };
  std::vector<MarkerArea> markers;    ///< on the screen; those nearest to the middle where there are more
  std::size_t groups = 0;             ///< how many there are on the screen
  std::optional<geo::Window> window;  ///< what the free part shows; nothing where no map is drawn
  std::vector<geo::LonLat> corners;   ///< of the same, for a map that is turned
  std::vector<geo::LonLat> drawn;     ///< what was drawn, in the frame after it
  // Under the free centre (pin mode, keyboard)
  geo::LonLat centre;
  std::string centre_street;
  float centre_street_m = 0;
  std::string centre_buurt;
  // Under the last tap, in the frame after it
  bool tapped = false;
  std::vector<std::string> tapped_ids;
  geo::LonLat tapped_place;
  std::string tapped_street;
  std::string tapped_buurt;
  std::string hovered_buurt;
  bool can_zoom_in = true, can_zoom_out = true, rotated = false;
  std::string zoom_words_key;  ///< "map.zoom.wijk", "map.zoom.buurt", "map.zoom.straat"
  std::vector<std::string> attributions;
};

}  // namespace stoepkrijt::app
