// Names on the map: where each may stand, and which of them stand there for one camera. Pure, no GL, no fonts: widths
// come from the caller. Street names follow the straightest run of their street, upright; no label touches another, a
// marker or a control; a name is repeated only far away. Deterministic: equal input gives the equal layout.
#pragma once

#include <cstdint>
#include <functional>
#include <glm/vec2.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/map.hpp"
#include "render/camera_control.hpp"
#include "render/map_style.hpp"
#include "render/polygon_mesh.hpp"

namespace stoepkrijt::render {

/// Lower places first: it wins the room.
enum class LabelKind : std::uint8_t {
  kBuurt,
  kGreen,
  kWater,
  kMainStreet,
  kPlaced,
  kStreet,
  kSquare,
  kBuilding,
  kPath,
  kNumber
};

/// A name and the ground it may stand on.
struct LabelSource {
  std::string text;
  LabelKind kind = LabelKind::kStreet;
  std::vector<std::vector<glm::vec2>> lines;  ///< streets: chained pieces, metres
  std::vector<glm::vec2> spots;               ///< areas: places inside, best first; placed labels: the one place
  std::vector<glm::vec2> rays;                ///< water: for each spot the direction of its longest clear run
  std::vector<float> reach_m;                 ///< areas: half the clear width at each spot
  float angle = 0;                            ///< placed labels: radians counter-clockwise from east
  float size = 0;                             ///< metres of length, or square root of area: larger goes first
};

/// A rectangle that may be turned: how labels and obstacles are compared. Angle counter-clockwise on screen, radians.
struct TurnedBox {
  glm::vec2 centre{0.0F, 0.0F};
  glm::vec2 half{0.0F, 0.0F};
  float angle = 0;
};
[[nodiscard]] bool overlap(const TurnedBox& a, const TurnedBox& b);
[[nodiscard]] TurnedBox box_of(const Rect& rect);

struct LabelStyle {
  float size_px = 16;  ///< before the text scale
  float letter_spacing_px = 0;
  bool bold = false;  ///< 800 (buurten); else 600 (areas) or 500 (streets)
  bool semi_bold = false;
  float from_px_per_m = 0;  ///< shown when from <= px/m < to
  float to_px_per_m = 1000;
};
[[nodiscard]] const LabelStyle& label_style(LabelKind kind);

struct PlacedLabel {
  std::uint32_t source = 0;  ///< index in the sources
  TurnedBox box;             ///< centre in CSS pixels, upright angle in (-pi/2, pi/2]; half is the ink's half size
};

/// Sources in order of right of way (kind, then size, then text).
[[nodiscard]] std::vector<LabelSource> make_label_sources(const model::BaseMap& map,
                                                          const model::Neighbourhood& neighbourhood,
                                                          const Plane& plane);

struct LabelRoom {
  Rect free;                         ///< labels lie wholly inside
  std::span<const TurnedBox> taken;  ///< markers and controls
  float text_scale = 1;
};

/// `width_px(source)`: width of the text in CSS pixels at text scale 1, letter spacing included.
[[nodiscard]] std::vector<PlacedLabel> place_labels(std::span<const LabelSource> sources, const ViewTransform& view,
                                                    const LabelRoom& room,
                                                    const std::function<float(const LabelSource&)>& width_px);

/// Upper case of ASCII and Latin-1 letters, for the names of buurten.
[[nodiscard]] std::string upper_case(std::string_view utf8);

/// Joins lines that meet end to end (within 0.5 m) into longer ones, straightest continuation first.
[[nodiscard]] std::vector<std::vector<glm::vec2>> chained(std::vector<std::vector<glm::vec2>> pieces);

}  // namespace stoepkrijt::render
